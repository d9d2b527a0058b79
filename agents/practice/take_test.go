package practice_test

import (
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/internal/chitest"
	"orglearn/agents/practice"
)

// learner is a person who learns from a unit, and what he and it hold.
type learner struct {
	person       agents.Person
	unit         *meeting
	norm, belief agents.Knowledge
}

func newLearner(dimensions int, seed uint64) *learner {
	m := newMeeting(dimensions, 0, practice.Vote{})
	l := &learner{unit: m, norm: m.norm, belief: make(agents.Knowledge, len(m.norm))}
	l.person = agents.Person{Dimensions: dimensions, From: &m.unit, Weight: 1,
		Stream: agents.NewStream(seed)}
	return l
}

// draw draws beliefs, a norm and its strengths.
func (l *learner) draw(r *rand.Rand) {
	for d := range l.person.Dimensions {
		l.belief.Set(d, agents.Belief(r.IntN(3)-1))
		l.norm.Set(d, agents.Belief(r.IntN(3)-1))
		l.unit.strengths().Set(d, r.IntN(8))
	}
}

// learned is the probability that a belief moves, as the rule's comment says it.
func learned(r practice.Take, g int) float64 {
	return min(max(r.Rate*(1+r.Pull*float64(g)/7), 0), 1)
}

// moved returns what a belief is after it has moved.
func moved(r practice.Take, belief, norm agents.Belief) agents.Belief {
	if r.Gradual && belief == -norm {
		return 0
	}
	return norm
}

// The rule does what a plain program does that follows its comment, one dimension at a time.
func TestTakeAsPlain(t *testing.T) {
	for _, rule := range []practice.Take{
		{Rate: .3, Pull: 1}, {Rate: .3, Pull: -1}, {Rate: .7, Pull: 2}, {Rate: 1, Pull: -.5},
		{Rate: .3, Pull: 1, Gradual: true}, {Rate: .5, Pull: 100}, {Rate: 0, Pull: 3},
	} {
		var c chitest.Tally
		r := rand.New(rand.NewPCG(5, 0))
		for seed := range uint64(120) {
			takeAsPlain(t, &c, rule, r, seed)
		}
		c.Check(t, "beliefs")
	}
}

func takeAsPlain(t *testing.T, c *chitest.Tally, rule practice.Take, r *rand.Rand, seed uint64) {
	t.Helper()
	l := newLearner(1+r.IntN(200), seed)
	l.draw(r)
	before := l.belief.Clone()
	rule.Internalize(&l.person, l.norm, l.belief)
	for d := range l.person.Dimensions {
		old, norm, now := before.Get(d), l.norm.Get(d), l.belief.Get(d)
		q := learned(rule, l.unit.strengths().At(d))
		if norm == 0 || norm == old {
			q = 0
		}
		ok := now == old || now == moved(rule, old, norm)
		if !ok || !c.Cells(outcome(now != old), []float64{1 - q, q}) {
			t.Fatalf("%+v: belief %d and norm %d made belief %d, with probability %v", rule, old,
				norm, now, q)
		}
	}
}

// With Pull 0 the rule is agents.Absorb or agents.Gradual to the bit.
func TestTakeOff(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 0))
	for seed := range uint64(200) {
		l := newLearner(1+r.IntN(200), seed)
		l.draw(r)
		belief := l.belief.Clone()
		rule := practice.Take{Rate: r.Float64(), Gradual: seed%2 == 0}
		rule.Internalize(&l.person, l.norm, l.belief)
		other := l.person
		other.Stream = agents.NewStream(seed)
		if rule.Gradual {
			agents.Gradual{Rate: rule.Rate}.Internalize(&other, l.norm, belief)
		} else {
			agents.Absorb{Rate: rule.Rate}.Internalize(&other, l.norm, belief)
		}
		if !l.belief.Equal(belief) || l.person.Uint64() != other.Uint64() ||
			l.person.Coins(.3, 1<<60-1) != other.Coins(.3, 1<<60-1) {
			t.Fatalf("%+v does not do what it does without Pull", rule)
		}
	}
}

// A norm that is wholly taken for granted is learned at twice the rate with Pull 1, so at .5 for
// certain. With Pull -1 it is not learned at all.
func TestPullOfWhatIsTakenForGranted(t *testing.T) {
	for _, c := range []struct {
		pull     float64
		strength int
		want     int // of 64 dimensions; -1: some
	}{{1, 7, 64}, {-1, 7, 0}, {1, 0, -1}, {-1, 0, -1}, {0, 7, -1}} {
		l := newLearner(64, 9)
		for d := range 64 {
			l.norm.Set(d, 1)
			l.unit.strengths().Set(d, c.strength)
		}
		practice.Take{Rate: .5, Pull: c.pull}.Internalize(&l.person, l.norm, l.belief)
		got := l.belief.Known()
		if c.want >= 0 && got != c.want || c.want < 0 && (got < 16 || got > 48) {
			t.Errorf("pull %v, strength %d: %d of 64 dimensions are learned, want %d", c.pull,
				c.strength, got, c.want)
		}
	}
}

// Who learns in the tick of a vote learns by the strength before it; who learns in another tick, by
// the strength as it is. A norm of strength 7 that is opposed without success has strength 6 after.
// With Pull -1 nobody learns it in that tick, and some do in the next.
func TestPullUsesStrengthAtStart(t *testing.T) {
	for _, later := range []int{0, 1} {
		l := newLearner(64, 9)
		l.unit.claims, l.unit.standings = [][]int{make([]int, 64)}, []int32{1}
		for d := range 64 {
			l.norm.Set(d, 1)
			l.unit.strengths().Set(d, 7)
		}
		l.unit.say(-1)
		tick := l.unit.unit.Tick
		l.unit.vote(practice.Vote{Rate: 1, Hold: 1})
		l.unit.unit.Tick = tick + later
		practice.Take{Rate: 1, Pull: -1}.Internalize(&l.person, l.norm, l.belief)
		if got := l.belief.Known(); (got > 0) != (later > 0) || l.norm.Get(63) != 1 {
			t.Errorf("%d ticks after the vote %d of 64 dimensions are learned", later, got)
		}
	}
}

// In a unit whose rule is no Vote nothing is taken for granted.
func TestTakeElsewhere(t *testing.T) {
	l := newLearner(64, 9)
	l.norm.Set(0, 1)
	l.unit.unit.Memory = nil
	practice.Take{Rate: 1, Pull: -1}.Internalize(&l.person, l.norm, l.belief)
	l.person.From = nil
	l.norm.Set(1, 1)
	practice.Take{Rate: 1, Pull: -1}.Internalize(&l.person, l.norm, l.belief)
	if l.belief.Known() != 2 {
		t.Errorf("%d dimensions are learned, want 2", l.belief.Known())
	}
}
