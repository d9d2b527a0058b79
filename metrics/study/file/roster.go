package file

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"orglearn/agents/practice"
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
	weigh    bool
	key      string // the file of the key of pseudonyms
}

// option is a key of a roster.
type option struct {
	name, what string
	text       *string
	on         func(bool) // where the key is a switch
}

// files is the number of options, from the first, that name a file.
const files = 5

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
		{"pseudonyms", "a file with a key: errors name pseudonyms for ids", &o.key, nil},
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
		{"weigh", "in own-contacts a vote counts by the weight of its tie", nil, set(&o.weigh)},
		{"totals", "an id such as Total is a person", nil, set(&o.reader.Totals)},
	}
}

// roster reads {ties: ties.csv, reports: chart.csv, undirected: true}. Its organizations join the
// table: own-contacts, own-chart, own-units and own-matrix.
func (r *reader) roster(n ast.Node) {
	o, before, given := own{}, len(r.faults), map[string]ast.Node{}
	// Without a roster, its organizations are in the table too: they are no further faults.
	people, weigh := &roster.Roster{}, false
	defer func() { r.table = slices.Concat(r.table, OwnKinds(people, weigh)) }()
	for _, e := range r.entries(n, "roster") {
		given[e.name] = e.value
		r.option(&o, e)
	}
	if len(r.faults) > before {
		return
	}
	read, err := o.open(r.place)
	if err == nil {
		r.rosterSum, err = o.sum(r.place)
	}
	if err != nil {
		r.faultOf(&o, err, n, given)
		return
	}
	r.own, people, weigh = &o, read, o.weigh
	r.study.Private = o.key != ""
	for _, path := range o.paths() {
		if *path != "" && !contains(r.study.Files, *path) {
			r.study.Files = append(r.study.Files, *path)
		}
	}
}

// place returns the path of a file that the study names.
func (r *reader) place(name string) string {
	if path, is := r.files[name]; is {
		return path
	}
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(r.name), name)
}

// paths are the names of the files that are read.
func (o *own) paths() []*string {
	return []*string{&o.files.People, &o.files.Ties, &o.files.Reports, &o.files.Teams}
}

// ways are the values of match.
var ways = append(slices.Clone(roster.Matches), roster.Exact)

// option reads one key of a roster.
func (r *reader) option(o *own, e entry) {
	names := []string{"match", "least"}
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
			if ok && !contains(ways, way) {
				r.fault(item, "match is %q, want some of %v%s", way, ways, meant(way, ways))
			}
			o.reader.Match = append(o.reader.Match, way)
		}
	case "least":
		o.reader.Least = r.margin(e.value, e.name)
	default:
		r.fault(e.key, "roster has no %q%s", e.name, meant(e.name, names))
	}
}

// open reads the roster. place says where each file is.
func (o *own) open(place func(name string) string) (*roster.Roster, error) {
	placed := own{files: o.files}
	for _, path := range placed.paths() {
		if *path != "" {
			*path = place(*path)
		}
	}
	o.reader.Decimal = map[string]string{"point": ".", "comma": ","}[o.reader.Decimal]
	reader, err := o.named(place)
	if err != nil {
		return nil, err
	}
	all, err := reader.Open(placed.files)
	if err != nil {
		return nil, err
	}
	if o.weigh && all.Import().Weight == "" {
		return nil, errors.New("-weigh needs a column of weights, and the ties have none; " +
			"-weight names it")
	}
	if o.isolates {
		return all.ActiveWithIsolates()
	}
	return all.Active()
}

// named returns the reader with the key of pseudonyms, if the study asks for them.
func (o *own) named(place func(name string) string) (roster.Reader, error) {
	reader := o.reader
	if o.key == "" {
		return reader, nil
	}
	file, err := os.Open(place(o.key))
	if err != nil {
		return reader, fmt.Errorf("pseudonyms: %w", err)
	}
	defer file.Close()
	reader.Key, err = roster.ReadKey(o.key, file)
	return reader, err
}

// sum is a hash of the files and the options, so that other files are another study. Pseudonyms
// change no result and have no part in it.
func (o *own) sum(place func(name string) string) (string, error) {
	h := sha256.New()
	for _, path := range o.paths() {
		if *path == "" {
			fmt.Fprintln(h, "none")
			continue
		}
		text, err := os.ReadFile(place(*path))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%x\n", sha256.Sum256(text))
	}
	fmt.Fprintf(h, "%+v %v", o.reader, o.isolates)
	if o.weigh {
		fmt.Fprint(h, " weigh")
	}
	return fmt.Sprintf("roster %x", h.Sum(nil)), nil
}

// OwnKinds are the organizations of a roster. If its ties weigh, votes in own-contacts count by
// their weights.
func OwnKinds(people *roster.Roster, weigh bool) kinds.Table {
	kind := func(name, sentence string, of func(setups.Real) (sim.Scenario, error),
		fields func(*setups.Real) kinds.Fields,
	) kinds.Kind {
		return kinds.New(kinds.Organization, name, sentence, func() (kinds.Put, kinds.Fields) {
			t := setups.Real{Roster: people, Span: 4}
			put := func(d *kinds.Draft) (err error) {
				t.On = &d.On
				d.Scenario, err = of(t)
				if weigh && name == "own-contacts" && err == nil {
					d.Scenario.Channels[0].Objectify = practice.Weighed{Rate: d.On.Superior}
				}
				return err
			}
			return put, fields(&t)
		})
	}
	none := func(*setups.Real) kinds.Fields { return nil }
	span := func(t *setups.Real) kinds.Fields {
		return kinds.Fields{kinds.WholeOf("span", "people",
			"who report to a manager, if the chart is made up", 1, network.MaxPeople, &t.Span)}
	}
	return kinds.Table{
		kind("own-contacts", "Everybody learns from his own contacts.", setups.Real.Communities,
			none),
		kind("own-chart", "The organization chart: managers join the teams.",
			setups.Real.Hierarchy, span),
		kind("own-units", "The units, or departments, apart.", setups.Real.Isolated, none),
		kind("own-matrix", "The chart and its second line.", setups.Real.Matrix, none),
	}
}

// rosterSchema is the schema of a roster.
func rosterSchema() object {
	all := object{
		"match": object{"type": "array", "items": object{"enum": ways}},
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
