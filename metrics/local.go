package metrics

import (
	"fmt"
	"math"

	"orglearn/sim"
)

// Local is one number read off one unit of a channel at a tick, as a Metric is read off a model. It
// is NaN where the unit has no such number. People of a unit are those of Between.
type Local struct {
	Name string
	Unit string // what a value of 1 means
	Of   func(m *sim.Model, channel, unit int) float64
	// Run is in place of Of for a number with a history (see Metric.Run).
	Run func() func(m *sim.Model, channel, unit int) float64
	// Fits returns an error where a scenario with the channel cannot have the number (nil: all
	// can).
	Fits func(s sim.Scenario, channel string) error
}

// UnitScore is what reality pays for what the people of a unit believe: the mean of their scores,
// as a share of the largest score that reality pays. Its range is that of Score.
var UnitScore = Local{Name: "score of unit", Unit: "share of the most", Of: unitScoreOf}

func unitScoreOf(m *sim.Model, channel, unit int) float64 {
	sum, people := int64(0), members(m, channel, unit)
	for _, p := range people {
		sum += int64(m.Landscape().Score(m.Beliefs(int(p))))
	}
	return ratio(sum, int64(len(people))*int64(m.Landscape().Max()))
}

// UnitKnowledge is the share of dimensions in which the people of a unit are right, as a mean over
// them: 0 to 1.
var UnitKnowledge = Local{
	Name: "knowledge of unit", Unit: "share of dimensions",
	Of: func(m *sim.Model, channel, unit int) float64 {
		sum, people := int64(0), members(m, channel, unit)
		for _, p := range people {
			sum += int64(right(m, int(p)))
		}
		return ratio(sum, int64(len(people))*int64(m.Dimensions()))
	},
}

// UnitSize is the number of people of a unit: 0 or more.
var UnitSize = Local{
	Name: "size of unit", Unit: "people",
	Of: func(m *sim.Model, channel, unit int) float64 {
		return float64(len(members(m, channel, unit)))
	},
}

// UnitSaid is how much is said in a unit: the mean over its voices who are present of the claims in
// the cycle just ended that are not 0, as a share of the dimensions, 0 to 1. It is missing without
// a voice.
var UnitSaid = Local{
	Name: "said in unit", Unit: "share of dimensions",
	Of: func(m *sim.Model, channel, unit int) float64 {
		said, voices := int64(0), int64(0)
		for _, p := range m.Units(channel).Voices(unit) {
			if !m.Vacant(int(p)) {
				said += int64(m.Claims(channel, int(p)).Known())
				voices++
			}
		}
		return ratio(said, voices*int64(m.Dimensions()))
	},
}

// OverSeats is the mean of a Local over the seats of a channel. Each unit counts as often as it has
// people, and a unit in which the Local is missing does not count. Its range is that of the Local.
// A scenario without such a channel is an error.
func OverSeats(l Local, channel string) Metric {
	return l.over(l.Name, l.Unit, channel, func() func(*sim.Model, int) float64 {
		read := l.reader()
		return func(m *sim.Model, c int) float64 {
			sum, seats := 0., 0
			for u := range m.Units(c).Len() {
				people := len(members(m, c, u))
				if v := read(m, c, u); people > 0 && !math.IsNaN(v) {
					sum, seats = sum+float64(float64(people)*v), seats+people
				}
			}
			if seats == 0 {
				return math.NaN()
			}
			return sum / float64(seats)
		}
	})
}

// Correlation is the correlation of two Locals over the units of a channel that have people
// (Pearson 1896): -1 to 1. A unit in which one of them is missing does not count. The metric is
// missing with fewer than two units, and where one of the two is the same in all. A scenario
// without such a channel is an error.
func Correlation(a, b Local, channel string) Metric {
	name := fmt.Sprintf("correlation of %s and %s", a.Name, b.Name)
	m := a.over(name, "correlation", channel, func() func(*sim.Model, int) float64 {
		readA, readB := a.reader(), b.reader()
		return func(m *sim.Model, c int) float64 {
			var x, y []float64
			for u := range m.Units(c).Len() {
				if len(members(m, c, u)) > 0 {
					x, y = append(x, readA(m, c, u)), append(y, readB(m, c, u))
				}
			}
			return pearson(x, y)
		}
	})
	fits := m.Fits
	m.Fits = func(s sim.Scenario) error {
		if err := fits(s); err != nil {
			return err
		}
		return b.fits(s, channel)
	}
	return m
}

// reader returns what reads the number in one run.
func (l Local) reader() func(m *sim.Model, channel, unit int) float64 {
	if l.Run != nil {
		return l.Run()
	}
	return l.Of
}

func (l Local) fits(s sim.Scenario, channel string) error {
	if l.Of == nil == (l.Run == nil) {
		return fmt.Errorf("the local %q has both Of and Run, or neither", l.Name)
	}
	if l.Fits == nil {
		return nil
	}
	return l.Fits(s, channel)
}

// over returns a metric of the local in a channel. of is called once for each run.
func (l Local) over(name, unit, channel string, of func() func(*sim.Model, int) float64) Metric {
	m := overRun(name, unit, channel, func() func(*sim.Model) float64 {
		read := of()
		return func(m *sim.Model) float64 {
			c := m.Channel(channel)
			if c < 0 {
				return math.NaN()
			}
			return read(m, c)
		}
	})
	has := m.Fits
	m.Fits = func(s sim.Scenario) error {
		if err := has(s); err != nil {
			return err
		}
		return l.fits(s, channel)
	}
	return m
}

// pearson returns the correlation of pairs, without those in which one is missing.
func pearson(x, y []float64) float64 {
	var a, b []float64
	for i := range x {
		if !math.IsNaN(x[i] + y[i]) {
			a, b = append(a, x[i]), append(b, y[i])
		}
	}
	sizeA, sizeB := deviations(a), deviations(b)
	if sizeA == 0 || sizeB == 0 {
		return math.NaN()
	}
	sum := 0.
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return max(-1, min(1, sum/float64(sizeA*sizeB)))
}

// deviations replaces numbers by their deviations from the mean, and returns the root of the sum of
// their squares. It is 0 if there is nothing but rounding.
func deviations(x []float64) (size float64) {
	sum, largest := 0., 0.
	for _, v := range x {
		sum, largest = sum+v, max(largest, math.Abs(v))
	}
	mean, squares := sum/float64(len(x)), 0.
	for i, v := range x {
		x[i] = v - mean
		squares += float64(x[i] * x[i])
	}
	if size = math.Sqrt(squares); size <= rounding*largest {
		return 0
	}
	return size
}
