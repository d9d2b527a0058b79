package shape

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"orglearn/network/internal/table"
)

// graph is a GraphML or GEXF file while it is read.
type graph struct {
	keys   map[string]string // the names of GraphML's attributes, in lower case
	ids    []string          // of the nodes
	labels map[string]string // of nodes that have one
	edges  []edge
	kind   string // of edges that do not say theirs
	node   string // the node being read; "": none
	inEdge bool
	data   string // the name of the attribute being read; "": none
}

type edge struct {
	line                       int
	from, to, weight, directed string
}

// readXML reads GraphML or GEXF. Another kind of XML is an error that names it.
func readXML(text *table.Text, known func(string) bool) (*table.Table, error) {
	d := xml.NewDecoder(bytes.NewReader(text.Bytes))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	g := &graph{keys: map[string]string{}, labels: map[string]string{}}
	shape := ""
	for {
		token, err := d.Token()
		line, _ := d.InputPos()
		if err == io.EOF && shape != "" {
			return g.table(text, shape, known)
		}
		if err != nil {
			return nil, fault(text, line, "broken XML: %s", oneLine(err))
		}
		if e, ok := token.(xml.StartElement); ok && shape == "" {
			if shape, err = kindOf(text, e, line); err != nil {
				return nil, err
			}
		}
		g.take(token, line)
	}
}

// oneLine is the text of an error of the XML decoder without its place.
func oneLine(err error) string {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return cut(strings.Join(strings.Fields(syntax.Msg), " "))
	}
	return cut(strings.Join(strings.Fields(err.Error()), " "))
}

// cut shortens what an error repeats of a file.
func cut(text string) string {
	if runes := []rune(text); len(runes) > 100 {
		return string(runes[:100]) + "..."
	}
	return text
}

// kindOf names the format by its root.
func kindOf(text *table.Text, root xml.StartElement, line int) (string, error) {
	switch strings.ToLower(root.Name.Local) {
	case "graphml":
		return "GraphML", nil
	case "gexf":
		return "GEXF", nil
	case "workbook":
		return "", fault(text, line, "this is a spreadsheet in XML; save it as CSV in UTF-8")
	}
	return "", fault(text, line, "this is XML (%.40q), want GraphML or GEXF; export it as one of "+
		"these, or save it as CSV in UTF-8", root.Name.Local)
}

// take takes one token.
func (g *graph) take(token xml.Token, line int) {
	switch t := token.(type) {
	case xml.StartElement:
		g.begin(strings.ToLower(t.Name.Local), attributes(t), line)
	case xml.EndElement:
		g.end(strings.ToLower(t.Name.Local))
	case xml.CharData:
		g.text(table.Even(string(t)))
	}
}

func attributes(e xml.StartElement) map[string]string {
	all := map[string]string{}
	for _, a := range e.Attr {
		all[strings.ToLower(a.Name.Local)] = table.Even(a.Value)
	}
	return all
}

// begin takes the beginning of an element.
func (g *graph) begin(name string, a map[string]string, line int) {
	switch name {
	case "key":
		g.keys[a["id"]] = strings.ToLower(a["attr.name"])
	case "graph":
		g.kind = a["edgedefault"] + a["defaultedgetype"] // GraphML's, GEXF's
	case "node":
		g.node = a["id"]
		g.ids = append(g.ids, g.node)
		if a["label"] != "" {
			g.labels[g.node] = a["label"]
		}
	case "edge":
		g.inEdge = true
		g.edges = append(g.edges, edge{line, a["source"], a["target"], a["weight"],
			directed(a)})
	case "data":
		if g.data = g.keys[a["key"]]; g.data == "" {
			g.data = strings.ToLower(a["key"])
		}
	}
}

// directed is the type that an edge says it has; "": it says none.
func directed(a map[string]string) string {
	switch a["directed"] {
	case "true":
		return "directed"
	case "false":
		return "undirected"
	}
	return a["type"]
}

func (g *graph) end(name string) {
	switch name {
	case "node":
		g.node = ""
	case "edge":
		g.inEdge = false
	case "data":
		g.data = ""
	}
}

// text takes the value of an attribute: the name of a node, or the weight of an edge.
func (g *graph) text(value string) {
	switch {
	case g.data == "" || value == "":
	case g.inEdge && (g.data == "weight" || g.data == "value"):
		g.edges[len(g.edges)-1].weight = value
	case g.node != "" && !g.inEdge && (g.data == "name" || g.data == "label"):
		g.labels[g.node] = value
	}
}

// table is the table of the edges.
func (g *graph) table(
	text *table.Text, shape string, known func(string) bool,
) (*table.Table, error) {
	name := naming(g.ids, g.labels, known)
	p := &pairs{}
	for _, id := range g.ids {
		p.list(name(id))
	}
	for _, e := range g.edges {
		kind := e.directed
		if kind == "" {
			kind = g.kind
		}
		p.add(e.line, name(e.from), name(e.to), e.weight, kind)
	}
	return p.table(text, shape)
}

// naming returns what names the person of a node: its id or its label. Of known people the one that
// is known counts. Else labels count if every node has one, and no two have the same.
func naming(ids []string, labels map[string]string, known func(string) bool) func(string) string {
	seen := map[string]bool{}
	for _, id := range ids {
		if label := labels[id]; label != "" {
			seen[label] = true
		}
	}
	distinct := len(ids) > 0 && len(seen) == len(ids)
	return func(id string) string {
		label := labels[id]
		switch {
		case known != nil && known(id), label == "":
			return id
		case known != nil && known(label), distinct:
			return label
		}
		return id
	}
}
