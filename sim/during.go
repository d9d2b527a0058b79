package sim

import (
	"fmt"

	"orglearn/agents"
)

// During lets an event happen only at the ticks First to Last, as if it were not there at others.
// Its name, order and chance are those of the event. If Last is below First it never happens.
type During struct {
	Event       Event
	First, Last int // each 0 to MaxTicks
}

// Happen implements Event.
func (e During) Happen(m *Model, s *agents.Stream) {
	if e.First <= m.tick && m.tick <= e.Last {
		e.Event.Happen(m, s)
	}
}

// Name implements Named.
func (e During) Name() string {
	if n, ok := e.Event.(Named); ok {
		return n.Name()
	}
	return unnamed
}

// Order implements Ordered.
func (e During) Order() Order {
	if o, ok := e.Event.(Ordered); ok {
		return o.Order()
	}
	return People
}

// Off implements Switched: if the event is off, or its time never comes.
func (e During) Off() bool {
	s, ok := e.Event.(Switched)
	return e.Last < e.First || ok && s.Off()
}

// Validate reports a First or a Last outside 0 to MaxTicks, a nil Event, and what the event itself
// reports.
func (e During) Validate() error {
	switch {
	case e.First < 0 || e.First > MaxTicks:
		return fmt.Errorf("During.First is %d, want 0 to %d", e.First, MaxTicks)
	case e.Last < 0 || e.Last > MaxTicks:
		return fmt.Errorf("During.Last is %d, want 0 to %d", e.Last, MaxTicks)
	case e.Event == nil:
		return fmt.Errorf("During.Event is nil, want an event")
	}
	return valid(e.Event)
}

// Suits reports what the event reports, unless it is off.
func (e During) Suits(s Scenario) error {
	if of, ok := e.Event.(Suited); ok && !e.Off() {
		return of.Suits(s)
	}
	return nil
}

// Fits reports what the event reports, unless it is off.
func (e During) Fits(dimensions, people int) error {
	if f, ok := e.Event.(agents.Fitter); ok && !e.Off() {
		return f.Fits(dimensions, people)
	}
	return nil
}

// during returns the event that During holds, or the event itself.
func during(e Event) Event {
	for {
		d, ok := e.(During)
		if !ok {
			return e
		}
		e = d.Event
	}
}
