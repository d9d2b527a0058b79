package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/share"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// class is a study of two small organizations, as a class runs it.
func class() sim.Experiment {
	on := setups.Default()
	on.People, on.Ticks = 50, 6
	return sim.Experiment{Seed: 5, At: []int{0, 3, 6}, Scenarios: []sim.Scenario{
		setups.Isolated{On: &on, Size: 5}.Scenario(),
		setups.Communities{On: &on, Team: 5, Size: 5}.Scenario()}}
}

// table returns the table of some replicates of the class as CSV.
func table(t *testing.T, first, replicates int) string {
	t.Helper()
	e := class()
	e.First, e.Replicates = uint64(first), replicates
	all, err := metrics.Measure(t.Context(), e, share.Metrics()...)
	var b bytes.Buffer
	if err == nil {
		err = all.WriteCSV(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// post writes the share of a student.
func post(t *testing.T, student int, link string) {
	t.Helper()
	rows := table(t, (student-1)*share.PerStudent, share.PerStudent)
	path := filepath.Join("class", fmt.Sprintf("share-%04d.txt", student))
	if err := os.WriteFile(path, []byte(share.Header+link+"\n"+rows), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The shares of sixty students are one run, to the last byte.
func TestMergeClass(t *testing.T) {
	folder(t)
	if err := os.Mkdir("class", 0o777); err != nil {
		t.Fatal(err)
	}
	for student := range 60 {
		post(t, student+1, "seed=5")
	}
	text := works(t, "merge", "class")
	if want := "60 shares of #seed=5 are merged in class.csv: 600 replicates.\n"; text != want {
		t.Errorf("it prints %q, want %q", text, want)
	}
	got, err := os.ReadFile("class.csv")
	want := table(t, 0, 60*share.PerStudent)
	if err != nil || string(got) != want {
		t.Errorf("the table differs from one run: %v", err)
	}
	if works(t, "merge", "class", "-csv", "-") != want {
		t.Error("-csv - prints another table")
	}
	_, err = lab(t, "merge", "class", "-store", "class.sqlite")
	if program.Status(err, false) != program.Misused {
		t.Errorf("-store gives %v", err)
	}
	twice, err := os.ReadFile("class/share-0007.txt")
	if err == nil {
		err = os.WriteFile("class/share-0007 (1).txt", twice, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lab(t, "merge", "class"); err == nil ||
		!strings.Contains(err.Error(), "both of student 7") {
		t.Errorf("a share twice gives %v", err)
	}
	if err := os.Remove("class/share-0007 (1).txt"); err != nil {
		t.Fatal(err)
	}
	post(t, 7, "seed=6")
	if _, err := lab(t, "merge", "class"); err == nil ||
		!strings.Contains(err.Error(), `is of "seed=6", and others are of "seed=5"`) {
		t.Errorf("a share of another study gives %v", err)
	}
}
