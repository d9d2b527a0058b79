package lineage

import (
	"slices"

	"orglearn/agents"
	"orglearn/sim"
)

// seeLeavers records who left, and who was replaced.
func (r *Recorder) seeLeavers(m *sim.Model) {
	for p, v := range r.beliefs {
		if v != 0 && (m.Vacant(p) && !r.vacant[p] || m.Joined(p) != r.joined[p]) {
			r.add(Event{Kind: Gone, Value: v, Person: p})
		}
	}
}

// hear records what was said for the first time in the units of a channel. All who said it in that
// cycle are recorded.
func (r *Recorder) hear(m *sim.Model, c int) {
	units := m.Units(c)
	var first []said
	for u := range units.Len() {
		for _, p := range units.Voices(u) {
			v := m.Claims(c, int(p)).Get(r.dimension)
			s := said{Place{c, u}, v}
			if v == 0 || r.said[s] {
				continue
			}
			r.add(Event{Kind: Said, Value: v, Person: int(p), Place: s.place})
			first = append(first, s)
		}
	}
	for _, s := range first {
		r.said[s] = true
	}
}

// compareNorms records norms that came and norms that went.
func (r *Recorder) compareNorms(m *sim.Model, c int, before [][]agents.Belief) {
	for u := range max(len(before[c]), len(r.norms[c])) {
		was, now := of(before[c], u), of(r.norms[c], u)
		if was == now {
			continue
		}
		e := Event{Person: -1, Place: Place{c, u}}
		if was != 0 {
			e.Kind, e.Value = Ceased, was
			r.add(e)
		}
		if now != 0 {
			e.Kind, e.Value, e.By = Objective, now, r.sayers(m, c, u, now)
			r.add(e)
		}
	}
}

// of is the norm of a unit; 0 if there is no such unit.
func of(norms []agents.Belief, unit int) agents.Belief {
	if unit >= len(norms) {
		return 0
	}
	return norms[unit]
}

// seeBeliefs records what people came to believe and what they dropped.
func (r *Recorder) seeBeliefs(m *sim.Model, before [][]agents.Belief) {
	for p, was := range r.beliefs {
		if m.Vacant(p) || m.Joined(p) != r.joined[p] {
			r.vacant[p] = m.Vacant(p)
			r.beliefs[p] = 0
			if !m.Vacant(p) {
				r.come(m, p)
			}
			continue
		}
		now := m.Beliefs(p).Get(r.dimension)
		if now == was {
			continue
		}
		r.beliefs[p] = now
		if was != 0 {
			r.add(Event{Kind: Dropped, Value: was, Person: p})
		}
		if now != 0 {
			r.add(Event{Kind: Taken, Value: now, Person: p, From: r.sources(m, p, now, before)})
		}
	}
}

// sources are the units of a person's seats that can have given him a belief in this cycle: those
// whose norm held it, in a Simultaneous channel at its start, and circles in which it was said.
func (r *Recorder) sources(
	m *sim.Model, person int, value agents.Belief, before [][]agents.Belief,
) (all []Place) {
	for c := range m.Channels() {
		units, norms := m.Units(c), r.norms[c]
		if m.Scenario().Channels[c].Simultaneous {
			norms = before[c]
		}
		for _, u := range units.Of(person) {
			held := int(u) < len(norms) && norms[u] == value
			if len(norms) == 0 {
				held = len(r.sayers(m, c, int(u), value)) > 0
			}
			if held {
				all = append(all, Place{c, int(u)})
			}
		}
	}
	return all
}

// sayers are those who said a value in a unit in this cycle, ascending.
func (r *Recorder) sayers(m *sim.Model, c, unit int, value agents.Belief) (all []int) {
	for _, p := range m.Units(c).Voices(unit) {
		if m.Claims(c, int(p)).Get(r.dimension) == value {
			all = append(all, int(p))
		}
	}
	slices.Sort(all)
	return all
}
