package lineage

import (
	"slices"

	"orglearn/agents"
)

// Norm is the lineage of a belief as the norm of a unit.
type Norm struct {
	Place Place
	Value agents.Belief
	// Since is the tick from which it has stood without a break, or, if it does not stand at the
	// end, stood at last.
	Since  int
	Stands bool // at the end of what was recorded
	// First are the people who said it first in the unit, ascending, and FirstTick when that was
	// (-1: nobody did).
	First     []int
	FirstTick int

	recorder *Recorder
}

// Norm returns the lineage of a value in a unit, and whether it was ever the unit's norm.
func (r *Recorder) Norm(place Place, value agents.Belief) (Norm, bool) {
	n := Norm{Place: place, Value: value, FirstTick: -1, recorder: r}
	ever := false
	for _, e := range r.events {
		if e.Value != value || e.Place != place {
			continue
		}
		switch e.Kind {
		case Objective:
			n.Since, n.Stands, ever = e.Tick, true, true
		case Ceased:
			n.Stands = false
		case Said:
			n.First, n.FirstTick = append(n.First, e.Person), e.Tick
		}
	}
	slices.Sort(n.First)
	return n, ever
}

// Path is a line of descent: units through which the belief came, the first one first and this unit
// last. Each step goes from a unit to one from which the first who said it there had taken it; of
// several to that in which it became objective earliest. The line begins in a unit where somebody
// who said it first did not have it from a unit.
func (n Norm) Path() []Place {
	path := []Place{n.Place}
	for {
		from, ok := n.before(path[len(path)-1])
		if !ok || slices.Contains(path, from) {
			slices.Reverse(path)
			return path
		}
		path = append(path, from)
	}
}

// before is the unit from which those who said it first in a place had taken it.
func (n Norm) before(place Place) (best Place, ok bool) {
	here, _ := n.recorder.Norm(place, n.Value)
	earliest := 0
	for _, p := range here.First {
		from := n.recorder.takenBy(p, n.Value, here.FirstTick)
		if len(from) == 0 {
			return Place{}, false
		}
		for _, f := range from {
			since := n.recorder.objectiveFrom(f, n.Value)
			if !ok || since < earliest {
				best, earliest, ok = f, since, true
			}
		}
	}
	return best, ok
}

// takenBy are the units from which a person had taken what he believed when a cycle began.
func (r *Recorder) takenBy(person int, value agents.Belief, tick int) (from []Place) {
	for _, e := range r.events {
		if e.Tick >= tick {
			break
		}
		if e.Person == person && e.Value == value && e.Kind != Said {
			from = e.From // nil if he began with it, or no longer has it
		}
	}
	return from
}

// objectiveFrom is the first tick at which a value was the norm of a place; of circles, in which it
// was said.
func (r *Recorder) objectiveFrom(place Place, value agents.Belief) int {
	for _, e := range r.events {
		if e.Place == place && e.Value == value && (e.Kind == Objective || e.Kind == Said) {
			return e.Tick
		}
	}
	return r.tick
}

// Takers are the people who took the belief with this unit as a possible source, ascending.
func (n Norm) Takers() (all []int) {
	for _, e := range n.recorder.events {
		if e.Kind == Taken && e.Value == n.Value && slices.Contains(e.From, n.Place) &&
			!slices.Contains(all, e.Person) {
			all = append(all, e.Person)
		}
	}
	slices.Sort(all)
	return all
}

// Holders is, for each tick that was recorded, how many people believe a value.
func (r *Recorder) Holders(value agents.Belief) []int {
	return r.over(value, []Kind{Began, Taken}, []Kind{Dropped, Gone})
}

// Units is, for each tick that was recorded, in how many units of a channel a value is the norm.
func (r *Recorder) Units(channel int, value agents.Belief) []int {
	return r.over(value, []Kind{Objective}, []Kind{Ceased}, channel)
}

// over counts, by tick, how many there are, given which kinds of events add and which take away.
func (r *Recorder) over(value agents.Belief, more, fewer []Kind, channel ...int) []int {
	all := make([]int, r.tick+1)
	for _, e := range r.events {
		if e.Value != value || len(channel) > 0 && e.Place.Channel != channel[0] {
			continue
		}
		switch {
		case slices.Contains(more, e.Kind):
			all[e.Tick]++
		case slices.Contains(fewer, e.Kind):
			all[e.Tick]--
		}
	}
	for t := 1; t < len(all); t++ {
		all[t] += all[t-1]
	}
	return all
}
