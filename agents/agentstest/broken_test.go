package agentstest_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
)

// recorder is a testing.TB that only records messages.
type recorder struct {
	testing.TB
	errors, logs []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, a ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, a...))
}
func (r *recorder) Logf(format string, a ...any) {
	r.logs = append(r.logs, fmt.Sprintf(format, a...))
}

type (
	person    = agents.Person
	knowledge = agents.Knowledge
	says      = agents.ExternalizeFunc
	decides   = agents.ObjectifyFunc
	learns    = agents.InternalizeFunc
)

// The suite finds each broken rule, by the law that it breaks.
func TestBroken(t *testing.T) {
	counter, inside := 0, new(atomic.Int32)
	for _, c := range []struct {
		name, want string
		rule       any
	}{
		{"writes the belief", "changes the belief, which it may only read",
			says(func(_ *person, belief, _ knowledge) {
				belief.Set(0, -belief.Get(0))
			})},
		{"writes the norm", "changes the norm, which it may only read",
			learns(func(_ *person, norm, belief knowledge) {
				norm[0], belief[0] = belief[0], norm[0]
			})},
		{"writes a claim", "changes the claims, which it may only read",
			decides(func(_ *agents.Unit, said *agents.Voices, _ knowledge) {
				for k := range said.Len() {
					said.At(k).Set(0, 1)
				}
			})},
		{"says yes and no", "are both yes and no",
			says(func(_ *person, belief, claim knowledge) {
				claim[0] = agents.Word{Yes: 1, No: 1}
			})},
		{"past the end", "are past the last dimension",
			says(func(_ *person, belief, claim knowledge) { claim[0].No = ^belief[0].Yes })},
		{"into the next row", "panics: runtime error: slice bounds out of range",
			says(func(_ *person, _, claim knowledge) {
				claim[:len(claim)+1][len(claim)].Yes = 1
			})},
		{"counts calls", "is no function of its arguments and stream",
			says(func(p *person, belief, claim knowledge) {
				if counter++; counter%7 != 0 {
					copy(claim, belief)
				}
			})},
		{"chance of its own", "is no function of its arguments and stream",
			learns(func(p *person, norm, belief knowledge) {
				if rand.IntN(2) == 0 {
					copy(belief, norm)
				}
			})},
		{"remembers in itself", "with calls for another person between", &sticky{}},
		{"is not alone", "in several goroutines", says(func(_ *person, belief, claim knowledge) {
			alone := inside.Add(1) == 1
			for range 20 {
				runtime.Gosched()
			}
			if inside.Add(-1) == 0 && alone {
				copy(claim, belief)
			}
		})},
		{"changes the person", "changes what it is told of the person",
			says(func(p *person, _, _ knowledge) { p.Took++ })},
		{"changes the unit", "changes what it is told of the unit",
			decides(func(u *agents.Unit, _ *agents.Voices, _ knowledge) {
				u.Standing++
			})},
		{"drops its memory", "changes what it is told of the person", forgetful{3}},
		{"overruns its memory", "panics: runtime error: index out of range",
			memory{need: 2, use: 3}},
		{"negative memory", "has a negative memory: Memory(1) is {Person:-1", memory{need: -1}},
		{"unsteady memory", "cannot tell its memory", &unsteady{}},
		{"panics", "panics: no voices",
			decides(func(_ *agents.Unit, said *agents.Voices, _ knowledge) {
				if said.Len() == 0 {
					panic("no voices")
				}
			})},
		{"invalid", "refuses its own parameters (Absorb.Rate is 2, want 0 to 1)",
			agents.Absorb{Rate: 2}},
		{"forgets by tails", "says that it is Monotone", tails{}},
		{"speaks by halves", "says that it is Monotone", halves{}},
		{"waits for a tick", "says that it is Monotone", later{}},
		{"decides by a coin", "says that it is Monotone", either{}},
		{"forgets in silence", "says that it is Monotone", silence{}},
		{"remembers tails", "the memory differs", remembersTails{}},
		{"reads a standing", "says that it is Lanewise, but the ", proud{}},
		{"reads what it took", "says that it is Lanewise, but the ", content{}},
		{"reads the tick", "says that it is Lanewise, but at a later tick dimension", weekly{}},
		{"one coin for all", "where no coin was thrown", moody{}},
		{"calls by beliefs", "says that it is Lanewise, but the ", hasty{}},
		{"calls by words", "says that it is Lanewise, but the ", wordwise{}},
		{"shifts lanes", "says that it is Lanewise, but the ", shifted{}},
		{"takes lanes for dimensions", "says that it is Lanewise, but the ", crowded{}},
		{"reads a voice's standing", "says that it is Lanewise, but among replicates it panics",
			judge{}},
		{"reads the unit's standing", "says that it is Lanewise, but the ", humble{}},
		{"tries by chance", "Try returns", agents.TryFunc(func(*person, knowledge, knowledge) bool {
			counter++
			return counter%3 == 0
		})},
		{"tries the belief", "changes the belief, which it may only read",
			agents.TryFunc(func(_ *person, belief, _ knowledge) bool {
				belief.Set(0, 1)
				return true
			})},
		{"begins past the end", "leaves word 0 of the belief",
			agents.BeginFunc(func(p *person, belief knowledge) {
				belief[0].Yes = p.Uint64()
			})},
	} {
		t.Run(c.name, func(t *testing.T) { foundOut(t, c.rule, c.want) })
	}
}

// foundOut checks that the suite writes one line about a broken rule.
func foundOut(t *testing.T, rule any, want string) {
	t.Helper()
	r := new(recorder)
	run(r, agentstest.Suite{Scenes: 40}, rule)
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], want) ||
		strings.Contains(r.errors[0], "\n") {
		t.Errorf("the suite says %q, want one line with %q", r.errors, want)
	}
}

// run checks a rule of any kind.
func run(t testing.TB, s agentstest.Suite, rule any) {
	switch r := rule.(type) {
	case agents.Externalizer:
		s.Externalizer(t, r)
	case agents.Objectifier:
		s.Objectifier(t, r)
	case agents.Internalizer:
		s.Internalizer(t, r)
	case agents.Experiencer:
		s.Experiencer(t, r)
	case agents.Beginner:
		s.Beginner(t, r)
	case agents.Participant:
		s.Participant(t, r)
	case agents.Agenda:
		s.Agenda(t, r)
	case agents.Reflector:
		s.Reflector(t, r)
	case agents.Asker:
		s.Asker(t, r)
	case agents.Doer:
		s.Doer(t, r)
	}
}

// An allocation is logged, and fails a suite with NoAllocs.
func TestAllocations(t *testing.T) {
	var kept atomic.Pointer[agents.Word] // keeps the word off the stack
	wasteful := says(func(_ *person, belief, claim knowledge) {
		kept.Store(&append(knowledge(nil), belief...)[0])
		copy(claim, belief)
	})
	r := new(recorder)
	agentstest.Suite{Scenes: 1}.Externalizer(r, wasteful)
	const want = "allocates 1 times a call"
	if len(r.errors) != 0 || len(r.logs) != 1 || !strings.Contains(r.logs[0], want) {
		t.Errorf("errors %q, logs %q", r.errors, r.logs)
	}
	r = new(recorder)
	agentstest.Suite{Scenes: 1, NoAllocs: true}.Externalizer(r, wasteful)
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "allocates 1 times a call") {
		t.Errorf("errors %q", r.errors)
	}
}

// In parallel tests allocations cannot be counted. The suite logs that.
func TestParallel(t *testing.T) {
	t.Run("beside", func(t *testing.T) {
		t.Parallel()
		agentstest.Externalizer(t, agents.Say{Rate: .5})
	})
}

type complaint string

func (c complaint) Validate() error {
	if c == "none" {
		return nil
	}
	return errors.New(string(c))
}

func TestRefusesFindsWhatIsWrong(t *testing.T) {
	r := new(recorder)
	agentstest.Refuses(r, complaint("none"), complaint(""), complaint("two\nlines"),
		complaint("Rate is 2, want 0 to 1"))
	if len(r.errors) != 3 {
		t.Errorf("%d complaints: %q", len(r.errors), r.errors)
	}
}

// A rule that remembers is not checked for being Lanewise.
func TestLanewiseRemembers(t *testing.T) {
	r := new(recorder)
	agentstest.Externalizer(r, diary{})
	if len(r.errors) != 0 {
		t.Errorf("errors %q", r.errors)
	}
}

// A rule that never comes to rest cannot be checked for being Monotone.
func TestRestless(t *testing.T) {
	r := new(recorder)
	agentstest.Internalizer(r, restless{})
	if len(r.errors) != 0 || len(r.logs) != 1 || !strings.Contains(r.logs[0],
		"could not be tried") {
		t.Errorf("errors %q, logs %q", r.errors, r.logs)
	}
}
