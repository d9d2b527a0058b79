package ledger

import (
	"fmt"
	"strings"

	"orglearn/metrics/study"
)

// The header of a store says what it is: application is "orgl" in ASCII.
const (
	application = 0x6f72676c
	schema      = 2
)

// newPages is the option that gives a new store pages of which each holds three rows of outcomes or
// more, so that little is wasted.
const newPages = "_pragma=page_size(8192)"

// maxValues is the largest number of values of a row. The time to insert a value grows with it:
// the driver looks for each value among all of its row. SQLite takes 2,000.
const maxValues = 256

// tables are made in every store. Those of outcomes and the view depend on the plan.
const tables = `
PRAGMA application_id = %d;
PRAGMA user_version = %d;
CREATE TABLE plan (hash TEXT NOT NULL, seed TEXT NOT NULL, replicates INTEGER NOT NULL,
	version TEXT NOT NULL, stream_version TEXT NOT NULL);
CREATE TABLE studies (number INTEGER PRIMARY KEY, text TEXT NOT NULL, runs INTEGER NOT NULL);
CREATE TABLE flags (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE columns (number INTEGER PRIMARY KEY, metric TEXT NOT NULL, tick INTEGER NOT NULL,
	part TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE cells (cell INTEGER PRIMARY KEY, organization TEXT NOT NULL, recipe TEXT NOT NULL);
CREATE TABLE factors (cell INTEGER NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
	value TEXT NOT NULL, PRIMARY KEY (cell, place)) WITHOUT ROWID;
CREATE TABLE runs (cell INTEGER NOT NULL, replicate INTEGER NOT NULL, status TEXT NOT NULL,
	error TEXT NOT NULL, line TEXT AS ('verify -run ' || cell || ':' || replicate),
	PRIMARY KEY (cell, replicate)) WITHOUT ROWID;
CREATE INDEX failures ON runs (cell, replicate) WHERE status = 'failed';
CREATE TABLE spent (runs INTEGER NOT NULL, seconds REAL NOT NULL);
INSERT INTO spent VALUES (0, 0);
%s
CREATE VIEW curves AS %s;
`

// part is a table of outcomes, with some columns of the plan.
type part struct {
	table      string
	first, end int // columns of the plan
	names      []string
}

// partsOf returns the tables of outcomes of a plan.
func partsOf(p study.Plan) (parts []part) {
	for first := 0; first < len(p.Columns); first += maxValues {
		t := part{table: "outcomes", first: first, end: min(first+maxValues, len(p.Columns))}
		if first > 0 {
			t.table += fmt.Sprintf("_%d", len(parts)+1)
		}
		for _, c := range p.Columns[first:t.end] {
			t.names = append(t.names, fmt.Sprintf("%s_%d", c.Metric, c.Tick))
		}
		parts = append(parts, t)
	}
	return parts
}

// schemaOf returns the statements that make the tables for these parts.
func schemaOf(parts []part) string {
	var create, curves []string
	for _, p := range parts {
		create = append(create, p.create())
		curves = append(curves, p.curves())
	}
	return fmt.Sprintf(tables, application, schema, strings.Join(create, "\n"),
		strings.Join(curves, " UNION ALL "))
}

// create returns the statement that makes the table. Rows lie in the order in which they come.
func (p part) create() string {
	var columns strings.Builder
	for _, n := range p.names {
		columns.WriteString(quoted(n) + " REAL, ")
	}
	return fmt.Sprintf("CREATE TABLE %s (cell INTEGER NOT NULL, replicate INTEGER NOT NULL, "+
		"%sPRIMARY KEY (cell, replicate));", p.table, &columns)
}

// curves returns the query of the table's values, one a row.
func (p part) curves() string {
	var values strings.Builder
	for i, n := range p.names {
		fmt.Fprintf(&values, "WHEN %d THEN %s ", p.first+i, quoted(n))
	}
	return fmt.Sprintf("SELECT * FROM (SELECT cell, organization, replicate, tick, metric, "+
		"CASE number %sEND AS value FROM %s JOIN columns ON part = '%[2]s' "+
		"JOIN cells USING (cell)) WHERE value IS NOT NULL", &values, p.table)
}

// quoted returns a name as an identifier.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// list returns quoted names with a comma before each.
func list(names []string) string {
	var b strings.Builder
	for _, n := range names {
		b.WriteString(", " + quoted(n))
	}
	return b.String()
}
