package practice_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// rules are the rules of the package that have parameters.
var rules = []interface{ Validate() error }{
	practice.Allotment{},
	practice.Apprenticeship{},
	practice.Askers{},
	practice.Attendance{},
	practice.Attend{},
	practice.Calendar{},
	practice.Commitment{},
	practice.Decreed{Of: agents.Superior{}},
	practice.Weighed{},
	practice.Domain{},
	practice.Expectations{},
	practice.Floor{},
	practice.Goals{},
	practice.Interests{Topics: 1, Each: 1},
	practice.Led{},
	practice.Levels{Of: agents.Superior{}},
	practice.Narrow{},
	practice.PassOn{Of: agents.Say{}},
	practice.Purpose{},
	practice.Repository{Of: agents.Superior{}},
	practice.Respondent{},
	practice.Shares{},
	practice.Specialist{Of: agents.Mixed{}},
	practice.Stages{},
	practice.Take{},
	practice.Tally{},
	practice.Transactive{Of: agents.Superior{}},
	practice.Visibility{},
	practice.Vote{},
	practice.Withhold{},
	practice.Within{},
	practice.Work{},
}

// The section Signs of the package comment lists every parameter that can be negative, and no
// other. So each of them is 0, which is sound, unless somebody sets it.
func TestSigns(t *testing.T) {
	listed, signed := signs(t), []string{}
	for _, rule := range rules {
		kind := reflect.TypeOf(rule)
		for i := range kind.NumField() {
			f := kind.Field(i)
			if f.Type.Kind() == reflect.Float64 && allows(rule, i, -.5) {
				signed = append(signed, kind.Name()+"."+f.Name)
			}
			if f.Type.Kind() == reflect.Float64 && !allows(rule, i, 0) {
				t.Errorf("%s.%s of 0 is an error", kind.Name(), f.Name)
			}
			if f.Type.Kind() == reflect.Int && allows(rule, i, -1) {
				t.Errorf("%s.%s may be -1", kind.Name(), f.Name)
			}
		}
	}
	slices.Sort(listed)
	if slices.Sort(signed); !slices.Equal(listed, signed) {
		t.Errorf("the comment lists %v, and %v can be negative", listed, signed)
	}
}

// allows reports whether no error names a field that has a value.
func allows(rule interface{ Validate() error }, field int, value float64) bool {
	v := reflect.New(reflect.TypeOf(rule)).Elem()
	v.Set(reflect.ValueOf(rule))
	if f := v.Field(field); f.Kind() == reflect.Int {
		f.SetInt(int64(value))
	} else {
		f.SetFloat(value)
	}
	err := v.Interface().(interface{ Validate() error }).Validate()
	return err == nil || !strings.Contains(err.Error(), v.Type().Field(field).Name)
}

// signs returns the parameters that the package comment lists under Signs.
func signs(t *testing.T) (listed []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(file.Doc.Text(), "# Signs\n")
	if !ok {
		t.Fatal("there is no section Signs")
	}
	section, _, _ = strings.Cut(section, "\n# ")
	entry := regexp.MustCompile(`(?m)^\t(\w+\.\w+)`)
	for _, found := range entry.FindAllStringSubmatch(section, -1) {
		listed = append(listed, found[1])
	}
	return listed
}

// No rule with parameters is missing in the list of rules.
func TestRulesAreAll(t *testing.T) {
	names := map[string]bool{"heeding": true} // not exported: its fields are of Apprenticeship
	for _, rule := range rules {
		names[reflect.TypeOf(rule).Name()] = true
	}
	for _, name := range sources(t) {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || f.Recv == nil || f.Name.Name != "Validate" {
				continue
			}
			if name := f.Recv.List[0].Type.(*ast.Ident).Name; !names[name] {
				t.Errorf("%s is not in the list", name)
			}
		}
	}
}

// sources are the files of the package, without tests.
func sources(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
}

// A wrong value of any number names its field, itself and what is wanted. Some depend on a
// scenario: what is too much for the dimensions says Fits.
func TestWrongValuesNameThemselves(t *testing.T) {
	for _, rule := range rules {
		kind := reflect.TypeOf(rule)
		for i := range kind.NumField() {
			for _, value := range wrong(kind.Field(i).Type) {
				v := reflect.New(kind).Elem()
				v.Set(reflect.ValueOf(rule))
				v.Field(i).Set(value)
				err := v.Interface().(interface{ Validate() error }).Validate()
				want := fmt.Sprintf("%s.%s is %v, want ", kind.Name(), kind.Field(i).Name, value)
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("the error is %v, want %s...", err, want)
				}
			}
		}
	}
}

// wrong are values of a type that no parameter has.
func wrong(of reflect.Type) (values []reflect.Value) {
	switch of.Kind() {
	case reflect.Float64:
		for _, x := range []float64{math.NaN(), math.Inf(1), -7.5, 1e300} {
			values = append(values, reflect.ValueOf(x).Convert(of))
		}
	case reflect.Int:
		for _, n := range []int{math.MinInt, -7} {
			values = append(values, reflect.ValueOf(n).Convert(of))
		}
	case reflect.Uint8:
		values = append(values, reflect.ValueOf(uint8(200)).Convert(of))
	}
	return values
}
