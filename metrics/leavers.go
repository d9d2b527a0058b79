package metrics

import (
	"cmp"

	"orglearn/agents/practice"
	"orglearn/sim"
)

// Leavers says who leaves first: the correlation of score with leaving. A seat is left in a tick if
// its person's will to come (practice.Attendance) falls to 0. Each seat that is left is compared
// with each seat of the same unit that is not left and was not before: 1 if the one who leaves had
// the higher score before the tick, -1 if the lower, else 0. Leavers is the mean over all these
// pairs since the run began: -1 to 1. This is the rank-biserial correlation of Cureton (1956,
// Psychometrika 21:287-290), within unit and tick. So neither a difference between units nor what
// people learn over time counts as one between those who leave and those who stay. It is 0 where
// score has nothing to do with leaving, and above 0 where those who know more leave first.
//
// It is missing until somebody has left a unit in which somebody stays. It has a history: record
// every tick. Who is replaced or changes seats has not left. A unit whose number changes is the
// same unit (sim.Model.UnitID). It is an error where Attendance is.
func Leavers(channel string) Metric {
	m := overRun("who leaves knows more", "correlation", channel, func() func(*sim.Model) float64 {
		var l leavers
		return func(m *sim.Model) float64 { return l.read(m, channel) }
	})
	m.Fits = Attendance(channel).Fits
	return m
}

// leavers compares those who leave with those who stay.
type leavers struct {
	before     map[[2]int]stay // by person and sim.Model.UnitID, at the reading before
	sum, pairs int64
}

// stay is a seat at one reading.
type stay struct{ will, score, joined int }

// parting are the scores of those in a unit who leave in a tick, and of those who stay.
type parting struct{ left, stay []int }

// read compares the seats with those read before.
func (l *leavers) read(m *sim.Model, channel string) float64 {
	now, units, c := map[[2]int]stay{}, map[int]*parting{}, m.Channel(channel)
	eachSeat(m, channel, func(s seat) {
		r, own, _ := practice.AttendanceIn(s.rule, s.words)
		at := [2]int{s.person, m.UnitID(c, s.unit)}
		score := int(m.Landscape().Score(m.Beliefs(s.person)))
		is := stay{r.Will(own), score, m.Joined(s.person)}
		now[at] = is
		if was, ok := l.before[at]; ok && was.joined == is.joined && was.will > 0 {
			if units[s.unit] == nil {
				units[s.unit] = new(parting)
			}
			units[s.unit].add(was.score, is.will == 0)
		}
	})
	for _, u := range units {
		l.compare(*u)
	}
	l.before = now
	return ratio(l.sum, l.pairs)
}

// add adds a person of the unit, who leaves or stays.
func (u *parting) add(score int, leaves bool) {
	if leaves {
		u.left = append(u.left, score)
	} else {
		u.stay = append(u.stay, score)
	}
}

// compare compares each who leaves with each who stays.
func (l *leavers) compare(u parting) {
	for _, a := range u.left {
		for _, b := range u.stay {
			l.sum += int64(cmp.Compare(a, b))
			l.pairs++
		}
	}
}
