package practice_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
	"orglearn/network"
)

// electorate is a random unit with its voices.
type electorate struct {
	unit      agents.Unit
	claims    []agents.Knowledge
	standings []int32
	ranks     []uint8
	norm      agents.Knowledge
}

func newElectorate(r *rand.Rand, dimensions int) *electorate {
	e := &electorate{norm: random(r, dimensions)}
	e.unit = agents.Unit{Dimensions: dimensions, Standing: int32(r.IntN(5)),
		Stream: agents.NewStream(r.Uint64())}
	for range 1 + r.IntN(6) {
		e.claims = append(e.claims, random(r, dimensions))
		e.standings = append(e.standings, int32(r.IntN(5)))
		e.ranks = append(e.ranks, uint8(r.IntN(3))) // some of them lead
	}
	return e
}

func random(r *rand.Rand, dimensions int) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(dimensions))
	for d := range dimensions {
		k.Set(d, agents.Belief(r.IntN(3)-1))
	}
	return k
}

// sum is the sum of the claims of some voices about a dimension.
func (e *electorate) sum(d int, counts func(k int) bool) (n int) {
	for k, claim := range e.claims {
		if counts(k) {
			n += int(claim.Get(d))
		}
	}
	return n
}

// At rates of 1 the norm is what the leaders say. Where they say nothing, or as much against as
// for, it is the vote of those above the unit, and where there is none, it stays. One dimension at
// a time.
func TestDecreedIsTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 8))
	rule := practice.Decreed{Of: agents.Superior{Rate: 1}, Rate: 1}
	for range 300 {
		e := newElectorate(r, 1+r.IntN(150))
		norm := e.norm.Clone()
		rule.Objectify(&e.unit, agents.NewVoices(e.claims, e.standings, e.ranks), norm)
		for d := range e.unit.Dimensions {
			want := e.norm.Get(d)
			for _, n := range []int{
				e.sum(d, func(k int) bool { return e.standings[k] > e.unit.Standing }),
				e.sum(d, func(k int) bool { return e.ranks[k] == network.Leader }),
			} {
				if n != 0 {
					want = agents.Belief(n / max(n, -n))
				}
			}
			if got := norm.Get(d); got != want {
				t.Fatalf("dimension %d is %d, want %d", d, got, want)
			}
		}
	}
}

// A decree succeeds with its rate in each dimension: of 6,400 chances at .3, five standard
// deviations are 183. It ignores standing.
func TestDecreedAtItsRate(t *testing.T) {
	e := newElectorate(rand.New(rand.NewPCG(1, 8)), 6400)
	yes := make(agents.Knowledge, agents.Width(6400))
	for d := range 6400 {
		yes.Set(d, 1)
	}
	norm := make(agents.Knowledge, len(yes))
	said := agents.NewVoices([]agents.Knowledge{yes}, []int32{-9}, []uint8{network.Leader})
	practice.Decreed{Of: agents.Superior{Rate: 1}, Rate: .3}.Objectify(&e.unit, said, norm)
	if n := norm.Known(); n < 1920-183 || n > 1920+183 {
		t.Errorf("%d of 6400 are decreed, want about 1920", n)
	}
}

// With a rate of 0, and where nobody leads, the rule is what it is of, with the same coins.
func TestDecreedOff(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 8))
	of := agents.Superior{Rate: .4}
	for range 100 {
		e := newElectorate(r, 130)
		led := practice.Decreed{Of: of, Rate: .5}
		for _, c := range []struct {
			rule  practice.Decreed
			ranks []uint8
		}{{practice.Decreed{Of: of}, e.ranks}, {led, nil}} {
			got, want, seed := e.norm.Clone(), e.norm.Clone(), r.Uint64()
			e.unit.Stream = agents.NewStream(seed)
			c.rule.Objectify(&e.unit, agents.NewVoices(e.claims, e.standings, c.ranks), got)
			e.unit.Stream = agents.NewStream(seed)
			of.Objectify(&e.unit, agents.NewVoices(e.claims, e.standings, c.ranks), want)
			if !got.Equal(want) {
				t.Fatalf("%+v: another norm", c.rule)
			}
		}
	}
}

// What was decreed is not taken for granted yet. What the leader does not change is.
func TestDecreedNormsBeginWithoutStrength(t *testing.T) {
	rule := practice.Decreed{Of: practice.Vote{Rate: .5}, Rate: 1}
	need := rule.Memory(3)
	u := &agents.Unit{Dimensions: 3, Stream: agents.NewStream(1), Tick: 5,
		Memory: make([]uint64, need.Unit), Planes: make([]uint64, need.Planes)}
	strengths := practice.Strengths(u.Planes)
	norm, claim := make(agents.Knowledge, 1), make(agents.Knowledge, 1)
	for d := range 3 {
		norm.Set(d, 1)
		strengths.Set(d, 4)
	}
	claim.Set(0, -1) // against
	claim.Set(1, 1)  // as it is
	said := agents.NewVoices([]agents.Knowledge{claim}, nil, []uint8{network.Leader})
	rule.Objectify(u, said, norm)
	if norm.Get(0) != -1 || strengths.At(0) != 0 || strengths.At(1) < 4 || strengths.At(2) < 4 {
		t.Errorf("norm %d, strengths %d %d %d", norm.Get(0), strengths.At(0), strengths.At(1),
			strengths.At(2))
	}
	if !practice.KeepsStrengths(rule) || practice.KeepsStrengths(practice.Decreed{}) {
		t.Error("it does not say that it keeps strengths")
	}
}

// What a unit is not about in a tick keeps its strength, as it keeps its value: a decree reaches
// no further than the agenda.
func TestDecreedKeepsStrengthsOutsideTheAgenda(t *testing.T) {
	rule := practice.Decreed{Of: practice.Vote{Rate: .5}, Rate: 1}
	need := rule.Memory(4)
	for at := range 8 { // chance of Vote does not matter: nobody speaks for it outside
		u := &agents.Unit{Dimensions: 4, Stream: agents.NewStream(uint64(at)), Tick: 5,
			About:  []uint64{0b0011},
			Memory: make([]uint64, need.Unit), Planes: make([]uint64, need.Planes)}
		strengths := practice.Strengths(u.Planes)
		norm, claim := make(agents.Knowledge, 1), make(agents.Knowledge, 1)
		for d := range 4 {
			norm.Set(d, 1)
			claim.Set(d, -1)
			strengths.Set(d, 4)
		}
		rule.Objectify(u, agents.NewVoices([]agents.Knowledge{claim}, nil,
			[]uint8{network.Leader}), norm)
		if strengths.At(0) != 0 || strengths.At(1) != 0 {
			t.Fatalf("strengths within are %d %d, want 0", strengths.At(0), strengths.At(1))
		}
		if strengths.At(2) != 4 || strengths.At(3) != 4 {
			t.Fatalf("strengths outside are %d %d, want 4", strengths.At(2), strengths.At(3))
		}
	}
}

// Who learns in the tick of a decree finds the strength with which the tick began, also where the
// vote itself has changed no strength: at Pull -1 nobody learns a norm that was taken for granted.
func TestDecreedIsLearnedAtTheStrengthBefore(t *testing.T) {
	rule := practice.Decreed{Of: practice.Vote{Rate: 1}, Rate: 1}
	need := rule.Memory(1)
	u := &agents.Unit{Dimensions: 1, Tick: 5, Stream: agents.NewStream(1),
		Memory: make([]uint64, need.Unit), Planes: make([]uint64, need.Planes)}
	practice.Strengths(u.Planes).Set(0, practice.MostStrength)
	norm, claim, belief := word("+"), word("-"), word("0")
	rule.Objectify(u, agents.NewVoices([]agents.Knowledge{claim}, []int32{-1},
		[]uint8{network.Leader}), norm)
	p := &agents.Person{Dimensions: 1, From: u, Stream: agents.NewStream(2)}
	practice.Take{Rate: 1, Pull: -1}.Internalize(p, norm, belief)
	if norm.Get(0) != -1 || belief.Get(0) != 0 {
		t.Errorf("the norm is %d, want -1, and the belief %d, want 0", norm.Get(0), belief.Get(0))
	}
	u.Tick++
	practice.Take{Rate: 1, Pull: -1}.Internalize(p, norm, belief)
	if belief.Get(0) != -1 {
		t.Errorf("a tick later the belief is %d, want -1", belief.Get(0))
	}
}

// A unit on top passes down its goals only: the first of the dimensions. Others pass on all.
func TestGoals(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 8))
	for _, c := range []struct {
		share        float64
		level, above int
		want         int
	}{
		{.25, 1, 0, 25}, {.25, 3, 0, 25}, {.25, 0, 0, 100}, {.25, 1, 1, 100}, {0, 1, 0, 0},
		{1, 1, 0, 100}, {.704, 1, 0, 70}, {.706, 1, 0, 71},
	} {
		norm, claim := random(r, 100), make(agents.Knowledge, 2)
		p := &agents.Person{Dimensions: 100, From: &agents.Unit{Level: c.level, Above: c.above}}
		practice.Goals{Share: c.share}.Externalize(p, norm, claim)
		for d := range 100 {
			want := norm.Get(d)
			if d >= c.want {
				want = 0
			}
			if got := claim.Get(d); got != want {
				t.Fatalf("%+v: dimension %d is %d, want %d", c, d, got, want)
			}
		}
	}
}

func TestDecreedContract(t *testing.T) {
	agentstest.Externalizer(t, practice.Goals{Share: .5})
	agentstest.Externalizer(t, practice.Goals{Of: practice.Visibility{HideUp: .5}})
	strict := agentstest.Suite{NoAllocs: true}
	for _, r := range []practice.Decreed{
		{Of: agents.Superior{Rate: .5}}, {Of: agents.Superior{Rate: .5}, Rate: .5},
		{Of: practice.Vote{Rate: .5, Hold: 1}, Rate: .5}, {Of: agents.Majority{Rate: 1}, Rate: 1},
	} {
		strict.Objectifier(t, r)
	}
	for _, c := range []struct {
		rule agents.Validator
		want string
	}{
		{practice.Decreed{Rate: .5}, "Decreed.Of is nil, want a rule"},
		{practice.Decreed{Of: agents.Superior{}, Rate: 2}, "Decreed.Rate is 2, want 0 to 1"},
		{practice.Decreed{Of: agents.Superior{Rate: 3}}, "Superior.Rate is 3, want 0 to 1"},
		{practice.Goals{Share: -1}, "Goals.Share is -1, want 0 to 1"},
		{practice.Allotment{Every: 65}, "Allotment.Every is 65, want 0 to 64"},
		{practice.Allotment{Of: practice.Stages{Stages: -1}}, "Stages.Stages is -1"},
	} {
		if err := c.rule.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.rule, err, c.want)
		}
	}
}
