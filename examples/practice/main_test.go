package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/sim"
	"orglearn/sim/signals"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-structure", "isolated", "-rule", "majority",
		"-seen", "8", "-block", "2", "-each", ".25", "-q", ".7", "-expert", ".9", "-stale", "3",
		"-slope", "-.5", "-rate", ".4", "-outside", "2,0", "-domains", "2", "-turbulence", ".1",
		"-turnover", ".05", "-people", "40", "-ticks", "8", "-replicates", "2")
	want := "study,arm,structure,rule,seen,block,each,q,expert,stale,slope,rate,outside,domains," +
		"turbulence,turnover,people,ticks,replicates,early_mean,early_se,end_mean,end_se," +
		"norm_mean,norm_se,said_mean,contacts_mean,bits,trust_mean,spread_mean,merit_mean"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	const rest = "8,2,0.25,0.7,0.9,3,-0.5,0.4,"
	for i, want := range []string{
		"signals,practitioners,isolated,majority,", "signals,experts,isolated,majority,",
		"signals,stale experts,isolated,majority,", "trust,no trust,isolated,vote,",
		"trust,trust,isolated,vote,", "trust,permuted,isolated,vote,",
		"other,2 of 16,circles,superior,", "other,0 of 16,circles,superior,",
	} {
		want += rest + map[bool]string{true: "2", false: "0"}[i == 6] + ",2,0.1,0.05,40,8,2,"
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 9 {
		t.Errorf("%d rows, want 9 with the header", len(all))
	}
}

// Without parameters the program runs its studies, the first of them with and without turbulence,
// and draws them.
func TestDefault(t *testing.T) {
	folder := t.TempDir()
	if all := programtest.Rows(t, run, folder, "-replicates", "2"); len(all) != 17 {
		t.Errorf("%d rows, want 16 and the header", len(all))
	}
	for _, name := range []string{"practice.png", "practice.svg", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

// A user's own run has paired differences, verdicts and the match, within 80 columns. Several
// conditions do not disturb each other: stale signals differ from fresh ones under turbulence.
func TestText(t *testing.T) {
	c, text := newPractising(), new(strings.Builder)
	c.Stdout = text
	const flags = "-turbulence 0,.05 -people 25 -domains 1 -outside 0 -ticks 30 -replicates 4 -out "
	if err := c.run(t.Context(), strings.Fields(flags+t.TempDir())); err != nil {
		t.Fatal(err)
	}
	programtest.Says(t, text.String(),
		"the 13 intervals of table and verdict", "turbulence 0.05", "Verdict on practitioners",
		"permuted", "Nobody is told anything", "ends higher in 0 of 1, and lower in 0 (by ",
		"only that difference is due to who is trusted", "Match of signals", "told 0.0726 bits",
		"Highest at the end: 0 of 16")
	all := c.all(ofSignals)
	fresh, late := c.estimate(all[4], 30), c.estimate(all[5], 30)
	if fresh.Mean == late.Mean || fresh.Mean == c.estimate(all[1], 30).Mean {
		t.Errorf("differences %v and %v under turbulence, and %v without", fresh.Mean, late.Mean,
			c.estimate(all[1], 30).Mean)
	}
}

// All arms of the first study are told as much, to the last digit that a coin has.
func TestArmsAreToldAsMuch(t *testing.T) {
	for _, q := range []float64{.55, .6, .9} {
		for _, expert := range []float64{.7, .99} {
			o := organization{study: ofSignals, each: .3, q: q, expert: expert, arm: practitioners}
			want := o.bits()
			for o.arm = range map[string]bool{experts: true, late: true} {
				if got := o.bits(); math.Abs(got-want) > 1e-8 || want <= 0 {
					t.Errorf("q %v, expert %v: %s are told %v bits, want %v", q, expert, o.arm, got,
						want)
				}
			}
		}
	}
}

// In every arm as much is told in all: what a team is told, times the teams.
func TestInAllIsToldAsMuch(t *testing.T) {
	for _, arm := range []string{practitioners, experts, late} {
		o := organization{study: ofSignals, each: .5, q: .6, expert: .8, arm: arm, people: 35}
		s, told := o.signals(), 0.
		for p := 0; p < o.people; p += max(s.Per, 1) {
			told += s.Each * signals.Information(s.Right)
		}
		if want := 7 * o.bits(); math.Abs(told-want) > 1e-6 {
			t.Errorf("%s: %v bits in all, want %v", arm, told, want)
		}
	}
}

// All pairs of shares count, as the best is not known before: 2 of each with the first, and 3.
func TestVerdictsCount(t *testing.T) {
	c := newPractising()
	c.Flags.Set("outside", "0,2,4,8")
	for of, want := range map[string]int{ofSignals: 4, ofTrust: 5, ofOther: 9} {
		c.Flags.Set("study", of)
		if got := c.contrasts(); got != want {
			t.Errorf("%s: %d contrasts, want %d", of, got, want)
		}
	}
}

// Without trust, and without a slope, the organization is that of the setups with signals.
func TestUntrustingIsTheSetup(t *testing.T) {
	c := newPractising()
	c.people.Set("25")
	c.ticks.Set("12")
	o := c.organization(ofTrust, 0)
	plain := o
	plain.study, plain.arm, plain.rule = ofSignals, practitioners, rules[0]
	var beliefs [2]string
	for i, s := range []sim.Scenario{o.scenario(), plain.scenario()} {
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		beliefs[i] = fmt.Sprint(m.Bodies())
	}
	if beliefs[0] != beliefs[1] {
		t.Error("the beliefs differ")
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-rate 0", Want: "-rate is 0, want more than 0, at most 1"},
		programtest.Refusal{Args: "-study x", Want: `entry 1: "x" is unknown`},
		programtest.Refusal{Args: "-q 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-slope 2", Want: "entry 1: 2 is not -1 to 1"},
		programtest.Refusal{Args: "-outside 17", Want: "entry 1: 17 is not 0 to 16"},
		programtest.Refusal{Args: "-domains 3",
			Want: "-people is 100, want a multiple of -domains"},
		programtest.Refusal{Args: "-expert .5",
			Want: "-expert is 0.5, and such signals tell too little"},
		programtest.Refusal{Args: "-people 30 -domains 3",
			Want: "-domains is 3, want at most 1: of 30 -people each has 16 ties within"},
		programtest.Refusal{Args: "-study other -people 12 -domains 1",
			Want: "-people is 12, want at least 17: each has 16 ties within his domain"},
		programtest.Refusal{Args: "-people 27 -domains 1",
			Want: "-people is 27, want a multiple of 5 (a team, which has one expert)"},
		programtest.Refusal{Args: "-seen 5", Want: "-seen is 5, want a multiple of -block (4)"},
		programtest.Refusal{Args: "-block 3", Want: "-block is 3, want a divisor of 64"},
	)
}

// A study that is not run refuses nothing.
func TestOtherStudiesRefuseNothing(t *testing.T) {
	for _, args := range []string{"-study trust -people 12", "-study signals -people 35 -domains 3",
		"-study other -expert .5"} {
		c := newPractising()
		if err := c.Parse(append(strings.Fields(args), "-out", t.TempDir())); err != nil {
			t.Fatal(err)
		}
		if err := c.check(); err != nil {
			t.Errorf("%s: %v", args, err)
		}
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"signals practitioners communities superior 16 4 0.5 0.6 0.8 20 0.002 0 100 200",
		"trust no trust communities 16 4 0.5 0.6 1 0.5 0 0 100 200",
		"other 2 of 16 domains 5 16 4 0 0 100 200",
	})
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 8, "practice", run) }
