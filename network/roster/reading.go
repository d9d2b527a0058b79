package roster

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"orglearn/network"
	"orglearn/network/internal/table"
)

// reading is a roster while it is read.
type reading struct {
	options   Reader
	roster    *Roster
	persons   map[string]int32 // the number of each id
	canonical map[string]int32 // the number of each id as Match has it; nil: ids match exactly
	closed    bool             // there is a file of people, so an id that it lacks is unknown
	strangers map[string]int   // rows of the ties by unknown id, at most maxStrangers ids
	shaped    bool             // the ties are no table of pairs, but were made one
	ofProgram bool             // the ties are in a format of a program for networks
	manager   int              // the attribute that names the superior, -1: none
	dotted    int              // the attribute that names a second superior, -1: none
	lines     []int            // of the people's rows
	names     map[string]int   // rows that are passed over as totals, by their name
}

// read reads the files in the order people, ties, reports and teams, and numbers the people in this
// order.
func (o Reader) read(files sources) (*Roster, error) {
	if files.people.r == nil && files.ties.r == nil && files.reports.r == nil {
		return nil, errors.New("roster: no files, want people, ties or reports")
	}
	if err := o.validate(); err != nil {
		return nil, err
	}
	r := &Roster{idColumn: "id", departmentAt: -1}
	in := &reading{options: o, roster: r, persons: map[string]int32{}, manager: -1, dotted: -1,
		closed: files.people.r != nil, strangers: map[string]int{}, names: map[string]int{}}
	if !in.closed && len(o.Match) > 0 {
		in.canonical = map[string]int32{}
	}
	if err := in.readAll(files); err != nil {
		return nil, in.hide(err)
	}
	in.group()
	in.noteTotals()
	r.report.Second = o.Second
	r.report.count(r)
	return r, in.replaceIDs()
}

// validate reports options outside their ranges.
func (o Reader) validate() error {
	if !(o.Least >= 0) || math.IsInf(o.Least, 0) {
		return fmt.Errorf("roster: Reader.Least is %v, want a finite number of at least 0", o.Least)
	}
	if o.Decimal != "" && o.Decimal != table.Point && o.Decimal != table.Comma {
		return fmt.Errorf("roster: Reader.Decimal is %.40q, want \".\", \",\" or none", o.Decimal)
	}
	if o.Key != nil && (len(o.Key) < MinKey || len(o.Key) > MaxKey) {
		return fmt.Errorf("roster: Reader.Key has %d bytes, want %d to %d", len(o.Key), MinKey,
			MaxKey)
	}
	return matchWays(o.Match)
}

// readAll reads the files one after the other.
func (in *reading) readAll(files sources) error {
	if err := in.readPeople(files.people); err != nil {
		return err
	}
	found, err := in.readTies(files.ties)
	if err != nil {
		return err
	}
	if err := in.readChart(files.reports); err != nil {
		return err
	}
	if err := in.readTeams(files.teams); err != nil {
		return err
	}
	// Without a file of people, their number is known only now.
	in.roster.ties, err = graph(found, in.roster.People(), in.roster.sent)
	return err
}

// note adds a sentence to the report.
func (in *reading) note(format string, args ...any) {
	in.roster.report.Notes = append(in.roster.report.Notes, fmt.Sprintf(format, args...))
}

// noteText adds what was done to read a file.
func (in *reading) noteText(text *table.Text, t *table.Table) {
	for _, n := range text.Notes {
		in.note("%s.", n)
	}
	text.Notes = nil
	in.roster.report.Evened += t.Evened
	in.roster.report.Heads = append(in.roster.report.Heads, Head{t.Name, t.Titles, t.Head})
}

// use reports that a column is used, and for what.
func (in *reading) use(t *table.Table, column int, as string) {
	if column >= 0 {
		in.roster.report.Used = append(in.roster.report.Used,
			Use{File: t.Name, Column: t.Titles[column], As: as})
	}
}

// add adds a person with the id.
func (in *reading) add(id string) int32 {
	id = strings.Clone(id)
	p := int32(in.roster.People())
	in.persons[id] = p
	if !in.closed && in.canonical != nil {
		in.canonical[canonical(id, in.options.Match)] = p
	}
	in.roster.ids = append(in.roster.ids, id)
	return p
}

// find finds the person with the id in a column. Without a file of people every id is a person.
func (in *reading) find(t *table.Table, column int) (int32, table.Finding, error) {
	id := t.Row[column]
	if p, known := in.lookup(id); known {
		if in.canonical != nil && in.roster.ids[p] != id {
			in.roster.report.Matched++
		}
		return p, table.Known, nil
	}
	switch {
	case table.IsMissing(id):
		return 0, table.Missing, nil
	case in.isTotal(id):
		return 0, table.Sum, nil
	case in.closed && isZero(id):
		return 0, table.Missing, nil
	case in.closed:
		return 0, table.Unknown, nil
	}
	if _, err := t.ID(column); err != nil {
		return 0, 0, err
	}
	if in.roster.People() == network.MaxPeople {
		return 0, 0, t.Fault(column, "more than %d people", network.MaxPeople)
	}
	return in.add(id), table.Known, nil
}

// totals are the words for a sum below a table, in lower case.
var totals = strings.Split("total,totals,grand total,subtotal,sum,summe,gesamt,gesamtsumme,"+
	"gesamtergebnis,insgesamt,zwischensumme,totaal,eindtotaal,subtotaal,total général,"+
	"somme,sous-total", ",")

// isTotal reports whether an id is a word for a sum, which names nobody unless the user says so. It
// counts the rows.
func (in *reading) isTotal(id string) bool {
	if in.options.Totals || len(id) > 40 || !slices.Contains(totals, strings.ToLower(id)) {
		return false
	}
	in.names[strings.Clone(id)]++
	return true
}

// noteTotals says which rows are passed over as sums.
func (in *reading) noteTotals() {
	for _, name := range slices.Sorted(maps.Keys(in.names)) {
		in.note("Rows named %q (%d) are passed over as sums; -totals takes it for a person.",
			name, in.names[name])
	}
}

// graph returns the graph of the ties over n people. If sent is true, the receiver listens.
func graph(ties *table.Ties, n int, sent bool) (*network.Graph, error) {
	edges := make([]network.Edge, len(ties.Kept))
	for i, t := range ties.Kept {
		edges[i] = network.Edge{From: t.From, To: t.To, Weight: t.Weight}
		if sent {
			edges[i].From, edges[i].To = t.To, t.From
		}
	}
	return network.NewGraph(n, edges)
}

// group sets the departments: from the column, or else from the chart.
func (in *reading) group() {
	r := in.roster
	if at := r.departmentAt; at >= 0 {
		r.nameDepartments(presentOnly(r.attributes[at]))
	}
	switch {
	case r.HasDepartments():
		r.report.DepartmentColumn = r.columns[r.departmentAt]
		in.noteDepartments()
	case r.HasChart():
		r.branch()
	}
}

// presentOnly is a column in which what is missing is empty.
func presentOnly(column []string) []string {
	present := slices.Clone(column)
	for p, value := range present {
		if table.IsMissing(value) {
			present[p] = ""
		}
	}
	return present
}

// noteDepartments warns of departments that are hardly meant.
func (in *reading) noteDepartments() {
	r := in.roster
	alike := map[string]string{}
	for _, name := range r.departments {
		key := canonical(name, departmentWays)
		if other, ok := alike[key]; ok {
			in.note("The departments %.40q and %.40q differ only in case, spaces, accents, "+
				"leading zeros or .0; they are two.", other, name)
		}
		alike[key] = name
	}
	in.noteSeveral(alike)
	switch n := len(r.departments); {
	case n == 1:
		in.note("Everybody is in one department, so there is nothing to isolate.")
	case n > 1 && n == r.People():
		in.note("Every person has a department of his own; -department names another column.")
	}
}

// departmentWays are the ways in which names of departments are hardly two.
var departmentWays = []string{"case", "spaces", "accents", "zeros", "decimals"}

// noteSeveral warns of a department whose name is those of several. keys holds the departments.
func (in *reading) noteSeveral(keys map[string]string) {
	for _, name := range in.roster.departments {
		parts := strings.FieldsFunc(name, func(r rune) bool {
			return strings.ContainsRune(";|/,+", r)
		})
		known := 0
		for _, part := range parts {
			if _, ok := keys[canonical(strings.TrimSpace(part), departmentWays)]; ok {
				known++
			}
		}
		if len(parts) > 1 && (known == len(parts) || known > 0 && strings.ContainsAny(name, ";|")) {
			in.note("The department %.40q seems to be several, and is one of its own; -teams FILE "+
				"puts a person in several.", name)
		}
	}
}
