package file

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// MaxBytes is the largest size of a study file.
const MaxBytes = 1 << 18

// tree walks the syntax tree of a file and collects all that is wrong with it.
type tree struct {
	name   string
	lines  []string
	faults Faults
}

// entry is a key of a mapping and its value.
type entry struct {
	name       string
	key, value ast.Node
}

// fault adds a fault at a node.
func (t *tree) fault(n ast.Node, format string, args ...any) {
	at := place(n)
	t.faultAt(at.Line, at.Column, fmt.Sprintf(format, args...))
}

func (t *tree) faultAt(line, column int, what string) {
	f := Fault{File: t.name, Line: line, Column: column, What: what}
	if line >= 1 && line <= len(t.lines) {
		f.Excerpt = strings.TrimRight(strings.ReplaceAll(t.lines[line-1], "\t", " "), "\r")
	}
	t.faults = append(t.faults, f)
}

// place returns where a node begins. The token of a mapping is its first colon.
func place(n ast.Node) *token.Position {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		return place(m.Values[0].Key)
	}
	return n.GetToken().Position
}

// sorted returns the faults in the order of places.
func (t *tree) sorted() Faults {
	sort.SliceStable(t.faults, func(i, j int) bool {
		a, b := t.faults[i], t.faults[j]
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	})
	return t.faults
}

// parse returns the one document of a file, or nil with faults. A byte order mark is no part of the
// text.
func (t *tree) parse(text []byte) ast.Node {
	if len(text) > MaxBytes {
		t.faultAt(1, 1, fmt.Sprintf("the file has %d bytes, want at most %d", len(text), MaxBytes))
		return nil
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	t.lines = strings.Split(string(text), "\n")
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		t.faultAt(1, 1, "the file is no text in UTF-8")
		return nil
	}
	f, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		t.syntax(err)
		return nil
	}
	for _, d := range f.Docs[min(1, len(f.Docs)):] {
		at := 1
		if d.Start != nil {
			at = d.Start.Position.Line
		}
		t.faultAt(at, 1, "a second document begins here, want one in a file")
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		t.faultAt(1, 1, "the file is empty, want a study (lab init writes one)")
		return nil
	}
	return f.Docs[0].Body
}

// syntax adds the fault of a text that is no YAML.
func (t *tree) syntax(err error) {
	var at interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &at) && at.GetToken() != nil {
		p := at.GetToken().Position
		t.faultAt(p.Line, p.Column, "no YAML: "+at.GetMessage())
		return
	}
	t.faultAt(1, 1, "no YAML: "+err.Error())
}

// plain reports whether a node is no anchor, alias, tag or merge key. It adds a fault if it is.
func (t *tree) plain(n ast.Node) bool {
	switch n.(type) {
	case *ast.AnchorNode, *ast.AliasNode:
		t.fault(n, "anchors and aliases (& and *) are not allowed: write the value out")
	case *ast.TagNode:
		t.fault(n, "tags (!) are not allowed")
	case *ast.MergeKeyNode, *ast.MappingKeyNode:
		t.fault(n, "want a plain key")
	default:
		return true
	}
	return false
}

// entries returns the entries of a mapping, each key once. what says what the mapping is.
func (t *tree) entries(n ast.Node, what string) (all []entry) {
	if !t.plain(n) {
		return nil
	}
	m, ok := n.(*ast.MappingNode)
	if !ok {
		t.fault(n, "%s is %s, want a mapping such as {key: value}", what, describe(n))
		return nil
	}
	seen := map[string]int{}
	for _, v := range m.Values {
		if !t.plain(v.Key) {
			continue
		}
		e := entry{strings.TrimSpace(v.Key.GetToken().Value), v.Key, v.Value}
		if line, twice := seen[e.name]; twice {
			t.fault(v.Key, "%s has the key %q twice, first in line %d", what, e.name, line)
			continue
		}
		seen[e.name] = place(v.Key).Line
		all = append(all, e)
	}
	return all
}

// items returns the items of a list.
func (t *tree) items(n ast.Node, what string) []ast.Node {
	if !t.plain(n) {
		return nil
	}
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		t.fault(n, "%s is %s, want a list such as [1, 2]", what, describe(n))
		return nil
	}
	if len(s.Values) == 0 {
		t.fault(n, "%s is an empty list", what)
	}
	return s.Values
}

// word returns a text.
func (t *tree) word(n ast.Node, what string) (string, bool) {
	if !t.plain(n) {
		return "", false
	}
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	}
	t.fault(n, "%s is %s, want a text", what, describe(n))
	return "", false
}

// number returns a decimal number. The library reads 1e-3 as a text, and 010 as octal.
func (t *tree) number(n ast.Node, what string) (float64, bool) {
	if !t.plain(n) {
		return 0, false
	}
	if v, ok := decimal(n); ok {
		return v, true
	}
	t.fault(n, "%s is %s, want a number", what, describe(n))
	return 0, false
}

func decimal(n ast.Node) (float64, bool) {
	tk := n.GetToken()
	switch n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
	case *ast.StringNode:
		if tk.Type != token.StringType {
			return 0, false // a number in quotes
		}
	default:
		return 0, false
	}
	text := strings.TrimLeft(tk.Value, "+-")
	if strings.Trim(text, "0123456789.eE+-") != "" || len(text) > 1 && text[0] == '0' &&
		text[1] >= '0' && text[1] <= '9' {
		return 0, false
	}
	v, err := strconv.ParseFloat(tk.Value, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// whole returns a whole number from least to most.
func (t *tree) whole(n ast.Node, what string, least, most float64) (int, bool) {
	v, ok := t.number(n, what)
	if ok && (v != math.Trunc(v) || v < least || v > most) {
		t.fault(n, "%s is %s, want a whole number, %s to %s", what, n.GetToken().Value,
			short(least), short(most))
		return 0, false
	}
	return int(v), ok
}

func short(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// yes returns true or false.
func (t *tree) yes(n ast.Node, what string) bool {
	b, ok := n.(*ast.BoolNode)
	if t.plain(n) && !ok {
		t.fault(n, "%s is %s, want true or false", what, describe(n))
	}
	return ok && b.Value
}

// describe says what a node is.
func describe(n ast.Node) string {
	switch n := n.(type) {
	case *ast.MappingNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "nothing"
	case *ast.StringNode:
		return strconv.Quote(n.Value)
	}
	return n.GetToken().Value
}
