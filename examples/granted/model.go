package main

import (
	"fmt"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/models"
)

// granted is the organization of March (1991), in the reading of his program, whose code comes to
// be taken for granted.
type granted struct {
	hold, pull           float64
	seen                 int // dimensions on which merit is judged, drawn each period; 0: all
	turnover, turbulence float64
	p1, p2               float64
	periods              int
}

// scenario returns the organization. With hold, pull and seen 0 it is that of March1991, with the
// same chance. A period is turbulence, turnover (none before the first), acting, and learning.
// Reality does not turn any more after the last period, because the code is read then. Individuals
// are read as in examples/march1991: after the turnover that begins the next period.
func (g granted) scenario() sim.Scenario {
	s := models.March1991{
		P1: models.At(g.p1), P2: models.At(g.p2), P3: g.turnover, P4: g.turbulence,
		Periods: g.periods,
	}.Scenario()
	s.Name, s.Reality = g.String(), sim.Additive{Seen: g.seen}
	for i, e := range s.Events {
		if _, turns := e.(sim.Turbulence); turns {
			s.Events[i] = sim.During{Event: e, First: 1, Last: g.periods - 1}
		}
	}
	if c := &s.Channels[0]; g.hold != 0 || g.pull != 0 {
		c.Objectify = practice.Vote{Rate: g.p2, PerVote: true, Hold: g.hold}
		c.Internalize = practice.Take{Rate: g.p1, Gradual: true, Pull: g.pull}
	}
	return s
}

// String names the organization by its parameters.
func (g granted) String() string {
	return fmt.Sprintf("granted hold=%v pull=%v seen=%d turnover=%v turbulence=%v p1=%v p2=%v "+
		"periods=%d", g.hold, g.pull, g.seen, g.turnover, g.turbulence, g.p1, g.p2, g.periods)
}
