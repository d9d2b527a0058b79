package search

import (
	"cmp"
	"context"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/metrics/stats"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/whatif"
)

// estimate compares the seats that were found with the base and with the controls, in replicates
// that have chosen nothing.
func (r *seatSearch) estimate(ctx context.Context, f *Found, m *sim.Model) error {
	var found []whatif.Change
	for _, k := range f.Kinds {
		found = append(found, r.change(k))
	}
	gains, err := r.gains(ctx, [][]whatif.Change{found, {r.random()}, {r.central(m)}}, heldOut,
		r.Held)
	if err != nil {
		return err
	}
	for i, e := range []*stats.Estimate{&f.Gain, &f.Random, &f.Between} {
		*e = stats.TInterval(gains[i], .95)
	}
	f.OverRandom = stats.TInterval(less(gains[0], gains[1]), .95)
	f.OverBetween = stats.TInterval(less(gains[0], gains[2]), .95)
	return nil
}

// drawing is the chance of a control in a replicate.
func drawing(m *sim.Model, control string) *agents.Stream {
	key := kernel.NewKey(m.Seed(), m.Replicate(), "search", control)
	return (*agents.Stream)(kernel.NewStream(key, m.Tick(), 0))
}

// random adds as many seats, each of a kind drawn at random among those that are possible.
func (r *seatSearch) random() whatif.Change {
	return whatif.Func(func(m *sim.Model) error {
		s := drawing(m, "random seats")
		var taken []Kind
		for range r.Seats.Seats {
			kinds := r.candidates(taken)
			if len(kinds) == 0 {
				return nil
			}
			k := kinds[s.IntN(len(kinds))]
			if err := r.change(k).Make(m); err != nil {
				return err
			}
			taken = append(taken, k)
		}
		return nil
	})
}

// central adds as many seats for people drawn among those of the highest betweenness, each in a
// unit drawn among those in which the person is not.
func (r *seatSearch) central(m *sim.Model) whatif.Change {
	people := mostBetween(m, max(r.Seats.Seats, r.Least))
	return whatif.Func(func(m *sim.Model) error {
		s := drawing(m, "central seats")
		for _, i := range s.Perm(len(people))[:min(r.Seats.Seats, len(people))] {
			units := m.Units(m.Channel(r.Channel))
			open := slices.DeleteFunc(slices.Clone(r.Units), func(u int) bool {
				return slices.Contains(units.Of(people[i]), int32(u)) ||
					slices.Contains(units.Voices(u), int32(people[i]))
			})
			if m.Vacant(people[i]) || len(open) == 0 {
				continue
			}
			c := whatif.Join{Channel: r.Channel, People: people[i : i+1],
				Unit: open[s.IntN(len(open))]}
			if err := c.Make(m); err != nil {
				return err
			}
		}
		return nil
	})
}

// mostBetween are the n people of the highest betweenness in who hears whom over all channels. Of
// equal ones the lower number comes first.
func mostBetween(m *sim.Model, n int) []int {
	between, people := network.Betweenness(contacts(m)), make([]int, m.People())
	for p := range people {
		people[p] = p
	}
	slices.SortStableFunc(people, func(a, b int) int { return cmp.Compare(between[b], between[a]) })
	return people[:min(n, len(people))]
}

// contacts is who hears whom in any channel.
func contacts(m *sim.Model) *network.Graph {
	heard := map[network.Edge]bool{}
	var edges []network.Edge
	for c := range m.Channels() {
		for e := range m.Units(c).Contacts().Edges() {
			if e.Weight = 1; !heard[e] {
				heard[e] = true
				edges = append(edges, e)
			}
		}
	}
	g, err := network.NewGraph(m.People(), edges)
	if err != nil {
		panic("search: contacts that are no graph: " + err.Error())
	}
	return g
}
