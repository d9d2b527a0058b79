package models_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

// Axelrod (1997), Table 2: the number of regions on a grid of 10 by 10. The tolerances are two
// standard errors of his ten runs per cell, which are some 10 and .7 regions. 100 replicates here
// have standard errors of 1.0 and .07, a third of the tolerance or less. 24 replicates have about 2
// and .15; three of those are added to the tolerance.
func TestAxelrodRegions(t *testing.T) {
	for _, c := range []struct {
		model                models.Axelrod1997
		published, tolerance float64
		many                 int
	}{
		{models.Axelrod1997{Features: 5, Traits: 15}, 20, 3, 400},
		{models.Axelrod1997{Features: 10, Traits: 15}, 1.5, .4, 200},
	} {
		s := c.model.Scenario()
		v := ends(t, replicates(24, c.many), metrics.Metric{Name: "regions", Unit: "regions",
			Of: c.model.Regions}, s)
		e := stats.TInterval(v[0], .95)
		if *full && e.SE > c.tolerance/3 {
			t.Errorf("%v: the standard error is %.3f, want at most a third of the tolerance",
				c.model, e.SE)
		}
		near(t, c.model.String(), e, c.published, c.tolerance+slack(e))
	}
}

// The paper's finding: more traits leave more regions, and more features leave fewer. Small grids
// show it quickly.
func TestAxelrodOrder(t *testing.T) {
	at := func(features, traits int) []float64 {
		a := models.Axelrod1997{Features: features, Traits: traits, Side: 5}
		return ends(t, replicates(100, 400), metrics.Metric{Name: "regions", Unit: "regions",
			Of: a.Regions}, a.Scenario())[0]
	}
	above(t, "15 traits less 5", at(5, 15), at(5, 5))
	above(t, "5 features less 10", at(5, 15), at(10, 15))
}

// A run ends when each pair of neighbours agrees in everything or in nothing. Everybody then has
// one of the existing traits in each feature.
func TestAxelrodEnds(t *testing.T) {
	a := models.Axelrod1997{Features: 3, Traits: 6, Side: 6}
	m, err := sim.New(a.Scenario(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	size := agents.TraitBits(6)
	for p := range m.People() {
		if m.Beliefs(p).Known() != m.Dimensions() {
			t.Fatalf("person %d has no belief somewhere", p)
		}
		for f := range 3 {
			if trait := m.Beliefs(p).Trait(f, size); trait > 5 {
				t.Fatalf("person %d has trait %d of 6", p, trait)
			}
		}
		for _, q := range m.Units(0).Voices(p) {
			alike := 0
			for f := range 3 {
				if m.Beliefs(p).Trait(f, size) == m.Beliefs(int(q)).Trait(f, size) {
					alike++
				}
			}
			if alike != 0 && alike != 3 {
				t.Fatalf("the run ended with %d and %d alike in %d of 3 features", p, q, alike)
			}
		}
	}
	if m.Tick() >= m.Scenario().Ticks {
		t.Error("the run did not end by itself")
	}
}

// The regions here can be counted by hand: a row of one culture, then a row of another culture with
// a third in its middle.
func TestAxelrodCounts(t *testing.T) {
	a := models.Axelrod1997{Features: 2, Traits: 3, Side: 3}
	m, err := sim.New(a.Scenario(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	for p, trait := range []int{0, 0, 0, 1, 2, 1, 1, 0, 0} {
		m.Beliefs(p).SetTrait(0, 2, trait)
		m.Beliefs(p).SetTrait(1, 2, 0)
	}
	// the 0s above; 1 with the 1 below it; 2; the 1 at the right; the 0s below
	if n := a.Regions(m); n != 5 {
		t.Errorf("%v regions, want 5", n)
	}
}

func TestAxelrodValidate(t *testing.T) {
	for want, a := range map[string]models.Axelrod1997{
		"models: Axelrod1997.Side is -1, want 1 to 10000 (0: 10)":          {Side: -1},
		"models: Axelrod1997.Features is 1001, want 1 to 1000 (0: 5)":      {Features: 1001},
		"models: Axelrod1997.Traits is -2, want 1 to 65536 (0: 10)":        {Traits: -2},
		"models: Axelrod1997.Traits is 100000000, want 1 to 65536 (0: 10)": {Traits: 100000000},
		"models: Axelrod1997.Features is -1000000, want 1 to 1000 (0: 5)":  {Features: -1000000},
		"models: Axelrod1997.Side is 2000000000, want 1 to 10000 (0: 10)":  {Side: 2000000000},
	} {
		if err := a.Validate(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if err := (models.Axelrod1997{}).Validate(); err != nil {
		t.Error(err)
	}
}
