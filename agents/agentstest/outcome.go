package agentstest

import (
	"fmt"
	"slices"

	"orglearn/agents"
)

// outcome is what a call has left.
type outcome struct {
	writes             agents.Knowledge
	memory, self, mask []uint64
	tried              bool
	part               agents.Part
	does               agents.Activity
	asked              int
	tick               int
	next               [2]uint64 // random words that the stream gives after the call: see left
}

func (c *scene) outcome() outcome {
	return outcome{
		writes: append(agents.Knowledge(nil), c.writes...), memory: slices.Clone(c.memory),
		self: slices.Clone(c.person.Self), mask: slices.Clone(c.about),
		tried: c.tried, part: c.takes, does: c.does, asked: c.asked, tick: c.person.Tick,
	}
}

// left returns the outcome of the last call, with the next words of the stream. It draws from the
// stream, so the stream is of no use afterwards.
func (c *scene) left() outcome {
	o := c.outcome()
	o.next = [2]uint64{c.stream.Uint64(), c.stream.Coins(.5, ^uint64(0))}
	return o
}

// restore sets the scene back to an outcome.
func (c *scene) restore(o outcome) {
	copy(c.writes, o.writes)
	copy(c.memory, o.memory)
	c.tried = o.tried
}

// differs says how o differs from want. It returns "" if it does not.
func (o outcome) differs(want outcome, what string) string {
	for i, w := range o.writes {
		if lanes := w.Differs(want.writes[i]); lanes != 0 {
			return fmt.Sprintf("word %d of the %s is %s and not %s",
				i, what, show(w), show(want.writes[i]))
		}
	}
	switch {
	case !slices.Equal(o.memory, want.memory):
		return "the memory differs"
	case !slices.Equal(o.self, want.self):
		return fmt.Sprintf("Self is %d and not %d", o.self, want.self)
	case !slices.Equal(o.mask, want.mask):
		return fmt.Sprintf("it is about %#x and not %#x", o.mask, want.mask)
	case o.tried != want.tried:
		return fmt.Sprintf("Try returns %v and not %v", o.tried, want.tried)
	case o.part != want.part:
		return fmt.Sprintf("Part returns %d and not %d", o.part, want.part)
	case o.does != want.does:
		return fmt.Sprintf("Do returns %d and not %d", o.does, want.does)
	case o.asked != want.asked:
		return fmt.Sprintf("Ask returns %d and not %d", o.asked, want.asked)
	case o.next != want.next:
		return "the stream is left at another place: it draws more, or fewer, numbers"
	}
	return ""
}

func show(w agents.Word) string { return fmt.Sprintf("{Yes: %#x, No: %#x}", w.Yes, w.No) }

// call calls the rule. It returns an error if the rule did what no rule may do.
func (c *scene) call(r *rule) (wrong error) {
	defer func() {
		if v := recover(); v != nil {
			wrong = fmt.Errorf("panics: %v", v)
		}
	}()
	t := c.tell(r)
	r.call(c)
	if wrong := t.changed(c, r); wrong != nil {
		return wrong
	}
	if c.takes > agents.Both {
		return fmt.Errorf("returns %d, which is no Part", c.takes)
	}
	if c.does > agents.Idle {
		return fmt.Errorf("returns %d, which is no Activity", c.does)
	}
	if k := c.asked; r.asks && k != -1 && (k < 0 || k >= len(c.ids)) {
		return fmt.Errorf("returns %d, want a voice, 0 to %d, or -1", k, len(c.ids)-1)
	} else if r.asks && k >= 0 && int(c.ids[k]) == c.person.ID {
		return fmt.Errorf("returns %d, which is the person himself", k)
	}
	return c.sound(r.writes)
}

// sound returns an error if the body written is not sound.
func (c *scene) sound(what string) error {
	for i, w := range c.writes {
		if both := w.Yes & w.No; both != 0 {
			return fmt.Errorf("leaves word %d of the %s as %s: lanes %#x are both yes and no",
				i, what, show(w), both)
		}
		past := w.Known() &^ agents.Lanes(c.dimensions, i)
		if past != 0 && c.person.Replicates == 0 {
			return fmt.Errorf("leaves word %d of the %s as %s: lanes %#x are past the last "+
				"dimension",
				i, what, show(w), past)
		}
	}
	return nil
}
