package sim_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// memo is Superior, as a Reviewer that writes down what it is told, and counts its reviews.
type memo struct {
	agents.Superior
	notes *notes
}

// notes are what was told in one tick, by unit.
type notes struct {
	mu    sync.Mutex
	units map[int][]lesson
	norms map[int]agents.Knowledge
}

type lesson struct {
	id, gained int
	heeded     bool
	took       agents.Knowledge
}

func (memo) Memory(int) agents.Memory { return agents.Memory{Tie: 1, Unit: 1} }

func (r memo) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	var all []lesson
	for k := range learned.Len() {
		all = append(all, lesson{
			learned.ID(k), int(learned.Gained(k)), learned.Heeded(k),
			slices.Clone(learned.Took(k)),
		})
	}
	u.Memory[0]++
	for k := range said.Len() {
		said.Memory(k)[0] += u.Uint64() >> 8
	}
	r.notes.mu.Lock()
	defer r.notes.mu.Unlock()
	r.notes.units[u.ID], r.notes.norms[u.ID] = all, slices.Clone(learned.Changed())
}

func (n *notes) clear() {
	n.units, n.norms = map[int][]lesson{}, map[int]agents.Knowledge{}
}

// reviewed returns scenarios in each way of learning, with a Reviewer.
func reviewed() (all []sim.Scenario, n *notes) {
	n = new(notes)
	for _, async := range []bool{false, true} {
		for _, attention := range []int{0, 1, 2} {
			for _, heed := range []int{0, 3} {
				s := sim.Scenario{
					Name:   fmt.Sprintf("async %v, attention %d, heed %d", async, attention, heed),
					People: 60, Dimensions: 70, Ticks: 12, Attention: attention,
					Asynchronous: async,
					Channels: []sim.Channel{{
						Name: "work", Structure: network.Communities{Team: 10, Size: 6},
						Externalize: agents.Say{Rate: .7}, Heed: heed,
						Objectify:   memo{agents.Superior{Rate: .4}, n},
						Internalize: agents.Absorb{Rate: .3},
					}},
				}
				if async {
					ring := network.RingLattice{Neighbours: 6}
					s.Channels[0].Structure = network.Circles{Of: ring}
				}
				all = append(all, s)
			}
		}
	}
	return all, n
}

// What rules are told about the seats of a tick is what has changed in people and norms, and
// looking back changes no bit.
func TestReviewsAreOfWhatHappened(t *testing.T) {
	all, n := reviewed()
	for _, s := range all {
		t.Run(s.Name, func(t *testing.T) {
			plain := s
			plain.Channels = slices.Clone(s.Channels)
			plain.Channels[0].Objectify = s.Channels[0].Objectify.(memo).Superior
			m, other := mustModel(t, s), mustModel(t, plain)
			for !m.Done() {
				before := m.Clone()
				n.clear()
				step(t, m)
				step(t, other)
				if !slices.Equal(m.Bodies(), other.Bodies()) {
					t.Fatal("looking back changes beliefs")
				}
				checkLessons(t, before, m, n)
				checkChanged(t, before, m, n)
			}
		})
	}
}

func mustModel(t *testing.T, s sim.Scenario) *sim.Model {
	t.Helper()
	m, err := sim.New(s, 3, 1)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// checkLessons compares what was told of people with what happened to them.
func checkLessons(t *testing.T, before, after *sim.Model, n *notes) {
	people := after.People()
	gained, seats := make([]int, people), make([]int, people)
	took := make([][]agents.Knowledge, people)
	for u := range len(n.units) {
		for _, l := range n.units[u] {
			gained[l.id] += l.gained
			if l.heeded {
				seats[l.id]++
				took[l.id] = append(took[l.id], l.took)
			}
		}
	}
	s := after.Scenario()
	for p := range people {
		was, is := before.Beliefs(p), after.Beliefs(p)
		score := after.Landscape().Score
		if got := int(score(is) - score(was)); got != gained[p] {
			t.Fatalf("person %d gained %d over his seats, and is paid %d more", p, gained[p], got)
		}
		mine := 1
		if !s.Asynchronous {
			if mine = len(after.Units(0).Of(p)); s.Attention > 0 {
				mine = min(mine, s.Attention)
			}
			if seats[p] != mine {
				t.Fatalf("person %d heeded %d seats, want %d", p, seats[p], mine)
			}
		}
		for i := range is {
			var of agents.Word
			for _, k := range took[p] {
				of = of.Take(k[i], k[i].Known())
			}
			changed := is[i].Differs(was[i])
			if missing := is[i].Keep(changed).Known() &^ of.Known(); missing != 0 {
				t.Fatalf("person %d: a change is in no seat: %x", p, missing)
			}
			if mine == 1 && of != is[i].Keep(changed) && !s.Asynchronous {
				t.Fatalf("person %d took %v, and changed to %v", p, of, is[i].Keep(changed))
			}
		}
	}
}

// checkChanged compares what was told of norms with what they became.
func checkChanged(t *testing.T, before, after *sim.Model, n *notes) {
	for u := range after.Norms(0) {
		was := before.Norm(0, u)
		for i, w := range after.Norm(0, u) {
			if want := w.Keep(w.Differs(was[i])); n.norms[u][i] != want {
				t.Fatalf("unit %d: Changed is %v in word %d, want %v", u, n.norms[u][i], i, want)
			}
		}
	}
}

// What is remembered by looking back is the same for any number of workers and after a Clone.
func TestReviewsByManyWorkers(t *testing.T) {
	all, n := reviewed()
	for _, s := range all {
		s.People = 600
		var want string
		for _, workers := range []int{1, 2, 7} {
			n.clear()
			m := mustModel(t, s)
			m.SetWorkers(workers)
			for !m.Done() {
				if m.Tick() == 5 {
					m = m.Clone()
				}
				step(t, m)
			}
			if got := memoryOf(t, m); want == "" {
				want = got
			} else if got != want {
				t.Errorf("%s: %d workers remember something else", s.Name, workers)
			}
		}
	}
}

func memoryOf(t *testing.T, m *sim.Model) string {
	r, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for u := range m.Units(0).Len() {
		all += fmt.Sprint(r.Unit(u))
		for k := range m.Units(0).Voices(u) {
			all += fmt.Sprint(r.Tie(u, k))
		}
	}
	return all
}

// rotating hears everybody in every tick, and remembers what each gained in each seat.
type rotating struct{ off bool }

func (rotating) Memory(int) agents.Memory { return agents.Memory{Seat: 1} }

func (rotating) Part(*agents.Person, *agents.Unit, uint8) agents.Part { return agents.Both }
func (r rotating) Reviews() bool                                      { return !r.off }

func (rotating) Review(_ *agents.Unit, _ *agents.Voices, learned *agents.Lessons) {
	for k := range learned.Len() {
		learned.Seat(k)[0] += uint64(learned.Gained(k))
	}
}

// A Participant remembers seats: what everybody gained in his seats is what he gained. Switched
// off, it remembers nothing.
func TestParticipantsLookBack(t *testing.T) {
	for _, off := range []bool{false, true} {
		all, _ := reviewed()
		s := all[0]
		s.Channels[0].Objectify = agents.Superior{Rate: .4}
		s.Channels[0].Participate = rotating{off}
		m := mustModel(t, s)
		first := m.Clone()
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		r, err := m.Remembered("work")
		if err != nil {
			t.Fatal(err)
		}
		for p := range s.People {
			sum := int64(0)
			for _, u := range m.Units(0).Of(p) {
				_, seat := r.Part(p, int(u))
				sum += int64(seat[0])
			}
			want := int64(0)
			if !off {
				score := m.Landscape().Score
				want = int64(score(m.Beliefs(p)) - score(first.Beliefs(p)))
			}
			if sum != want {
				t.Fatalf("off %v: person %d gained %d in his seats, want %d", off, p, sum, want)
			}
		}
	}
}
