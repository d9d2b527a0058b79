package metrics

import (
	"fmt"
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// Trait is a trait of people (practice.Traits): the mean over people, 0 to 15. A scenario whose
// Self is no culture.Selves is an error. What a change of traits does to talk, listening and
// leaving shows in Said, Taken and Left, and is not part of it.
func Trait(of practice.Trait) Metric {
	return Metric{
		Name: traitNames[of], Unit: "steps",
		Of: func(m *sim.Model) float64 {
			if hasTraits(m.Scenario()) != nil || m.Present() == 0 {
				return math.NaN()
			}
			sum := int64(0)
			for p := range present(m) {
				sum += int64(practice.TraitsOf(m.Self(p)).At(of))
			}
			return ratio(sum, int64(m.Present()))
		},
		Fits: hasTraits,
	}
}

var traitNames = [practice.AllTraits]string{"individualism", "competition", "short-termism"}

func hasTraits(s sim.Scenario) error {
	if _, ok := s.Self.(culture.Selves); !ok {
		return fmt.Errorf("Self is %T, want culture.Selves", s.Self)
	}
	return nil
}
