package sim

import (
	"orglearn/agents"
	"orglearn/network"
)

// memories are what one rule remembers of every person.
type memories struct {
	words []uint64
	each  int
}

func newMemories(rule any, people, dimensions int) memories {
	r, ok := rule.(agents.Rememberer)
	if !ok {
		return memories{}
	}
	each := r.Memory(dimensions, 0)
	return memories{words: make([]uint64, each*people), each: each}
}

func (m *memories) of(person int) []uint64 {
	if m.each == 0 {
		return nil
	}
	return m.words[person*m.each : (person+1)*m.each]
}

// unitMemories are what one rule remembers of every unit: as much as the unit's voices ask for, or, where the structure changes by
// itself, as the largest unit's do, which none will outgrow.
type unitMemories struct {
	words  []uint64
	starts []int
}

func newUnitMemories(rule any, units *network.Units, dimensions int, changing bool) unitMemories {
	r, ok := rule.(agents.Rememberer)
	if !ok {
		return unitMemories{}
	}
	most := 0
	for k := range units.Len() {
		most = max(most, len(units.Voices(k)))
	}
	starts := make([]int, units.Len()+1)
	for k := range units.Len() {
		voices := most
		if !changing {
			voices = len(units.Voices(k))
		}
		starts[k+1] = starts[k] + r.Memory(dimensions, voices)
	}
	return unitMemories{words: make([]uint64, starts[len(starts)-1]), starts: starts}
}

func (m *unitMemories) of(unit int) []uint64 {
	if m.starts == nil {
		return nil
	}
	return m.words[m.starts[unit]:m.starts[unit+1]]
}
