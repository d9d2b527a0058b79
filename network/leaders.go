package network

import "slices"

// RotateLeaders passes on the leadership of every unit that has a Leader, in place. The new leader
// is drawn uniformly among the other voices of the unit that do not lead it. The two exchange ranks
// only. Both keep their seats, weights and places in other units. So in a hierarchy the old manager
// still sits in his superior's team. If a unit has several leaders, each passes his rank to a
// different person, as far as there are enough others. Units without a Leader, such as circles,
// teams and communities, do not change.
func (u *Units) RotateLeaders(src Source) {
	for k := range u.Len() {
		u.RotateLeader(k, src)
	}
}

// RotateLeader is RotateLeaders for one unit.
func (u *Units) RotateLeader(unit int, src Source) {
	u.mustBeOwn()
	var leaders, others []int
	ranks := u.Ranks(unit)
	for i, rank := range ranks {
		if rank == Leader {
			leaders = append(leaders, i)
		} else {
			others = append(others, i)
		}
	}
	for j, leader := range leaders[:min(len(leaders), len(others))] {
		pick := j + src.IntN(len(others)-j)
		others[j], others[pick] = others[pick], others[j]
		ranks[leader], ranks[others[j]] = ranks[others[j]], Leader
	}
}

// Appoint makes a voice of a unit, given by its place among the voices, the leader. He exchanges
// ranks with the first Leader among the voices. Both keep their seats and weights. Nothing changes
// if he leads already, or if the unit has no Leader.
func (u *Units) Appoint(unit, voice int) {
	u.mustBeOwn()
	ranks := u.Ranks(unit)
	if leader := slices.Index(ranks, Leader); leader >= 0 && ranks[voice] != Leader {
		ranks[leader], ranks[voice] = ranks[voice], Leader
	}
}
