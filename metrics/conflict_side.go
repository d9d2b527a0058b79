package metrics

import (
	"fmt"
	"math/bits"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// String names the side: "by level".
func (s Side) String() string {
	if s > ByMerit {
		return fmt.Sprintf("by side %d", uint8(s))
	}
	return [...]string{ByLevel: "by level", ByLeader: "by leader", ByMerit: "by merit"}[s]
}

// ofSide is a share of what came of contradictions, as counts counts them.
func ofSide(name, unit, channel string, side Side, counts func(*conflicts) func(*sim.Model, int),
) Metric {
	m := overRun(fmt.Sprintf("%s %v", name, side), unit, channel, func() func(*sim.Model) float64 {
		h := conflicts{channel: channel, side: side}
		return func(m *sim.Model) float64 { return h.read(m, counts(&h)) }
	})
	m.Fits = func(s sim.Scenario) error {
		if side > ByMerit {
			return fmt.Errorf("the side is %d, want %d to %d", uint8(side), ByLevel, ByMerit)
		}
		return hasChannel(s, channel)
	}
	return m
}

// judge returns the rule that says in which of some lanes of word i unit a of a pair is the side,
// and in which b is.
func (h *conflicts) judge(m *sim.Model, channel int) func(x *pair, i int, lanes uint64) (a,
	b uint64) {
	if h.side == ByLeader {
		return func(x *pair, i int, lanes uint64) (a, b uint64) {
			yes, no := led(m, m.Units(channel), x, i, lanes)
			norm := h.norms[x.a][i]
			return norm.Yes&yes | norm.No&no, norm.Yes&no | norm.No&yes
		}
	}
	worth := make([]int, len(h.norms))
	if h.side == ByLevel {
		copy(worth, m.Units(channel).Levels())
	} else {
		for u, norm := range h.norms {
			worth[u] = int(m.Merit(channel, u, norm))
		}
	}
	return func(x *pair, _ int, lanes uint64) (a, b uint64) {
		switch {
		case worth[x.a] > worth[x.b]:
			return lanes, 0
		case worth[x.a] < worth[x.b]:
			return 0, lanes
		}
		return 0, 0
	}
}

// led returns, of some lanes of word i, those in which more leaders of two units believe +1 than
// -1, and those in which it is the reverse.
func led(m *sim.Model, u *network.Units, x *pair, i int, lanes uint64) (yes, no uint64) {
	leaders := slices.Concat(leadersOf(u, x.a), leadersOf(u, x.b))
	for ; lanes != 0; lanes &= lanes - 1 {
		d, sum := bits.TrailingZeros64(lanes), 0
		for _, p := range leaders {
			sum += int(m.Beliefs(int(p)).Get(i*64 + d))
		}
		switch {
		case sum > 0:
			yes |= 1 << uint(d)
		case sum < 0:
			no |= 1 << uint(d)
		}
	}
	return yes, no
}

// dropLeaders leaves only those people of a pair who lead neither unit.
func (x *pair) dropLeaders(u *network.Units) {
	leaders := slices.Concat(leadersOf(u, x.a), leadersOf(u, x.b))
	x.people = slices.DeleteFunc(x.people, func(p int32) bool {
		return slices.Contains(leaders,
			p)
	})
}
