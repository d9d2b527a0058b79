package roster

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// file returns a reader of a text, or nil for "".
func file(text string) io.Reader {
	if text == "" {
		return nil
	}
	return strings.NewReader(text)
}

func mustRead(t *testing.T, o Reader, people, ties, reports string) *Roster {
	t.Helper()
	r, err := o.Read(file(people), file(ties), file(reports))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A firm with a chief (ann), an assistant (sue) and two branches, led by bob and kim. A printer is
// outside the chart.
const (
	firmPeople = "id,Site\nann,1\nbob,1\nkim,2\nsue,1\njoe,1\nlee,2\nmax,2\nprinter,1\n"
	firmTies   = "from,to,messages\nann,bob,2\nbob,ann,1\nkim,lee,3\nlee,max,1\nsue,ann,4\n" +
		"ann,bob,3\njoe,joe,1\njoe,x17,1\nprinter,max,9\nx18,joe,1\n"
	firmReports = "from,to\nbob,ann\nkim,ann\nsue,ann\njoe,bob\nlee,kim\nmax,kim\nmax,kim\n"
)

// checkTies compares the edges (from, to and weight) with those wanted.
func checkTies(t *testing.T, r *Roster, want string) {
	t.Helper()
	if got := fmt.Sprint(slices.Collect(r.Graph().Edges())); got != want {
		t.Errorf("ties %v, want %v", got, want)
	}
}

func TestRead(t *testing.T) {
	r := mustRead(t, Reader{Direction: FromListens}, firmPeople, firmTies, firmReports)
	if got, want := r.Superior(), []int32{-1, 0, 0, 0, 1, 2, 2, -1}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if got, want := r.Department(), []int{0, 1, 2, 0, 1, 2, 2, -1}; !slices.Equal(got, want) {
		t.Errorf("departments %v, want %v", got, want)
	}
	if got, want := r.Attribute("site"), strings.Split("11211221", ""); !slices.Equal(got, want) {
		t.Errorf("sites %v, want %v", got, want)
	}
	checkTies(t, r, "[{0 1 5} {1 0 1} {2 5 3} {3 0 4} {5 6 1} {7 6 9}]")
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
	r := mustRead(t, Reader{Direction: FromListens}, firmPeople, firmTies, firmReports)
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
  no department.
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

// TestWithoutPeople: without a file of people, the people are those of the ties and then those of
// the chart.
func TestWithoutPeople(t *testing.T) {
	r := mustRead(t, Reader{}, "", "from,to\nz,b\nb,z\n", "from,to\nz,chief\n")
	if got, want := r.Superior(), []int32{2, -1, -1}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if r.InChart(1) || r.Graph().People() != 3 {
		t.Errorf("%d people", r.Graph().People())
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
		{"the column before the chart", "id,department\na,1\nb,1\nc,1\n", "from,to\na,b\n",
			[]int{0, 0, 0}, []string{"1"}},
		{"a flat chart", "id\na\nb\nc\n", "from,to\na,b\nc,b\n",
			[]int{0, 0, 0}, []string{"Office of the chief"}},
		{"a chairman above the chief",
			"id\nm\nc\na\nb\nx\ny\n", "from,to\nc,m\na,c\nb,c\nx,a\ny,b\n",
			[]int{0, 0, 1, 2, 1, 2}, []string{"Office of the chief", "branch 1", "branch 2"}},
		{"two chiefs", "id\na\nb\nx\ny\nz\n", "from,to\nx,a\ny,b\nz,\n",
			[]int{1, 2, 1, 2, 0}, []string{"Office of the chief", "branch 1", "branch 2"}},
	} {
		r := mustRead(t, Reader{}, c.people, "", c.reports)
		if got := r.Department(); !slices.Equal(got, c.want) {
			t.Errorf("%s: departments %v, want %v", c.name, got, c.want)
		}
		if got := r.Departments(); !slices.Equal(got, c.names) {
			t.Errorf("%s: names %q, want %q", c.name, got, c.names)
		}
	}
}
