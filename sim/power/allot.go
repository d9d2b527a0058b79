package power

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Ground is why one unit gets more time than another.
type Ground uint8

// The grounds.
const (
	Chance    Ground = iota // none: the order is drawn
	Agreement               // its norm agrees with what the manager believes
	Merit                   // its norm stands high, as far as merit is seen
)

// Allot deals meeting ticks to the units of a channel whose Agenda is a practice.Allotment, at the
// beginning of every period, tick 0 included. Time is a resource of power: who gives it decides
// which units may learn.
//
// Units are ordered by a Ground; where several are alike, their order is drawn. Of U units, the one
// of place r, from 0, meets in
//
//	Ticks + trunc(Skew/16 s (U-1-2r)/(U-1)),  s = min(Ticks, Every-Ticks)
//
// ticks of the period, which are drawn. So the total is U Ticks under every Ground and Skew, and
// the same Skew gives the same inequality under every Ground: only who gets more differs. With a
// Skew of 0 all units meet in Ticks ticks, and grounds have no effect.
//
// Agreement is the number of dimensions in which the norm of a unit is what the manager believes,
// less those in which it is the opposite. Merit is the score of the norm. Where merit is seen in
// part (sim.Sighted), it is the score on one sample, drawn for all units and the period. Nothing
// else tells the firm what is true.
//
// Time is dealt to the units that are there when a period begins. A community that is born in a
// period, at its first tick too (formation.Formation), meets in all ticks until the next: it is
// made by its members, and not out of the time of other units. So the total is higher by these
// ticks.
//
// Units of people take part: those that have an audience and are no parents. Where they differ in
// size, the total of meeting ticks is the same, and that of the people in them is not. A manager
// whose place is vacant agrees with all alike, and circles that keep no norms are all alike.
//
// Found here (go run ./examples/institutionalizing): beside time that is dealt by Chance, as
// unequally, people score .010 [.002, .017] more if it goes by Merit. By Agreement it is .005
// [-.003, .013], which is not shown to be more. There is no published number.
//
// Ticks 0 is off: units always meet.
type Allot struct {
	Channel string
	Ticks   int // meeting ticks of a unit and period, the mean over units: 0 to Allotment.Every
	Skew    int // how unequal they are, in sixteenths of the most: 0 to 16
	By      Ground
	Manager int // the person with whom units agree, for Agreement
}

// sixteenths is the whole of a Skew.
const sixteenths = 16

// Happen implements sim.Event.
func (e Allot) Happen(m *sim.Model, s *agents.Stream) {
	every := everyOf(m, e.Channel)
	if m.Tick()%every != 0 {
		return
	}
	units := meeting(m, e.Channel)
	order := s.Perm(len(units))
	draws := make([][]int, len(units))
	for i := range draws {
		draws[i] = s.Perm(every)
	}
	for place, i := range e.ranked(m, s, units, order) {
		open := e.share(place, len(units), every)
		meetingsOf(m, e.Channel, units[i]).Close(mask(draws[i][open:]))
	}
}

// share returns the meeting ticks of the unit of a place.
func (e Allot) share(place, units, every int) int {
	if units == 1 {
		return e.Ticks
	}
	most := min(e.Ticks, every-e.Ticks)
	return e.Ticks + e.Skew*most*(units-1-2*place)/(sixteenths*(units-1))
}

// ranked puts places in a list of units into the order of the ground. Those that are alike keep the
// order given.
func (e Allot) ranked(m *sim.Model, s *agents.Stream, units, order []int) []int {
	of, channel := e.judge(m, s), m.Channel(e.Channel)
	if of == nil || m.Norms(channel) == 0 {
		return order
	}
	worth := make([]int64, len(units))
	for i, u := range units {
		worth[i] = of(m.Norm(channel, u))
	}
	sortBy(order, func(i int) int64 { return -worth[i] })
	return order
}

// judge returns what a norm is worth; nil: all are alike.
func (e Allot) judge(m *sim.Model, s *agents.Stream) func(norm agents.Knowledge) int64 {
	switch e.By {
	case Agreement:
		believes := m.Beliefs(e.Manager)
		return func(norm agents.Knowledge) int64 { return agreement(norm, believes) }
	case Merit:
		l, ok := m.Landscape().(sim.Sighted)
		if !ok || l.Seen() == 0 {
			return func(norm agents.Knowledge) int64 { return int64(m.Landscape().Score(norm)) }
		}
		seen := make([]uint64, agents.Width(m.Dimensions()))
		l.Sample(s, seen)
		return func(norm agents.Knowledge) int64 { return int64(l.ScoreOn(norm, seen)) }
	}
	return nil
}

// Name implements sim.Named.
func (Allot) Name() string { return "allot" }

// Off implements sim.Switched: with Ticks of 0.
func (e Allot) Off() bool { return e.Ticks == 0 }

// Validate reports a field out of its range.
func (e Allot) Validate() error {
	switch {
	case e.Ticks < 0 || e.Ticks > practice.MaxPeriod:
		return fmt.Errorf("Allot.Ticks is %d, want 0 to %d", e.Ticks, practice.MaxPeriod)
	case e.Skew < 0 || e.Skew > sixteenths:
		return fmt.Errorf("Allot.Skew is %d, want 0 to %d", e.Skew, sixteenths)
	case e.By > Merit:
		return fmt.Errorf("Allot.By is %d, want %d to %d", e.By, Chance, Merit)
	}
	return nil
}

// Suits reports a channel without a practice.Allotment, a second event that allots its time at the
// same tick, Ticks above its period, and a Manager who is no person.
func (e Allot) Suits(s sim.Scenario) error {
	if e.Off() {
		return nil
	}
	every, err := suits("Allot", s, e.Channel)
	switch {
	case err != nil:
		return err
	case e.Ticks > every:
		return fmt.Errorf("Allot.Ticks is %d, want 0 to %d (Allotment.Every)", e.Ticks, every)
	case e.Manager < 0 || e.Manager >= s.People:
		return fmt.Errorf("Allot.Manager is %d, want 0 to %d", e.Manager, s.People-1)
	}
	return nil
}
