package agents

import "orglearn/agents/kernel"

// scene is a random person, unit and its voices, for a call of a rule. The same number gives the
// same scene.
type scene struct {
	person       Person
	unit         Unit
	belief, norm Knowledge
	said         *layer
	voices       Voices

	ids      []int32
	ranks    []uint8
	ties     []float32
	standing []int32
}

// newScene draws a scene. Voices are drawn from twice as many people. There are few different
// standings, so that many are equal.
func newScene(number, dimensions, voices int) *scene {
	draw := newStream(kernel.NewKey(1991, 0, "scene", ""), number, 0)
	people := 2*voices + 1
	c := &scene{
		person: Person{
			ID: draw.IntN(people), Tick: draw.IntN(100), Dimensions: dimensions,
			Standing: int32(draw.IntN(9) - 4),
		},
		unit: Unit{
			ID: draw.IntN(people), Tick: draw.IntN(100), Dimensions: dimensions,
			Standing: int32(draw.IntN(5) - 2),
		},
		belief:   randomBody(draw, dimensions),
		norm:     randomBody(draw, dimensions),
		said:     newLayer(people, dimensions),
		ids:      make([]int32, voices),
		ranks:    make([]uint8, voices),
		ties:     make([]float32, voices),
		standing: make([]int32, people),
	}
	for p := range people {
		copy(c.said.Row(p), randomBody(draw, dimensions))
		c.standing[p] = int32(draw.IntN(9) - 4)
	}
	for k, p := range draw.Perm(people)[:voices] {
		c.ids[k] = int32(p)
		c.ranks[k] = uint8(draw.IntN(8) / 6)
		c.ties[k] = float32(1 + draw.IntN(3))
	}
	c.voices.engine().Set(c.said.Bare(), c.ids, c.ranks, c.ties, c.standing, false)
	c.chance(number, 0)
	return c
}

// chance gives the person and the unit the stream of one trial.
func (c *scene) chance(number, trial int) {
	if c.person.Stream == nil {
		c.person.Stream, c.unit.Stream = new(Stream), new(Stream)
	}
	c.person.engine().Reset(kernel.NewKey(1991, 0, "person", ""), trial, number)
	c.unit.engine().Reset(kernel.NewKey(1991, 0, "unit", ""), trial, number)
}

// randomBody draws a body of which a random part is known.
func randomBody(draw *Stream, dimensions int) Knowledge {
	k := make(Knowledge, Width(dimensions))
	known := draw.Float64()*1.5 - .2 // some bodies are empty, some full
	for i := range k {
		some := draw.Coins(known, Lanes(dimensions, i))
		yes := draw.Coins(.5, some)
		k[i] = Word{yes, some &^ yes}
	}
	return k
}

// newStream returns the stream of an id at a tick.
func newStream(k kernel.Key, tick, id int) *Stream {
	return (*Stream)(kernel.NewStream(k, tick, id))
}

// layer is a row of Knowledge per person or unit.
type layer = kernel.Layer[Knowledge, Word]

func newLayer(rows, dimensions int) *layer {
	return kernel.NewLayer[Knowledge](rows, dimensions)
}
