package agentstest

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
)

// RealBeginner checks a rule that gives first opinions. The functions whose names begin with Real
// check rules of package opinion. They use random scenes of 1 to 9 topics and 0 to 40 voices. The
// laws are those of this package without Monotone, and one more: if all numbers are finite before a
// call, they are finite after it. Results are compared bit by bit.
func RealBeginner(t testing.TB, r opinion.Beginner) {
	t.Helper()
	checkReal(t, &realRule{value: r, call: func(c *realScene) { r.Begin(&c.person, c.writes) }})
}

// RealExternalizer checks a rule that says opinions aloud.
func RealExternalizer(t testing.TB, r opinion.Externalizer) {
	t.Helper()
	call := func(c *realScene) { r.Externalize(&c.person, c.reads, c.writes) }
	checkReal(t, &realRule{value: r, remembers: ofPerson, call: call})
}

// RealObjectifier checks a rule that makes norms of what is said.
func RealObjectifier(t testing.TB, r opinion.Objectifier) {
	t.Helper()
	call := func(c *realScene) { r.Objectify(&c.unit, (*opinion.Voices)(&c.voices), c.writes) }
	checkReal(t, &realRule{value: r, hears: true, keeps: true, remembers: ofUnit, call: call})
}

// RealInternalizer checks a rule that learns from norms.
func RealInternalizer(t testing.TB, r opinion.Internalizer) {
	t.Helper()
	call := func(c *realScene) { r.Internalize(&c.person, c.reads, c.writes) }
	checkReal(t, &realRule{value: r, keeps: true, sits: true, remembers: ofSeat, call: call})
}

// realRule is a rule about opinions, of any kind.
type realRule struct {
	value     any
	hears     bool          // an Objectifier: it hears voices
	keeps     bool          // what it writes starts as the last tick left it; else as zeros
	sits      bool          // it is given a person in a unit: Person.From is set
	remembers agents.Memory // 1 for each scope of memory that it is given, else 0
	sizes     sizes         // of scenes: topics are dimensions
	call      func(c *realScene)
}

// realScene is all that a call of such a rule can see, and what it leaves.
type realScene struct {
	number        int
	person        agents.Person
	unit, place   agents.Unit
	reads, writes opinion.Opinion
	said          *kernel.RealLayer
	ids           []int32
	voices        kernel.RealVoices
	stream, draw  kernel.Stream
	memory        []uint64
	scopes        [5][]uint64 // parts of memory: see scopesOf
	subject       []uint64    // scratch: what a unit is about
	chance        string      // names the key of the stream
}

func newRealScene(number int, r *realRule) *realScene {
	c := &realScene{number: number, chance: "rule"}
	c.draw.Reset(kernel.NewKey(0, 0, "agentstest", "opinions"), 0, number)
	topics, voices := r.sizes.near(1+c.draw.IntN(9)), 0
	if r.hears {
		voices = min(number%41, r.sizes.people-1)
	}
	c.reads, c.writes = make(opinion.Opinion, topics), make(opinion.Opinion, topics)
	c.said = kernel.NewRealLayer(voices+1, topics)
	ties, ranks := []float32(nil), []uint8(nil)
	for _, p := range c.draw.Perm(voices + 1)[:voices] {
		c.ids = append(c.ids, int32(p))
	}
	if c.draw.Coin(.5) {
		for range voices {
			ties = append(ties, float32(c.draw.IntN(4)))
			ranks = append(ranks, uint8(c.draw.IntN(3)))
		}
	}
	c.voices.Set(c.said, c.ids, ranks, ties)
	n := memoryOf(r.value, r.remembers, topics)
	c.memory, c.scopes = scopesOf(n, agents.Width(topics), voices)
	c.voices.Remember(c.scopes[4], max(n.Tie, 0), nil)
	c.subject = words(agents.Width(topics))
	stream := (*agents.Stream)(&c.stream)
	c.person = agents.Person{ID: c.draw.IntN(voices + 1), Dimensions: 1, Weight: 1, Stream: stream}
	c.unit = agents.Unit{ID: c.draw.IntN(voices + 1), Dimensions: topics, Stream: stream}
	beSomebody(&c.person, &c.draw, nil)
	if r.sits {
		c.place = agents.Unit{ID: c.unit.ID, Dimensions: topics, Memory: words(4),
			Planes: words(4 * agents.Width(topics))}
	}
	c.opine(c.writes)
	return c
}

// opine draws opinions. Some are equal.
func (c *realScene) opine(o opinion.Opinion) {
	for t := range o {
		o[t] = float64(c.draw.IntN(9))/4 - 1
		if c.draw.Coin(.5) {
			o[t] = float64(10 * c.draw.NormFloat64())
		}
	}
}

// live runs a scene for some ticks. It returns what each tick leaves: the bits of what is written,
// the memory, and the next words of the stream.
func (r *realRule) live(number int) (life [][]uint64, wrong error) {
	c := newRealScene(number, r)
	defer func() {
		if v := recover(); v != nil {
			wrong = fmt.Errorf(
				"panics: %v (scene %d: %d topics, %d voices)", v, number, len(c.writes), len(c.ids),
			)
		}
	}()
	for range ticks {
		if wrong := c.tick(r); wrong != nil {
			return nil, fmt.Errorf(
				"%w (scene %d: %d topics, %d voices)", wrong, number, len(c.writes), len(c.ids),
			)
		}
		life = append(life, c.left())
	}
	return life, nil
}

// left returns what the last tick has left: what is written, the memory, and the next words of the
// stream. It draws from the stream, so the stream is of no use afterwards.
func (c *realScene) left() []uint64 {
	next := []uint64{c.stream.Uint64(), c.stream.Coins(.5, ^uint64(0))}
	return slices.Concat(bitsOf(c.writes), c.memory, next)
}

func (c *realScene) tick(r *realRule) error {
	c.person.Tick++
	c.unit.Tick++
	c.recall()
	stay(&c.person, &c.draw)
	if r.sits {
		c.sit()
	} else {
		c.unit.About = subjects(c.subject, &c.draw, len(c.writes))
	}
	c.opine(c.reads)
	for p := range c.said.Len() {
		c.opine(c.said.Row(p))
	}
	if !r.keeps {
		clear(c.writes)
	}
	c.stream.Reset(kernel.NewKey(0, 0, "agentstest", c.chance), c.person.Tick, c.number)
	told := tell(&c.person, &c.unit, &c.place, false, false)
	reads, said := bitsOf(c.reads), c.heard()
	r.call(c)
	switch {
	case !slices.Equal(bitsOf(c.reads), reads):
		return fmt.Errorf("changes what it may only read")
	case !slices.Equal(c.heard(), said):
		return fmt.Errorf("changes the claims, which it may only read")
	}
	if wrong := told.spoilt(&c.person, &c.unit, &c.place); wrong != nil {
		return wrong
	}
	for t, v := range c.writes {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("leaves %v in topic %d", v, t)
		}
	}
	return nil
}

// recall gives the person and the unit their memory.
func (c *realScene) recall() {
	c.person.Memory, c.person.Seat = c.scopes[0], c.scopes[1]
	c.unit.Memory, c.unit.Planes = c.scopes[2], c.scopes[3]
}

// sit draws the unit in which the person has a seat, its memory, and what it is about.
func (c *realScene) sit() {
	c.place.Tick, c.place.Standing = c.person.Tick, int32(c.draw.IntN(7)-3)
	c.place.About = subjects(c.subject, &c.draw, len(c.writes))
	for i := range c.place.Memory {
		c.place.Memory[i], c.place.Planes[i] = uint64(c.draw.IntN(16)), c.draw.Uint64()
	}
	sit(&c.person, &c.place, &c.draw)
}

func (c *realScene) heard() (all []uint64) {
	for p := range c.said.Len() {
		all = append(all, bitsOf(c.said.Row(p))...)
	}
	return all
}

func bitsOf(o opinion.Opinion) []uint64 {
	all := make([]uint64, len(o))
	for t, v := range o {
		all[t] = math.Float64bits(v)
	}
	return all
}

// checkReal tries the rule against the laws. It checks its parameters, what a call may do, and that
// a call is a function of its arguments and stream, also in several goroutines.
func checkReal(t testing.TB, r *realRule) {
	t.Helper()
	const scenes = 123
	if v, ok := r.value.(agents.Validator); ok {
		if err := v.Validate(); err != nil {
			t.Errorf("agentstest: %T refuses its own parameters (%v)", r.value, err)
			return
		}
	}
	var wrong string
	if r.sizes, wrong = sizesOf(r.value); wrong != "" {
		t.Errorf("agentstest: %T %s", r.value, wrong)
		return
	}
	first := make([][][]uint64, scenes)
	for number := range first {
		life, err := r.live(number)
		if err != nil {
			t.Errorf("agentstest: %T %v", r.value, err)
			return
		}
		first[number] = life
	}
	var again [2]int // by goroutine: scenes whose repetition gave another result
	var all sync.WaitGroup
	for w := range again {
		all.Add(1)
		go func() {
			defer all.Done()
			for number := range first {
				life, err := r.live(number)
				if err != nil || !slices.EqualFunc(life, first[number], slices.Equal[[]uint64]) {
					again[w]++
				}
			}
		}()
	}
	all.Wait()
	if n := again[0] + again[1]; n > 0 {
		t.Errorf("agentstest: %T is no function of its arguments and stream: "+
			"repeated, %d of %d scenes gave another result", r.value, n, 2*scenes)
		return
	}
	for number := range 30 {
		if r.sizes.people == manyPeople && r.strange(number) {
			t.Errorf("agentstest: %T holds state: it treats people whom it has met before, "+
				"with other random numbers, differently (scene %d)", r.value, number)
			return
		}
	}
}
