package culture

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Notice tells everybody, after every cycle, which beliefs set him apart: those that the norm of
// none of his units in a channel says too. practice.Withhold then keeps them back, or not. Where
// units keep no norms, as in circles, nothing sets anybody apart. List it after the other events,
// because it tells what is so when it happens.
type Notice struct{ Channel string }

// Happen implements sim.Event.
func (e Notice) Happen(m *sim.Model, _ *agents.Stream) {
	c := m.Channel(e.Channel)
	remembered, err := m.Remembered(e.Channel)
	if err != nil {
		panic(err)
	}
	if m.Norms(c) == 0 {
		return
	}
	rule := m.Scenario().Channels[c].Externalize
	units := m.Units(c)
	for p := range m.People() {
		_, apart, _ := practice.WithholdIn(rule, remembered.Speaking(p))
		if len(apart) == 0 || m.Vacant(p) {
			continue
		}
		beliefs := m.Beliefs(p)
		for i, b := range beliefs {
			apart[i] = b.Known()
		}
		for _, u := range units.Of(p) {
			norm := m.Norm(c, int(u))
			for i, b := range beliefs {
				apart[i] &^= b.Yes&norm[i].Yes | b.No&norm[i].No
			}
		}
	}
}

// Name implements sim.Named.
func (Notice) Name() string { return "notice" }

// Order implements sim.Ordered: when people have their seats.
func (Notice) Order() sim.Order { return sim.Structure }

// Suits reports a channel in which nobody withholds.
func (e Notice) Suits(s sim.Scenario) error {
	for _, c := range s.Channels {
		if _, _, ok := practice.WithholdIn(c.Externalize, nil); ok && c.Name == e.Channel {
			return nil
		}
	}
	return fmt.Errorf("Notice.Channel is %q, want a channel of beliefs whose Externalize is "+
		"practice.Withhold, or holds it", e.Channel)
}
