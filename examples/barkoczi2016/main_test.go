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
	folder := t.TempDir()
	all := programtest.Rows(t, run, folder, "-network", "lattice,complete",
		"-strategy", "conformity-9,individual", "-ticks", "30,10", "-replicates", "3")
	want := "network,strategy,tick,replicates,performance_mean,performance_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{
		"lattice,conformity-9,30", "lattice,conformity-9,10", "lattice,individual,30",
		"lattice,individual,10",
		"complete,conformity-9,30", "complete,conformity-9,10", "complete,individual,30",
		"complete,individual,10",
	} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want+",3,0.") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 9 {
		t.Errorf("%d rows, want 9 with the header", len(all))
	}
	programtest.Published(t, "barkoczi2016", folder)
	programtest.Writes(t, "barkoczi2016", folder, "performance")
}

// By default all strategies run on both networks, and each has its published mean on the complete
// one. Three differences are targets; the difference of conformity among 9 is none.
func TestTargets(t *testing.T) {
	folder := t.TempDir()
	if all := programtest.Rows(t, run, folder, "-replicates", "2"); len(all) != 13 {
		t.Errorf("%d rows, want 13 with the header", len(all))
	}
	text, err := os.ReadFile(filepath.Join(folder, "targets.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"best-3,0.614,0.02,", "best-9,0.543,0.02,", "conformity-3,0.829,0.02,",
		"best-3,0.645,0.02,", "best-9,0.612,0.02,", "conformity-3,0.705,0.02,",
		"conformity-9,0.567,0.02,", "conformity-9,0.542,0.02,", "random,0.336,0.02,",
		"individual,0.383,0.02,", "best-3: lattice minus complete,>0,",
		"best-9: lattice minus complete,>0,",
		"conformity-3: complete minus lattice,>0,", "conformity-9: complete minus lattice,,",
	} {
		if n := strings.Count(string(text), ","+want); n != 1 {
			t.Errorf("%q is there %d times in\n%s", want, n, text)
		}
	}
}

// A network that the program finds is set beside its published means, and to miss these ends no
// program.
func TestFoundNetwork(t *testing.T) {
	folder := t.TempDir()
	programtest.Rows(t, run, folder, "-network", "min-mean-betweenness", "-strategy",
		"best-3,random", "-replicates", "2")
	text, err := os.ReadFile(filepath.Join(folder, "targets.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"min-mean-betweenness network\",best-3,0.619,0.02,",
		"min-mean-betweenness network\",random,,,"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if err := run(context.Background(), []string{"-network", "min-mean-betweenness", "-strategy",
		"best-3", "-replicates", "1", "-check", "-out", folder}); err != nil {
		t.Errorf("one replicate with -check: %v, want no error", err)
	}
}

// A run of one replicate has no standard error, and a curve without a band.
func TestOneReplicate(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-strategy", "random", "-network", "complete",
		"-ticks", "1", "-replicates", "1")
	if got := strings.Join(all[1], ","); !strings.HasPrefix(got, "complete,random,1,1,0.") ||
		!strings.HasSuffix(got, ",") {
		t.Errorf("the row is %s, want no standard error", got)
	}
}

// The same seed gives the same rows for any number of workers. Another seed gives other rows.
func TestSeed(t *testing.T) {
	args := []string{"-strategy", "best-3", "-ticks", "20", "-replicates", "3"}
	row := func(more ...string) string {
		return strings.Join(programtest.Rows(t, run, t.TempDir(), append(args, more...)...)[1], ",")
	}
	if one, seven := row("-workers", "1"), row("-workers", "7"); one != seven {
		t.Errorf("one worker gives %s, seven give %s", one, seven)
	}
	if one, other := row(), row("-seed", "2"); one == other {
		t.Errorf("two seeds give %s", one)
	}
}

// A run of 200 steps meets the published mean. With one replicate it misses, and only -check turns
// this into the status.
func TestCheck(t *testing.T) {
	args := []string{
		"-strategy", "individual", "-network", "complete", "-replicates", "60", "-check",
		"-out", t.TempDir(),
	}
	if err := run(context.Background(), args); err != nil {
		t.Errorf("with -check: %v", err)
	}
	args = []string{
		"-strategy", "best-3", "-network", "complete", "-replicates", "1", "-out", t.TempDir(),
	}
	if err := run(context.Background(), args); err != nil {
		t.Errorf("one replicate: %v", err)
	}
	err := run(context.Background(), append(args, "-check"))
	if err == nil || program.Status(err, false) != program.Failed {
		t.Errorf("one replicate with -check: %v, want a missed target", err)
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{
			"-network ring",
			`invalid value "ring" for flag -network: entry 1: "ring" is unknown, want complete, ` +
				`lattice, max-mean-clustering, min-mean-betweenness, max-max-betweenness (-help ` +
				`lists the flags)`,
		},
		{
			"-strategy best-3,,random",
			`invalid value "best-3,,random" for flag -strategy: entry 2 is empty (-help lists ` +
				`the flags)`,
		},
		{"-strategy best",
			`invalid value "best" for flag -strategy: entry 1: "best" is unknown, want ` +
				`best-3, best-9, conformity-3, ` +
				`conformity-9, random, individual (-help lists the flags)`},
		{
			"-ticks 0",
			`invalid value "0" for flag -ticks: entry 1: 0 is not 1 to 1000000 (-help lists the ` +
				`flags)`,
		},
		{
			"-ticks 10,10",
			`invalid value "10,10" for flag -ticks: entry 2: 10 is there twice (-help lists the ` +
				`flags)`,
		},
		{"lattice", `unexpected argument "lattice" (-help lists the flags)`},
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
		"network=complete strategy=best-3",
		"network=lattice strategy=individual",
	})
}
