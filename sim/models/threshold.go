package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Threshold is contagion by thresholds. A person who sees enough of his contacts do something does
// it too, and never stops. One struct serves three papers. They differ in who sees whom and in how
// many are enough:
//
//   - Granovetter, Threshold models of collective behavior, American Journal of Sociology
//     83(6):1420-1443 (1978). Everybody sees everybody, and each person has a threshold of his own
//     (Each). One person's threshold can decide between a riot and nothing;
//   - Watts, A simple model of global cascades on random networks, Proceedings of the National
//     Academy of Sciences 99(9):5766-5771 (2002). The threshold is a share of a person's contacts
//     (Share) on a random network;
//   - Centola and Macy, Complex contagions and the weakness of long ties, American Journal of
//     Sociology 113(3):702-734 (2007). The threshold is a number of contacts (Number) on a ring
//     lattice. Long ties help contagions of threshold 1 and hinder others.
//
// At the start the first Seeds people have adopted, and nobody else. In every step everybody, at
// once:
//
//  1. counts those of his contacts who have adopted;
//  2. adopts if there are at least Number of them (or his Each) and they are at least the share
//     Share of his contacts. Nobody ever gives up.
//
// A run ends when all have adopted, or after a step in which nobody adopts. Adopters is the share
// of people who have adopted. Only the network has chance in it. The model reproduces these exact
// answers:
//
//   - with thresholds 0 to 99 on the complete network all 100 people adopt;
//   - with a threshold of 2 in place of the threshold 1, one person adopts;
//   - a ring of 100 people has two neighbours on each side and two adjacent seeds. There all have
//     adopted after 49 steps with a threshold of 2, and after 25 steps with 1.
//
// Watts updates one person after the other. The same people adopt in the end, because nobody gives
// up.
//
// On the engine a person who has adopted believes +1 in the only dimension, and one who has not
// believes -1.
type Threshold struct {
	Network network.Generator // who sees whom (nil: network.Complete)
	People  int               // number of people (0: 100)
	Number  int               // contacts who must have adopted
	// Share is the share of contacts who must have adopted too, 0 to 1. A person without contacts
	// adopts if Number is 0.
	Share float64
	Each  []int // the Number of each person (nil: Number for all)
	Seeds int   // number of people who have adopted at the start: people 0 to Seeds-1
}

// ThresholdChannel is the name of the channel of Threshold.
const ThresholdChannel = "contacts"

// Scenario returns the organization.
func (t Threshold) Scenario() sim.Scenario {
	people, contacts := orElse(t.People, 100), t.Network
	if contacts == nil {
		contacts = network.Complete{}
	}
	var enough agents.Objectifier = agents.Threshold{Count: t.Number, Share: t.Share}
	if t.Each != nil {
		enough = personal{t.Each, t.Share}
	}
	return sim.Scenario{
		Name:       t.String(),
		People:     people,
		Dimensions: 1,
		Ticks:      people, // in each step but the last somebody adopts
		Beliefs:    agents.BeginFunc(t.begin),
		Stop:       t.settled,
		Channels: []sim.Channel{{
			Name:        ThresholdChannel,
			Structure:   network.Circles{Of: contacts},
			Externalize: agents.Say{Rate: 1},
			Objectify:   enough,
			Internalize: agents.Absorb{Rate: 1},
		}},
	}
}

func (t Threshold) begin(p *agents.Person, belief agents.Knowledge) {
	belief.Set(0, -1)
	if p.ID < t.Seeds {
		belief.Set(0, 1)
	}
}

// settled reports whether all have adopted, or nobody adopted in the last step.
func (t Threshold) settled(m *sim.Model) bool {
	return t.Adopters(m) == 1 || m.Tick() > 0 && m.Flow(0).Taken == 0
}

// Adopters returns the share of the people who have adopted, 0 to 1. It can be the Of of a
// metrics.Metric.
func (Threshold) Adopters(m *sim.Model) float64 {
	n := 0
	for p := range m.People() {
		if m.Beliefs(p).Get(0) > 0 {
			n++
		}
	}
	return float64(n) / float64(m.People())
}

// Validate returns an error where a parameter is out of its range.
func (t Threshold) Validate() error {
	people := orElse(t.People, 100)
	if t.Seeds < 0 || t.Seeds > people {
		return fmt.Errorf("models: Threshold.Seeds is %d, want 0 to %d (the people)",
			t.Seeds, people)
	}
	if t.Each != nil && len(t.Each) != people {
		return fmt.Errorf("models: Threshold.Each has %d thresholds, want %d (the people)",
			len(t.Each), people)
	}
	return t.Scenario().Validate()
}

// String names the organization by its parameters.
func (t Threshold) String() string {
	number := fmt.Sprint(t.Number)
	if t.Each != nil {
		number = "each"
	}
	return fmt.Sprintf("threshold network=%s number=%s share=%v people=%d seeds=%d",
		networkName(t.Network), number, t.Share,
		orElse(t.People, 100), t.Seeds)
}

// personal is agents.Threshold with a separate count for each person.
type personal struct {
	counts []int
	share  float64
}

// Objectify implements agents.Objectifier.
func (r personal) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	agents.Threshold{Count: r.counts[u.ID], Share: r.share}.Objectify(u, said, norm)
}

// Validate returns an error where a count is below 0, and the errors of agents.Threshold.
func (r personal) Validate() error {
	for p, n := range r.counts {
		if n < 0 {
			return fmt.Errorf("Each[%d] is %d, want 0 or more", p, n)
		}
	}
	return agents.Threshold{Share: r.share}.Validate()
}

// Monotone returns true: the rule draws no coins.
func (personal) Monotone() bool { return true }
