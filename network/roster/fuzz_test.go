package roster

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"

	"orglearn/network"
)

// writeFiles returns the files that a roster writes, and nil for a file that it lacks.
func writeFiles(t *testing.T, r *Roster) (people, ties, reports []byte) {
	t.Helper()
	text := func(write func(io.Writer) error) []byte {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	people = text(r.WritePeople)
	if r.ties.EdgeCount() > 0 {
		ties = text(r.WriteTies)
	}
	if r.HasChart() {
		reports = text(r.WriteReports)
	}
	return people, ties, reports
}

func reader(text []byte) io.Reader {
	if text == nil {
		return nil
	}
	return bytes.NewReader(text)
}

// checkRoundTrip checks that the files which a roster writes are read, strictly, as the same
// roster.
func checkRoundTrip(t *testing.T, o Reader, r *Roster) {
	t.Helper()
	people, ties, reports := writeFiles(t, r)
	o.Strict = true
	back, err := o.Read(reader(people), reader(ties), reader(reports))
	if err != nil {
		t.Fatalf("%v in\n%s\n%s\n%s", err, people, ties, reports)
	}
	for name, pair := range map[string][2]any{
		"ids":         {r.ids, back.ids},
		"ties":        {r.ties, back.ties},
		"superiors":   {r.superior, back.superior},
		"chart":       {r.inChart, back.inChart},
		"departments": {r.department, back.department},
		"names":       {r.departments, back.departments},
		"columns":     {r.columns, back.columns},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Fatalf("%s: %v, want %v in\n%s\n%s\n%s",
				name, pair[1], pair[0], people, ties, reports)
		}
	}
	for k, column := range r.attributes {
		if !reflect.DeepEqual(column, back.attributes[k]) {
			t.Fatalf("column %d: %q, want %q", k, back.attributes[k], column)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, o := range []Reader{{Direction: FromListens}, {Direction: ToListens},
		{Direction: FromListens, Columns: Columns{Department: "Site"}}} {
		checkRoundTrip(t, o, mustRead(t, o, firmPeople, firmTies, firmReports))
		checkRoundTrip(t, o, mustRead(t, o, firmPeople, firmTies, ""))
		checkRoundTrip(t, o, mustRead(t, o, firmPeople, "", firmReports))
		o.Columns = Columns{}
		const quotes = "id,a;b\na,\" \"\" \"\nb,\"1\n2,\"\n"
		checkRoundTrip(t, o, mustRead(t, o, quotes, "from,to\na,b\n", ""))
	}
}

// FuzzRead checks that any files give an error of one line or a roster. The roster stays the same
// when it is written and read again, and its Active roster is valid.
func FuzzRead(f *testing.F) {
	f.Add([]byte(firmPeople), []byte(firmTies), []byte(firmReports))
	f.Add([]byte("\ufeffID;Department\r\na;1\r\nb;2\r\n"), []byte("from;to\na;b\n"),
		[]byte("from,to\na,\n"))
	f.Add([]byte("id,x\na,\"1\n2\"\n"), []byte(nil), []byte(nil))
	f.Add([]byte(nil), []byte("from\tto\na\tb\n"), []byte("to,from\nc,a\n"))
	f.Fuzz(func(t *testing.T, people, ties, reports []byte) {
		files := [3]io.Reader{}
		for i, text := range [][]byte{people, ties, reports} {
			if len(text) > 0 {
				files[i] = bytes.NewReader(text)
			}
		}
		r, err := (Reader{Direction: FromListens}).Read(files[0], files[1], files[2])
		if err != nil {
			checkOneLine(t, err)
			return
		}
		checkRoundTrip(t, Reader{Direction: FromListens}, r)
		if text := r.Import().String(); strings.Count(text, "\n") < 5 {
			t.Fatalf("a short report: %q", text)
		}
		checkActive(t, r)
	})
}

// checkActive checks that everyone kept has a department and a tie, and that every superior is
// kept.
func checkActive(t *testing.T, r *Roster) {
	active, err := r.Active()
	if err != nil {
		checkOneLine(t, err)
		return
	}
	n := active.People()
	d := active.Import().Reduction
	left := d.Outside + d.WithoutDepartment + d.Alone
	if d.People != n || n+left != r.People() {
		t.Fatalf("%d of %d people: %+v", n, r.People(), *d)
	}
	if alone, _ := active.countUntied(); r.report.TiesFile != "" && alone > 0 {
		t.Fatalf("%d people alone", alone)
	}
	if r.HasDepartments() {
		if _, err := (network.Teams{Of: active.Department()}).Build(n, nil); err != nil {
			t.Fatal(err)
		}
	}
	if r.HasChart() {
		if _, err := (network.ReportsTo{Superior: active.Superior()}).Build(n, nil); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzShapes checks that any file of ties and any file of teams give an error of one line or a
// roster whose Active roster is valid, with every option.
func FuzzShapes(f *testing.F) {
	for i, ties := range []string{
		",a,b,c\na,0,1,0\nb,1,0,0\nc,0,2,0\n", "0 1 0 0\n1 0 0 0\n0 0 0 0\n0 0 0 0\n",
		"ego,alter1,alter2\na,b,c\nb,a,\n", "from;to;Gewicht\na;b;0,5\nb;a, c;x\n",
		"*Vertices 2\n1 \"a\"\n2 b\n*Arcs\n1 2 3\n*Edgeslist :1 \"x\"\n1 2\n*Matrix\n0 1\n1 0\n",
		"dl n=2 format=edgelist1\nlabels embedded\ndata:\na b 2\nb a\n",
		"dl nr=2, nc=2, nm=2\nrow labels:\na\nb\nlabels:\na,b\ndata:\n0 1 1 0\n",
		`<graphml><key id="w" attr.name="weight"/><graph edgedefault="undirected"><node id="a"/>` +
			`<edge source="a" target="b"><data key="w">2</data></edge></graph></graphml>`,
		`<gexf><graph><nodes><node id="0" label="a"/></nodes><edges><edge source="0" target="b"/>` +
			`</edges></graph></gexf>`,
	} {
		const people, teams = "id,team\na,1\nb,2\nc,2\n", "id,team\na,x\na,y\nb,x\n"
		f.Add([]byte(people), []byte(ties), []byte(teams), i)
		f.Add([]byte(nil), []byte(ties), []byte(nil), 8+i)
	}
	f.Fuzz(func(t *testing.T, people, ties, teams []byte, bits int) {
		on := func(k int) bool { return bits>>k&1 == 1 }
		o := Reader{Direction: Direction(bits & 3), NoHeader: on(2), Partial: on(3),
			FirstRow: on(4), Totals: on(5), Second: Second(bits >> 6 & 1)}
		if on(7) {
			o.Match = Matches
		}
		files := sources{ties: source{"ties.csv", bytes.NewReader(ties)}}
		if len(people) > 0 {
			files.people = source{"people.csv", bytes.NewReader(people)}
		}
		if len(teams) > 0 {
			files.teams = source{"teams.csv", bytes.NewReader(teams)}
		}
		r, err := o.read(files)
		if err != nil {
			checkOneLine(t, err)
			return
		}
		checkActive(t, r)
		if _, err := r.ActiveWithIsolates(); err != nil {
			checkOneLine(t, err)
		}
	})
}
