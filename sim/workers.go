package sim

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// A worker takes at most chunk people or units at a time, and so few are not shared. The first of
// more, one worker takes alone: it then knows what work there is, and wakes a worker for each time
// that is worth it. That is all a clock has a say in.
const (
	chunk = 4 * batch
	first = batch
	worth = 400 * time.Microsecond
)

// phase is one step of a tick over people or units from..to-1. It writes rows of these only.
type phase func(m *Model, sc *scratch, from, to int)

// workers are the goroutines that share the people of one model, each with storage of its own.
type workers struct {
	scratch []*scratch
	mu      sync.Mutex
	failure string // of the lowest person or unit
	at      int
}

// scratch is what one worker needs while it goes from person to person.
type scratch struct {
	person     agents.Person
	unit       agents.Unit
	from       agents.Unit   // from which the person learns
	fromOf     *forum        // whose unit that is
	plain      bool          // whose voices have neither ranks nor ties
	chance     kernel.Stream // of the person
	unitChance kernel.Stream
	draw       kernel.Stream
	voices     kernel.Voices
	ids, at    []int32
	ranks      []network.Rank
	ties, kept []float32
	partners   []int32
	marks      []uint64 // of those drawn
	seen       []uint64 // by a unit
	sights     []uint64 // by each unit of a block
	rows       [batch]int32
	words      [batch]uint64
	own        []int32 // how each unit of a block stands
	standing   []int32
	seats      []seat
	heeded     []seat // of everybody in a block
	begins     [batch + 1]int32
	units      [batch]int32 // from which everybody in a block learns in a round
	norms      *layer       // of the circles of a block
	taught     *layer       // of the people of a block: what they may learn
	block      kernel.Block
	before     agents.Knowledge
	outside    agents.Knowledge
	flows      []Flow
	opinions   opinionScratch
	who        string
}

// SetWorkers makes the following steps use so many goroutines, at least 1, which share the people.
// It changes no bit of the run. An Experiment sets it by itself; it pays from some thousand people
// on, or some hundred where rules are slow.
func (m *Model) SetWorkers(n int) {
	n = max(1, min(n, m.most()/batch))
	m.workers.scratch = m.workers.scratch[:min(n, len(m.workers.scratch))]
	for len(m.workers.scratch) < n {
		m.workers.scratch = append(m.workers.scratch, m.newScratch())
	}
}

// most is the number of people, or of a forum's units, whichever is most.
func (m *Model) most() int {
	n := m.scenario.People
	for _, f := range m.forums {
		n = max(n, f.units.Len())
	}
	return n
}

func (m *Model) newScratch() *scratch {
	width := len(m.beliefs.Row(0))
	sc := &scratch{
		seen:    alone[uint64](width),
		sights:  alone[uint64](batch * width),
		own:     alone[int32](batch),
		before:  alone[agents.Word](width),
		outside: alone[agents.Word](width),
		flows:   alone[Flow](len(m.channels)),
		norms:   newLayer(m.circlesInBlock(), 64*width),
		taught:  newLayer(min(batch, m.scenario.People), 64*width),
	}
	sc.person.Weight = 1
	sc.person.Dimensions, sc.unit.Dimensions = m.scenario.Dimensions, m.scenario.Dimensions
	sc.from.Dimensions = m.scenario.Dimensions
	sc.person.Stream = (*agents.Stream)(&sc.chance)
	sc.unit.Stream = (*agents.Stream)(&sc.unitChance)
	return sc
}

// circlesInBlock is the number of norms of circles that a block needs at once.
func (m *Model) circlesInBlock() int {
	if slices.ContainsFunc(m.channels, func(c *channel) bool { return !c.lasting }) {
		return min(batch, m.scenario.People)
	}
	return 0
}

// alone makes a list that shares no line of a processor's cache with another worker's: both would
// wait for each other at every write.
func alone[T any](n int) []T { return make([]T, n, n+32) }

// each runs a phase over 0..items-1, and reports whether it went well.
func (m *Model) each(items int, work phase) bool { return m.run(items, work, items <= chunk) }

// eachPerson runs a phase over people in a forum, and eachUnit one over its units.
func (m *Model) eachPerson(forum int, work phase) bool {
	m.current = forum
	return m.each(m.scenario.People, work)
}

func (m *Model) eachUnit(forum, units int, work phase) bool {
	m.current = forum
	return m.each(units, work)
}

// run is each, by one worker where there is known to be little to do.
func (m *Model) run(items int, work phase, little bool) bool {
	w := m.workers
	w.at = -1
	if little || len(w.scratch) == 1 {
		m.guard(work, w.scratch[0], 0, items)
	} else {
		m.share(items, work)
	}
	if w.at >= 0 {
		m.fail(w.failure)
	}
	return w.at < 0
}

// littleWork reports whether scores and learning are known to be little work, because rules do it
// in blocks: not even a look at the clock is then worth it.
func (m *Model) littleWork() bool {
	if m.scenario.People <= chunk {
		return true
	}
	if !m.onlyCircles() || len(m.channels) == 0 {
		return false
	}
	c := m.channels[0]
	_, scores := m.landscape.(manyScorer)
	if !scores || m.judges(c) || !c.ways.speak.taken || !c.ways.decide.taken ||
		!c.ways.adopt.taken ||
		!c.hearing.direct {
		return false
	}
	// Nanoseconds a word, twice what was measured in Go alone, and in all.
	const person, contact, limit = 20, 4, 200_000
	_, heard := c.units.Lists()
	words := int64(agents.Width(m.scenario.Dimensions))
	return (person*int64(m.scenario.People)+contact*int64(len(heard)))*words < limit
}

// share runs a phase by as many workers as there is work for. Who does what changes nothing.
func (m *Model) share(items int, work phase) {
	w := m.workers
	start := time.Now()
	m.guard(work, w.scratch[0], 0, first)
	rest := items - first
	left := time.Since(start) * time.Duration(rest) / first
	if w.at >= 0 || left < worth {
		m.guard(work, w.scratch[0], first, items)
		return
	}
	workers := min(len(w.scratch), 1+int(left/worth))
	some := min(chunk, batch*max(1, rest/(4*workers*batch)))
	workers = min(workers, (rest+some-1)/some)
	cut := func(i int) int { return first + int(int64(rest)*int64(i)/int64(workers))/batch*batch }
	parts := make([]part, workers)
	for i := range parts {
		parts[i].next.Store(int64(cut(i)))
		parts[i].end = cut(i + 1)
	}
	parts[workers-1].end = items

	var wg sync.WaitGroup
	for i, sc := range w.scratch[:workers] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range parts {
				p := &parts[(i+k)%workers]
				for from := p.take(some); from < p.end; from = p.take(some) {
					m.guard(work, sc, from, min(from+some, p.end))
				}
			}
		}()
	}
	wg.Wait()
}

// part is the people or units that a worker begins with, the same in every phase, because they are
// then in its processor's cache. Who has done with his part takes from the others'.
type part struct {
	next atomic.Int64
	end  int
	_    [112]byte // parts of different workers share no line of a cache
}

// take is where the next so many begin.
func (p *part) take(some int) int { return int(p.next.Add(int64(some))) - some }
