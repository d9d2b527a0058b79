package ledger_test

import (
	"database/sql"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
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
		"SELECT seed, replicates, hash FROM plan": "18446744073709551615|70|" + p.Hash(),
		"SELECT * FROM columns WHERE number = 1": `1|odd "name", it's|50|outcomes|` +
			`odd "name", it's_50`,
		"SELECT * FROM cells WHERE cell = 1":       "1|teams, many|teams",
		"SELECT * FROM factors WHERE cell = 1":     "1|0|absorb|1",
		"SELECT count(*) FROM runs":                "140",
		"SELECT line FROM runs LIMIT 1 OFFSET 139": "verify -run 1:69",
		"SELECT count(*), min(error != '') FROM runs WHERE status = 'failed'": fmt.Sprintf("%d|1",
			failed),
		"SELECT count(*) FROM outcomes": fmt.Sprint(140 - failed),
		"SELECT count(*) FROM curves":   fmt.Sprint(values),
		"SELECT DISTINCT metric FROM curves WHERE organization = 'teams, many' " +
			"ORDER BY metric": `odd "name", it's` + "\nscore",
		"SELECT count(*) FROM curves c JOIN outcomes o USING (cell, replicate) " +
			"WHERE metric = 'score' AND value = score_0 AND tick = 0": fmt.Sprint(scores(t, path)),
	} {
		if got := sqlite(t, path, query); got != want+"\n" {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
}

func scores(t *testing.T, path string) int {
	t.Helper()
	rows := sqlite(t, path, "SELECT score_0 FROM outcomes WHERE score_0 IS NOT NULL")
	return strings.Count(rows, "\n")
}

// A plan with more columns than one table takes has several, and they read as one.
func TestWide(t *testing.T) {
	p, path := plan(2, 70), store(t)
	p.Columns = nil
	for tick := range 300 {
		for _, m := range []string{"score", "norm score"} {
			p.Columns = append(p.Columns, study.Column{Metric: m, Tick: tick})
		}
	}
	fill(t, path, p, shuffled(p.Tasks(), 1))
	fill(t, path, p, p.Tasks()) // a run twice
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	n, values := 0, 0
	for r, err := range l.Results() {
		fatal(t, err)
		want := made(p, study.Task{Cell: n / 70, First: n % 70, Count: 1})[0]
		if r.Failed != want.Failed || !slices.Equal(bits(r.Values), bits(want.Values)) {
			t.Fatalf("run %d is %v, want %v", n, r, want)
		}
		for _, v := range r.Values {
			if v == v {
				values++
			}
		}
		n++
	}
	for query, want := range map[string]string{
		"SELECT count(*) FROM curves":                       fmt.Sprint(values),
		"SELECT part, name FROM columns WHERE number = 256": "outcomes_2|score_128",
		"SELECT group_concat(DISTINCT part) FROM columns":   "outcomes,outcomes_2,outcomes_3",
		"SELECT min(tick), max(tick) FROM curves":           "0|299",
	} {
		if got := sqlite(t, path, query); got != want+"\n" {
			t.Errorf("%s gives %q, want %q", query, got, want)
		}
	}
}

// A run of which values were deleted makes the store damaged, and no run without values.
func TestDamaged(t *testing.T) {
	p, path := plan(1, 64), store(t)
	fill(t, path, p, p.Tasks())
	sqlite(t, path, "DELETE FROM outcomes WHERE replicate = "+
		"(SELECT max(replicate) FROM runs WHERE status = 'done')")
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	if err := l.WriteCSV(io.Discard, true); err == nil ||
		!strings.Contains(err.Error(), "it is damaged: outcomes lacks cell 0, replicate ") {
		t.Errorf("the error is %v", err)
	}
}
