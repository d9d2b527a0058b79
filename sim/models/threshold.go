package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// Threshold is contagion by thresholds: whoever sees enough of his contacts do something does it
// too, and goes on doing it. One struct serves three papers, which differ in who is tied to whom
// and in what enough is:
//
//   - Granovetter, Threshold models of collective behavior, American Journal of Sociology
//     83(6):1420-1443 (1978): everybody sees everybody, and each has a number of his own (Each), so
//     that one person's can decide between a riot and nothing;
//   - Watts, A simple model of global cascades on random networks, Proceedings of the National
//     Academy of Sciences 99(9):5766-5771 (2002): a share of one's contacts (Share) on a random
//     network;
//   - Centola and Macy, Complex contagions and the weakness of long ties, American Journal of
//     Sociology 113(3):702-734 (2007): a number of contacts (Number) on a ring lattice, in which
//     long ties help contagions of threshold 1 and hinder others.
//
// The first Seeds people have adopted at the start, and nobody else. In every step everybody at
// once:
//
//  1. counts those of his contacts who have adopted;
//  2. adopts if there are at least Number (or his Each) of them, and at least the share Share of
//     his contacts; nobody ever gives up.
//
// A run ends when all have adopted, or in a step nobody has. Adopters is the share of the people
// who have. There is no chance in it but that of the network, and the exact answers are met:
// thresholds 0 to 99 on the complete network, all 100 adopt; with 2 in place of the 1, one; on a
// ring of 100 with two neighbours on each side and two adjacent seeds all have adopted after 49
// steps with a threshold of 2, and after 25 with 1. Watts updates one person after the other; who
// adopts in the end is the same, as nobody gives up.
//
// On the engine to adopt is to believe +1 in the one dimension there is, and not to have adopted
// -1.
type Threshold struct {
	Network network.Generator // who sees whom (nil: network.Complete)
	People  int               // (0: 100)
	Number  int               // contacts who must have adopted
	// of one's contacts who must have adopted; somebody without contacts adopts if Number is 0, too
	Share float64
	Each  []int // in place of Number, per person (nil: Number)
	Seeds int   // people who have adopted at the start: 0, 1 and so on
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

// settled reports whether all have adopted, or nobody has in the last step.
func (t Threshold) settled(m *sim.Model) bool {
	return t.Adopters(m) == 1 || m.Tick() > 0 && m.Flow(0).Taken == 0
}

// Adopters is the share of the people who have adopted, as the Of of a metric: 0 to 1.
func (Threshold) Adopters(m *sim.Model) float64 {
	n := 0
	for p := range m.People() {
		if m.Beliefs(p).Get(0) > 0 {
			n++
		}
	}
	return float64(n) / float64(m.People())
}

// Validate reports parameters out of their ranges.
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

// personal is agents.Threshold with a number of each person's own.
type personal struct {
	counts []int
	share  float64
}

// Objectify implements agents.Objectifier.
func (r personal) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	agents.Threshold{Count: r.counts[u.ID], Share: r.share}.Objectify(u, said, norm)
}

// Validate reports a number below 0, and what agents.Threshold reports.
func (r personal) Validate() error {
	for p, n := range r.counts {
		if n < 0 {
			return fmt.Errorf("Each[%d] is %d, want 0 or more", p, n)
		}
	}
	return agents.Threshold{Share: r.share}.Validate()
}

// Monotone is true: it draws no coins.
func (personal) Monotone() bool { return true }
