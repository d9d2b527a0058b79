// Package orgflags holds the flags by which programs read a real organization: one of the
// library's, or files of one's own. It also says who of it is simulated, and of which groups
// results may be shown.
//
//	flags --Add, Check--> Flags --Read--> Roster --Active--> Roster and notes --Groups--> groups
package orgflags

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/program"
	"orglearn/network/data"
	"orglearn/network/roster"
)

// Flags say where real people come from, and how their files are read. The zero value is ready for
// Add.
type Flags struct {
	Data  string // the name of an organization of the library
	Files roster.Files
	Least float64 // weight
	// A vote counts by the weight of its tie; say what was read; people without ties stay.
	Weigh, Look, Isolates bool

	columns                 roster.Columns
	sent, asked, undirected bool
	match, decimal          string
	noHeader, partial       bool
	firstSuperior, matrix   bool
	firstRow, totals        bool
	pseudonyms              string          // the file of their key
	names                   []string        // of the flags that only one's own files have
	given                   map[string]bool // the flags that were given
}

// Add adds the flags.
func (own *Flags) Add(flags *flag.FlagSet) {
	flags.StringVar(&own.Data, "data", "", "a real organization: "+
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

func (own *Flags) fileFlags(flags *flag.FlagSet) {
	flags.StringVar(&own.Files.People, "roster", "", "your own organization: a `file` of people, "+
		"with a column id and perhaps department and manager")
	flags.StringVar(&own.Files.Ties, "ties", "", "its ties: a `file` with columns from, to "+
		"(from listens to to) and perhaps weight; a matrix, GraphML and others")
	flags.StringVar(&own.Files.Reports, "reports", "", "its chart: a `file` with columns from, to "+
		"(to is the superior)")
	flags.StringVar(&own.Files.Teams, "teams", "", "its units: a `file` with columns id, team; a "+
		"person may be in several")
	flags.StringVar(&own.pseudonyms, "pseudonyms", "", "show pseudonyms for ids: a `file` that "+
		"holds a key, one line of "+fmt.Sprint(roster.MinKey)+" characters or more; names of "+
		"departments stay")
	flags.BoolVar(&own.Look, "look", false, "say what is understood of the files, and run nothing")
}

func (own *Flags) columnFlags(flags *flag.FlagSet) {
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

func (own *Flags) readingFlags(flags *flag.FlagSet) {
	for _, f := range []struct {
		to          *bool
		name, usage string
	}{
		{&own.sent, "sent", "a tie is a message: who is in to listens to who is in from"},
		{&own.asked, "asked", "who is in from listens to who is in to, even in a log"},
		{&own.undirected, "undirected", "a tie goes both ways"},
		{&own.partial, "partial", "leave out rows that name nobody, however many"},
		{&own.Isolates, "isolates", "people without ties stay in"},
		{&own.firstSuperior, "first-superior", "of several superiors the first counts"},
		{&own.matrix, "matrix", "second superiors make the second line of a matrix"},
		{&own.firstRow, "first-row", "of several rows of a person the first counts"},
		{&own.totals, "totals", "an id such as Total is a person"},
		{&own.Weigh, "weigh", "a vote counts by the weight of its tie"},
	} {
		flags.BoolVar(f.to, f.name, false, f.usage)
	}
	flags.StringVar(&own.match, "match", "", "ids may differ in these `ways`: "+
		strings.Join(roster.Matches, ","))
	flags.StringVar(&own.decimal, "decimal", "", "the decimal `mark` of weights, point or comma "+
		"(empty: the column shows it)")
	flags.Float64Var(&own.Least, "least", 0, "the least `weight` of a tie that counts")
}

// Check reports flags that do not go together, given the names of all flags that were given. A real
// organization has its own people and units, so flags that make them up, others, do not go with it.
// Call it before any other method.
func (own *Flags) Check(given map[string]bool, others ...string) error {
	own.given = given
	files := slices.ContainsFunc(own.names, func(name string) bool { return given[name] })
	switch {
	case given["data"] && files:
		return program.Misuse("-data and -roster, -ties, -reports or other flags of your own " +
			"files do not go together: one organization at a time")
	case own.Look && given["explain"]:
		return program.Misuse("-look and -explain exclude each other")
	case own.emptyFile() != "":
		return program.Misuse("-%s is empty, want a file", own.emptyFile())
	case files && own.Files.Ties == "":
		return program.Misuse("your own organization needs -ties, and may have -roster, " +
			"-reports and -teams")
	case !own.Real() && (own.Look || own.Isolates || own.Weigh):
		return program.Misuse("-look, -isolates and -weigh go with -data or -ties")
	case !own.Real():
		return nil
	}
	for _, name := range others {
		if given[name] {
			return program.Misuse("-%s does not go with a real organization, which has its own",
				name)
		}
	}
	if given["data"] {
		if _, err := data.Describe(own.Data); err != nil {
			return program.Misuse("-data: %v", err)
		}
	}
	return own.validate()
}

// validate reports flags of one's own files that contradict each other.
func (own *Flags) validate() error {
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
	if !(own.Least >= 0) || own.Least > 1e30 {
		return program.Misuse("-least is %v, want 0 or more", own.Least)
	}
	if own.pseudonyms != "" && slices.Contains(own.Paths(), own.pseudonyms) {
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
func (own *Flags) ways() (all []string) {
	for _, way := range strings.Split(own.match, ",") {
		if way = strings.TrimSpace(way); way != "" {
			all = append(all, way)
		}
	}
	return all
}

// Assume takes an organization of the library if the flags that were given name none and no file.
// It adds -data to them.
func (own *Flags) Assume(name string, given map[string]bool) {
	for _, flag := range append(own.names, "data") {
		if given[flag] {
			return
		}
	}
	own.Data, given["data"] = name, true
}
