package agentstest

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// beSomebody draws what a person is.
func beSomebody(p *agents.Person, draw *kernel.Stream, of Selves) {
	if of == nil {
		of = fourNumbers{}
	}
	p.Self = words(of.Words())
	newcomer := *p
	newcomer.Stream = (*agents.Stream)(draw)
	of.Begin(&newcomer, p.Self)
	p.Founder = draw.Coin(.5)
}

// fourNumbers is what people are by default.
type fourNumbers struct{}

// Words is 4.
func (fourNumbers) Words() int { return 4 }

// Begin draws each number from 0 to 15.
func (fourNumbers) Begin(p *agents.Person, self []uint64) {
	for i := range self {
		self[i] = uint64(p.IntN(16))
	}
}

// stay lets a person stay for one more tick. Sometimes a newcomer takes his place.
func stay(p *agents.Person, draw *kernel.Stream) {
	if p.Founder {
		p.Tenure = p.Tick
		return
	}
	p.Tenure++
	if draw.Coin(.3) {
		p.Tenure = draw.IntN(min(p.Tick, 300))
	}
}

// unitScene is the scene of a unit whose memory another rule can read. It is the unit of an Agenda
// that has no memory of its own, or the one in which a person has a seat.
type unitScene struct {
	*scene
	rule   *rule    // makes the memory; nil: the memory is drawn
	memory []uint64 // where rule is nil
	planes []uint64 // where rule is nil
}

// newUnitScene makes the unit that goes with a scene.
func newUnitScene(suite Suite, number int, r *rule, c *scene) *unitScene {
	makes := suite.Objectify
	if o, ok := r.value.(agents.Objectifier); ok && makes == nil {
		makes = o
	}
	if makes == nil {
		return &unitScene{memory: words(4), planes: words(4 * len(c.reads))}
	}
	of := objectifier(makes)
	of.sizes = r.sizes
	return &unitScene{scene: newScene(suite, number, of), rule: of}
}

// next runs the next tick of the unit. It returns what the unit remembers.
func (s *unitScene) next(c *scene) (memory, planes []uint64) {
	if s.rule != nil {
		s.scene.next(s.rule)
		_ = s.call(s.rule) // a test of that rule finds its errors
		return s.unit.Memory, s.unit.Planes
	}
	for i := range s.memory {
		s.memory[i] = uint64(c.draw.IntN(16))
	}
	for i := range s.planes {
		s.planes[i] = c.draw.Uint64()
	}
	return s.memory, s.planes
}

// arrange draws the unit in which the person has a seat, and what units are about.
func (c *scene) arrange(r *rule) {
	switch {
	case r.sits:
		c.place = agents.Unit{
			ID: c.unit.ID, Tick: c.person.Tick, Dimensions: c.dimensions,
			Standing: c.unit.Standing, About: subjects(c.subject, &c.draw, c.dimensions),
		}
		c.place.Memory, c.place.Planes = c.source.next(c)
		sit(&c.person, &c.place, &c.draw)
		if r.asks {
			u := &c.unit
			u.About, u.Memory, u.Planes = c.place.About, c.place.Memory, c.place.Planes
		}
	case r.plans:
		own := c.unit.Memory
		if c.unit.Memory, c.unit.Planes = c.source.next(c); len(own) > 0 {
			c.unit.Memory = own
		}
	case r.hears:
		c.unit.About = subjects(c.subject, &c.draw, c.dimensions)
	}
}

// sit draws the rank and weight of a person in a unit.
func sit(p *agents.Person, place *agents.Unit, draw *kernel.Stream) {
	p.From, p.Rank, p.Weight = place, uint8(draw.IntN(4)), 1
	if draw.Coin(.5) {
		p.Weight = float64(float32(draw.Float64() * 3))
	}
}

// subjects draws what a unit is about: all dimensions, or some.
func subjects(mask []uint64, draw *kernel.Stream, dimensions int) []uint64 {
	share := []float64{1, 1, .5, .1}[draw.IntN(4)]
	if share == 1 {
		return nil
	}
	for i := range mask {
		mask[i] = draw.Coins(share, agents.Lanes(dimensions, i))
	}
	return mask
}
