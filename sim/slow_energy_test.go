package sim_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// This is practice.Expectations in the obvious engine: the projects of units, and what they do to
// the energy of people there.

// project is what a unit is about for some ticks, as somebody saw it begin.
type project struct {
	begun    bool
	content  int
	overload bool
}

// drawnEnergy lets people have expectations in a quarter of all channels, under their commitment
// and their will to come.
func drawnEnergy(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 18))
	for i := range s.Channels {
		if r.IntN(4) == 0 {
			s.Channels[i].Participate = below(s.Channels[i].Participate,
				func(of agents.Participant) agents.Participant {
					return practice.Expectations{Every: r.IntN(4), Enough: r.IntN(5),
						Learn: slope(r), Visible: slope(r), Origin: slope(r), Energy: slope(r),
						Shown: rate(r), Assigned: rate(r), Overload: rate(r), Capacity: r.IntN(40),
						Quiet: rate(r) / 2, Of: of}
				})
		}
	}
}

// below puts a rule within Attendance and Commitment.
func below(rule agents.Participant, put func(agents.Participant) agents.Participant,
) agents.Participant {
	switch r := rule.(type) {
	case practice.Attendance:
		r.Of = below(r.Of, put)
		return r
	case practice.Commitment:
		r.Of = below(r.Of, put)
		return r
	}
	return put(rule)
}

// energyAt is a person's energy in a unit, 0 to 15.
func (c *slowChannel) energyAt(at spot) float64 { return 8 + float64(c.energies[at])/4096 }

// energize begins and ends the project of a unit.
func (c *slowChannel) energize(e *slow, r practice.Expectations, u int, chance *agents.Stream) {
	if r.Every == 0 || r.Energy == 0 && r.Quiet == 0 {
		return
	}
	if e.tick%r.Every == 0 {
		begun := c.begins(e, r, u)
		for _, p := range c.audience(u) {
			c.projects[spot{p, u}] = begun
		}
	}
	if (e.tick+1)%r.Every > 0 {
		return
	}
	all := 0.
	if chance.Coin(r.Shown) {
		all += r.Visible
	}
	if chance.Coin(r.Assigned) {
		all += r.Origin
	}
	for _, p := range c.audience(u) {
		at := spot{p, u}
		begun := c.projects[at]
		delete(c.projects, at)
		if !begun.begun {
			continue
		}
		by := all + r.Learn*float64(sign(begun.content-r.Enough))
		if begun.overload {
			by -= r.Overload
		}
		steps := int(math.Floor(by*4096 + .5))
		c.energies[at] = min(max(c.energies[at]+steps, -8*4096), 7*4096)
	}
}

// begins returns the project that begins in a unit: none if the unit does not meet.
func (c *slowChannel) begins(e *slow, r practice.Expectations, u int) (begun project) {
	dimensions := 0
	for d := range e.model.Dimensions() {
		if c.about[u] != nil && !c.about[u][d] {
			continue
		}
		dimensions++
		yes, no := 0, 0
		for _, v := range e.voices(c, u) {
			yes, no = yes+int(max(c.claims[v][d], 0)), no+int(max(-c.claims[v][d], 0))
		}
		if yes+no == 0 || 3*min(yes, no) >= yes+no {
			begun.content++
		}
	}
	begun.begun, begun.overload = dimensions > 0, dimensions > r.Capacity
	return begun
}

// compareEnergy compares the energy of a person in a unit with what the model remembers.
func (c *slowChannel) compareEnergy(t *testing.T, e *slow, at spot, seat []uint64) {
	t.Helper()
	r, own, _ := practice.ExpectationsIn(c.Participate, seat)
	if got, want := r.Level(own), c.energyAt(at); len(own) > 0 && got != want {
		t.Fatalf("%v: the energy of %v in %s is %v, want %v", e.model, at, c.Name, got, want)
	}
}
