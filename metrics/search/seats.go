package search

import (
	"context"
	"fmt"
	"slices"

	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/whatif"
)

// Kind is a kind of seat: a person from a group gets a seat in a unit.
type Kind struct{ From, To int } // numbers in Seats.Groups, and of a unit of the channel

// Seats is a search for the additional seats that would raise a metric most. It is greedy: the best
// first seat is found by Halving, then the best second one beside it, and so on. So the seats
// together need not be the best of all sets.
type Seats struct {
	Base    sim.Scenario
	Channel string  // of units, in which the seats are
	Tick    int     // at which all seats are added
	Groups  [][]int // people; from each, one is drawn for a seat in each replicate
	Units   []int   // in which seats may be
	Seats   int     // how many, 1 or more
	// Least is the least number of people from whom a seat is drawn; kinds of fewer are no
	// candidates (0: 1).
	Least  int
	Metric metrics.Metric
	At     []int // ticks to record, ascending; the metric is read at the last

	Seed    uint64
	Workers int // 0: one per processor
	Halving Halving
	Held    int // replicates for the estimates, which choose nothing: 2 or more

	// Progress is called now and then with the runs done, and their total (nil: not called).
	Progress func(done, total int)
}

// Found is what a search for seats found.
type Found struct {
	Kinds []Kind // in the order in which they were found
	// Chosen is, after each seat, by how much the metric was higher than in the base, in the
	// replicates that chose it. It is too high on average: the winner's curse.
	Chosen []stats.Estimate
	// Gain is by how much the metric is higher with all seats than in the base, in replicates that
	// chose nothing. Random is the same of as many seats whose kinds are drawn anew in each
	// replicate. Between is that of as many seats for people drawn among those of the highest
	// betweenness, each in a unit drawn from Units.
	Gain, Random, Between stats.Estimate
	// OverRandom and OverBetween are by how much the seats found are better, paired by replicate.
	OverRandom, OverBetween stats.Estimate
}

// Held-out replicates have numbers from here on.
const heldOut = 1 << 24

// Search runs the search. Its result is the same for any number of workers. Errors are those of
// metrics.Measure, fields out of their ranges, and no kind of seat that is possible.
func (s Seats) Search(ctx context.Context) (*Found, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	m, err := sim.New(s.Base, s.Seed, 0)
	if err != nil {
		return nil, err
	}
	r := &seatSearch{Seats: s, open: s.openings(m)}
	r.total = s.runs(len(r.candidates(nil)))
	f := &Found{}
	for range s.Seats {
		if err := r.add(ctx, f); err != nil {
			return nil, err
		}
	}
	return f, r.estimate(ctx, f, m)
}

func (s Seats) check() error {
	switch {
	case s.Seats < 1:
		return fmt.Errorf("search: Seats.Seats is %d, want 1 or more", s.Seats)
	case len(s.At) == 0:
		return fmt.Errorf("search: Seats.At has no tick, want 1 or more")
	case s.Held < 2 || s.Held > stats.MaxReplicates:
		return fmt.Errorf("search: Seats.Held is %d, want 2 to %d", s.Held, stats.MaxReplicates)
	case s.Least < 0:
		return fmt.Errorf("search: Seats.Least is %d, want 0 or more", s.Least)
	case s.Halving.Most >= heldOut:
		return fmt.Errorf("search: Halving.Most is %d, want below %d", s.Halving.Most, heldOut)
	}
	return s.Halving.check(1)
}

// runs is how many runs the search takes, with so many candidates.
func (s Seats) runs(candidates int) int {
	if candidates == 0 {
		return 0
	}
	n := 4 * s.Held
	for _, r := range s.Halving.rounds(candidates) {
		n += s.Seats * (r.candidates + 1) * r.replicates
	}
	return n
}

// openings is, for each kind, how many people could take a seat of it.
func (s Seats) openings(m *sim.Model) map[Kind]int {
	units, open := m.Units(max(0, m.Channel(s.Channel))), map[Kind]int{}
	for g, people := range s.Groups {
		for _, u := range s.Units {
			for _, p := range people {
				if !slices.Contains(units.Of(p), int32(u)) {
					open[Kind{g, u}]++
				}
			}
		}
	}
	return open
}

// change adds a seat of a kind.
func (s Seats) change(k Kind) whatif.Change {
	return whatif.Join{Channel: s.Channel, People: s.Groups[k.From], Unit: k.To}
}

// seatSearch is a search under way.
type seatSearch struct {
	Seats
	open        map[Kind]int
	done, total int
}

// candidates are the kinds of which one more seat is possible beside others, in order.
func (r *seatSearch) candidates(beside []Kind) (all []Kind) {
	for g := range r.Groups {
		for _, u := range r.Units {
			k, taken := Kind{g, u}, 0
			for _, b := range beside {
				if b == k {
					taken++
				}
			}
			if r.open[k]-taken >= max(1, r.Least) {
				all = append(all, k)
			}
		}
	}
	return all
}

// add finds the best seat beside those found.
func (r *seatSearch) add(ctx context.Context, f *Found) error {
	kinds := r.candidates(f.Kinds)
	if len(kinds) == 0 {
		return fmt.Errorf("search: no kind of seat is possible: from no group can %d people or "+
			"more get a seat in a unit", max(1, r.Least))
	}
	var beside []whatif.Change
	for _, k := range f.Kinds {
		beside = append(beside, r.change(k))
	}
	best, gains, err := r.Halving.Best(ctx, len(kinds), func(
		ctx context.Context, some []int, first, n int,
	) ([][]float64, error) {
		var arms [][]whatif.Change
		for _, c := range some {
			arms = append(arms, append(slices.Clone(beside), r.change(kinds[c])))
		}
		return r.gains(ctx, arms, first, n)
	})
	if err != nil {
		return err
	}
	f.Kinds = append(f.Kinds, kinds[best])
	f.Chosen = append(f.Chosen, stats.TInterval(gains, .95))
	return nil
}

// gains are by how much the metric is higher with each list of changes than in the base.
func (r *seatSearch) gains(
	ctx context.Context, arms [][]whatif.Change, first, n int,
) ([][]float64, error) {
	base := r.Base
	base.Name = "base"
	scenarios := []sim.Scenario{base}
	for i, changes := range arms {
		scenarios = append(scenarios, whatif.Scenario(base, fmt.Sprint("arm ", i), r.Tick,
			changes...))
	}
	runs := n * len(scenarios)
	table, err := metrics.Measure(ctx, sim.Experiment{Scenarios: scenarios, Replicates: n,
		Seed: r.Seed, First: uint64(first), Workers: r.Workers, At: r.At,
		Progress: func(done, of int) { r.report(int(float64(runs) * float64(done) / float64(of))) },
	}, r.Metric)
	if err != nil {
		return nil, err
	}
	r.done += runs
	last := r.At[len(r.At)-1]
	without := table.Values("base", r.Metric, last)
	var all [][]float64
	for i := range arms {
		all = append(all, less(table.Values(scenarios[1+i].Name, r.Metric, last), without))
	}
	return all, nil
}

func (r *seatSearch) report(runs int) {
	if r.Progress != nil {
		r.Progress(min(r.done+runs, r.total), r.total)
	}
}

// less are the differences of two lists.
func less(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range d {
		d[i] = a[i] - b[i]
	}
	return d
}
