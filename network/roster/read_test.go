package roster

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestErrors(t *testing.T) {
	const people, ties, reports = "id\na\nb\nc\n", "from,to\na,b\n", "from,to\na,b\n"
	for _, c := range []struct{ people, ties, reports, want string }{
		{"x\na\n", ties, "",
			`people.csv: line 1: no column "id"; the columns are "x"; -id names it`},
		{"id\n", ties, "",
			`people.csv: line 1: no rows below the header`},
		{"id\na\n\na\n", ties, "",
			`people.csv: line 4, column 1 (id): the id "a" is there twice, first in line 2; ` +
				`-first-row takes the first, and -teams FILE puts a person in several teams`},
		{"x,id\n1,\n", ties, "",
			`people.csv: no row has an id in the column "id"; -id names another column`},
		{"id\n\"a\nb\"\n", ties, "",
			`people.csv: line 2, column 1 (id): the id "a\nb" has a control character`},
		{"id\n" + strings.Repeat("x", MaxID+1), ties, "",
			`people.csv: line 2, column 1 (id): an id of 201 bytes, want at most 200`},
		{people, "from,to\nx17,b\nb,b\n", "",
			`ties.csv: line 2, column 1 (from): no person "x17" in people.csv ` +
				`(none of the 2 ties is left: 1 to oneself, 1 to unknown ids)`},
		{people, "from,to\n,b\n", "",
			`ties.csv: line 2, column 1 (from): an empty id ` +
				`(none of the 1 tie is left: 1 without sender or receiver)`},
		{people, "from,to,tie\na,b,3e38\na,b,3e38\n", "",
			`ties.csv: line 3, column 3 (tie): the weights of this tie add up to ` +
				`more than 3.4028234663852886e+38`},
		{people, ties, "from,to\na,x17\n",
			`reports.csv: line 2, column 2 (to): no person "x17" in people.csv; ` +
				`-partial leaves the row out`},
		{people, ties, "from,to\na,b\nb,c\na,c\n",
			`reports.csv: line 4, column 2 (to): ` +
				`a second superior of "a", whose first is in line 2; -first-superior keeps the ` +
				`first, and -matrix makes a second line of them (dotted lines)`},
		{people, ties, "from,to\na,a\n",
			"reports.csv: line 2, column 2 (to): " +
				"\"a\" reports to himself; leave `to` empty for a chief"},
		{people, ties, "from,to\na,b\nb,c\nc,b\n",
			`reports.csv: line 3, column 2 (to): superiors in a circle: ` +
				`"b" reports to "c", he to "b"`},
		{people, ties, "from,to\n",
			`reports.csv: line 1: no rows below the header`},
		{"", "", "",
			"roster: no files, want people, ties or reports"},
	} {
		_, err := Read(file(c.people), file(c.ties), file(c.reports))
		if err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

// TestLongCircle: the error about a circle of many people is one short line.
func TestLongCircle(t *testing.T) {
	reports := "from,to\n"
	for p := range 100 {
		reports += fmt.Sprintf("%d,%d\n", p, (p+1)%100)
	}
	_, err := Read(nil, nil, file(reports))
	if err == nil || !strings.HasSuffix(err.Error(), `"8", and so on over 92 more`) {
		t.Fatal(err)
	}
	checkOneLine(t, err)
}

// TestZeros: a pair of weight 0 is no tie, and the report counts it.
func TestZeros(t *testing.T) {
	r := mustRead(t, Reader{}, "", "from,to,tie\na,b,0\nb,a,1\na,c,-0\n", "")
	text := strings.Join(strings.Fields(r.Import().String()), " ")
	if r.Graph().EdgeCount() != 1 ||
		!strings.Contains(text, "2 pairs of weight 0, which are no ties.") {
		t.Error(text)
	}
}

func TestStrict(t *testing.T) {
	const people = "id\na\nb\n"
	for ties, want := range map[string]string{
		"from,to\na,b\na,x17\n": `no person "x17" in people.csv`,
		"from,to\na,b\nb,b\n":   `a tie of "b" to himself`,
		"from,to\na,b\na,b\n":   `the same tie is in line 2`,
	} {
		_, err := Reader{Strict: true}.Read(file(people), file(ties), nil)
		if err == nil || err.Error() != "ties.csv: line 3, column 2 (to): "+want {
			t.Errorf("got %v, want %s", err, want)
		}
		mustRead(t, Reader{Partial: true}, people, ties, "")
	}
}

// TestSent: the receiver of a message listens, and the roster writes the message as it was read.
func TestSent(t *testing.T) {
	const ties = "from,to,messages\na,b,2\n"
	r := mustRead(t, Reader{Direction: ToListens}, "id\na\nb\n", ties, "")
	if !r.Graph().Has(1, 0) || r.Graph().Has(0, 1) {
		t.Error("b does not listen to a")
	}
	var b strings.Builder
	if err := r.WriteTies(&b); err != nil || b.String() != ties {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	people, ties := filepath.Join(dir, "p.csv"), filepath.Join(dir, "t.csv")
	os.WriteFile(people, []byte("id\na\nb\n"), 0o644)
	os.WriteFile(ties, []byte("from,to\na,b\n"), 0o644)
	if _, err := Open(people, ties, ""); err != nil {
		t.Error(err)
	}
	for path, want := range map[string]string{
		dir:                        ": a directory, want a CSV file",
		filepath.Join(dir, "none"): ": ",
	} {
		_, err := Open(people, path, "")
		if err == nil || !strings.HasPrefix(err.Error(), path+want) {
			t.Errorf("got %v, want %s%s", err, path, want)
		}
	}
	_, err := (Reader{}).OpenFS(os.DirFS(dir), Files{People: "p.csv", Ties: "t.csv"})
	if err != nil {
		t.Error(err)
	}
}

// checkOneLine checks that an error is one short line.
func checkOneLine(t *testing.T, err error) {
	t.Helper()
	text := err.Error()
	if text == "" || len(text) > 2000 || strings.ContainsAny(text, "\r\n\x00") {
		t.Fatalf("not one short line: %q", text)
	}
}
