package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-hold", "0,1.5", "-pull", "1", "-seen", "5,0",
		"-turnover", ".1", "-turbulence", ".02", "-p1", ".3", "-p2", ".7", "-periods", "9",
		"-replicates", "5")
	want := "hold,pull,seen,turnover,turbulence,p1,p2,periods,replicates,code_mean,code_se," +
		"individual_mean,individual_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"0,1,5", "0,1,0", "1.5,1,5", "1.5,1,0"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got,
			want+",0.1,0.02,0.3,0.7,9,5,") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// A parameter that is given makes all others one value each, also if it is given as it is anyway.
func TestOthersAreOff(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-hold", "0", "-replicates", "2")
	if got := strings.Join(all[len(all)-1], ","); len(all) != 2 ||
		!strings.HasPrefix(got, "0,0,0,0,0,0.5,0.5,100,2,") {
		t.Errorf("%d rows, the last of which is %s", len(all)-1, got)
	}
}

// Without parameters the program runs its own lists, and draws them.
func TestDefault(t *testing.T) {
	folder := t.TempDir()
	if all := programtest.Rows(t, run, folder, "-replicates", "2"); len(all) != 1+4*4*3 {
		t.Errorf("%d rows, want 48 and the header", len(all))
	}
	for _, name := range []string{"granted.png", "granted.svg", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	programtest.Writes(t, "granted", folder, "code knowledge", "resistance")
}

// One run has no interval, so it shows nothing. The text stays within 80 columns, also where an
// interval is missing.
func TestOneRunShowsNothing(t *testing.T) {
	g := newGrants()
	if err := g.Parse([]string{"-replicates", "1", "-out", t.TempDir()}); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	g.Stdout = &out
	if err := g.answer(context.Background()); err != nil {
		t.Fatal(err)
	}
	programtest.Says(t, out.String(), "in 0 of 24 comparisons", "shown in 0 of 12 cases")
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-hold -1", Want: "entry 1: -1 is not 0 to 4096"},
		programtest.Refusal{Args: "-pull -2", Want: "entry 1: -2 is not -1 to 100"},
		programtest.Refusal{Args: "-seen 31", Want: "entry 1: 31 is not 0 to 30"},
		programtest.Refusal{Args: "-turnover 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-periods 0", Want: "entry 1: 0 is not 1 to 1,000,000"},
		programtest.Refusal{Args: "-hold x", Want: `entry 1: "x" is no number`},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"granted hold=0 pull=0 seen=0 turnover=0 turbulence=0 p1=0.5 p2=0.5 periods=100",
		"zucker 1977 resistance both label=7",
	})
}

// Also with parameters the report has paired differences, a verdict and a match.
func TestCombinationsAreCompared(t *testing.T) {
	g := newGrants()
	if err := g.Parse([]string{"-hold", "0,1", "-turnover", ".1", "-periods", "60", "-replicates",
		"30", "-out", t.TempDir()}); err != nil {
		t.Fatal(err)
	}
	if err := g.measure(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	r := g.combinations()
	if !strings.Contains(r.Notes[0], "Lower in: hold=1") || len(r.Figures) != 1 {
		t.Errorf("%d figures, and the verdict %q", len(r.Figures), r.Notes[0])
	}
	if !strings.Contains(r.Table, "[") || !strings.HasPrefix(r.Notes[1], "Match:") {
		t.Errorf("the table is\n%s\nand the match %q", r.Table, r.Notes[1])
	}
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 3, "granted", run) }
