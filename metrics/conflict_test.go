package metrics_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// torn is a scenario in which nobody says anything: person 0 sits in units 0 and 1, person 1 in
// unit 0, which he leads, and person 2 in unit 1. Unit 2 hears unit 1, and person 2 has it above
// him.
func torn() sim.Scenario {
	voice := func(p int32, rank network.Rank) network.Voice {
		return network.Voice{Person: p, Rank: rank, Weight: 1}
	}
	return sim.Scenario{
		Name: "torn", People: 3, Dimensions: 4, Ticks: 10, Reality: sim.Additive{},
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Explicit{Units: []network.Membership{
				{Voices: []network.Voice{voice(0, 0), voice(1, network.Leader)}},
				{Voices: []network.Voice{voice(0, 0), voice(2, 0)}},
				{Heard: []int32{1}, Audience: []int32{}},
			}},
			Externalize: agents.Say{}, Objectify: agents.Superior{}, Internalize: agents.Absorb{},
		}},
	}
}

// hold writes a body of beliefs or a norm.
func hold(k agents.Knowledge, values ...agents.Belief) {
	for d, v := range values {
		k.Set(d, v)
	}
}

// By hand: person 0 has units 0, 1 and 2, persons 1 and 2 have units 0, and 1 and 2. Units 0 and 1
// contradict each other in dimension 0, and 1 and 2 in dimension 1, so person 0 is torn in two of
// four dimensions, and person 2 in one. Person 1 has one unit and does not count.
func TestContradiction(t *testing.T) {
	m := modelOf(t, torn(), 0)
	hold(m.Norm(0, 0), 1, 0, 1, 0)
	hold(m.Norm(0, 1), -1, 1, 1, 0)
	hold(m.Norm(0, 2), 0, -1, 0, 0)
	if got := metrics.Contradiction("work").Of(m); got != 3./8 {
		t.Errorf("%v, want 3/8", got)
	}
}

// By hand: person 0 changes in dimension 0 to the norm of unit 0, whose leader believes it, and in
// dimension 1 to that of unit 1. Of two ends one is won by the leader's side.
func TestSideByHand(t *testing.T) {
	m := modelOf(t, torn(), 0)
	truth := m.Landscape().Truth()
	for d := range 4 {
		m.Norm(0, 0).Set(d, truth.Get(d)) // the better one
		m.Norm(0, 1).Set(d, -truth.Get(d))
		m.Norm(0, 2).Set(d, truth.Get(d)) // above unit 1
		m.Beliefs(0).Set(d, 0)
		m.Beliefs(1).Set(d, -truth.Get(d)) // leads unit 0, and believes what unit 1 holds
	}
	taken := map[metrics.Side]func(*sim.Model) float64{}
	kept := map[metrics.Side]func(*sim.Model) float64{}
	for _, side := range []metrics.Side{metrics.ByLevel, metrics.ByLeader, metrics.ByMerit} {
		taken[side] = metrics.SideTaken("work", side).Run()
		kept[side] = metrics.SideKept("work", side).Run()
		if a, b := taken[side](m), kept[side](m); !math.IsNaN(a) || !math.IsNaN(b) {
			t.Errorf("%v: %v and %v before anything has changed", side, a, b)
		}
	}
	// Person 0 takes the side of units 0 and 2 in three dimensions, and that of unit 1 in one.
	for d := range 4 {
		m.Beliefs(0).Set(d, truth.Get(d))
	}
	m.Beliefs(0).Set(3, -truth.Get(3))
	// Unit 0 gives way to unit 1 in dimension 0, and unit 1 to the others in dimension 1.
	m.Norm(0, 0).Set(0, -truth.Get(0))
	m.Norm(0, 1).Set(1, truth.Get(1))
	for _, c := range []struct {
		side        metrics.Side
		taken, kept float64
	}{
		// Person 0 has two pairs that contradict each other, 0 and 1, and 1 and 2. Only the second
		// has a higher level. Of ends: unit 1 gave way to 2 once.
		{metrics.ByLevel, 3. / 4, 1},
		// Only the first pair has a leader, who is on the side of unit 1.
		{metrics.ByLeader, 1. / 4, 1. / 2},
		// Units 0 and 2 are better than 1. Ends: 0 gave way once, and 1 twice.
		{metrics.ByMerit, 3. / 4, 2. / 3},
	} {
		if a, b := taken[c.side](m), kept[c.side](m); a != c.taken || b != c.kept {
			t.Errorf("%v: taken %v, kept %v, want %v and %v", c.side, a, b, c.taken, c.kept)
		}
	}
}

// slowSides is SideTaken and SideKept by merit, from their comments: one pair, person and dimension
// at a time.
type slowSides struct {
	norms, beliefs        [][]agents.Belief
	worth                 []int32
	of                    [][]int
	taken, lost, kept, no float64
}

func look(k agents.Knowledge, dimensions int) (all []agents.Belief) {
	for d := range dimensions {
		all = append(all, k.Get(d))
	}
	return all
}

func (x *slowSides) note(m *sim.Model) {
	*x = slowSides{taken: x.taken, lost: x.lost, kept: x.kept, no: x.no}
	for u := range m.Norms(0) {
		x.norms = append(x.norms, look(m.Norm(0, u), m.Dimensions()))
		x.worth = append(x.worth, m.Merit(0, u, m.Norm(0, u)))
	}
	for p := range m.People() {
		x.beliefs = append(x.beliefs, look(m.Beliefs(p), m.Dimensions()))
		of := map[int]bool{}
		for _, unit := range m.Units(0).Of(p) {
			for k := int(unit); k >= 0; k = m.Units(0).Parents()[k] {
				of[k] = true
			}
		}
		x.of = append(x.of, nil)
		for u := range x.norms {
			if of[u] {
				x.of[p] = append(x.of[p], u)
			}
		}
	}
}

func (x *slowSides) compare(m *sim.Model) {
	done := map[[3]int]bool{}
	for p, units := range x.of {
		for _, a := range units {
			for _, b := range units {
				for d := range m.Dimensions() {
					if x.worth[a] <= x.worth[b] || x.norms[a][d]*x.norms[b][d] >= 0 {
						continue // a is the side
					}
					if now := m.Beliefs(p).Get(d); now != x.beliefs[p][d] &&
						m.Joined(p) < m.Tick() {
						x.taken += count(now == x.norms[a][d])
						x.lost += count(now == x.norms[b][d])
					}
					nowA, nowB := m.Norm(0, a).Get(d), m.Norm(0, b).Get(d)
					if nowA == nowB && !done[[3]int{a, b, d}] {
						done[[3]int{a, b, d}] = true
						x.kept += count(nowA == x.norms[a][d])
						x.no += count(nowA == x.norms[b][d])
					}
				}
			}
		}
	}
}

func count(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// In whole runs of many organizations, with newcomers and people who change their seats, the shares
// are those of the definition at every tick.
func TestSidesAreTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 8))
	counted := 0
	for shape := range 12 {
		teams := network.Communities{Team: 3, Size: 3 + shape%2}
		s := torn()
		s.People, s.Dimensions, s.Ticks = 18+r.IntN(12), 60+r.IntN(20), 12
		s.Events = []sim.Event{sim.Turnover{Rate: .05}, sim.Reshuffle{Channel: "work", Every: 5}}
		s.Channels[0] = sim.Channel{
			Name: "work", Structure: network.Nested{Of: network.Led{Of: teams}, Fan: shape % 3 * 2},
			Externalize: agents.Say{Rate: .8}, Objectify: agents.Majority{Rate: .4},
			Internalize: agents.Absorb{Rate: .3},
		}
		m, x := modelOf(t, s, 0), slowSides{}
		taken, kept := metrics.SideTaken("work", metrics.ByMerit).Run(),
			metrics.SideKept("work", metrics.ByMerit).Run()
		taken(m)
		kept(m)
		for x.note(m); !m.Done(); x.note(m) {
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
			x.compare(m)
			equal(t, taken(m), x.taken/(x.taken+x.lost))
			equal(t, kept(m), x.kept/(x.kept+x.no))
		}
		counted += int(x.taken + x.lost + x.kept + x.no)
	}
	if counted < 1000 {
		t.Errorf("%d changes in all, want many", counted)
	}
}

func equal(t *testing.T, got, want float64) {
	t.Helper()
	if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Two of three people with seats have one in the unit that met, and two of four seats are in it.
func TestMeetingTime(t *testing.T) {
	s := torn()
	s.Channels[0].Agenda = agents.AboutFunc(func(u *agents.Unit, about []uint64) {
		if u.ID == 0 {
			about[0] = 1
		}
	})
	m := modelOf(t, s, 0)
	if v := metrics.MeetingTime("work").Of(m); !math.IsNaN(v) {
		t.Errorf("%v at tick 0, want none", v)
	}
	if err := m.Step(); err != nil {
		t.Fatal(err)
	}
	equal(t, metrics.MeetingTime("work").Of(m), 2./4)
	equal(t, metrics.Occupied("work").Of(m), 2./3)
}
