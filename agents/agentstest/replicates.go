package agentstest

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// replicates is up to 64 scenes in two forms: as one scene whose lanes they are, and each by
// itself, where lanes are dimensions.
type replicates struct {
	*scene
	lanes  uint64         // lanes of running replicates
	filled uint64         // lanes with beliefs; those of stopped replicates may have some too
	scores *kernel.Scores // of people, and in the last row of the unit
	alone  [64]*scene     // by lane, each replicate by itself; nil if it does not run
	quiet  uint64         // lanes in which nobody says anything at this tick
}

// The first scenes have sizes at which words or the ways to count few voices change. Later sizes
// are drawn.
var (
	laneDimensions = []int{1, 2, 64, 63, 5, 33}
	laneVoices     = []int{4, 9, 5, 8, 0, 20}
)

// newReplicates makes scenes before their first tick. Voices have the same ranks and ties in all.
func newReplicates(seed uint64, number int, r *rule) *replicates {
	c := &replicates{scene: &scene{
		number: number,
		key:    kernel.NewKey(seed, 0, "agentstest", "replicates"),
		chance: kernel.NewKey(seed, 0, "agentstest", "rule"),
	}}
	c.draw.Reset(c.key, 0, number)
	voices := 0
	if number < len(laneDimensions) {
		c.dimensions, voices = laneDimensions[number], laneVoices[number]
	} else {
		c.dimensions, voices = 1+c.draw.IntN(64), c.draw.IntN(21)
	}
	c.dimensions = r.sizes.below(c.dimensions, 64)
	c.lanes, c.filled = ^uint64(0), ^uint64(0)
	if number%3 > 0 {
		c.lanes = c.draw.Uint64() | 1<<c.draw.IntN(64)
	}
	if number%3 == 1 {
		c.filled = c.lanes
	}
	c.reads, c.writes = rowOf(c.dimensions), rowOf(c.dimensions)
	stream := (*agents.Stream)(&c.stream)
	c.person = agents.Person{
		ID: c.draw.IntN(r.sizes.people), Dimensions: c.dimensions, Replicates: c.lanes,
		Stream: stream, Founder: true, Weight: 1,
	}
	if r.sits {
		c.place = agents.Unit{ID: c.draw.IntN(r.sizes.people), Dimensions: c.dimensions}
		sit(&c.person, &c.place, &c.draw)
	}
	c.unit = agents.Unit{
		ID: c.draw.IntN(r.sizes.people), Dimensions: c.dimensions, Replicates: c.lanes,
		Stream: stream,
	}
	c.stream.Replicates()
	if r.hears {
		c.gather(voices, r.sizes.people)
		c.said = newLayer(len(c.standings), 64*c.dimensions)
		c.scores = kernel.NewScores(len(c.standings)+1, 7)
		c.unit.Standings = c.scores.Row(len(c.standings))
		c.voices.SetReplicates(c.said.Bare(), c.ids, c.ranks, c.ties, c.scores)
	}
	for lane := range c.alone {
		if c.lanes>>lane&1 != 0 {
			c.separate(lane)
		}
	}
	if r.from == before {
		c.fill(c.writes)
		for lane, w := range deal(c.writes) {
			if a := c.alone[lane]; a != nil {
				a.writes[0] = w
			}
		}
	}
	return c
}

// separate makes the scene of one lane's replicate by itself.
func (c *replicates) separate(lane int) {
	a := &scene{
		number: c.number, dimensions: c.dimensions, chance: c.chance, ids: c.ids, circle: c.circle,
	}
	stream := (*agents.Stream)(&a.stream)
	a.person = agents.Person{
		ID: c.person.ID, Dimensions: c.dimensions, Stream: stream,
		Rank: c.person.Rank, Weight: c.person.Weight,
	}
	if c.person.From != nil {
		a.place = c.place
		a.person.From = &a.place
	}
	a.unit = agents.Unit{ID: c.unit.ID, Dimensions: c.dimensions, Stream: stream}
	a.reads, a.writes = rowOf(1), rowOf(1)
	a.stream.Apart(lane)
	if c.said != nil {
		a.said = newLayer(len(c.standings), c.dimensions)
		a.standings = make([]int32, len(c.standings))
		a.voices.Set(a.said.Bare(), a.ids, c.ranks, c.ties, a.standings, false)
	}
	c.alone[lane] = a
}

// next draws the arguments of the next tick, for both forms.
func (c *replicates) next(r *rule) {
	c.at(c.person.Tick + 1)
	c.draw.Reset(c.key, c.person.Tick, c.number)
	c.quiet = c.draw.Coins(.25, c.filled)
	if r.reads != "" {
		c.fill(c.reads)
		c.agree()
	}
	for p := range c.standings {
		c.fill(c.said.Row(p))
	}
	c.stand()
	c.ready(r)
	c.stream.Reset(c.chance, c.person.Tick, c.number)
	c.share(r)
}

// at sets the tick. Where lanes are replicates, everybody has the Tenure of a founder.
func (c *scene) at(tick int) {
	c.person.Tick, c.person.Tenure, c.unit.Tick, c.place.Tick = tick, tick, tick, tick
}

// fill draws a body in every replicate.
func (c *replicates) fill(k agents.Knowledge) {
	known := []float64{0, .25, .5, .75, .875, 1, 1}[c.draw.IntN(7)]
	for i := range k {
		lanes := c.draw.Coins(known, c.filled&^c.quiet)
		yes := c.draw.Coins(.5, lanes)
		k[i] = agents.Word{Yes: yes, No: lanes &^ yes}
	}
}

// agree lets some replicates read a norm that equals what they hold.
func (c *replicates) agree() {
	lanes := c.draw.Coins(.25, c.filled)
	for i, w := range c.writes {
		c.reads[i] = c.reads[i].Take(w, lanes)
	}
}

// stand draws the standings of voices and unit. Many are equal.
func (c *replicates) stand() {
	if c.scores == nil {
		return
	}
	digits := 1 + c.draw.IntN(3)
	for p := range len(c.standings) + 1 {
		row := c.scores.Row(p)
		clear(row)
		for j := range digits {
			row[j] = c.draw.Uint64() & c.filled
		}
	}
}

// share gives each replicate its part of the arguments. Fields that a Lanewise rule must not read
// get other values in each.
func (c *replicates) share(r *rule) {
	reads := deal(c.reads)
	for lane, a := range c.alone {
		if a == nil {
			continue
		}
		a.at(c.person.Tick)
		a.person.Standing, a.person.Took = int32(c.draw.IntN(9)-4), c.draw.IntN(3)
		a.place.Standing = int32(c.draw.IntN(9) - 4)
		if a.person.Founder = c.draw.Coin(.5); !a.person.Founder {
			a.person.Tenure = c.draw.IntN(a.person.Tick)
		}
		a.reads[0] = reads[lane]
		if c.scores != nil {
			a.unit.Standing = int32(c.scores.Of(len(c.standings), lane))
		}
		a.ready(r)
		a.stream.Reset(c.chance, c.person.Tick, c.number)
	}
	for p := range c.standings {
		said := deal(c.said.Row(p))
		for lane, a := range c.alone {
			if a != nil {
				a.said.Row(p)[0], a.standings[p] = said[lane], int32(c.scores.Of(p, lane))
			}
		}
	}
}

// deal returns, for each lane, the body of its replicate as a word whose lanes are dimensions.
func deal(k agents.Knowledge) (words [64]agents.Word) {
	var yes, no [64]uint64
	for d, w := range k {
		yes[d], no[d] = w.Yes, w.No
	}
	kernel.Transpose(&yes)
	kernel.Transpose(&no)
	for lane := range words {
		words[lane] = agents.Word{Yes: yes[lane], No: no[lane]}
	}
	return words
}
