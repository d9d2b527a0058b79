package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/program"
)

// lab runs the program and returns what it prints.
func lab(t *testing.T, args ...string) (string, error) {
	t.Helper()
	out := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = w
	text := make(chan string)
	go func() {
		all, _ := io.ReadAll(r)
		text <- string(all)
	}()
	err = run(context.Background(), args)
	os.Stdout = out
	w.Close()
	return <-text, err
}

// The study that init writes is valid, and init overwrites nothing.
func TestInit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	if text, err := lab(t, "init", path); err != nil || !strings.Contains(text, "is written") {
		t.Fatalf("%v: %s", err, text)
	}
	text, err := lab(t, "validate", path)
	if err != nil || !strings.Contains(text, "72 cells, 50 replicates each, 3600 runs") {
		t.Errorf("%v: %s", err, text)
	}
	if _, err := lab(t, "init", path); program.Status(err, false) != program.Misused {
		t.Errorf("a second init gives %v", err)
	}
}

// validate reports faults with status 2.
func TestValidate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	if err := os.WriteFile(path, []byte("organizations: {a: {}}\nseed: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := lab(t, "validate", path)
	if program.Status(err, false) != program.Misused || !strings.Contains(err.Error(), "3 faults") {
		t.Errorf("the error is %v", err)
	}
}

func TestMisuse(t *testing.T) {
	for _, args := range [][]string{{"walk"}, {"validate", "a", "b"},
		{"validate", "-x", "a"}, {"validate", "/no/such/file"}, {"kinds", "nothing"}} {
		if _, err := lab(t, args...); program.Status(err, false) != program.Misused {
			t.Errorf("%q gives %v", args, err)
		}
	}
}

func TestLists(t *testing.T) {
	for want, args := range map[string][]string{
		"validate [FILE]": nil, "usage: lab init": {"init", "-help"},
		"communities ": {"kinds"}, "hierarchy (organization): Overlapping": {"kinds", "hierarchy"},
	} {
		text, err := lab(t, args...)
		if program.Status(err, false) != program.OK || !strings.Contains(text, want) {
			t.Errorf("%q prints %q, want %q: %v", args, text, want, err)
		}
	}
	text, err := lab(t, "schema")
	if !json.Valid([]byte(text)) || err != nil {
		t.Errorf("the schema is no JSON: %v", err)
	}
}

// Flags stand before or after arguments, with one dash or two.
func TestParse(t *testing.T) {
	for _, text := range []string{"-seed 7 a b -on", "a -seed=7 --on b", "--on a -- b -seed"} {
		flags := flagsOf("validate")
		seed, on := flags.Int("seed", 7, ""), flags.Bool("on", false, "")
		rest, err := parse(flags, strings.Fields(text), 2, 3)
		if err != nil || *seed != 7 || !*on || rest[0] != "a" || rest[1] != "b" {
			t.Errorf("%s: %v, seed %d, on %v, %v", text, rest, *seed, *on, err)
		}
		if _, err := parse(flagsOf("validate"), []string{"a", "b"}, 0, 1); err == nil {
			t.Error("two arguments are one")
		}
	}
}
