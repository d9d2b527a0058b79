package sim_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// hoard is a structure that returns the same Units every time.
type hoard struct{ u *network.Units }

func (s hoard) Build(int, network.Source) (*network.Units, error) { return s.u, nil }

// hoardPairs does so too, and rewires them.
type hoardPairs struct{ hoard }

func (hoardPairs) Rewire(u *network.Units, tick int, src network.Source) {
	network.Pairs{}.Rewire(u, tick, src)
}

// A structure breaks its contract if it returns the same Units to every run. That must not make any
// run wrong: not with an event that moves seats, with Rewire, in Randomized, or with any number of
// workers.
func TestSharedUnitsSpoilNothing(t *testing.T) {
	teams, _ := network.Isolated{Size: 5}.Build(100, nil)
	managed, _ := network.Hierarchy{Span: 4}.Build(100, nil)
	pairs, _ := network.Pairs{}.Build(100, agents.NewStream(1))
	for name, c := range map[string]struct {
		s      network.Structure
		events []sim.Event
	}{
		"reshuffled": {hoard{teams}, []sim.Event{sim.Reshuffle{Channel: setups.Channel, Every: 5}}},
		"rotated": {hoard{managed},
			[]sim.Event{sim.RotateLeaders{Channel: setups.Channel, Every: 1}}},
		"rewired":    {hoardPairs{hoard{pairs}}, nil},
		"randomized": {network.Randomized{Of: hoard{teams}}, nil},
	} {
		s := setups.Default().Scenario(name, c.s)
		s.Events, s.Ticks = c.events, 40
		first := ""
		for _, workers := range []int{1, 1, 2} {
			got := fmt.Sprint(paid(t, s, workers))
			if first == "" {
				first = got
			}
			if got != first {
				t.Errorf("%s: with %d workers %s, before %s", name, workers, got, first)
			}
		}
	}
}

// paid returns the score of all people together at the end of each replicate.
func paid(t *testing.T, s sim.Scenario, workers int) [4]int64 {
	t.Helper()
	var all [4]int64
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: len(all), Seed: 1,
		At: []int{s.Ticks}, Workers: workers}
	err := e.Run(t.Context(), func(_, replicate int) sim.Observer {
		return func(m *sim.Model, _ int) { all[replicate] = m.Paid() }
	})
	if err != nil {
		t.Error(err)
	}
	return all
}

// rewires rewires as it is told.
type rewires struct {
	network.Structure
	how func(u *network.Units, tick int)
}

func (s rewires) Rewire(u *network.Units, tick int, _ network.Source) { s.how(u, tick) }

// After every call of Rewire, the engine checks what it must not change.
func TestRewireIsChecked(t *testing.T) {
	set := func(s network.Structure, n int) func(u *network.Units) {
		return func(u *network.Units) {
			v, err := s.Build(n, agents.NewStream(1))
			if err != nil {
				t.Error(err)
			}
			u.Set(v)
		}
	}
	const late = 30
	for _, c := range []struct {
		want string
		now  func(u *network.Units)
	}{
		{"there are 1 units, want 20 as before", set(network.Organization{}, 100)},
		{"there are 33 units, want 20 as before", set(network.Isolated{Size: 3}, 100)},
		{"the units have 99 people, want 100 as before", set(network.Isolated{Size: 5}, 99)},
		{"a unit has 81 voices, want at most 5", set(network.Teams{Of: uneven()}, 100)},
		{"there are 100 units, want 20 as before", set(network.Pairs{}, 100)},
		{"the units were copied by assignment", func(u *network.Units) {
			v, _ := network.Isolated{Size: 5}.Build(100, nil)
			*u = *v
		}},
		{"", set(network.Isolated{Size: 5}, 100)},
	} {
		s := setups.Default().Scenario("rewired", rewires{network.Isolated{Size: 5},
			func(u *network.Units, tick int) {
				if tick == late {
					c.now(u)
				}
			}})
		err := built(t, s, 1, 0).Run()
		where := fmt.Sprintf("tick %d: Rewire of the channel work: ", late)
		if c.want == "" && err != nil || c.want != "" &&
			(err == nil || !strings.Contains(err.Error(), where+c.want)) {
			t.Errorf("error %v\nwant %s%s", err, where, c.want)
		}
	}
}

// uneven are 20 teams, one of which has 81 of 100 people.
func uneven() []int {
	of := make([]int, 100)
	for p := range 19 {
		of[p] = p + 1
	}
	return of
}

// Units that Build or an event has copied by assignment are refused.
func TestCopiedUnitsAreRefused(t *testing.T) {
	u, _ := network.Isolated{Size: 5}.Build(100, nil)
	v := *u
	s := setups.Default().Scenario("copied", hoard{&v})
	const want = "gave units that were copied by assignment"
	if _, err := sim.New(s, 1, 0); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v", err)
	}
	m := built(t, setups.Isolated{}.Scenario(), 1, 0)
	if err := m.Rearrange(setups.Channel, &v, nil); err == nil ||
		!strings.Contains(err.Error(), want) {
		t.Errorf("error %v", err)
	}
}
