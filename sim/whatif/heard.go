package whatif

import (
	"slices"

	"orglearn/network"
)

// heardUnit is a unit whose norm is a voice in another, with its rank there.
type heardUnit struct {
	unit int32
	rank network.Rank
}

func heardBy(m network.Membership) []heardUnit {
	all := make([]heardUnit, len(m.Heard))
	for k, unit := range m.Heard {
		all[k].unit = unit
		if m.HeardRanks != nil {
			all[k].rank = m.HeardRanks[k]
		}
	}
	return all
}

// setHeard sets the units that are heard, each once.
func setHeard(m *network.Membership, all []heardUnit) {
	m.Heard, m.HeardRanks = nil, nil
	for _, h := range all {
		if !slices.Contains(m.Heard, h.unit) {
			m.Heard, m.HeardRanks = append(m.Heard, h.unit), append(m.HeardRanks, h.rank)
		}
	}
}

// redirect lets a unit hear one unit in place of another, which is gone. A unit does not hear
// itself.
func redirect(m *network.Membership, self, into, gone int) {
	var all []heardUnit
	for _, h := range heardBy(*m) {
		if int(h.unit) == gone {
			h.unit = int32(into)
		}
		if int(h.unit) == self {
			continue
		}
		all = append(all, h)
	}
	setHeard(m, all)
}

// heed lets whoever hears a unit hear a new one too, with the same rank.
func (e *editing) heed(unit, added int) {
	for k := range e.now {
		all := heardBy(e.now[k])
		for _, h := range all {
			if int(h.unit) == unit {
				all = append(all, heardUnit{int32(added), h.rank})
			}
		}
		setHeard(&e.now[k], all)
	}
}
