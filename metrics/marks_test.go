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

// norms puts random norms into a scene, and returns them by unit.
func (s *scene) norms(r *rand.Rand) (all [][]int8) {
	for u := range s.units {
		row := make([]int8, len(s.truth))
		for d := range row {
			row[d] = int8(r.IntN(3) - 1)
			s.model.Norm(0, u).Set(d, agents.Belief(row[d]))
		}
		all = append(all, row)
	}
	return all
}

// marks are the marks without a history, counted one person and dimension at a time.
type marks struct{ people, units, consensual, followed float64 }

func (s *scene) marks(norms [][]int8, share float64) (x marks) {
	objective, held, holding := 0., 0., 0.
	for d := range s.truth {
		for _, b := range []int8{-1, 1} {
			in := 0.
			for _, norm := range norms {
				in += number(norm[d] == b)
			}
			if in == 0 {
				continue
			}
			objective, holding = objective+1, holding+in
			for _, row := range s.beliefs {
				held += number(row[d] == b)
			}
		}
	}
	x.people = held / objective / float64(len(s.beliefs))
	x.units = holding / objective / float64(len(norms))
	all, shared, seats, follow := 0., 0., 0., 0.
	for u, norm := range norms {
		same, known := make([]float64, len(s.beliefs)), 0.
		for d, b := range norm {
			if b == 0 {
				continue
			}
			hold := 0.
			known++
			for _, p := range s.units[u].Audience {
				hold += number(s.beliefs[p][d] == b)
				same[p] += number(s.beliefs[p][d] == b)
			}
			if people := float64(len(s.units[u].Audience)); people > 0 {
				all++
				shared += number(hold >= share*people)
			}
		}
		for _, p := range s.units[u].Audience {
			if known > 0 {
				seats++
				follow += number(same[p] >= share*known)
			}
		}
	}
	x.consensual, x.followed = shared/all, follow/seats
	return x
}

func TestMarksByCount(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 16))
		s := draw(t, r, 1+r.IntN(9), 1+r.IntN(6)*r.IntN(14))
		share := []float64{.25, .5, .75, 1}[r.IntN(4)]
		want := s.marks(s.norms(r), share)
		for _, c := range []struct {
			metric metrics.Metric
			want   float64
		}{
			{metrics.Disseminated(channel), want.people},
			{metrics.DisseminatedUnits(channel), want.units},
			{metrics.Consensual(channel, share), want.consensual},
			{metrics.Followed(channel, share), want.followed},
		} {
			if got := c.metric.Of(s.model); !same(got, c.want, 1e-12) {
				t.Errorf("seed %d: %s is %v, want %v", seed, c.metric.Name, got, c.want)
			}
		}
	}
}

// A share is reached where as many hold what counts as knowledge. In floating point .55 times 100
// is more than 55, which must not matter.
func TestSharesAreReached(t *testing.T) {
	for n := range 101 {
		m, err := sim.New(sim.Scenario{
			Name: "hundred", People: 100, Dimensions: 100, Ticks: 1,
			Channels: []sim.Channel{ring(channel, network.Organization{})},
		}, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		for p := range 100 {
			clear(m.Beliefs(p))
			for d := range 100 {
				m.Norm(0, 0).Set(d, 1)
				if (p+d)%100 < n {
					m.Beliefs(p).Set(d, 1)
				}
			}
		}
		share := max(float64(n), 1) / 100
		want := float64(min(n, 1))
		for _, metric := range []metrics.Metric{metrics.Consensual(channel, share),
			metrics.Followed(channel, share)} {
			if got := metric.Of(m); got != want {
				t.Errorf("%d of 100: %s is %v, want %v", n, metric.Name, got, want)
			}
		}
	}
}

// comings is an organization in which people talk, forget, try and are replaced.
func comings(r *rand.Rand, structure network.Structure) sim.Scenario {
	c := ring(channel, structure)
	c.Externalize = agents.Say{Rate: r.Float64()}
	if r.IntN(2) == 0 {
		c.Externalize = agents.Act{} // people also say what they do not believe
	}
	return sim.Scenario{
		Name: "comings", People: 12, Dimensions: 1 + r.IntN(70), Ticks: 12,
		Experience: agents.Flip{}, Channels: []sim.Channel{c},
		Events: []sim.Event{sim.Turnover{Rate: .1},
			sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
				switch m.Tick() {
				case 4:
					m.Leave(3)
				case 8:
					m.Replace(3)
				}
			})},
	}
}

// moment is what a plain program keeps of one tick.
type moment struct {
	beliefs, claims, norms [][]agents.Belief
	joined                 []int
}

func momentOf(m *sim.Model) (x moment) {
	list := func(k agents.Knowledge) (row []agents.Belief) {
		for d := range m.Dimensions() {
			row = append(row, k.Get(d))
		}
		return row
	}
	for p := range m.People() {
		x.beliefs = append(x.beliefs, list(m.Beliefs(p)))
		x.claims = append(x.claims, list(m.Claims(0, p)))
		x.joined = append(x.joined, m.Joined(p))
		if m.Vacant(p) {
			x.joined[p] = -1
		}
	}
	for u := range m.Norms(0) {
		x.norms = append(x.norms, list(m.Norm(0, u)))
	}
	return x
}

// kept is the plain Permanent of bodies after some moments.
func kept(all []moment, after int, of func(moment) [][]agents.Belief, people bool) float64 {
	left, learned := 0., 0.
	for t := after + 1; t < len(all); t++ {
		was, before := all[t-after], all[t-after-1]
		for i, body := range of(was) {
			if people && was.joined[i] != before.joined[i] {
				continue
			}
			for d, b := range body {
				if b != 0 && of(before)[i][d] != b {
					learned++
					gone := people && all[t].joined[i] != was.joined[i]
					left += number(!gone && of(all[t])[i][d] == b)
				}
			}
		}
	}
	return left / learned
}

// transmitted is the plain Transmissible after some moments.
func transmitted(m *sim.Model, all []moment, after int) float64 {
	var n, held [2]float64
	for t := after; t < len(all); t++ {
		was, next := all[t-after], all[t-after+1]
		for p, row := range was.beliefs {
			if all[t].joined[p] != was.joined[p] || was.joined[p] < 0 {
				continue
			}
			for d, before := range row {
				for _, b := range []agents.Belief{-1, 1} {
					if before != b {
						heard := hears(m, next, p, d, b)
						n[heard]++
						held[heard] += number(all[t].beliefs[p][d] == b)
					}
				}
			}
		}
	}
	return held[1]/n[1] - held[0]/n[0]
}

// hears is 1 if another voice of a unit of the person claims a belief, and else 0.
func hears(m *sim.Model, now moment, p, d int, b agents.Belief) int {
	for _, u := range m.Units(0).Of(p) {
		for _, q := range m.Units(0).Voices(int(u)) {
			if int(q) != p && now.claims[q][d] == b {
				return 1
			}
		}
	}
	return 0
}

// Of runs with turnover, in teams, overlapping communities and circles, the marks with a history
// are those of a plain program that keeps all ticks.
func TestPastByCount(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 17))
		structure := []network.Structure{
			network.Isolated{Size: 3}, network.Communities{Team: 3, Size: 3, Periphery: 1},
			network.Circles{Of: network.RingLattice{Neighbours: 4}}, network.Organization{},
		}[seed%4]
		s := comings(r, structure)
		for _, after := range []int{1, 2, 5} {
			var all []moment
			var last *sim.Model
			look := func(m *sim.Model) { all, last = append(all, momentOf(m)), m }
			check := func(metric metrics.Metric, want func() float64) {
				t.Helper()
				all = nil
				got, wants := traced(t, s, metric, nil), []float64(nil)
				traced(t, s, metrics.Score, func(m *sim.Model) {
					look(m)
					wants = append(wants, want())
				})
				for tick := range got {
					if !same(got[tick], wants[tick], 1e-12) {
						t.Errorf("seed %d, tick %d: %s is %v, want %v", seed, tick, metric.Name,
							got[tick], wants[tick])
					}
				}
			}
			check(metrics.Permanent(after), func() float64 {
				return kept(all, after, func(x moment) [][]agents.Belief { return x.beliefs }, true)
			})
			check(metrics.PermanentNorms(channel, after), func() float64 {
				if last.Norms(0) == 0 {
					return math.NaN()
				}
				return kept(all, after, func(x moment) [][]agents.Belief { return x.norms }, false)
			})
			check(metrics.Transmissible(channel, after), func() float64 {
				return transmitted(last, all, after)
			})
		}
	}
}

// Hearing makes no difference where nobody learns, and all the difference where all who hear what
// one says take it over at once.
func TestTransmissible(t *testing.T) {
	for rate, want := range map[float64]float64{0: 0, 1: 1} {
		s := levels()
		s.Channels[0].Structure = network.Isolated{Size: 12}
		s.Channels[0].Internalize = agents.Absorb{Rate: rate}
		s.Beliefs = agents.BeginFunc(func(p *agents.Person, belief agents.Knowledge) {
			for d := 0; p.ID == 0 && d < 4; d++ {
				belief.Set(d, 1)
			}
		})
		s.Reality = sim.Additive{}
		s.Channels[0].Objectify = agents.ObjectifyFunc(
			func(_ *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
				copy(norm, said.At(0))
			})
		if got := traced(t, s, metrics.Transmissible(channel, 1), nil)[1]; got != want {
			t.Errorf("rate %v: transmissible is %v, want %v", rate, got, want)
		}
	}
}

// With a turnover of r and no other loss (1-r)^h of what was learned is left; the bound is 4
// standard errors.
func TestPermanentUnderTurnover(t *testing.T) {
	const r, after, people = .1, 5, 2000
	s := sim.Scenario{
		Name: "leaving", People: people, Dimensions: 1, Ticks: 1 + after,
		Beliefs: agents.BeginFunc(func(*agents.Person, agents.Knowledge) {}),
		Events: []sim.Event{
			sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
				for p := 0; m.Tick() == 1 && p < people; p++ {
					m.Beliefs(p).Set(0, 1)
				}
			}),
			sim.During{Event: sim.Turnover{Rate: r}, First: 2, Last: 9},
		},
	}
	want := math.Pow(1-r, after)
	got := traced(t, s, metrics.Permanent(after), nil)[1+after]
	if math.Abs(got-want) > 4*math.Sqrt(want*(1-want)/people) {
		t.Errorf("%v of what was learned is left, want %v", got, want)
	}
}

// Depreciation at a lambda of .75 a month leaves .75^12 = .0317 of a stock after a year (Argote,
// Beckman and Epple 1990, as 3.2 %). What keeps .75 in 3 ticks has 3 ticks a month.
func TestDepreciation(t *testing.T) {
	liberty, kim := metrics.Depreciations[0], metrics.Depreciations[1]
	if got := liberty.After(12); math.Abs(got-.0317) > .00005 || math.Round(1000*got) != 32 {
		t.Errorf("after a year %v is left, want .0317", got)
	}
	if liberty.After(0) != 1 || kim.After(1) != .55 {
		t.Errorf("%v is left at once, and %v after a month", liberty.After(0), kim.After(1))
	}
	if got := liberty.TicksAMonth(.75, 3); math.Abs(got-3) > 1e-12 {
		t.Errorf("a month is %v ticks, want 3", got)
	}
	if got := liberty.TicksAMonth(.9, 10); math.Abs(math.Pow(.9, got/10)-.75) > 1e-12 {
		t.Errorf("a month is %v ticks", got)
	}
	for _, kept := range []float64{0, 1, nan, -1} {
		if got := liberty.TicksAMonth(kept, 1); !math.IsNaN(got) {
			t.Errorf("%v kept: a month is %v ticks, want none", kept, got)
		}
	}
	carried := []float64{.75, .90, .98, .99} // 25, 10, 2 and 1 % a month leave
	for i, d := range metrics.Turnovers {
		if d.Carried != carried[i] {
			t.Errorf("%s: %v stay, want %v", d.Source, d.Carried, carried[i])
		}
	}
}

// A block that somebody knew at first is not new when it spreads; one that is put together is.
func TestInnovation(t *testing.T) {
	s := levels()
	s.Ticks = 2
	s.Channels[0].Internalize = agents.Absorb{}
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
		for p := range m.People() {
			know(m, m.Beliefs(p), 0)
		}
		know(m, m.Beliefs(0), 3)
		switch m.Tick() {
		case 1:
			know(m, m.Beliefs(1), 2)
		case 2:
			know(m, m.Beliefs(1), 8)
		}
	})}
	for block, want := range map[int][]float64{
		1: {0, 0, 5. / 8}, 2: {0, 0, 3. / 4}, 4: {0, 0, 1}, 8: {0, 0, 1},
	} {
		if got := traced(t, s, metrics.Innovation(block), nil); !slices.Equal(got, want) {
			t.Errorf("blocks of %d: innovation is %v, want %v", block, got, want)
		}
	}
}

// Of 100 people nobody holds a block of 4 with (1-1/81)^100 = .289; the bound is 4 standard errors
// over 400 runs of 16 blocks.
func TestRoomForInnovation(t *testing.T) {
	s := sim.Scenario{Name: "first", People: 100, Dimensions: 64, Ticks: 1,
		Reality: sim.Blocks{Size: 4},
		Events: []sim.Event{sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
			if m.Tick() == 1 {
				know(m, m.Beliefs(0), 64)
			}
		})}}
	sum, want := 0., math.Pow(80./81, 100)
	const runs = 400
	for replicate := range uint64(runs) {
		m := modelOf(t, s, replicate)
		read := metrics.Innovation(4).Run()
		read(m)
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		sum += read(m) / runs
	}
	if math.Abs(sum-want) > 4*math.Sqrt(want*(1-want)/(16*runs)) {
		t.Errorf("%v of the blocks are held by nobody, want %v", sum, want)
	}
}
