package sim_test

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// insistent is a rule that remembers: it adopts what the norm has said three ticks in a row.
type insistent struct{}

func (insistent) Memory(dimensions int) agents.Memory {
	return agents.Memory{Person: 4 * agents.Width(dimensions)}
}

func (insistent) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	for i, n := range norm {
		old := p.Memory[4*i : 4*i+4]
		once := agents.Word{Yes: old[0], No: old[1]}
		twice := agents.Word{Yes: old[2] & n.Yes, No: old[3] & n.No}
		belief[i] = belief[i].Take(n, twice.Known())
		old[0], old[1], old[2], old[3] = n.Yes, n.No, n.Yes&once.Yes, n.No&once.No
	}
}

// everything is a scenario in which every mechanism is on.
func everything(people int) sim.Scenario {
	return sim.Scenario{
		Name: "everything", People: people, Dimensions: 70, Ticks: 12, Attention: 3,
		Reality:    sim.Blocks{Size: 5, Seen: 20},
		Experience: agents.Flip{Idle: true},
		Channels: []sim.Channel{{
			Name: "teams", Structure: network.Isolated{Size: 5}, Every: 2, Heed: 3,
			Externalize: agents.Say{Rate: .7}, Objectify: agents.Superior{Rate: .4,
				PerVote: true},
			Internalize: agents.Gradual{Rate: .6},
		}, {
			Name: "communities", Structure: network.Communities{Team: 5, Size: 6, Periphery: 1,
				Alone: true},
			ByClaims: true, Simultaneous: true,
			Externalize: agents.Act{}, Objectify: agents.Consensus{Share: .6, Ticks: 2},
			Internalize: agents.Absorb{Rate: .3},
		}, {
			Name: "contacts", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
			ByClaims:    true,
			Externalize: agents.Say{Rate: .9}, Objectify: agents.Best{},
			Internalize: agents.Fill{Rate: .5},
		}, {
			Name: "mail", Structure: network.Pairs{},
			Externalize: agents.Say{Rate: .5}, Objectify: agents.Majority{Rate: .5},
			Internalize: agents.Absorb{Rate: .2},
		}, {
			Name: "line", Structure: network.Hierarchy{Span: 3},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Authority{Rate: .8, Weight: 3},
			Internalize: insistent{},
		}, {
			Name: "desk", Structure: network.Circles{Of: network.RingLattice{Neighbours: 6},
				Lasting: true},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Screen{Rate: .5, Veto: .5},
			Internalize: agents.Absorb{Rate: .1},
		}},
		Events: []sim.Event{
			sim.Turnover{Rate: .05},
			sim.Turbulence{Rate: .03},
			sim.Reshuffle{Channel: "teams", Every: 4},
			sim.RotateLeaders{Channel: "line", Every: 3},
			sim.Reorganize{Channel: "contacts", At: 6, Structure: network.Isolated{Size: 3}},
			sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
				m.Beliefs(s.IntN(m.People())).Set(s.IntN(m.Dimensions()), 1)
			}),
		},
	}
}

// rugged is everything with an NK landscape, so without beliefs of 0.
func rugged(people int) sim.Scenario {
	return sim.Scenario{
		Name: "rugged", People: people, Dimensions: 12, Ticks: 12,
		Reality:    sim.NK{K: 4, Partners: sim.DrawnAny, Decimals: 2, Seen: 7},
		Beliefs:    agents.Mixed{Unknown: 0},
		Experience: agents.Flip{},
		Channels: []sim.Channel{{
			Name: "contacts", Structure: network.Circles{Of: network.RingLattice{Neighbours: 4}},
			Heed:        3,
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Best{},
			Internalize: agents.Absorb{Rate: .5},
		}},
		Events: []sim.Event{sim.Turbulence{Rate: .1}},
	}
}

// state returns a hash of what a model shows: FNV-1a of beliefs, norms and flows.
func state(m *sim.Model) uint64 {
	h := fnv.New64a()
	var bytes []byte
	row := func(k agents.Knowledge) {
		for _, w := range k {
			bytes = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(bytes, w.Yes),
				w.No)
		}
	}
	for p := range m.People() {
		row(m.Beliefs(p))
		bytes = binary.LittleEndian.AppendUint32(bytes, uint32(m.Joined(p)))
	}
	for c := range m.Channels() {
		for u := range m.Norms(c) {
			row(m.Norm(c, u))
		}
		f := m.Flow(c)
		for _, n := range []int64{f.Said, f.Objectified, f.Taken} {
			bytes = binary.LittleEndian.AppendUint64(bytes, uint64(n))
		}
	}
	h.Write(bytes)
	return h.Sum64()
}

// built builds a model of a scenario, which must be valid.
func built(t testing.TB, s sim.Scenario, seed, replicate uint64) *sim.Model {
	t.Helper()
	m, err := sim.New(s, seed, replicate)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// step runs one tick, which must not fail.
func step(t testing.TB, m *sim.Model) {
	t.Helper()
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
}

// trace returns the state of a run at every tick to its end.
func trace(t testing.TB, m *sim.Model) []uint64 {
	t.Helper()
	states := []uint64{state(m)}
	for !m.Done() {
		step(t, m)
		states = append(states, state(m))
	}
	return states
}

// sameTrace fails if two runs are not the same.
func sameTrace(t *testing.T, what string, got, want []uint64) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("%s: the runs part at tick %d", what, i)
			return
		}
	}
	t.Errorf("%s: %d ticks, want %d", what, len(got)-1, len(want)-1)
}
