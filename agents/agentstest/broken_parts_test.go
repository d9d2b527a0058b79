package agentstest_test

import (
	"runtime"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/kernel"
)

type (
	unit     = agents.Unit
	partakes = agents.PartFunc
	is       = agents.AboutFunc
	reflects = agents.ReflectFunc
)

// The suite finds each broken Participant, Agenda and Reflector.
func TestBrokenParts(t *testing.T) {
	calls, inside := 0, new(atomic.Int32)
	for _, c := range []struct {
		name, want string
		rule       any
	}{
		{"no part", "returns 7, which is no Part",
			partakes(func(*person, *unit, uint8) agents.Part {
				return 7
			})},
		{"a part by calls", "Part returns", partakes(func(*person, *unit, uint8) agents.Part {
			calls++
			return agents.Part(calls % 3)
		})},
		{"beside others", "called in several goroutines, Part returns",
			partakes(func(*person, *unit, uint8) agents.Part {
				alone := inside.Add(1) == 1
				for range 20 {
					runtime.Gosched()
				}
				if inside.Add(-1) == 0 && alone {
					return agents.Both
				}
				return agents.Neither
			})},
		{"the last person's part", "for another person between, Part returns", &follower{}},
		{"spoils where it sits", "changes From (Standing), which it may only read",
			partakes(func(_ *person, u *unit, _ uint8) agents.Part {
				u.Standing++
				return agents.Both
			})},
		{"what the unit remembers", "changes From.Memory, which it may only read",
			partakes(func(p *person, _ *unit, _ uint8) agents.Part {
				p.From.Memory[1]++
				return agents.Both
			})},
		{"who he is", "changes Person.Self, which it may only read",
			partakes(func(p *person, _ *unit, _ uint8) agents.Part {
				p.Self[0]++
				return agents.Both
			})},
		{"his rank", "changes what it is told of the person (Rank)",
			partakes(func(p *person, _ *unit, _ uint8) agents.Part {
				p.Rank = kernel.Leader
				return agents.Both
			})},
		{"a part of no unit", "panics: runtime error: invalid memory address",
			partakes(func(p *person, u *unit, _ uint8) agents.Part {
				return agents.Part(u.Uint64() % 4) // it should draw from the person's stream
			})},
		{"invalid part", "refuses its own parameters (Wait is -1", wait(-1)},

		{"an agenda by calls", "it is about", is(func(_ *unit, about []uint64) {
			calls++
			about[0] = uint64(calls)
		})},
		{"an agenda that remembers", "changes Unit.Memory, which it may only read",
			is(func(u *unit, _ []uint64) {
				u.Memory[0]++
			})},
		{"an agenda that fills planes", "changes Unit.Planes, which it may only read",
			is(func(u *unit, _ []uint64) {
				u.Planes[0] = ^u.Planes[0]
			})},
		{"an agenda that judges", "changes what it is told of the unit (Standing)",
			is(func(u *unit, _ []uint64) {
				u.Standing = 0
				u.Standing--
				u.Standing *= 100
			})},
		{"an agenda past the end", "panics: runtime error: index out of range",
			is(func(u *unit, about []uint64) {
				about[u.Dimensions/64+1] = 1
			})},

		{"his own gain", "changes what it is told of the person (Gained)",
			reflects(func(p *person) { p.Gained++ })},
		{"another self", "changes what it is told of the person (Self)", reflects(func(p *person) {
			p.Self = append(p.Self, 1)
		})},
		{"a self by calls", "Self is", reflects(func(p *person) {
			calls++
			p.Self[0] = uint64(calls)
		})},
		{"a seat at the end of a tick", "panics: runtime error: index out of range", homesick{}},
		{"a self of its own chance", "is left at another place", &typed{of: map[int]uint64{}}},
	} {
		t.Run(c.name, func(t *testing.T) { foundOut(t, c.rule, c.want) })
	}
}

// The suite finds each rule that changes a field of the person or the unit.
func TestBrokenSeats(t *testing.T) {
	for _, c := range []struct {
		name, want string
		rule       any
	}{
		{"who he is", "changes Person.Self, which it may only read",
			learns(func(p *person, _, _ knowledge) {
				p.Self[3] ^= 1
			})},
		{"who he is, when he speaks", "changes Person.Self",
			says(func(p *person, _, _ knowledge) { p.Self[0]++ })},
		{"who he is, when he tries", "changes Person.Self",
			agents.TryFunc(func(p *person, _, _ knowledge) bool {
				p.Self[0]++
				return false
			})},
		{"who he is, when he comes", "changes Person.Self",
			agents.BeginFunc(func(p *person, _ knowledge) {
				p.Self[0]++
			})},
		{"how a norm is granted", "changes From.Planes", learns(func(p *person, norm, _ knowledge) {
			p.From.Planes[len(norm)] ^= 1 << 9
		})},
		{"what the unit is about", "changes From.About", learns(func(p *person, _, _ knowledge) {
			for i := range p.From.About {
				p.From.About[i] ^= 1
			}
		})},
		{"how the unit stands", "changes From (Standing)",
			learns(func(p *person, _, _ knowledge) { p.From.Standing++ })},
		{"another unit", "changes what it is told of the person (From)",
			learns(func(p *person, _, _ knowledge) {
				p.From = &agents.Unit{}
			})},
		{"his tie", "changes what it is told of the person (Weight)",
			learns(func(p *person, _, _ knowledge) { p.Weight = 9 })},
		{"his tenure", "changes what it is told of the person (Tenure)",
			says(func(p *person, _, _ knowledge) {
				p.Tenure++
			})},
		{"what his unit is about", "changes Unit.About",
			decides(func(u *unit, _ *agents.Voices, _ knowledge) {
				for i := range u.About {
					u.About[i] = 0
				}
			})},
		{"where he speaks", "panics: runtime error: invalid memory address",
			says(func(p *person, _, claim knowledge) {
				claim.Set(0, agents.Belief(p.From.Standing))
			})},
		{"a seat where he speaks", "panics: runtime error: index out of range", seated{}},
		{"a tie to a unit", "panics: runtime error: index out of range", trusting{}},
		{"a kind at first sight", "is left at another place", &kinds{of: map[int]bool{}}},
		{"tenure among replicates", "says that it is Lanewise, but at a later tick", senior{}},
		{"founders among replicates", "says that it is Lanewise, but the ", founding{}},
		{"the unit's standing among replicates", "says that it is Lanewise, but the ",
			respectful{}},
		{"learns with tenure", "says that it is Monotone", novice{}},
	} {
		t.Run(c.name, func(t *testing.T) { foundOut(t, c.rule, c.want) })
	}
}

// These rules of three kinds keep the contract.
func TestSound(t *testing.T) {
	agentstest.Participant(t, wait(3))
	agentstest.Participant(t, partakes(func(p *person, u *unit, rank uint8) agents.Part {
		if rank == kernel.Leader || p.Coin(.5) {
			return agents.Both
		}
		return agents.Part(u.ID % 4)
	}))
	agentstest.Agenda(t, is(func(u *unit, about []uint64) {
		for i := range about {
			about[i] = u.Lanes(i) & u.Uint64()
		}
	}))
	agentstest.Reflector(t, reflects(func(p *person) {
		if p.Gained > 0 && p.Coin(.5) {
			p.Self[0] = min(p.Self[0]+1, 15)
		}
	}))
	agentstest.Reflector(t, proudOf{})
}

// A Suite sets what people are, and what units remember.
func TestSuiteTells(t *testing.T) {
	reader := learns(func(p *person, _, _ knowledge) {
		if p.Self[5] > 2 {
			t.Errorf("Self is %d, want at most 2", p.Self[5])
		}
		if n := p.From.Memory[0]; n < 1 || n > 4 || len(p.From.Planes) != 0 {
			t.Errorf("the unit has remembered %d of 4 ticks", n)
		}
	})
	agentstest.Suite{Self: three{}, Objectify: ages{}}.Internalizer(t, reader)
	agentstest.Suite{Self: three{}}.Agenda(t, ages{}) // its own memory
}
