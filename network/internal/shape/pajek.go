package shape

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"orglearn/network/internal/table"
)

// pajek is a Pajek file while it is read.
type pajek struct {
	*pairs
	text    *table.Text
	ids     []string
	count   int // of vertices, as their section says
	labels  map[string]string
	section string // the section being read, in lower case, such as "*arcs"
	first   string // the number of the relation that is read, as ":1"; "": it has none
	skip    bool   // the section is of another relation
	others  int    // sections that are skipped
	second  bool   // what is read is of a second network, which is skipped
	row     int    // of a matrix, from 0
}

// readPajek reads a Pajek network. Of several relations it reads the first.
func readPajek(text *table.Text, known func(string) bool) (*table.Table, error) {
	in := &pajek{pairs: &pairs{}, text: text, labels: map[string]string{}}
	for i, line := range bytes.Split(text.Bytes, []byte{'\n'}) {
		fields, err := table.Fields([]byte(table.Even(string(line))))
		if err != nil {
			return nil, fault(text, i+1, `a " without its second`)
		}
		if len(fields) == 0 || strings.HasPrefix(fields[0], "%") {
			continue
		}
		if err := in.take(fields, i+1); err != nil {
			return nil, err
		}
	}
	name := naming(in.ids, in.labels, known)
	for _, row := range in.rows {
		row[0], row[1] = name(row[0]), name(row[1])
	}
	in.listVertices(name)
	shape := "Pajek's"
	if in.others > 0 {
		shape += ", of which the first relation counts and the others do not"
	}
	return in.table(text, shape)
}

// listVertices names the people of all vertices. Where the file lists none it says how many there
// are, and they are numbered from 1.
func (in *pajek) listVertices(name func(string) string) {
	for _, id := range in.ids {
		in.list(name(id))
	}
	if len(in.ids) > 0 {
		return
	}
	for k := range in.count {
		in.list(strconv.Itoa(k + 1))
	}
}

// take takes the fields of a line.
func (in *pajek) take(fields []string, line int) error {
	if strings.HasPrefix(fields[0], "*") {
		return in.begin(fields, line)
	}
	if in.skip {
		return nil
	}
	switch in.section {
	case "*vertices":
		in.ids = append(in.ids, fields[0])
		if len(fields) > 1 && fields[1] != "" {
			in.labels[fields[0]] = fields[1]
		}
	case "*arcs", "*edges":
		return in.tie(fields, line)
	case "*arcslist", "*edgeslist":
		for _, to := range fields[1:] {
			in.add(line, fields[0], to, "", in.kind())
		}
	case "*matrix":
		in.row++
		for k, value := range fields {
			if !isZero(value) {
				in.add(line, strconv.Itoa(in.row), strconv.Itoa(k+1), value, "")
			}
		}
	}
	return nil
}

// tie takes the line of a tie: two vertices and perhaps a value.
func (in *pajek) tie(fields []string, line int) error {
	if len(fields) < 2 {
		return fault(in.text, line, "a tie of one vertex, want two")
	}
	weight := ""
	if len(fields) > 2 {
		if _, err := strconv.ParseFloat(fields[2], 64); err == nil {
			weight = fields[2]
		}
	}
	in.add(line, fields[0], fields[1], weight, in.kind())
	return nil
}

// begin begins a section. Sections other than those of vertices and ties are skipped.
func (in *pajek) begin(fields []string, line int) error {
	section, relation, _ := strings.Cut(strings.ToLower(strings.Join(fields, " ")), ":")
	in.section, _, _ = strings.Cut(strings.TrimSpace(section), " ")
	in.row = 0
	if in.section == "*vertices" && len(in.rows) > 0 && !in.second {
		in.second = true
		in.others++
	}
	in.skip = in.second || !slices.Contains(pajekTies, in.section) && in.section != "*vertices"
	if in.section == "*vertices" && len(fields) > 2 && !in.second {
		return fault(in.text, line, "this is a network of two kinds of vertices (two-mode), "+
			"want one of people")
	}
	if in.section == "*vertices" && len(fields) > 1 && !in.second {
		n, err := strconv.Atoi(fields[1])
		if err != nil || n < 0 || n > maxVertices {
			return fault(in.text, line, "*Vertices is %.40q, want 0 to %d", fields[1], maxVertices)
		}
		in.count = n
	}
	if in.skip || in.section == "*vertices" {
		return nil
	}
	relation, _, _ = strings.Cut(strings.TrimSpace(relation), " ")
	if in.first == "" && len(in.rows) == 0 {
		in.first = relation
	}
	if relation != in.first {
		in.skip = true
		in.others++
	}
	return nil
}

// maxVertices is the largest number of vertices of a Pajek file.
const maxVertices = 1 << 20

// pajekTies are the sections that hold ties.
var pajekTies = []string{"*arcs", "*edges", "*arcslist", "*edgeslist", "*matrix"}

// kind is the type of the ties of a section.
func (in *pajek) kind() string {
	if strings.HasPrefix(in.section, "*edges") {
		return "Undirected"
	}
	return ""
}

// isZero reports whether a cell of a matrix says that there is no tie.
func isZero(cell string) bool {
	if table.IsMissing(cell) {
		return true
	}
	v, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
	return err == nil && v == 0
}
