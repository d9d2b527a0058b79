package network

// Levels are the levels of all units. A unit in which people speak has level 0, and so has one that
// hears no unit. Another is a parent (IsParent): its level is 1 plus the least level of the units
// that it hears. So it is one level above its children, whether or not they hear it too. Parents
// that hear only each other have level 0.
func (u *Units) Levels() []int {
	levels, next := make([]int, u.Len()), []int32(nil)
	for k := range levels {
		levels[k] = -1
		if !u.IsParent(k) {
			levels[k], next = 0, append(next, int32(k))
		}
	}
	by := u.listeners()
	for len(next) > 0 && u.Nested() {
		k := next[0]
		next = next[1:]
		for _, above := range by.at(int(k)) {
			if levels[above] < 0 {
				levels[above] = levels[k] + 1
				next = append(next, above)
			}
		}
	}
	for k := range levels {
		levels[k] = max(levels[k], 0)
	}
	return levels
}

// IsParent reports whether a unit hears other units, and no people. People may learn from it.
func (u *Units) IsParent(unit int) bool {
	return len(u.Heard(unit)) > 0 && len(u.Voices(unit)) == 0
}

// listeners lists the units that hear each unit, ascending.
func (u *Units) listeners() rows {
	if !u.Nested() {
		return rows{}
	}
	return transpose(u.heard, u.Len(), rows{})
}

// Parents are the parents of all units: the first unit that hears the unit from one level above it
// (see Levels), or -1 if there is none.
func (u *Units) Parents() []int {
	parents := make([]int, u.Len())
	for k := range parents {
		parents[k] = -1
	}
	if !u.Nested() {
		return parents
	}
	levels, by := u.Levels(), u.listeners()
	for k := range parents {
		for _, above := range by.at(k) {
			if levels[above] == levels[k]+1 {
				parents[k] = int(above)
				break
			}
		}
	}
	return parents
}

// Top is the unit above all: of the units above level 0, the only one without a parent. If there is
// one unit, it is that one. It is -1 where several units are on top of their own, or no unit is
// above others.
func (u *Units) Top() int {
	if u.Len() == 1 {
		return 0
	}
	top, levels, parents := -1, u.Levels(), u.Parents()
	for k, level := range levels {
		if level == 0 || parents[k] >= 0 {
			continue
		}
		if top >= 0 {
			return -1
		}
		top = k
	}
	return top
}
