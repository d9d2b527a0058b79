package metrics

import (
	"fmt"
	"math"

	"orglearn/sim"
)

// Objective is what the communities of a channel set out to reach: a number of at least AtLeast, at
// tick By. A unit has attained it in fact if its number is at least AtLeast. Whether its people say
// so is another matter: they do not see the number, and judge by what they see (View). The two can
// come apart, as where everybody agrees and is wrong.
//
// It is judged at By, or where the run ends if that is sooner. Before, the metrics of an Objective
// are missing; afterwards they stay. A missing number is not attained. They have a history: record
// By, and every tick for a View that has a history, as ByGain has.
//
// Its metrics count seats: a person in a unit. A person of two communities is asked twice, about
// each. Let Said, False, Attained and Unseen be the shares of seats for which the metric of that
// name holds. Then Said - False = Attained - Unseen, the share that is attained and said to be.
//
// In a survey of members of communities, what they said was attained went with animation and with
// belonging (Tremblay 2005, abstract). Goes is such a correlation over communities; FactGoes is the
// same for what was attained in fact.
//
// Found here (go run ./examples/attainment): who judges by his own gain is wrong about his unit in
// .196 of seats. By its standing it is .165, and by agreement .312. Belonging raises what is said
// by more than what is attained in one case: by agreement, in units of 10.
type Objective struct {
	Metric  Local
	AtLeast float64 // in units of the metric; finite
	By      int     // tick, 0 to sim.MaxTicks (0: every tick is judged by itself)
}

// Attained is the share of seats whose unit has attained the objective in fact: 0 to 1.
func (o Objective) Attained(channel string) Metric {
	return o.metric("attained", channel, nil, func(a attainment) float64 {
		return ratio(a.attained, a.seats)
	})
}

// Said is the share of seats whose person says that the objective is attained in the unit: 0 to 1.
func (o Objective) Said(by View, channel string) Metric {
	return o.metric("said to be", channel, &by, func(a attainment) float64 {
		return ratio(a.said, a.seats)
	})
}

// False is false attainment: the share of seats whose person says that the objective is attained,
// although it is not. It is 0 to 1.
func (o Objective) False(by View, channel string) Metric {
	return o.metric("falsely said to be", channel, &by, func(a attainment) float64 {
		return ratio(a.said-a.both, a.seats)
	})
}

// Unseen is unseen attainment: the share of seats whose person does not say that the objective is
// attained, although it is. It is 0 to 1.
func (o Objective) Unseen(by View, channel string) Metric {
	return o.metric("attained unseen", channel, &by, func(a attainment) float64 {
		return ratio(a.attained-a.both, a.seats)
	})
}

// Goes is the correlation over units of the share of a unit's people who say that the objective is
// attained, and of something else, such as UnitSize. See Correlation for when it is missing.
func (o Objective) Goes(by View, with Local, channel string) Metric {
	m := o.named(Correlation(o.saying(by), with, channel), fmt.Sprint("said by ", by))
	return o.due(m, by.Run != nil || with.Run != nil)
}

// FactGoes is Goes for whether the objective is attained in fact: 1 or 0 in each unit.
func (o Objective) FactGoes(with Local, channel string) Metric {
	m := o.named(Correlation(o.inFact(), with, channel), "in fact")
	return o.due(m, o.Metric.Run != nil || with.Run != nil)
}

// attainment counts seats: all, those whose unit has attained the objective, those whose person
// says so, and those of which both is true.
type attainment struct{ seats, attained, said, both int64 }

// metric returns a metric of the attainment of all units. Without a View nobody says anything.
func (o Objective) metric(
	name, channel string, by *View, of func(attainment) float64,
) Metric {
	if by != nil {
		name += fmt.Sprint(" by ", by)
	}
	m := o.Metric.over(fmt.Sprint(o, ": ", name), "share of seats", channel,
		func() func(*sim.Model, int) float64 {
			fact, says := o.Metric.reader(), nobody
			if by != nil {
				says = by.reader()
			}
			return func(m *sim.Model, c int) float64 {
				var all attainment
				for u := range m.Units(c).Len() {
					all.add(m, c, u, fact(m, c, u) >= o.AtLeast, says)
				}
				return of(all)
			}
		})
	history := o.Metric.Run != nil || by != nil && by.Run != nil
	return o.checked(o.due(m, history), by)
}

// says reports whether a person of a unit says that an objective is attained there.
type says func(m *sim.Model, channel, unit, person int) bool

func nobody(*sim.Model, int, int, int) bool { return false }

// add counts the seats of a unit.
func (a *attainment) add(m *sim.Model, channel, unit int, attained bool, says says) {
	for _, p := range members(m, channel, unit) {
		said := says(m, channel, unit, int(p))
		a.seats++
		a.attained += count(attained)
		a.said += count(said)
		a.both += count(attained && said)
	}
}

func count(is bool) int64 {
	if is {
		return 1
	}
	return 0
}

// saying is the share of a unit's people who say that the objective is attained.
func (o Objective) saying(by View) Local {
	return Local{
		Name: "said", Unit: "share of people",
		Run: func() func(*sim.Model, int, int) float64 {
			read := by.reader()
			return func(m *sim.Model, channel, unit int) float64 {
				var a attainment
				a.add(m, channel, unit, false, read)
				return ratio(a.said, a.seats)
			}
		},
		Fits: func(s sim.Scenario, channel string) error {
			return firstError(o.fits(s, channel), by.fits(s))
		},
	}
}

// inFact is 1 where a unit has attained the objective, and else 0.
func (o Objective) inFact() Local {
	return Local{
		Name: "attained", Unit: "0 or 1",
		Run: func() func(*sim.Model, int, int) float64 {
			read := o.Metric.reader()
			return func(m *sim.Model, channel, unit int) float64 {
				return float64(count(read(m, channel, unit) >= o.AtLeast))
			}
		},
		Fits: o.fits,
	}
}

// named names a metric after the objective.
func (o Objective) named(m Metric, name string) Metric {
	m.Name = fmt.Sprint(o, ", ", name, ": ", m.Name)
	return m
}

// due reads a metric at By and keeps the value. If the metric has a history it reads it before too.
func (o Objective) due(m Metric, history bool) Metric {
	if o.By == 0 {
		return m
	}
	run := m.Run
	m.Run = func() func(*sim.Model) float64 {
		read, value, over := run(), math.NaN(), false
		return func(m *sim.Model) float64 {
			if over {
				return value
			}
			over = m.Tick() >= o.By || m.Done()
			if !over && !history {
				return value
			}
			if v := read(m); over {
				value = v
			}
			return value
		}
	}
	return m
}

// checked adds to a metric that the objective and the view must be sound.
func (o Objective) checked(m Metric, by *View) Metric {
	fits := m.Fits
	m.Fits = func(s sim.Scenario) error {
		if by != nil {
			if err := by.fits(s); err != nil {
				return err
			}
		}
		return firstError(o.sound(), fits(s))
	}
	return m
}

func (o Objective) fits(s sim.Scenario, channel string) error {
	return firstError(o.sound(), o.Metric.fits(s, channel))
}

// sound returns an error for a field out of its range.
func (o Objective) sound() error {
	if o.By < 0 || o.By > sim.MaxTicks {
		return fmt.Errorf("Objective.By is %d, want 0 to %d", o.By, sim.MaxTicks)
	}
	return finite("Objective.AtLeast", o.AtLeast)
}

// finite returns an error for a number that is NaN or infinite.
func finite(field string, v float64) error {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return fmt.Errorf("%s is %v, want a number", field, v)
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// String returns the objective in words: "score of unit at least 0.5 by 100".
func (o Objective) String() string {
	text := fmt.Sprintf("%s at least %v", o.Metric.Name, o.AtLeast)
	if o.By != 0 {
		text += fmt.Sprintf(" by %d", o.By)
	}
	return text
}
