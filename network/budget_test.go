package network_test

import (
	"math"
	"slices"
	"testing"

	"orglearn/network"
)

func TestBudget(t *testing.T) {
	for name, c := range map[string]struct {
		s    network.Structure
		n    int
		want network.Budget
	}{
		"organization": {network.Organization{}, 10, network.Budget{
			Units: 1, Norms: 1, Ties: 90, Seats: 1, Heard: 9, Smallest: 10, Largest: 10, Size: 10,
			Path: 1, Reachable: 1}},
		"isolated": {network.Isolated{Size: 5}, 10, network.Budget{
			Units: 2, Norms: 2, Ties: 40, Seats: 1, Heard: 4, Smallest: 5, Largest: 5, Size: 5,
			Path: 1, Reachable: 4. / 9}},
		// 0 leads 1 and 2, and 1 leads 3 and 4. Of the 20 pairs 12 are in one team, and the others
		// are two steps apart.
		"hierarchy": {network.Hierarchy{Span: 2}, 5, network.Budget{
			Units: 2, Norms: 2, Ties: 12, Seats: 6. / 5, Heard: 2, Smallest: 3, Largest: 3, Size: 3,
			Path: 28. / 20, Reachable: 1}},
		"pairs": {network.Pairs{}, 6, network.Budget{
			Units: 6, Ties: 6, Seats: 1, Heard: 1, Smallest: 2, Largest: 2, Size: 2, Path: 1,
			Reachable: 1. / 5}},
		"lasting": {network.Circles{Of: network.Complete{}, Lasting: true}, 4, network.Budget{
			Units: 4, Norms: 4, Ties: 12, Seats: 1, Heard: 3, Smallest: 4, Largest: 4, Size: 4,
			Path: 1, Reachable: 1}},
		"nobody": {network.Explicit{}, 3, network.Budget{}},
		"apart": {network.Explicit{Units: []network.Membership{{Voices: given(0, 1).Voices,
			Audience: []int32{1, 2}}}}, 3, network.Budget{
			Units: 1, Norms: 1, Ties: 3, Seats: 2. / 3, Heard: 1.5, Smallest: 3, Largest: 3,
			Size: 3, Path: 1, Reachable: 0.5}},
		"one": {network.Organization{}, 1, network.Budget{
			Units: 1, Norms: 1, Seats: 1, Smallest: 1, Largest: 1, Size: 1, Reachable: 1}},
	} {
		c.want.People, c.want.Sources = c.n, c.n
		if got := mustBuild(t, c.s, c.n, 1).Budget(); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// The counts equal those of the graph Contacts, found pair by pair.
func TestContacts(t *testing.T) {
	for name, s := range structures() {
		u := mustBuild(t, s, 60, 1)
		g, b := u.Contacts(), u.Budget()
		edges := 0
		for p := range 60 {
			for v := range 60 {
				hears := p != v && slices.ContainsFunc(u.Of(p), func(k int32) bool {
					return slices.Contains(u.Voices(int(k)), int32(v))
				})
				if hears != g.Has(p, v) {
					t.Fatalf("%s: person %d hears %d: %v", name, p, v, g.Has(p, v))
				}
				if hears {
					edges++
				}
			}
		}
		if int(b.Ties) != edges || g.EdgeCount() != edges {
			t.Errorf("%s: %d ties, %d edges of contacts, want %d", name, b.Ties, g.EdgeCount(),
				edges)
		}
	}
}

// If an organization is too large to measure all distances, the estimated mean is within 2 percent
// of the exact one.
func TestBudgetOfManyPeople(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	u := mustBuild(t, network.Communities{Team: 10, Size: 10}, 12000, 1)
	b, exact := u.Budget(), network.PathsOf(u.Contacts())
	if b.Sources == b.People || math.Abs(b.Path/exact.Mean-1) > 0.02 ||
		b.Reachable != exact.Reachable {
		t.Errorf("%+v, want a path of %v", b, exact.Mean)
	}
}

func TestBudgetIsThatOfTheRandomization(t *testing.T) {
	for name, s := range structures() {
		a, b := mustBuild(t, s, 60, 1).Budget(), mustBuild(t, network.Randomized{Of: s}, 60,
			1).Budget()
		a.Ties, a.Path, a.Reachable = b.Ties, b.Path, b.Reachable // which the overlap changes
		if a != b {
			t.Errorf("%s: %+v, randomized %+v", name, a, b)
		}
	}
}
