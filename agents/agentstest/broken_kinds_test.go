package agentstest_test

import (
	"strings"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/opinion"
	"orglearn/network"
)

// sight is the most natural wrong rule. It draws a person's (or a unit's) kind when it first meets
// him, and keeps it in the rule's value. So the kind depends on the order in which people are met.
type sight struct {
	of   *sync.Map
	late bool // it draws only if it does not know the kind yet
}

// kind returns the kind of an id, true or false.
func (r sight) kind(id int, s *agents.Stream) bool {
	if r.late {
		if kind, ok := r.of.Load(id); ok {
			return kind.(bool)
		}
	}
	kind, _ := r.of.LoadOrStore(id, s.Coin(.5))
	return kind.(bool)
}

// The suite finds such a rule of each kind, whether it goes on drawing or not.
func TestKindsAtFirstSight(t *testing.T) {
	for _, late := range []bool{true, false} {
		for name, rule := range sighted(late) {
			r := new(recorder)
			switch rule := rule.(type) {
			case func(testing.TB):
				rule(r)
			default:
				run(r, agentstest.Suite{}, rule)
			}
			want := "it treats people whom it has met before"
			if late {
				want = "is left at another place"
			}
			if late && strings.HasPrefix(name, "Real") {
				want = "is no function of its arguments and stream"
			}
			if len(r.errors) != 1 || !strings.Contains(r.errors[0], want) {
				t.Errorf("%s, late %v: the suite says %q, want one line with %q", name, late,
					r.errors, want)
			}
		}
	}
}

// sighted returns such a wrong rule of each kind.
func sighted(late bool) map[string]any {
	fresh := func() sight { return sight{new(sync.Map), late} }
	speaks, decides0, learns0, tries, begins := fresh(), fresh(), fresh(), fresh(), fresh()
	takes, plans, becomes := fresh(), fresh(), fresh()
	return map[string]any{
		"Externalizer": says(func(p *person, belief, claim knowledge) {
			if speaks.kind(p.ID, p.Stream) {
				copy(claim, belief)
			}
		}),
		"Objectifier": decides(func(u *unit, _ *agents.Voices, norm knowledge) {
			if decides0.kind(u.ID, u.Stream) {
				clear(norm)
			}
		}),
		"Internalizer": learns(func(p *person, norm, belief knowledge) {
			if learns0.kind(p.ID, p.Stream) {
				copy(belief, norm)
			}
		}),
		"Experiencer": agents.TryFunc(func(p *person, _, _ knowledge) bool {
			return tries.kind(p.ID, p.Stream)
		}),
		"Beginner": agents.BeginFunc(func(p *person, belief knowledge) {
			if begins.kind(p.ID, p.Stream) {
				belief.Set(0, 1)
			}
		}),
		"Participant": partakes(func(p *person, _ *unit, _ network.Rank) agents.Part {
			if takes.kind(p.ID, p.Stream) {
				return agents.Both
			}
			return agents.Hears
		}),
		"Agenda": is(func(u *unit, about []uint64) {
			if plans.kind(u.ID, u.Stream) {
				about[0] = 1
			}
		}),
		"Reflector": reflects(func(p *person) {
			if becomes.kind(p.ID, p.Stream) {
				p.Self[0] = 1
			}
		}),
		"RealBeginner": func(t testing.TB) {
			r := fresh()
			agentstest.RealBeginner(t, opinion.BeginFunc(func(p *person, o opinion.Opinion) {
				if r.kind(p.ID, p.Stream) {
					o[0] = 1
				}
			}))
		},
		"RealExternalizer": func(t testing.TB) {
			r := fresh()
			agentstest.RealExternalizer(t, opinion.ExternalizeFunc(func(p *person, o,
				claim opinion.Opinion) {
				if r.kind(p.ID, p.Stream) {
					copy(claim, o)
				}
			}))
		},
		"RealObjectifier": func(t testing.TB) {
			r := fresh()
			agentstest.RealObjectifier(t, opinion.ObjectifyFunc(func(u *unit, _ *voices,
				norm opinion.Opinion) {
				if r.kind(u.ID, u.Stream) {
					norm[0] = 7
				}
			}))
		},
		"RealInternalizer": func(t testing.TB) {
			r := fresh()
			agentstest.RealInternalizer(t, opinion.InternalizeFunc(func(p *person, norm,
				o opinion.Opinion) {
				if r.kind(p.ID, p.Stream) {
					copy(o, norm)
				}
			}))
		},
	}
}

// A rule that depends on who the person is, and on the stream, holds no state.
func TestNumbersAreNoState(t *testing.T) {
	agentstest.Externalizer(t, says(func(p *person, belief, claim knowledge) {
		if p.ID%2 == 0 && p.Coin(.5) || p.ID < 1<<20+37 {
			copy(claim, belief)
		}
	}))
	agentstest.RealExternalizer(t, opinion.ExternalizeFunc(func(p *person, o,
		claim opinion.Opinion) {
		if p.ID%2 == 0 && p.Coin(.5) {
			copy(claim, o)
		}
	}))
}
