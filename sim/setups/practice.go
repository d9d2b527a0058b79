package setups

import (
	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/tasks"
)

// Practice is what writers on communities of practice add to the ring (see package practice). Every
// field of 0 is off. The zero Practice changes no bit. sim.New reports a field out of its range,
// unless the mechanism to which it belongs is off.
//
// It is a field of Conditions, so compared organizations share it. All mechanisms can be on at
// once, but for two pairs that are named below. Then a unit that is closed by the Calendar, or that
// has no time, is about nothing. An open one is about its stage or its domain, and within that
// about what it attends to. Parents (Nested) objectify by the rule of the units below them. A
// person turns to his master first, then to his leader, then to a respondent.
//
// Some mechanisms are events. They come before those that a scenario is given later.
type Practice struct {
	// Shares: what people do in a tick. Who asks turns to a voice of the unit that he heeds. To
	// create takes trials, so a scenario with Shares.Create needs an Experience too.
	Shares     practice.Shares
	Respondent practice.Respondent // whom people ask
	Load       int                 // requests that a voice answers per tick (0: all)
	Reuse      float64             // rate at which answers are filled in (0: Conditions.Absorb)

	// Apprenticeship: newcomers learn and are not heard, and may heed a master. Its Of is ignored.
	Apprenticeship practice.Apprenticeship

	// Trust: slope of a voice's weight by trust in him, which follows what people learn at
	// TrustRate, and how far he answers at HelpRate (practice.Vote).
	Trust, TrustRate, HelpRate float64

	Hold float64 // votes that each step of a norm's strength outweighs (practice.Vote)
	Pull float64 // slope of taking over by a norm's strength (practice.Take)

	Calendar practice.Calendar // when units meet. Its Of is ignored.
	Stages   practice.Stages   // the flow that units go through
	Led      practice.Led      // people who heed a leader: every unit then has one (network.Led)

	Nested  Nested  // units in units
	Consult float64 // rate at which a unit that is heard blocks a change (practice.Vote)

	// Whether people come, and how much they are heard. Their Of is ignored.
	Attendance   practice.Attendance
	Commitment   practice.Commitment
	Expectations practice.Expectations

	Culture    Culture    // traits of people, and what they do
	Time       Time       // meeting ticks that the firm allots
	Attention  Attention  // what units attend to
	Tasks      tasks.Work // tasks of units, and who is known for what. Its Channel is ignored.
	Formation  Formation  // communities that come and go; not with Stages
	Repository Repository // what is written down for all, in a second channel

	// Animator: who has the floor in each unit, and who passes on and invites there
	// (practice.Floor, practice.PassOn). Its Channel is ignored. Voices of 0: off.
	Animator agenda.Animate

	// Contrast makes what people know at first unequal between units, 0 to 1 (sim.Endowment).
	Contrast float64
}

// Nested puts parents over the units (network.Nested).
type Nested struct {
	Top    bool    // there are parents; without them the other fields do nothing
	Fan    int     // children of a parent (0: one unit on top of all)
	Down   bool    // the norm of a parent is a voice in its children
	Formal bool    // communities of practice have no parent: nobody above hears them
	Hidden float64 // share of a unit's norm that its parent does not hear, per dimension and tick
	Every  int     // how many times slower each level is than the one below (0: 1)
}

// into switches a practice on in a scenario with one channel.
func (p Practice) into(s *sim.Scenario, on Conditions) {
	c := &s.Channels[0]
	p.objectify(c, on)
	p.about(s, c, on)
	p.participate(c)
	p.talk(s, c, on)
	if p.Led.Share != 0 {
		c.Structure = network.Led{Of: c.Structure}
	}
	p.Nested.into(c)
	p.ask(s, c, on)
	p.happen(s, c)
	p.grow(s, c)
	p.Repository.AddTo(s)
}

// objectify sets the vote, where it needs more than Superior knows.
func (p Practice) objectify(c *sim.Channel, on Conditions) {
	vote := practice.Vote{
		Rate: on.Superior, Hold: p.Hold, Tenure: p.Apprenticeship.Slope, Consult: p.Consult,
		Trust: p.Trust, TrustRate: p.TrustRate, HelpRate: p.HelpRate,
	}
	if vote != (practice.Vote{Rate: on.Superior}) || p.Pull != 0 {
		c.Objectify = vote
	}
}

// ask sets what people do, and whom they turn to.
func (p Practice) ask(s *sim.Scenario, c *sim.Channel, on Conditions) {
	c.Ask, c.Load = p.asker(), p.Load
	if c.Ask != nil && p.Pull != 0 { // an answer is no norm, and is not taken for granted
		c.Reuse = agents.Absorb{Rate: on.Absorb}
	}
	if p.Shares == (practice.Shares{}) {
		return
	}
	s.Activity = p.Shares
	if p.Shares.Ask > 0 {
		c.Reuse = agents.Fill{Rate: p.Reuse}
		if p.Reuse == 0 {
			c.Reuse = agents.Fill{Rate: on.Absorb}
		}
	}
}

// asker is whom people turn to instead of the norm, or nil.
func (p Practice) asker() (ask agents.Asker) {
	for _, next := range []struct {
		on   bool
		rule agents.Asker
	}{
		{p.Apprenticeship.Wait > 0 && p.Apprenticeship.Master != 0, p.Apprenticeship.Asker()},
		{p.Led.Share != 0, p.Led},
		{p.Shares.Ask > 0, p.Respondent},
	} {
		switch {
		case !next.on:
		case ask == nil:
			ask = next.rule
		default:
			ask = practice.Askers{First: ask, Then: next.rule}
		}
	}
	return ask
}

// into puts the units of a channel into parents.
func (n Nested) into(c *sim.Channel) {
	if !n.Top {
		return
	}
	c.Structure = network.Nested{Of: c.Structure, Fan: n.Fan, Down: n.Down, Formal: n.Formal}
	if n.Hidden != 0 {
		c.Relay = practice.Visibility{HideUp: n.Hidden}
	}
	if n.Every < 0 || n.Every > 1 {
		c.Objectify = practice.Levels{Of: c.Objectify, Every: n.Every}
	}
}
