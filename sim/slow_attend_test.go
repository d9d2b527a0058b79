package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// This is who comes to a unit and who speaks there in the obvious engine. It can run a Participant
// that is an Attendance of a Commitment of an Apprenticeship, each of which may be off.

// joining are the rules of a channel about who takes part.
type joining struct {
	practice.Attendance
	practice.Commitment
	practice.Apprenticeship
}

func joiningOf(rule agents.Participant) (j joining) {
	j.Attendance, _, _ = practice.AttendanceIn(rule, nil)
	j.Commitment, _, _ = practice.CommitmentIn(rule, nil)
	j.Apprenticeship, _, _ = practice.ApprenticeshipIn(rule, nil)
	return j
}

func (j joining) comes() bool {
	a := j.Attendance
	return a.Away != 0 || a.Own != 0 || a.Heard != 0
}

func (j joining) commits() bool { return j.Commitment.Slope != 0 || j.Commitment.Quiet != 0 }

// attend finds who stays away from each unit, and who is quiet there.
func (c *slowChannel) attend(e *slow) {
	j := joiningOf(c.Participate)
	c.away, c.quiet = map[spot]bool{}, map[spot]bool{}
	if !j.comes() && !j.commits() {
		return
	}
	for p := range e.beliefs {
		chance := e.own("parts", c.Name, p)
		for u := range c.units.Len() {
			at := spot{p, u}
			if !c.sits(p, u) && !slices.Contains(c.units.Voices(u), int32(p)) {
				continue
			}
			if j.commits() {
				level := 8 + float64(c.commitments[at])
				c.quiet[at] = !chance.Coin((1 - j.Quiet) * (1 + j.Commitment.Slope*(level-8)/8))
			}
			if j.comes() {
				y := float64(16-j.Away+c.wills[at]) / 16
				c.away[at] = !chance.Coin(y + (1-y)*j.Compel)
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

// lookBack moves will and commitment of those who heeded a seat in this tick.
func (c *slowChannel) lookBack(e *slow) {
	j := joiningOf(c.Participate)
	for at := range c.heeded {
		gain := min(max(c.gains[at], -1), 1)
		if gain > 0 {
			c.commitments[at] = min(c.commitments[at]+1, 7)
		} else {
			c.commitments[at] = max(c.commitments[at]-1, -8)
		}
		x := j.Own*float64(gain) + j.Heard*float64(c.timesHeard(e, at)) - j.Cost
		switch {
		case j.Own == 0 && j.Heard == 0:
		case x > 0:
			c.wills[at] = min(c.wills[at]+1, j.Away)
		case x < 0:
			c.wills[at] = max(c.wills[at]-1, j.Away-16)
		}
	}
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
