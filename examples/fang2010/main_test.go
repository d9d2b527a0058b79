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
	args := []string{"-base", "isolated,caveman", "-beta", "0,.2", "-s", "5", "-people", "56", "-replicates", "4", "-out", folder, "-csv", path}
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
	if got, want := strings.Join(all[0], ","),
		"base,beta,s,p,people,size,dimensions,replicates,payoff_mean,payoff_se,distinct_mean,absorbed_share"; got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"isolated,0", "isolated,0.2", "caveman,0", "caveman,0.2"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want+",5,0.3,56,7,100,4,0.") || !strings.HasSuffix(got, ",1") {
			t.Errorf("row %d is %s, want %s first, and all absorbed", i+1, got, want)
		}
	}
	for _, name := range []string{"fang2010.png", "fang2010.svg", "targets.csv", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-s 7", "Blocks.Size is 7, want a divisor of 100 (the dimensions)"},
		{"-people 281", "281 people, want a multiple of RewiredCaveman.Size (7)"},
		{"-base cave", `invalid value "cave" for flag -base: entry 1: "cave" is unknown, want isolated, caveman (-help lists the flags)`},
	} {
		err := run(context.Background(), append([]string{"-out", t.TempDir()}, strings.Fields(c.args)...))
		if err == nil || !strings.Contains(program.Line(err), c.want) || program.Status(err, false) != program.Misused {
			t.Errorf("%s: the error is\n%v, want in it\n%s", c.args, err, c.want)
		}
	}
}
