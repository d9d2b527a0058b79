package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
)

// This is who has the floor in the obvious engine: the event Animate, the Participant Floor, and
// the Externalizer PassOn.

// floorTurn is a member of a unit in which the floor is given.
type floorTurn struct {
	off, animates, passes, invites bool
	waited                         int
}

// saying is a claim that somebody passes on. The sign is 0 if there is none.
type saying struct {
	d    int
	sign int8
}

// drawnAnimator seats animators in the units of one channel in a third of all scenarios.
func drawnAnimator(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 22))
	if r.IntN(3) > 0 {
		return
	}
	c := &s.Channels[r.IntN(len(s.Channels))]
	if c.Structure == (network.Pairs{}) {
		return
	}
	c.Participate = below(c.Participate, func(of agents.Participant) agents.Participant {
		return practice.Floor{Of: of}
	})
	c.Externalize = practice.PassOn{Of: c.Externalize}
	s.Events = append(s.Events, agenda.Animate{Channel: c.Name, Voices: 1 + r.IntN(4),
		Pass: rate(r), Invite: rate(r)})
}

// animate gives the floor in each unit.
func (e *slow) animate() {
	for _, event := range e.scenario.Events {
		r, ok := event.(agenda.Animate)
		if !ok {
			continue
		}
		c, chance := e.channels[e.model.Channel(r.Channel)], e.chanceOf("animate")
		c.passing = map[int]saying{}
		for u := range c.units.Len() {
			var members []int
			for _, p := range c.speakers(u) {
				if c.sits(int(p), u) {
					members = append(members, int(p))
				}
			}
			if len(members) > 0 {
				e.giveFloor(c, r, u, members, chance)
			}
		}
	}
}

// giveFloor gives the floor to some members of a unit.
func (e *slow) giveFloor(c *slowChannel, r agenda.Animate, u int, members []int,
	chance *agents.Stream,
) {
	at := slices.IndexFunc(members, func(p int) bool { return c.turns[spot{p, u}].animates })
	if at < 0 {
		at = chance.IntN(len(members))
	}
	animator, given := members[at], map[int]bool{}
	passes := e.tick > 0 && chance.Coin(r.Pass) && e.passes(c, u, members, animator, chance)
	if passes {
		given[animator] = true
	}
	invites := false
	if chance.Coin(r.Invite) && !(passes && r.Voices == 1) {
		others := slices.DeleteFunc(slices.Clone(members), func(p int) bool {
			return p == animator || c.turns[spot{p, u}].waited == 0
		})
		p := drawBest(chance, others, func(p int) int { return c.turns[spot{p, u}].waited })
		if invites = p >= 0; invites {
			given[p] = true
		}
	}
	room, rest := r.Voices-len(given), len(members)-len(given)
	for _, p := range members {
		if given[p] {
			continue
		}
		if chance.IntN(rest) < room {
			given[p], room = true, room-1
		}
		rest--
	}
	for _, p := range members {
		turn := floorTurn{off: !given[p], animates: p == animator}
		turn.waited = c.turns[spot{p, u}].waited + 1
		if given[p] {
			turn.waited = 0
		}
		turn.passes, turn.invites = p == animator && passes, p == animator && invites
		c.turns[spot{p, u}] = turn
	}
}

// passes lets the animator of a unit pass on a claim that nobody heard, and reports whether he
// does.
func (e *slow) passes(c *slowChannel, u int, members []int, animator int,
	chance *agents.Stream,
) bool {
	if _, already := c.passing[animator]; already {
		return false
	}
	heard, silent := map[saying]bool{}, map[saying]bool{}
	for _, p := range c.speakers(u) {
		for d, claim := range c.claims[p] {
			switch what := (saying{d, claim}); {
			case claim == 0:
			case !slices.Contains(members, int(p)) || !c.turns[spot{int(p), u}].off:
				heard[what] = true
			case int(p) != animator:
				silent[what] = true
			}
		}
	}
	n, drawn := 0, saying{}
	for first := 0; first < e.model.Dimensions(); first += 64 {
		for _, sign := range []int8{1, -1} {
			for d := first; d < min(first+64, e.model.Dimensions()); d++ {
				what := saying{d, sign}
				if !silent[what] || heard[what] || !c.wasAbout(u, d) {
					continue
				}
				if n++; chance.IntN(n) == 0 {
					drawn = what
				}
			}
		}
	}
	if n > 0 {
		c.passing[animator] = drawn
	}
	return n > 0
}

// passOn puts a claim that a person passes on in place of one of his own.
func (c *slowChannel) passOn(p int, chance *agents.Stream, claim []int8) {
	what, is := c.passing[p]
	n := int(known(claim))
	if !is || n == 0 {
		return
	}
	if claim[what.d] == 0 {
		place := chance.IntN(n)
		for d, b := range claim {
			if b == 0 {
				continue
			}
			if place == 0 {
				claim[d] = 0
			}
			place--
		}
	}
	claim[what.d] = what.sign
}

// compareTurns compares who has the floor with what the model remembers.
func (c *slowChannel) compareTurns(t *testing.T, e *slow, at spot, seat []uint64) {
	t.Helper()
	turn, ok := practice.TurnIn(c.Participate, seat)
	if !ok || !slices.Contains(c.units.Voices(at.unit), int32(at.person)) {
		return
	}
	passes, invites := turn.Acts()
	got := floorTurn{!turn.HasFloor(), turn.Animates(), passes, invites, turn.Waited()}
	if want := c.turns[at]; got != want {
		t.Fatalf("%v: the turn of %v in %s is %+v, want %+v", e.model, at, c.Name, got, want)
	}
}

// noteTurns adds what animators did.
func (c *slowChannel) noteTurns(did map[string]int64) {
	for _, turn := range c.turns {
		if turn.passes {
			did["passed on"]++
		}
		if turn.invites {
			did["invited"]++
		}
		did["silent for 3"] += int64(max(turn.waited-2, 0))
	}
}
