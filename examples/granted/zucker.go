package main

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// Zucker's measures are taken of a group of three people, who begin with an arbitrary norm of ten
// dimensions (sim.Tradition). Labels are the strength with which the norm begins.
var (
	labels   = []int{0, 3, 7}
	measures = []measure{
		{
			"transmission", "of beliefs that are the norm, when all have been replaced twice",
			kept, transmit,
		},
		{"maintenance", "of beliefs that are the norm, after 10 ticks without talk", kept, silence},
		{
			"resistance", "of the norm that stands, after 5 ticks with one dissenter",
			keptNorm, dissent,
		},
	}
	effects = []effect{
		{"none", 0, 0}, {"hold 1", 1, 0}, {"pull 1", 0, 1}, {"both", 1, 1},
	}
)

// measure is one of the three: what is done to the group, and what is then counted.
type measure struct {
	name, about string
	metric      metrics.Metric
	change      func(s *sim.Scenario)
}

// effect is what strength does.
type effect struct {
	name       string
	hold, pull float64
}

// kept is the share of people's beliefs that are the first norm, and keptNorm that of the norm's
// dimensions: 0 to 1.
var (
	kept = metrics.Metric{Name: "kept", Unit: "share", Of: func(m *sim.Model) float64 {
		yes := 0
		for p := range m.People() {
			yes += agreeing(m.Beliefs(p))
		}
		return float64(yes) / float64(m.People()*m.Dimensions())
	}}
	keptNorm = metrics.Metric{Name: "kept norm", Unit: "share", Of: func(m *sim.Model) float64 {
		return float64(agreeing(m.Norm(0, 0))) / float64(m.Dimensions())
	}}
)

// agreeing counts the dimensions that are +1, as a tradition is.
func agreeing(k agents.Knowledge) (yes int) {
	for _, w := range k {
		yes += bits.OnesCount64(w.Yes)
	}
	return yes
}

// labelled returns the scenarios of all measures, effects and labels.
func labelled() []sim.Scenario {
	var all []sim.Scenario
	for _, m := range measures {
		for _, e := range effects {
			for _, label := range labels {
				all = append(all, group(m, e, label))
			}
		}
	}
	return all
}

func nameOf(m measure, e effect, label int) string {
	return fmt.Sprintf("zucker 1977 %s %s label=%d", m.name, e.name, label)
}

// group returns the group of a measure, in which strength has an effect and begins with a label.
func group(m measure, e effect, label int) sim.Scenario {
	s := sim.Scenario{
		Name: nameOf(m, e, label), People: 3, Dimensions: 10,
		Channels: []sim.Channel{{
			Name: "group", Structure: network.Organization{}, Externalize: agents.Say{Rate: 1},
			Objectify:   practice.Vote{Rate: .5, PerVote: true, Hold: e.hold},
			Internalize: practice.Take{Rate: .1, Pull: e.pull},
		}},
		Events: []sim.Event{sim.Tradition{Channel: "group", Strength: label}},
	}
	m.change(&s)
	return s
}

// transmit replaces the member of longest tenure every 5 ticks, while people also learn alone.
// Without that an arbitrary norm never decays. All members are replaced twice.
func transmit(s *sim.Scenario) {
	s.Ticks, s.Experience = 30, agents.Flip{}
	s.Events = append(s.Events, sim.Succession{Every: 5})
}

// silence lets nobody say anything, while people also learn alone.
func silence(s *sim.Scenario) {
	s.Ticks, s.Experience = 10, agents.Flip{}
	s.Channels[0].Externalize = agents.Say{}
}

// dissent lets one member believe the truth and not learn. So he stands above the norm, unless that
// is all true.
func dissent(s *sim.Scenario) {
	s.Ticks = 5
	s.Channels[0].Participate = agents.PartFunc(func(p *agents.Person, _ *agents.Unit,
		_ uint8) agents.Part {
		if p.ID == 0 {
			return agents.Heard
		}
		return agents.Both
	})
	s.Events = append(s.Events, sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		if m.Tick() == 0 {
			copy(m.Beliefs(0), m.Landscape().Truth())
		}
	}))
}
