package kinds

import (
	"bufio"
	"bytes"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// source is what the source of this package says of the fields of structs, by type and field.
type source struct {
	info types.Info
	own  *types.Package
	// parameters are the variables, and the fields of structs, to which fields of kinds point.
	parameters map[types.Object]bool
	all        map[string]bool // all fields of the structs that hold parameters
	named      map[string]bool // those that are a parameter
}

// readSource returns what the source says. A struct holds parameters if a field of a kind points
// into it, or if a literal makes it and it is a setup, model, event, reality or rule.
func readSource(t *testing.T) *source {
	t.Helper()
	s := &source{parameters: map[types.Object]bool{}, all: map[string]bool{},
		named: map[string]bool{}, info: types.Info{Types: map[ast.Expr]types.TypeAndValue{},
			Selections: map[*ast.SelectorExpr]*types.Selection{},
			Uses:       map[*ast.Ident]types.Object{}}}
	files, kinds := s.check(t), map[string]bool{}
	for _, root := range roots(t) {
		for name := range namesOf(t, filepath.Join("../../..", root)) {
			kinds[path.Base(root)+"."+name] = true
		}
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				s.call(c)
			}
			return true
		})
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.CompositeLit); ok && kinds[s.text(s.info.Types[l].Type)] {
				s.literal(l)
			}
			return true
		})
	}
	return s
}

// check checks the types of the package, without its tests.
func (s *source) check(t *testing.T) (files []*ast.File) {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	exports := exports(t)
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	c := types.Config{Importer: importer.ForCompiler(set, "gc", open)}
	s.own, err = c.Check("orglearn/metrics/study/kinds", set, files, &s.info)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// exports returns the files that hold the types of the packages that this one needs.
func exports(t *testing.T) map[string]string {
	t.Helper()
	c := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", ".")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		path, file, _ := strings.Cut(lines.Text(), "\t")
		files[path] = file
	}
	return files
}

// call names what is pointed to, if a call returns fields of a kind.
func (s *source) call(c *ast.CallExpr) {
	switch s.text(s.info.Types[c].Type) {
	case "kinds.Field", "kinds.Fields":
		for _, e := range c.Args {
			a, ok := e.(*ast.UnaryExpr)
			if !ok || a.Op != token.AND {
				continue
			}
			if of := s.address(a.X); of != nil {
				s.parameters[of] = true
			}
		}
	}
}

// address names what an address is of: for &t.A.B the fields A and B. It returns the last of them.
func (s *source) address(of ast.Expr) types.Object {
	switch x := of.(type) {
	case *ast.Ident:
		return s.info.Uses[x]
	case *ast.IndexExpr:
		return s.address(x.X)
	case *ast.SelectorExpr:
		if selected := s.info.Selections[x]; selected != nil {
			s.name(selected)
			s.address(x.X)
			return selected.Obj()
		}
	}
	return nil
}

// name names a field, and those of embedded structs through which it is reached.
func (s *source) name(selected *types.Selection) {
	at := selected.Recv()
	for _, i := range selected.Index() {
		if pointer, ok := at.Underlying().(*types.Pointer); ok {
			at = pointer.Elem()
		}
		of := at.Underlying().(*types.Struct)
		s.named[s.text(at)+"."+of.Field(i).Name()] = true
		s.reach(at)
		at = of.Field(i).Type()
	}
}

// literal names the fields that a literal sets to a parameter.
func (s *source) literal(l *ast.CompositeLit) {
	of := s.info.Types[l].Type
	s.reach(of)
	for _, e := range l.Elts {
		if set, ok := e.(*ast.KeyValueExpr); ok && s.isOfParameter(set.Value) {
			s.named[s.text(of)+"."+set.Key.(*ast.Ident).Name] = true
		}
	}
}

// isOfParameter reports whether an expression has a parameter in it.
func (s *source) isOfParameter(e ast.Expr) (is bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.KeyValueExpr:
			is = is || s.isOfParameter(x.Value) // and not the key
			return false
		case *ast.Ident:
			is = is || s.parameters[s.info.Uses[x]]
		}
		return true
	})
	return is
}

// reach adds the fields of a struct. It goes into structs as leaves does.
func (s *source) reach(of types.Type) {
	for _, f := range s.fields(of) {
		if _, is := f.Type().Underlying().(*types.Signature); is {
			continue
		}
		at := s.text(of) + "." + f.Name()
		if s.all[at] {
			continue
		}
		s.all[at] = true
		if unnamed[at] == "" {
			s.reach(f.Type())
		}
	}
}

// fields returns the fields of a struct that a kind can set.
func (s *source) fields(of types.Type) (all []*types.Var) {
	if str, ok := of.Underlying().(*types.Struct); ok {
		for i := range str.NumFields() {
			if f := str.Field(i); f.Exported() || f.Pkg() == s.own {
				all = append(all, f)
			}
		}
	}
	return all
}

// text writes a type as reflection does.
func (s *source) text(of types.Type) string {
	if of == nil {
		return "" // of what a call returns that returns nothing
	}
	return types.TypeString(of, (*types.Package).Name)
}
