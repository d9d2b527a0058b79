package network

// RotateLeaders passes on, in place, the leadership of every unit that has a Leader: to another of
// its voices, drawn uniformly among those who do not lead it. Only the rank moves: the old leader
// gets the rank of the new one, and both keep their seats, ties and places in other units, so that
// in a hierarchy the old manager still sits in his superior's team. Of several leaders each passes
// to another person, as long as there are others. Units without a Leader, such as circles, teams
// and communities, are left as they are.
func (u *Units) RotateLeaders(src Source) {
	u.mustBeOwn()
	if u.ranks == nil {
		return
	}
	var leaders, others []int
	for k := range u.Len() {
		ranks := u.Ranks(k)
		leaders, others = leaders[:0], others[:0]
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
}
