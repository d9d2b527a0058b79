package metrics

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"orglearn/metrics/stats"
)

// Comparison is what a table says about two scenarios in one metric at one tick, or in an outcome.
// Replicates are paired: both scenarios ran in the same world, with the same first beliefs and
// chance.
type Comparison struct {
	A, B    string
	Metric  Metric
	Outcome Outcome // outcome of the metric's curve; without Of: the metric itself, at Tick
	Tick    int     // the compared tick; for an outcome the last recorded tick
	// Difference is the mean of A - B over replicates, with Student's t interval at Level.
	Difference stats.Estimate
	// Effect is Hedges' g: the difference in units of the pooled standard deviation of A and B. It
	// has a Note where neither varies.
	Effect stats.Estimate
	// Order is Cliff's delta, -1 to 1. It compares every run of A with every run of B: the share of
	// pairs in which A is above B, less the share in which A is below.
	Order stats.Estimate
	// P is the p-value of the paired t test; in a Family adjusted by Holm's method. It is 1 where
	// nothing varies.
	P     float64
	Equal stats.Equivalence // whether the difference is within the margin, at 1 - Level
	Note  string            // why there is nothing to compare, or empty
}

// Compare compares scenario a with b. The margin is a difference that does not matter, in units of
// the metric and above 0. Fix it before you see the runs. With fewer than two replicates, or with a
// metric that is missing in some, the Comparison has a Note and no numbers.
func (t *Table) Compare(a, b string, m Metric, tick int, margin float64) Comparison {
	none := Comparison{A: a, B: b, Metric: m, Tick: tick, P: 1}
	return none.of(t.Values(a, m, tick), t.Values(b, m, tick), margin)
}

// CompareOutcome compares scenario a with b in an outcome of a metric, as Compare does at a tick.
// The margin is in units of the outcome. Where the outcome is missing in some replicates, as a time
// that is never reached, the Comparison has a Note and no numbers: see Arrival.
func (t *Table) CompareOutcome(a, b string, m Metric, o Outcome, margin float64) Comparison {
	none := Comparison{A: a, B: b, Metric: m, Outcome: o, Tick: t.ticks[len(t.ticks)-1], P: 1}
	if o.Of == nil {
		none.Note = fmt.Sprintf("the outcome %q has no Of", o.Name)
		return none
	}
	return none.of(t.Outcomes(a, m, o), t.Outcomes(b, m, o), margin)
}

// of returns the comparison of paired values.
func (c Comparison) of(x, y []float64, margin float64) Comparison {
	none := c
	if none.Note = incomparable(x, y); none.Note != "" {
		return none
	}
	if err := c.fill(x, y, margin); err != nil {
		none.Note = err.Error()
		return none
	}
	return c
}

// Quantity returns the name and the unit of what is compared: "score" in "share of the most", or
// "time to 0.5 of score" in "ticks".
func (c Comparison) Quantity() (name, unit string) {
	if c.Outcome.Of == nil {
		return c.Metric.Name, c.Metric.Unit
	}
	name, unit = c.Outcome.Name+" of "+c.Metric.Name, c.Outcome.Unit
	if unit == "" {
		unit = c.Metric.Unit
	}
	return name, unit
}

func (c *Comparison) fill(x, y []float64, margin float64) (err error) {
	if c.Difference, err = stats.Paired(x, y, Level); err != nil {
		return err
	}
	if c.Equal, err = stats.TOST(x, y, margin, 1-Level); err != nil {
		return err
	}
	c.Effect, err = stats.HedgesG(x, y, Level)
	if errors.Is(err, stats.ErrNoVariance) {
		c.Effect = stats.Estimate{Note: "no variance"}
	} else if err != nil {
		return err
	}
	if c.Order, err = stats.CliffsDelta(x, y, Level); err != nil {
		return err
	}
	if p, err := stats.PairedT(x, y); err == nil {
		c.P = p.P
	}
	return nil
}

// incomparable says why paired values cannot be compared. It is "" where they can.
func incomparable(values ...[]float64) string {
	missing := 0
	for r := range values[0] {
		for _, v := range values {
			if math.IsNaN(v[r]) {
				missing++
				break
			}
		}
	}
	switch n := len(values[0]); {
	case n == 0:
		return "no whole replicate"
	case missing == n:
		return "not defined here"
	case missing > 0:
		return fmt.Sprintf("missing in %d of %d replicates", missing, n)
	case n == 1:
		return "one replicate"
	}
	return ""
}

// CompareAll compares every pair of the scenarios as one family, in the order (1,2), (1,3), ...,
// (2,3), ...
func (t *Table) CompareAll(scenarios []string, m Metric, tick int, margin float64) []Comparison {
	var pairs [][2]string
	for i, a := range scenarios {
		for _, b := range scenarios[i+1:] {
			pairs = append(pairs, [2]string{a, b})
		}
	}
	return t.CompareFamily(pairs, m, tick, margin)
}

// CompareFamily compares the two scenarios of each pair. All pairs are one Family.
func (t *Table) CompareFamily(pairs [][2]string, m Metric, tick int, margin float64) []Comparison {
	all := make([]Comparison, len(pairs))
	for i, p := range pairs {
		all[i] = t.Compare(p[0], p[1], m, tick, margin)
	}
	return Family(all...)
}

// Family returns the comparisons as one family, with p-values adjusted by Holm's method. The
// comparisons may be of different metrics, ticks or outcomes. Those with a Note do not count. The
// p-values must not be adjusted already. A comparison whose P is not 0 to 1 gets a Note.
func Family(cs ...Comparison) []Comparison {
	all := slices.Clone(cs)
	var ps []float64
	var of []int
	for i, c := range all {
		if !(c.P >= 0 && c.P <= 1) {
			all[i].Note = fmt.Sprintf("P is %v, want 0 to 1", c.P)
		} else if c.Note == "" {
			ps, of = append(ps, c.P), append(of, i)
		}
	}
	adjusted, err := stats.Holm(ps)
	if err != nil {
		panic(err) // they are 0 to 1
	}
	for k, p := range adjusted {
		all[of[k]].P = p
	}
	return all
}

// Controlled names a scenario and its controls for Parts. The first control is its randomization
// (setups.Randomized): the same sizes of units and seats per person, but members drawn at random. A
// second control is needed where the scenario has other rules than the one it is compared with: the
// same scenario under the rules of the other.
type Controlled struct {
	Scenario   string
	Randomized string // randomization of Ruled if there is one, else of Scenario
	Ruled      string // Scenario under the other's rules; empty: both have the same rules
}

// Parts divides a difference A - B into parts, replicate by replicate. The parts sum to the
// difference. A' and B' are the randomizations of A and B.
type Parts struct {
	Rule stats.Estimate // the effect of the rules: A less A under B's rules
	// Budget is A' - B', the effect of the contact budget, measured between the randomizations.
	Budget stats.Estimate
	// Arrangement is (A - A') - (B - B'), with A under B's rules: the effect of who sits with whom.
	Arrangement stats.Estimate
}

// Parts divides the difference of two scenarios in one metric at one tick. The metric may be
// missing in a replicate of one of the scenarios. Then each part has a Note and no number, because
// parts over different replicates would not sum to the difference.
func (t *Table) Parts(a, b Controlled, m Metric, tick int) Parts {
	ruled := a.Ruled
	if ruled == "" {
		ruled = a.Scenario
	}
	value := func(name string) []float64 { return t.Values(name, m, tick) }
	x, underB, chance := value(a.Scenario), value(ruled), value(a.Randomized)
	y, chanceB := value(b.Scenario), value(b.Randomized)
	if note := incomparable(x, underB, chance, y, chanceB); note != "" && note != "one replicate" {
		none := stats.Estimate{Note: note}
		return Parts{none, none, none}
	}
	return Parts{
		Rule:        estimate(minus(x, underB)),
		Budget:      estimate(minus(chance, chanceB)),
		Arrangement: estimate(minus(minus(underB, chance), minus(y, chanceB))),
	}
}

func minus(x, y []float64) []float64 {
	d := make([]float64, len(x))
	for i := range x {
		d[i] = x[i] - y[i]
	}
	return d
}
