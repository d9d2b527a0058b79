package sim_test

import (
	"math/rand/v2"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
	"orglearn/sim"
)

// This is an asynchronous tick in the obvious engine: people are activated one after the other, and
// each converses in the circles that he heeds. What an activation draws has its number in place of
// that of a person or a unit.

// drawnTurns makes an eighth of all scenarios asynchronous. People hear circles there, and nobody
// chooses an activity.
func drawnTurns(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 31))
	if r.IntN(8) > 0 {
		return
	}
	s.Asynchronous, s.Activity = true, nil
	for i := range s.Channels {
		c := &s.Channels[i]
		c.Structure, c.Simultaneous, c.Every = circlesOf(r, s.People), false, r.IntN(2)
	}
}

// inTurns lets people of an asynchronous scenario hear circles in their opinions too.
func inTurns(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 32))
	for i := range s.RealChannels {
		if c := &s.RealChannels[i]; s.Asynchronous {
			c.Structure, c.Mutual = circlesOf(r, s.People), r.IntN(2) == 0
		}
	}
}

// circlesOf is a network of about four contacts each, or everybody hears everybody.
func circlesOf(r *rand.Rand, people int) network.Structure {
	if r.IntN(3) == 0 {
		return network.Circles{Of: network.Complete{}}
	}
	return network.Circles{Of: network.Gnp{P: min(1, 4/float64(people))}}
}

// id is the number by which chance is drawn: that of the activation, if there is one.
func (e *slow) id(id int) int {
	if e.active {
		return e.turn
	}
	return id
}

// activations runs a tick of an asynchronous scenario.
func (e *slow) activations() {
	people := len(e.beliefs)
	e.doing, e.met = make([]agents.Activity, people), make([]bool, people)
	e.took = make([]int, people)
	e.asked, e.refused, e.answers = map[chair]int{}, map[chair]int{}, map[[2]int]int{}
	for _, c := range e.channels {
		c.claims = nil
		for _, b := range e.beliefs {
			c.claims = append(c.claims, make([]int8, len(b)))
		}
	}
	e.hold()
	for e.turn = range people {
		if p := e.own("activation", "", e.turn).IntN(people); !e.vacant[p] {
			e.active = true
			e.activate(p)
			e.active = false
		}
	}
}

// activate lets a person learn from the seats that he heeds, and try a change.
func (e *slow) activate(p int) {
	seats := e.heeded(p)
	for _, s := range seats {
		if s.channel < len(e.channels) {
			e.converse(s)
		}
	}
	for _, s := range seats {
		if s.channel >= len(e.channels) {
			e.discuss(e.forums[s.channel-len(e.channels)], s)
		}
	}
	e.experienceOf(p)
}

// converse lets those in a circle speak, and its person ask one of them or take over their norm.
func (e *slow) converse(s chair) {
	c := e.channels[s.channel]
	clear(c.sights)
	heard := e.voices(c, s.unit)
	if c.ByClaims {
		heard = append(heard, s.person)
	}
	for k, q := range heard {
		chance, claim := e.stream("externalize", c.Name, q), make([]int8, len(e.beliefs[q]))
		(*kernel.Stream)(chance).Branch(k)
		e.say(c, q, c.Externalize, chance, claim)
		c.flow.Said += known(claim)
		c.claims[q] = claim
	}
	e.noted(s, func() {
		if voice := e.askNow(c, s); voice != noRequest {
			e.answer(s, voice)
		} else {
			e.gather(s)
		}
	})
}

// askNow returns the voice who answers a person in his circle, noAnswer or noRequest. A voice
// answers no more than Load people in a tick.
func (e *slow) askNow(c *slowChannel, s chair) int {
	if c.Ask == nil {
		return noRequest
	}
	voice := e.whom(s, c.Ask, e.own("ask", c.Name, s.person))
	if voice < 0 {
		return noRequest
	}
	of := [2]int{c.number, voice}
	if e.answers[of]++; c.Load > 0 && e.answers[of] > c.Load {
		e.asked[s], e.refused[s] = noAnswer, voice
	} else {
		e.asked[s] = voice
	}
	return e.asked[s]
}

// hold notes what everybody holds as the claim of the tick.
func (e *slow) hold() {
	for _, c := range e.forums {
		c.claims = nil
		for _, own := range e.opinions {
			c.claims = append(c.claims, slices.Clone(own))
		}
	}
}

// discuss lets a person hear opinions in his circle. If it is mutual, those whom he heard then hear
// what he held.
func (e *slow) discuss(c *slowOpinions, s chair) {
	heard := e.voicesIn(c, s.unit)
	for _, q := range append(slices.Clone(heard), s.person) {
		c.claims[q] = slices.Clone(e.opinions[q])
	}
	e.hearOpinion(c, s)
	if !c.Mutual {
		return
	}
	for _, q := range heard {
		if !slices.Contains(c.units.Voices(q), int32(s.person)) || e.isHeard(c, s.person) {
			e.returned++
			e.hearFrom(c, q, []int{s.person})
		}
	}
}

// noteActivations counts what happened in the turns of an asynchronous tick.
func (e *slow) noteActivations(did map[string]int64) {
	if !e.scenario.Asynchronous {
		return
	}
	for _, c := range e.channels {
		did["taken over in turn"] += c.flow.Taken
		did["answered in turn"] += c.flow.Answered
		did["refused in turn"] += c.flow.Refused
	}
	for p, now := range e.opinions {
		for _, c := range e.forums {
			if !slices.Equal(now, c.claims[p]) {
				did["opinions in turn"]++
			}
		}
	}
	did["heard in return"] += int64(e.returned)
	did["events in turn"] += int64(len(e.scenario.Events))
}
