package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/program"
	"orglearn/network/data"
	"orglearn/network/roster"
)

// ownFlags say where real people come from, and how their files are read.
type ownFlags struct {
	data                        string
	files                       roster.Files
	columns                     roster.Columns
	sent, asked, undirected     bool
	match, decimal              string
	noHeader, partial, isolates bool
	firstSuperior, matrix       bool
	firstRow, totals            bool
	least                       float64
	weigh, look                 bool
	pseudonyms                  string   // the file of their key
	names                       []string // of the flags that only one's own files have
}

func (o *options) sourceFlags(flags *flag.FlagSet) {
	own := &o.own
	flags.StringVar(&own.data, "data", "", "a real organization: "+
		strings.Join(data.Names(), ", "))
	before := flagNames(flags)
	own.fileFlags(flags)
	own.columnFlags(flags)
	own.readingFlags(flags)
	before = append(before, "look", "isolates", "weigh") // these go with -data too
	own.names = slices.DeleteFunc(flagNames(flags), func(name string) bool {
		return slices.Contains(before, name)
	})
}

func flagNames(flags *flag.FlagSet) (names []string) {
	flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

func (own *ownFlags) fileFlags(flags *flag.FlagSet) {
	flags.StringVar(&own.files.People, "roster", "", "your own organization: a `file` of people, "+
		"with a column id and perhaps department and manager")
	flags.StringVar(&own.files.Ties, "ties", "", "its ties: a `file` with columns from, to "+
		"(from listens to to) and perhaps weight; a matrix, GraphML and others")
	flags.StringVar(&own.files.Reports, "reports", "", "its chart: a `file` with columns from, to "+
		"(to is the superior)")
	flags.StringVar(&own.files.Teams, "teams", "", "its units: a `file` with columns id, team; a "+
		"person may be in several")
	flags.StringVar(&own.pseudonyms, "pseudonyms", "", "show pseudonyms for ids: a `file` that "+
		"holds a key, one line of "+fmt.Sprint(roster.MinKey)+" characters or more; names of "+
		"departments stay")
	flags.BoolVar(&own.look, "look", false, "say what is understood of the files, and run nothing")
}

func (own *ownFlags) columnFlags(flags *flag.FlagSet) {
	c := &own.columns
	for _, f := range []struct {
		to          *string
		name, usage string
	}{
		{&c.ID, "id", "`column` of -roster that holds the id"},
		{&c.Department, "department", "`column` of -roster that names the department, or none"},
		{&c.Manager, "manager", "`column` of -roster that holds the superior's id, or none"},
		{&c.From, "from", "`column` of -ties for who listens"},
		{&c.To, "to", "`column` of -ties for who is listened to"},
		{&c.Weight, "weight", "`column` of -ties that holds weights, or none"},
	} {
		flags.StringVar(f.to, f.name, "", f.usage+" (empty: it is guessed)")
	}
	flags.BoolVar(&own.noHeader, "no-header", false, "-ties has no header: from, to and perhaps "+
		"weight, or a square of numbers; -from 2 names columns by their numbers")
}

func (own *ownFlags) readingFlags(flags *flag.FlagSet) {
	for _, f := range []struct {
		to          *bool
		name, usage string
	}{
		{&own.sent, "sent", "a tie is a message: who is in to listens to who is in from"},
		{&own.asked, "asked", "who is in from listens to who is in to, even in a log"},
		{&own.undirected, "undirected", "a tie goes both ways"},
		{&own.partial, "partial", "leave out rows that name nobody, however many"},
		{&own.isolates, "isolates", "people without ties stay in"},
		{&own.firstSuperior, "first-superior", "of several superiors the first counts"},
		{&own.matrix, "matrix", "second superiors make the second line of a matrix"},
		{&own.firstRow, "first-row", "of several rows of a person the first counts"},
		{&own.totals, "totals", "an id such as Total is a person"},
		{&own.weigh, "weigh", "a vote counts by the weight of its tie"},
	} {
		flags.BoolVar(f.to, f.name, false, f.usage)
	}
	flags.StringVar(&own.match, "match", "", "ids may differ in these `ways`: "+
		strings.Join(roster.Matches, ","))
	flags.StringVar(&own.decimal, "decimal", "", "the decimal `mark` of weights, point or comma "+
		"(empty: the column shows it)")
	flags.Float64Var(&own.least, "least", 0, "the least `weight` of a tie that counts")
}

// validateSource reports flags that do not go together.
func (o *options) validateSource() error {
	own := slices.ContainsFunc(o.own.names, func(name string) bool { return o.given[name] })
	switch {
	case o.given["data"] && own:
		return program.Misuse("-data and -roster, -ties, -reports or other flags of your own " +
			"files do not go together: one organization at a time")
	case o.own.look && o.explain:
		return program.Misuse("-look and -explain exclude each other")
	case o.emptyFile() != "":
		return program.Misuse("-%s is empty, want a file", o.emptyFile())
	case own && o.own.files.Ties == "":
		return program.Misuse("your own organization needs -ties, and may have -roster, " +
			"-reports and -teams")
	case !o.real() && (o.own.look || o.own.isolates || o.own.weigh):
		return program.Misuse("-look, -isolates and -weigh go with -data or -ties")
	case !o.real():
		return nil
	}
	for _, name := range []string{"people", "size", "units", "periphery", "share", "connected"} {
		if o.given[name] {
			return program.Misuse("-%s does not go with a real organization, which has its own",
				name)
		}
	}
	if o.given["data"] {
		if _, err := data.Describe(o.own.data); err != nil {
			return program.Misuse("-data: %v", err)
		}
	}
	return o.own.validate()
}

// validate reports flags of one's own files that contradict each other.
func (own *ownFlags) validate() error {
	directions := 0
	for _, given := range []bool{own.sent, own.asked, own.undirected} {
		if given {
			directions++
		}
	}
	if directions > 1 {
		return program.Misuse("-sent, -asked and -undirected exclude each other")
	}
	if own.firstSuperior && own.matrix {
		return program.Misuse("-first-superior and -matrix exclude each other")
	}
	if !(own.least >= 0) || own.least > 1e30 {
		return program.Misuse("-least is %v, want 0 or more", own.least)
	}
	if own.pseudonyms != "" && slices.Contains(own.paths(), own.pseudonyms) {
		return program.Misuse("-pseudonyms %s is one of the files that are read, want a file with "+
			"a key", own.pseudonyms)
	}
	if _, ok := decimals[own.decimal]; !ok {
		return program.Misuse("-decimal is %.40q, want point or comma", own.decimal)
	}
	for _, way := range own.ways() {
		if !slices.Contains(roster.Matches, way) && way != roster.Exact {
			return program.Misuse("-match: %.40q is unknown, want some of %s", way,
				strings.Join(roster.Matches, ","))
		}
	}
	return nil
}

// decimals are the marks that -decimal names.
var decimals = map[string]string{"": "", "point": ".", "comma": ","}

// ways are the ways of -match.
func (own *ownFlags) ways() (all []string) {
	for _, way := range strings.Split(own.match, ",") {
		if way = strings.TrimSpace(way); way != "" {
			all = append(all, way)
		}
	}
	return all
}

// real reports whether a real organization is compared.
func (o *options) real() bool { return o.given["data"] || o.given["ties"] }

// reader is the reader that the flags ask for.
func (own *ownFlags) reader() (roster.Reader, error) {
	r := roster.Reader{Columns: own.columns, NoHeader: own.noHeader, Match: own.ways(),
		Partial: own.partial, Least: own.least, FirstRow: own.firstRow, Totals: own.totals,
		Decimal: decimals[own.decimal]}
	switch {
	case own.sent:
		r.Direction = roster.ToListens
	case own.asked:
		r.Direction = roster.FromListens
	case own.undirected:
		r.Direction = roster.BothListen
	}
	switch {
	case own.firstSuperior:
		r.Second = roster.SecondDropped
	case own.matrix:
		r.Second = roster.SecondLine
	}
	var err error
	r.Key, err = own.key()
	return r, err
}

// readRoster reads a real organization, one of the library's or the user's own. It returns a title
// beside it and, where there is one, a citation in the next line.
func readRoster(o *options) (*roster.Roster, string, error) {
	if o.given["data"] {
		set, err := data.Describe(o.own.data)
		if err != nil {
			return nil, "", err
		}
		r, err := data.Open(o.own.data)
		return r, set.About + "\n" + set.Citation, err
	}
	reader, err := o.own.reader()
	if err != nil {
		return nil, "", err
	}
	r, err := reader.Open(o.own.files)
	return r, "The organization of " + o.own.paths()[0], err
}

// paths are the user's own files.
func (own *ownFlags) paths() (all []string) {
	for _, path := range []string{own.files.People, own.files.Ties, own.files.Reports,
		own.files.Teams} {
		if path != "" {
			all = append(all, path)
		}
	}
	return all
}

// parameters adds what the manifest keeps: the flags that were given.
func (own *ownFlags) parameters(given map[string]bool, p map[string]any) {
	if given["data"] {
		p["data"] = own.data
	} else {
		own.fileParameters(p)
	}
	own.flagParameters(given, p)
}

func (own *ownFlags) fileParameters(p map[string]any) {
	p["roster"], p["ties"] = own.files.People, own.files.Ties
	p["reports"], p["teams"] = own.files.Reports, own.files.Teams
}

func (own *ownFlags) flagParameters(given map[string]bool, p map[string]any) {
	for name, value := range map[string]any{
		"sent": own.sent, "asked": own.asked, "undirected": own.undirected,
		"partial": own.partial, "isolates": own.isolates, "match": own.match,
		"first-superior": own.firstSuperior, "matrix": own.matrix, "first-row": own.firstRow,
		"totals": own.totals, "no-header": own.noHeader, "least": own.least, "weigh": own.weigh,
		"id": own.columns.ID, "department": own.columns.Department,
		"manager": own.columns.Manager, "from": own.columns.From, "to": own.columns.To,
		"weight": own.columns.Weight, "decimal": own.decimal,
		"pseudonyms": true,
	} {
		if given[name] {
			p[name] = value
		}
	}
}
