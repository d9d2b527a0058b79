package ledger_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"testing"
)

// sqlite runs statements on a file, and returns the rows of the last with | between values. It
// knows nothing of stores.
func sqlite(t *testing.T, path, query string) (lines string) {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String())
	fatal(t, err)
	defer db.Close()
	rows, err := db.Query(query)
	fatal(t, err)
	defer rows.Close()
	names, err := rows.Columns()
	fatal(t, err)
	values, into := make([]sql.NullString, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	var b strings.Builder
	for rows.Next() {
		fatal(t, rows.Scan(into...))
		for i, v := range values {
			fmt.Fprintf(&b, "%s%s", strings.Repeat("|", min(i, 1)), v.String)
		}
		b.WriteString("\n")
	}
	fatal(t, rows.Err())
	return b.String()
}

// The tables are those of the package's documentation, for who knows SQL only.
func TestTables(t *testing.T) {
	p, path := plan(2, 70), store(t)
	fill(t, path, p, p.Tasks())
	failed := 0
	values := 0
	for _, task := range p.Tasks() {
		for _, r := range made(p, task) {
			for _, v := range r.Values {
				if v == v {
					values++
				}
			}
			if r.Failed != "" {
				failed++
			}
		}
	}
	for query, want := range map[string]string{
		"SELECT seed, replicates, hash FROM plan":  "18446744073709551615|70|" + p.Hash(),
		"SELECT * FROM columns WHERE number = 1":   `1|odd "name", it's|50`,
		"SELECT * FROM cells WHERE cell = 1":       "1|teams, many|teams",
		"SELECT * FROM factors WHERE cell = 1":     "1|0|absorb|1",
		"SELECT count(*) FROM runs":                "140",
		"SELECT line FROM runs LIMIT 1 OFFSET 139": "verify -run 1:69",
		"SELECT count(*), min(error != '') FROM runs WHERE status = 'failed'": fmt.Sprintf("%d|1",
			failed),
		"SELECT count(*) FROM outcomes": fmt.Sprint(3 * (140 - failed)),
		"SELECT count(*) FROM curves":   fmt.Sprint(values),
		"SELECT DISTINCT metric FROM curves WHERE organization = 'teams, many'": "score\n" +
			`odd "name", it's`,
		"SELECT count(*) FROM curves c JOIN outcomes o USING (cell, replicate, tick) " +
			"WHERE metric = 'score' AND value = score AND tick = 0": fmt.Sprint(scores(t, path)),
	} {
		if got := sqlite(t, path, query); got != want+"\n" {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
}

func scores(t *testing.T, path string) int {
	t.Helper()
	rows := sqlite(t, path, "SELECT score FROM outcomes WHERE tick = 0 AND score IS NOT NULL")
	return strings.Count(rows, "\n")
}
