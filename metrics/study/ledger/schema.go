package ledger

import (
	"fmt"
	"strings"
)

// The header of a store says what it is: application is "orgl" in ASCII.
const (
	application = 0x6f72676c
	schema      = 1
)

// tables are made in every store. The columns of outcomes depend on the plan.
const tables = `
PRAGMA application_id = %d;
PRAGMA user_version = %d;
CREATE TABLE plan (hash TEXT NOT NULL, seed TEXT NOT NULL, replicates INTEGER NOT NULL,
	version TEXT NOT NULL, stream_version TEXT NOT NULL);
CREATE TABLE studies (number INTEGER PRIMARY KEY, text TEXT NOT NULL, runs INTEGER NOT NULL);
CREATE TABLE flags (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE columns (number INTEGER PRIMARY KEY, metric TEXT NOT NULL, tick INTEGER NOT NULL);
CREATE TABLE cells (cell INTEGER PRIMARY KEY, organization TEXT NOT NULL, recipe TEXT NOT NULL);
CREATE TABLE factors (cell INTEGER NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
	value TEXT NOT NULL, PRIMARY KEY (cell, place)) WITHOUT ROWID;
CREATE TABLE runs (cell INTEGER NOT NULL, replicate INTEGER NOT NULL, status TEXT NOT NULL,
	error TEXT NOT NULL, line TEXT AS ('verify -run ' || cell || ':' || replicate),
	PRIMARY KEY (cell, replicate)) WITHOUT ROWID;
CREATE INDEX failures ON runs (cell, replicate) WHERE status = 'failed';
CREATE TABLE outcomes (cell INTEGER NOT NULL, replicate INTEGER NOT NULL, tick INTEGER NOT NULL,
	%s, PRIMARY KEY (cell, replicate, tick)) WITHOUT ROWID;
CREATE TABLE spent (runs INTEGER NOT NULL, seconds REAL NOT NULL);
INSERT INTO spent VALUES (0, 0);
CREATE VIEW curves AS %s;
`

// schemaOf returns the statements that make the tables for these metrics.
func schemaOf(metrics []string) string {
	var columns, curves []string
	for _, m := range metrics {
		columns = append(columns, quoted(m)+" REAL")
		curves = append(curves, fmt.Sprintf("SELECT cell, organization, replicate, tick, '%s' "+
			"AS metric, %[2]s AS value FROM outcomes JOIN cells USING (cell) "+
			"WHERE %[2]s IS NOT NULL", strings.ReplaceAll(m, "'", "''"), quoted(m)))
	}
	return fmt.Sprintf(tables, application, schema, strings.Join(columns, ", "),
		strings.Join(curves, " UNION ALL "))
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
