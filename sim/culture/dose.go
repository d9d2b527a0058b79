package culture

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// MaxDose is the largest number of person-steps.
const MaxDose = 1 << 30

// Programme changes a trait of everybody a little, at one tick: a programme of culture in lockstep.
// It goes through all whom it reaches, in an order drawn, and moves each by one step. It does so
// again until the dose is spent, or nobody can go further.
//
// Communities are said to produce culture one at a time, and programmes in lockstep to fail
// (Wenger-Trayner, in answers on communities of practice).
//
// Found here (go run ./examples/participation): 50 ticks after a dose, .422 [.390, .453] of a
// Programme for all is left. Of what was Seeded it is .461 [.423, .499]. But where a Programme
// reaches about as few people, of all communities, it is .470 [.426, .513]. So that the community
// keeps it, and not the depth, is not shown.
//
// It is the opposite of Seeded. A dose is counted in steps that were made, so both are of the same
// dose as long as there is room for it. With Dose 0 the event is off.
type Programme struct {
	At    int // the tick, 0 to sim.MaxTicks
	Trait practice.Trait
	Dose  int  // person-steps, 0 to MaxDose
	Up    bool // towards practice.MostTrait and not towards 0
	Miss  int  // sixteenths of people, drawn, whom it does not reach, 0 to 16
}

// Happen implements sim.Event.
func (e Programme) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() != e.At {
		return
	}
	d := dosing{m, e.Trait, e.Up, e.Dose}
	var people []int
	for p := range m.People() {
		if !m.Vacant(p) {
			people = append(people, p)
		}
	}
	s.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	d.move(people[len(people)*e.Miss/sixteenths:], practice.MostTrait)
}

// sixteenths is the whole of a Miss.
const sixteenths = 16

// Seeded changes a trait in whole units, at one tick: culture grows in a few communities. It goes
// through the units of a channel in an order drawn. In each it moves all who learn there, who were
// not moved in a unit before, by Depth steps each, one after the other in turn. It ends when the
// dose is spent, also in the middle of a unit.
//
// Programme says what was found of both. Several Seeded, each with its part of the dose at a tick
// of its own, produce communities one at a time. Each draws its units anew. With Dose 0 the event
// is off.
type Seeded struct {
	Channel string
	At      int // the tick, 0 to sim.MaxTicks
	Trait   practice.Trait
	Dose    int  // person-steps, 0 to MaxDose
	Up      bool // towards practice.MostTrait and not towards 0
	Depth   int  // steps of each person at most, 0 to practice.MostTrait
}

// Happen implements sim.Event.
func (e Seeded) Happen(m *sim.Model, s *agents.Stream) {
	if m.Tick() != e.At {
		return
	}
	d := dosing{m, e.Trait, e.Up, e.Dose}
	units := m.Units(m.Channel(e.Channel))
	moved := make([]bool, m.People())
	for _, u := range s.Perm(units.Len()) {
		var members []int
		for _, p := range units.Audience(u) {
			if !moved[p] && !m.Vacant(int(p)) {
				moved[p] = true
				members = append(members, int(p))
			}
		}
		s.Shuffle(len(members), func(i, j int) {
			members[i], members[j] = members[j], members[i]
		})
		d.move(members, e.Depth)
	}
}

// dosing spends a dose.
type dosing struct {
	model *sim.Model
	trait practice.Trait
	up    bool
	left  int
}

// move moves each of some people by a step in turn, a number of times.
func (d *dosing) move(people []int, times int) {
	for range times {
		for _, p := range people {
			if d.left == 0 {
				return
			}
			d.moveOne(traits(d.model, p))
		}
	}
}

// moveOne moves a person by a step if he can go further.
func (d *dosing) moveOne(of practice.Traits) {
	switch now := of.At(d.trait); {
	case d.up && now < practice.MostTrait:
		of.Set(d.trait, now+1)
		d.left--
	case !d.up && now > 0:
		of.Set(d.trait, now-1)
		d.left--
	}
}

// Name implements sim.Named.
func (Programme) Name() string { return "programme" }

// Name implements sim.Named.
func (Seeded) Name() string { return "seeded" }

// Off implements sim.Switched.
func (e Programme) Off() bool { return e.Dose == 0 || e.Miss == sixteenths }

// Off implements sim.Switched.
func (e Seeded) Off() bool { return e.Dose == 0 || e.Depth == 0 }

// Validate reports a field out of its range.
func (e Programme) Validate() error {
	return checkFields("Programme", field{"At", e.At, sim.MaxTicks},
		field{"Trait", int(e.Trait), int(practice.AllTraits) - 1}, field{"Dose", e.Dose, MaxDose},
		field{"Miss", e.Miss, sixteenths})
}

// Validate reports a field out of its range.
func (e Seeded) Validate() error {
	return checkFields("Seeded", field{"At", e.At, sim.MaxTicks},
		field{"Trait", int(e.Trait), int(practice.AllTraits) - 1}, field{"Dose", e.Dose, MaxDose},
		field{"Depth", e.Depth, practice.MostTrait})
}

// field is a field with its value and the largest that it can have.
type field struct {
	name        string
	value, most int
}

func checkFields(event string, fields ...field) error {
	for _, f := range fields {
		if f.value < 0 || f.value > f.most {
			return fmt.Errorf("%s.%s is %d, want 0 to %d", event, f.name, f.value, f.most)
		}
	}
	return nil
}

// Suits reports people without traits.
func (e Programme) Suits(s sim.Scenario) error { return suits("Programme", s, "") }

// Suits reports people without traits, and a Channel that is no channel of beliefs.
func (e Seeded) Suits(s sim.Scenario) error { return suits("Seeded", s, e.Channel) }
