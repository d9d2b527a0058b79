package file

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"orglearn/metrics/study/kinds"
	"orglearn/network"
	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// own reads the roster of a real organization. Its options are the flags of the program compare.
type own struct {
	files    roster.Files
	reader   roster.Reader
	isolates bool
}

// option is a key of a roster.
type option struct {
	name, what string
	text       *string
	on         func(bool) // where the key is a switch
}

// options are the keys of a roster, and where each goes.
func (o *own) options() []option {
	c := &o.reader.Columns
	direct := func(d roster.Direction) func(bool) {
		return func(on bool) {
			if on {
				o.reader.Direction = d
			}
		}
	}
	second := func(s roster.Second) func(bool) {
		return func(on bool) {
			if on {
				o.reader.Second = s
			}
		}
	}
	set := func(to *bool) func(bool) { return func(on bool) { *to = on } }
	return []option{
		{"people", "a file of people: id, department, manager", &o.files.People, nil},
		{"ties", "a file of ties: from, to, weight", &o.files.Ties, nil},
		{"reports", "a file of the chart: from, to", &o.files.Reports, nil},
		{"teams", "a file of units: id, team", &o.files.Teams, nil},
		{"id", "column of the people", &c.ID, nil},
		{"department", "column of the people", &c.Department, nil},
		{"manager", "column of the people", &c.Manager, nil},
		{"from", "column of the ties", &c.From, nil},
		{"to", "column of the ties", &c.To, nil},
		{"weight", "column of the ties", &c.Weight, nil},
		{"decimal", "decimal mark of weights, point or comma", &o.reader.Decimal, nil},
		{"no-header", "the ties have no header", nil, set(&o.reader.NoHeader)},
		{"sent", "a tie is a message", nil, direct(roster.ToListens)},
		{"asked", "who is in from listens", nil, direct(roster.FromListens)},
		{"undirected", "a tie goes both ways", nil, direct(roster.BothListen)},
		{"partial", "leave out rows that name nobody", nil, set(&o.reader.Partial)},
		{"isolates", "people without ties stay in", nil, set(&o.isolates)},
		{"first-superior", "of several superiors the first counts", nil,
			second(roster.SecondDropped)},
		{"matrix", "second superiors make a second line", nil, second(roster.SecondLine)},
		{"first-row", "of several rows of a person the first counts", nil,
			set(&o.reader.FirstRow)},
		{"totals", "an id such as Total is a person", nil, set(&o.reader.Totals)},
	}
}

// roster reads {ties: ties.csv, reports: chart.csv, undirected: true}. Its organizations join the
// table: own-contacts, own-chart, own-units and own-matrix.
func (r *reader) roster(n ast.Node) {
	o, before := own{}, len(r.faults)
	// Without a roster, its organizations are in the table too: they are no further faults.
	people := &roster.Roster{}
	defer func() { r.table = slices.Concat(r.table, ownKinds(people)) }()
	for _, e := range r.entries(n, "roster") {
		r.option(&o, e)
	}
	if len(r.faults) > before {
		return
	}
	read, err := o.open(filepath.Dir(r.name))
	if err != nil {
		r.fault(n, "roster: %v", err)
		return
	}
	people = read
	sum, err := o.sum(filepath.Dir(r.name))
	if err != nil {
		r.fault(n, "roster: %v", err)
	}
	r.rosterSum = sum
}

// option reads one key of a roster.
func (r *reader) option(o *own, e entry) {
	var names []string
	for _, option := range o.options() {
		if option.name != e.name {
			names = append(names, option.name)
			continue
		}
		if option.text != nil {
			*option.text, _ = r.word(e.value, e.name)
		} else {
			option.on(r.yes(e.value, e.name))
		}
		return
	}
	switch e.name {
	case "match":
		for _, item := range r.items(e.value, e.name) {
			way, ok := r.word(item, e.name)
			if ok && !contains(roster.Matches, way) {
				r.fault(item, "match is %q, want some of %v%s", way, roster.Matches,
					meant(way, roster.Matches))
			}
			o.reader.Match = append(o.reader.Match, way)
		}
	case "least":
		o.reader.Least = r.margin(e.value, e.name)
	default:
		r.fault(e.key, "roster has no %q%s", e.name, meant(e.name, names))
	}
}

// open reads the roster from files that are named from a folder.
func (o *own) open(folder string) (*roster.Roster, error) {
	files := o.files
	for _, path := range []*string{&files.People, &files.Ties, &files.Reports, &files.Teams} {
		if *path != "" && !filepath.IsAbs(*path) {
			*path = filepath.Join(folder, *path)
		}
	}
	o.reader.Decimal = map[string]string{"point": ".", "comma": ","}[o.reader.Decimal]
	all, err := o.reader.Open(files)
	if err != nil {
		return nil, err
	}
	if o.isolates {
		return all.ActiveWithIsolates()
	}
	return all.Active()
}

// sum is a hash of the files and the options, so that other files are another study.
func (o *own) sum(folder string) (string, error) {
	h := sha256.New()
	for _, path := range []string{o.files.People, o.files.Ties, o.files.Reports, o.files.Teams} {
		if path == "" {
			fmt.Fprintln(h, "none")
			continue
		}
		if !filepath.IsAbs(path) {
			path = filepath.Join(folder, path)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%x\n", sha256.Sum256(text))
	}
	fmt.Fprintf(h, "%+v %v", o.reader, o.isolates)
	return fmt.Sprintf("roster %x", h.Sum(nil)), nil
}

// ownKinds are the organizations of a roster.
func ownKinds(people *roster.Roster) kinds.Table {
	kind := func(name, sentence string, of func(setups.Real) (sim.Scenario, error),
		fields ...kinds.FieldOf[setups.Real],
	) kinds.Kind {
		return kinds.New(kinds.Organization, name, sentence, setups.Real{Roster: people, Span: 4},
			func(t setups.Real, d *kinds.Draft) (err error) {
				t.On = &d.On
				d.Scenario, err = of(t)
				return err
			}, fields...)
	}
	span := kinds.WholeOf("span", "people", "who report to a manager, if the chart is made up", 1,
		network.MaxPeople, func(t *setups.Real) *int { return &t.Span })
	return kinds.Table{
		kind("own-contacts", "Everybody learns from his own contacts.", setups.Real.Communities),
		kind("own-chart", "The organization chart: managers join the teams.",
			setups.Real.Hierarchy, span),
		kind("own-units", "The units, or departments, apart.", setups.Real.Isolated),
		kind("own-matrix", "The chart and its second line.", setups.Real.Matrix),
	}
}

// rosterSchema is the schema of a roster.
func rosterSchema() object {
	all := object{
		"match": object{"type": "array", "items": object{"enum": roster.Matches}},
		"least": object{"type": "number", "minimum": 0},
	}
	for _, o := range (&own{}).options() {
		if o.text != nil {
			all[o.name] = text(o.what)
		} else {
			all[o.name] = object{"type": "boolean", "description": o.what}
		}
	}
	return closed(all)
}
