package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

// A parameter that is given leaves one value of each other, and three arms of each combination.
func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-topics", "4,8", "-shared", "2", "-ticks", "15",
		"-replicates", "2")
	if len(all) != 1+2*len(arms) {
		t.Fatalf("%d rows, want %d and the header", len(all)-1, 2*len(arms))
	}
	for i, row := range all[1:] {
		if want := []string{"4", "8"}[i/len(arms)]; row[0] != want || len(row) != len(all[0]) {
			t.Errorf("row %d is %v, want topics %s", i+1, row, want)
		}
		if !strings.Contains(strings.Join(row, ","), arms[i%len(arms)]) {
			t.Errorf("row %d is %v, want the arm %s", i+1, row, arms[i%len(arms)])
		}
	}
}

func TestFigure(t *testing.T) {
	folder := t.TempDir()
	programtest.Rows(t, run, folder, "-ticks", "15", "-replicates", "2")
	for _, name := range []string{"formation.png", "formation.svg", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

// Combinations that cannot be are named, and nothing is written.
func TestRefused(t *testing.T) {
	for _, args := range [][]string{
		{"-topics", "7"}, {"-interests", "9", "-topics", "8"}, {"-topics", "0"}, {"-join", "2"},
		{"-shared", "4"}, {"-interests", "1,3", "-shared", "2"},
	} {
		folder := filepath.Join(t.TempDir(), "none")
		if err := run(context.Background(), append(args, "-out", folder)); err == nil {
			t.Errorf("%v runs", args)
		}
		if files, _ := os.ReadDir(folder); len(files) > 0 {
			t.Errorf("%v writes %v", args, files)
		}
	}
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 7, "formation", run) }
