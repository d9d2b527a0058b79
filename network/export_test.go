package network

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/graph/formats/dot"
	"gonum.org/v1/gonum/graph/formats/dot/ast"
)

var awkward = []string{`a "b" \ c`, "two\nlines", "<x> & 'y' ]]> Erdős 東京", ""}

// weightedWays is a directed graph with weights.
func weightedWays(t *testing.T) *Graph {
	g, err := NewGraph(4, []Edge{{0, 1, 0.25}, {1, 0, 1}, {2, 3, 1e-7}})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestWriteDOT(t *testing.T) {
	var out strings.Builder
	if err := WriteDOT(&out, weightedWays(t), awkward); err != nil {
		t.Fatal(err)
	}
	want := `digraph {
	0 [label="a \"b\" \\ c"];
	1 [label="two\nlines"];
	2 [label="<x> & 'y' ]]> Erdős 東京"];
	3 [label=""];
	0 -> 1 [weight=0.25];
	1 -> 0 [weight=1];
	2 -> 3 [weight=0.0000001];
}
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

// TestWriteDOTIsRead reads the files with gonum's parser.
func TestWriteDOTIsRead(t *testing.T) {
	for _, g := range zoo(t) {
		var out bytes.Buffer
		if err := WriteDOT(&out, g, nil); err != nil {
			t.Fatal(err)
		}
		file, err := dot.ParseBytes(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		nodes, edges := 0, 0
		for _, s := range file.Graphs[0].Stmts {
			switch s.(type) {
			case *ast.NodeStmt:
				nodes++
			case *ast.EdgeStmt:
				edges++
			}
		}
		if !file.Graphs[0].Directed {
			edges *= 2
		}
		if file.Graphs[0].Directed == g.Symmetric() || nodes != g.People() ||
			edges != g.EdgeCount() {
			t.Errorf("%d nodes and %d edges, want %d and %d", nodes, edges, g.People(),
				g.EdgeCount())
		}
	}
}

// graphML holds what the test reads from a GraphML file.
type graphML struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graph struct {
		Default string `xml:"edgedefault,attr"`
		Nodes   []struct {
			ID   string `xml:"id,attr"`
			Data string `xml:"data"`
		} `xml:"node"`
		Edges []struct {
			Source string  `xml:"source,attr"`
			Target string  `xml:"target,attr"`
			Data   float32 `xml:"data"`
		} `xml:"edge"`
	} `xml:"graph"`
}

func readGraphML(t *testing.T, g *Graph, labels []string) graphML {
	t.Helper()
	var out bytes.Buffer
	if err := WriteGraphML(&out, g, labels); err != nil {
		t.Fatal(err)
	}
	var file graphML
	if err := xml.Unmarshal(out.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestWriteGraphML(t *testing.T) {
	g := weightedWays(t)
	file := readGraphML(t, g, awkward)
	if file.Graph.Default != "directed" || len(file.Keys) != 2 || len(file.Graph.Nodes) != 4 ||
		len(file.Graph.Edges) != 3 {
		t.Fatalf("%+v", file)
	}
	for u, label := range awkward {
		if got := file.Graph.Nodes[u].Data; got != label {
			t.Errorf("label %q, want %q", got, label)
		}
	}
	for i, e := range edgesOf(g) {
		if got := file.Graph.Edges[i]; got.Data != e.Weight || got.Source[0] != 'n' {
			t.Errorf("edge %+v, want %+v", got, e)
		}
	}
	line := readGraphML(t, mustDraw(t, Line{}, 3, 0), nil)
	if line.Graph.Default != "undirected" || len(line.Keys) != 0 || len(line.Graph.Edges) != 2 ||
		line.Graph.Edges[1].Target != "n2" {
		t.Errorf("%+v", line)
	}
	if bell := readGraphML(t, graphOf(t, 1), []string{"\a"}); bell.Graph.Nodes[0].Data != "\uFFFD" {
		t.Errorf("label %q of a character that XML cannot hold", bell.Graph.Nodes[0].Data)
	}
}

// broken is a file to which no write succeeds.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWritersRefuse(t *testing.T) {
	g := mustDraw(t, Line{}, 3, 0)
	wantError(t, WriteDOT(broken{}, g, nil), "no space left")
	wantError(t, WriteGraphML(broken{}, g, nil), "no space left")
	wantError(t, WriteGraphML(broken{}, mustDraw(t, Line{}, 3000, 0), make([]string, 3000)),
		"no space left")
	wantError(t, WriteDOT(&bytes.Buffer{}, g, []string{"a"}), "network: 1 labels, want one for "+
		"each of 3 people")
	wantError(t, WriteGraphML(&bytes.Buffer{}, g, []string{}), "network: 0 labels")
}
