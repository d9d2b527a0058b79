package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/examples/internal/programtest"
	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-p1", ".1,.9", "-turnover", ".1", "-wait", "0,3",
		"-replicates", "5")
	want := "p1,p2,turnover,wait,periods,people,dimensions,replicates,code_mean,code_se," +
		"individual_mean,individual_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{
		"0.1,0.5,0.1,0", "0.1,0.5,0.1,3", "0.9,0.5,0.1,0", "0.9,0.5,0.1,3",
	} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want+",18,50,30,5,0.") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// Without a wait the rows are those of March's organization, to the last digit, and so they are
// where nobody is new.
func TestRowsWithoutAWait(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-turnover", "0,.3", "-wait", "0,4", "-periods",
		"9", "-replicates", "20")
	for i, turnover := range []float64{0, 0, .3} {
		m := models.March1991{P3: turnover, Periods: 9}
		table, err := metrics.Measure(context.Background(), sim.Experiment{
			Scenarios: []sim.Scenario{m.Scenario()}, Replicates: 20, Seed: 1991, At: []int{9},
		}, metrics.NormScore, metrics.Score)
		if err != nil {
			t.Fatal(err)
		}
		code := table.Estimate(m.String(), metrics.NormScore, 9)
		individual := table.Estimate(m.String(), metrics.Score, 9)
		want := fmt.Sprint([]string{study.Mean(code), study.SE(code), study.Mean(individual),
			study.SE(individual)})
		if got := fmt.Sprint(all[i+1][8:]); got != want {
			t.Errorf("row %d is %s, want %s", i+1, got, want)
		}
	}
	if fmt.Sprint(all[3][8:]) == fmt.Sprint(all[4][8:]) {
		t.Error("with turnover the wait changes nothing")
	}
}

// Without parameters the program prints one table within 80 columns, a verdict and the match, and
// draws a figure.
func TestAnswer(t *testing.T) {
	folder := t.TempDir()
	a := newApprentices()
	if err := a.Parse([]string{"-replicates", "4", "-out", folder}); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	a.Stdout = &out
	if err := a.answer(context.Background()); err != nil {
		t.Fatal(err)
	}
	text, _, _ := strings.Cut(out.String(), "Written to")
	for _, line := range strings.Split(text, "\n") {
		if len([]rune(line)) > 80 {
			t.Errorf("a line has more than 80 columns: %s", line)
		}
	}
	if strings.Contains(text, "NaN") {
		t.Errorf("it prints NaN:\n%s", text)
	}
	for _, want := range []string{
		".9 18    0  .", ".1 60   10  .", "Match: ", "In communities of practice a wait of 5",
		"slow learners, 60 periods: ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not print %q:\n%s", want, text)
		}
	}
	programtest.Writes(t, "apprenticeship", folder, "wait 10", "turnover", "score")
	if _, err := os.Stat(folder + "/manifest.json"); err != nil {
		t.Error(err)
	}
}

// The control hears as many as the wait does: the code's people under both, over 200 ticks.
func TestDrawnHearsAsMany(t *testing.T) {
	s := march{.5, 200, 5}.with(.1).Scenario()
	control := drawn(s, .1, 5)
	if control.Name == s.Name || control.Channels[0].Participate == nil {
		t.Fatal("the control is not one")
	}
	heard := func(s sim.Scenario) float64 {
		n := 0
		s.Channels = append([]sim.Channel(nil), s.Channels...)
		s.Channels[0].Objectify = tallying{&n}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		return float64(n) / 200 / 50
	}
	// (1-.1)^5 = .590; the standard error over 10,000 is .005, and more where people stay unheard
	for _, share := range []float64{heard(s), heard(control)} {
		if share < .57 || share > .63 {
			t.Errorf("a share of %v is heard, want about .59", share)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-wait -1", Want: "entry 1: -1 is not 0 to 1,000,000"},
		programtest.Refusal{Args: "-turnover 1.2", Want: "entry 1: 1.2 is not 0 to 1"},
		programtest.Refusal{Args: "-periods 0", Want: "entry 1: 0 is not 1 to 1,000,000"},
		programtest.Refusal{Args: "-p1 x", Want: `entry 1: "x" is no number`},
		programtest.Refusal{Args: "-replicates 0", Want: "-replicates is 0, want 1 to 1,000,000"},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"march1991 original p1=0.9 p2=0.5 people=50 dimensions=30 periods=18",
		"communities wait=50",
	})
}

// tallying counts how many are heard.
type tallying struct{ n *int }

func (r tallying) Objectify(_ *agents.Unit, said *agents.Voices, _ agents.Knowledge) {
	*r.n += said.Len()
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 2, "apprenticeship", run) }
