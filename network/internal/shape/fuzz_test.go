package shape

import (
	"bytes"
	"strings"
	"testing"

	"orglearn/network/internal/table"
)

// fuzzShape checks that a reader makes of any text an error of one line, or a table whose rows have
// a cell for each column and names of people in the first two.
func fuzzShape(f *testing.F, read func(*table.Text) (*table.Table, error), seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		text, err := table.ReadText("ties.csv", bytes.NewReader(b))
		if err != nil {
			checkOneLine(t, err)
			return
		}
		made, err := read(text)
		if err != nil {
			checkOneLine(t, err)
			return
		}
		if made == nil {
			return
		}
		if err := made.Each(func() error {
			if len(made.Row) != len(made.Columns) || len(made.Columns) < 2 {
				t.Fatalf("%d cells, %d columns", len(made.Row), len(made.Columns))
			}
			return nil
		}); err != nil {
			checkOneLine(t, err)
		}
	})
}

func checkOneLine(t *testing.T, err error) {
	t.Helper()
	if text := err.Error(); len(text) > 2000 || strings.ContainsAny(text, "\r\n\x00") {
		t.Fatalf("not one short line: %q", text)
	}
}

func named(text *table.Text) (*table.Table, error) {
	return Named(text, func(id string) bool { return len(id) == 1 })
}

func FuzzGraphML(f *testing.F) {
	fuzzShape(f, named,
		`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<!-- Created by igraph -->
<key id="v_name" for="node" attr.name="name" attr.type="string"/>
<key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
<graph id="G" edgedefault="directed"><node id="n0"><data key="v_name">Ann</data></node>
<node id="n1"><data key="v_name">Bob</data></node>
<edge source="n0" target="n1"><data key="e_weight">2</data></edge></graph></graphml>`,
		`<graphml><graph edgedefault="undirected"><edge source="0" target="1"/></graph></graphml>`,
		`<graphml><graph><edge source="a"/><data key="weight">1</data></graph></graphml>`)
}

func FuzzGEXF(f *testing.F) {
	fuzzShape(f, named,
		`<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<nodes><node id="0" label="Ann"/><node id="1" label="Bob"/></nodes><edges>
<edge id="0" source="0" target="1" weight="2.5" type="undirected"/></edges></graph></gexf>`,
		`<gexf><graph><edges><edge source="0" target="1"/></edges></graph></gexf>`)
}

func FuzzPajek(f *testing.F) {
	fuzzShape(f, named,
		"*Vertices 3\r\n1 \"Ann\" 0.1 0.2 0.5\r\n2 \"Bob\"\r\n3 c\r\n*Arcs\r\n1 2 3\r\n*Edges\r\n"+
			"2 3 1\r\n",
		"% title\n*Network advice\n*vertices 2\n*arcslist\n1 2\n*Matrix :1 \"a\"\n0 1\n1 0\n",
		"*Vertices 3 2\n*Edgeslist :2 \"x\"\n1 2 3\n*Partition x\n1\n2\n")
}

func FuzzDL(f *testing.F) {
	fuzzShape(f, named,
		"DL\nN=3 NM=2\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nROW LABELS:\n\"1\"\n\"2\"\n\"3\"\n"+
			"COLUMN LABELS:\n\"1\"\n\"2\"\n\"3\"\nLEVEL LABELS:\n\"ADVICE\"\n\"FRIENDSHIP\"\n"+
			"DATA:\n 0 1 0\n 1 0 1\n 0 0 0\n 0 0 0\n 0 0 0\n 1 1 0\n",
		"dl n=2 format=edgelist1\nlabels embedded\ndata:\nAnn Bob 2\nBob Ann\n",
		"dl n=3, format=nodelist1\nlabels:\na b c\ndata:\n1 2 3\n2\n",
		"dl nr=2, nc=2\nlabels embedded\ndata:\n a b\na 0 1\nb 1 0\n")
}

func FuzzMatrix(f *testing.F) {
	fuzzShape(f, Matrix, ",a,b,c\na,0,1,0\nb,1,0,0\nc,0,2,0\n",
		"\"a\" \"b\" \"c\"\n\"a\" 0 1 0\n\"b\" 1 0 NA\n\"c\" 0 0 0\n",
		"name;Ann;Bob\nAnn;0;0,5\nBob;1;\n")
}

func FuzzNodeList(f *testing.F) {
	fuzzShape(f, Survey{}.NodeList, "ego,alter1,alter2\na,b,c\nb,a,\n",
		"Zeitstempel;Name;Rat 1;Rat 2\nx;a;b;\ny;b;a;\n",
		"id,q1,q2,q3\n1,5,4,3\n2,1,2,NA\n")
}

func FuzzNoHeader(f *testing.F) {
	fuzzShape(f, func(text *table.Text) (*table.Table, error) { return NoHeader(text, nil) },
		"0 1\n1 0\n", "a,b,2\nb,a,1\n", "0 1 0 0\n1 0 0 0\n0 0 0 0\n0 0 1 0\n",
		"# FromNodeId\tToNodeId\n0\t1\n1\t0\n")
}
