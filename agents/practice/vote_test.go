package practice_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/internal/chitest"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// meeting is a unit with its voices. Claims and the norm are also kept as plain numbers.
type meeting struct {
	unit      agents.Unit
	claims    [][]int
	standings []int32
	norm      agents.Knowledge
	said      *agents.Voices
	tenure    []uint64 // of each voice
}

// newMeeting returns a unit of a number of voices, whose rule remembers nothing yet.
func newMeeting(dimensions, voices int, rule practice.Vote) *meeting {
	m := &meeting{
		unit: agents.Unit{Dimensions: dimensions, Stream: agents.NewStream(1)},
		norm: make(agents.Knowledge, agents.Width(dimensions)),
	}
	need := rule.Memory(dimensions)
	m.unit.Memory = make([]uint64, need.Unit)
	m.unit.Planes = make([]uint64, need.Planes*len(m.norm))
	m.tenure = make([]uint64, need.Tie*voices)
	for range voices {
		m.claims = append(m.claims, make([]int, dimensions))
		m.standings = append(m.standings, 1)
	}
	return m
}

// strengths returns the strengths that the rule remembers.
func (m *meeting) strengths() practice.Strengths { return practice.Strengths(m.unit.Planes) }

// vote lets the unit vote once, at the next tick.
func (m *meeting) vote(rule agents.Objectifier) {
	var claims []agents.Knowledge
	for _, c := range m.claims {
		k := make(agents.Knowledge, len(m.norm))
		for d, b := range c {
			k.Set(d, agents.Belief(b))
		}
		claims = append(claims, k)
	}
	m.said = agents.NewVoices(claims, m.standings, nil)
	if len(m.tenure) > 0 {
		(*kernel.Voices)(m.said).Remember(m.tenure, 1, nil)
	}
	rule.Objectify(&m.unit, m.said, m.norm)
	m.unit.Tick++
}

// say lets every voice say the same in every dimension.
func (m *meeting) say(b int) {
	for _, c := range m.claims {
		for d := range c {
			c[d] = b
		}
	}
}

// draw draws claims, standings, and what the unit is about.
func (m *meeting) draw(r *rand.Rand) {
	for k, c := range m.claims {
		m.standings[k] = int32(r.IntN(4) - 2)
		for d := range c {
			c[d] = r.IntN(3) - 1
		}
	}
	m.unit.Standing = int32(r.IntN(4) - 2)
	m.unit.About = nil
	if r.IntN(3) == 0 {
		m.unit.About = make([]uint64, len(m.norm))
		for i := range m.unit.About {
			m.unit.About[i] = r.Uint64() & agents.Lanes(m.unit.Dimensions, i)
		}
	}
}

// plain is what the rule knows of one dimension, as plain numbers.
type plain struct{ norm, strength int }

// decide is the rule as its comment says it, for one dimension. It returns the net vote, its sign,
// and the probability that the norm changes.
func (p plain) decide(r practice.Vote, m *meeting, tenure []int, d int) (sign int, q float64) {
	net := 0.
	for k, claim := range m.claims {
		if m.standings[k] > m.unit.Standing {
			weight := 1 + r.Tenure*float64(tenure[k])/255
			net += math.Round(weight*65536) / 65536 * float64(claim[d])
		}
	}
	switch {
	case net > 0:
		sign = 1
	case net < 0:
		sign = -1
	}
	held := math.Round(r.Hold*float64(p.strength)*65536) / 65536
	k := max(math.Abs(net)-held, 0)
	switch {
	case sign == 0 || sign == p.norm || k == 0:
		return sign, 0
	case r.PerVote:
		return sign, 1 - math.Pow(1-r.Rate, k)
	}
	return sign, r.Rate
}

// next returns the dimension after a vote, given whether it yielded.
func (p plain) next(sign int, yielded bool) plain {
	switch {
	case yielded:
		return plain{sign, 0}
	case p.norm == 0:
		return plain{0, 0}
	case sign == -p.norm:
		return plain{p.norm, max(p.strength-1, 0)}
	}
	return plain{p.norm, min(p.strength+1, practice.MostStrength)}
}

// votes are rules with every parameter.
var votes = []practice.Vote{
	{Rate: 1}, {Rate: 1, PerVote: true}, {Rate: 1, Hold: .5}, {Rate: 1, PerVote: true, Hold: 1},
	{Rate: .4, Hold: .3}, {Rate: .4, PerVote: true, Hold: .3}, {Rate: .4, PerVote: true, Hold: 2},
	{Rate: 1, Tenure: -1}, {Rate: .3, PerVote: true, Tenure: 1, Hold: .7},
	{Rate: .6, PerVote: true, Tenure: -.5}, {Rate: .1, PerVote: true, Hold: 1.0 / 3},
}

// The rule does what a plain program does that follows its comment, one dimension at a time. It
// changes what the program says it can, as often as the program says, and strengths and tenures
// follow exactly.
func TestVoteAsPlain(t *testing.T) {
	for _, rule := range votes {
		var c chitest.Tally
		r := rand.New(rand.NewPCG(14, 0))
		for range 40 {
			voteAsPlain(t, &c, rule, r)
		}
		c.Check(t, "votes")
	}
}

// FuzzVote compares the rule with the plain program in meetings drawn at random.
func FuzzVote(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, float64(seed)/7, float64(seed)/3, float64(seed)/4-1, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, rate, hold, tenure float64, perVote bool) {
		rule := practice.Vote{Rate: rate, PerVote: perVote, Hold: hold, Tenure: tenure}
		if rule.Validate() == nil {
			voteAsPlain(t, new(chitest.Tally), rule, rand.New(rand.NewPCG(seed, 1)))
		}
	})
}

// voteAsPlain runs a meeting of several ticks, and counts how often norms yield.
func voteAsPlain(t *testing.T, c *chitest.Tally, rule practice.Vote, r *rand.Rand) {
	t.Helper()
	dimensions, voices := 1+r.IntN(140), r.IntN(12)
	m := newMeeting(dimensions, voices, rule)
	m.unit.Stream = agents.NewStream(r.Uint64())
	all, tenure := make([]plain, dimensions), make([]int, voices)
	for d := range all {
		if all[d].norm = r.IntN(3) - 1; all[d].norm != 0 {
			all[d].strength = r.IntN(8)
		}
		m.norm.Set(d, agents.Belief(all[d].norm))
		m.strengths().Set(d, all[d].strength)
	}
	for range 6 {
		m.draw(r)
		before := m.norm.Clone()
		m.vote(rule)
		for d, p := range all {
			if a := m.unit.About; a != nil && a[d>>6]>>(d&63)&1 == 0 {
				m.norm.Set(d, before.Get(d)) // the engine puts the norm back
				if m.strengths().At(d) != p.strength {
					t.Fatalf("%+v: the strength changed outside what the unit is about", rule)
				}
				continue
			}
			sign, q := p.decide(rule, m, tenure, d)
			now := int(m.norm.Get(d))
			all[d] = p.next(sign, now != p.norm)
			got := plain{now, m.strengths().At(d)}
			if got != all[d] || !c.Cells(outcome(now != p.norm), []float64{1 - q, q}) {
				t.Fatalf("%+v: dimension %d was %+v, and the vote %d: it became %+v, want %+v, "+
					"with probability %v", rule, d, p, sign, got, all[d], q)
			}
		}
		for k := range m.tenure {
			tenure[k] = min(tenure[k]+1, 255)
			if m.tenure[k] != uint64(tenure[k]) {
				t.Fatalf("voice %d has a tenure of %d, want %d", k, m.tenure[k], tenure[k])
			}
			if r.IntN(3) == 0 {
				tenure[k] = r.IntN(256)
				m.tenure[k] = uint64(tenure[k])
			}
		}
	}
}

// outcome counts one trial: not yielded, yielded.
func outcome(yielded bool) []int {
	if yielded {
		return []int{0, 1}
	}
	return []int{1, 0}
}

// With Hold, Tenure and Consult 0 the rule is agents.Superior to the bit, whatever strengths are,
// and leaves the stream at the same place.
func TestVoteOffIsSuperior(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	for trial := range 400 {
		rule := practice.Vote{Rate: []float64{0, .2, .5, 1}[trial%4], PerVote: trial%8 < 4}
		m := newMeeting(1+r.IntN(200), r.IntN(20), rule)
		for d := range m.unit.Dimensions {
			m.norm.Set(d, agents.Belief(r.IntN(3)-1))
			m.strengths().Set(d, r.IntN(8))
		}
		m.draw(r)
		seed, norm := r.Uint64(), m.norm.Clone()
		m.unit.Stream = agents.NewStream(seed)
		m.vote(rule)
		other := m.unit
		other.Stream = agents.NewStream(seed)
		agents.Superior{Rate: rule.Rate, PerVote: rule.PerVote}.Objectify(&other, m.said, norm)
		if !m.norm.Equal(norm) || m.unit.Coins(.3, 1<<60-1) != other.Coins(.3, 1<<60-1) {
			t.Fatalf("%+v does not do what agents.Superior does", rule)
		}
	}
}

// One dissenter stands above the norm, and each step of strength outweighs one vote. A norm of
// strength g loses one step a tick, and yields in the tick after it has lost all: its order of
// resistance is that of the labels 0, 3 and 7. Without Hold all yield at once.
func TestResistanceToOneDissenter(t *testing.T) {
	for _, c := range []struct {
		hold            float64
		strength, yield int
	}{
		{0, 0, 1}, {0, 3, 1}, {0, 7, 1},
		{1, 0, 1}, {1, 3, 4}, {1, 7, 8},
		{.5, 3, 3}, {.5, 7, 7}, // at strength 1 half a vote is left, and Rate 1 needs no more
	} {
		for _, perVote := range []bool{false, true} {
			rule := practice.Vote{Rate: 1, PerVote: perVote, Hold: c.hold}
			m := newMeeting(1, 1, rule)
			m.norm.Set(0, 1)
			m.strengths().Set(0, c.strength)
			m.say(-1)
			ticks := 0
			for m.norm.Get(0) == 1 && ticks < 20 {
				m.vote(rule)
				ticks++
			}
			if ticks != c.yield || m.strengths().At(0) != 0 {
				t.Errorf("hold %v, strength %d: the norm yields at tick %d with strength %d "+
					"after, want tick %d and 0", c.hold, c.strength, ticks, m.strengths().At(0),
					c.yield)
			}
		}
	}
}

// A fraction of a vote counts as such: half a vote at .75 yields with 1-(1-.75)^.5 = .5, and one
// and a half with .875.
func TestFractionOfAVote(t *testing.T) {
	for _, c := range []struct {
		voices int
		want   float64
	}{{1, .5}, {2, .875}} {
		rule, yielded, trials := practice.Vote{Rate: .75, PerVote: true, Hold: .5}, 0, 0
		for seed := range uint64(40) {
			m := newMeeting(200, c.voices, rule)
			m.unit.Stream = agents.NewStream(seed)
			for d := range 200 {
				m.norm.Set(d, 1)
				m.strengths().Set(d, 1)
			}
			m.say(-1)
			m.vote(rule)
			for d := range 200 {
				trials++
				if m.norm.Get(d) == -1 {
					yielded++
				}
			}
		}
		share := float64(yielded) / float64(trials)
		if se := math.Sqrt(c.want * (1 - c.want) / float64(trials)); math.Abs(share-c.want) > 4*se {
			t.Errorf("%d voices: the norm yields in %.4f of cases, want %v (se %.4f)", c.voices,
				share, c.want, se)
		}
	}
}

// Silence, a tie, and nobody above strengthen a norm, as agreement does. What is no norm stays
// without strength.
func TestSilenceStrengthens(t *testing.T) {
	rule := practice.Vote{Rate: 1, Hold: 1}
	for name, prepare := range map[string]func(m *meeting){
		"silence":      func(m *meeting) {},
		"agreement":    func(m *meeting) { m.claims[0][0] = 1 },
		"a tie":        func(m *meeting) { m.claims[0][0], m.claims[1][0] = 1, -1 },
		"nobody above": func(m *meeting) { m.say(-1); m.unit.Standing = 1 },
	} {
		m := newMeeting(2, 2, rule)
		m.norm.Set(0, 1)
		prepare(m)
		for tick := 1; tick < 10; tick++ {
			for _, c := range m.claims {
				c[1] = 0
			}
			m.vote(rule)
			if got := m.strengths().At(0); got != min(tick, 7) || m.strengths().At(1) != 0 {
				t.Errorf("%s: the strengths are %d and %d at tick %d, want %d and 0", name, got,
					m.strengths().At(1), tick, min(tick, 7))
			}
		}
	}
}

// With the slope 1 a voice of full tenure counts for two, with -1 for none.
func TestTenureWeighs(t *testing.T) {
	for _, c := range []struct {
		tenure float64
		want   agents.Belief
	}{{0, -1}, {1, 0}, {-1, -1}} {
		rule := practice.Vote{Rate: 1, Tenure: c.tenure}
		m := newMeeting(1, 3, rule)
		m.claims[0][0], m.claims[1][0], m.claims[2][0] = 1, -1, -1
		if len(m.tenure) > 0 {
			m.tenure[0] = 255
		}
		m.vote(rule)
		if got := m.norm.Get(0); got != c.want {
			t.Errorf("slope %v: one old voice against two new ones makes the norm %d, want %d",
				c.tenure, got, c.want)
		}
	}
}

// A unit that is heard keeps a change out where its norm opposes it. It does so also if it does not
// stand above. The norm loses strength all the same.
func TestConsult(t *testing.T) {
	rule := practice.Vote{Rate: 1, Consult: 1}
	m := newMeeting(3, 3, rule)
	m.standings[1], m.standings[2] = -1, -1
	for d := range 3 {
		m.norm.Set(d, 1)
		m.strengths().Set(d, 3)
		m.claims[0][d] = -1
	}
	m.claims[1] = []int{1, 1, 1}  // a person below, who has no say
	m.claims[2] = []int{1, 0, -1} // a unit: it opposes, has no norm, agrees
	units := objectify(func(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
		(*kernel.Voices)(said).UnitsFrom(2)
		rule.Objectify(u, said, norm)
	})
	m.vote(units)
	for d, want := range []plain{{1, 2}, {-1, 0}, {-1, 0}} {
		if got := (plain{int(m.norm.Get(d)), m.strengths().At(d)}); got != want {
			t.Errorf("dimension %d became %+v, want %+v", d, got, want)
		}
	}
}

type objectify = agents.ObjectifyFunc

// The rules keep the contract of package agents, and refuse what they must.
func TestContract(t *testing.T) {
	strict := agentstest.Suite{Scenes: 40, NoAllocs: true}
	for _, rule := range append(votes, practice.Vote{Rate: .5, Consult: .5, Hold: 1}) {
		strict.Objectifier(t, rule)
	}
	strict.Objectify = practice.Vote{Rate: .4, PerVote: true, Hold: .3}
	for _, pull := range []float64{-1, 0, 3} {
		strict.Internalizer(t, practice.Take{Rate: .4, Pull: pull})
		strict.Internalizer(t, practice.Take{Rate: 1, Pull: pull, Gradual: true})
	}
	agentstest.Internalizer(t, practice.Take{Rate: .5, Pull: 1})
	agentstest.Refuses(t,
		practice.Vote{Rate: 2}, practice.Vote{Hold: -1}, practice.Vote{Hold: math.Inf(1)},
		practice.Vote{Hold: 4097}, practice.Vote{Hold: math.NaN()}, practice.Vote{Tenure: 1.1},
		practice.Vote{Tenure: math.NaN()}, practice.Vote{Consult: -.1}, practice.Take{Rate: -1},
		practice.Take{Pull: -1.1}, practice.Take{Pull: 101}, practice.Take{Pull: math.NaN()})
}
