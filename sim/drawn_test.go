package sim_test

import (
	"fmt"
	"math/rand/v2"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/flows"
)

// drawn returns a small random scenario that the slow engine can run. The same shape gives the same
// scenario.
func drawn(shape uint64) sim.Scenario {
	r := rand.New(rand.NewPCG(shape, 1991))
	s := sim.Scenario{
		Name: fmt.Sprint("shape ", shape), People: 1 + r.IntN(30), Dimensions: 1 + r.IntN(140),
		Ticks:     8,
		Attention: r.IntN(4), Beliefs: agents.Mixed{Unknown: rate(r)},
	}
	switch r.IntN(4) {
	case 0:
		s.Dimensions = 1 + r.IntN(8)
		s.Beliefs, s.Reality = agents.Mixed{}, sim.NK{K: r.IntN(s.Dimensions),
			Partners: sim.Partners(r.IntN(3))}
	case 1, 2:
		size := 1 + r.IntN(6)
		s.Dimensions = size * (1 + r.IntN(140/size))
		s.Reality = sim.Blocks{Size: size}
	}
	for c := range 1 + r.IntN(3) {
		s.Channels = append(s.Channels, drawnChannel(r, c, s.People))
	}
	drawnActivity(r, &s)
	drawnTurns(shape, &s)
	if r.IntN(3) > 0 {
		drawnPractice(r, &s)
		drawnJoining(shape, &s)
		drawnEnergy(shape, &s)
		drawnCulture(shape, &s)
		drawnSignals(shape, &s)
		drawnFormation(shape, &s)
		drawnPower(rand.New(rand.NewPCG(shape, 16)), &s)
		drawnTasks(shape, &s)
		drawnAttention(shape, &s)
		drawnAnimator(shape, &s)
		drawnNotice(&s)
		drawnSight(shape, &s)
		drawnVacancies(shape, &s)
		drawnSelves(shape, &s)
		drawnOpinions(shape, &s)
		drawnHead(shape, &s)
		drawnBeginning(shape, &s)
		inTurns(shape, &s)
	}
	return s
}

// rate is 0, 1 or anything between.
func rate(r *rand.Rand) float64 { return min(max(r.Float64()*1.6-.3, 0), 1) }

// slope is -1 to 1.
func slope(r *rand.Rand) float64 { return 2*rate(r) - 1 }

func drawnChannel(r *rand.Rand, number, people int) sim.Channel {
	c := sim.Channel{
		Name:        fmt.Sprint("channel ", number),
		Externalize: agents.Say{Rate: rate(r)},
		Objectify:   agents.Superior{Rate: rate(r), PerVote: r.IntN(3) == 0},
		Internalize: agents.Absorb{Rate: rate(r)},
		Every:       r.IntN(4),
		ByClaims:    r.IntN(2) == 0,
	}
	if r.IntN(4) == 0 {
		c.Objectify = agents.Majority{Rate: rate(r)}
	}
	switch r.IntN(6) {
	case 0:
		c.Structure = network.Pairs{}
	case 1:
		c.Structure = network.Circles{Of: network.Complete{}}
	case 2:
		c.Structure = network.Circles{Of: network.Complete{}, Lasting: true}
	default:
		c.Structure = drawnUnits(r, people)
		c.Simultaneous = r.IntN(2) == 0
	}
	return c
}

// drawnUnits returns units of people that keep their norms, some of them led.
func drawnUnits(r *rand.Rand, people int) (units network.Structure) {
	switch r.IntN(3) {
	case 0:
		units = network.Isolated{Size: 1 + r.IntN(people)}
	case 1:
		units = network.Hierarchy{Span: 1 + r.IntN(5)}
	default:
		size := 1
		for (size+1)*(size+2) <= people && size < 4 {
			size++
		}
		units = network.Randomized{Of: network.Communities{Team: size, Size: size,
			Periphery: r.IntN(size)}}
	}
	if r.IntN(4) == 0 {
		units = network.Led{Of: units, Linked: r.IntN(2) == 0}
	}
	return units
}

// drawnActivity lets people of some scenarios ask, create, and try changes by themselves.
func drawnActivity(r *rand.Rand, s *sim.Scenario) {
	if r.IntN(2) == 0 {
		s.Experience = agents.Flip{Idle: r.IntN(2) == 0}
	}
	s.Ledger = r.IntN(2) == 0
	kind := r.IntN(4)
	if kind == 0 {
		return
	}
	for i := range s.Channels {
		if c := &s.Channels[i]; kind == 1 || r.IntN(2) == 0 {
			c.Ask = drawnAsker(r)
			c.Load = r.IntN(4)
			if r.IntN(2) == 0 {
				c.Reuse = agents.Fill{Rate: rate(r)}
			}
		}
	}
	shares := practice.Shares{Idle: r.IntN(4)}
	if kind == 1 {
		shares.Ask = r.IntN(6)
	}
	if s.Experience != nil {
		shares.Create = r.IntN(9)
	}
	if kind < 3 {
		s.Activity = shares
	}
}

// drawnAsker returns a rule by which people ask, or two.
func drawnAsker(r *rand.Rand) agents.Asker {
	return [...]func() agents.Asker{
		func() agents.Asker { return askAny{Share: rate(r)} },
		func() agents.Asker {
			return practice.Respondent{By: one(r, practice.ByDraw, practice.ByStanding,
				practice.MostTrusted, practice.MostHelpful)}
		},
		func() agents.Asker { return practice.Led{Share: r.IntN(17), Trust: one(r, 0, slope(r))} },
		func() agents.Asker {
			return masters{practice.Apprenticeship{Wait: 1 + r.IntN(5),
				Master: practice.DrawnMaster + practice.Master(r.IntN(3))}}
		},
		func() agents.Asker {
			return practice.Askers{First: drawnAsker(r), Then: drawnAsker(r)}
		},
	}[r.IntN(5)]()
}

// drawnPractice switches mechanisms of communities of practice on, each with a probability of a
// half.
func drawnPractice(r *rand.Rand, s *sim.Scenario) {
	s.Ticks = 12
	for i := range s.Channels {
		c := &s.Channels[i]
		c.Objectify = drawnVote(r, c.Objectify)
		if r.IntN(2) == 0 {
			_, rugged := s.Reality.(sim.NK) // it has no 0 between two steps
			c.Internalize = practice.Take{Rate: rate(r), Pull: 3*rate(r) - 1,
				Gradual: !rugged && r.IntN(2) == 0}
		}
		if r.IntN(2) == 0 {
			c.Participate = practice.Apprenticeship{Wait: r.IntN(6), PerSeat: r.IntN(2) == 0}
		}
		drawnAgenda(r, s, c)
		nest(r, c)
	}
	if s.Experience != nil && r.IntN(2) == 0 {
		s.Experience = practice.Within{Of: s.Experience}
	}
	drawnEvents(r, s)
	for i := range s.Channels {
		if r.IntN(4) == 0 {
			shelve(r, &s.Channels[i])
		}
	}
}

// shelve makes repositories of the units of a channel, below their parents.
func shelve(r *rand.Rand, c *sim.Channel) {
	rule := practice.Repository{Until: r.IntN(12)}
	if r.IntN(2) == 0 {
		rule.Fade = rate(r)
	}
	if levels, ok := c.Objectify.(practice.Levels); ok {
		rule.Of = levels.Of
		levels.Of = rule
		c.Objectify = levels
		return
	}
	rule.Of = c.Objectify
	c.Objectify = rule
}

// drawnVote returns a vote in place of another rule, half of the time.
func drawnVote(r *rand.Rand, other agents.Objectifier) agents.Objectifier {
	if r.IntN(2) == 0 {
		return other
	}
	v := practice.Vote{Rate: rate(r), PerVote: r.IntN(2) == 0}
	if r.IntN(2) == 0 {
		v.Hold = 2 * rate(r)
	}
	if r.IntN(2) == 0 {
		v.Tenure = slope(r)
	}
	if r.IntN(2) == 0 {
		v.Consult = rate(r)
	}
	if r.IntN(2) == 0 {
		v.Trust, v.TrustRate, v.HelpRate = slope(r), rate(r), rate(r)
	}
	return v
}

// drawnAgenda gives a channel stages, a calendar, or both, half of the time.
func drawnAgenda(r *rand.Rand, s *sim.Scenario, c *sim.Channel) {
	if r.IntN(2) == 0 && s.Dimensions > 2 {
		stages := practice.Stages{
			Stages: 1 + r.IntN(min(s.Dimensions, 4)), Loops: r.IntN(3),
			Cumulative: r.IntN(3) == 0,
		}
		if r.IntN(2) == 0 {
			stages.Ticks = stages.Phases() + r.IntN(9)
		}
		if r.IntN(3) == 0 && s.Dimensions/stages.Stages > 1 {
			stages.Straddle = r.IntN(s.Dimensions/stages.Stages - 1)
		}
		c.Agenda = stages
	}
	if r.IntN(3) == 0 {
		every := 1 + r.IntN(4)
		c.Agenda = practice.Calendar{Every: every, For: r.IntN(every + 1), Phase: r.IntN(every),
			Of: c.Agenda}
	}
}

// nest puts the units of some channels into units, with rules of levels.
func nest(r *rand.Rand, c *sim.Channel) {
	lists := c.Structure
	if led, ok := lists.(network.Led); ok {
		lists = led.Of
	}
	switch lists.(type) {
	case network.Isolated, network.Hierarchy, network.Randomized:
	default:
		return
	}
	if r.IntN(2) == 0 {
		return
	}
	fan := r.IntN(4)
	if fan == 1 {
		fan = 0
	}
	down := r.IntN(2) == 0
	c.Structure = network.Nested{Of: c.Structure, Fan: fan, Down: down,
		Leads: down && r.IntN(2) == 0}
	if r.IntN(2) == 0 {
		levels := practice.Levels{Of: c.Objectify, Every: r.IntN(4)}
		if r.IntN(2) == 0 {
			levels.Above = agents.Superior{Rate: rate(r)}
		}
		c.Objectify = levels
	}
	if r.IntN(2) == 0 {
		c.Relay = practice.Visibility{HideUp: rate(r), HideDown: rate(r)}
	}
}

// drawnEvents lets the world, people and seats change, and moves units through their stages.
func drawnEvents(r *rand.Rand, s *sim.Scenario) {
	if r.IntN(2) == 0 {
		s.Events = append(s.Events, sim.Turbulence{Rate: .1 * rate(r)})
	}
	if r.IntN(2) == 0 {
		s.Events = append(s.Events, sim.During{Event: sim.Turnover{Rate: .3 * rate(r)},
			First: r.IntN(4), Last: 4 + r.IntN(9)})
	}
	if r.IntN(4) == 0 {
		s.Events = append(s.Events, sim.Succession{Every: 1 + r.IntN(3)})
	}
	for _, c := range s.Channels {
		if ends, ok := drawnTradition(r, c); ok {
			s.Events = append(s.Events, ends)
		}
	}
	for _, c := range s.Channels {
		stages, ok := flows.StagesOf(*s, c.Name)
		if ok && stages.Free() {
			s.Events = append(s.Events, drawnProgress(r, c))
			break
		}
	}
	for _, c := range s.Channels {
		if keepsNorms(c) && c.Structure != (network.Pairs{}) && r.IntN(2) == 0 {
			if _, lists := c.Structure.(network.Circles); !lists {
				s.Events = append(s.Events, drawnReshuffle(r, *s, c))
			}
		}
	}
}

// keepsNorms reports whether the units of a channel keep norms.
func keepsNorms(c sim.Channel) bool {
	circles, ok := c.Structure.(network.Circles)
	return c.Structure != (network.Pairs{}) && (!ok || circles.Lasting)
}

// drawnTradition begins with an arbitrary norm.
func drawnTradition(r *rand.Rand, c sim.Channel) (sim.Tradition, bool) {
	e := sim.Tradition{Channel: c.Name}
	if practice.KeepsStrengths(c.Objectify) {
		e.Strength = r.IntN(8)
	}
	return e, keepsNorms(c) && r.IntN(5) == 0
}

func drawnProgress(r *rand.Rand, c sim.Channel) flows.Progress {
	return flows.Progress{
		Channel: c.Name, Mastery: r.IntN(12), Share: r.IntN(17), Limit: r.IntN(5),
		Exam: r.IntN(6), ByNorm: keepsNorms(c) && r.IntN(3) == 0, Bound: r.IntN(2) == 0,
		Within: r.IntN(3), Back: r.IntN(2) == 0,
	}
}

func drawnReshuffle(r *rand.Rand, s sim.Scenario, c sim.Channel) sim.Reshuffle {
	e := sim.Reshuffle{Channel: c.Name, Every: 1 + r.IntN(4), Stay: r.IntN(12),
		Leaders: sim.Placing(r.IntN(3))}
	if _, ok := flows.StagesOf(s, c.Name); ok {
		e.Every, e.Among = 1, flows.PhaseEnd{}
	}
	return e
}

// drawnJoining lets people come and speak by what they gained, in a third of all channels. It draws
// numbers of its own, so that all else is as without it.
func drawnJoining(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 15))
	for i := range s.Channels {
		of := &s.Channels[i].Participate
		if r.IntN(3) > 0 {
			continue
		}
		if r.IntN(2) == 0 {
			*of = practice.Commitment{Slope: slope(r), Quiet: rate(r) / 2, Of: *of}
		}
		if r.IntN(3) > 0 {
			*of = practice.Attendance{Away: r.IntN(17), Own: slope(r), Heard: slope(r),
				Cost: rate(r) / 2, Compel: rate(r), Of: *of}
		}
	}
}
