package sim_test

import (
	"fmt"
	"runtime/debug"
	"slices"
	"testing"

	"orglearn/sim"
)

const (
	exactCompositions = 400    // with fewer, faults of rules that few compositions have stay unseen
	exactShare        = 150    // of them without -full
	exactReplicates   = 3000   // of each
	exactWork         = 50_000 // outcomes looked at in an enumeration
)

// A composition is a small scenario of built-in rules. For up to 3 people, 2 dimensions and 3 ticks
// its Markov chain is computed by enumeration from a fixed start. Runs of the engine must end in
// each state as often as the enumeration says. The enumeration does arithmetic on what the comments
// of rules and engine promise. It shares no code with them and draws nothing.
//
// A run that ends in an impossible state fails at once. Otherwise chi-square gives a p-value for
// each composition. If the engine is right, these are uniform. Seeds are fixed, so a test that
// passes always passes. If agents.StreamVersion changes, a right engine fails once in 500 changes.
func TestExact(t *testing.T) {
	number := exactCompositions
	if !*full {
		number = exactShare
	}
	// many small models are built and dropped: this halves the time
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	ps := make([]float64, number)
	t.Run("compositions", func(t *testing.T) {
		for n := range number {
			t.Run(fmt.Sprint(n), func(t *testing.T) {
				t.Parallel()
				ps[n] = agrees(t, uint64(n))
			})
		}
	})
	if t.Failed() {
		return
	}
	least := slices.Min(ps)
	p := kolmogorov(ps)
	t.Logf("%d compositions: the least p-value is %.2g; that p-values are uniform has p = %.3f",
		number, least, p)
	if p < .001 {
		slices.Sort(ps)
		t.Errorf("the p-values of %d compositions are not uniform (p = %.2g): %.3f", number, p, ps)
	}
}

// agrees compares the engine with the enumeration of composition number n, and returns the p-value.
func agrees(t *testing.T, n uint64) float64 {
	want := expected(n)
	count := make([]int, len(want.finals))
	for r := range uint64(exactReplicates) {
		m := built(t, want.Scenario, n, r)
		if err := m.Run(); err != nil {
			t.Fatalf("%v\n%v", err, want)
		}
		end := ended(m, want.composition)
		k, ok := slices.BinarySearchFunc(want.finals, end, final.compare)
		if !ok {
			t.Fatalf("replicate %d ended in %v, which cannot be, of %d states that can\n%v", r, end,
				len(want.finals), want)
		}
		count[k]++
	}
	p := want.pValue(count)
	if p < 1e-6 {
		t.Errorf("p = %.2g\n%v", p, want)
	}
	want.marginals(t, count)
	return p
}

// expectation is the distribution over final states, in a fixed order.
type expectation struct {
	*composition
	finals  []final
	chances []float64
}

// expected returns the first composition for number n that can be tested. It must be possible to
// enumerate it within exactWork, at least for some of its ticks, and it must have at least five
// cells.
func expected(n uint64) expectation {
	for attempt := uint64(0); ; attempt++ {
		x := enumerate(composed(n, attempt), exactWork).ends()
		if len(x.cells()) >= 5 {
			return x
		}
	}
}

// ends returns the different final states, sorted.
func (e *enumeration) ends() expectation {
	x := expectation{composition: e.composition}
	order := make([]int, len(e.moments))
	finals := make([]final, len(e.moments))
	for k, m := range e.moments {
		order[k], finals[k] = k, m.final(e.composition)
	}
	slices.SortStableFunc(order, func(a, b int) int { return finals[a].compare(finals[b]) })
	for _, k := range order {
		if last := len(x.finals) - 1; last >= 0 && x.finals[last] == finals[k] {
			x.chances[last] += e.chances[k] // the moments differ only in what final leaves out
			continue
		}
		x.finals, x.chances = append(x.finals, finals[k]), append(x.chances, e.chances[k])
	}
	return x
}

// final is all that a run shows at its end: beliefs, norms, truth if it changes, and the last
// claims if asked for.
type final [exactDimensions * (exactPeople + exactChannels*exactUnits + exactChannels*exactPeople +
	1)]int8

func (f final) compare(o final) int { return slices.Compare(f[:], o[:]) }

func (m moment) final(c *composition) (f final) {
	at := 0
	put := func(bodies ...body) {
		for _, b := range bodies {
			at += copy(f[at:], b[:])
		}
	}
	put(m.beliefs[:]...)
	for k := range m.norms {
		put(m.norms[k][:]...)
		if !c.claims {
			m.claims[k] = [exactPeople]body{}
		}
		put(m.claims[k][:]...)
	}
	if c.turns > 0 {
		put(m.truth)
	}
	return f
}

// ended returns the final state of a run.
func ended(m *sim.Model, c *composition) final {
	var at moment
	for p := range c.People {
		at.beliefs[p] = bodyOf(m.Beliefs(p), c.Dimensions)
	}
	for k := range c.Channels {
		for u := range m.Norms(k) {
			at.norms[k][u] = bodyOf(m.Norm(k, u), c.Dimensions)
		}
		for p := range c.People {
			at.claims[k][p] = bodyOf(m.Claims(k, p), c.Dimensions)
		}
	}
	at.truth = bodyOf(m.Landscape().Truth(), c.Dimensions)
	return at.final(c)
}
