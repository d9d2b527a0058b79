package agentstest

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// rule is a rule of any kind.
type rule struct {
	value     any
	reads     string        // what it is given to read, "" if nothing
	writes    string        // the body that it writes, "" if none
	hears     bool          // it is a unit's, and hears voices
	sits      bool          // it is about a person in a unit
	plans     bool          // it is about a unit, before anybody speaks
	reflects  bool          // it changes what a person is
	from      origin        // what the body that it writes comes as
	remembers agents.Memory // of each scope of its memory, 1 if it is given it
	sizes     sizes         // of scenes
	call      func(c *scene)
	block     func(b *kernel.Block) bool // nil: it works on one at a time
}

// The scopes of memory that rules are given.
var (
	ofPerson = agents.Memory{Person: 1}
	ofSeat   = agents.Memory{Person: 1, Seat: 1}
	ofUnit   = agents.Memory{Tie: 1, Unit: 1, Planes: 1}
)

// memoryOf is what a rule is given to remember, of the scopes that are 1.
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
	before                // as it was left at the last tick
	read                  // a copy of what is read
)

// scene is all that one call of a rule can see, and what it leaves. The same seed and number make
// the same scene.
type scene struct {
	number, dimensions int
	person             agents.Person
	unit               agents.Unit
	place              agents.Unit // in which the person sits
	source             *unitScene  // of what that unit, or the unit, remembers
	reads, writes      agents.Knowledge
	said               *layer
	voices             kernel.Voices
	about              []uint64 // the mask that an Agenda writes
	subject            []uint64 // room for what a unit is about
	tried              bool
	takes              agents.Part // what a Participant answers

	stream         kernel.Stream
	draw           kernel.Stream
	key, chance    kernel.Key
	memory         []uint64
	scopes         [5][]uint64      // parts of memory: see remember
	trend          agents.Knowledge // what most say
	ids, standings []int32
	ranks          []uint8
	ties           []float32
	circle         bool // the norm is a circle's: it comes empty
	others         int  // voices that are units
}

// The sizes at which words and counters begin and end come first, then any.
var (
	manyDimensions = []int{1, 63, 64, 65, 127, 128, 129, 192, 200}
	manyVoices     = []int{0, 1, 2, 15, 16, 31, 200, 3, 5}
)

// newScene is a scene of its own, in which memory is 0 and nothing has happened.
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
	if number >= len(manyDimensions) {
		c.person.Tick = c.draw.IntN(60)
		c.unit.Tick = c.person.Tick
	}
	if r.hears {
		c.gather(voices, r.sizes.people)
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

// remember gives the scene memory, all of it in one list: of a person and his seat, of a unit, its
// dimensions and its ties.
func (c *scene) remember(n agents.Memory, width int) {
	places := len(c.ids) + c.draw.IntN(3) // some of a unit's voices are not heard
	c.memory, c.scopes = scopesOf(n, width, places)
	c.voices.Remember(c.scopes[4], max(n.Tie, 0), c.places(places))
}

// scopesOf is memory for a person, his seat, a unit, its dimensions and so many ties, none of which
// can reach into another.
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

// places is where each voice that is heard stands among all of the unit, or nil: as it is heard.
// Some that are heard are units, of which nothing is remembered.
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

// recall tells the person and the unit what is remembered.
func (c *scene) recall() {
	c.person.Memory, c.person.Seat = c.scopes[0], c.scopes[1]
	c.unit.Memory, c.unit.Planes = c.scopes[2], c.scopes[3]
}

// rowOf is an empty row that cannot reach into another.
func rowOf(width int) agents.Knowledge { return make(agents.Knowledge, width)[:width:width] }

// words is so many words that cannot reach into others.
func words(n int) []uint64 { return make([]uint64, n)[:n:n] }

// gather draws who is heard, from more people than that, of whom there are at most so many, with or
// without ranks and ties, judged by the unit or not.
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

// next draws what there is to see at the next tick, and gives the rule its chance.
func (c *scene) next(r *rule) {
	c.person.Tick++
	c.unit.Tick++
	c.draw.Reset(c.key, c.person.Tick, c.number)
	c.person.Standing, c.unit.Standing = int32(c.draw.IntN(9)-4), int32(c.draw.IntN(7)-3)
	c.person.Took, c.person.Gained = c.draw.IntN(3), int32(c.draw.IntN(7)-3)
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

// ready makes what is written what it is to come as.
func (c *scene) ready(r *rule) {
	switch {
	case r.from == nothing, c.circle:
		clear(c.writes)
	case r.from == read:
		copy(c.writes, c.reads)
	}
}

// speak lets all people say something new, most of it the trend's, which changes by and by.
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

// body draws a body of which nothing, something or everything is known.
func (c *scene) body(k agents.Knowledge) {
	known := []float64{0, .25, .5, .75, .875, 1, 1}[c.draw.IntN(7)]
	for i := range k {
		lanes := c.draw.Coins(known, agents.Lanes(c.dimensions, i))
		yes := c.draw.Coins(.5, lanes)
		k[i] = agents.Word{Yes: yes, No: lanes &^ yes}
	}
}
