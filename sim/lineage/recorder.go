package lineage

import (
	"fmt"

	"orglearn/agents"
	"orglearn/sim"
)

// Kind is what happened.
type Kind uint8

// The kinds of what happens with a belief of +1 or -1 in a dimension.
const (
	Began     Kind = iota // a person came with it, as his first belief
	Said                  // a person was heard with it in a unit where nobody had said it before
	Objective             // it became the norm of a unit
	Ceased                // it is no longer the norm of a unit
	Taken                 // a person came to believe it
	Dropped               // a person no longer believes it
	Gone                  // a person who believed it left, or another took his place
)

var kinds = [...]string{"began", "said", "objective", "ceased", "taken", "dropped", "gone"}

// String returns the kind in one word.
func (k Kind) String() string { return kinds[k] }

// Place is a unit of a channel.
type Place struct{ Channel, Unit int }

// Event is one thing that happened.
type Event struct {
	Tick   int // after this cycle, or as an event of this tick
	Kind   Kind
	Value  agents.Belief // +1 or -1
	Person int           // -1 for Objective and Ceased
	Place  Place         // of Said, Objective and Ceased; else of no meaning
	// From are, of Taken, the units that can have given it; nil: none, he has it from elsewhere.
	From []Place
	By   []int // of Objective: who said it in the unit in that cycle, ascending
}

// MaxEvents is the largest number of events that are recorded. The recorder then stops.
const MaxEvents = 1 << 24

// Recorder follows one dimension of one run. It takes memory in proportion to people, seats and
// events. It is not safe for use by several goroutines at once.
type Recorder struct {
	dimension int
	events    []Event
	full      bool
	tick      int // that was seen last; -1: none
	beliefs   []agents.Belief
	joined    []int
	vacant    []bool
	norms     [][]agents.Belief // by channel and unit
	said      map[said]bool
}

// said is a value that was said in a unit.
type said struct {
	place Place
	value agents.Belief
}

// New returns a recorder of a dimension.
func New(dimension int) *Recorder {
	return &Recorder{dimension: dimension, tick: -1, said: map[said]bool{}}
}

// Events are what happened, in order: by tick, and within a tick who was gone, what was said, what
// became objective or ceased to be, and who took or dropped it, by number.
func (r *Recorder) Events() []Event { return r.events }

// Full reports whether there were more than MaxEvents events, so that the last are missing.
func (r *Recorder) Full() bool { return r.full }

// Observe is a sim.Observer: it records a tick. It must see every tick of one run from 0 on, and
// panics otherwise, or if the model has no such dimension.
func (r *Recorder) Observe(m *sim.Model, tick int) {
	if r.dimension < 0 || r.dimension >= m.Dimensions() {
		panic(fmt.Sprintf("lineage: dimension %d, want 0 to %d", r.dimension, m.Dimensions()-1))
	}
	if tick != r.tick+1 {
		panic(fmt.Sprintf("lineage: tick %d after tick %d, want every tick from 0 on", tick,
			r.tick))
	}
	r.tick = tick
	if m.Tick() < tick {
		return // the run has stopped
	}
	if tick == 0 {
		r.begin(m)
		return
	}
	r.seeLeavers(m)
	for c := range m.Channels() {
		r.hear(m, c)
	}
	before := r.norms
	r.norms = normsOf(m, r.dimension)
	for c := range r.norms {
		r.compareNorms(m, c, before)
	}
	r.seeBeliefs(m, before)
}

func (r *Recorder) add(e Event) {
	if len(r.events) == MaxEvents {
		r.full = true
		return
	}
	e.Tick = r.tick
	r.events = append(r.events, e)
}

// begin records the first beliefs, and norms that stand before the first cycle.
func (r *Recorder) begin(m *sim.Model) {
	n := m.People()
	r.beliefs, r.joined, r.vacant = make([]agents.Belief, n), make([]int, n), make([]bool, n)
	r.norms = normsOf(m, r.dimension)
	for c, units := range r.norms {
		for u, v := range units {
			if v != 0 {
				r.add(Event{Kind: Objective, Value: v, Person: -1, Place: Place{c, u}})
			}
		}
	}
	for p := range n {
		r.vacant[p] = m.Vacant(p)
		r.come(m, p)
	}
}

// come records a person with his first beliefs.
func (r *Recorder) come(m *sim.Model, p int) {
	r.joined[p], r.beliefs[p] = m.Joined(p), m.Beliefs(p).Get(r.dimension)
	if v := r.beliefs[p]; v != 0 {
		r.add(Event{Kind: Began, Value: v, Person: p})
	}
}

// normsOf are the norms of all units in a dimension, by channel. Implicit circles keep none.
func normsOf(m *sim.Model, dimension int) [][]agents.Belief {
	all := make([][]agents.Belief, m.Channels())
	for c := range all {
		all[c] = make([]agents.Belief, m.Norms(c))
		for u := range all[c] {
			all[c][u] = m.Norm(c, u).Get(dimension)
		}
	}
	return all
}
