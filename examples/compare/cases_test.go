package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fileCase is a case of testdata/cases: files as people have them, and what is right for each.
type fileCase struct {
	Right  string // in words
	Args   string
	Status any    // 0: it runs; "refused": it is an error; nil: either
	Says   string // a regular expression of what it must print
	Not    string // and of what it must not
}

// TestCases runs the cases: whether each is read or refused, and what it says.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/cases/*/case.json")
	if err != nil || len(paths) < 35 {
		t.Fatalf("%d cases, %v", len(paths), err)
	}
	for _, path := range paths {
		var c fileCase
		if err := json.Unmarshal([]byte(read(t, path)), &c); err != nil {
			t.Fatal(path, err)
		}
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			t.Chdir(filepath.Dir(path))
			c.check(t)
		})
	}
}

// check runs a case in its folder.
func (c fileCase) check(t *testing.T) {
	args := strings.Fields(c.Args)
	for _, f := range [][]string{{"-replicates", "2"}, {"-ticks", "10"}, {"-panel", "0"}} {
		if !slices.Contains(args, f[0]) {
			args = append(args, f...)
		}
	}
	said, err := c.run(t, args)
	if c.Status != nil && (err == nil) != (c.Status == 0.) {
		t.Errorf("status %v, want %v: %s", err, c.Status, said)
	}
	if c.Says != "" && !regexp.MustCompile(c.Says).MatchString(said) {
		t.Errorf("%s: does not say %q: %s", c.Right, c.Says, said)
	}
	if c.Not != "" && regexp.MustCompile(c.Not).MatchString(said) {
		t.Errorf("%s: says %q: %s", c.Right, c.Not, said)
	}
}

// run returns what the program says in one line, and its error.
func (c fileCase) run(t *testing.T, args []string) (string, error) {
	var out bytes.Buffer
	folder := filepath.Join(t.TempDir(), "out")
	err := runTo(context.Background(), append(args, "-out", folder), &out)
	said := out.String()
	if err != nil {
		said += err.Error()
		if files, _ := os.ReadDir(folder); len(files) > 0 {
			t.Errorf("refused, and %d files written", len(files))
		}
	}
	return strings.Join(strings.Fields(said), " "), err
}
