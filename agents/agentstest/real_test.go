package agentstest_test

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/opinion"
)

// Every rule of package opinion keeps the contract.
func TestBuiltinReal(t *testing.T) {
	agentstest.RealBeginner(t, opinion.Uniform{Low: -1, High: 2})
	agentstest.RealExternalizer(t, opinion.Candid{})
	agentstest.RealObjectifier(t, opinion.Average{})
	agentstest.RealObjectifier(t, opinion.Average{Self: .5})
	agentstest.RealObjectifier(t, opinion.Similar{Confidence: 1})
	agentstest.RealObjectifier(t, opinion.Total{})
	agentstest.RealInternalizer(t, opinion.Approach{Rate: .3})
	agentstest.RealInternalizer(t, opinion.Approach{Rate: 1})
	agentstest.RealInternalizer(t, opinion.Compromise{Rate: .5, Confidence: 2})
	agentstest.RealInternalizer(t, opinion.Accumulate{})
	agentstest.RealInternalizer(t, opinion.Anchored{Rate: .6})
}

// These ready rules keep the contract of rules about beliefs.
func TestBuiltinConversation(t *testing.T) {
	strict.Internalizer(t, agents.Interact{Size: 1})
	strict.Internalizer(t, agents.Interact{Size: 3})
	strict.Internalizer(t, agents.Interact{Size: 100})
	strict.Objectifier(t, agents.Threshold{Count: 2})
	strict.Objectifier(t, agents.Threshold{Share: .5})
	agentstest.Beginner(t, agents.BeginFunc(func(p *person, belief agents.Knowledge) {
		agents.Traits{Features: p.Dimensions, Values: 2}.Begin(p, belief)
	}))
}

type (
	body   = opinion.Opinion
	voices = opinion.Voices
)

// The suite finds each broken rule about opinions, by the law that it breaks.
func TestBrokenReal(t *testing.T) {
	calls := new(atomic.Int32)
	for _, c := range []struct {
		want string
		try  func(t testing.TB)
	}{
		{"refuses its own parameters", func(t testing.TB) {
			agentstest.RealInternalizer(t, opinion.Approach{Rate: 2})
		}},
		{"changes what it may only read", func(t testing.TB) {
			agentstest.RealInternalizer(t,
				opinion.InternalizeFunc(func(_ *person, norm, _ body) { norm[0]++ }))
		}},
		{"changes the claims", func(t testing.TB) {
			agentstest.RealObjectifier(t,
				opinion.ObjectifyFunc(func(_ *unit, said *voices, _ body) {
					for k := range said.Len() {
						said.At(k)[0]++
					}
				}))
		}},
		{"changes what it is told of the person", func(t testing.TB) {
			agentstest.RealExternalizer(t,
				opinion.ExternalizeFunc(func(p *person, _, _ body) { p.ID++ }))
		}},
		{"changes what it is told of the unit", func(t testing.TB) {
			agentstest.RealObjectifier(t,
				opinion.ObjectifyFunc(func(u *unit, _ *voices, _ body) { u.ID++ }))
		}},
		{"changes Person.Self", func(t testing.TB) {
			agentstest.RealExternalizer(t,
				opinion.ExternalizeFunc(func(p *person, _, _ body) { p.Self[1]++ }))
		}},
		{"changes From.Memory", func(t testing.TB) {
			agentstest.RealInternalizer(t,
				opinion.InternalizeFunc(func(p *person, _, _ body) { p.From.Memory[0]++ }))
		}},
		{"changes From (About)", func(t testing.TB) {
			agentstest.RealInternalizer(t,
				opinion.InternalizeFunc(func(p *person, _, _ body) { p.From.About = nil }))
		}},
		{"changes Unit.About", func(t testing.TB) {
			agentstest.RealObjectifier(t,
				opinion.ObjectifyFunc(func(u *unit, _ *voices, _ body) { clear(u.About) }))
		}},
		{"panics: runtime error: index out of range", func(t testing.TB) {
			agentstest.RealExternalizer(t, seatedOpinion{})
		}},
		{"is no function of its arguments and stream", func(t testing.TB) {
			met := sync.Map{}
			agentstest.RealExternalizer(t,
				opinion.ExternalizeFunc(func(p *person, o, c body) {
					if _, known := met.LoadOrStore(p.ID, true); !known {
						p.Coin(.5) // the result is not used
					}
					copy(c, o)
				}))
		}},
		{"leaves NaN in topic 0", func(t testing.TB) {
			agentstest.RealObjectifier(t,
				opinion.ObjectifyFunc(func(_ *unit, said *voices, norm body) {
					norm[0] = math.Sqrt(float64(-said.Len() - 1))
				}))
		}},
		{"panics: runtime error: index out of range", func(t testing.TB) {
			agentstest.RealObjectifier(t,
				opinion.ObjectifyFunc(func(_ *unit, said *voices, norm body) {
					copy(norm, said.At(0))
				}))
		}},
		{"is no function of its arguments and stream", func(t testing.TB) {
			agentstest.RealBeginner(t,
				opinion.BeginFunc(func(_ *person, o body) { o[0] = float64(calls.Add(1)) }))
		}},
	} {
		r := new(recorder)
		c.try(r)
		if len(r.errors) != 1 || !strings.Contains(r.errors[0], c.want) {
			t.Errorf("the suite says %q, want one line with %q", r.errors, c.want)
		}
	}
}

// seatedOpinion wants memory of a seat, but an Externalizer has none.
type seatedOpinion struct{}

func (seatedOpinion) Memory(int) agents.Memory { return agents.Memory{Seat: 1} }

func (seatedOpinion) Externalize(p *person, _, _ body) { p.Seat[0]++ }
