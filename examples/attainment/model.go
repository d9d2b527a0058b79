package main

import (
	"fmt"
	"strings"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/setups"
	"orglearn/sim/tasks"
)

// people is the number of people of the setups.
const people = 100

// structures are the values of -structure, and asks those of -ask.
var (
	structures = []string{"communities", "isolated", "unequal"}
	asks       = []string{"nobody", "drawn", "directory"}
)

// organization is one combination of the parameters.
type organization struct {
	attention
	structure, ask                        string
	size, seen, away, task, voices, ticks int
	quiet, committed, own, heard, compel  float64
	pass, invite                          float64
	contrast, turnover, turbulence        float64
}

// String names the organization: by its structure, and by each parameter that is on.
func (o organization) String() string {
	text := []string{fmt.Sprintf("%s of %d seen %d ask %s ticks %d", o.structure, o.size, o.seen,
		o.ask, o.ticks)}
	for _, p := range []struct {
		name  string
		value float64
	}{
		{"quiet", o.quiet}, {"committed", o.committed}, {"away", float64(o.away)}, {"own", o.own},
		{"heard", o.heard}, {"compel", o.compel}, {"task", float64(o.task)},
		{"open", float64(o.open)}, {"contest", o.contest}, {"talk", o.talk},
		{"voices", float64(o.voices)}, {"pass", o.pass}, {"invite", o.invite},
		{"contrast", o.contrast}, {"turnover", o.turnover}, {"turbulence", o.turbulence},
		{"look", float64(o.look)}, {"work", float64(o.work)},
	} {
		if p.value != 0 {
			text = append(text, fmt.Sprint(p.name, " ", p.value))
		}
	}
	for _, p := range []struct{ name, value, off string }{
		{"rank", o.rank, rankings[0]}, {"guided", o.guided, guides[0]},
	} {
		if p.value != "" && p.value != p.off {
			text = append(text, p.name+" "+p.value)
		}
	}
	return strings.Join(text, " ")
}

// scenario returns the organization, under the conditions of the default comparison.
func (o organization) scenario() sim.Scenario {
	on := setups.Default()
	on.Seen, on.Ticks = o.seen, o.ticks
	s := on.Scenario(o.String(), o.network())
	c := &s.Channels[0]
	c.Participate = practice.Attendance{
		Away: o.away, Own: o.own, Heard: o.heard, Compel: o.compel,
		Of: practice.Floor{Of: practice.Commitment{Slope: o.committed, Quiet: o.quiet}},
	}
	c.Objectify = practice.Transactive{Of: c.Objectify}
	o.asking(&s)
	s.Events = []sim.Event{
		sim.Endowment{Channel: setups.Channel, Contrast: o.contrast},
		sim.Turnover{Rate: o.turnover},
		tasks.Work{Channel: setups.Channel, Size: o.task},
	}
	if o.voices > 0 {
		c.Externalize = practice.PassOn{Of: c.Externalize}
		s.Events = append(s.Events, agenda.Animate{Channel: setups.Channel, Voices: o.voices,
			Pass: o.pass, Invite: o.invite})
	}
	if o.turbulence > 0 {
		s.Events = append(s.Events, sim.Turbulence{Rate: o.turbulence})
	}
	o.attention.into(&s, on.Block)
	return s
}

// network is who meets whom.
func (o organization) network() network.Structure {
	switch o.structure {
	case "isolated":
		return network.Isolated{Size: o.size}
	case "unequal":
		return o.unequal()
	}
	return network.Communities{Team: o.size, Size: o.size}
}

// unequal are units of 2 to 2*size-2 people, drawn, with two seats a person and as many units as
// teams and communities of the size.
func (o organization) unequal() network.Structure {
	d := network.Dealt{Sizes: make([]int, 2*people/o.size), Seats: make([]int, people)}
	left := 2 * people
	for u := range d.Sizes {
		d.Sizes[u] = 2 + u%(2*o.size-3)
		left -= d.Sizes[u]
	}
	for u := 0; left != 0; u = (u + 1) % len(d.Sizes) {
		step := 1
		if left < 0 {
			step = -1
		}
		if size := d.Sizes[u] + step; size > 1 {
			d.Sizes[u], left = size, left-step
		}
	}
	for p := range d.Seats {
		d.Seats[p] = 2
	}
	return d
}

// asking lets people ask half of the time.
func (o organization) asking(s *sim.Scenario) {
	c := &s.Channels[0]
	switch o.ask {
	case "drawn":
		c.Ask = practice.Respondent{}
	case "directory":
		c.Ask = practice.Respondent{By: practice.ByDirectory}
	default:
		return
	}
	s.Activity, c.Reuse = practice.Shares{Ask: 8}, agents.Fill{Rate: setups.Default().Absorb}
}
