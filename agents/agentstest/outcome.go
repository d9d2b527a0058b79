package agentstest

import (
	"fmt"
	"slices"

	"orglearn/agents"
)

// outcome is what a call has left.
type outcome struct {
	writes agents.Knowledge
	memory []uint64
	tried  bool
}

func (c *scene) outcome() outcome {
	return outcome{append(agents.Knowledge(nil), c.writes...), slices.Clone(c.memory), c.tried}
}

// restore makes the scene what it was when o was its outcome.
func (c *scene) restore(o outcome) {
	copy(c.writes, o.writes)
	copy(c.memory, o.memory)
	c.tried = o.tried
}

// differs says how o differs from want, "" if it does not.
func (o outcome) differs(want outcome, what string) string {
	for i, w := range o.writes {
		if lanes := w.Differs(want.writes[i]); lanes != 0 {
			return fmt.Sprintf("word %d of the %s is %s and not %s", i, what, show(w), show(want.writes[i]))
		}
	}
	if !slices.Equal(o.memory, want.memory) {
		return "the memory is another"
	}
	if o.tried != want.tried {
		return fmt.Sprintf("Try returns %v and not %v", o.tried, want.tried)
	}
	return ""
}

func show(w agents.Word) string { return fmt.Sprintf("{Yes: %#x, No: %#x}", w.Yes, w.No) }

// call calls the rule, and returns what it did that no rule may do, nil if nothing.
func (c *scene) call(r *rule) (wrong error) {
	defer func() {
		if v := recover(); v != nil {
			wrong = fmt.Errorf("panics: %v", v)
		}
	}()
	reads, person, unit, standings := append(agents.Knowledge(nil), c.reads...), c.person, c.unit, slices.Clone(c.unit.Standings)
	var said *agents.Layer
	if r.hears {
		said = c.said.Clone()
	}
	r.call(c)
	switch {
	case !c.reads.Equal(reads):
		return fmt.Errorf("changes the %s, which it may only read", r.reads)
	case r.hears && !c.said.Equal(said):
		return fmt.Errorf("changes the claims, which it may only read")
	case !samePerson(&c.person, &person):
		return fmt.Errorf("changes what it is told of the person")
	case !sameUnit(&c.unit, &unit) || !slices.Equal(c.unit.Standings, standings):
		return fmt.Errorf("changes what it is told of the unit")
	}
	return c.sound(r.writes)
}

// sound is the error of a body that is none.
func (c *scene) sound(what string) error {
	for i, w := range c.writes {
		if both := w.Yes & w.No; both != 0 {
			return fmt.Errorf("leaves word %d of the %s as %s: lanes %#x are both yes and no", i, what, show(w), both)
		}
		if past := w.Known() &^ agents.Lanes(c.dimensions, i); past != 0 && c.person.Replicates == 0 {
			return fmt.Errorf("leaves word %d of the %s as %s: lanes %#x are past the last dimension", i, what, show(w), past)
		}
	}
	return nil
}

func samePerson(a, b *agents.Person) bool {
	return a.ID == b.ID && a.Tick == b.Tick && a.Dimensions == b.Dimensions && a.Standing == b.Standing && a.Took == b.Took &&
		a.Replicates == b.Replicates && a.Stream == b.Stream && sameSlice(a.Memory, b.Memory) && sameSlice(a.Seat, b.Seat)
}

func sameUnit(a, b *agents.Unit) bool {
	return a.ID == b.ID && a.Tick == b.Tick && a.Dimensions == b.Dimensions && a.Standing == b.Standing &&
		a.Replicates == b.Replicates && a.Stream == b.Stream && sameSlice(a.Memory, b.Memory) &&
		sameSlice(a.Planes, b.Planes) && sameSlice(a.Standings, b.Standings)
}

// sameSlice reports whether a and b are the same piece of memory.
func sameSlice(a, b []uint64) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }
