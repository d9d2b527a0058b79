package network

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteDOT writes the graph in the DOT language of Graphviz. It writes a symmetric graph as an
// undirected one, each tie once. It writes weights if ties carry any. labels are the names of the
// people, in UTF-8; without labels, nil, Graphviz shows their numbers. The same graph gives the
// same bytes. A number of labels other than n is an error, and so is a failed write.
func WriteDOT(w io.Writer, g *Graph, labels []string) error {
	if err := checkLabels(g, labels); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	kind, arrow, once := "digraph", "->", g.Symmetric()
	if once {
		kind, arrow = "graph", "--"
	}
	fmt.Fprintf(out, "%s {\n", kind)
	for u := range g.People() {
		fmt.Fprintf(out, "\t%d", u)
		if labels != nil {
			fmt.Fprintf(out, ` [label="%s"]`, dotEscapes.Replace(labels[u]))
		}
		out.WriteString(";\n")
	}
	for e := range g.Edges() {
		if once && e.From > e.To {
			continue
		}
		fmt.Fprintf(out, "\t%d %s %d", e.From, arrow, e.To)
		if g.ties != nil {
			fmt.Fprintf(out, " [weight=%s]", decimal(e.Weight))
		}
		out.WriteString(";\n")
	}
	out.WriteString("}\n")
	return out.Flush()
}

// dotEscapes are the escapes of a label between double quotes.
var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`,
	"\x00", "\uFFFD")

// WriteGraphML writes the graph in GraphML (Brandes and others 2002, Graph Drawing 2001, LNCS
// 2265:501-512), which Gephi, yEd, igraph and NetworkX read. The id of person u is "n" and u, such
// as n0. His label and the weights are data named label and weight. It writes a symmetric graph as
// an undirected one, each tie once. Characters that XML cannot hold become U+FFFD. Labels and
// errors are as for WriteDOT.
func WriteGraphML(w io.Writer, g *Graph, labels []string) error {
	if err := checkLabels(g, labels); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	once := g.Symmetric()
	graphMLHead(out, g, labels, once)
	for u := range g.People() {
		if labels == nil {
			fmt.Fprintf(out, "    <node id=\"n%d\"/>\n", u)
			continue
		}
		fmt.Fprintf(out, "    <node id=\"n%d\"><data key=\"label\">", u)
		if err := xml.EscapeText(out, []byte(labels[u])); err != nil {
			return err
		}
		out.WriteString("</data></node>\n")
	}
	for e := range g.Edges() {
		if !once || e.From < e.To {
			graphMLEdge(out, e, g.ties != nil)
		}
	}
	out.WriteString("  </graph>\n</graphml>\n")
	return out.Flush()
}

func graphMLHead(out *bufio.Writer, g *Graph, labels []string, once bool) {
	out.WriteString(xml.Header)
	out.WriteString("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	if labels != nil {
		out.WriteString("  <key id=\"label\" for=\"node\" attr.name=\"label\" " +
			"attr.type=\"string\"/>\n")
	}
	if g.ties != nil {
		out.WriteString("  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" " +
			"attr.type=\"float\"/>\n")
	}
	kind := "directed"
	if once {
		kind = "undirected"
	}
	fmt.Fprintf(out, "  <graph edgedefault=\"%s\">\n", kind)
}

func graphMLEdge(out *bufio.Writer, e Edge, weight bool) {
	fmt.Fprintf(out, "    <edge source=\"n%d\" target=\"n%d\"", e.From, e.To)
	if !weight {
		out.WriteString("/>\n")
		return
	}
	fmt.Fprintf(out, "><data key=\"weight\">%s</data></edge>\n", decimal(e.Weight))
}

// decimal is the shortest decimal fraction that reads back as the same weight.
func decimal(tie float32) string { return strconv.FormatFloat(float64(tie), 'f', -1, 32) }

func checkLabels(g *Graph, labels []string) error {
	if labels != nil && len(labels) != g.People() {
		return fmt.Errorf("network: %d labels, want one for each of %d people", len(labels),
			g.People())
	}
	return nil
}
