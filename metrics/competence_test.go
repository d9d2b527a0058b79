package metrics_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
)

// By hand: of three newcomers one is competent after 1 tick, one leaves after 2 and one is
// competent after 3. Of those who are there, 2 of 3 are not yet after 1 tick, and 0 of 1 after 3.
func TestSpellsByHand(t *testing.T) {
	s := metrics.Spells{{1, true}, {2, false}, {3, true}}
	for ticks, want := range []float64{1, 2. / 3, 2. / 3, 0, 0} {
		if got := s.Still(ticks); math.Abs(got-want) > 1e-15 {
			t.Errorf("after %d ticks a share of %v are not competent, want %v", ticks, got, want)
		}
	}
	for ticks, want := range []float64{0, 1, 5. / 3, 7. / 3, 7. / 3} {
		if got := s.Below(ticks); math.Abs(got-want) > 1e-15 {
			t.Errorf("of %d ticks %v are below, want %v", ticks, got, want)
		}
	}
	if v := (metrics.Spells{{2, false}}).Still(3); !math.IsNaN(v) {
		t.Errorf("after 3 ticks, of 2 watched, it is %v, want it missing", v)
	}
	if v := (metrics.Spells{{0, true}}).Below(9); v != 0 {
		t.Errorf("who is competent when he comes is below for %v ticks, want 0", v)
	}
	if v := (metrics.Spells{}).Below(1); !math.IsNaN(v) {
		t.Errorf("of nobody it is %v, want it missing", v)
	}
}

// A mean over those who became competent would be lower than Below, which counts who left. Where
// nobody is censored, Below is the mean of the times, cut off.
func TestSpellsWithoutCensoring(t *testing.T) {
	s := metrics.Spells{{0, true}, {4, true}, {7, true}, {30, true}}
	if got, want := s.Below(10), (0+4+7+10)/4.; math.Abs(got-want) > 1e-12 {
		t.Errorf("it is %v, want %v", got, want)
	}
}

// A plain program that writes down all scores first finds the same spells.
func TestFollowAgainstAPlainLoop(t *testing.T) {
	for _, channel := range []string{"", "work"} {
		s := passing(nil, .05, 25)
		s.Events = append(s.Events, goes{})
		all, err := metrics.Follow(context.Background(), sim.Experiment{
			Scenarios: []sim.Scenario{s}, Replicates: 3, Seed: 4, Workers: 2,
		}, channel)
		if err != nil {
			t.Fatal(err)
		}
		for r, got := range all[0] {
			want, ends := plainSpells(t, s, uint64(r), channel)
			count := map[metrics.Spell]int{}
			for _, x := range got {
				count[x]++
			}
			for x, n := range want {
				if count[x] != n {
					t.Errorf("channel %q, replicate %d: %d spells are %+v, want %d", channel, r,
						count[x], x, n)
				}
			}
			if len(got) != ends {
				t.Errorf("channel %q: %d spells, want %d", channel, len(got), ends)
			}
			for h := range 20 {
				if v := got.Still(h); v < 0 || v > 1 {
					t.Errorf("Still(%d) is %v", h, v)
				}
				if v := got.Below(h); v < 0 || v > float64(h) {
					t.Errorf("Below(%d) is %v", h, v)
				}
			}
		}
	}
}

// goes lets person 7 leave at tick 9, and another come in his place at tick 14.
type goes struct{}

func (goes) Name() string { return "goes" }

func (goes) Happen(m *sim.Model, _ *agents.Stream) {
	switch m.Tick() {
	case 9:
		m.Leave(7)
	case 14:
		m.Replace(7)
	}
}

// plainSpells counts the spells of a run, and says how many there are.
func plainSpells(
	t *testing.T, s sim.Scenario, replicate uint64, channel string,
) (count map[metrics.Spell]int, n int) {
	t.Helper()
	m, err := sim.New(s, 4, replicate)
	if err != nil {
		t.Fatal(err)
	}
	var joined [][]int // by tick and person: -1 where there is nobody
	var fine [][]bool
	for {
		var came []int
		var good []bool
		for p := range m.People() {
			beside := map[int]bool{}
			for q := range m.People() {
				beside[q] = channel == ""
			}
			if channel != "" {
				for _, u := range m.Units(0).Of(p) {
					for _, q := range m.Units(0).Voices(int(u)) {
						beside[int(q)] = true
					}
				}
			}
			sum, others := 0., 0.
			for q, is := range beside {
				if is && q != p && !m.Vacant(q) {
					sum += float64(m.Landscape().Score(m.Beliefs(q)))
					others++
				}
			}
			at := m.Joined(p)
			if m.Vacant(p) {
				at = -1
			}
			came = append(came, at)
			good = append(good, float64(m.Landscape().Score(m.Beliefs(p))) >= sum/others-1e-9)
		}
		joined, fine = append(joined, came), append(fine, good)
		if m.Done() {
			break
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	count = map[metrics.Spell]int{}
	for p := range m.People() {
		for came := 1; came < len(joined); came++ {
			if joined[came][p] != came {
				continue
			}
			last, reached := came, false
			for tick := came; tick < len(joined) && joined[tick][p] == came && !reached; tick++ {
				last, reached = tick, fine[tick][p]
			}
			count[metrics.Spell{Ticks: last - came, Reached: reached}]++
			n++
		}
	}
	return count, n
}

// What cannot be followed is an error.
func TestFollowErrors(t *testing.T) {
	s := passing(nil, .05, 5)
	for want, f := range map[string]func() error{
		"At is set": func() error {
			_, err := metrics.Follow(context.Background(), sim.Experiment{
				Scenarios: []sim.Scenario{s}, Replicates: 1, At: []int{3}}, "work")
			return err
		},
		`no channel "play"`: func() error {
			_, err := metrics.Follow(context.Background(), sim.Experiment{
				Scenarios: []sim.Scenario{s}, Replicates: 1}, "play")
			return err
		},
		"Replicates is 0": func() error {
			_, err := metrics.Follow(context.Background(), sim.Experiment{
				Scenarios: []sim.Scenario{s}}, "work")
			return err
		},
	} {
		if err := f(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want in it %s", err, want)
		}
	}
}
