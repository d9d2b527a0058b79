package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/metrics"
	"orglearn/sim"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-shares", "8-8-0-0,6-4-4-2", "-structure",
		"hierarchy", "-respondent", "standing", "-load", "2", "-every", "3", "-absorb", ".2",
		"-reuse", ".3", "-turnover", ".4", "-early", "4,5", "-leave", "9", "-ticks", "12",
		"-replicates", "3")
	want := "shares,structure,respondent,load,every,absorb,reuse,turnover,early,leave,ticks," +
		"replicates,early_mean,early_se,before_mean,before_se,end_mean,end_se,newcomers_mean," +
		"newcomers_se,norm_mean,norm_se,said_mean,answered_mean,reused_mean,kept_mean,pace_mean"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, shares := range []string{"8-8-0-0", "8-8-0-0", "6-4-4-2", "6-4-4-2"} {
		want := shares + ",hierarchy,standing,2,3,0.2,0.3,0.4," + []string{"4", "5"}[i%2] +
			",9,12,3,"
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// Without parameters the program runs its arms, and draws them. A parameter that is given leaves
// one arm, in which all gather.
func TestDefault(t *testing.T) {
	folder := t.TempDir()
	if all := programtest.Rows(t, run, folder, "-replicates", "2"); len(all) != 9 {
		t.Errorf("%d rows, want 8 and the header", len(all))
	}
	for _, name := range []string{"cycle.png", "cycle.svg", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	all := programtest.Rows(t, run, t.TempDir(), "-every", "1", "-replicates", "2")
	if len(all) != 2 || !strings.HasPrefix(strings.Join(all[1], ","),
		"16-0-0-0,communities,draw,1,1,0.1,0.1,0.5,20,100,150,2,") {
		t.Errorf("rows %v", all)
	}
}

// The table names its arms, and the text says what is shown and what the arms share.
func TestText(t *testing.T) {
	c, text := newCycle(), new(strings.Builder)
	c.Stdout = text
	const flags = "-shares 16-0-0-0,0-16-0-0,0-0-0-16 -turnover 0,.5 -early 3 -leave 20 " +
		"-ticks 30 -replicates 4 -out "
	if err := c.run(t.Context(), strings.Fields(flags+t.TempDir())); err != nil {
		t.Fatal(err)
	}
	programtest.Says(t, text.String(),
		"the 12 intervals hold together", "0-0-0-16", "nobody came", "leave 0.5",
		"Verdict, beside those who only gather", "Pace, the median age", "Match: in every arm")
}

// Where all gather, the organization is that of the setups in which everybody also searches alone:
// activities and asking change no belief.
func TestGatheringIsTheRing(t *testing.T) {
	o := organization{shares: gather, structure: "communities", respondent: "draw", load: 1,
		every: 2, absorb: .1, reuse: .5, turnover: .5, leave: 10, ticks: 20}
	s := o.scenario()
	plain := o.scenario()
	plain.Activity, plain.Channels[0].Ask, plain.Ledger = nil, nil, false
	var scores [2]float64
	for i, s := range []sim.Scenario{s, plain} {
		m, err := sim.New(s, 1, 0)
		if err != nil || m.Run() != nil {
			t.Fatal(err, m.Err())
		}
		scores[i] = metrics.Score.Of(m)
	}
	if scores[0] != scores[1] || scores[0] == 0 {
		t.Errorf("scores %v, want the same", scores)
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-shares 8-8-0", Want: `entry 1: "8-8-0" is no shares, want ` +
			`four numbers of 0 to 16 like 8-4-4-0`},
		programtest.Refusal{Args: "-shares 8-8-8-0",
			Want: "entry 1: the shares 8-8-8-0 sum to 24, want 16"},
		programtest.Refusal{Args: "-shares 17-0-0-0", Want: `entry 1: "17-0-0-0" is no shares`},
		programtest.Refusal{Args: "-structure ring", Want: `entry 1: "ring" is unknown`},
		programtest.Refusal{Args: "-leave 200", Want: "-leave is 200, want 1 to 150 (-ticks)"},
		programtest.Refusal{Args: "-early 101", Want: "-early is 101, want 1 to 100 (-leave)"},
		programtest.Refusal{Args: "-turnover 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-load -1", Want: "entry 1: -1 is not 0 to"},
	)
}

func TestExplain(t *testing.T) {
	const rest = " communities draw load 1 every 4 rates 0.1 0.1 leave 0.5 at 100 of 150"
	programtest.Explains(t, run, []string{gather + rest, "0-16-0-0" + rest})
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 1, "cycle", run) }
