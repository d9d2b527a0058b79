package kinds

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// others are the packages below sim and agents that hold nothing a study names, and why.
var others = map[string]string{
	"sim/simtest":       "it tests scenarios",
	"sim/whatif":        "it changes runs that are made of scenarios",
	"agents/agentstest": "it tests rules",
	"agents/kernel":     "it works on words, and no rule is in it",
}

// methods make a type a setup or a model, an event, a reality, or a rule.
var methods = []string{"Scenario", "Happen", "New", "Externalize", "Objectify", "Internalize",
	"Part", "About", "Begin", "Try", "Ask", "Do", "Reflect"}

// elsewhere are types that the table does not name, and why.
var elsewhere = map[string]string{
	"practice.Askers":     "sharing, apprenticeship and led put it",
	"practice.Respondent": "sharing puts it",
	"practice.Interests":  "formation puts it",
	"practice.Attend":     "attention puts it",
	"culture.Selves":      "culture puts it",
	"culture.Notice":      "culture puts it",
	"power.Allot":         "time puts it",
	"agenda.Attention":    "attention puts it",
	"practice.Repository": "repository puts it",
	"practice.Traits":     "it is what people have, and no rule",
	"sim.Remembered":      "it is what units remember, and no rule",
	"formation.Controls":  "members-drawn and domains-drawn are of them",
	"setups.Conditions":   "it is the conditions",
	"sim.During":          "every event has its first and last tick",
	"sim.Model":           "it is a run, and no part of a scenario",
}

// The table has every setup, published model, event, reality and rule of the library. The table's
// source names the type of each, or another kind puts it.
func TestTableIsComplete(t *testing.T) {
	source, found := "", 0
	files, err := filepath.Glob("table*.go")
	for _, file := range files {
		text, failed := os.ReadFile(file)
		source, err = source+string(text), cmp.Or(err, failed)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range roots(t) {
		for name := range namesOf(t, filepath.Join("../../..", root)) {
			full := path.Base(root) + "." + name
			found++
			whole := regexp.MustCompile(`\b` + regexp.QuoteMeta(full) + `\b`)
			if !whole.MatchString(source) && elsewhere[full] == "" {
				t.Errorf("no kind is of a %s", full)
			}
		}
	}
	if found < 80 {
		t.Errorf("only %d types were found", found)
	}
}

// roots are the packages whose setups, models, mechanisms, events, realities and rules the table
// has: all below sim and agents.
func roots(t *testing.T) (all []string) {
	t.Helper()
	for _, top := range []string{"sim", "agents"} {
		root := os.DirFS("../../..")
		err := fs.WalkDir(root, top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			switch d.Name() {
			case "internal", "testdata":
				return fs.SkipDir
			}
			if others[path] == "" {
				all = append(all, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// namesOf returns the exported types of a package that have one of the methods, and the exported
// functions that return a scenario. Func types are made from functions, which a table cannot hold.
func namesOf(t *testing.T, folder string) map[string]bool {
	t.Helper()
	all, err := parser.ParseDir(token.NewFileSet(), folder, func(f fs.FileInfo) bool {
		return !strings.HasSuffix(f.Name(), "_test.go")
	}, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, p := range all {
		ast.Inspect(p, func(n ast.Node) bool {
			f, ok := n.(*ast.FuncDecl)
			if !ok || !ast.IsExported(f.Name.Name) {
				return true
			}
			name := f.Name.Name
			if f.Recv != nil {
				name = receiver(f)
			}
			if f.Recv == nil && !returnsScenario(f) ||
				f.Recv != nil && !slices.Contains(methods, f.Name.Name) {
				return true
			}
			if ast.IsExported(name) && !strings.HasSuffix(name, "Func") {
				names[name] = true
			}
			return true
		})
	}
	return names
}

// returnsScenario reports whether a function returns an organization.
func returnsScenario(f *ast.FuncDecl) bool {
	if f.Type.Results == nil {
		return false
	}
	for _, r := range f.Type.Results.List {
		s, ok := r.Type.(*ast.SelectorExpr)
		if ok && s.Sel.Name == "Scenario" {
			return true
		}
	}
	return false
}

func receiver(f *ast.FuncDecl) string {
	t := f.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if name, ok := t.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}
