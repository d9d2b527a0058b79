package kinds

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// roots are the packages whose setups, models, mechanisms, events, realities and rules the table
// has.
var roots = []string{"sim", "sim/setups", "sim/models", "sim/power", "sim/culture", "sim/agenda",
	"sim/formation", "sim/flows", "sim/tasks", "sim/signals", "agents", "agents/practice",
	"agents/opinion"}

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
	"formation.Controls":  "a control keeps the history of one scenario, which no table can",
	"setups.Conditions":   "it is the conditions",
}

// The table has every setup, published model, event, reality and rule of the library. The table's
// source names the type of each, or another kind puts it.
func TestTableIsComplete(t *testing.T) {
	source, err := source()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, root := range roots {
		for name := range typesOf(t, filepath.Join("../../..", root)) {
			full := path.Base(root) + "." + name
			found++
			if !strings.Contains(source, full) && elsewhere[full] == "" {
				t.Errorf("no kind is of a %s", full)
			}
		}
	}
	if found < 80 {
		t.Errorf("only %d types were found", found)
	}
}

// source is the source of the table.
func source() (string, error) {
	files, err := filepath.Glob("*.go")
	text := ""
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		bytes, err := os.ReadFile(f)
		if err != nil {
			return "", err
		}
		text += string(bytes)
	}
	return text, err
}

// typesOf returns the exported types of a package that have one of the methods. Func types are
// made from functions, which a table cannot hold.
func typesOf(t *testing.T, folder string) map[string]bool {
	t.Helper()
	all, err := parser.ParseDir(token.NewFileSet(), folder, func(f fs.FileInfo) bool {
		return !strings.HasSuffix(f.Name(), "_test.go")
	}, 0)
	if err != nil {
		t.Fatal(err)
	}
	types := map[string]bool{}
	for _, p := range all {
		ast.Inspect(p, func(n ast.Node) bool {
			f, ok := n.(*ast.FuncDecl)
			if !ok || f.Recv == nil || !slices.Contains(methods, f.Name.Name) {
				return true
			}
			name := receiver(f)
			if ast.IsExported(name) && !strings.HasSuffix(name, "Func") {
				types[name] = true
			}
			return true
		})
	}
	return types
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
