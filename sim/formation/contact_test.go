package formation_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/power"
	"orglearn/sim/simtest"
)

// meetingPlace is an organization in which one community is born at tick 5, of three people who are
// drawn. Everybody hears half of the others, drawn, in another channel.
func meetingPlace(join, contact float64) sim.Scenario {
	everybody := make(given, 30)
	for p := range everybody {
		everybody[p] = practice.Topics(1)
	}
	s := forming(everybody, 30, formation.Formation{Every: 5, Founders: 3, Seats: 1, Join: join,
		Contact: contact})
	s.Ticks = 6
	s.Channels = append(s.Channels, sim.Channel{
		Name: "talk", Structure: network.Circles{Of: network.Gnp{P: .5}},
		Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
		Internalize: agents.Absorb{Rate: .3},
	})
	return s
}

// joined counts, by the number of contacts among the members of the community at tick 5, who may
// join it and who is a member at tick 6.
func joined(t *testing.T, s sim.Scenario, replicates uint64) (may, joins [4]float64) {
	t.Helper()
	for replicate := range replicates {
		m := simtest.Built(t, s, replicate)
		for m.Tick() < 5 {
			simtest.Step(t, m)
		}
		before := formation.Communities(m, work)
		if len(before) == 0 {
			continue // no topic of theirs was drawn
		}
		members := slices.Clone(before[0].Members)
		var contacts [30]int
		for p := range contacts {
			for _, q := range m.Units(1).Voices(p) {
				if slices.Contains(members, q) {
					contacts[p]++
				}
			}
		}
		simtest.Step(t, m)
		now := formation.Communities(m, work)[0]
		for p, c := range contacts {
			switch {
			case slices.Contains(members, int32(p)):
			case now.Has(p):
				joins[c]++
				fallthrough
			default:
				may[c]++
			}
		}
	}
	return may, joins
}

// The chance to join rises with the number of contacts who are members, less and less (Backstrom,
// Huttenlocher, Kleinberg and Lan 2006). By the formula it is .2, .5, .6 and .65 here. Each bound
// is 5 standard errors. Without a Contact it is the same for all.
func TestContactsCountLessAndLess(t *testing.T) {
	for _, x := range []struct {
		contact float64
		want    [4]float64
	}{{3, [4]float64{.2, .5, .6, .65}}, {0, [4]float64{.2, .2, .2, .2}}} {
		may, joins := joined(t, meetingPlace(.2, x.contact), 4000)
		var share [4]float64
		for c, want := range x.want {
			share[c] = joins[c] / may[c]
			if bound := 5 * math.Sqrt(want*(1-want)/may[c]); math.Abs(share[c]-want) > bound {
				t.Errorf("contact %v, %d contacts: %.3f of %v join, want %v within %.3f", x.contact,
					c, share[c], may[c], want, bound)
			}
		}
		first, second, third := share[1]-share[0], share[2]-share[1], share[3]-share[2]
		if x.contact > 0 && !(first > second && second > third && third > 0) {
			t.Errorf("the contacts add %.3f, %.3f and %.3f, want less and less", first, second,
				third)
		}
	}
}

// The ticks of a period are dealt when it begins, before communities are born. A community that is
// born at that tick or later meets in all ticks until the next period. Then it is dealt as many as
// others.
func TestNewCommunitiesMeetUntilTimeIsDealt(t *testing.T) {
	for _, x := range []struct{ every, first, next int }{{6, 1, 2}, {5, 5, 2}} {
		s := meetingPlace(0, 0)
		s.Ticks = 16
		c := &s.Channels[0]
		c.Agenda = practice.Allotment{Every: x.every, Of: c.Agenda}
		s.Events = append(s.Events, power.Allot{Channel: work, Ticks: 2})
		born := 0
		for replicate := range uint64(40) {
			m := simtest.Built(t, s, replicate)
			for m.Tick() < 5 {
				simtest.Step(t, m)
			}
			if len(formation.Communities(m, work)) == 0 {
				continue
			}
			born++
			first := meetings(t, m, (5/x.every+1)*x.every)
			next := meetings(t, m, (5/x.every+2)*x.every)
			if first != x.first || next != x.next {
				t.Fatalf("born at tick 5, periods of %d: it met %d times and %d times in the next "+
					"period, want %d and %d", x.every, first, next, x.first, x.next)
			}
		}
		if born == 0 {
			t.Error("no community was born")
		}
	}
}

// meetings counts the cycles up to a tick in which the first unit is about anything.
func meetings(t *testing.T, m *sim.Model, until int) (n int) {
	t.Helper()
	for m.Tick() < until {
		simtest.Step(t, m)
		if slices.Max(m.About(0, 0)) > 0 {
			n++
		}
	}
	return n
}
