package agentstest

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// rule is a rule of any kind.
type rule struct {
	value  any
	reads  string // what it is given to read, "" if nothing
	writes string
	hears  bool   // it is a unit's, and hears voices
	from   origin // what the body that it writes comes as
	call   func(c *scene)
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
	reads, writes      agents.Knowledge
	said               *agents.Layer
	voices             agents.Voices
	tried              bool

	stream         kernel.Stream
	draw           kernel.Stream
	key, chance    agents.Key
	memory         []uint64
	scopes         [5][]uint64      // parts of memory: see remember
	trend          agents.Knowledge // what most say
	ids, standings []int32
	ranks          []agents.Rank
	ties           []float32
	circle         bool // the norm is a circle's: it comes empty
}

// The sizes at which words and counters begin and end come first, then any.
var (
	manyDimensions = []int{1, 63, 64, 65, 127, 128, 129, 192, 200}
	manyVoices     = []int{0, 1, 2, 15, 16, 31, 200, 3, 5}
)

// newScene is a scene of its own, in which memory is 0 and nothing has happened.
func newScene(seed uint64, number int, r *rule) *scene {
	c := &scene{
		number: number,
		key:    agents.NewKey(seed, 0, "agentstest", "scene"),
		chance: agents.NewKey(seed, 0, "agentstest", "rule"),
	}
	c.draw.Reset(c.key, 0, number)
	voices := 0
	if number < len(manyDimensions) {
		c.dimensions, voices = manyDimensions[number], manyVoices[number]
	} else {
		c.dimensions, voices = 1+c.draw.IntN(200), c.draw.IntN(20)
	}
	width := agents.Width(c.dimensions)
	c.reads, c.writes, c.trend = rowOf(width), rowOf(width), rowOf(width)
	stream := (*agents.Stream)(&c.stream)
	c.person = agents.Person{ID: c.draw.IntN(1000), Dimensions: c.dimensions, Stream: stream}
	c.unit = agents.Unit{ID: c.draw.IntN(1000), Dimensions: c.dimensions, Stream: stream}
	if r.hears {
		c.gather(voices)
	}
	if m, ok := r.value.(agents.Rememberer); ok {
		c.remember(m.Memory(c.dimensions), width)
	}
	if r.from == before && c.draw.Coin(.8) {
		c.body(c.writes)
	}
	c.body(c.trend)
	return c
}

// remember gives the scene memory, all of it in one list: of a person and his seat, of a unit, its
// dimensions and its ties.
func (c *scene) remember(n agents.Memory, width int) {
	sizes := [...]int{n.Person, n.Seat, n.Unit, n.Planes * width, n.Tie * len(c.ids)}
	total := 0
	for _, size := range sizes {
		total += max(size, 0)
	}
	c.memory = make([]uint64, total)
	rest := c.memory
	for i, size := range sizes {
		size = max(size, 0)
		c.scopes[i], rest = rest[:size:size], rest[size:]
	}
	c.voices.Remember(c.scopes[4], n.Tie, nil)
}

// recall tells the person and the unit what is remembered.
func (c *scene) recall() {
	c.person.Memory, c.person.Seat = c.scopes[0], c.scopes[1]
	c.unit.Memory, c.unit.Planes = c.scopes[2], c.scopes[3]
}

// rowOf is an empty row that cannot reach into another.
func rowOf(width int) agents.Knowledge { return make(agents.Knowledge, width)[:width:width] }

// gather draws who is heard, from more people than that, with or without ranks and ties, judged by
// the unit or not.
func (c *scene) gather(voices int) {
	people := voices + 1 + c.draw.IntN(10)
	c.said = agents.NewLayer(people, c.dimensions)
	c.standings = make([]int32, people)
	for _, p := range c.draw.Perm(people)[:voices] {
		c.ids = append(c.ids, int32(p))
	}
	if c.draw.Coin(.7) {
		c.ranks = make([]agents.Rank, voices)
		for k := range c.ranks {
			c.ranks[k] = agents.Rank(c.draw.IntN(4))
		}
	}
	if c.draw.Coin(.5) {
		c.ties = make([]float32, voices)
		for k := range c.ties {
			c.ties[k] = float32(c.draw.Float64() * 3)
		}
	}
	c.circle = c.draw.Coin(.3)
	c.voices.Set(c.said, c.ids, c.ranks, c.ties, c.standings, c.draw.Coin(.5))
}

// next draws what there is to see at the next tick, and gives the rule its chance.
func (c *scene) next(r *rule) {
	c.person.Tick++
	c.unit.Tick++
	c.draw.Reset(c.key, c.person.Tick, c.number)
	c.person.Standing, c.unit.Standing = int32(c.draw.IntN(9)-4), int32(c.draw.IntN(7)-3)
	c.person.Took = c.draw.IntN(3)
	c.recall()
	c.body(c.reads)
	if r.reads == "" {
		clear(c.reads)
	}
	c.speak()
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
