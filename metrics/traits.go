package metrics

import (
	"fmt"
	"math"

	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// Trait is a trait of people (practice.Traits): the mean over people, 0 to 15. A scenario whose
// Self is no culture.Selves is an error, and so is a trait that there is not. What a change of
// traits does to talk, listening and leaving shows in Said, Taken and Left, and is not part of it.
func Trait(of practice.Trait) Metric {
	fits := func(s sim.Scenario) error { return firstError(isTrait(of), hasTraits(s)) }
	return Metric{
		Name: nameOf(of), Unit: "steps",
		Of: func(m *sim.Model) float64 {
			if fits(m.Scenario()) != nil || m.Present() == 0 {
				return math.NaN()
			}
			sum := int64(0)
			for p := range present(m) {
				sum += int64(practice.TraitsOf(m.Self(p)).At(of))
			}
			return ratio(sum, int64(m.Present()))
		},
		Fits: fits,
	}
}

// SetApart is the share of people's beliefs that set them apart, as they noticed it last
// (culture.Notice): no norm of a person's units in a channel says the same. It is 0 to 1, and
// missing where nobody believes anything. Whether he keeps them back is another matter: see
// Withheld. A scenario without such a channel, or in which nobody withholds there
// (practice.Withhold), is an error.
func SetApart(channel string) Metric {
	m := inChannel("set apart", "share of beliefs", channel, func(m *sim.Model) float64 {
		x, err := m.Remembered(channel)
		if err != nil || withholds(m.Scenario(), channel) != nil {
			return math.NaN()
		}
		rule := m.Scenario().Channels[m.Channel(channel)].Externalize
		apart, all := int64(0), int64(0)
		for p := range present(m) {
			_, lanes, _ := practice.WithholdIn(rule, x.Speaking(p))
			for i, b := range m.Beliefs(p) {
				all += int64(ones(b.Known()))
				if len(lanes) > 0 { // else its slope is 0
					apart += int64(ones(b.Known() & lanes[i]))
				}
			}
		}
		return ratio(apart, all)
	})
	m.Fits = func(s sim.Scenario) error { return withholds(s, channel) }
	return m
}

// withholds returns an error where nobody withholds in a channel.
func withholds(s sim.Scenario, channel string) error {
	for _, c := range s.Channels {
		if _, _, ok := practice.WithholdIn(c.Externalize, nil); c.Name == channel && !ok {
			return fmt.Errorf("channel %q has the Externalize %T, want practice.Withhold", channel,
				c.Externalize)
		}
	}
	return hasChannel(s, channel)
}

var traitNames = [practice.AllTraits]string{"individualism", "competition", "short-termism"}

func nameOf(t practice.Trait) string {
	if isTrait(t) != nil {
		return fmt.Sprintf("trait %d", t)
	}
	return traitNames[t]
}

func isTrait(t practice.Trait) error {
	if t < 0 || t >= practice.AllTraits {
		return fmt.Errorf("the trait is %d, want 0 to %d", t, practice.AllTraits-1)
	}
	return nil
}

func hasTraits(s sim.Scenario) error {
	if _, ok := s.Self.(culture.Selves); !ok {
		return fmt.Errorf("Self is %T, want culture.Selves", s.Self)
	}
	return nil
}
