package metrics

import (
	"math"

	"orglearn/sim"
)

// Performance is how Lazer and Friedman (2007) report what people are paid in an NK landscape. Each
// person's score is taken as a share of the most that is paid, and raised to the power 8. That
// spreads out scores that lie close together. The metric is the mean over people: 0 to 1. A score
// below 0 counts 0; the metric is missing where nothing is paid at all.
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

// eighth is x to the power 8, rounded before anything is added to it.
func eighth(x float64) float64 {
	x *= x
	x *= x
	return float64(x * x)
}
