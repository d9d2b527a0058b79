package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/simtest"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-structure", "isolated,unequal", "-size", "4",
		"-seen", "8", "-quiet", ".2", "-committed", "-.5", "-away", "3", "-own", "1", "-heard",
		".5", "-compel", ".1", "-ask", "directory", "-task", "3", "-open", "32", "-contest", ".4",
		"-talk", "1", "-voices", "3", "-pass", ".5", "-invite", ".4",
		"-contrast", ".5", "-turnover", ".02", "-turbulence", ".01", "-look", "6", "-rank", "vote",
		"-guided", "yes", "-work", "2", "-at-least", ".1,.3", "-ticks", "14",
		"-replicates", "2")
	head := strings.Join(all[0], ",")
	for _, want := range []string{
		"arm,structure,size,seen,quiet,committed,away,own,heard,compel,ask,task,open,contest," +
			"talk,voices,pass,invite,contrast,turnover,turbulence,look,rank,guided,work,at_least," +
			"ticks,replicates," +
			"attained_mean,attained_se,",
		"gain_mean,gain_se,gain_false,gain_unseen,gain_commitment,gain_attendance,gain_size,",
		"people_mean,units_mean,trans_mean,cons_mean,follow_mean,integ_mean,perm_mean,norms_mean,",
		"lag_mean,wasted_mean,kept_mean,agenda_mean",
	} {
		if !strings.Contains(head, want) {
			t.Errorf("columns %s, want %s", head, want)
		}
	}
	const rest = ",4,8,0.2,-0.5,3,1,0.5,0.1,directory,3,32,0.4,1,3,0.5,0.4,0.5,0.02,0.01,6,vote," +
		"yes,2,"
	for i, want := range []string{"isolated" + rest + "0.1", "isolated" + rest + "0.3",
		"unequal" + rest + "0.1", "unequal" + rest + "0.3"} {
		if got := strings.Join(all[i+1][1:], ","); !strings.HasPrefix(got, want+",14,2,") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// Without parameters the program runs its arms, and draws them. With one run nothing is shown, and
// the text stays within 80 columns. A parameter that is given leaves one arm.
func TestDefault(t *testing.T) {
	a, folder, text := newAttainment(), t.TempDir(), new(strings.Builder)
	a.Stdout = text
	err := a.run(context.Background(), []string{"-replicates", "1", "-out", folder})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "manifest.json")); err != nil {
		t.Error(err)
	}
	programtest.Says(t, text.String(), "119 intervals", "By gain: yes in none", "committed heard",
		"Correlations over units", "Match: all arms", "- half not there")
	all := programtest.Rows(t, run, t.TempDir(), "-ticks", "11", "-replicates", "2")
	if len(all) != 2 {
		t.Errorf("%d rows, want 1 and the header", len(all))
	}
}

// A user's own run sets combinations beside the first, and draws them.
func TestOwnRun(t *testing.T) {
	a, folder, text := newAttainment(), t.TempDir(), new(strings.Builder)
	a.Stdout = text
	if err := a.run(context.Background(), strings.Fields("-size 5,10 -ticks 20 -at-least .02 "+
		"-replicates 3 -out "+folder)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"size=10", "- size=5", "7 intervals", "Verdict: does it raise"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%s\nwant %q", text, want)
		}
	}
	programtest.Writes(t, "attainment", folder, "Attained in fact", "Said, by agreement")
}

// With all that is off the organization is that of the setups, bit for bit.
func TestOffIsTheRing(t *testing.T) {
	o := organization{structure: "communities", ask: "nobody", size: 5, seen: 16, ticks: 20}
	on := setups.Default()
	on.Ticks = 20
	plain := setups.Communities{On: &on}.Scenario()
	for replicate := range uint64(3) {
		a, b := simtest.Finished(t, o.scenario(), replicate), simtest.Finished(t, plain, replicate)
		for p := range a.People() {
			if !a.Beliefs(p).Equal(b.Beliefs(p)) {
				t.Fatalf("replicate %d: person %d believes other things", replicate, p)
			}
		}
	}
}

// The four rankings, and drawing, are set beside each other, with what came of attention.
func TestAttention(t *testing.T) {
	a, text := newAttainment(), new(strings.Builder)
	a.Stdout = text
	if err := a.run(context.Background(), strings.Fields("-turbulence .02 -look 8 -work 1 "+
		"-guided yes -rank drawn,disagreement,manager,vote,loss -ticks 30 -at-least .02 "+
		"-replicates 3 -out "+t.TempDir())); err != nil {
		t.Fatal(err)
	}
	programtest.Says(t, text.String(), "Attention: ticks until", "rank=manager: lag",
		"28 intervals", "what is seen of merit")
	lags := map[float64]bool{}
	for _, x := range a.arms {
		e := a.end(x, attended[0].metric)
		if lags[e.Mean] = true; e.N != 3 || e.Mean < 1 {
			t.Errorf("%s: a lag of %v", x.name, e)
		}
	}
	if len(lags) != len(rankings) {
		t.Errorf("%d lags of %d rankings are different", len(lags), len(rankings))
	}
}

// Issues that nobody works on and that do not limit talk change nothing.
func TestIssuesAlone(t *testing.T) {
	o := organization{structure: "communities", ask: "nobody", size: 5, seen: 16, ticks: 20}
	with := o
	with.contest, with.look, with.turbulence, o.turbulence = .5, 4, .01, .01
	a, b := simtest.Finished(t, o.scenario(), 0), simtest.Finished(t, with.scenario(), 0)
	for p := range a.People() {
		if !a.Beliefs(p).Equal(b.Beliefs(p)) {
			t.Fatalf("person %d believes other things", p)
		}
	}
}

// Units of unequal sizes have two seats a person, and as many units as communities.
func TestUnequal(t *testing.T) {
	for size := 2; size <= 10; size++ {
		o := organization{structure: "unequal", ask: "nobody", size: size, seen: 16, ticks: 1}
		m, err := sim.New(o.scenario(), 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		sum, most := 0, 0
		for _, n := range m.Units(0).Sizes() {
			sum, most = sum+n, max(most, n)
			if n < 2 {
				t.Errorf("size %d: a unit of %d", size, n)
			}
		}
		if sum != 200 || m.Units(0).Len() != 200/size || most > 2*size {
			t.Errorf("size %d: %d seats in %d units, of at most %d", size, sum, m.Units(0).Len(),
				most)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-size 11", Want: "entry 1: 11 is not 2 to 10"},
		programtest.Refusal{Args: "-structure ring", Want: `entry 1: "ring" is unknown`},
		programtest.Refusal{Args: "-seen 5", Want: "Blocks.Seen is 5"},
		programtest.Refusal{Args: "-open 6", Want: "Attend.Open is 6, want a multiple of 4"},
		programtest.Refusal{Args: "-committed 2", Want: "entry 1: 2 is not -1 to 1"},
		programtest.Refusal{Args: "-at-least x", Want: `entry 1: "x" is no number`},
		programtest.Refusal{Args: "-rivals 1,0", Want: `invalid value "1,0" for flag -rivals: ` +
			"entry 2: 0 is not 1 to 1,000,000"},
		programtest.Refusal{Args: "-rivals 2 -replicates 1",
			Want: "-replicates is 1, want 2 to 10,000 with -rivals"},
		programtest.Refusal{Args: "-ticks 10", Want: "entry 1: 10 is not 11 to"},
	)
}

func TestExplain(t *testing.T) {
	const rest = " seen 16 ask nobody ticks 120 task 4 turnover 0.01"
	programtest.Explains(t, run, []string{"communities of 5" + rest, "isolated of 5" + rest})
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 9, "attainment", run) }
