package roster

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// kind is a file as people have it, and what must come of it: ties, or an error or a report with
// some words in it.
type kind struct {
	name                  string
	options               Reader
	people, ties, reports string
	want                  string // the ties as ids, or "" for an error
	says                  string // words of the report or of the error
}

const abc = "id,department\na,1\nb,1\nc,2\nd,2\n"

// ties lists the ties of a roster by id: "a>b" where a listens to b, and the weight if it is not 1.
func tieText(r *Roster) string {
	var all []string
	for e := range r.Graph().Edges() {
		text := r.ids[e.From] + ">" + r.ids[e.To]
		if e.Weight != 1 {
			text += fmt.Sprint("*", e.Weight)
		}
		all = append(all, text)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

func (k kind) check(t *testing.T) {
	t.Helper()
	r, err := k.options.Read(file(k.people), file(k.ties), file(k.reports))
	if err != nil {
		checkOneLine(t, err)
		if k.want != "" || !strings.Contains(err.Error(), k.says) {
			t.Errorf("%s: %v; want %q and words %q", k.name, err, k.want, k.says)
		}
		return
	}
	report := strings.Join(strings.Fields(r.Import().String()), " ")
	if got := tieText(r); got != k.want || !strings.Contains(report, k.says) {
		t.Errorf("%s: ties %q, want %q, with the words %q in: %s",
			k.name, got, k.want, k.says, report)
	}
}

// TestShapesOfTies: files of ties that are no plain list of pairs.
func TestShapesOfTies(t *testing.T) {
	const both = "a>b b>a"
	for _, k := range []kind{
		{name: "matrix", people: abc,
			ties: ",a,b,c,d\na,0,1,0,0\nb,1,0,0,3\nc,0,0,0,0\nd,0,0,0,0\n",
			want: "a>b b>a b>d*3", says: "is read as a matrix"},
		{name: "matrix of R", people: abc, ties: "\"a\" \"b\" \"c\" \"d\"\n\"a\" 0 1 0 0\n" +
			"\"b\" 1 0 0 0\n\"c\" 0 0 NA 0\n\"d\" 0 0 0 0\n", want: both, says: "matrix"},
		{name: "matrix with semicolons", people: abc,
			ties:    "name;a;b;c\na;0;0,5;0\nb;;0;0\nc;0;0;0\n",
			options: Reader{}, want: "a>b*0.5", says: "matrix"},
		{name: "square", people: abc, options: Reader{NoHeader: true},
			ties: "0 1 0 0\n1 0 0 0\n0 0 0 0\n0 0 0 0\n", want: both, says: "without labels"},
		{name: "square, told", people: abc, ties: "0 1 0 0\n1 0 0 0\n0 0 0 0\n0 0 0 0\n",
			says: "-no-header"},
		{name: "no header", people: abc, ties: "a,b\nb,a\n", says: "-no-header"},
		{name: "no header, three columns", people: abc, ties: "a\tb\t2\nb\ta\t1\n",
			says: "-no-header"},
		{name: "no header, ids that differ in a number", people: "id\np1\np2\np3\n",
			ties: "p1,p2\np2,p1\np3,p1\n", says: "-no-header"},
		{name: "no header, the same without people", ties: "p1,p2\np2,p1\np3,p1\n",
			says: "-no-header"},
		{name: "no header, the same with weights", ties: "p1,p2,3\np2,p1,1\np3,p1,1\n",
			says: "-no-header"},
		{name: "no header, names without people", ties: "Ann,Bob\nBob,Ann\n", says: "-no-header"},
		{name: "kinds of ties", people: abc, ties: "from,to,type\na,b,advice\nb,a,trust\n" +
			"a,c,advice\na,d,trust\n", want: "a>b a>c a>d b>a", says: `"advice" and "trust"`},
		{name: "in and out", people: abc, ties: "from,to,direction\na,b,in\nb,a,out\n" +
			"a,c,in\na,d,out\n", want: "a>b a>c a>d b>a", says: `"in" and "out" count alike`},
		{name: "source below", people: abc, ties: "from,to\na,b\nb,a\n\nSource: survey\nBy HR\n",
			want: both, says: "2 lines below the table"},
		{name: "short row without a gap", people: abc, ties: "from,to\na,b\nSource\n",
			says: "a row of 1 field"},
		{name: "question as a header", people: abc, ties: "id;Whom do you ask?\na;\"b, c\"\n",
			says: `"id", "whom do you ask?"`},
		{name: "square without names", people: abc, ties: "0 1 0 0\n1 0 0 0\n0 0 0 0\n0 0 0 0\n",
			says: "a matrix without names"},
		{name: "no header, numbers", ties: "0 1\n1 0\n", says: "-no-header"},
		{name: "no header, read", options: Reader{NoHeader: true}, ties: "0 1\n1 0\n",
			want: "0>1 1>0"},
		{name: "node list", people: abc, ties: "ego,alter1,alter2\na,b,\nb,a,NA\n", want: both,
			says: "node list"},
		{name: "wide survey", people: abc,
			ties: "Zeitstempel;Name;Rat 1;Rat 2;Bemerkung\nx;a;b;;gut\ny;b;a;;\n", want: both,
			says: `"Name" names those`},
		{name: "dyads with words", people: abc, ties: "i,j,tie\na,b,TRUE\nb,a,yes\na,c,FALSE\n",
			want: both, says: "1 pair of weight 0"},
		{name: "GraphML", people: abc, want: "a>b b>a c>d*2", says: "GraphML",
			ties: `<?xml version="1.0" encoding="UTF-8"?><graphml>
<key id="w" for="edge" attr.name="weight" attr.type="double"/>
<key id="l" for="node" attr.name="name"/>
<graph edgedefault="directed"><node id="n0"><data key="l">a</data></node>
<node id="n1"><data key="l">b</data></node><node id="n2"><data key="l">c</data></node>
<node id="n3"><data key="l">d</data></node>
<edge source="n0" target="n1" directed="false"/>
<edge source="n2" target="n3"><data key="w">2</data></edge></graph></graphml>`},
		{name: "GEXF", people: abc, want: both, says: "goes both ways",
			ties: `<gexf version="1.3"><graph defaultedgetype="undirected"><nodes>
<node id="0" label="a"/><node id="1" label="b"/></nodes>
<edges><edge id="0" source="0" target="1"/></edges></graph></gexf>`},
		{name: "other XML", people: abc, ties: "<rows><row/></rows>", says: `XML ("rows")`},
		{name: "broken XML", people: abc, ties: "<graphml><graph>", says: "broken XML"},
		{name: "Pajek", people: abc, want: "a>b b>a c>d*2", says: "Pajek",
			ties: "*Vertices 4\n1 \"a\"\n2 \"b\" 0.1 0.2\n3 c\n4 d\n*Arcs\n3 4 2\n*Edges\n1 2 1\n"},
		{name: "Pajek, lists and relations", people: abc, want: both, says: "first relation",
			ties: "% made\n*Vertices 4\n1 a\n2 b\n3 c\n4 d\n*Arcslist :1 \"advice\"\n1 2\n2 1\n" +
				"*Arcslist :2 \"friends\"\n3 4\n"},
		{name: "DL, matrix", people: abc, want: both, says: "DL",
			ties: "DL N=4 FORMAT = FULLMATRIX\nLABELS:\na,b,c,d\nDATA:\n0 1 0 0\n1 0 0 0\n" +
				"0 0 0 0\n0 0 0 0\n"},
		{name: "DL, labels embedded", people: abc, want: both, says: "DL",
			ties: "dl n=3\nlabels embedded\ndata:\n a b c\na 0 1 0\nb 1 0 0\nc 0 0 0\n"},
		{name: "DL, several", people: abc, want: both, says: "first matrix",
			ties: "dl nr=2, nc=2, nm=2\nrow labels:\na\nb\ncolumn labels:\na\nb\nmatrix labels:\n" +
				"advice\nfriends\ndata:\n0 1\n1 0\n0 0\n0 0\n"},
		{name: "DL, edges", people: abc, want: "a>b*2 b>a", says: "DL",
			ties: "dl n=2 format=edgelist1\nlabels embedded\ndata:\na b 2\nb a\n"},
		{name: "DL, nodes", people: abc, want: "a>b a>c", says: "DL",
			ties: "dl n=3 format=nodelist1\nlabels:\na b c\ndata:\n1 2 3\n2\n"},
		{name: "DL, half", people: abc, says: "upperhalf",
			ties: "dl n=2 format=upperhalf\ndata:\n1\n"},
		{name: "row names of R", people: abc, want: both, says: "names of the rows",
			ties: "\"from\" \"to\"\n\"1\" \"a\" \"b\"\n\"2\" \"b\" \"a\"\n"},
		{name: "row names with commas", people: abc, want: both,
			ties: "\"\",\"from\",\"to\"\n\"1\",\"a\",\"b\"\n\"2\",\"b\",\"a\"\n"},
		{name: "title and comments", people: abc, want: both, says: "3 lines above the header",
			ties: "Who asks whom\n# exported 2024-05-01, by hand\n\nfrom,to\na,b\nb,a\n"},
		{name: "title in cells", people: abc, want: both, says: "above the header",
			ties: "Ties of the firm;;\n;;\nvon;an;anzahl\na;b;1\nb;a;1\n"},
		{name: "bars", people: abc, want: both, ties: "from|to\na|b\nb|a\n"},
		{name: "sep line, tab", people: abc, want: both,
			ties: "\"sep=\t\"\nfrom\tto\na\tb\nb\ta\n"},
		{name: "JSON", people: abc, ties: "[{\"from\": 1}]", says: "JSON"},
		{name: "GML", people: abc, ties: "graph [ node [ id 1 ] ]", says: "GML"},
		{name: "old Excel", people: abc, ties: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", says: ".xls"},
		{name: "RDS", people: abc, ties: "\x1f\x8b\x08\x00\x00", says: ".rds"},
	} {
		k.check(t)
	}
}
