package practice_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// lessons are one tick of a unit: what voices said, what people took over, what that paid, and whom
// they asked: a voice, a kernel.Refusal, or -1.
type lessons struct {
	said   [][]int // by voice
	people []int
	took   [][]int
	gained []int32
	whom   []int32
}

func pack(list []int) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(len(list)))
	for d, b := range list {
		k.Set(d, agents.Belief(b))
	}
	return k
}

// review lets a rule look back, on what it remembers of the voices, and returns what it remembers
// then.
func (l lessons) review(rule practice.Vote, ties []uint64, seed uint64) []uint64 {
	var said, took []agents.Knowledge
	for _, claim := range l.said {
		said = append(said, pack(claim))
	}
	for _, t := range l.took {
		took = append(took, pack(t))
	}
	voices := agents.NewVoices(said, nil, nil)
	ties = slices.Clone(ties)
	(*kernel.Voices)(voices).Remember(ties, 1, nil)
	width := len(said[0])
	learned := agents.NewLessons(l.people, took, l.gained, nil, make(agents.Knowledge, width))
	(*kernel.Lessons)(learned).Ask(l.whom, false)
	rule.Review(&agents.Unit{Stream: agents.NewStream(seed)}, voices, learned)
	return ties
}

func trustIn(ties []uint64, k int) int { return practice.Tie(ties[k:]).Trust() }
func helpOf(ties []uint64, k int) int  { return practice.Tie(ties[k:]).Help() }

// By hand: two voices said what somebody took over, one contradicted it, and one was silent. If he
// gained, the two are trusted more, and if he lost, less. Nobody else's trust changes, nor that of
// the person in himself.
func TestTrustFollowsWhatPaid(t *testing.T) {
	rule := practice.Vote{TrustRate: 1}
	for _, c := range []struct {
		gained int32
		want   []int
	}{{3, []int{9, 9, 8, 8, 8}}, {-1, []int{7, 7, 8, 8, 8}}, {0, []int{8, 8, 8, 8, 8}}} {
		l := lessons{
			said:   [][]int{{1, 0, 1}, {1, 1, 0}, {-1, 0, 0}, {0, 0, 0}, {1, 0, 0}},
			people: []int{4}, took: [][]int{{1, 0, 0}}, whom: []int32{-1},
			gained: []int32{c.gained},
		}
		ties := l.review(rule, make([]uint64, 5), 1)
		for k, want := range c.want {
			if got := trustIn(ties, k); got != want || helpOf(ties, k) != 8 {
				t.Errorf("gained %d: trust in voice %d is %d, want %d", c.gained, k, got, want)
			}
		}
	}
}

// A voice said so if it agrees with more of what was taken over than it contradicts.
func TestSaidSo(t *testing.T) {
	l := lessons{
		said:   [][]int{{1, 1, -1}, {1, -1, 0}, {1, -1, -1}},
		people: []int{9}, took: [][]int{{1, 1, 1}}, gained: []int32{1}, whom: []int32{-1},
	}
	ties := l.review(practice.Vote{TrustRate: 1}, make([]uint64, 3), 1)
	if got := []int{trustIn(ties, 0), trustIn(ties, 1), trustIn(ties, 2)}; !slices.Equal(got,
		[]int{9, 8, 8}) {
		t.Errorf("trust %v, want 9, 8, 8", got)
	}
}

// Who answers is trusted more to answer, and who turns somebody away less.
func TestHelp(t *testing.T) {
	l := lessons{
		said: [][]int{{1}, {1}, {1}}, people: []int{5, 6, 7}, took: [][]int{{0}, {0}, {0}},
		gained: []int32{0, 0, 0}, whom: []int32{1, kernel.Refusal(2), -1},
	}
	ties := l.review(practice.Vote{HelpRate: 1}, make([]uint64, 3), 1)
	if got := []int{helpOf(ties, 0), helpOf(ties, 1), helpOf(ties, 2)}; !slices.Equal(got,
		[]int{8, 9, 7}) {
		t.Errorf("trust that they answer %v, want 8, 9, 7", got)
	}
	if trustIn(ties, 1) != 8 {
		t.Error("the other kind of trust has changed")
	}
}

// Trust is a walk on 0 to 15. Where it goes up with probability .4, .5 and .6 its stationary mean
// is 1.98, 7.5 and 13.02 (exact: its shares are those of a geometric distribution). The steps are
// those of the rule; the mean is that of the chain with these steps.
func TestStationaryTrust(t *testing.T) {
	step := func(from int, gained int32) int {
		ties := make([]uint64, 1)
		practice.Tie(ties).SetTrust(from)
		l := lessons{said: [][]int{{1}}, people: []int{3}, took: [][]int{{1}},
			gained: []int32{gained}, whom: []int32{-1}}
		return trustIn(l.review(practice.Vote{TrustRate: 1}, ties, 1), 0)
	}
	for up, want := range map[float64]float64{.4: 1.98, .5: 7.5, .6: 13.02} {
		var p [16]float64
		p[8] = 1
		for range 5000 {
			var next [16]float64
			for from, share := range p {
				next[step(from, 1)] += share * up
				next[step(from, -1)] += share * (1 - up)
			}
			p = next
		}
		mean := 0.
		for n, share := range p {
			mean += float64(n) * share
		}
		if math.Abs(mean-want) > .005 {
			t.Errorf("up with %v: mean %.4f, want %v", up, mean, want)
		}
	}
}

// The weight of a voice is 1 + Trust (T-8)/8, times that of tenure. One voice says yes and another
// no, and the heavier decides.
func TestTrustWeighs(t *testing.T) {
	for _, c := range []struct {
		slope        float64
		first, other int
		want         agents.Belief
	}{
		{0, 15, 0, 0}, {1, 8, 8, 0}, {1, 9, 8, 1}, {1, 7, 8, -1}, {-1, 9, 8, -1}, {1, 0, 1, -1},
	} {
		rule := practice.Vote{Rate: 1, Trust: c.slope, TrustRate: .5}
		m := newMeeting(1, 2, rule)
		m.claims[0][0], m.claims[1][0] = 1, -1
		practice.Tie(m.tenure).SetTrust(c.first)
		practice.Tie(m.tenure[1:]).SetTrust(c.other)
		m.vote(rule)
		if got := m.norm.Get(0); got != c.want {
			t.Errorf("slope %v, trust %d and %d: the norm is %d, want %d", c.slope, c.first,
				c.other, got, c.want)
		}
	}
}

// A plain program that follows the comment gives the same trust over random ticks, with a rate of
// 1.
func TestTrustAsPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 9))
	for range 300 {
		l, ties := drawnLessons(r)
		want := make([][2]int, len(l.said))
		for v := range l.said {
			want[v] = [2]int{plainTrust(l, v, trustIn(ties, v)), plainHelp(l, v, helpOf(ties, v))}
		}
		after := l.review(practice.Vote{TrustRate: 1, HelpRate: 1}, ties, r.Uint64())
		for v := range l.said {
			if got := [2]int{trustIn(after, v), helpOf(after, v)}; got != want[v] ||
				after[v]&255 != ties[v]&255 {
				t.Fatalf("voice %d: trust %v, want %v; tenure %d, was %d", v, got, want[v],
					after[v]&255, ties[v]&255)
			}
		}
	}
}

// drawnLessons returns a random tick, and what the unit remembers before it.
func drawnLessons(r *rand.Rand) (l lessons, ties []uint64) {
	m, voices := 1+r.IntN(90), 1+r.IntN(9)
	list := func() []int {
		x := make([]int, m)
		for d := range x {
			x[d] = r.IntN(3) - 1
		}
		return x
	}
	for range voices {
		l.said, ties = append(l.said, list()), append(ties, r.Uint64()&0xffff)
	}
	for k := range r.IntN(80) {
		l.people, l.took = append(l.people, k), append(l.took, list())
		l.gained = append(l.gained, int32(r.IntN(5)-2))
		l.whom = append(l.whom, []int32{-1, -3, int32(r.IntN(voices)),
			kernel.Refusal(int32(r.IntN(voices)))}[r.IntN(4)])
	}
	return l, ties
}

func plainTrust(l lessons, v, trust int) int {
	for k, id := range l.people {
		agrees := 0
		for d, b := range l.took[k] {
			agrees += b * l.said[v][d]
		}
		switch {
		case id == v || agrees <= 0:
		case l.gained[k] > 0:
			trust++
		case l.gained[k] < 0:
			trust--
		}
	}
	return min(max(trust, 0), 15)
}

func plainHelp(l lessons, v, trust int) int {
	for _, whom := range l.whom {
		switch whom {
		case int32(v):
			trust++
		case kernel.Refusal(int32(v)):
			trust--
		}
	}
	return min(max(trust, 0), 15)
}

// At a rate of .3 three in ten changes are made. The bound is 4 standard errors of 4,000.
func TestTrustRate(t *testing.T) {
	l := lessons{said: [][]int{{1}}, people: []int{3}, took: [][]int{{1}}, gained: []int32{1},
		whom: []int32{0}}
	trusted, helped := 0, 0
	for seed := range uint64(4000) {
		ties := l.review(practice.Vote{TrustRate: .3, HelpRate: .6}, make([]uint64, 1), seed)
		trusted, helped = trusted+trustIn(ties, 0)-8, helped+helpOf(ties, 0)-8
	}
	for _, c := range []struct {
		got  int
		want float64
	}{{trusted, .3}, {helped, .6}} {
		share, se := float64(c.got)/4000, math.Sqrt(c.want*(1-c.want)/4000)
		if math.Abs(share-c.want) > 4*se {
			t.Errorf("%d of 4,000 changes are made, want %v", c.got, c.want)
		}
	}
}

// People ask whom the unit trusts most, and whom it trusts most to answer. Of equals each is asked.
func TestMostTrusted(t *testing.T) {
	ties := make([]uint64, 4)
	for k, x := range [][2]int{{9, 3}, {12, 8}, {12, 15}, {15, 15}} { // the last is himself
		practice.Tie(ties[k:]).SetTrust(x[0])
		practice.Tie(ties[k:]).SetHelp(x[1])
	}
	said := agents.NewVoices(make([]agents.Knowledge, 4), nil, nil)
	(*kernel.Voices)(said).Remember(ties, 1, nil)
	p := &agents.Person{ID: 3, Unknown: 1, Stream: agents.NewStream(1)}
	counts := map[string]int{}
	for range 200 {
		for _, by := range []practice.Way{practice.MostTrusted, practice.MostHelpful} {
			k := practice.Respondent{By: by}.Ask(p, nil, said)
			counts[fmt.Sprint(by, " ", k)]++
		}
	}
	if len(counts) != 3 || counts["3 1"] < 60 || counts["3 2"] < 60 || counts["4 2"] != 200 {
		t.Errorf("asked %v, want voices 1 and 2 by the first way, and 2 by the other", counts)
	}
}

// A leader is heeded with Share/16 (1 + Trust (T-8)/8), at most 1. The bound is 4 standard errors.
func TestLedByTrust(t *testing.T) {
	for _, c := range []struct {
		share, trust int
		slope, want  float64
	}{
		{8, 8, 1, .5}, {8, 0, 1, 0}, {8, 12, 1, .75}, {8, 12, -1, .25}, {16, 15, 1, 1},
		{8, 0, -1, 1}, {8, 15, 0, .5},
	} {
		ties := make([]uint64, 1)
		practice.Tie(ties).SetTrust(c.trust)
		said := agents.NewVoices(make([]agents.Knowledge, 1), nil, []uint8{kernel.Leader})
		(*kernel.Voices)(said).Remember(ties, 1, nil)
		p := &agents.Person{ID: 3, Stream: agents.NewStream(1)}
		heeded := 0
		for range 4000 {
			if (practice.Led{Share: c.share, Trust: c.slope}).Ask(p, nil, said) == 0 {
				heeded++
			}
		}
		se := math.Sqrt(c.want * (1 - c.want) / 4000)
		if share := float64(heeded) / 4000; math.Abs(share-c.want) > 4*se {
			t.Errorf("%+v: heeded with %.3f", c, share)
		}
	}
}

// Parameters of trust name themselves.
func TestTrustParameters(t *testing.T) {
	valid(t, practice.Vote{Trust: -1, TrustRate: 1, HelpRate: 1}, "")
	valid(t, practice.Vote{Trust: 1.5}, "Vote.Trust is 1.5, want -1 to 1")
	valid(t, practice.Vote{TrustRate: 1.5}, "Vote.TrustRate is 1.5, want 0 to 1")
	valid(t, practice.Vote{HelpRate: -1}, "Vote.HelpRate is -1, want 0 to 1")
	valid(t, practice.Led{Trust: 2}, "Led.Trust is 2, want -1 to 1")
}

// Where nobody gained or lost, nothing changes, and the engine need not ask: unless the rule also
// looks at answers.
func TestTrustLooksAtGains(t *testing.T) {
	r, answered := rand.New(rand.NewPCG(9, 4)), 0
	for range 300 {
		l, ties := drawnLessons(r)
		clear(l.gained)
		for _, rule := range []practice.Vote{{TrustRate: 1}, {TrustRate: 1, HelpRate: 1}} {
			same := slices.Equal(l.review(rule, ties, 1), ties)
			if rule.LooksAtGains() && !same {
				t.Fatalf("%+v changes trust though nobody gained", rule)
			}
			if !same {
				answered++
			}
		}
	}
	if answered < 50 {
		t.Errorf("answers changed trust %d times: too few to test", answered)
	}
}
