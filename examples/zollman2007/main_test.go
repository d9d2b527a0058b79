package main

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/program"
)

func TestRows(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "rows.csv")
	args := []string{"-network", "complete,wheel,cycle", "-people", "10,4", "-replicates", "40", "-out", folder, "-csv", path}
	if err := run(context.Background(), args); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(all[0], ","), "network,people,replicates,success_mean,success_se"; got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"complete,10,40,", "complete,4,40,", "wheel,10,40,", "wheel,4,40,", "cycle,10,40,", "cycle,4,40,"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if a, b := strings.Join(all[2][2:], ","), strings.Join(all[4][2:], ","); a != b {
		t.Errorf("a wheel of 4 is complete, but succeeds with %s and not %s", b, a)
	}
	for _, name := range []string{"zollman2007.png", "zollman2007.svg", "targets.csv", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-people 2", `invalid value "2" for flag -people: entry 1: 2 is not 3 to 1000 (-help lists the flags)`},
		{"-network star", `entry 1: "star" is unknown, want complete, wheel, cycle`},
		{"-network cycle,", "entry 2 is empty"},
	} {
		err := run(context.Background(), append([]string{"-out", t.TempDir()}, strings.Fields(c.args)...))
		if err == nil || !strings.Contains(program.Line(err), c.want) || program.Status(err, false) != program.Misused {
			t.Errorf("%s: the error is\n%v, want in it\n%s", c.args, err, c.want)
		}
	}
}
