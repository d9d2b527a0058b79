package shape

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// Survey says what is known of a node list before it is read.
type Survey struct {
	// Ego finds the column, in lower case, of the person who names others; nil or below 0: unknown.
	Ego func(columns []string) int
	// Known reports whether an id is among the people; nil: the file says who they are.
	Known func(id string) bool
	// Alter reports whether a name of a column, without its number, says that it names someone;
	// nil: none does.
	Alter func(name string) bool
	// First is the column of the first of those named, in lower case; "": it is guessed.
	First string
}

// NodeList reads a node list, such as a survey in wide form: a row for each person, and columns
// side by side of those whom he names, as alter1 and alter2. It returns nil if the file has no such
// columns. It is an error if they hold answers to questions and no names.
func (s Survey) NodeList(text *table.Text) (*table.Table, error) {
	for _, comma := range table.Separators {
		rows, _, err := table.Rows(text, comma, peeked)
		if len(rows) < 2 && err == nil || len(rows) == 0 || len(groups(rows[0])) == 0 {
			continue
		}
		rows, lines, err := table.Rows(text, comma, 0)
		if err != nil {
			return nil, err
		}
		n := &nodes{Survey: s, text: text, head: rows[0], rows: rows[1:], lines: lines[1:]}
		n.skipImportIDs()
		if n.isHeadless() {
			return nil, nil
		}
		return n.read()
	}
	return nil, nil
}

// HasSeveral reports whether the column with a name in lower case is one of several side by side
// that a node list has: beside the other, or three or more with it.
func HasSeveral(columns []string, name, other string) bool {
	for _, g := range groups(columns) {
		some := columns[g.first:g.last]
		if slices.Contains(some, name) && (len(some) > 2 || !slices.Contains(some, other)) {
			return true
		}
	}
	return false
}

// span are columns side by side, last excluded.
type span struct{ first, last int }

// groups are the columns side by side whose names differ only in a number, as alter1 and alter2.
func groups(head []string) (all []span) {
	for k := 0; k < len(head); {
		stem, numbered := stemOf(head[k])
		last := k + 1
		for last < len(head) && stem != "" {
			next, too := stemOf(head[last])
			same := next == stem || !numbered && strings.TrimRight(next, " _-.#") == stem
			if !too || !same {
				break
			}
			last++
		}
		if last-k > 1 {
			all = append(all, span{k, last})
		}
		k = last
	}
	return all
}

// stemOf is the name of a column with # in place of its last number or ordinal, in lower case.
func stemOf(name string) (stem string, numbered bool) {
	name = strings.TrimRight(strings.ToLower(name), " ])}:?")
	if strings.Trim(name, "0123456789") == "" {
		return "", false
	}
	end := strings.LastIndexAny(name, "0123456789") + 1
	if begin := len(strings.TrimRight(name[:end], "0123456789")); end > 0 {
		return name[:begin] + "#" + name[end:], true
	}
	fields := strings.Fields(name)
	for i, f := range fields {
		if slices.Contains(ordinals, f) {
			fields[i], numbered = "#", true
		}
	}
	return strings.Join(fields, " "), numbered
}

var ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth erste zweite " +
	"dritte vierte fünfte erster zweiter dritter vierter fünfter eerste tweede derde vierde " +
	"vijfde premier première deuxième troisième quatrième cinquième")

// nodes is a node list while it is read.
type nodes struct {
	Survey
	text  *table.Text
	head  []string
	rows  [][]string
	lines []int
	ego   int // the column of the person who names others
}

// skipImportIDs passes over the rows below the header that Qualtrics writes: the questions, and
// their ids.
func (n *nodes) skipImportIDs() {
	for i, row := range n.rows[:min(len(n.rows), 2)] {
		if strings.Contains(strings.Join(row, " "), "ImportId") {
			n.rows, n.lines = n.rows[i+1:], n.lines[i+1:]
			return
		}
	}
}

// isHeadless reports whether the first row names people already, as P001 and P026, which differ
// only in a number: they are known, or named below too.
func (n *nodes) isHeadless() bool {
	for _, g := range groups(n.head) {
		names := n.head[g.first:g.last]
		if n.Known != nil && slices.ContainsFunc(names, n.Known) {
			return true
		}
		again := false
		n.each(span{0, len(n.head)}, func(cell string) {
			again = again || slices.Contains(names, cell)
		})
		if again {
			return true
		}
	}
	return false
}

// read reads the first columns that name people.
func (n *nodes) read() (*table.Table, error) {
	var named, asked, answers []span
	for _, g := range groups(n.head) {
		n.ego = n.egoOf(g)
		switch {
		case n.First != "" && slices.Contains(lowered(n.head[g.first:g.last]), n.First):
			asked = append(asked, g)
		case !n.isAnswers(g):
			named = append(named, g)
		default:
			answers = append(answers, g)
		}
	}
	named = append(asked, named...)
	if len(named) == 0 {
		return nil, n.answersError(answers[0])
	}
	n.ego = n.egoOf(named[0])
	return n.take(named[0], named[1:], answers)
}

// take makes ties of the columns that name people. Others that do so too are not read.
func (n *nodes) take(g span, others, answers []span) (*table.Table, error) {
	p := &pairs{}
	for i, row := range n.rows {
		if len(row) <= n.ego {
			continue
		}
		p.list(row[n.ego])
		for k := g.first; k < min(g.last, len(row)); k++ {
			if !table.IsMissing(row[k]) {
				p.add(n.lines[i], row[n.ego], row[k], "", "")
			}
		}
	}
	shape := fmt.Sprintf("a node list: %.40q names those in the columns %s", n.head[n.ego],
		n.title(g))
	if len(others) > 0 {
		shape += fmt.Sprintf(" (the columns %s name people too and are not read: -to %.40q would "+
			"read them)", n.title(others[0]), n.head[others[0].first])
	}
	for _, a := range answers {
		shape += fmt.Sprintf(", the columns %s hold answers and are not read", n.title(a))
	}
	return p.table(n.text, shape)
}

// title names columns.
func (n *nodes) title(g span) string {
	return fmt.Sprintf("%.40q to %.40q", n.head[g.first], n.head[g.last-1])
}

// egoOf is the column of the person who names those in some columns: the one that is told, unless
// none of them is in it and some are in another.
func (n *nodes) egoOf(g span) int {
	told := -1
	if n.Ego != nil {
		told = n.Ego(lowered(n.head))
	}
	if told >= g.first && told < g.last {
		told = -1
	}
	if told >= 0 && n.shared(told, g) > 0 {
		return told
	}
	best, most := told, 0
	for k := range n.head {
		if k >= g.first && k < g.last {
			continue
		}
		if shared := n.shared(k, g); shared > most {
			best, most = k, shared
		}
	}
	if best < 0 && g.first == 0 {
		return g.last % len(n.head)
	}
	return max(best, 0)
}

func lowered(names []string) []string {
	small := make([]string, len(names))
	for i, name := range names {
		small[i] = strings.ToLower(name)
	}
	return small
}

// shared counts the cells of a column that are among those named in some columns.
func (n *nodes) shared(column int, g span) (count int) {
	named := map[string]bool{}
	n.each(g, func(cell string) { named[cell] = true })
	for _, row := range n.rows {
		if column < len(row) && named[row[column]] {
			count++
		}
	}
	return count
}

// each calls see for every cell of some columns that is not missing.
func (n *nodes) each(g span, see func(cell string)) {
	for _, row := range n.rows {
		for k := g.first; k < min(g.last, len(row)); k++ {
			if !table.IsMissing(row[k]) {
				see(row[k])
			}
		}
	}
}

// What answers are: of at most mostAnswers kinds, or texts of more than longestName characters.
const (
	mostAnswers = 11
	longestName = 60
)

// isAnswers reports whether some columns hold answers to questions, as 1 to 5 or agree, and not
// names of people: most are nobody's name, or they are small numbers in a list of many people.
func (n *nodes) isAnswers(g span) bool {
	if stem, _ := stemOf(n.head[g.first]); n.Alter != nil && n.Alter(stem) {
		return false
	}
	people := n.people()
	kinds, cells, hits, long, scale := map[string]bool{}, 0, 0, false, true
	n.each(g, func(cell string) {
		cells++
		kinds[cell] = true
		long = long || len(cell) > longestName
		scale = scale && len(cell) < 3 && isDigits(cell)
		if people[cell] || n.Known != nil && n.Known(cell) {
			hits++
		}
	})
	few := len(kinds) <= mostAnswers && 2*len(kinds) <= cells
	return few && 2*hits < cells || long && 2*hits < cells ||
		few && scale && len(people) > 2*len(kinds)
}

func isDigits(cell string) bool {
	return cell != "" && strings.Trim(cell, "0123456789") == ""
}

// people are the ids of those who name others.
func (n *nodes) people() map[string]bool {
	all := map[string]bool{}
	for _, row := range n.rows {
		if n.ego < len(row) {
			all[row[n.ego]] = true
		}
	}
	return all
}

// answersError is the error that columns which look like a node list hold answers.
func (n *nodes) answersError(g span) error {
	var some []string
	n.each(g, func(cell string) {
		if len(some) < 3 && !slices.Contains(some, cell) {
			some = append(some, cell)
		}
	})
	return fault(n.text, 1, "no column \"to\"; the columns %s hold answers, as %s, and no names "+
		"of people; -to names the first column of those who are named", n.title(g),
		words.Quote(some))
}
