package models_test

import (
	"context"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

// After a run to equilibrium stops nothing changes any more, in any reading. The test has few
// people and few dimensions, because these often have the ties that make equilibrium hard to
// detect.
func TestMarchEquilibriumIsFinal(t *testing.T) {
	for _, reading := range models.Readings() {
		for replicate := range uint64(60) {
			people := 2 + int(replicate%7)
			s := models.March1991{Reading: reading, People: people, Dimensions: 6}.Scenario()
			if m := final(t, s, replicate, 100, state); m.Tick() > 5000 {
				t.Errorf("%v: tick %d and no equilibrium", reading, m.Tick())
			}
		}
	}
}

// A rate of 0 is 0. A rate that is left out is the baseline.
func TestMarchRates(t *testing.T) {
	s := models.March1991{P1: models.At(0), P2: models.At(.3)}.Scenario()
	if got, want := s.Channels[0].Internalize, (agents.Gradual{Rate: 0}); got != want {
		t.Errorf("P1 is At(0): people learn by %v, want %v", got, want)
	}
	if got, want := s.Channels[0].Objectify,
		(agents.Superior{Rate: .3, PerVote: true}); got != want {
		t.Errorf("P2 is At(.3): the code learns by %v, want %v", got, want)
	}
	if got, want := (models.March1991{}).Scenario().Channels[0].Internalize,
		(agents.Gradual{Rate: .5}); got != want {
		t.Errorf("P1 is left out: people learn by %v, want %v", got, want)
	}
}

func TestMarchValidate(t *testing.T) {
	for _, c := range []struct {
		model models.March1991
		want  string
	}{
		{
			models.March1991{P3: .1},
			"models: March1991: Periods is 0 (to equilibrium), but turnover and turbulence (P3, " +
				"P4) leave none: want 1 or more",
		},
		{
			models.March1991{P1: models.At(1.3)},
			`sim: scenario "march1991 original p1=1.3 p2=0.5": channel "code": Gradual.Rate is ` +
				`1.3, want 0 to 1`,
		},
		{
			models.March1991{Fast: -1},
			`sim: scenario "march1991 original p1=0.5 p2=0.5 fast=-1 fastp1=0.9": channel ` +
				`"code": March1991.Fast is -1, want 0 to 1`,
		},
	} {
		if err := c.model.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%v: the error is\n%v, want\n%s", c.model, err, c.want)
		}
	}
	for _, m := range []models.March1991{
		{}, {P3: .1, P4: .1, Periods: 1}, {Fast: 1, Reading: models.Text},
	} {
		if err := m.Validate(); err != nil {
			t.Errorf("%v: %v", m, err)
		}
	}
}

// Knowledge is recorded after turnover. Where everybody is replaced in every period, nobody who is
// recorded has learned, but the code has.
func TestMarchTurnoverPrecedesTheRecord(t *testing.T) {
	s := models.March1991{P3: 1, Periods: 19}.Scenario()
	individual := stats.TInterval(ends(t, 400, metrics.Score, s)[0], .95)
	near(t, "individuals", individual, 0, 5*individual.SE)
	code := stats.TInterval(ends(t, 400, metrics.NormScore, s)[0], .95)
	if code.Mean < .5 {
		t.Errorf("code %v, want it to have learned", code)
	}
}

// The share of fast learners is a share of people: with p1 = 0 for the others only they learn.
func TestMarchFastShare(t *testing.T) {
	s := models.March1991{P1: models.At(0), Fast: .3, FastP1: models.At(1), Periods: 30}.Scenario()
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	first := make([]agents.Knowledge, m.People())
	for p := range first {
		first[p] = append(agents.Knowledge(nil), m.Beliefs(p)...)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	for p := range first {
		if learned := !m.Beliefs(p).Equal(first[p]); learned != (p < 15) {
			t.Errorf("person %d of 50, 30 %% of whom learn: learned is %v", p, learned)
		}
	}
}

// The readings have their names, and they differ.
func TestReadings(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range models.Readings() {
		seen[r.String()] = true
	}
	if len(seen) != 16 || !seen["original"] || !seen["text"] || !seen["beliefs-jump+code-steps"] {
		t.Errorf("the readings are %v", seen)
	}
}

// What each choice of a reading says happens in a period in which everybody learns with certainty.
// The reading Text has three of the choices, Original none.
func TestReadingsInAPeriod(t *testing.T) {
	for _, r := range models.Readings() {
		want := period{pick(r, models.ShareRight, 0, -30), pick(r, models.CodeSteps, 0, 30),
			pick(r, models.BeliefsJump, -30, 0), pick(r, models.ZerosSilent, 0, 30)}
		if got := periodOf(t, r); got != want {
			t.Errorf("%v: %+v, want %+v", r, got, want)
		}
	}
	for r, want := range map[models.Reading]period{
		models.Text: {wrong: 0, code: 30, person: -30}, models.Original: {-30, 30, 0, 30},
	} {
		if got := periodOf(t, r); got != want {
			t.Errorf("%v: %+v, want %+v", r, got, want)
		}
	}
}

// period holds what distinguishes readings, in 30 dimensions: the score of a code that is wrong in
// all; right less wrong dimensions of the code after a period among people who are all right, and
// of a person likewise; and the number of dimensions in which a person without beliefs says
// something.
type period struct{ wrong, code, person, said int }

func periodOf(t *testing.T, r models.Reading) (p period) {
	t.Helper()
	right, blank := marchAt(t, r, 1), marchAt(t, r, 0)
	p.wrong = int(right.Landscape().Score(right.Norm(0, 0)))
	for _, m := range []*sim.Model{right, blank} {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	p.code, p.person = sum(right, right.Norm(0, 0)), sum(right, right.Beliefs(7))
	p.said = blank.Claims(0, 7).Known()
	return p
}

// pick returns the value that holds with a choice, or the one without.
func pick(r, choice models.Reading, with, without int) int {
	if r&choice != 0 {
		return with
	}
	return without
}

// marchAt is March's model under a reading. All people are right (1) or believe nothing (0), and
// the code is all wrong. Everybody learns with certainty.
func marchAt(t *testing.T, r models.Reading, right int) *sim.Model {
	t.Helper()
	s := models.March1991{Reading: r, P1: models.At(1), P2: models.At(1), Periods: 1}.Scenario()
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for d := range m.Dimensions() {
		truth := m.Landscape().Truth().Get(d)
		m.Norm(0, 0).Set(d, -truth)
		for p := range m.People() {
			m.Beliefs(p).Set(d, truth*agents.Belief(right))
		}
	}
	return m
}

// sum is the number of dimensions in which a body of beliefs is right, less the number in which it
// is wrong.
func sum(m *sim.Model, k agents.Knowledge) (n int) {
	for d := range m.Dimensions() {
		n += int(k.Get(d)) * int(m.Landscape().Truth().Get(d))
	}
	return n
}

// BenchmarkMarch runs 400 replicates of the baseline to equilibrium on one core. A run takes some
// 20 periods.
func BenchmarkMarch(b *testing.B) {
	s := models.March1991{}.Scenario()
	e := sim.Experiment{
		Scenarios: []sim.Scenario{s}, Replicates: 400, Seed: 1991, Workers: 1, At: []int{s.Ticks},
	}
	for b.Loop() {
		if _, err := metrics.Measure(context.Background(), e, metrics.NormScore); err != nil {
			b.Fatal(err)
		}
	}
}
