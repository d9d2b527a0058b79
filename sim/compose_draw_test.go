package sim_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/signals"
	"orglearn/sim/tasks"
)

// combined returns a random scenario with any number of mechanisms, up to all of them: those of
// drawn, and what the slow engine cannot run. Not every scenario is sound.
func combined(shape uint64) sim.Scenario {
	s, r := drawn(shape), rand.New(rand.NewPCG(shape, 14))
	s.Name = fmt.Sprint("combination ", shape)
	if r.IntN(3) == 0 {
		drawnPractice(r, &s)
	}
	if r.IntN(20) == 0 {
		s.People = 600 + r.IntN(500) // more than one worker has work
		s.Ticks = 4
	}
	s.Reality = seen(r, s)
	for i := range s.Channels {
		composeChannel(r, &s, &s.Channels[i])
	}
	if r.IntN(3) == 0 && s.Self == nil {
		s.Self, s.Reflect = threeKinds{}, gains
	}
	if r.IntN(4) == 0 {
		composeParticipation(r, &s)
	}
	if r.IntN(4) == 0 {
		opinionated(&s)
	}
	if r.IntN(12) == 0 || s.Asynchronous {
		s.Asynchronous, s.Activity = true, nil
		inCircles(&s)
		for i := range s.Channels {
			s.Channels[i].Every = 1
		}
	}
	composeEvents(r, &s)
	composeRepository(r, &s)
	composeAttention(r, &s)
	if r.IntN(4) > 0 {
		dropUnsuited(&s)
	}
	return s
}

// dropUnsuited drops events that do not suit the scenario. Otherwise many combinations are an
// error, because what is drawn later replaces the rule that an event needs.
func dropUnsuited(s *sim.Scenario) {
	s.Events = slices.DeleteFunc(slices.Clone(s.Events), func(e sim.Event) bool {
		suited, ok := e.(sim.Suited)
		return ok && suited.Suits(*s) != nil
	})
}

// one returns one of several things, drawn.
func one[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// seen lets others see only a part of merit, half of the time.
func seen(r *rand.Rand, s sim.Scenario) sim.Reality {
	if r.IntN(2) == 0 {
		return s.Reality
	}
	switch reality := s.Reality.(type) {
	case sim.NK:
		reality.Seen = r.IntN(s.Dimensions + 1)
		return reality
	case sim.Blocks:
		reality.Seen = r.IntN(s.Dimensions/reality.Size+1) * reality.Size
		return reality
	}
	return sim.Additive{Seen: r.IntN(s.Dimensions + 1)}
}

// composeChannel adds to a channel rules that the slow engine cannot run, and more.
func composeChannel(r *rand.Rand, s *sim.Scenario, c *sim.Channel) {
	if r.IntN(4) == 0 {
		c.Heed = 1 + r.IntN(4)
	}
	if r.IntN(4) == 0 {
		c.Objectify = one[agents.Objectifier](r,
			agents.Authority{Rate: rate(r), Weight: 1 + r.IntN(5)},
			agents.Screen{Rate: rate(r), Veto: rate(r)}, agents.Decree{Rate: rate(r)},
			practice.Vote{Rate: rate(r), Trust: slope(r), TrustRate: rate(r), HelpRate: rate(r)},
			agents.Best{}, agents.Consensus{Share: .6, Ticks: 1 + r.IntN(3)},
			practice.Levels{Of: agents.Decree{Rate: rate(r)},
				Above: practice.Vote{Rate: rate(r), Hold: rate(r)}, Every: r.IntN(3)})
	}
	if r.IntN(5) == 0 {
		c.Externalize = one[agents.Externalizer](r, agents.Act{}, agents.Say{Rate: 1})
	}
	if r.IntN(5) == 0 {
		c.Participate = practice.Apprenticeship{Wait: r.IntN(5), PerSeat: r.IntN(2) == 0,
			Of: byTurns}
	}
	if r.IntN(6) == 0 {
		c.Agenda = practice.Calendar{Every: 3, For: 2, Of: stages}
	}
	if r.IntN(6) == 0 {
		c.Internalize = one[agents.Internalizer](r, agents.Fill{Rate: rate(r)}, insistent{})
	}
}

// composeRepository makes a repository of a channel, some of them curated by people of another.
func composeRepository(r *rand.Rand, s *sim.Scenario) {
	if r.IntN(4) > 0 {
		return
	}
	c := &s.Channels[r.IntN(len(s.Channels))]
	c.Objectify = practice.Repository{Of: c.Objectify, Until: r.IntN(8), Fade: rate(r)}
	if r.IntN(2) == 0 && keepsNorms(*c) {
		s.Events = append(s.Events, sim.Curate{Channel: c.Name, By: s.Channels[0].Name})
	}
}

// composeParticipation lets people come, speak and listen by what they gained, and by what they
// are.
func composeParticipation(r *rand.Rand, s *sim.Scenario) {
	x := rand.New(rand.NewPCG(r.Uint64(), 15))
	if x.IntN(2) == 0 {
		s.Self = culture.Selves{Of: s.Self}
		name := s.Channels[0].Name
		s.Channels[0].Externalize = practice.Withhold{Rate: rate(x), Slope: slope(x)}
		s.Channels[0].Internalize = practice.Narrow{Rate: rate(x), Slope: slope(x)}
		s.Events = append(s.Events, culture.Drift{Channel: name, Contact: .3, Firm: .2, First: .2},
			culture.Programme{At: x.IntN(4), Dose: x.IntN(90), Miss: x.IntN(17)},
			culture.Seeded{Channel: name, At: x.IntN(4), Dose: x.IntN(90), Depth: x.IntN(9)},
			culture.Notice{Channel: name})
	}
	for i := range s.Channels {
		c := &s.Channels[i]
		if x.IntN(2) == 0 {
			c.Participate = practice.Expectations{Every: 1 + x.IntN(4), Enough: x.IntN(5),
				Learn: slope(x), Visible: slope(x), Origin: slope(x), Energy: slope(x),
				Shown: rate(x), Assigned: rate(x), Overload: rate(x), Capacity: x.IntN(9),
				Quiet: rate(x), Of: c.Participate}
		}
		if x.IntN(2) == 0 {
			c.Participate = practice.Commitment{Slope: slope(x), Quiet: rate(x) / 2,
				Of: c.Participate}
		}
		if x.IntN(2) == 0 {
			a := practice.Attendance{Away: x.IntN(17), Own: slope(x), Heard: slope(x),
				ShortTerm: slope(x), Cost: rate(x) / 2, Compel: rate(x), Of: c.Participate}
			if x.IntN(2) == 0 { // so that some leave within the few ticks of a combination
				a.Away, a.Cost, a.Compel = 13+x.IntN(3), 1, .5
			}
			c.Participate = a
		}
		if x.IntN(4) == 0 {
			c.Participate = practice.Tally{Cost: x.IntN(3), Of: c.Participate}
		}
	}
}

// composeAttention gives the units of a channel tasks, issues, and an animator.
func composeAttention(r *rand.Rand, s *sim.Scenario) {
	c := &s.Channels[r.IntN(len(s.Channels))]
	if r.IntN(4) == 0 {
		c.Objectify = practice.Transactive{Of: c.Objectify}
		if c.Ask != nil {
			c.Ask = practice.Respondent{By: practice.ByDirectory}
		}
		s.Events = append(s.Events, tasks.Work{Channel: c.Name, Size: 1 + r.IntN(s.Dimensions),
			By: tasks.By(r.IntN(3)), Stale: r.IntN(2) == 0, Open: r.IntN(2) == 0})
	}
	if r.IntN(4) == 0 {
		c.Agenda = practice.Attend{Open: r.IntN(s.Dimensions + 1), Talk: slope(r), Of: c.Agenda}
		s.Events = append(s.Events, agenda.Attention{Channel: c.Name,
			Look: r.IntN(s.Dimensions + 1),
			Miss: rate(r), Guided: r.IntN(2) == 0, By: agenda.Ranking(r.IntN(5)),
			Contest: rate(r), Work: r.IntN(3)})
	}
	if r.IntN(4) == 0 && c.Heed == 0 {
		c.Participate, c.Externalize = practice.Floor{Of: c.Participate}, practice.PassOn{
			Of: c.Externalize}
		s.Events = append(s.Events, agenda.Animate{Channel: c.Name, Voices: 1 + r.IntN(4),
			Pass: rate(r), Invite: rate(r)})
	}
}

// composeEvents adds what happens to leaders, places and structures.
func composeEvents(r *rand.Rand, s *sim.Scenario) {
	if r.IntN(4) == 0 {
		s.Events = append(s.Events, vacancies)
	}
	name := s.Channels[r.IntN(len(s.Channels))].Name
	switch r.IntN(6) {
	case 0:
		s.Events = append(s.Events, sim.RotateLeaders{Channel: name, Every: 1 + r.IntN(3)})
	case 1:
		s.Events = append(s.Events, sim.ElectLeaders{Channel: name, Every: 1 + r.IntN(3)})
	case 2:
		s.Events = append(s.Events, sim.Reorganize{Channel: name, At: r.IntN(8),
			Structure: one[network.Structure](r, network.Isolated{Size: 1 + r.IntN(4)},
				network.Nested{Of: network.Isolated{Size: 3}, Down: true},
				network.Led{Of: network.Hierarchy{Span: 3}}, network.Organization{})})
	}
	composeTrust(r, s)
	if r.IntN(4) == 0 {
		s.Events = append(s.Events, sim.Endowment{Channel: s.Channels[0].Name, Contrast: rate(r)})
	}
}

// composeTrust adds signals about people's work, and what happens to trust.
func composeTrust(r *rand.Rand, s *sim.Scenario) {
	if r.IntN(4) == 0 {
		s.Events = append(s.Events, signals.Signals{Each: 2 * rate(r), Right: rate(r),
			Per: r.IntN(4), Stale: r.IntN(4),
			Work: practice.Work{Domains: 1 + r.IntN(s.Dimensions), Group: r.IntN(4)}})
	}
	for _, c := range s.Channels {
		if practice.KeepsTrust(c.Objectify) && r.IntN(3) == 0 {
			s.Events = append(s.Events, sim.PermuteTrust{Channel: c.Name, Every: 1 + r.IntN(3)},
				sim.ElectLeaders{Channel: c.Name, Every: 2, ByTrust: true})
		}
	}
}
