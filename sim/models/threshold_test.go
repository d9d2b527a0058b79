package models_test

import (
	"strings"
	"testing"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// ended runs a contagion and returns the numbers of adopters and of steps.
func ended(t *testing.T, c models.Threshold, seed uint64) (adopters float64, steps int) {
	t.Helper()
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	m, err := sim.New(c.Scenario(), seed, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	return c.Adopters(m) * float64(m.People()), m.Tick()
}

// Granovetter (1978), p. 1424: with thresholds 0 to 99 everybody riots. If the person with
// threshold 1 has 2 instead, one person riots.
func TestGranovetter(t *testing.T) {
	each := make([]int, 100)
	for p := range each {
		each[(p*37)%100] = p
	}
	if n, steps := ended(t, models.Threshold{Each: each}, 1); n != 100 || steps != 100 {
		t.Errorf("%v adopt in %d steps, want 100 in 100", n, steps)
	}
	each[37] = 2
	if n, _ := ended(t, models.Threshold{Each: each}, 1); n != 1 {
		t.Errorf("%v adopt, want 1", n)
	}
}

// Two adjacent seeds on a ring with two neighbours on each side (Centola and Macy 2007). In each
// step one more person on each side adopts with threshold 2, and two more with threshold 1. That
// takes 98/2 = 49 and 98/4 = 24.5 steps.
func TestCentolaMacy(t *testing.T) {
	for _, c := range []struct{ number, steps int }{{2, 49}, {1, 25}} {
		n, steps := ended(t, models.Threshold{Network: network.RingLattice{Neighbours: 4},
			Number: c.number, Seeds: 2}, 1)
		if n != 100 || steps != c.steps {
			t.Errorf("threshold %d: %v adopt in %d steps, want 100 in %d", c.number, n,
				steps, c.steps)
		}
	}
	if n, _ := ended(t, models.Threshold{Network: network.RingLattice{Neighbours: 4}, Number: 3,
		Seeds: 2}, 1); n != 2 {
		t.Errorf("threshold 3: %v adopt, want the 2 seeds", n)
	}
}

// Watts (2002), Figure 1: with a threshold of .18 there are global cascades on random networks of
// mean degree 4. There are none at mean degree 12, where one contact alone moves almost nobody.
func TestWatts(t *testing.T) {
	const people = 1000
	global := func(degree int) int {
		n := 0
		for seed := range uint64(20) {
			if a, _ := ended(t, models.Threshold{Network: network.Gnm{Edges: people * degree / 2},
				People: people, Share: .18, Seeds: 1}, seed); a > people/2 {
				n++
			}
		}
		return n
	}
	if few, many := global(12), global(4); few != 0 || many < 5 {
		t.Errorf("global cascades in %d of 20 runs at mean degree 4 and in %d at 12, want many "+
			"and none", many, few)
	}
}

func TestThresholdValidate(t *testing.T) {
	for _, c := range []struct {
		model models.Threshold
		want  string
	}{
		{models.Threshold{Seeds: 101},
			"models: Threshold.Seeds is 101, want 0 to 100 (the people)"},
		{models.Threshold{Each: []int{1}}, "models: Threshold.Each has 1 thresholds, want 100 " +
			"(the people)"},
		{models.Threshold{Number: -1}, "Threshold.Count is -1, want 0 or more"},
		{models.Threshold{Share: 2}, "Threshold.Share is 2, want 0 to 1"},
		{models.Threshold{People: 2, Each: []int{0, -3}}, "Each[1] is -3, want 0 or more"},
	} {
		if err := c.model.Validate(); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}
