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

const channel = "line"

// scene is an organization as plain lists, with its model.
type scene struct {
	beliefs [][]int8 // by person
	truth   []int8
	units   []network.Membership
	model   *sim.Model
}

// draw returns a scene drawn at random: any people, dimensions, units and beliefs.
func draw(t testing.TB, r *rand.Rand, people, dimensions int) *scene {
	t.Helper()
	s := &scene{beliefs: make([][]int8, people)}
	for range r.IntN(5) {
		var u network.Membership
		for _, p := range r.Perm(people)[:r.IntN(people+1)] {
			u.Voices = append(u.Voices, network.Voice{Person: int32(p), Weight: 1})
		}
		u.Audience = []int32{}
		for _, p := range r.Perm(people)[:r.IntN(people+1)] {
			u.Audience = append(u.Audience, int32(p))
		}
		s.units = append(s.units, u)
	}
	kinds := 1 + r.IntN(people) // few: some people are alike
	for p := range s.beliefs {
		s.beliefs[p] = make([]int8, dimensions)
		if p >= kinds {
			copy(s.beliefs[p], s.beliefs[r.IntN(kinds)])
			continue
		}
		for d := range s.beliefs[p] {
			s.beliefs[p][d] = int8(r.IntN(3) - 1)
		}
	}
	s.build(t)
	return s
}

// build makes the model.
func (s *scene) build(t testing.TB) {
	t.Helper()
	m, err := sim.New(sim.Scenario{
		Name: "drawn", People: len(s.beliefs), Dimensions: len(s.beliefs[0]), Ticks: 3,
		Channels: []sim.Channel{ring(channel, network.Explicit{Units: s.units})},
	}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for p, row := range s.beliefs {
		for d, b := range row {
			m.Beliefs(p).Set(d, agents.Belief(b))
		}
	}
	s.truth = make([]int8, m.Dimensions())
	for d := range s.truth {
		s.truth[d] = int8(m.Landscape().Truth().Get(d))
	}
	s.model = m
}

// ring returns a channel of a structure with the default rules.
func ring(name string, structure network.Structure) sim.Channel {
	return sim.Channel{
		Name: name, Structure: structure,
		Externalize: agents.Say{Rate: .9}, Objectify: agents.Superior{Rate: .5},
		Internalize: agents.Absorb{Rate: .3},
	}
}

// relabelled returns the scene in which person p has the number to[p].
func (s *scene) relabelled(t testing.TB, to []int) *scene {
	t.Helper()
	o := &scene{beliefs: make([][]int8, len(s.beliefs))}
	for p, row := range s.beliefs {
		o.beliefs[to[p]] = row
	}
	for _, u := range s.units {
		v := network.Membership{Audience: []int32{}}
		for _, seat := range u.Voices {
			seat.Person = int32(to[seat.Person])
			v.Voices = append(v.Voices, seat)
		}
		for _, p := range u.Audience {
			v.Audience = append(v.Audience, int32(to[p]))
		}
		o.units = append(o.units, v)
	}
	o.build(t)
	return o
}

// right is the number of dimensions in which a person is right.
func (s *scene) right(p int) (n int) {
	for d, b := range s.beliefs[p] {
		if b == s.truth[d] {
			n++
		}
	}
	return n
}

// law is a metric, its range, and a plain program that computes it.
type law struct {
	metric   metrics.Metric
	low      float64
	high     func(people, dimensions int) float64
	obvious  func(s *scene) float64 // nil: another test checks it
	tolerant bool                   // sums of fractions: the order may change the last bits
	contacts bool                   // about who hears whom: it counts places
}

func one(int, int) float64            { return 1 }
func quarter(int, int) float64        { return .25 }
func others(people, _ int) float64    { return float64(people - 1) }
func allButOne(people, _ int) float64 { return 1 - 1/float64(people) }

var laws = []law{
	{metric: metrics.Score, low: -1, high: one, obvious: func(s *scene) float64 {
		sum := 0.
		for p := range s.beliefs {
			sum += s.additive(p)
		}
		return sum / float64(len(s.beliefs)*len(s.truth))
	}},
	{metric: metrics.Best, low: -1, high: one, obvious: func(s *scene) float64 {
		best := math.Inf(-1)
		for p := range s.beliefs {
			best = max(best, s.additive(p))
		}
		return best / float64(len(s.truth))
	}},
	{metric: metrics.Performance, high: one, tolerant: true, obvious: func(s *scene) float64 {
		sum := 0.
		for p := range s.beliefs {
			sum += math.Pow(max(s.additive(p)/float64(len(s.truth)), 0), 8)
		}
		return sum / float64(len(s.beliefs))
	}},
	{metric: metrics.NormScore, low: -1, high: one},
	{metric: metrics.TopNorm(channel), low: -1, high: one},
	{metric: metrics.Acceptance(channel), high: one},
	{metric: metrics.Disseminated(channel), high: one},
	{metric: metrics.DisseminatedUnits(channel), high: one},
	{metric: metrics.Consensual(channel, .6), high: one},
	{metric: metrics.Followed(channel, .6), high: one},
	{metric: metrics.BetweenShare(channel), high: one, tolerant: true},
	{metric: metrics.Knowledge, high: one, obvious: func(s *scene) float64 {
		sum := 0
		for p := range s.beliefs {
			sum += s.right(p)
		}
		return float64(sum) / float64(len(s.beliefs)*len(s.truth))
	}},
	{metric: metrics.Consensus, high: one, obvious: func(s *scene) float64 {
		return s.pairs(func(a, b int8) bool { return a == b && a != 0 })
	}},
	{metric: metrics.Diversity, high: one, obvious: func(s *scene) float64 {
		return s.pairs(func(a, b int8) bool { return a != b })
	}},
	{metric: metrics.Distinct, high: one, obvious: func(s *scene) float64 {
		bodies := map[string]bool{}
		for _, row := range s.beliefs {
			key := ""
			for _, b := range row {
				key += string(rune('1' + b))
			}
			bodies[key] = true
		}
		return float64(len(bodies)) / float64(len(s.beliefs))
	}},
	{metric: metrics.Inequality, high: allButOne, tolerant: true, obvious: func(s *scene) float64 {
		// Half the mean absolute difference, relative to the mean.
		apart, sum := 0., 0.
		for p := range s.beliefs {
			sum += float64(s.right(p))
			for q := range s.beliefs {
				apart += math.Abs(float64(s.right(p) - s.right(q)))
			}
		}
		if sum == 0 {
			return 0
		}
		return apart / 2 / (float64(len(s.beliefs)) * sum)
	}},
	{metric: metrics.Newcomers, high: one, obvious: func(*scene) float64 { return 0 }},
	{metric: metrics.Tenure, high: func(_, _ int) float64 { return 1e9 },
		obvious: func(s *scene) float64 { return float64(s.model.Tick()) }},
	{metric: metrics.Core(2), high: one},
	{metric: metrics.FullMembers(channel), high: one},
	{metric: metrics.Said(channel), high: func(_, m int) float64 { return float64(m) }},
	{metric: metrics.Said(metrics.AllChannels), high: func(_, m int) float64 { return float64(m) }},
	{
		metric: metrics.Objectified(channel),
		high:   func(people, m int) float64 { return float64(5*m) / float64(people) },
	},
	{metric: metrics.Taken(channel), high: func(_, m int) float64 { return float64(5 * m) }},
	{metric: metrics.Reused(channel), high: func(_, m int) float64 { return float64(5 * m) }},
	{metric: metrics.Between(channel), high: quarter, tolerant: true,
		obvious: func(s *scene) float64 {
			between, _ := s.variances()
			return between
		}},
	{metric: metrics.Within(channel), high: quarter, tolerant: true,
		obvious: func(s *scene) float64 {
			_, within := s.variances()
			return within
		}},
	{metric: metrics.Contacts(channel), contacts: true, high: others,
		obvious: func(s *scene) float64 {
			return float64(s.ties()) / float64(len(s.beliefs))
		}},
	{metric: metrics.Density(channel), contacts: true, high: one, obvious: func(s *scene) float64 {
		n := len(s.beliefs)
		return float64(s.ties()) / float64(n*(n-1))
	}},
	{metric: metrics.PathLength(channel), contacts: true, low: 1, high: others,
		obvious: func(s *scene) float64 {
			sum, joined := s.steps()
			return sum / joined
		}},
	{metric: metrics.Reachable(channel), contacts: true, high: one,
		obvious: func(s *scene) float64 {
			_, joined := s.steps()
			return joined / float64(len(s.beliefs)*(len(s.beliefs)-1))
		}},
	{
		metric: metrics.Clustering(channel), contacts: true, high: one, tolerant: true,
		obvious: func(s *scene) float64 { return s.clustering() },
	},
}

// additive is March's score.
func (s *scene) additive(p int) (score float64) {
	for d, b := range s.beliefs[p] {
		score += float64(int(b) * int(s.truth[d]))
	}
	return score
}

// pairs returns the share of pairs of different people and dimensions that satisfy a condition.
func (s *scene) pairs(holds func(a, b int8) bool) float64 {
	n, all := 0, 0
	for p, a := range s.beliefs {
		for q, b := range s.beliefs {
			for d := range s.truth {
				if p != q {
					all++
					if holds(a[d], b[d]) {
						n++
					}
				}
			}
		}
	}
	return float64(n) / float64(all)
}

// variances returns the variances of knowledge over seats, between units and within.
func (s *scene) variances() (between, within float64) {
	var all []float64
	var groups [][]float64
	for _, u := range s.units {
		var group []float64
		for _, p := range u.Audience {
			group = append(group, float64(s.right(int(p)))/float64(len(s.truth)))
		}
		all = append(all, group...)
		groups = append(groups, group)
	}
	for _, g := range groups {
		for _, x := range g {
			between += square(mean(g)-mean(all)) / float64(len(all))
			within += square(x-mean(g)) / float64(len(all))
		}
	}
	if len(all) == 0 {
		return math.NaN(), math.NaN()
	}
	return between, within
}

// variance returns the variance of knowledge over all seats.
func (s *scene) variance() (v float64) {
	var all []float64
	for _, u := range s.units {
		for _, p := range u.Audience {
			all = append(all, float64(s.right(int(p)))/float64(len(s.truth)))
		}
	}
	for _, x := range all {
		v += square(x - mean(all))
	}
	return v / float64(len(all))
}

func square(x float64) float64 { return x * x }

func mean(xs []float64) float64 {
	sum := 0.
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// hears reports for each pair of people whether the first hears the second.
func (s *scene) hears() [][]bool {
	h := make([][]bool, len(s.beliefs))
	for p := range h {
		h[p] = make([]bool, len(s.beliefs))
	}
	for _, u := range s.units {
		for _, p := range u.Audience {
			for _, v := range u.Voices {
				h[p][v.Person] = h[p][v.Person] || p != v.Person
			}
		}
	}
	return h
}

func (s *scene) ties() (n int) {
	for _, row := range s.hears() {
		for _, tied := range row {
			if tied {
				n++
			}
		}
	}
	return n
}

// steps returns the sum of distances over the joined pairs, and the number of these pairs (Floyd
// and Warshall).
func (s *scene) steps() (sum, joined float64) {
	far := make([][]float64, len(s.beliefs))
	for p, row := range s.hears() {
		far[p] = make([]float64, len(row))
		for q, tied := range row {
			far[p][q] = math.Inf(1)
			if tied {
				far[p][q] = 1
			}
		}
	}
	for k := range far {
		for p := range far {
			for q := range far {
				far[p][q] = min(far[p][q], far[p][k]+far[k][q])
			}
		}
	}
	for p, row := range far {
		for q, d := range row {
			if p != q && !math.IsInf(d, 1) {
				sum, joined = sum+d, joined+1
			}
		}
	}
	return sum, joined
}

func (s *scene) clustering() float64 {
	h, sum := s.hears(), 0.
	tied := func(p, q int) bool { return h[p][q] || h[q][p] }
	for p := range h {
		closed, pairs := 0., 0.
		for a := range h {
			for b := range a {
				if tied(p, a) && tied(p, b) {
					pairs++
					if tied(a, b) {
						closed++
					}
				}
			}
		}
		if pairs > 0 {
			sum += closed / pairs
		}
	}
	return sum / float64(len(h))
}
