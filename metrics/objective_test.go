package metrics_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// teams returns units of so many consecutive people each.
func teams(sizes ...int) (units []network.Membership) {
	p := int32(0)
	for _, size := range sizes {
		var u network.Membership
		for range size {
			u.Voices = append(u.Voices, network.Voice{Person: p, Weight: 1})
			p++
		}
		units = append(units, u)
	}
	return units
}

// reading reads a metric with a history off one model, once.
func reading(m *sim.Model, of metrics.Metric) float64 {
	if of.Run != nil {
		return of.Run()(m)
	}
	return of.Of(m)
}

// Two units of three, each unanimous, one right and one wrong: by agreement all six say that the
// objective is attained. Three are right, and three say so falsely. By standing, with norms that
// are what they believe, the three say so who are right.
func TestUnanimousAndWrong(t *testing.T) {
	yes, no := []int8{1, 1, 1, 1}, []int8{-1, -1, -1, -1}
	m := believing(t, teams(3, 3), yes, yes, yes, no, no, no)
	for u := range 2 {
		copy(m.Norm(0, u), m.Beliefs(3*u))
	}
	o := metrics.Objective{Metric: metrics.UnitScore, AtLeast: 1}
	agree, stand := metrics.ByAgreement(1), metrics.ByStanding(1)
	for _, c := range []struct {
		metric metrics.Metric
		want   float64
	}{
		{o.Attained(channel), .5},
		{o.Said(agree, channel), 1}, {o.False(agree, channel), .5}, {o.Unseen(agree, channel), 0},
		{o.Said(stand, channel), .5}, {o.False(stand, channel), 0},
		{o.Unseen(stand, channel), 0},
		// Nobody has gained anything.
		{o.Said(metrics.ByGain(.1), channel), 0}, {o.Unseen(metrics.ByGain(.1), channel), .5},
	} {
		if got := reading(m, c.metric); got != c.want {
			t.Errorf("%s is %v, want %v", c.metric.Name, got, c.want)
		}
	}
}

// In random organizations the metrics are those of a plain count over seats, and what is said and
// attained differs by what is false and unseen.
func TestObjectiveByCount(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 15))
		s := draw(t, r, 1+r.IntN(9), 1+r.IntN(70))
		m := s.model
		if seed%3 == 0 {
			m.Leave(0)
		}
		o := metrics.Objective{Metric: metrics.UnitKnowledge, AtLeast: r.Float64() / 2}
		v := metrics.ByAgreement(r.Float64() / 2)
		var seats, is, says, both float64
		for _, u := range s.units {
			people := slices.DeleteFunc(slices.Clone(u.Audience),
				func(p int32) bool { return m.Vacant(int(p)) })
			right := 0
			for _, p := range people {
				right += s.right(int(p))
			}
			attained := float64(right) >= o.AtLeast*float64(len(people)*len(s.truth))
			for _, p := range people {
				seats++
				agreed, pairs := 0, 0
				for _, q := range people {
					for d, b := range s.beliefs[p] {
						if p != q {
							pairs++
							if b != 0 && b == s.beliefs[q][d] {
								agreed++
							}
						}
					}
				}
				said := pairs > 0 && float64(agreed) >= v.AtLeast*float64(pairs)
				is, says = is+number(attained), says+number(said)
				both += number(attained && said)
			}
		}
		got := []float64{reading(m, o.Attained(channel)), reading(m, o.Said(v, channel)),
			reading(m, o.False(v, channel)), reading(m, o.Unseen(v, channel))}
		for i, want := range []float64{is / seats, says / seats, (says - both) / seats,
			(is - both) / seats} {
			if !same(got[i], want, 1e-12) {
				t.Errorf("seed %d: metric %d is %v, want %v", seed, i, got[i], want)
			}
		}
		if !same(got[1]-got[2], got[0]-got[3], 1e-12) {
			t.Errorf("seed %d: said less false and attained less unseen differ: %v", seed, got)
		}
	}
}

func number(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// What was so at By stands, whatever happens later.
func TestObjectiveBy(t *testing.T) {
	s := levels()
	s.Channels[0].Structure = network.Isolated{Size: 4}
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		for p := range m.People() {
			know(m, m.Beliefs(p), m.Tick())
		}
	})}
	o := metrics.Objective{Metric: metrics.UnitKnowledge, AtLeast: 3. / 8}
	if got := traced(t, s, o.Attained(channel), nil); !slices.Equal(got,
		[]float64{0, 0, 0, 1, 1, 1, 1}) {
		t.Errorf("attained %v, want from tick 3 on", got)
	}
	missing := math.NaN()
	said := o.Said
	for by, want := range map[int]float64{2: 0, 3: 1, 50: 1} { // the run ends at 6
		o.By = by
		got := traced(t, s, o.Attained(channel), nil)
		for tick, v := range got {
			if due := min(by, 6); tick < due && !math.IsNaN(v) || tick >= due && v != want {
				t.Errorf("by %d: attained %v, want %v from then on", by, got, want)
			}
		}
	}
	if got := traced(t, s, said(metrics.ByGain(.5), channel), nil); !slices.Equal(got,
		[]float64{0, 0, 0, 0, 1, 1, 1}) { // 4 of 8 in four ticks
		t.Errorf("said by gain: %v, want from tick 4 on", got)
	}
	o.By = 4
	for tick, v := range traced(t, s, o.Said(metrics.ByGain(.5), channel), nil) {
		if want := []float64{missing, missing, missing, missing, 1, 1, 1}[tick]; !same(v, want, 0) {
			t.Errorf("said by gain at tick %d: %v, want %v", tick, v, want)
		}
	}
}

// A newcomer has gained nothing when he comes.
func TestGainOfNewcomers(t *testing.T) {
	s := levels()
	s.Ticks = 4
	s.Channels[0].Structure = network.Isolated{Size: 12}
	s.Channels[0].Internalize = agents.Absorb{}
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		switch m.Tick() {
		case 0, 1:
			for p := range m.People() {
				know(m, m.Beliefs(p), 8*m.Tick())
			}
		case 2:
			for p := range 6 {
				m.Replace(p)
				know(m, m.Beliefs(p), 8)
			}
		}
	})}
	o := metrics.Objective{Metric: metrics.UnitKnowledge, AtLeast: 1}
	if got := traced(t, s, o.Said(metrics.ByGain(1), channel), nil); !slices.Equal(got,
		[]float64{0, 1, .5, .5, .5}) {
		t.Errorf("said by gain: %v, want half after half have been replaced", got)
	}
}

// Where merit is seen in part, all people of a unit judge on one sample, and in another tick on
// another one. A norm that is right in half of the blocks stands at 0 to 1, and at .5 on average.
func TestStandingIsSeenInPart(t *testing.T) {
	m, err := sim.New(sim.Scenario{
		Name: "half seen", People: 4, Dimensions: 16, Ticks: 200,
		Reality: sim.Blocks{Size: 4, Seen: 4},
		Channels: []sim.Channel{{Name: channel, Structure: network.Isolated{Size: 2},
			Externalize: agents.Say{}, Objectify: agents.Superior{},
			Internalize: agents.Absorb{}}},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for u := range 2 {
		know(m, m.Norm(0, u), 8)
	}
	view, sum, differ := metrics.ByStanding(.5), 0., 0
	for !m.Done() {
		a, b := view.Of(m, 0, 0, 0), view.Of(m, 0, 0, 1)
		if a != b || a != 0 && a != 1 {
			t.Fatalf("tick %d: two people of a unit see %v and %v", m.Tick(), a, b)
		}
		if view.Of(m, 0, 1, 2) != a {
			differ++
		}
		sum += a
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if math.Abs(sum-100) > 4*math.Sqrt(50) || math.Abs(float64(differ)-100) > 4*math.Sqrt(50) {
		t.Errorf("in 200 ticks %v stood at 1, and two units differed in %d, want 100 each", sum,
			differ)
	}
}

// The correlation over units of what is said and what the unit is like is Pearson's, by hand: three
// units of 1, 2 and 3 people, in which 0, 1/2 and 1 say so, go together wholly; whom all say alike
// has none.
func TestGoes(t *testing.T) {
	m := believing(t, teams(1, 2, 3), []int8{1, 0}, []int8{1, 1}, []int8{-1, 1}, []int8{1, 1},
		[]int8{1, 1}, []int8{1, 1})
	says := metrics.View{Name: "knowing", AtLeast: 2,
		Of: func(m *sim.Model, _, _, p int) float64 {
			return float64(m.Beliefs(p).Agreement(m.Landscape().Truth()))
		}}
	o := metrics.Objective{Metric: metrics.UnitKnowledge, AtLeast: 1}
	all := says
	all.AtLeast = 0
	for _, c := range []struct {
		metric metrics.Metric
		want   float64
	}{
		{o.Goes(says, metrics.UnitSize, channel), 1},
		{o.Goes(all, metrics.UnitSize, channel), math.NaN()},
		// 0, 0, 1 beside 1, 2, 3: covariance 1, variances 2/3 and 2 (sums of squares).
		{o.FactGoes(metrics.UnitSize, channel), 1 / math.Sqrt(4./3)},
		{metrics.Correlation(metrics.UnitSize, metrics.UnitSize, channel), 1},
		// knowledge .5, .75, 1
		{metrics.Correlation(metrics.UnitSize, metrics.UnitKnowledge, channel), 1},
		{metrics.OverSeats(metrics.UnitSize, channel), 14. / 6},
		{metrics.OverSeats(metrics.UnitKnowledge, channel), (.5 + 1.5 + 3) / 6},
	} {
		if got := reading(m, c.metric); !same(got, c.want, 1e-12) {
			t.Errorf("%s is %v, want %v", c.metric.Name, got, c.want)
		}
	}
}

// Objectives, views and locals out of their ranges are errors that name them.
func TestObjectiveErrors(t *testing.T) {
	sound := metrics.Objective{Metric: metrics.UnitScore, AtLeast: .5}
	late, none, without := sound, sound, sound
	late.By, none.AtLeast, without.Metric = -1, nan, metrics.Local{Name: "nothing"}
	v := metrics.ByAgreement(inf)
	if err := none.FactGoes(metrics.UnitSize, "work").Fits(asking()); err == nil ||
		err.Error() != "Objective.AtLeast is NaN, want a number" {
		t.Error(err)
	}
	for want, m := range map[string]metrics.Metric{
		"Objective.By is -1, want 0 to 2147483647":            late.Attained("work"),
		`the local "nothing" has both Of and Run, or neither`: without.Attained("work"),
		"View.AtLeast is +Inf, want a number":                 sound.Said(v, "work"),
		`the view "x" has both Of and Run, or neither`: sound.Unseen(
			metrics.View{Name: "x"}, "work"),
		`there is no channel "play", but "work"`:                 sound.Attained("play"),
		"it is read 0 ticks later, want 1 to 2147483647":         metrics.Permanent(0),
		"it is read -1 ticks later, want 1 to 2147483647":        metrics.Transmissible("work", -1),
		"the trait is 3, want 0 to 2":                            metrics.Trait(3),
		"the side is 3, want 0 to 2":                             metrics.SideTaken("work", 3),
		"the side is 255, want 0 to 2":                           metrics.SideKept("work", 255),
		"Consensual: the share is 1.5, want above 0 to 1":        metrics.Consensual("work", 1.5),
		"Followed: the share is 0, want above 0 to 1":            metrics.Followed("work", 0),
		"a block of 3, want 1 or more that divides 2 dimensions": metrics.Innovation(3),
		"it is read 2147483647 ticks later, want 1 to 22369621 with 3 people and 2 " +
			"dimensions": metrics.PermanentNorms("work", sim.MaxTicks),
	} {
		if err := m.Fits(asking()); err == nil || err.Error() != want {
			t.Errorf("%s: the error is %v, want %s", m.Name, err, want)
		}
	}
	for _, m := range []metrics.Metric{sound.Attained("work"), metrics.Permanent(3),
		sound.Said(metrics.ByGain(.1), "work"), metrics.Innovation(2)} {
		if err := m.Fits(asking()); err != nil {
			t.Errorf("%s: %v", m.Name, err)
		}
	}
}

// Renumbering people changes no metric of an objective, and no correlation.
func TestObjectiveOfRenumbered(t *testing.T) {
	o := metrics.Objective{Metric: metrics.UnitKnowledge, AtLeast: .3}
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 18))
		s := draw(t, r, 2+r.IntN(9), 1+r.IntN(20))
		other := s.relabelled(t, r.Perm(len(s.beliefs)))
		for _, v := range []metrics.View{metrics.ByGain(0), metrics.ByStanding(.2),
			metrics.ByAgreement(.3)} {
			for _, m := range []metrics.Metric{o.Said(v, channel), o.False(v, channel),
				o.Goes(v, metrics.UnitSize, channel), o.FactGoes(metrics.UnitSaid, channel)} {
				a, b := reading(s.model, m), reading(other.model, m)
				if !same(a, b, 1e-12) {
					t.Errorf("seed %d: %s is %v, with other numbers %v", seed, m.Name, a, b)
				}
			}
		}
	}
}
