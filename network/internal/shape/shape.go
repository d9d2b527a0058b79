// Package shape reads files of ties that are no list of pairs: GraphML, GEXF, Pajek and UCINET DL,
// adjacency matrices and node lists. Each becomes a table with the columns from and to and, where
// the file has them, weight and type, which says Directed or Undirected.
package shape

import (
	"bytes"
	"fmt"

	"orglearn/network/internal/table"
)

// Named reads a file that says what it is. It returns nil if the file does not: GraphML and GEXF
// begin with a tag, Pajek with *Vertices and UCINET DL with dl. known reports whether an id is
// among the people; nil: the file says who they are.
func Named(text *table.Text, known func(id string) bool) (*table.Table, error) {
	head := bytes.ToLower(skipComments(text.Bytes))
	switch {
	case bytes.HasPrefix(head, []byte("<")):
		return readXML(text, known)
	case bytes.HasPrefix(head, []byte("*vertices")), bytes.HasPrefix(head, []byte("*network")):
		return readPajek(text, known)
	case isDL(head):
		return readDL(text)
	}
	return nil, nil
}

// skipComments is the beginning of a text behind blank lines and the comments of Pajek.
func skipComments(text []byte) []byte {
	text = bytes.TrimSpace(text)
	for bytes.HasPrefix(text, []byte("%")) {
		_, rest, _ := bytes.Cut(text, []byte{'\n'})
		text = bytes.TrimSpace(rest)
	}
	return text[:min(len(text), 100)]
}

// pairs are the rows of a table that is made.
type pairs struct {
	rows          [][]string // from, to, weight, type
	lines         []int
	people        []string // whom the file names apart from ties; not all, and some twice
	weighed, told bool     // a row has a weight, a type
}

// list names people who may have no tie.
func (p *pairs) list(people ...string) { p.people = append(p.people, people...) }

// add adds a row. An empty weight is 1.
func (p *pairs) add(line int, from, to, weight, kind string) {
	p.weighed = p.weighed || weight != "" && weight != "1"
	p.told = p.told || kind != ""
	p.rows = append(p.rows, []string{from, to, weight, kind})
	p.lines = append(p.lines, line)
}

// table is the table of the rows.
func (p *pairs) table(text *table.Text, shape string) (*table.Table, error) {
	if len(p.rows) == 0 {
		return nil, fmt.Errorf("%s: line 1: this is %s without ties", text.Name, shape)
	}
	text.Notes = append(text.Notes, text.Name+" is read as "+shape)
	for _, row := range p.rows {
		if p.weighed && row[2] == "" {
			row[2] = "1"
		}
		if p.told && row[3] == "" {
			row[3] = "Directed"
		}
	}
	columns := []string{"from", "to", "weight", "type"}
	if !p.told {
		columns = columns[:3]
	}
	if !p.weighed {
		columns = append(columns[:2:2], columns[3:]...)
	}
	for i, row := range p.rows {
		if !p.weighed {
			row = append(row[:2:2], row[3])
		}
		p.rows[i] = row[:len(columns)]
	}
	t := table.List(text.Name, columns, p.rows, p.lines)
	t.People = p.people
	return t, nil
}

// fault is an error about a line of a file.
func fault(text *table.Text, line int, format string, args ...any) error {
	return fmt.Errorf("%s: line %d: %s", text.Name, line, fmt.Sprintf(format, args...))
}
