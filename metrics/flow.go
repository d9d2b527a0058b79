package metrics

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"orglearn/sim"
)

// Said counts what is said in a channel in the cycle just ended: claims that are not 0, per person.
// The range is 0 to m, the number of dimensions, in each channel; 0 at tick 0. AllChannels in place
// of a name adds up all channels. Said is missing in a scenario without channels. A channel that a
// scenario does not have is an error.
//
// Flows count everybody who was present in the cycle. They are divided by the people present after
// the events that followed it. So a flow may exceed its range where people have left, and in an
// asynchronous scenario, in which a person may act several times a tick.
func Said(channel string) Metric {
	return flow("said", "dimensions per person", channel, func(f sim.Flow) int64 { return f.Said })
}

// Objectified counts what changed in the knowledge of units in the cycle just ended: dimensions of
// norms that changed, per person. The division by people makes organizations with different numbers
// of units comparable. The range is 0 to m times units per person. A circle's norm lasts one tick;
// of circles it counts the dimensions with a norm. It is 0 at tick 0. Channels are as in Said.
func Objectified(channel string) Metric {
	return flow("objectified", "dimensions per person", channel, func(f sim.Flow) int64 {
		return f.Objectified
	})
}

// Taken counts what people learned in the cycle just ended: beliefs that internalizing changed, per
// person. The range is 0 to m times the seats that a person heeds; 0 at tick 0. Channels are as in
// Said.
func Taken(channel string) Metric {
	return flow("taken to heart", "dimensions per person", channel, func(f sim.Flow) int64 {
		return f.Taken
	})
}

// AllChannels stands for all channels, in place of a channel's name.
const AllChannels = ""

func flow(name, unit, channel string, of func(sim.Flow) int64) Metric {
	value := func(m *sim.Model) float64 {
		sum, channels := int64(0), 0
		for c := range m.Channels() {
			if channel == AllChannels || m.Channel(channel) == c {
				sum += of(m.Flow(c))
				channels++
			}
		}
		if channels == 0 {
			return math.NaN()
		}
		return ratio(sum, int64(m.Present()))
	}
	if channel == AllChannels {
		return Metric{Name: name, Unit: unit, Of: value}
	}
	return inChannel(name, unit, channel, value)
}

// inChannel returns a metric of a channel. A scenario without this channel is an error.
func inChannel(name, unit, channel string, of func(*sim.Model) float64) Metric {
	return Metric{
		Name: fmt.Sprintf("%s (%s)", name, channel), Unit: unit, Of: of,
		Fits: func(s sim.Scenario) error { return hasChannel(s, channel) },
	}
}

// overRun is inChannel for a metric with a history.
func overRun(name, unit, channel string, run func() func(*sim.Model) float64) Metric {
	m := inChannel(name, unit, channel, nil)
	m.Run = run
	return m
}

// hasChannel returns an error where a scenario lacks a channel of beliefs. The error lists the
// channels that it has.
func hasChannel(s sim.Scenario, channel string) error {
	var names []string
	for _, c := range s.Channels {
		if c.Name == channel {
			return nil
		}
		names = append(names, strconv.Quote(c.Name))
	}
	if names == nil {
		return fmt.Errorf("there is no channel %q, nor any other", channel)
	}
	return fmt.Errorf("there is no channel %q, but %s", channel, strings.Join(names, ", "))
}

// Between is the variance of knowledge between the units of a channel, and Within is the variance
// within them (the analysis of variance of Fisher 1925). Let x be the share of dimensions in which
// a person is right. Between is the mean over seats of (mean of the unit - overall mean)^2. Within
// is the mean over seats of (x - mean of the unit)^2. They sum to the variance of x over seats: 0
// to .25. A circle's people are its person and his contacts. Both metrics are missing where nobody
// has a seat. A scenario without such a channel is an error.
func Between(channel string) Metric {
	return inChannel("between units", "variance", channel, func(m *sim.Model) float64 {
		between, _ := variances(m, channel)
		return between
	})
}

// Within is the variance of knowledge within the units of a channel: see Between.
func Within(channel string) Metric {
	return inChannel("within units", "variance", channel, func(m *sim.Model) float64 {
		_, within := variances(m, channel)
		return within
	})
}

// variances returns the variances between units and within units of the share of right dimensions.
func variances(m *sim.Model, channel string) (between, within float64) {
	c := m.Channel(channel)
	if c < 0 {
		return math.NaN(), math.NaN()
	}
	units := m.Units(c)
	var seats, all int64 // over all seats: their number, and the sum of x
	var total, byUnit float64
	for u := range units.Len() {
		var n, sum, squares int64
		for _, p := range members(m, c, u) {
			x := int64(right(m, int(p)))
			n, sum, squares = n+1, sum+x, squares+x*x
		}
		if n == 0 {
			continue
		}
		seats, all = seats+n, all+sum
		total += float64(squares)
		byUnit += float64(sum*sum) / float64(n)
	}
	if seats == 0 {
		return math.NaN(), math.NaN()
	}
	scale := float64(seats) * float64(int64(m.Dimensions())*int64(m.Dimensions()))
	mean := float64(all) * float64(all) / float64(seats)
	return max(0, byUnit-mean) / scale, max(0, total-byUnit) / scale
}

// members returns the people of a unit who are present. Those of a unit are its audience. Those of
// a circle, implicit or lasting, are its person and the people he hears. The circle of a vacant
// place has none.
func members(m *sim.Model, channel, unit int) []int32 {
	units := m.Units(channel)
	of := units.Audience(unit)
	if units.Graph() != nil {
		if of = nil; !m.Vacant(unit) {
			of = append([]int32{int32(unit)}, units.Voices(unit)...)
		}
	}
	if m.Present() == m.People() {
		return of
	}
	return slices.DeleteFunc(slices.Clone(of), func(p int32) bool { return m.Vacant(int(p)) })
}
