package sim

// Recaller is an event that reads worlds of the past (Model.Past). Recalls returns from how many
// ticks ago at most, 0 to MaxTicks. The model keeps no more worlds than its events recall.
type Recaller interface{ Recalls() int }

// dated is a world, and the tick since which it holds.
type dated struct {
	since     int
	landscape Landscape
}

// Past returns the world of so many ticks ago, after the events of that tick. It is the first world
// if there were fewer ticks, and the current one if ticks is 0. It knows no further back than the
// events recall (Recaller): what is older is the oldest world that is kept. A branch (Clone and
// Follow) whose events recall more begins with the worlds that the model has kept.
func (m *Model) Past(ticks int) Landscape {
	if m.recalls == 0 { // the view of a lane keeps no worlds of its own
		return m.landscape
	}
	for i := len(m.past) - 1; i > 0; i-- {
		if m.past[i].since <= m.tick-ticks {
			return m.past[i].landscape
		}
	}
	return m.past[0].landscape
}

// keepPast adds the current world, and drops those that nothing recalls any more.
func (m *Model) keepPast() {
	m.past = append(m.past, dated{m.tick, m.landscape})
	drop := 0
	for drop+1 < len(m.past) && m.past[drop+1].since <= m.tick-m.recalls {
		drop++
	}
	m.past = append(m.past[:0], m.past[drop:]...)
}

// recallsOf returns from how many ticks ago the events of a scenario read worlds.
func recallsOf(s *Scenario) (most int) {
	for _, e := range s.Events {
		if r, ok := during(e).(Recaller); ok {
			most = max(most, r.Recalls())
		}
	}
	return most
}
