package agentstest

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// rule is a rule of any kind, and what the tests know of its kind.
type rule struct {
	value     any
	reads     string        // what it is given to read, "" if nothing
	writes    string        // the body that it writes, "" if none
	hears     bool          // an Objectifier or an Asker: it hears voices
	asks      bool          // an Asker: it names a voice
	sits      bool          // it is given a person in a unit: Person.From is set
	plans     bool          // an Agenda: it is given a unit, before anybody speaks
	reflects  bool          // a Reflector: it changes what a person is
	from      origin        // how the body that it writes starts
	remembers agents.Memory // 1 for each scope of memory that it is given, else 0
	sizes     sizes         // of scenes
	call      func(c *scene)
	block     func(b *kernel.Block) bool // nil: it does not work on blocks
}

// The scopes of memory that rules are given.
var (
	ofPerson = agents.Memory{Person: 1}
	ofSeat   = agents.Memory{Person: 1, Seat: 1}
	ofUnit   = agents.Memory{Tie: 1, Unit: 1, Planes: 1}
	ofPlan   = agents.Memory{Unit: 1}
)

// memoryOf returns how much a rule remembers, in the scopes that it is given.
func memoryOf(value any, given agents.Memory, dimensions int) agents.Memory {
	m, ok := value.(agents.Rememberer)
	if !ok {
		return agents.Memory{}
	}
	n := m.Memory(dimensions)
	return agents.Memory{
		Person: n.Person * given.Person, Seat: n.Seat * given.Seat, Tie: n.Tie * given.Tie,
		Unit: n.Unit * given.Unit, Planes: n.Planes * given.Planes,
	}
}

type origin int

const (
	nothing origin = iota // empty
	before                // as the last tick left it
	read                  // a copy of what is read
)

// scene is all that a call of a rule can see, and what it leaves. The same seed and number make the
// same scene.
type scene struct {
	number, dimensions int
	person             agents.Person
	unit               agents.Unit
	place              agents.Unit // in which the person has a seat
	source             *unitScene  // makes the memory of that unit, or of an Agenda's unit
	reads, writes      agents.Knowledge
	said               *layer
	voices             kernel.Voices
	about              []uint64 // the mask that an Agenda writes
	subject            []uint64 // scratch: what a unit is about
	tried              bool
	takes              agents.Part // what a Participant answers
	does               agents.Activity
	asked              int // the voice whom an Asker names

	stream         kernel.Stream
	draw           kernel.Stream
	key, chance    kernel.Key
	memory         []uint64
	scopes         [5][]uint64      // parts of memory: see scopesOf
	trend          agents.Knowledge // what most people say
	ids, standings []int32
	ranks          []uint8
	ties           []float32
	circle         bool // the unit is a circle: its norm starts empty
	others         int  // voices that are units
}

// The first scenes have sizes at the boundaries of words and counters. Later sizes are drawn.
var (
	manyDimensions = []int{1, 63, 64, 65, 127, 128, 129, 192, 200}
	manyVoices     = []int{0, 1, 2, 15, 16, 31, 200, 3, 5}
)

// newScene makes a scene before its first tick, in which all memory is 0.
func newScene(suite Suite, number int, r *rule) *scene {
	c := &scene{
		number: number,
		key:    kernel.NewKey(suite.Seed, 0, "agentstest", "scene"),
		chance: kernel.NewKey(suite.Seed, 0, "agentstest", "rule"),
	}
	c.draw.Reset(c.key, 0, number)
	voices := 0
	if number < len(manyDimensions) {
		c.dimensions, voices = manyDimensions[number], manyVoices[number]
	} else {
		c.dimensions, voices = 1+c.draw.IntN(mostDimensions), c.draw.IntN(20)
	}
	c.dimensions = r.sizes.near(c.dimensions)
	width := agents.Width(c.dimensions)
	c.reads, c.writes, c.trend = rowOf(width), rowOf(width), rowOf(width)
	c.about, c.subject = words(width), words(width)
	stream := (*agents.Stream)(&c.stream)
	id := c.draw.IntN(r.sizes.people)
	c.person = agents.Person{ID: id, Dimensions: c.dimensions, Weight: 1, Stream: stream}
	c.unit = agents.Unit{ID: c.draw.IntN(r.sizes.people), Dimensions: c.dimensions, Stream: stream}
	c.unit.Level, c.unit.Above = number%3, number/3%2
	if number >= len(manyDimensions) {
		c.person.Tick = c.draw.IntN(60)
		c.unit.Tick = c.person.Tick
	}
	if r.hears {
		c.gather(voices, r.sizes.people)
	}
	if r.asks && len(c.ids) > 0 && c.draw.Coin(.5) {
		c.person.ID = int(c.ids[c.draw.IntN(len(c.ids))])
	}
	c.remember(memoryOf(r.value, r.remembers, c.dimensions), width)
	beSomebody(&c.person, &c.draw, suite.Self)
	if r.sits || r.plans {
		c.source = newUnitScene(suite, number, r, c)
	}
	if r.from == before && r.writes != "" && c.draw.Coin(.8) {
		c.body(c.writes)
	}
	c.body(c.trend)
	return c
}

// remember gives the scene its memory, in the scopes of scopesOf.
func (c *scene) remember(n agents.Memory, width int) {
	places := len(c.ids) + c.draw.IntN(3) // some of a unit's voices are not heard
	c.memory, c.scopes = scopesOf(n, width, places)
	c.voices.Remember(c.scopes[4], max(n.Tie, 0), c.places(places))
}

// scopesOf makes memory of a person, his seat, a unit, its dimensions and its ties. All lie in one
// list, but none can be extended into another.
func scopesOf(n agents.Memory, width, ties int) (all []uint64, scopes [5][]uint64) {
	sizes := [...]int{n.Person, n.Seat, n.Unit, n.Planes * width, n.Tie * ties}
	total := 0
	for _, size := range sizes {
		total += max(size, 0)
	}
	all = make([]uint64, total)
	rest := all
	for i, size := range sizes {
		size = max(size, 0)
		scopes[i], rest = rest[:size:size], rest[size:]
	}
	return all, scopes
}

// places returns the position of each heard voice among all voices of the unit. nil means that all
// are heard, in order. Some voices are units, which have no memory and the position -1.
func (c *scene) places(all int) []int32 {
	if c.number%4 < 2 && all == len(c.ids) {
		return nil
	}
	at := make([]int32, len(c.ids))
	for k, place := range c.draw.Perm(all)[:len(c.ids)] {
		at[k] = int32(place)
		if c.number%4 == 3 && c.draw.Coin(.2) {
			at[k] = -1
			c.others++
		}
	}
	return at
}

// recall gives the person and the unit their memory.
func (c *scene) recall() {
	c.person.Memory, c.person.Seat = c.scopes[0], c.scopes[1]
	c.unit.Memory, c.unit.Planes = c.scopes[2], c.scopes[3]
}

// rowOf returns an empty row that cannot be extended into other memory.
func rowOf(width int) agents.Knowledge { return make(agents.Knowledge, width)[:width:width] }

// words returns n words that cannot be extended into other memory.
func words(n int) []uint64 { return make([]uint64, n)[:n:n] }

// gather draws who is heard, from at most most people, who are more than the voices. It also draws
// whether there are ranks and ties, and whether the unit judges its voices.
func (c *scene) gather(voices, most int) {
	voices = min(voices, most-1)
	people := min(voices+1+c.draw.IntN(10), most)
	c.said = newLayer(people, c.dimensions)
	c.standings = make([]int32, people)
	for _, p := range c.draw.Perm(people)[:voices] {
		c.ids = append(c.ids, int32(p))
	}
	if c.draw.Coin(.7) {
		c.ranks = make([]uint8, voices)
		for k := range c.ranks {
			c.ranks[k] = uint8(c.draw.IntN(4))
		}
	}
	if c.draw.Coin(.5) {
		c.ties = make([]float32, voices)
		for k := range c.ties {
			c.ties[k] = float32(c.draw.Float64() * 3)
		}
	}
	c.circle = c.draw.Coin(.3)
	c.voices.Set(c.said.Bare(), c.ids, c.ranks, c.ties, c.standings, c.draw.Coin(.5))
}

// next draws the arguments of the next tick, and resets the stream.
func (c *scene) next(r *rule) {
	c.person.Tick++
	c.unit.Tick++
	c.draw.Reset(c.key, c.person.Tick, c.number)
	c.person.Standing, c.unit.Standing = int32(c.draw.IntN(9)-4), int32(c.draw.IntN(7)-3)
	c.person.Took, c.person.Gained = c.draw.IntN(3), int32(c.draw.IntN(7)-3)
	if r.asks {
		c.person.Unknown = c.draw.IntN(c.dimensions + 1)
	}
	c.recall()
	stay(&c.person, &c.draw)
	c.body(c.reads)
	if r.reads == "" {
		clear(c.reads)
	}
	c.speak()
	c.arrange(r)
	c.ready(r)
	c.stream.AllHeads(false)
	c.stream.Reset(c.chance, c.person.Tick, c.number)
}

// ready gives the body that the rule writes the content with which it must start.
func (c *scene) ready(r *rule) {
	switch {
	case r.from == nothing, c.circle:
		clear(c.writes)
	case r.from == read:
		copy(c.writes, c.reads)
	}
}

// speak draws new claims of all people. Most claims follow the trend, which changes slowly.
func (c *scene) speak() {
	for i := range c.trend {
		turn := c.draw.Coins(.1, agents.Lanes(c.dimensions, i))
		yes := c.draw.Coins(.5, turn)
		c.trend[i] = c.trend[i].Take(agents.Word{Yes: yes, No: turn &^ yes}, turn)
		for p := range c.standings {
			lanes := c.draw.Coins(.125, agents.Lanes(c.dimensions, i))
			yes := c.draw.Coins(.5, lanes)
			no := c.draw.Coins(.5, lanes&^yes)
			c.said.Row(p)[i] = c.trend[i].Take(agents.Word{Yes: yes, No: no}, lanes)
		}
	}
	for p := range c.standings {
		c.standings[p] = int32(c.draw.IntN(9) - 4)
	}
}

// body draws a body in which no dimensions, some or all are known.
func (c *scene) body(k agents.Knowledge) {
	known := []float64{0, .25, .5, .75, .875, 1, 1}[c.draw.IntN(7)]
	for i := range k {
		lanes := c.draw.Coins(known, agents.Lanes(c.dimensions, i))
		yes := c.draw.Coins(.5, lanes)
		k[i] = agents.Word{Yes: yes, No: lanes &^ yes}
	}
}
