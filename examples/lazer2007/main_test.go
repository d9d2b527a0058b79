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

// first returns the fields before the numbers, for all rows except the header.
func first(all [][]string) string {
	var text []string
	for _, row := range all[1:] {
		text = append(text, strings.Join(row[:6], ","))
	}
	return strings.Join(text, " ")
}

func TestRows(t *testing.T) {
	folder := t.TempDir()
	all := programtest.Rows(t, run, folder,
		"-network", "line,isolated", "-n", "8", "-k", "0,3", "-people", "20", "-ticks", "30",
		"-at", "30,0", "-replicates", "3")
	want := "network,n,k,people,tick,replicates,performance_mean,performance_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	want = "line,8,0,20,30,3 line,8,0,20,0,3 line,8,3,20,30,3 line,8,3,20,0,3 " +
		"isolated,8,0,20,30,3 isolated,8,0,20,0,3 isolated,8,3,20,30,3 isolated,8,3,20,0,3"
	if got := first(all); got != want {
		t.Errorf("rows\n%s, want\n%s", got, want)
	}
	programtest.Published(t, "lazer2007", folder)
	programtest.Writes(t, "lazer2007", folder, "performance")
}

// Without -at, the report has some ticks on the way and those of -ticks, and none past the end.
func TestMoments(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-ticks 200", "5 10 20 200"},
		{"-ticks 12", "5 10 12"},
		{"-ticks 10", "5 10"},
		{"-ticks 15,3", "3 5 10 15"},
		{"-ticks 3", "3"},
		{"-ticks 15 -at 7,1", "7 1"},
	} {
		args := append(strings.Fields(c.args), "-network", "line", "-n", "4", "-k", "1", "-people",
			"3",
			"-replicates", "1")
		var ticks []string
		for _, row := range programtest.Rows(t, run, t.TempDir(), args...)[1:] {
			ticks = append(ticks, row[4])
		}
		if got := strings.Join(ticks, " "); got != c.want {
			t.Errorf("%s: ticks %s, want %s", c.args, got, c.want)
		}
	}
}

// If no flag changes a parameter, every finding is a target, also those of the simple problem. If
// one does, the simple problem is left out.
func TestTargets(t *testing.T) {
	folder := t.TempDir()
	if all := programtest.Rows(t, run, folder, "-replicates", "2"); len(all) != 25 {
		t.Errorf("%d rows, want 25 with the header", len(all))
	}
	text := targets(t, folder)
	for _, want := range []string{
		`"complete minus line, period 5",>0,`, `"line minus complete, period 40",>0,`,
		`"line minus complete, period 200",>0,`,
		`"complete minus random, period 5",>0,`, `"isolated, period 200",1,0.001,`,
		`"complete minus isolated, period 10",>0,`,
	} {
		if n := strings.Count(text, want); n != 1 {
			t.Errorf("%s is there %d times in\n%s", want, n, text)
		}
	}
	folder = t.TempDir()
	programtest.Rows(t, run, folder, "-replicates", "2", "-network", "complete,line",
		"-ticks", "50")
	text = targets(t, folder)
	if strings.Contains(text, "K = 0") || strings.Count(text, ">0") != 2 ||
		strings.Contains(text, "line minus complete, period 200") {
		t.Errorf("50 periods of two networks have the targets\n%s", text)
	}
}

func targets(t *testing.T, folder string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "targets.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The findings hold with few replicates, and are missed with one. Only -check turns this into the
// status.
func TestCheck(t *testing.T) {
	args := []string{"-network", "complete,line", "-replicates", "30", "-check", "-out",
		t.TempDir()}
	if err := run(context.Background(), args); err != nil {
		t.Errorf("with -check: %v", err)
	}
	args[3] = "1"
	err := run(context.Background(), args)
	if err == nil || program.Status(err, false) != program.Failed {
		t.Errorf("one replicate with -check: %v, want missed targets", err)
	}
	if err := run(context.Background(),
		[]string{"-network", "complete,line", "-replicates", "1", "-out",
			t.TempDir()}); err != nil {
		t.Errorf("one replicate without -check: %v", err)
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-at 5,201", Want: "-at: tick 201 is past the end, which is 200"},
		programtest.Refusal{
			Args: "-ticks 20 -at 5,10,20,200", Want: "-at: tick 200 is past the end, which is 20",
		},
		programtest.Refusal{
			Args: "-at=",
			Want: `invalid value "" for flag -at: entry 1 is empty (-help lists the flags)`,
		},
		programtest.Refusal{
			Args: "-at 5,5",
			Want: `invalid value "5,5" for flag -at: entry 2: 5 is there twice (-help lists the ` +
				`flags)`,
		},
		programtest.Refusal{
			Args: "-at -1",
			Want: `invalid value "-1" for flag -at: entry 1: -1 is not 0 to 1,000,000 (-help ` +
				`lists the flags)`,
		},
		programtest.Refusal{Args: "-network line,cycle",
			Want: `invalid value "line,cycle" for flag -network: entry 2: "cycle" is unknown, ` +
				`want complete, line, ring, small-world, random, isolated (-help lists the flags)`},
		programtest.Refusal{Args: "-n 4", Want: "NK.K is 5, want 0 to 3 (the dimensions less 1)"},
		programtest.Refusal{
			Args: "-n 25",
			Want: `invalid value "25" for flag -n: entry 1: 25 is not 1 to 24 (-help lists the ` +
				`flags)`,
		},
		programtest.Refusal{
			Args: "-network ring -people 2",
			Want: "RingLattice.Neighbours is 2, want at most 1 among 2 people",
		},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"network=line n=20 k=5 people=100",
	})
}
