package sim_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// This is how opinions form in the obvious engine: number by number. It can run the rules of
// package opinion, the Participant Apprenticeship by person, and the Agenda Calendar.

// slowOpinions is a channel of opinions. A voice is a person, or the number of people plus that of
// a unit.
type slowOpinions struct {
	sim.RealChannel
	units         *network.Units
	claims, norms [][]float64 // norms are nil for circles
	anchors       map[int][]float64
}

// drawnOpinions lets people of a third of all scenarios have opinions, if nobody spends ticks
// asking: of opinions nobody can ask.
func drawnOpinions(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 29))
	shares, _ := s.Activity.(practice.Shares)
	if r.IntN(3) > 0 || shares.Ask > 0 {
		return
	}
	s.Topics, s.Opinions = 1+r.IntN(3), opinion.Uniform{Low: -1, High: 2}
	for i := range 1 + r.IntN(2) {
		c := sim.RealChannel{Name: []string{"talk", "more talk"}[i], Externalize: opinion.Candid{},
			Structure: drawnForum(r, s.People), Heed: r.IntN(4)}
		c.Objectify = []opinion.Objectifier{opinion.Average{}, opinion.Average{Self: rate(r)},
			opinion.Similar{Confidence: rate(r)}, opinion.Total{}}[r.IntN(4)]
		c.Internalize = []opinion.Internalizer{opinion.Approach{Rate: rate(r)},
			opinion.Compromise{Rate: rate(r), Confidence: 2 * rate(r)}, opinion.Accumulate{},
			opinion.Anchored{Rate: rate(r)}}[r.IntN(4)]
		if r.IntN(2) == 0 {
			c.Participate = practice.Apprenticeship{Wait: 1 + r.IntN(3)}
		}
		if r.IntN(2) == 0 {
			c.Agenda = practice.Calendar{Every: 3, For: 1 + r.IntN(2)}
		}
		s.RealChannels = append(s.RealChannels, c)
	}
}

// drawnForum returns a structure for opinions.
func drawnForum(r *rand.Rand, people int) network.Structure {
	switch r.IntN(3) {
	case 0:
		return network.Circles{Of: network.Complete{}}
	case 1:
		return network.Nested{Of: network.Isolated{Size: 1 + r.IntN(people)}, Down: r.IntN(2) == 0}
	}
	return drawnUnits(r, people)
}

// beginOpinions opens the channels of opinions.
func (e *slow) beginOpinions() {
	for i, of := range e.scenario.RealChannels {
		c := &slowOpinions{RealChannel: of, units: e.model.RealUnits(i).Clone(true),
			anchors: map[int][]float64{}}
		for range e.model.RealNorms(i) {
			c.norms = append(c.norms, make([]float64, e.scenario.Topics))
		}
		e.forums = append(e.forums, c)
	}
	e.opinions = make([][]float64, len(e.beliefs))
	for p := range e.opinions {
		e.beginOpinion(p)
	}
}

// beginOpinion gives a person who comes in this tick first opinions, and a vacant place zeros.
func (e *slow) beginOpinion(p int) {
	e.opinions[p] = make([]float64, e.scenario.Topics)
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), "opinions", "")
	chance := newStream(key, e.tick, p)
	for t := range e.opinions[p] {
		if !e.vacant[p] {
			e.opinions[p][t] = -1 + float64(3*chance.Float64())
		}
	}
	for _, c := range e.forums {
		delete(c.anchors, p)
	}
}

// meets reports whether a channel of opinions is open in this tick.
func (c *slowOpinions) meets(tick int) bool {
	calendar, ok := c.Agenda.(practice.Calendar)
	return !ok || tick%calendar.Every < calendar.For
}

// voices are those whom a unit hears, or some of them if it heeds no more.
func (e *slow) voicesIn(c *slowOpinions, unit int) (heard []int) {
	for _, p := range c.units.Voices(unit) {
		if !e.vacant[p] && e.isHeard(c, int(p)) {
			heard = append(heard, int(p))
		}
	}
	for _, u := range c.units.Heard(unit) {
		heard = append(heard, len(e.beliefs)+int(u))
	}
	if c.Heed == 0 || len(heard) <= c.Heed {
		return heard
	}
	var some []int
	chosen := floyd(len(heard), c.Heed, e.own("heed opinions", c.Name, unit).IntN)
	for _, k := range slices.Sorted(slices.Values(chosen)) {
		some = append(some, heard[k])
	}
	return some
}

// isHeard reports whether a person may be heard.
func (e *slow) isHeard(c *slowOpinions, p int) bool {
	waits, _ := c.Participate.(practice.Apprenticeship)
	return e.joined[p] == 0 || e.tick-e.joined[p] >= waits.Wait
}

// opine runs the ring of opinions.
func (e *slow) opine() {
	e.hold()
	for _, c := range e.forums {
		for _, norm := range c.norms {
			c.claims = append(c.claims, slices.Clone(norm))
		}
	}
	for _, c := range e.forums {
		for u, norm := range c.norms {
			if c.meets(e.tick) {
				c.settleOn(norm, e.voicesIn(c, u))
			}
		}
	}
	for p := range e.beliefs {
		if e.doing[p] == agents.Create || e.doing[p] == agents.Idle {
			continue
		}
		for _, s := range e.heeded(p) {
			if s.channel >= len(e.channels) {
				e.hearOpinion(e.forums[s.channel-len(e.channels)], s)
			}
		}
	}
}

// hearOpinion lets a person learn a norm in a seat.
func (e *slow) hearOpinion(c *slowOpinions, s chair) {
	if c.norms != nil {
		e.internalizeOpinion(c, s.person, c.norms[s.unit])
		return
	}
	e.hearFrom(c, s.person, e.voicesIn(c, s.unit))
}

// hearFrom lets a person learn what his circle makes of some voices.
func (e *slow) hearFrom(c *slowOpinions, p int, voices []int) {
	norm := slices.Clone(c.claims[p])
	c.settleOn(norm, voices)
	e.internalizeOpinion(c, p, norm)
}

// internalizeOpinion lets a person learn a norm.
func (e *slow) internalizeOpinion(c *slowOpinions, p int, norm []float64) {
	own := e.opinions[p]
	if _, ok := c.anchors[p]; !ok {
		c.anchors[p] = slices.Clone(own)
	}
	for t, n := range norm {
		switch r := c.Internalize.(type) {
		case opinion.Approach:
			if own[t] += float64(r.Rate * (n - own[t])); r.Rate == 1 {
				own[t] = n
			}
		case opinion.Compromise:
			if math.Abs(n-own[t]) <= r.Confidence {
				own[t] += float64(r.Rate * (n - own[t]))
			}
		case opinion.Accumulate:
			own[t] += n
		case opinion.Anchored:
			own[t] = float64(r.Rate*n) + float64((1-r.Rate)*c.anchors[p][t])
		}
	}
}

// settleOn makes a norm of opinions of what some voices say, topic by topic.
func (c *slowOpinions) settleOn(norm []float64, voices []int) {
	for t, own := range norm {
		sum, n := 0., 0.
		switch r := c.Objectify.(type) {
		case opinion.Average:
			sum, n = float64(r.Self*own), r.Self
		case opinion.Similar:
			sum, n = own, 1
		case opinion.Total:
			sum = own
		}
		similar, some := c.Objectify.(opinion.Similar)
		for _, v := range voices {
			if claim := c.claims[v][t]; !some || math.Abs(claim-own) <= similar.Confidence {
				sum, n = sum+claim, n+1
			}
		}
		if _, adds := c.Objectify.(opinion.Total); adds {
			norm[t] = sum
		} else if n > 0 {
			norm[t] = sum / n
		}
	}
}

// compareOpinions compares opinions and their norms.
func (e *slow) compareOpinions(t *testing.T) {
	t.Helper()
	for p, want := range e.opinions {
		if e.scenario.Topics > 0 && !slices.Equal(e.model.Opinion(p), want) {
			t.Fatalf("%v: the opinions of person %d are %v, want %v", e.model, p,
				e.model.Opinion(p), want)
		}
	}
	for i, c := range e.forums {
		for u, want := range c.norms {
			if !slices.Equal(e.model.RealNorm(i, u), want) {
				t.Fatalf("%v: the norm of unit %d of %s is %v, want %v", e.model, u, c.Name,
					e.model.RealNorm(i, u), want)
			}
		}
	}
}

// noteOpinions counts the opinions that differ from the claims of the tick.
func (e *slow) noteOpinions(did map[string]int64) {
	for _, c := range e.forums {
		for p, now := range e.opinions {
			if !slices.Equal(now, c.claims[p]) {
				did["opinions changed"]++
			}
		}
	}
}
