package sim

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Endowment makes first beliefs unequal between the units of a channel, and leaves what all people
// together know as it is. At tick 0 half of the units, drawn at random, are rich and the others
// poor; of an odd number, one is neither. Each person of a rich unit is paired with one of a poor
// unit. In each dimension in which the poor one believes something and the rich one nothing, they
// exchange it with probability Contrast, 0 to 1. So in each dimension as many people believe +1, -1
// and nothing as before, and no belief is changed for being right.
//
// Where a share q of beliefs is not 0, rich people have q + Contrast q(1-q) of them on average, and
// poor people q - Contrast q(1-q): .89 and .44 with the default of 2/3 and a Contrast of 1.
//
// A person belongs to the first unit in which he learns. If a rich and a poor unit have different
// sizes, some people stay unpaired, and do not change. Newcomers are not endowed: they begin as any
// newcomer. metrics.BetweenShare measures what came out.
//
// Found here (go run ./examples/attainment): with a Contrast of 1 units attain their objective in
// -.013 [-.115, .090] more seats, so nothing is shown.
type Endowment struct {
	Channel  string  // of beliefs
	Contrast float64 // 0 to 1; 0: off
}

// Happen implements Event.
func (e Endowment) Happen(m *Model, s *agents.Stream) {
	if m.tick != 0 || e.Contrast == 0 {
		return
	}
	units := m.firstMembers(m.Channel(e.Channel))
	order := s.Perm(len(units))
	for k := range len(units) / 2 {
		rich, poor := units[order[2*k]], units[order[2*k+1]]
		for i := range min(len(rich), len(poor)) {
			e.exchange(m, s, rich[i], poor[i])
		}
	}
}

// firstMembers returns the people of each unit for whom it is the first in which they learn. It
// leaves out units without any.
func (m *Model) firstMembers(channel int) (all [][]int) {
	u := m.Units(channel)
	all = make([][]int, u.Len())
	for p := range m.People() {
		if seats := u.Of(p); len(seats) > 0 && !m.Vacant(p) {
			all[seats[0]] = append(all[seats[0]], p)
		}
	}
	return slices.DeleteFunc(all, func(people []int) bool { return len(people) == 0 })
}

// exchange gives the rich person beliefs of the poor one.
func (e Endowment) exchange(m *Model, s *agents.Stream, rich, poor int) {
	to, from := m.Beliefs(rich), m.Beliefs(poor)
	for i, w := range from {
		lanes := s.Coins(e.Contrast, w.Known()&^to[i].Known())
		to[i].Yes |= w.Yes & lanes
		to[i].No |= w.No & lanes
		from[i] = w.Keep(^lanes)
	}
}

// Name implements Named.
func (Endowment) Name() string { return "endowment" }

// Off implements Switched: with a Contrast of 0.
func (e Endowment) Off() bool { return e.Contrast == 0 }

// Validate reports a Contrast outside 0 to 1.
func (e Endowment) Validate() error { return kernel.CheckRate("Endowment.Contrast", e.Contrast) }

// Suits reports a Channel of opinions.
func (e Endowment) Suits(s Scenario) error {
	if s.hasRealChannel(e.Channel) {
		return fmt.Errorf("Endowment.Channel is %q, want the name of a channel of beliefs",
			e.Channel)
	}
	return nil
}

func (e Endowment) channel() string { return e.Channel }
