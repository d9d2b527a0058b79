package metrics

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// View is how the people of a unit judge whether an Objective is attained there. A person sees one
// number, and says that it is attained if the number is at least AtLeast. If it is missing, he does
// not say so. There are three ready ones: ByGain, ByStanding, ByAgreement.
type View struct {
	Name    string
	AtLeast float64 // finite
	Of      func(m *sim.Model, channel, unit, person int) float64
	// Run is in place of Of for what has a history (see Metric.Run).
	Run func() func(m *sim.Model, channel, unit, person int) float64
}

// ByGain lets a person judge by his own gain: what reality pays him now, less what it paid him when
// he came, as a share of the most that it pays. For Blocks and NK it is -1 to 1, for Additive -2 to
// 2. Founders came at tick 0; of a newcomer it counts from the first recorded tick at which he is
// there. So it takes his own gain for that of all.
func ByGain(atLeast float64) View {
	return View{Name: "gain", AtLeast: atLeast,
		Run: func() func(*sim.Model, int, int, int) float64 {
			var b beginnings
			return func(m *sim.Model, _, _, person int) float64 {
				b.read(m)
				gain := m.Landscape().Score(m.Beliefs(person)) - b.scores[person]
				return ratio(int64(gain), int64(m.Landscape().Max()))
			}
		}}
}

// beginnings are people's scores when they were first seen.
type beginnings struct {
	tick   int
	scores []int32
	joined []int // when those came of whom the scores are
}

// read notes the scores of those who are new since the last tick that was read.
func (b *beginnings) read(m *sim.Model) {
	if b.scores != nil && b.tick == m.Tick() {
		return
	}
	first := b.scores == nil
	if first {
		b.scores, b.joined = make([]int32, m.People()), make([]int, m.People())
	}
	for p := range m.People() {
		if first || m.Joined(p) != b.joined[p] {
			b.scores[p], b.joined[p] = m.Landscape().Score(m.Beliefs(p)), m.Joined(p)
		}
	}
	b.tick = m.Tick()
}

// ByStanding lets a person judge by the standing of his circle: what reality pays for the norm of
// the unit, as a share of what it pays for the truth. Its range is that of NormScore. Units are
// seen as others see merit in the scenario: on a sample of dimensions, if the reality has Seen. The
// sample is drawn for each unit and tick, and its people see the same one. The unit of one person
// on a graph keeps no norm; it has the standing of his beliefs.
func ByStanding(atLeast float64) View {
	return View{Name: "standing", AtLeast: atLeast,
		Of: func(m *sim.Model, channel, unit, _ int) float64 {
			body := standsFor(m, channel, unit)
			world, partly := m.Landscape().(sim.Sighted)
			if !partly || world.Seen() == 0 || world.Seen() == m.Dimensions() {
				return ratio(int64(m.Landscape().Score(body)), int64(m.Landscape().Max()))
			}
			seen := make([]uint64, agents.Width(m.Dimensions()))
			world.Sample(watching(m, channel, unit), seen)
			return ratio(int64(world.ScoreOn(body, seen)),
				int64(world.ScoreOn(m.Landscape().Truth(), seen)))
		}}
}

// standsFor returns the norm of a unit, or the beliefs of a circle's person.
func standsFor(m *sim.Model, channel, unit int) agents.Knowledge {
	if m.Norms(channel) == 0 {
		return m.Beliefs(unit)
	}
	return m.Norm(channel, unit)
}

// watching is the chance of what the people of a unit see of its standing at a tick.
func watching(m *sim.Model, channel, unit int) *agents.Stream {
	name := m.Scenario().Channels[channel].Name
	key := kernel.NewKey(m.Seed(), m.Replicate(), "metric: standing", name)
	return (*agents.Stream)(kernel.NewStream(key, m.Tick(), unit))
}

// ByAgreement lets a person judge by agreement: the share of pairs of another person of the unit
// and a dimension in which both believe the same, +1 or -1. It is 0 to 1, and missing for who is
// alone. So he takes what all say for what is so.
func ByAgreement(atLeast float64) View {
	return View{Name: "agreement", AtLeast: atLeast,
		Of: func(m *sim.Model, channel, unit, person int) float64 {
			same, others := int64(0), int64(0)
			for _, p := range members(m, channel, unit) {
				if int(p) != person {
					same += int64(alike(m.Beliefs(person), m.Beliefs(int(p))))
					others++
				}
			}
			return ratio(same, others*int64(m.Dimensions()))
		}}
}

// String returns the view in words: "agreement 0.5".
func (v View) String() string { return fmt.Sprintf("%s %v", v.Name, v.AtLeast) }

// reader returns what the people say in one run.
func (v View) reader() says {
	read := v.Of
	if v.Run != nil {
		read = v.Run()
	}
	return func(m *sim.Model, channel, unit, person int) bool {
		return read(m, channel, unit, person) >= v.AtLeast
	}
}

func (v View) fits(sim.Scenario) error {
	if v.Of == nil == (v.Run == nil) {
		return fmt.Errorf("the view %q has both Of and Run, or neither", v.Name)
	}
	return finite("View.AtLeast", v.AtLeast)
}
