package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// small are flags of one condition and few runs.
var small = []string{"-people", "25", "-turnover", "0", "-turbulence", "0", "-block", "4",
	"-absorb",
	".3", "-seen", "16", "-ticks", "20,40", "-replicates", "1"}

// few leaves most of the mechanisms out while a test runs.
func few(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the whole program")
	}
	all, more := mechanisms, added
	t.Cleanup(func() { mechanisms, added = all, more })
	added = slices.DeleteFunc(slices.Clone(added), func(x mechanism) bool {
		return x.name != "communities unseen" && x.name != "half heed a leader"
	})
	mechanisms = slices.Concat(all[:1], moments, added)
}

// Every mechanism makes organizations that can be built.
func TestMechanisms(t *testing.T) {
	for _, x := range mechanisms {
		all, err := x.apply(plain())
		if err != nil || len(all) != len(names) {
			t.Fatalf("%s: %d organizations (%v)", x.name, len(all), err)
		}
		for _, s := range all {
			if err := s.Validate(); err != nil {
				t.Errorf("%s: %v", x.name, err)
			}
		}
	}
}

// Each mechanism that is added changes what people or units hold, where the table shows it.
func TestMechanismsDoSomething(t *testing.T) {
	run := func(x mechanism) string {
		for _, c := range shocks() {
			if c.name != x.shown() {
				continue
			}
			all, err := x.apply(c)
			if err != nil {
				t.Fatal(err)
			}
			m, err := sim.New(all[1], 1, 0) // brokered communities
			if err != nil {
				t.Fatal(err)
			}
			for m.Tick() < 30 || x.where != "" && m.Tick() < shockAt+30 {
				if err := m.Step(); err != nil {
					t.Fatal(err)
				}
			}
			text := fmt.Sprint(m.Bodies())
			for u := range m.Norms(0) {
				text += fmt.Sprint(m.Norm(0, u))
			}
			return text
		}
		panic("no condition " + x.shown())
	}
	without := map[string]string{}
	for _, x := range added {
		if without[x.where] == "" {
			without[x.where] = run(mechanism{name: none, where: x.where})
		}
		if run(x) == without[x.where] {
			t.Errorf("%s changes nothing", x.label())
		}
	}
}

func TestRows(t *testing.T) {
	few(t)
	folder := t.TempDir()
	all := programtest.Rows(t, run, folder, append(small, "-replicates", "2")...)
	want := "condition,organization,mechanism,outcome,tick,replicates,mean,se,low,high"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	grid, tests := 5*2*2, len(mechanisms)*3*5*3*len(shockTicks)
	if len(all) != 1+grid+tests {
		t.Errorf("%d rows, want %d of the grid and %d of single mechanisms", len(all)-1, grid,
			tests)
	}
	programtest.Writes(t, "claim", folder, "difference")
	if _, err := os.Stat(filepath.Join(folder, "cells")); err == nil {
		t.Error("what was kept for an interruption is still there")
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-people 10", Want: "10 is not 25 to 10,000"},
		programtest.Refusal{Args: "-block 3", Want: "-block is 3, want a divisor of 64"},
		programtest.Refusal{Args: "-block 4 -seen 6", Want: "-seen is 6, want a multiple of"},
		programtest.Refusal{Args: "-absorb 2", Want: "2 is not 0 to 1"})
}

// The two organizations of a match have the same seats a person and as many units, within one
// hundredth.
func TestMatches(t *testing.T) {
	all, err := organizations(plain())
	if err != nil {
		t.Fatal(err)
	}
	seats := map[string]float64{}
	for _, s := range all {
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		u := m.Units(m.Channel(setups.Channel))
		seats[s.Name] = u.Budget().Seats
		if u.Top() != u.Len()-1 {
			t.Errorf("%s: unit %d of %d is the top", s.Name, u.Top(), u.Len())
		}
	}
	for _, m := range matches {
		if a, b := seats[m.community], seats[m.line]; a < .99*b || a > 1.01*b {
			t.Errorf("%s have %v seats a person, and %s has %v", m.community, a, m.line, b)
		}
	}
}

// The match is told in numbers for every size that is run: of 30 people the one line has less
// contact than its communities.
func TestMatchIsTold(t *testing.T) {
	p := newClaim()
	if err := p.people.Set("30,300"); err != nil {
		t.Fatal(err)
	}
	got, err := p.fair()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"of 30 people brokered 1.33 in 8, hierarchy 1.23 in 8",
		"of 300 people brokered 1.25 in 75, hierarchy 1.25 in 75, communities 2.00 in 120",
		"of 100 people brokered 1.25 in 25, hierarchy 1.24 in 25"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nwant %q", got, want)
		}
	}
}

// Organizations that share the highest mean all count: none is preferred by its place.
func TestHighestAreAllOfThem(t *testing.T) {
	for _, c := range []struct {
		means []float64
		want  []int
	}{
		{[]float64{.5, .5, .2, .5}, []int{0, 1, 3}}, {[]float64{.1, .3, .2}, []int{1}},
		{[]float64{0, 0}, []int{0, 1}},
	} {
		got := highest(len(c.means), func(i int) float64 { return c.means[i] })
		if !slices.Equal(got, c.want) {
			t.Errorf("the highest of %v are %v, want %v", c.means, got, c.want)
		}
	}
}

// One run has no difference to test, and none of 0.
func TestOneReplicate(t *testing.T) {
	few(t)
	p, text := newClaim(), new(strings.Builder)
	p.Stdout = text
	args := []string{"-replicates", "1", "-people", "25", "-block", "1", "-out", t.TempDir()}
	if err := errors.Join(p.Parse(args), p.measure(t.Context())); err != nil {
		t.Fatal(err)
	}
	report, err := p.report()
	if err := errors.Join(err, p.Finish(report)); err != nil {
		t.Fatal(err)
	}
	programtest.Says(t, text.String(), "social learning is not compared (one replicate)")
	if strings.Contains(text.String(), "[.00,.00]") {
		t.Errorf("a difference of one run has an interval:\n%s", text)
	}
}

// An interrupted run goes on, and gives the same rows.
func TestGoesOn(t *testing.T) {
	few(t)
	whole := t.TempDir()
	programtest.Rows(t, run, whole, small...)
	ctx, stop := context.WithCancel(context.Background())
	folder := t.TempDir()
	p := newClaim()
	if err := p.Parse(append(small, "-out", folder)); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := p.measure(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("an interrupted run ends with %v", err)
	}
	if err := run(ctx, append(small, "-out", folder)); err == nil ||
		!strings.Contains(err.Error(), "the same command goes on") {
		t.Errorf("an interrupted run says %v", err)
	}
	q := newClaim()
	if err := q.Parse(append(small, "-out", folder)); err != nil {
		t.Fatal(err)
	}
	if err := q.measure(context.Background()); err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(folder, "cells", "*.csv"))
	if err != nil || len(kept) != 1+3*len(mechanisms) {
		t.Fatalf("%d cells were kept (%v), want %d", len(kept), err, 1+3*len(mechanisms))
	}
	os.Remove(kept[3])
	programtest.Rows(t, run, folder, small...)
	a, _ := os.ReadFile(filepath.Join(whole, "rows.csv"))
	b, _ := os.ReadFile(filepath.Join(folder, "rows.csv"))
	if !bytes.Equal(a, b) {
		t.Error("a run that went on gives other rows")
	}
}
