// Package tidy tests the source code of the whole module. Imports go downward, and certain imports
// stay in one place. Files have one subject, lines and functions are short, and no code is
// repeated.
package tidy

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../../.."

// file is one Go file of the module.
type file struct {
	path    string // from the root
	text    string
	imports []string
	parsed  *ast.File
	set     *token.FileSet
}

// places are where things stand in all files.
var places = token.NewFileSet()

func files(t *testing.T) []file {
	t.Helper()
	var all []file
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		all = append(all, read(t, path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("found only %d Go files: the root is wrong", len(all))
	}
	return all
}

func read(t *testing.T, path string) file {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.ParseFile(places, path, text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	f := file{text: string(text), parsed: parsed, set: places}
	f.path, _ = filepath.Rel(root, path)
	f.path = filepath.ToSlash(f.path)
	for _, i := range parsed.Imports {
		name, _ := strconv.Unquote(i.Path.Value)
		f.imports = append(f.imports, name)
	}
	return f
}

func (f file) in(folder string) bool { return strings.HasPrefix(f.path, folder+"/") }
func (f file) isTest() bool          { return strings.HasSuffix(f.path, "_test.go") }

func (f file) importsAny(prefix string) bool {
	return slices.ContainsFunc(f.imports, func(i string) bool {
		return i == prefix || strings.HasPrefix(i, prefix+"/")
	})
}

// above lists, for each layer, the layers above it. It must not import them.
var above = map[string][]string{
	"agents":  {"orglearn/network", "orglearn/sim", "orglearn/metrics", "orglearn/examples"},
	"network": {"orglearn/agents", "orglearn/sim", "orglearn/metrics", "orglearn/examples"},
	"sim":     {"orglearn/examples"},
	"metrics": {"orglearn/examples"},
}

func TestImportsGoDownward(t *testing.T) {
	for _, f := range files(t) {
		for layer, forbidden := range above {
			for _, i := range forbidden {
				if f.in(layer) && !f.isTest() && f.importsAny(i) {
					t.Errorf("%s imports %s", f.path, i)
				}
			}
		}
		// Models may have their own metrics. The rest of sim must not import metrics.
		if f.in("sim") && !f.in("sim/models") && !f.isTest() && f.importsAny("orglearn/metrics") {
			t.Errorf("%s imports orglearn/metrics", f.path)
		}
	}
}

// mayImportStudy reports whether a file may import a package of studies. The live page takes those
// that read and store nothing.
func (f file) mayImportStudy(i string) bool {
	plain := i == "orglearn/metrics/study/param" || i == "orglearn/metrics/study/kinds"
	return f.in("metrics/study") || f.in("examples/lab") || f.in("examples/live") && plain
}

func TestWhatIsConfined(t *testing.T) {
	for _, f := range files(t) {
		if f.importsAny("golang.org/x/exp") && f.path != "agents/kernel/draw.go" {
			t.Errorf("%s imports golang.org/x/exp: agents/kernel/draw.go is the one place", f.path)
		}
		if f.importsAny("gonum.org/v1/plot") && !f.in("metrics/chart") && !f.in("examples") {
			t.Errorf("%s imports gonum/plot: metrics/chart is the one place", f.path)
		}
		if f.importsAny("github.com/goccy/go-yaml") && !f.in("metrics/study/file") {
			t.Errorf("%s imports a reader of YAML: metrics/study/file is the one place", f.path)
		}
		stores := f.importsAny("modernc.org/sqlite") ||
			f.importsAny("github.com/parquet-go/parquet-go")
		if stores && !f.in("metrics/study/ledger") {
			t.Errorf("%s reads or writes a store: metrics/study/ledger is the one place", f.path)
		}
		for _, i := range f.imports {
			if strings.HasPrefix(i, "orglearn/metrics/study") && !f.mayImportStudy(i) {
				t.Errorf("%s imports %s: only examples/lab pays for SQLite and YAML", f.path, i)
			}
		}
		testing := f.isTest() || f.in("metrics/internal/hostile") || f.in("sim/internal/hostile")
		if f.importsAny("time") && f.path != "sim/workers.go" && !testing && !f.in("examples") {
			t.Errorf("%s imports time: only the number of workers that share a phase may depend "+
				"on a clock", f.path)
		}
	}
}

// Everything exported has a comment.
func TestDocumented(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest() || f.in("examples") {
			continue
		}
		for _, d := range f.parsed.Decls {
			if name := undocumented(d); name != "" {
				t.Errorf("%s: %s has no comment", f.path, name)
			}
		}
	}
}

// undocumented returns the name of an exported function, method or type without a comment.
func undocumented(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
			return d.Name.Name
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if s, ok := s.(*ast.TypeSpec); ok && s.Name.IsExported() && d.Doc == nil &&
				s.Doc == nil {
				return s.Name.Name
			}
		}
	}
	return ""
}

// exportedReceiver reports whether d is a function, or a method of an exported type.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	name, ok := t.(*ast.Ident)
	return ok && name.IsExported()
}

// Every package has a comment.
func TestPackageComments(t *testing.T) {
	said := map[string]bool{}
	for _, f := range files(t) {
		folder := filepath.Dir(f.path)
		said[folder] = said[folder] || f.parsed.Doc != nil
	}
	for folder, ok := range said {
		if !ok {
			t.Errorf("package %s has no comment", folder)
		}
	}
}

// The top level holds the known files and folders, and nothing else.
func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	known := []string{"agents", "network", "sim", "metrics", "examples", "go.mod", "go.sum",
		"README.md", "LICENSE", "CHANGELOG.md",
		"CONTRIBUTING.md", ".gitignore", ".ci", ".git", "out"}
	for _, e := range entries {
		if !slices.Contains(known, e.Name()) {
			t.Errorf("%s at the top level", e.Name())
		}
	}
}
