package metrics

import (
	"math"

	"orglearn/sim"
)

// Performance is the measure that Lazer and Friedman (2007) report for an NK landscape. Each
// person's score is divided by the largest score that reality pays, and raised to the power 8. This
// spreads out scores that lie close together. The metric is the mean over people: 0 to 1. A score
// below 0 counts 0. The metric is missing where the largest score is 0 or less.
var Performance = Metric{
	Name: "performance", Unit: "share of the most, to the power 8",
	Of: func(m *sim.Model) float64 {
		most := float64(m.Landscape().Max())
		if most <= 0 {
			return math.NaN()
		}
		sum := 0.
		for p := range present(m) {
			sum += eighth(max(float64(m.Landscape().Score(m.Beliefs(p))), 0) / most)
		}
		return sum / float64(m.Present())
	},
}

// eighth returns x to the power 8, rounded before anything is added to it.
func eighth(x float64) float64 {
	x *= x
	x *= x
	return float64(x * x)
}
