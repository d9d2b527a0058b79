package network

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// file is a reader of a text, nil for "".
func file(text string) io.Reader {
	if text == "" {
		return nil
	}
	return strings.NewReader(text)
}

func mustRead(t *testing.T, o RosterReader, people, ties, reports string) *Roster {
	t.Helper()
	r, err := o.Read(file(people), file(ties), file(reports))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A firm of a chief (ann) with an assistant (sue) and two branches, led by bob and kim, and a printer outside the chart.
const (
	firmPeople = "id,Site\nann,1\nbob,1\nkim,2\nsue,1\njoe,1\nlee,2\nmax,2\nprinter,1\n"
	firmTies   = "from,to,messages\nann,bob,2\nbob,ann,1\nkim,lee,3\nlee,max,1\nsue,ann,4\nann,bob,3\n" +
		"joe,joe,1\njoe,x17,1\nprinter,max,9\nx18,joe,1\n"
	firmReports = "from,to\nbob,ann\nkim,ann\nsue,ann\njoe,bob\nlee,kim\nmax,kim\nmax,kim\n"
)

func TestReadRoster(t *testing.T) {
	r := mustRead(t, RosterReader{}, firmPeople, firmTies, firmReports)
	if got, want := r.Superior(), []int32{-1, 0, 0, 0, 1, 2, 2, -1}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if got, want := r.Department(), []int{0, 1, 2, 0, 1, 2, 2, -1}; !slices.Equal(got, want) {
		t.Errorf("departments %v, want %v", got, want)
	}
	if got, want := r.Attribute("site"), []string{"1", "1", "2", "1", "1", "2", "2", "1"}; !slices.Equal(got, want) {
		t.Errorf("sites %v, want %v", got, want)
	}
	want, _ := NewGraph(8, []Edge{{0, 1, 5}, {1, 0, 1}, {2, 5, 3}, {5, 6, 1}, {3, 0, 4}, {7, 6, 9}})
	if !reflect.DeepEqual(r.Ties(), want) {
		t.Errorf("ties %v, want %v", r.Ties(), want)
	}
	if r.InChart(7) || !r.InChart(0) || !r.HasChart() || !r.HasDepartments() {
		t.Error("the printer is in the chart, or ann is not")
	}
	if p, ok := r.Person("kim"); p != 2 || !ok {
		t.Errorf("kim is %d, %v", p, ok)
	}
	if _, ok := r.Person("x17"); ok {
		t.Error("x17 is a person")
	}
}

func TestImportReport(t *testing.T) {
	r := mustRead(t, RosterReader{}, firmPeople, firmTies, firmReports)
	active, err := r.Active()
	if err != nil {
		t.Fatal(err)
	}
	const want = `People: 8 people in people.csv, with the column site. 1 person has no tie. 1
  person listens to nobody and is listened to.
Ties: 6 kept of 10 rows in ties.csv. Weights are the column messages. In a tie,
  ` + "`from` listens to `to`" + `.
Dropped: 1 loop (a tie to oneself); 1 tie there before, weights added up; 2 ties
  to unknown ids, such as "x17", "x18"; 1 report there before.
Chart: 6 reports in reports.csv; 1 chief, 2 levels below. 1 person is outside
  the chart.
Departments: 3 from the branches of the chart, of 2 to 3 people. 1 person is in
  none.
Kept for all arrangements: 6 of 8 people; left out: 1 outside the chart, 1
  without a tie to anyone kept. Between them are 5 ties; 1 tie went with the
  people left out. Departments: 3, of 1 to 3 people. 1 person listens to nobody
  and is listened to.
`
	var b bytes.Buffer
	if n, err := active.Import().WriteTo(&b); err != nil || int(n) != b.Len() {
		t.Error(n, err)
	}
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if len(line) > reportWidth {
			t.Errorf("%d characters: %s", len(line), line)
		}
	}
}

func TestRosterErrors(t *testing.T) {
	const people, ties, reports = "id\na\nb\nc\n", "from,to\na,b\n", "from,to\na,b\n"
	for _, c := range []struct{ people, ties, reports, want string }{
		{"name\na\n", ties, "", `people.csv: line 1: no column "id"; the columns are "name"`},
		{"id\n", ties, "", `people.csv: line 1: no rows below the header`},
		{"id\na\n\na\n", ties, "", `people.csv: line 4, column 1 (id): the id "a" is there twice, first in line 2`},
		{"x,id\n1,\n", ties, "", `people.csv: line 2, column 2 (id): an empty id`},
		{"id\n\"a\nb\"\n", ties, "", `people.csv: line 2, column 1 (id): the id "a\nb" has a control character`},
		{"id\n" + long(201), ties, "", `people.csv: line 2, column 1 (id): an id of 201 bytes, want at most 200`},
		{people, "from,to\nx17,b\nb,b\n", "", `ties.csv: line 2, column 1 (from): no person "x17" in people.csv ` +
			`(none of the 2 ties is left: 1 to oneself, 1 to unknown ids)`},
		{people, "from,to\n,b\n", "", `ties.csv: line 2, column 1 (from): an empty id`},
		{people, "from,to,tie\na,b,3e38\na,b,3e38\n", "", `ties.csv: line 3, column 3 (tie): the weights of this tie add up to ` +
			`more than 3.4028234663852886e+38`},
		{people, ties, "from,to\na,x17\n", `reports.csv: line 2, column 2 (to): no person "x17" in people.csv`},
		{people, ties, "from,to\na,b\nb,c\na,c\n", `reports.csv: line 4, column 2 (to): a second superior of "a", whose first is ` +
			`in line 2`},
		{people, ties, "from,to\na,a\n", "reports.csv: line 2, column 2 (to): \"a\" reports to himself; leave `to` empty for a chief"},
		{people, ties, "from,to\na,b\nb,c\nc,b\n", `reports.csv: line 3, column 2 (to): superiors in a circle: ` +
			`"b" reports to "c", he to "b"`},
		{people, ties, "from,to\n", `reports.csv: line 1: no rows below the header`},
		{"", "", "", "network: a roster of no files, want people, ties or reports"},
	} {
		_, err := ReadRoster(file(c.people), file(c.ties), file(c.reports))
		if err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

// TestLongCircle: a circle of many people is still one short line.
func TestLongCircle(t *testing.T) {
	reports := "from,to\n"
	for p := range 100 {
		reports += fmt.Sprintf("%d,%d\n", p, (p+1)%100)
	}
	_, err := ReadRoster(nil, nil, file(reports))
	if err == nil || !strings.HasSuffix(err.Error(), `"8", and so on over 92 more`) {
		t.Fatal(err)
	}
	checkOneLine(t, err)
}

// TestZeroTies: a weight of 0 is a tie, and the report says so.
func TestZeroTies(t *testing.T) {
	r := mustRead(t, RosterReader{}, "", "from,to,tie\na,b,0\nb,a,-0\n", "")
	text := strings.Join(strings.Fields(r.Import().String()), " ")
	if r.Ties().EdgeCount() != 2 || !strings.Contains(text, "2 ties of weight 0 are kept.") {
		t.Error(text)
	}
}

func TestStrict(t *testing.T) {
	const people = "id\na\nb\n"
	for ties, want := range map[string]string{
		"from,to\na,b\na,x17\n": `ties.csv: line 3, column 2 (to): no person "x17" in people.csv`,
		"from,to\na,b\nb,b\n":   `ties.csv: line 3, column 2 (to): a tie of "b" to himself`,
		"from,to\na,b\na,b\n":   `ties.csv: line 3, column 2 (to): the same tie is in line 2`,
	} {
		if _, err := (RosterReader{Strict: true}).Read(file(people), file(ties), nil); err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
		mustRead(t, RosterReader{}, people, ties, "")
	}
}

// TestSent: a message is heard by whom it is sent to, and is written again as it was read.
func TestSent(t *testing.T) {
	const ties = "from,to,messages\na,b,2\n"
	r := mustRead(t, RosterReader{Sent: true}, "id\na\nb\n", ties, "")
	if !r.Ties().Has(1, 0) || r.Ties().Has(0, 1) {
		t.Error("b does not listen to a")
	}
	var b strings.Builder
	if err := r.WriteTies(&b); err != nil || b.String() != ties {
		t.Errorf("%q, %v", b.String(), err)
	}
}

// TestWithoutPeople: without a file of people, they are those of the ties and then those of the chart.
func TestWithoutPeople(t *testing.T) {
	r := mustRead(t, RosterReader{}, "", "from,to\nz,b\nb,z\n", "from,to\nz,chief\n")
	if got, want := r.Superior(), []int32{2, -1, -1}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if r.InChart(1) || r.Ties().People() != 3 {
		t.Errorf("%d people", r.Ties().People())
	}
}

func TestDepartments(t *testing.T) {
	for _, c := range []struct {
		name, people, reports string
		want                  []int
		names                 []string
	}{
		{"numbers", "id,department\na,10\nb,9\nc,\n", "", []int{1, 0, -1}, []string{"9", "10"}},
		{"text", "id,Department\na,10\nb,9\nc,x\n", "", []int{0, 1, 2}, []string{"10", "9", "x"}},
		{"empty column", "id,department\na,\nb,\nc,\n", "", nil, nil},
		{"the column before the chart", "id,department\na,1\nb,1\nc,1\n", "from,to\na,b\n", []int{0, 0, 0}, []string{"1"}},
		{"a flat chart", "id\na\nb\nc\n", "from,to\na,b\nc,b\n", []int{0, 0, 0}, []string{"Office of the chief"}},
		{"a chairman above the chief", "id\nm\nc\na\nb\nx\ny\n", "from,to\nc,m\na,c\nb,c\nx,a\ny,b\n", []int{0, 0, 1, 2, 1, 2},
			[]string{"Office of the chief", "branch 1", "branch 2"}},
		{"two chiefs", "id\na\nb\nx\ny\nz\n", "from,to\nx,a\ny,b\nz,\n", []int{1, 2, 1, 2, 0},
			[]string{"Office of the chief", "branch 1", "branch 2"}},
	} {
		r := mustRead(t, RosterReader{}, c.people, "", c.reports)
		if got := r.Department(); !slices.Equal(got, c.want) {
			t.Errorf("%s: departments %v, want %v", c.name, got, c.want)
		}
		if got := r.Departments(); !slices.Equal(got, c.names) {
			t.Errorf("%s: names %q, want %q", c.name, got, c.names)
		}
	}
}

// TestActive: who is left out takes his ties along, and his reports go to the next superior.
func TestRosterActive(t *testing.T) {
	r := mustRead(t, RosterReader{}, "id,department\na,1\nb,2\nc,3\nd,3\ne,\n", "from,to,tie\na,c,2\nd,c,1\ne,d,1\n",
		"from,to\nb,a\nc,b\nd,b\ne,a\n")
	active, err := r.Active()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := active.Superior(), []int32{-1, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if got, want := active.Department(), []int{0, 1, 1}; !slices.Equal(got, want) {
		t.Errorf("departments %v, want %v", got, want)
	}
	if got, want := active.Attribute("department"), []string{"1", "3", "3"}; !slices.Equal(got, want) {
		t.Errorf("column %v, want %v", got, want)
	}
	want, _ := NewGraph(3, []Edge{{0, 1, 2}, {2, 1, 1}})
	if !reflect.DeepEqual(active.Ties(), want) {
		t.Errorf("ties %v, want %v", active.Ties(), want)
	}
	if d := active.Import().Reduction; d.MovedUp != 2 || d.WithoutDepartment != 1 || d.Alone != 1 || d.LostTies != 1 {
		t.Errorf("%+v", *d)
	}
	if r.Import().Reduction != nil {
		t.Error("Active changed the roster that it reduces")
	}
	if _, err := mustRead(t, RosterReader{}, "id\na\nb\nc\n", "from,to\na,b\n", "from,to\nc,a\n").Active(); err == nil {
		t.Error("one person left is no error")
	} else {
		checkOneLine(t, err)
	}
}

func TestOpenRoster(t *testing.T) {
	dir := t.TempDir()
	people, ties := filepath.Join(dir, "p.csv"), filepath.Join(dir, "t.csv")
	os.WriteFile(people, []byte("id\na\nb\n"), 0o644)
	os.WriteFile(ties, []byte("from,to\na,b\n"), 0o644)
	if _, err := OpenRoster(people, ties, ""); err != nil {
		t.Error(err)
	}
	for path, want := range map[string]string{dir: ": a directory, want a CSV file", filepath.Join(dir, "none"): ": "} {
		if _, err := OpenRoster(people, path, ""); err == nil || !strings.HasPrefix(err.Error(), path+want) {
			t.Errorf("got %v, want %s%s", err, path, want)
		}
	}
	if _, err := (RosterReader{}).OpenFS(os.DirFS(dir), "p.csv", "t.csv", ""); err != nil {
		t.Error(err)
	}
}
