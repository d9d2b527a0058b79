package file

import (
	"os"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
)

// Read reads the study in a file.
func Read(path string, table kinds.Table) (study.Study, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return study.Study{}, err
	}
	return Parse(path, text, table)
}

// Parse reads a study from a text. Errors name the file by the given path. Files that the study
// names are sought from its folder. If anything is wrong, the error is Faults and holds all.
func Parse(path string, text []byte, table kinds.Table) (study.Study, error) {
	return ParseCopied(path, text, table, nil)
}

// ParseCopied is Parse with copies of files that the study names: copies has their paths, by the
// names in the text.
func ParseCopied(
	path string, text []byte, table kinds.Table, copies map[string]string,
) (study.Study, error) {
	r, err := read(path, text, table, copies)
	if err != nil {
		return study.Study{}, err
	}
	return r.study, nil
}

func read(
	path string, text []byte, table kinds.Table, copies map[string]string,
) (*reader, error) {
	r := &reader{tree: tree{name: path}, table: table, mains: map[string]ast.Node{}, files: copies}
	if root := r.parse(text); root != nil {
		r.root(root)
	}
	if len(r.faults) > 0 {
		return nil, r.sorted()
	}
	r.study.Text = string(text)
	return r, nil
}

// reader reads the parts of a study.
type reader struct {
	tree
	table kinds.Table
	study study.Study
	made  []made              // how each organization is made
	mains map[string]ast.Node // the values of the main keys

	shared []kinds.Part      // that all organizations have
	files  map[string]string // copies of files, by their names in the text
	own    *own              // the roster
	// names the files of the roster and their contents
	rosterSum string
	ticked    bool       // the conditions say how long a run is
	plan      study.Plan // once all is read
	planned   bool
}

// keys are the main keys, and what reads each, in this order.
func (r *reader) keys() []struct {
	name string
	read func(ast.Node)
} {
	return []struct {
		name string
		read func(ast.Node)
	}{
		{"study", func(n ast.Node) { r.study.Question, _ = r.word(n, "study") }},
		{"seed", func(n ast.Node) {
			seed, _ := r.whole(n, "seed", 0, 1<<53)
			r.study.Seed = uint64(seed)
		}},
		{"replicates", func(n ast.Node) {
			r.study.Replicates, _ = r.whole(n, "replicates", 1, study.MaxReplicates)
		}},
		{"roster", r.roster},
		{"conditions", r.conditions},
		{"mechanisms", func(n ast.Node) { r.parts(n, "mechanisms", kinds.Mechanism) }},
		{"reality", r.reality},
		{"rules", r.rules},
		{"events", r.events},
		{"record", r.record},
		{"axes", r.axes},
		{"randomized", func(n ast.Node) { r.study.Randomized = r.yes(n, "randomized") }},
		{"organizations", r.organizations},
		{"compare", r.compare},
		{"until", r.until},
		{"hypotheses", r.hypotheses},
		{"targets", r.targets},
	}
}

// root reads the whole file. Later keys need what earlier ones say, whatever their order in the
// file.
func (r *reader) root(n ast.Node) {
	r.study.Seed, r.study.Replicates = 1, 50
	var names []string
	for _, k := range r.keys() {
		names = append(names, k.name)
	}
	for _, e := range r.entries(n, "the study") {
		if !slices.Contains(names, e.name) {
			r.fault(e.key, "unknown key %q%s", e.name, meant(e.name, names))
			continue
		}
		r.mains[e.name] = e.value
	}
	for _, need := range []string{"organizations", "record"} {
		if r.mains[need] == nil {
			r.fault(n, "the study has no %s", need)
		}
	}
	for _, k := range r.keys() {
		if contains([]string{"compare", "until", "hypotheses", "targets"}, k.name) {
			r.make()
		}
		if v := r.mains[k.name]; v != nil {
			k.read(v)
		}
	}
}

// make plans the study, once, if there is no fault yet.
func (r *reader) make() {
	if r.planned || len(r.faults) > 0 {
		return
	}
	r.planned = true
	plan, err := r.study.Plan()
	if err != nil {
		r.fault(r.mains["organizations"], "%v", err)
	}
	r.plan = plan
}
