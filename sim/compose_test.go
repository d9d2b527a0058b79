package sim_test

import (
	"encoding/binary"
	"flag"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"orglearn/sim"
)

var full = flag.Bool("full", false, "run all random combinations of mechanisms")

// combinations is how many random scenarios are run: few with -short, and many with -full.
func combinations(few, many uint64) uint64 {
	switch {
	case *full:
		return many
	case testing.Short():
		return few
	}
	return 2 * few
}

// Any mechanisms together either are an error that names what is wrong, or run to the end. The run
// is then the same for any number of workers, and in an Experiment.
func TestCombinations(t *testing.T) {
	ran := 0
	for shape := range combinations(80, 1500) {
		s := combined(shape)
		want, err := account(s, 1)
		if err != nil {
			if !soundRefusal(err) {
				t.Errorf("%s: %v", s.Name, err)
			}
			continue
		}
		ran++
		for _, workers := range []int{2, 7} {
			if got, err := account(s, workers); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: with %d workers the run is another, or has the error %v", s.Name,
					workers, err)
			}
		}
		sameObserved(t, s, want)
	}
	if all := combinations(80, 1500); 3*ran < 2*int(all) {
		t.Errorf("%d of %d combinations run, want two thirds", ran, all)
	}
}

// account runs a scenario, and returns a hash of all that it shows and remembers, for each tick.
func account(s sim.Scenario, workers int) (all []uint64, err error) {
	m, err := sim.New(s, 7, 0)
	if err != nil {
		return nil, err
	}
	m.SetWorkers(workers)
	for all = append(all, fullState(m)); !m.Done(); all = append(all, fullState(m)) {
		if err := m.Step(); err != nil {
			return nil, err
		}
	}
	return all, m.Err()
}

// fullState is state with what rules remember.
func fullState(m *sim.Model) uint64 {
	h := fnv.New64a()
	binary.Write(h, binary.LittleEndian, state(m))
	for c, channel := range m.Scenario().Channels {
		x, err := m.Remembered(channel.Name)
		if err != nil {
			panic(err)
		}
		fmt.Fprint(h, m.Flow(c))
		for u := range m.Units(c).Len() {
			fmt.Fprint(h, x.Unit(u), x.Planes(u), x.Agenda(u))
			for k, p := range m.Units(c).Voices(u) {
				fmt.Fprint(h, p, x.Tie(u, k))
			}
		}
		for p := range m.People() {
			for _, u := range m.Units(c).Of(p) {
				person, seat := x.Part(p, int(u))
				fmt.Fprint(h, person, seat, x.Learning(p), x.Seat(p, int(u)))
			}
		}
	}
	return h.Sum64()
}

// soundRefusal reports whether an error is one that a user can read.
func soundRefusal(err error) bool {
	return strings.HasPrefix(err.Error(), "sim: ") &&
		!strings.Contains(err.Error(), "panic") && !strings.Contains(err.Error(), "runtime error")
}

// sameObserved compares an Experiment of three replicates with the first of them alone.
func sameObserved(t *testing.T, s sim.Scenario, want []uint64) {
	t.Helper()
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 3, Seed: 7, Workers: 2}
	var got []uint64
	err := e.Run(t.Context(), func(_, replicate int) sim.Observer {
		return func(m *sim.Model, _ int) {
			if replicate == 0 {
				got = append(got, fullState(m))
			}
		}
	})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%s: in an Experiment the run is another, or has the error %v", s.Name, err)
	}
}
