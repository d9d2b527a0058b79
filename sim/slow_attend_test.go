package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// This is who comes to a unit and who speaks there in the obvious engine. It can run a Participant
// that is an Attendance of a Commitment of a Floor (slow_floor_test.go) of a Tally of
// Expectations (slow_energy_test.go) of an Apprenticeship, each of which may be off.

// joining are the rules of a channel about who takes part.
type joining struct {
	practice.Attendance
	practice.Commitment
	practice.Expectations
	practice.Tally
	practice.Apprenticeship
}

func joiningOf(rule agents.Participant) (j joining) {
	j.Attendance, _, _ = practice.AttendanceIn(rule, nil)
	j.Commitment, _, _ = practice.CommitmentIn(rule, nil)
	j.Expectations, _, _ = practice.ExpectationsIn(rule, nil)
	j.Tally, _, _ = practice.TallyIn(rule, nil)
	j.Apprenticeship, _, _ = practice.ApprenticeshipIn(rule, nil)
	return j
}

func (j joining) comes() bool {
	a := j.Attendance
	return a.Away != 0 || a.Own != 0 || a.Heard != 0 || a.ShortTerm != 0
}

func (j joining) commits() bool { return j.Commitment.Slope != 0 || j.Commitment.Quiet != 0 }

func (j joining) expects() bool {
	x := j.Expectations
	return x.Every != 0 && x.Energy != 0 || x.Quiet != 0
}

// attend finds who stays away from each unit, and who is quiet there.
func (c *slowChannel) attend(e *slow) {
	j := joiningOf(c.Participate)
	c.away, c.quiet, c.impatient = map[spot]bool{}, map[spot]bool{}, map[spot]bool{}
	if !j.comes() && !j.commits() && !j.expects() {
		return
	}
	for p := range e.beliefs {
		chance := e.own("parts", c.Name, p)
		for u := range c.units.Len() {
			at := spot{p, u}
			if e.vacant[p] || !c.sits(p, u) && !slices.Contains(c.units.Voices(u), int32(p)) {
				continue
			}
			if x := j.Expectations; j.expects() {
				c.quiet[at] = !chance.Coin((1 - x.Quiet) * (1 + x.Energy*(c.energyAt(at)-8)/8))
			}
			if k := j.Commitment; j.commits() {
				level := float64(c.commitments[at]) // above the first
				if !chance.Coin((1 - k.Quiet) * (1 + k.Slope*level/8)) {
					c.quiet[at] = true
				}
			}
			if j.comes() {
				y, coins := float64(16-j.Away+c.wills[at])/16, chance.Uint64()
				c.away[at] = coins>>32 >= uint64((y+(1-y)*j.Compel)*(1<<32))
				leaves := 0.
				if len(e.traits) > 0 {
					short := e.traits[p].now[practice.ShortTermism]
					leaves = max(j.ShortTerm, -j.ShortTerm) * float64(short) / practice.MostTrait
				}
				c.impatient[at] = coins%(1<<32) < uint64(leaves*(1<<32))
			}
		}
	}
}

// learned notes what came of heeding a seat. Nobody heeds a circle that makes no norm in a tick,
// unless its people ask.
func (c *slowChannel) learned(e *slow, s chair, gain int) {
	if c.norms == nil && c.Ask == nil && (e.tick+1)%c.Every != 0 {
		return
	}
	at := spot{s.person, s.unit}
	c.heeded[at] = true
	c.gains[at] += gain
}

// audience lists who learns from a unit.
func (c *slowChannel) audience(u int) (people []int) {
	audience := []int32{int32(u)}
	if c.norms != nil {
		audience = c.units.Audience(u)
	}
	for _, p := range c.people(audience) {
		people = append(people, int(p))
	}
	return people
}

// lookBack moves will, commitment and energy.
func (c *slowChannel) lookBack(e *slow) {
	j := joiningOf(c.Participate)
	for u := range c.units.Len() {
		chance := e.own("review parts", c.Name, u)
		for _, p := range c.audience(u) {
			if at := (spot{p, u}); c.heeded[at] {
				c.lookBackOn(e, j, at)
			}
		}
		c.energize(e, j.Expectations, u, chance)
		c.countMeeting(u)
	}
}

// lookBackOn moves will and commitment of who heeded a seat in this tick.
func (c *slowChannel) lookBackOn(e *slow, j joining, at spot) {
	gain := int(sign(c.gains[at]))
	if gain > 0 {
		c.commitments[at] = min(c.commitments[at]+1, 7)
	} else {
		c.commitments[at] = max(c.commitments[at]-1, -8)
	}
	if c.gains[at] > j.Tally.Cost {
		c.idles[at] = 0
	} else {
		c.idles[at]++
	}
	by, a := 0, j.Attendance
	if a.Own != 0 || a.Heard != 0 {
		x := a.Own*float64(gain) + a.Heard*float64(c.timesHeard(e, at)) - a.Cost
		switch {
		case x > 0:
			by = 1
		case x < 0:
			by = -1
		}
	}
	switch {
	case gain > 0 || !c.impatient[at]:
	case a.ShortTerm > 0:
		by--
	default:
		by++
	}
	c.wills[at] = min(max(c.wills[at]+by, a.Away-16), a.Away)
}

// compareSeats compares will and commitment with those that the model remembers.
func (c *slowChannel) compareSeats(t *testing.T, e *slow, x sim.Remembered) {
	t.Helper()
	for p := range e.beliefs {
		for _, u := range c.units.Of(p) {
			_, seat := x.Part(p, int(u))
			at := spot{p, int(u)}
			a, own, _ := practice.AttendanceIn(c.Participate, seat)
			if n, want := a.Will(own), 16-a.Away+c.wills[at]; len(own) > 0 && n != want {
				t.Fatalf("%v: the will of %v in %s is %d, want %d", e.model, at, c.Name, n, want)
			}
			c.compareEnergy(t, e, at, seat)
			c.compareTurns(t, e, at, seat)
			r, own, _ := practice.CommitmentIn(c.Participate, seat)
			if n, want := r.Level(own), 8+c.commitments[at]; len(own) > 0 && n != want {
				t.Fatalf("%v: the commitment of %v in %s is %d, want %d", e.model, at, c.Name, n,
					want)
			}
		}
	}
}

// timesHeard counts the dimensions in which a norm changed to what a person said there.
func (c *slowChannel) timesHeard(e *slow, at spot) (n int) {
	if c.norms == nil || !slices.Contains(e.voices(c, at.unit), at.person) {
		return 0
	}
	for d, b := range c.norms[at.unit] {
		if b != 0 && b != c.stood[at.unit][d] && b == c.claims[at.person][d] {
			n++
		}
	}
	return n
}
