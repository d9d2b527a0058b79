package practice

import (
	"fmt"

	"orglearn/agents"
)

// MaxPeriod is the largest Allotment.Every, because a unit remembers its period in one word.
const MaxPeriod = 64

// Allotment is the rule by which units meet in the ticks that they are given. Time is cut into
// periods of Every ticks: tick t is tick t mod Every of its period. In each tick of a period the
// unit is open or closed, as its Meetings say. While it is open it is about what Of says. Else it
// does not meet: its norm stays, and nobody heeds his seat in it, so that his attention is free for
// other seats.
//
// At first units are open in all ticks. So is a unit that comes to be within a period, as a new
// community (formation.Formation): it meets in all ticks until time is dealt again. An event allots
// the ticks, such as those of sim/power: equally, or to some units at the expense of others. So who
// gives time to whom is apart from what is done in it. Allotment{} is off: units always meet.
type Allotment struct {
	Every int           // ticks of a period, 0 to MaxPeriod; 0: units always meet
	Of    agents.Agenda // what a unit is about while it is open (nil: everything)
}

// Meetings is what an Allotment remembers of a unit: the words of sim.Remembered.Agenda, after
// those of what the Allotment is of. Its own word has a bit for each tick of a period in which the
// unit is closed.
type Meetings []uint64

// Closed returns the ticks of a period in which the unit is closed: bit i is tick i.
func (m Meetings) Closed() uint64 { return m[len(m)-1] }

// Close closes the unit in some ticks of each period, and opens it in the others.
func (m Meetings) Close(ticks uint64) { m[len(m)-1] = ticks }

// About implements agents.Agenda.
func (r Allotment) About(u *agents.Unit, about []uint64) {
	own := len(u.Memory) - 1
	if r.Every > 0 && own >= 0 {
		if Meetings(u.Memory).Closed()>>uint(u.Tick%r.Every)&1 != 0 {
			return
		}
		whole := u.Memory
		u.Memory = whole[:own:own]
		defer func() { u.Memory = whole }()
	}
	aboutOf(r.Of, u, about)
}

// Agenda returns the allotment, or what it is of if units always meet. So an allotment that is off
// is no agenda (nil) and costs nothing.
func (r Allotment) Agenda() agents.Agenda {
	if r.Every == 0 {
		return r.Of
	}
	return r
}

// Memory implements agents.Rememberer: what Of remembers, and a word of each unit.
func (r Allotment) Memory(dimensions int) agents.Memory {
	need := memoryOf(r.Of, dimensions)
	if r.Every > 0 {
		need.Unit++
	}
	return need
}

// Fits reports what Of cannot serve.
func (r Allotment) Fits(dimensions, people int) error { return fitsOf(r.Of, dimensions, people) }

// Validate reports an Every outside 0 to MaxPeriod, and the errors of Of.
func (r Allotment) Validate() error {
	if r.Every < 0 || r.Every > MaxPeriod {
		return fmt.Errorf("Allotment.Every is %d, want 0 to %d", r.Every, MaxPeriod)
	}
	return validOf(r.Of)
}

// Reviews implements agents.OffReviewer.
func (r Allotment) Reviews() bool { return agents.Reviews(r.Of) }

// Review implements agents.Reviewer.
func (r Allotment) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	whole := u.Memory
	if own := len(whole) - 1; r.Every > 0 && own >= 0 {
		u.Memory = whole[:own:own]
	}
	reviewBy(r.Of, u, said, learned)
	u.Memory = whole
}

// AllotmentOf returns the Allotment that an Agenda is, or that it holds as a Calendar.
func AllotmentOf(agenda agents.Agenda) (r Allotment, ok bool) { return agendaIn[Allotment](agenda) }

// agendaIn finds a rule in an Agenda: the rule itself, or one that it holds.
func agendaIn[T agents.Agenda](agenda agents.Agenda) (found T, ok bool) {
	found, _, ok = agendaWords[T](agenda, nil, 0)
	return found, ok
}

// agendaWords is agendaIn, and finds what the rule itself remembers of a unit in what the Agenda
// remembers of it: the words after those of the rule that it holds.
func agendaWords[T agents.Agenda](agenda agents.Agenda, memory []uint64, dimensions int) (
	found T, own []uint64, ok bool,
) {
	found, first, end, ok := agendaBounds[T](agenda, len(memory), dimensions)
	return found, memory[first:end], ok
}

// agendaBounds finds a rule as agendaWords does, and where its own words begin and end among a
// number of words.
func agendaBounds[T agents.Agenda](agenda agents.Agenda, words, dimensions int) (
	found T, first, end int, ok bool,
) {
	for end = words; agenda != nil; agenda, end = heldBy(agenda), first {
		first = 0
		if of := heldBy(agenda); of != nil {
			first = min(memoryOf(of, dimensions).Unit, end)
		}
		if found, ok = agenda.(T); ok {
			return found, first, end, true
		}
	}
	return found, 0, 0, false
}

// heldBy returns the Agenda that another one holds, or nil.
func heldBy(agenda agents.Agenda) agents.Agenda {
	switch r := agenda.(type) {
	case Calendar:
		return r.Of
	case Allotment:
		return r.Of
	case Attend:
		return r.Of
	}
	return nil
}

// MeetingsOf returns the Meetings of a unit, by what the Agenda of its channel remembers of it, and
// whether the Agenda is an Allotment with a period or holds one.
func MeetingsOf(agenda agents.Agenda, memory []uint64, dimensions int) (Meetings, bool) {
	r, own, ok := agendaWords[Allotment](agenda, memory, dimensions)
	return Meetings(own), ok && r.Every > 0 && len(own) > 0
}

// aboutOf asks an Agenda that another one holds (nil: everything).
func aboutOf(of agents.Agenda, u *agents.Unit, about []uint64) {
	if of != nil {
		of.About(u, about)
		return
	}
	for i := range about {
		about[i] = ^uint64(0)
	}
}
