package sim_test

import (
	"math/bits"
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
		words := make([]uint64, 2*c.units.Len())
		for k := range words {
			words[k] = chance.Uint64()
		}
		for u := range c.units.Len() {
			var members []int
			for _, p := range c.speakers(u) {
				if c.sits(int(p), u) {
					members = append(members, int(p))
				}
			}
			if len(members) > 0 {
				e.giveFloor(c, r, u, members, words[2*u], &slowDice{chance, words[2*u+1], 1})
			}
		}
	}
}

// slowDice draws small numbers from a word, and then from further words of a stream. A word serves
// until the product of the numbers of values is above 2^24.
type slowDice struct {
	chance     *agents.Stream
	word, room uint64
}

func (d *slowDice) below(n int) int {
	if d.room *= uint64(n); d.room > 1<<24 {
		d.word, d.room = d.chance.Uint64(), uint64(n)
	}
	at, rest := bits.Mul64(d.word, uint64(n))
	d.word = rest
	return int(at)
}

// giveFloor gives the floor to some members of a unit. Each half of the word coins is a coin.
func (e *slow) giveFloor(c *slowChannel, r agenda.Animate, u int, members []int, coins uint64,
	dice *slowDice,
) {
	at := slices.IndexFunc(members, func(p int) bool { return c.turns[spot{p, u}].animates })
	if at < 0 {
		at = dice.below(len(members))
	}
	animator, given := members[at], map[int]bool{}
	passes := e.tick > 0 && coins>>32 < uint64(r.Pass*(1<<32)) &&
		e.passes(c, u, members, animator, dice)
	if passes {
		given[animator] = true
	}
	invites := false
	if coins%(1<<32) < uint64(r.Invite*(1<<32)) && !(passes && r.Voices == 1) {
		longest, best := 1, []int(nil)
		for _, p := range members {
			waited := c.turns[spot{p, u}].waited
			if p != animator && waited > longest {
				longest, best = waited, nil
			}
			if p != animator && waited == longest {
				best = append(best, p)
			}
		}
		if invites = len(best) > 0; invites {
			given[best[dice.below(len(best))]] = true
		}
	}
	var others []int
	for _, p := range members {
		if !given[p] {
			others = append(others, p)
		}
	}
	for n := max(len(others)-(r.Voices-len(given)), 0); n < len(others); n++ {
		p := others[dice.below(n+1)]
		if given[p] {
			p = others[n]
		}
		given[p] = true
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
	dice *slowDice,
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
	var fresh []saying
	for first := 0; first < e.model.Dimensions(); first += 64 {
		for _, sign := range []int8{1, -1} {
			for d := first; d < min(first+64, e.model.Dimensions()); d++ {
				what := saying{d, sign}
				if silent[what] && !heard[what] && c.wasAbout(u, d) {
					fresh = append(fresh, what)
				}
			}
		}
	}
	if len(fresh) == 0 {
		return false
	}
	c.passing[animator] = fresh[dice.below(len(fresh))]
	return true
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
