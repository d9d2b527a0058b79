package search_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/search"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/whatif"
)

// The made-up organization: five departments that share nobody. The people of the first know two
// thirds of what is true, those of the others nothing. The second has 20 people, the others 6. So
// the best seat is one of the first department in the second.
const masters, large = 0, 1

var sizes = []int{6, 20, 6, 6, 6}

func planted() search.Seats {
	var of []int
	groups := make([][]int, len(sizes))
	for d, n := range sizes {
		for range n {
			groups[d] = append(groups[d], len(of))
			of = append(of, d)
		}
	}
	on := setups.Default()
	on.People, on.Dimensions, on.Seen, on.Ticks, on.Block = len(of), 60, 0, 12, 1
	s := on.Scenario("planted", network.Teams{Of: of})
	s.Events = []sim.Event{sim.EventFunc(func(m *sim.Model, c *agents.Stream) {
		if m.Tick() > 0 {
			return
		}
		for p := range m.People() {
			clear(m.Beliefs(p))
			for d := range m.Dimensions() {
				if of[p] == masters && c.IntN(3) > 0 {
					m.Beliefs(p).Set(d, m.Landscape().Truth().Get(d))
				}
			}
		}
	})}
	return search.Seats{Base: s, Channel: setups.Channel, Groups: groups,
		Units: []int{0, 1, 2, 3, 4}, Seats: 1, Metric: metrics.Score, At: []int{12},
		Halving: search.Halving{Begin: 4, Most: 64}, Held: 40}
}

// gain is by how much a seat raises the metric, in many replicates of another seed: the truth.
func gain(t *testing.T, s search.Seats, k search.Kind) float64 {
	t.Helper()
	changed := whatif.Scenario(s.Base, "changed", 0, whatif.Join{Channel: s.Channel,
		People: s.Groups[k.From], Unit: k.To})
	table, err := metrics.Measure(context.Background(), sim.Experiment{
		Scenarios: []sim.Scenario{s.Base, changed}, Replicates: 2000, Seed: 77, At: s.At}, s.Metric)
	if err != nil {
		t.Fatal(err)
	}
	return stats.Mean(table.Values("changed", s.Metric, 12)) -
		stats.Mean(table.Values("planted", s.Metric, 12))
}

// The planted seat is found in 19 of 20 seeds or more, and the interval from replicates that chose
// nothing covers its true gain in as many as a 95 % interval may miss: in 17 of 20 or more (fewer
// have a chance of .016, binomial). What chose it is higher on average than the truth.
func TestSeatsFindThePlanted(t *testing.T) {
	best := search.Kind{From: masters, To: large}
	truth := gain(t, planted(), best)
	found, covered, random := 0, 0, 0
	for seed := range uint64(20) {
		s := planted()
		s.Seed = seed
		f, err := s.Search(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if f.Kinds[0] == best {
			found++
		}
		if f.Gain.Low <= truth && truth <= f.Gain.High {
			covered++
		}
		if f.OverRandom.Low > 0 {
			random++
		}
	}
	if found < 19 || covered < 17 || random < 19 {
		t.Errorf("found in %d of 20 seeds, covered in %d, better than random in %d; the truth is "+
			"%.4f", found, covered, random, truth)
	}
}

// The same seats and estimates with any number of workers. Progress ends at its total.
func TestSeatsOfAnyWorkers(t *testing.T) {
	var first string
	for _, workers := range []int{1, 2, 7} {
		s := planted()
		s.Seats, s.Workers, s.Held = 2, workers, 5
		s.Halving.Most = 8
		done, total := 0, 0
		s.Progress = func(d, of int) { done, total = d, of }
		f, err := s.Search(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprint(*f)
		if first == "" {
			first = text
		}
		if text != first || len(f.Kinds) != 2 || len(f.Chosen) != 2 {
			t.Errorf("%d workers: %s want %s", workers, text, first)
		}
		if done == 0 || float64(done) < .9*float64(total) || done > total {
			t.Errorf("progress ended at %d of %d", done, total)
		}
	}
}

// A kind of seat from fewer people than Least is no candidate.
func TestSeatsOfFew(t *testing.T) {
	s := planted()
	s.Least, s.Seats, s.Held, s.Halving = 6, 3, 2, search.Halving{Begin: 1, Most: 1}
	f, err := s.Search(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[search.Kind]bool{}
	for _, k := range f.Kinds {
		if seen[k] && len(s.Groups[k.From]) < 7 {
			t.Errorf("%v twice: the second is drawn from 5 people", k)
		}
		seen[k] = true
	}
}

func TestSeatsRefuses(t *testing.T) {
	for _, c := range []struct {
		set  func(*search.Seats)
		want string
	}{
		{func(s *search.Seats) { s.Seats = 0 }, "Seats.Seats is 0, want 1 or more"},
		{func(s *search.Seats) { s.At = nil }, "Seats.At has no tick"},
		{func(s *search.Seats) { s.Held = 1 }, "Seats.Held is 1, want 2"},
		{func(s *search.Seats) { s.Least = -1 }, "Seats.Least is -1"},
		{func(s *search.Seats) { s.Least = 21 }, "from no group can 21 people or more get a seat"},
		{func(s *search.Seats) { s.Halving.Begin = 0 }, "Halving.Begin is 0"},
		{func(s *search.Seats) { s.Channel = "play" }, `there is no channel "play"`},
		{func(s *search.Seats) { s.Base.People = 0 }, "People"},
	} {
		s := planted()
		c.set(&s)
		if _, err := s.Search(context.Background()); err == nil ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}

// Where all kinds of seats give the same, the best of them looks better than it is in the
// replicates that chose it, and the estimate from others does not: its interval covers the truth in
// 17 of 20 seeds or more.
func TestWinnersCurse(t *testing.T) {
	same := func() search.Seats {
		s := planted()
		s.Groups, s.Units = make([][]int, 5), []int{0, 1, 2, 3, 4}
		of := make([]int, 30)
		for p := range of {
			of[p] = p / 6
			s.Groups[p/6] = append(s.Groups[p/6], p)
		}
		on := setups.Default()
		on.People, on.Dimensions, on.Seen, on.Ticks, on.Block = 30, 60, 0, 12, 1
		s.Base = on.Scenario("planted", network.Teams{Of: of})
		s.Halving, s.Held = search.Halving{Begin: 4, Most: 16}, 16
		return s
	}
	truth := gain(t, same(), search.Kind{From: 0, To: 1})
	covered, above := 0, 0
	for seed := range uint64(20) {
		s := same()
		s.Seed = seed
		f, err := s.Search(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if f.Gain.Low <= truth && truth <= f.Gain.High {
			covered++
		}
		if f.Chosen[0].Mean > truth {
			above++
		}
	}
	if covered < 17 || above < 18 {
		t.Errorf("covered in %d of 20 seeds; chosen above the truth of %.4f in %d", covered, truth,
			above)
	}
}
