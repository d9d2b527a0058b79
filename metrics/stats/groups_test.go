package stats_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/metrics/stats"
)

// The first three are figures of issue 17. The others are from Cohen (1988), Statistical Power
// Analysis, section 8, as R's pwr.anova.test computes them.
func TestGroupsNeeded(t *testing.T) {
	for _, c := range []struct {
		groups          int
		f, alpha, power float64
		want            float64
	}{
		{3, .1, .01, .95, 689.9}, {3, .2, .01, .95, 173.6}, {3, .4, .01, .95, 44.6},
		{3, .25, .05, .8, 52.4}, {4, .25, .05, .8, 44.6}, {5, .25, .05, .8, 39.2},
	} {
		n, err := stats.GroupsNeeded(c.groups, c.f, c.alpha, c.power)
		if err != nil || math.Abs(n-c.want) > .05 {
			t.Errorf("%+v: %v, %v", c, n, err)
		}
	}
}

// With two groups F is t squared: the numbers are those of a two-sample t test. R's
// power.t.test(delta = .5, sd = 1, power = .8) gives 63.77.
func TestGroupsNeededOfTwo(t *testing.T) {
	n, err := stats.GroupsNeeded(2, .25, .05, .8)
	if err != nil || math.Abs(n-63.77) > .005 {
		t.Errorf("%v, %v", n, err)
	}
}

// With many groups nothing overflows: with more of them fewer values a group are enough.
func TestGroupsNeededOfMany(t *testing.T) {
	before := math.Inf(1)
	for _, groups := range []int{2, 10, 100, stats.MaxGroups} {
		n, err := stats.GroupsNeeded(groups, .1, .05, .8)
		if err != nil || !(n < before) {
			t.Errorf("%d groups: %v after %v, %v", groups, n, before, err)
		}
		before = n
	}
}

func TestGroupsNeededIsRefused(t *testing.T) {
	for want, c := range map[string]struct {
		groups          int
		f, alpha, power float64
	}{
		"groups is 1":      {1, .1, .05, .8},
		"f is 0":           {3, 0, .05, .8},
		"f is NaN":         {3, math.NaN(), .05, .8},
		"alpha is 1":       {3, .1, 1, .8},
		"power is 0.01":    {3, .1, .05, .01},
		"needs more than ": {3, 1e-5, .05, .8},
	} {
		_, err := stats.GroupsNeeded(c.groups, c.f, c.alpha, c.power)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", c, err, want)
		}
	}
}
