package models_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// In a period a person takes over what his contacts knew and finds at most one fact, which is true.
// Efficiency counts different facts over finds.
func TestShoreFacts(t *testing.T) {
	m := started(t, models.Shore2015{}.Scenario(), 3)
	truth := m.Landscape().(interface{ Truth() agents.Knowledge }).Truth()
	if e := (models.Shore2015{}).Efficiency(m); e != 1 {
		t.Errorf("efficiency %v before anything is found, want 1", e)
	}
	finds := 0
	for range 12 {
		before := make([]agents.Knowledge, m.People())
		for p := range before {
			before[p] = m.Beliefs(p).Clone()
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		known := 0
		for d := range m.Dimensions() {
			anyone := false
			for p := range before {
				now, told := m.Beliefs(p).Get(d), before[p].Get(d)
				for _, v := range m.Units(0).Voices(p) {
					if told == 0 {
						told = before[v].Get(d)
					}
				}
				if told != 0 && now == 0 || now != 0 && now != truth.Get(d) {
					t.Fatalf("tick %d: person %d believes %d of fact %d, was told %d, true is %d",
						m.Tick(), p, now, d, told, truth.Get(d))
				}
				if told == 0 && now != 0 {
					finds++
				}
				anyone = anyone || now != 0
			}
			if anyone {
				known++
			}
		}
		if got, want := (models.Shore2015{}).Efficiency(m), float64(known)/float64(finds); got !=
			want {
			t.Fatalf("tick %d: efficiency %v, want %v: %d facts in %d finds", m.Tick(), got, want,
				known, finds)
		}
	}
	if finds < 60 || finds > 130 { // 192 draws, half of them of known facts or guessed wrongly
		t.Errorf("%d finds in 12 periods", finds)
	}
}

// TheoriesSaid counts the different bodies of beliefs with which periods began.
func TestShoreTheories(t *testing.T) {
	model := models.Shore2015{Search: models.Theories}
	m := started(t, model.Scenario(), 3)
	said := map[string]bool{}
	for range model.Scenario().Ticks {
		if got := model.TheoriesSaid(m); got != float64(len(said)) {
			t.Fatalf("tick %d: %v theories, want %d", m.Tick(), got, len(said))
		}
		for p := range m.People() {
			said[fmt.Sprint(m.Beliefs(p))] = true
		}
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if got := model.TheoriesSaid(m); got != float64(len(said)) || got < 20 {
		t.Errorf("in the end %v theories, want %d", got, len(said))
	}
}

// A measure of the other search is missing.
func TestShoreMissing(t *testing.T) {
	var facts, theories models.Shore2015
	theories.Search = models.Theories
	if v := facts.TheoriesSaid(started(t, facts.Scenario(), 1)); !math.IsNaN(v) {
		t.Errorf("theories in a search for facts: %v", v)
	}
	if v := theories.Efficiency(started(t, theories.Scenario(), 1)); !math.IsNaN(v) {
		t.Errorf("efficiency of a search for theories: %v", v)
	}
}

// swappedCaves is a connected caveman network of which ties are swapped: everybody keeps his number
// of contacts.
var swappedCaves = network.GeneratorFunc(func(n int, src network.Source) (*network.Graph, error) {
	g, err := network.ConnectedCaveman{Size: 4}.Graph(n, src)
	if err != nil {
		return nil, err
	}
	return network.RewireDegrees(g, src), nil
})

// Shore, Bernstein and Lazer (2015): clustered networks find facts more efficiently, unclustered
// ones more theories. Beside a ring, which has fewer contacts, both come out. At equal contact
// neither does: the opposite is shown.
func TestShoreOrder(t *testing.T) {
	ran := func(search models.Search, of func(*sim.Model) float64) (caves, swapped,
		ring []float64) {
		var all []sim.Scenario
		for i, g := range []network.Generator{nil, swappedCaves,
			network.RingLattice{Neighbours: 2}} {
			s := models.Shore2015{Search: search, Network: g}.Scenario()
			s.Name = fmt.Sprint(i)
			all = append(all, s)
		}
		v := ends(t, replicates(300, 2000), metrics.Metric{Name: "found", Unit: "", Of: of}, all...)
		return v[0], v[1], v[2]
	}
	caves, swapped, ring := ran(models.Facts, models.Shore2015{}.Efficiency)
	above(t, "efficiency, caveman less ring", caves, ring)
	above(t, "efficiency, swapped less caveman", swapped, caves)
	caves, swapped, ring = ran(models.Theories, models.Shore2015{}.TheoriesSaid)
	above(t, "theories, ring less caveman", ring, caves)
	above(t, "theories, caveman less swapped", caves, swapped)
}

func TestShoreValidate(t *testing.T) {
	theories := models.Theories
	for _, c := range []struct {
		model models.Shore2015
		want  string
	}{
		{models.Shore2015{Search: 2}, "models: Shore2015.Search is 2, want 0 to 1"},
		{models.Shore2015{Share: models.At(2)}, "Say.Rate is 2, want 0 to 1"},
		{models.Shore2015{People: 15}, "15 people, want a multiple of ConnectedCaveman.Size (4)"},
		{models.Shore2015{Search: theories, Ticks: 10_001}, "Ticks is 10001, want 0 to 10000: " +
			"every theory is kept"},
		{models.Shore2015{Search: theories, Dimensions: 25}, "NK of 25 dimensions, want 1 to 24"},
	} {
		if err := c.model.Validate(); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.model, err, c.want)
		}
	}
	for _, search := range []models.Search{models.Facts, theories} {
		if err := (models.Shore2015{Search: search}).Validate(); err != nil {
			t.Errorf("%v: %v", search, err)
		}
	}
}
