package roster_test

import (
	"strings"
	"testing"

	"orglearn/network/roster"
)

// Four people, of whom two have ties: in every shape of file that names people apart from ties, the
// other two are there too, after those who have ties.
var alone = map[string]string{
	"Pajek": "*Vertices 4\n1 \"ann\"\n2 \"bob\"\n3 \"cat\"\n4 \"dan\"\n*Arcs\n2 3\n3 2\n",
	"DL matrix": "dl n=4\nlabels:\nann,bob,cat,dan\ndata:\n0 0 0 0\n0 0 1 0\n0 1 0 0\n" +
		"0 0 0 0\n",
	"DL list": "dl n=4 format=edgelist1\nlabels:\nann,bob,cat,dan\ndata:\n2 3\n3 2\n",
	"DL with labels": "dl n=4\nlabels embedded\ndata:\n   ann bob cat dan\nann 0 0 0 0\n" +
		"bob 0 0 1 0\ncat 0 1 0 0\ndan 0 0 0 0\n",
	"matrix":             ",ann,bob,cat,dan\nann,0,0,0,0\nbob,0,0,1,0\ncat,0,1,0,0\ndan,0,0,0,0\n",
	"node list":          "ego,alter1,alter2\nann,,\nbob,cat,\ncat,bob,\ndan,,\n",
	"pairs with 0 and 1": "from,to,weight\nbob,cat,1\ncat,bob,1\nann,bob,0\ndan,bob,0\n",
	"GraphML": `<graphml><graph edgedefault="directed"><node id="ann"/><node id="bob"/>` +
		`<node id="cat"/><node id="dan"/><edge source="bob" target="cat"/>` +
		`<edge source="cat" target="bob"/></graph></graphml>`,
	"GEXF": `<gexf><graph defaultedgetype="directed"><nodes><node id="1" label="ann"/>` +
		`<node id="2" label="bob"/><node id="3" label="cat"/><node id="4" label="dan"/></nodes>` +
		`<edges><edge source="2" target="3"/><edge source="3" target="2"/></edges></graph></gexf>`,
}

func TestPeopleWithoutTies(t *testing.T) {
	for shape, file := range alone {
		r, err := roster.Reader{}.Read(nil, strings.NewReader(file), nil)
		if err != nil {
			t.Errorf("%s: %v", shape, err)
			continue
		}
		for _, id := range []string{"ann", "bob", "cat", "dan"} {
			if _, ok := r.Person(id); !ok || r.People() != 4 {
				t.Errorf("%s: of %d people %s is one: %v", shape, r.People(), id, ok)
			}
		}
		if i := r.Import(); i.Alone != 2 || i.Ties != 2 {
			t.Errorf("%s: %d people without ties and %d ties, want 2 and 2", shape, i.Alone, i.Ties)
		}
		active, err := r.ActiveWithIsolates()
		if err != nil || active.People() != 4 {
			t.Errorf("%s: with isolates: %v", shape, err)
		}
		if active, err = r.Active(); err != nil || active.Import().Reduction.Alone != 2 {
			t.Errorf("%s: without isolates: %v", shape, err)
		}
	}
}

// Vertices without names have numbers, and their number is bounded before they are listed.
func TestVerticesAreCounted(t *testing.T) {
	read := func(file string) (*roster.Roster, error) {
		return roster.Reader{}.Read(nil, strings.NewReader(file), nil)
	}
	r, err := read("*Vertices 5\n*Edges\n1 2\n")
	if err != nil || r.People() != 5 || r.Import().Alone != 3 {
		t.Errorf("five vertices: %v", err)
	}
	most := "want 0 to 1048576"
	for file, want := range map[string]string{
		"*Vertices 9999999\n*Edges\n1 2\n": `line 1: *Vertices is "9999999", ` + most,
		"*Vertices -1\n*Edges\n1 2\n":      `line 1: *Vertices is "-1", ` + most,
		"*Vertices 3\n1 a\n2 b\n3 " + strings.Repeat("x", 5000) +
			"\n*Edges\n1 2\n": "ties.csv: an id of 5000 bytes",
	} {
		if _, err := read(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	r, err = read("dl n=3 format=edgelist1\nlabels embedded\ndata:\nann bob\n")
	if err != nil || !strings.Contains(strings.Join(strings.Fields(r.Import().String()), " "),
		"n = 3 people and names 2") {
		t.Errorf("a list that names two of three: %v", err)
	}
}
