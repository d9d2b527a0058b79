package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/examples/program"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(),
		"-reading", "text,original", "-p1", ".1,.9", "-p2", ".5", "-p3", ".1", "-periods", "19",
		"-replicates", "5")
	want := "reading,p1,p2,p3,p4,people,dimensions,periods,replicates,code_mean,code_se," +
		"individual_mean,individual_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"text,0.1", "text,0.9", "original,0.1", "original,0.9"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got,
			want+",0.5,0.1,0,50,30,19,5,0.") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// With the default rates all figures are run, and the rows are the 27 points of Figure 1.
func TestFigures(t *testing.T) {
	folder := t.TempDir()
	if all := programtest.Rows(t, run, t.TempDir(), "-replicates", "3"); len(all) != 28 {
		t.Errorf("%d rows, want 28 with the header", len(all))
	}
	if err := run(context.Background(),
		[]string{"-replicates", "2", "-reading", "original,text", "-out", folder}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"march1991 reading=original.png", "march1991 reading=text.svg", "targets.csv",
		"manifest.json",
	} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	programtest.Writes(t, "march1991 reading=text", folder, "0.0", "1.0", "knowledge")
}

// The text misses the targets: -check says so.
func TestCheck(t *testing.T) {
	args := []string{
		"-reading", "text", "-p1", ".5", "-p2", ".1", "-replicates", "200", "-out", t.TempDir(),
	}
	if err := run(context.Background(), args); err != nil {
		t.Errorf("without -check: %v", err)
	}
	err := run(context.Background(), append(args, "-check"))
	if err == nil || err.Error() != "1 of 1 targets missed" ||
		program.Status(err, false) != program.Failed {
		t.Errorf("with -check: %v, want 1 of 1 targets missed", err)
	}
	args[1] = "original"
	if err := run(context.Background(), append(args, "-check")); err != nil {
		t.Errorf("original with -check: %v", err)
	}
	args[5] = ".5" // the paper's figure was not read there; a replication's means are the target
	if err := run(context.Background(), append(args, "-check")); err != nil {
		t.Errorf("original at p2 = .5 with -check: %v", err)
	}
	args[1] = "text"
	if err := run(context.Background(), append(args, "-check")); err == nil {
		t.Errorf("text at p2 = .5 with -check: no error, want a missed target")
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{
			"-p3 0,.1",
			"-periods 0 (to equilibrium) does not go with -p3 or -p4 above 0, which leave no " +
				"equilibrium: give -periods 19, say",
		},
		{"-readings -p1 .5", "-readings goes with -replicates, -seed and -workers only"},
		{
			"-reading textual",
			`invalid value "textual" for flag -reading: entry 1: "textual" is unknown, want ` +
				`original, text (-help lists the flags)`,
		},
	} {
		err := run(context.Background(), append([]string{"-out", t.TempDir()},
			strings.Fields(c.args)...))
		if err == nil || err.Error() != c.want || program.Status(err, false) != program.Misused {
			t.Errorf("%s: the error is\n%v, want\n%s", c.args, err, c.want)
		}
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"march1991 original p1=0.1 p2=0.9 people=50 dimensions=30",
		"march1991 original p1=0.1 p2=0.5 fast=0.1 people=50 dimensions=30 periods=19",
	})
}
