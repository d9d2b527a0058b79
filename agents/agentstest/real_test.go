package agentstest_test

import (
	"math"
	"strings"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
)

// Every rule about opinions of package agents keeps the contract.
func TestBuiltinReal(t *testing.T) {
	agentstest.RealBeginner(t, agents.Uniform{Low: -1, High: 2})
	agentstest.RealExternalizer(t, agents.Candid{})
	agentstest.RealObjectifier(t, agents.Average{})
	agentstest.RealObjectifier(t, agents.Average{Self: .5})
	agentstest.RealObjectifier(t, agents.Similar{Confidence: 1})
	agentstest.RealObjectifier(t, agents.Total{})
	agentstest.RealInternalizer(t, agents.Approach{Rate: .3})
	agentstest.RealInternalizer(t, agents.Approach{Rate: 1})
	agentstest.RealInternalizer(t, agents.Compromise{Rate: .5, Confidence: 2})
	agentstest.RealInternalizer(t, agents.Accumulate{})
	agentstest.RealInternalizer(t, agents.Anchored{Rate: .6})
}

// The rules of conversation keep the contract of rules about beliefs.
func TestBuiltinConversation(t *testing.T) {
	strict.Internalizer(t, agents.Interact{Size: 1})
	strict.Internalizer(t, agents.Interact{Size: 3})
	strict.Internalizer(t, agents.Interact{Size: 100})
	strict.Objectifier(t, agents.Threshold{Count: 2})
	strict.Objectifier(t, agents.Threshold{Share: .5})
	agentstest.Beginner(t, agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
		agents.Traits{Features: p.Dimensions, Values: 2}.Begin(p, belief)
	}))
}

// Each broken rule about opinions is found out, by the law that it breaks.
func TestBrokenReal(t *testing.T) {
	calls := new(atomic.Int32)
	for _, c := range []struct {
		want string
		try  func(t testing.TB)
	}{
		{"refuses its own parameters", func(t testing.TB) { agentstest.RealInternalizer(t, agents.Approach{Rate: 2}) }},
		{"changes what it may only read", func(t testing.TB) {
			agentstest.RealInternalizer(t, agents.RealInternalizeFunc(func(_ *agents.Person, norm, _ agents.Opinion) { norm[0]++ }))
		}},
		{"changes the claims", func(t testing.TB) {
			agentstest.RealObjectifier(t, agents.RealObjectifyFunc(func(_ *agents.Unit, said *agents.RealVoices, _ agents.Opinion) {
				for k := range said.Len() {
					said.At(k)[0]++
				}
			}))
		}},
		{"changes what it is told of the person", func(t testing.TB) {
			agentstest.RealExternalizer(t, agents.RealExternalizeFunc(func(p *agents.Person, _, _ agents.Opinion) { p.ID++ }))
		}},
		{"changes what it is told of the unit", func(t testing.TB) {
			agentstest.RealObjectifier(t, agents.RealObjectifyFunc(func(u *agents.Unit, _ *agents.RealVoices, _ agents.Opinion) { u.ID++ }))
		}},
		{"leaves NaN in topic 0", func(t testing.TB) {
			agentstest.RealObjectifier(t, agents.RealObjectifyFunc(func(_ *agents.Unit, said *agents.RealVoices, norm agents.Opinion) {
				norm[0] = math.Sqrt(float64(-said.Len() - 1))
			}))
		}},
		{"panics: runtime error: index out of range", func(t testing.TB) {
			agentstest.RealObjectifier(t, agents.RealObjectifyFunc(func(_ *agents.Unit, said *agents.RealVoices, norm agents.Opinion) {
				copy(norm, said.At(0))
			}))
		}},
		{"is no function of its arguments and stream", func(t testing.TB) {
			agentstest.RealBeginner(t, agents.RealBeginFunc(func(_ *agents.Person, o agents.Opinion) { o[0] = float64(calls.Add(1)) }))
		}},
	} {
		r := new(recorder)
		c.try(r)
		if len(r.errors) != 1 || !strings.Contains(r.errors[0], c.want) {
			t.Errorf("the suite says %q, want one line with %q", r.errors, c.want)
		}
	}
}
