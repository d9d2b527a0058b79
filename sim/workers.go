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

// A worker takes at most chunk people or units at a time, and a phase of at most chunk of them is
// not shared. In a longer phase one worker does the first of them, and measures the time. It then
// wakes one more worker for each wakeTime that the rest of the work would take. The clock decides
// nothing else.
const (
	chunk    = 4 * batch
	first    = batch
	wakeTime = 400 * time.Microsecond
)

// phase is one step of a tick over people or units from..to-1. It writes their rows only.
type phase func(m *Model, sc *scratch, from, to int)

// workers are the goroutines that share the people of one model, each with storage of its own.
type workers struct {
	scratch []*scratch
	mu      sync.Mutex
	failure string // the message of the lowest person or unit that failed
	at      int
}

// scratch is the storage that one worker needs while it goes from person to person.
type scratch struct {
	person     agents.Person
	unit       agents.Unit
	from       agents.Unit   // the unit from which the person learns
	fromOf     *forum        // the forum of that unit
	plain      bool          // its voices have neither ranks nor weights
	chance     kernel.Stream // of the person
	unitChance kernel.Stream
	draw       kernel.Stream
	voices     kernel.Voices
	ids, at    []int32
	ranks      []network.Rank
	ties, kept []float32
	partners   []int32
	marks      []uint64 // of the voices drawn
	seen       []uint64 // what a unit sees
	sights     []uint64 // what each unit of a block sees
	rows       [batch]int32
	words      [batch]uint64
	does       [batch]uint8
	unknown    [batch]int32
	whom       [batch]int32
	questions  kernel.Questions
	parts      kernel.Parts
	plans      kernel.Agendas
	own        []int32 // the standing of each unit of a block
	standing   []int32
	seats      []seat
	heeded     []seat // of everybody in a block
	chosen     [batch]seat
	begins     [batch + 1]int32
	gather     [batch]int32 // the same for those who learn from norms, where others ask
	asker      agents.Person
	units      [batch]int32 // the unit from which each person of a block learns in a round
	norms      *layer       // of the circles of a block
	taught     *layer       // what each person of a block may learn
	block      kernel.Block
	before     agents.Knowledge
	outside    agents.Knowledge
	believed   *layer // before learning, for rules that look back
	gained     [batch]int32
	places     [batch]int32 // of the seats of those who have just learned
	paid       [batch]int32
	changed    *layer // what one norm became
	lessons    kernel.Lessons
	reviews    kernel.Reviews
	reviewers  []reviewer // those that look back unit by unit
	flows      []Flow
	ledger     Ledger
	noted      [moments]agents.Knowledge // see note
	opinions   opinionScratch
	who        string
}

// SetWorkers sets the number of goroutines, 1 or more, that share the people in the following
// steps. A small organization uses fewer. The number changes no bit of the run. An Experiment sets
// it by itself. More than one is faster from about a thousand people on, or about a hundred if
// rules are slow.
func (m *Model) SetWorkers(n int) {
	n = max(1, min(n, m.most()/batch))
	m.workers.scratch = m.workers.scratch[:min(n, len(m.workers.scratch))]
	for len(m.workers.scratch) < n {
		m.workers.scratch = append(m.workers.scratch, m.newScratch())
	}
}

// refitWorkers is for a model that has new units. A worker needs room for circles, if there are
// any.
func (m *Model) refitWorkers() {
	n := len(m.workers.scratch)
	for _, sc := range m.workers.scratch {
		if sc.fromOf = nil; sc.norms.Len() != m.circlesInBlock() {
			m.workers.scratch = nil
			break
		}
	}
	m.SetWorkers(n)
}

// most returns the number of people, or of the units of a forum, whichever is largest.
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
		seen:    newPadded[uint64](width),
		sights:  newPadded[uint64](batch * width),
		own:     newPadded[int32](batch),
		before:  newPadded[agents.Word](width),
		outside: newPadded[agents.Word](width),
		flows:   newPadded[Flow](len(m.channels)),
		norms:   newLayer(m.circlesInBlock(), 64*width),
		taught:  newLayer(min(batch, m.scenario.People), 64*width),
	}
	for i := range sc.noted {
		if m.ledger != nil {
			sc.noted[i] = newPadded[agents.Word](width)
		}
	}
	sc.person.Weight = 1
	sc.person.Dimensions, sc.unit.Dimensions = m.scenario.Dimensions, m.scenario.Dimensions
	sc.from.Dimensions, sc.asker.Dimensions = m.scenario.Dimensions, m.scenario.Dimensions
	sc.asker.Weight = 1
	sc.person.Stream = (*agents.Stream)(&sc.chance)
	sc.unit.Stream = (*agents.Stream)(&sc.unitChance)
	return sc
}

// circlesInBlock returns the number of norms of circles that a block needs at once.
func (m *Model) circlesInBlock() int {
	if slices.ContainsFunc(m.channels, func(c *channel) bool { return !c.lasting }) {
		return min(batch, m.scenario.People)
	}
	return 0
}

// newPadded makes a list that shares no line of a processor's cache with a list of another worker.
// Otherwise the workers would wait for each other at every write.
func newPadded[T any](n int) []T { return make([]T, n, n+32) }

// each runs a phase over the items 0..items-1, and reports whether it went well.
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

// run is each, but with one worker if little says that there is little work.
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

// hasLittleWork reports whether scores and learning are known to be little work, because rules do
// them in blocks. Then even reading the clock would cost more than it saves.
func (m *Model) hasLittleWork() bool {
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
	// Nanoseconds: a word of a person and of a contact, each twice what plain Go code was measured
	// to take; and the limit of all together.
	const person, contact, limit = 20, 4, 200_000
	_, heard := c.units.Lists()
	words := int64(agents.Width(m.scenario.Dimensions))
	return (person*int64(m.scenario.People)+contact*int64(len(heard)))*words < limit
}

// share runs a phase by as many workers as there is work for. Which worker does what changes
// nothing.
func (m *Model) share(items int, work phase) {
	w := m.workers
	start := time.Now()
	m.guard(work, w.scratch[0], 0, first)
	rest := items - first
	left := time.Since(start) * time.Duration(rest) / first
	if w.at >= 0 || left < wakeTime {
		m.guard(work, w.scratch[0], first, items)
		return
	}
	workers := min(len(w.scratch), 1+int(left/wakeTime))
	step := min(chunk, batch*max(1, rest/(4*workers*batch)))
	workers = min(workers, (rest+step-1)/step)
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
				for from := p.take(step); from < p.end; from = p.take(step) {
					m.guard(work, sc, from, min(from+step, p.end))
				}
			}
		}()
	}
	wg.Wait()
}

// part is the range of people or units with which a worker begins. It is the same in every phase,
// because it is then in the cache of its processor. A worker that has finished its part takes from
// the others.
type part struct {
	next atomic.Int64
	end  int
	_    [112]byte // so that two parts share no cache line
}

// take is where the next so many begin.
func (p *part) take(n int) int { return int(p.next.Add(int64(n))) - n }
