package practice

import (
	"fmt"
	"math"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MostEnergy is the largest energy, and FirstEnergy that of who comes.
const (
	MostEnergy  = 15
	FirstEnergy = 8
)

// MaxCapacity is the largest Expectations.Capacity and Expectations.Enough, and more dimensions
// than a unit can be about.
const MaxCapacity = 1 << 30

// Expectations is what energizes people in a unit, and dull projects weigh down. What counts is
// whether a project has something to learn, and whether its results are visible; who has set it is
// said to matter little (Wenger-Trayner, of tasks, in answers on communities of practice). Each of
// these is a slope.
//
// A project is what a unit is about during Every ticks: the ticks t with the same t div Every. Its
// content c is the number of its dimensions that are unknown or contested in the unit: nobody who
// is heard says anything, or at least a third of those who speak say the opposite of the others. It
// is counted in the first tick of the project, from what is heard there. Where a unit does not meet
// in that tick there is no project. At the end of the project the energy e of everybody in the unit
// changes by
//
//	Learn sign(c - Enough) + Visible v + Origin a - Overload l
//
// v is 1 if the results of the project are visible, and a is 1 if it was set from above; else each
// is 0. They are drawn for each unit and project, with probabilities Shown and Assigned. l is 1 if
// the project has more than Capacity dimensions. A person has an energy in each of his units: 0 to
// MostEnergy, FirstEnergy at first. It is kept in steps of 1/4096. Who joins during a project has
// no part in it.
//
// In a tick he is heard in the unit with probability
//
//	(1 - Quiet) (1 + Energy (e-8)/8), at most 1
//
// for the reasons that Commitment gives. With an Energy of 0 and a Quiet above 0 it is a control,
// in which energy moves and does nothing. With Quiet 0, and Every or Energy 0, the rule is off.
//
// Found here (go run ./examples/participation): with an Energy and a Learn of 1 people score -.012
// [-.027, .004] more than others who are heard as much whatever they expect. So energy by content
// does nothing that is shown. Visible results raise what people know (by .063 [.050, .076] from a
// Visible of -1 to 1: -every 10 -energy 1 -quiet .5 -visible -1,0,1 -shown .5), but there people
// are heard more, too. There is no published number.
type Expectations struct {
	Every   int     // ticks of a project, 0 to MaxEvery (0: there are no projects)
	Enough  int     // c0: dimensions above which a project has content, 0 to MaxCapacity
	Learn   float64 // slope of energy by the content of a project, -1 to 1
	Visible float64 // slope by visible results, -1 to 1
	Origin  float64 // slope by projects that are set from above, -1 to 1
	Energy  float64 // slope of being heard by energy, -1 to 1

	Shown    float64 // share of projects whose results are visible, 0 to 1
	Assigned float64 // share of projects that are set from above, 0 to 1
	Overload float64 // what one of more than Capacity dimensions takes, 0 to MostEnergy
	Capacity int     // dimensions, 0 to MaxCapacity
	Quiet    float64 // probability that one of energy 8 is not heard, 0 to 1

	Of agents.Participant // who hears and is heard besides (nil: everybody)
}

// Part implements agents.Participant.
func (r Expectations) Part(p *agents.Person, u *agents.Unit, rank uint8) agents.Part {
	of, words := r.holds()
	part := partOf(of, words, p, u, rank)
	if r.off() {
		return part
	}
	word := own(p.Seat, words)
	return speaks(part, p, word, r.Quiet, r.Energy, r.Level(word)-FirstEnergy)
}

// Level returns the energy of a seat, 0 to MostEnergy, by what the rule itself remembers of the
// seat (see ExpectationsIn).
func (r Expectations) Level(own []uint64) float64 {
	if len(own) == 0 {
		return FirstEnergy
	}
	return min(max(FirstEnergy+float64(steps(own[0]))/perEnergy, 0), MostEnergy)
}

// perEnergy is the number of steps of an energy of 1.
const perEnergy = 4096

// ExpectationsIn finds the Expectations in a Participant, and what it itself remembers of a seat,
// by what the Participant remembers of it.
func ExpectationsIn(rule agents.Participant, seat []uint64) (
	r Expectations, own []uint64, ok bool,
) {
	return within[Expectations](rule, seat)
}

// Reviews implements agents.OffReviewer.
func (r Expectations) Reviews() bool { return !r.off() || agents.Reviews(r.Of) }

// Review implements agents.Reviewer.
func (r Expectations) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	of, words := r.holds()
	if r.beginsAt(u.Tick) {
		begun := r.begins(u, said)
		for k := range learned.Len() {
			if word := own(learned.Seat(k), words); word != nil {
				word[1] = begun
			}
		}
	}
	if r.endsAt(u.Tick) {
		by := r.judge((*kernel.Stream)(u.Stream))
		for k := range learned.Len() {
			if word := own(learned.Seat(k), words); word != nil && word[1] != 0 {
				r.end(word, r.step(word[1], by))
			}
		}
	}
	reviewPart(of, words, u, said, learned)
}

// beginsAt reports whether a project begins at a tick.
func (r Expectations) beginsAt(tick int) bool {
	return r.Every > 0 && !r.off() && tick%r.Every == 0
}

// endsAt reports whether a project ends at a tick.
func (r Expectations) endsAt(tick int) bool { return r.beginsAt(tick + 1) }

// begins returns the word of a project that begins: its content and whether it is an overload. It
// is 0 if the unit does not meet.
func (r Expectations) begins(u *agents.Unit, said *agents.Voices) uint64 {
	load := 0
	for i := range agents.Width(u.Dimensions) {
		load += bits.OnesCount64(openIn(u, i))
	}
	if load == 0 {
		return 0
	}
	word := uint64(Content(u, said))<<2 | 1
	if load > r.Capacity {
		word |= 2
	}
	return word
}

// judge draws what a unit sees of a project at its end. It returns how energy moves by that.
func (r Expectations) judge(s *kernel.Stream) (by float64) {
	if s.Coin(r.Shown) {
		by += r.Visible
	}
	if s.Coin(r.Assigned) {
		by += r.Origin
	}
	return by
}

// step is how energy moves at the end of a project, in steps. by is what judge returned.
func (r Expectations) step(project uint64, by float64) int {
	by += float64(r.Learn * float64(sign(int(project>>2)-r.Enough)))
	if project&2 != 0 {
		by -= r.Overload
	}
	return int(math.Floor(float64(by*perEnergy) + .5))
}

// end ends the project of a unit for one of those who were there when it began.
func (r Expectations) end(seat []uint64, step int) {
	seat[0] = moved(seat[0], step, -FirstEnergy*perEnergy, (MostEnergy-FirstEnergy)*perEnergy)
	seat[1] = 0
}

// Content counts the dimensions that a unit is about which are unknown or contested there, by what
// is heard: see Expectations.
func Content(u *agents.Unit, said *agents.Voices) (content int) {
	v := (*kernel.Voices)(said)
	for i := range agents.Width(u.Dimensions) {
		v.Count(v.All(), i)
		yes, no := v.Counted()
		content += bits.OnesCount64(openIn(u, i) &^ (yes.AboveTwice(no) | no.AboveTwice(yes)))
	}
	return content
}

// openIn returns the lanes of word i that a unit is about.
func openIn(u *agents.Unit, i int) uint64 {
	lanes := agents.Lanes(u.Dimensions, i)
	if u.About != nil {
		lanes &= u.About[i]
	}
	return lanes
}

// off reports whether energy has no effect, and nobody is quiet.
func (r Expectations) off() bool { return (r.Every == 0 || r.Energy == 0) && r.Quiet == 0 }

func (r Expectations) holds() (of agents.Participant, words int) {
	if r.off() {
		return r.Of, 0
	}
	return r.Of, 2
}

// Memory implements agents.Rememberer: what Of remembers, and two words of each seat.
func (r Expectations) Memory(dimensions int) agents.Memory { return memoryWith(r, dimensions) }

// Fits reports what Of cannot serve.
func (r Expectations) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports a field out of its range, and the errors of Of.
func (r Expectations) Validate() error {
	for _, f := range []struct {
		name        string
		value, most int
	}{
		{"Every", r.Every, MaxEvery}, {"Enough", r.Enough, MaxCapacity},
		{"Capacity", r.Capacity, MaxCapacity},
	} {
		if f.value < 0 || f.value > f.most {
			return fmt.Errorf("Expectations.%s is %d, want 0 to %d", f.name, f.value, f.most)
		}
	}
	if !(r.Overload >= 0 && r.Overload <= MostEnergy) {
		return fmt.Errorf("Expectations.Overload is %v, want 0 to %d", r.Overload, MostEnergy)
	}
	for _, rate := range []slope{{"Shown", r.Shown}, {"Assigned", r.Assigned}, {"Quiet", r.Quiet}} {
		if err := kernel.CheckRate("Expectations."+rate.field, rate.value); err != nil {
			return err
		}
	}
	return checkSlopes(r.Of, slope{"Expectations.Learn", r.Learn},
		slope{"Expectations.Visible", r.Visible}, slope{"Expectations.Origin", r.Origin},
		slope{"Expectations.Energy", r.Energy})
}
