package lineage

import (
	"cmp"
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
	// Makers are the people who said it in the unit in the cycle in which it became objective at
	// Since, ascending.
	Makers []int
	// First are the people who were the first to say it in the unit, ascending, and FirstTick when
	// that was (-1: nobody did).
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
			n.Since, n.Makers, n.Stands, ever = e.Tick, e.By, true, true
		case Ceased:
			n.Stands = false
		case Said:
			n.First, n.FirstTick = append(n.First, e.Person), e.Tick
		}
	}
	slices.Sort(n.First)
	return n, ever
}

// Line is a line of descent: when the belief became objective in each of the units through which it
// came, the first one first and in this unit last. Each step goes back from a unit to that from
// which most of its makers had taken it; of several to that in which it became objective earliest,
// and then to the first. The line begins in a unit of whose makers as many did not have it from any
// unit as had it from one. A unit may be there twice, if it lost the norm in between.
func (n Norm) Line() []Event {
	line := []Event{{Tick: n.Since, Kind: Objective, Value: n.Value, Person: -1, Place: n.Place,
		By: n.Makers}}
	for {
		from, ok := n.recorder.before(line[len(line)-1], n.Value)
		if !ok {
			slices.Reverse(line)
			return line
		}
		line = append(line, from)
	}
}

// before is when the norm became objective from which most makers of another had taken it.
func (r *Recorder) before(made Event, value agents.Belief) (best Event, ok bool) {
	votes, without := map[Place]int{}, 0
	for _, p := range made.By {
		from := r.takenBy(p, value, made.Tick)
		if len(from) == 0 {
			without++
		}
		for _, place := range from {
			votes[place]++
		}
	}
	for place, n := range votes {
		e, there := r.objectiveBefore(place, value, made.Tick)
		if !there || n <= without {
			continue
		}
		if !ok || preferred(e, n, best, votes[best.Place]) {
			best, ok = e, true
		}
	}
	return best, ok
}

// preferred reports whether an event with so many votes goes before another.
func preferred(a Event, votes int, b Event, others int) bool {
	return cmp.Or(others-votes, a.Tick-b.Tick, a.Place.Channel-b.Place.Channel,
		a.Place.Unit-b.Place.Unit) < 0
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

// objectiveBefore is when a value last became the norm of a place before a tick.
func (r *Recorder) objectiveBefore(place Place, value agents.Belief, tick int) (at Event, ok bool) {
	for _, e := range r.events {
		if e.Tick < tick && e.Place == place && e.Value == value && e.Kind == Objective {
			at, ok = e, true
		}
	}
	return at, ok
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
