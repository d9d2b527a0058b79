package tidy

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	longestLine     = 100 // characters, a tab as four
	longestFunction = 80  // lines
	longestFile     = 400 // lines
	longestSame     = 7   // lines of code that two packages may share
)

func TestLines(t *testing.T) {
	for _, f := range files(t) {
		for i, line := range strings.Split(f.text, "\n") {
			n := utf8.RuneCountInString(line) + 3*strings.Count(line, "\t")
			if n > longestLine {
				t.Errorf("%s:%d has %d characters, want at most %d", f.path, i+1, n, longestLine)
			}
		}
	}
}

// A page may have longer lines in tables only.
func TestLinesOfPages(t *testing.T) {
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		for i, line := range strings.Split(string(text), "\n") {
			n := utf8.RuneCountInString(line)
			if n > longestLine && !strings.HasPrefix(line, "|") {
				t.Errorf("%s:%d has %d characters, want at most %d", path, i+1, n, longestLine)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestFilesHaveOneSubject(t *testing.T) {
	for _, f := range files(t) {
		if n := strings.Count(f.text, "\n"); n > longestFile && !f.isTest() {
			t.Errorf("%s has %d lines, perhaps two subjects", f.path, n)
		}
	}
}

func TestFunctionsAreShort(t *testing.T) {
	for _, f := range files(t) {
		for _, d := range f.parsed.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || f.isTest() {
				continue
			}
			from, to := f.set.Position(d.Pos()).Line, f.set.Position(d.End()).Line
			if n := to - from + 1; n > longestFunction {
				t.Errorf("%s:%d: %s has %d lines, want at most %d", f.path, from, d.Name.Name, n,
					longestFunction)
			}
		}
	}
}

// No two packages have the same lines of code. Shared code is in one of them, or in a lower
// package.
func TestPackagesShareNoCode(t *testing.T) {
	first := map[string]line{}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		code := f.code()
		for i := range len(code) - longestSame {
			run := code[i : i+longestSame+1]
			var text strings.Builder
			for _, l := range run {
				text.WriteString(l.text + "\n")
			}
			here := line{f.path, run[0].number, ""}
			there, known := first[text.String()]
			if !known {
				first[text.String()] = here
			} else if filepath.Dir(there.path) != filepath.Dir(here.path) {
				t.Errorf("%s:%d is %s:%d again", here.path, here.number, there.path, there.number)
				break
			}
		}
	}
}

// line is a line of code.
type line struct {
	path   string
	number int
	text   string
}

// code returns the lines of code after the imports. It leaves out empty lines, comments and lines
// of one character, such as a closing brace.
func (f file) code() []line {
	from := 0
	for _, i := range f.parsed.Imports {
		from = f.set.Position(i.End()).Line
	}
	var all []line
	for i, text := range strings.Split(f.text, "\n") {
		text = strings.TrimSpace(text)
		if i < from || len(text) < 2 || strings.HasPrefix(text, "//") {
			continue
		}
		all = append(all, line{f.path, i + 1, text})
	}
	return all
}
