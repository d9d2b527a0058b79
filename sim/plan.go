package sim

import (
	"fmt"
	"reflect"
	"strings"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// The plan decides how a model runs: which layout its beliefs have, and which of a channel's rules
// work on blocks of people. It fails safe. Each way takes a copy of the scenario or channel and
// clears the fields that it handles. It can be used only if all other fields are zero. So a new
// field makes runs slow at first, but is never ignored.

// Plan is how a model runs, and why.
type Plan struct {
	// Replicates says whether up to 64 replicates run as the lanes of a word in an Experiment, and
	// if not, why.
	Replicates Way
	Channels   []ChannelPlan // of beliefs
}

// ChannelPlan is how the rules of one channel run.
type ChannelPlan struct {
	Name                                string
	Externalize, Objectify, Internalize Way
}

// Way says whether a faster way is taken, and if not, why.
type Way struct {
	Taken  bool
	Reason string // "" if it is taken
}

// way is a Way whose reason is not formatted yet. Models are built far more often than their plans
// are read.
type way struct {
	taken  bool
	format string
	args   [2]any
}

func taken() way { return way{taken: true} }

func refused(format string, args ...any) way {
	w := way{format: format}
	copy(w.args[:], args)
	return w
}

// explain returns the way with its reason in words.
func (w way) explain() Way {
	if w.taken {
		return Way{Taken: true}
	}
	return Way{Reason: fmt.Sprintf(w.format, w.args[:strings.Count(w.format, "%")]...)}
}

// String returns the plan in words: a line for the layout and one for each channel.
func (p Plan) String() string {
	var b strings.Builder
	layout := "64 dimensions a word, because " + p.Replicates.Reason
	if p.Replicates.Taken {
		layout = "in an Experiment up to 64 replicates a word"
	}
	fmt.Fprintf(&b, "layout: %s\n", layout)
	for _, c := range p.Channels {
		fmt.Fprintf(&b, "%s: people speak %s; units decide %s; people learn %s\n", c.Name,
			c.Externalize.words(), c.Objectify.words(), c.Internalize.words())
	}
	return b.String()
}

func (w Way) words() string {
	if w.Taken {
		return "in blocks"
	}
	return "one by one, because " + w.Reason
}

// Plan says how the model runs. It is for information: no plan changes a bit of the run.
func (m *Model) Plan() Plan {
	p := Plan{Replicates: m.asLanes().explain()}
	for _, c := range m.channels {
		p.Channels = append(p.Channels, ChannelPlan{
			c.Name, c.ways.speak.explain(), c.ways.decide.explain(), c.ways.adopt.explain(),
		})
	}
	return p
}

// leftover returns the name of the first field of a struct that is not zero, or "".
func leftover(s any) string {
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		if !v.Field(i).IsZero() {
			return v.Type().Field(i).Name
		}
	}
	return ""
}

// ways says which of a channel's rules run in blocks.
type ways struct {
	speak  speakWay
	decide decideWay
	adopt  adoptWay
	answer adoptWay          // how people learn from answers
	blind  bool              // the Asker is kernel.Blind
	ask    kernel.BlockAsker // nil: people ask one by one
	few    bool              // only newcomers ask (kernel.Reluctant), those whose tenure is
	wait   int               // below this
}

type (
	speakWay struct {
		way
		rule kernel.BlockExternalizer
	}
	decideWay struct {
		way
		rule  kernel.BlockObjectifier
		above kernel.BlockObjectifier // the rule of units that have levels below them
		turns kernel.Leveled          // nil: it is always the turn of every level
	}
	adoptWay struct {
		way
		rule kernel.BlockInternalizer
	}
)

// waysOf finds the ways of a channel.
func waysOf(s *Scenario, c *Channel) (w ways) {
	rest := s.asBlocks()
	w.speak.rule = kernel.Own[kernel.BlockExternalizer](c.Externalize)
	w.speak.way = blockWay(rest, w.speak.rule != nil, c.Externalize, s, c.speaksInBlocks())
	w.decide = decideWayOf(s, c, rest)
	w.adopt.rule = kernel.Own[kernel.BlockInternalizer](c.Internalize)
	w.adopt.way = blockWay(rest, w.adopt.rule != nil, c.Internalize, s, c.learnsInBlocks())
	if answer := c.Reuse; c.Ask != nil {
		b := kernel.Own[kernel.Blind](c.Ask)
		w.blind = b != nil && b.IsBlind() && remembers(c.Ask, s.Dimensions) == agents.Memory{}
		w.ask = kernel.Own[kernel.BlockAsker](c.Ask)
		if r := kernel.Own[kernel.Reluctant](c.Ask); r != nil {
			wait, all := r.Reluctant()
			w.few, w.wait = !all, wait
		}
		if answer == nil {
			answer = c.Internalize
		}
		w.answer.rule = kernel.Own[kernel.BlockInternalizer](answer)
		w.answer.way = blockWay(rest, w.answer.rule != nil, answer, s, c.learnsInBlocks())
	}
	return w
}

// decideWayOf finds the way of units that decide. All levels must be able to do so in blocks.
func decideWayOf(s *Scenario, c *Channel, rest string) (w decideWay) {
	below, above := any(c.Objectify), any(c.Objectify)
	if w.turns = kernel.Own[kernel.Leveled](c.Objectify); w.turns != nil {
		below, _ = w.turns.RuleAt(0, 0)
		above, _ = w.turns.RuleAt(1, 0)
	}
	w.rule = kernel.Own[kernel.BlockObjectifier](below)
	w.above = kernel.Own[kernel.BlockObjectifier](above)
	w.way = blockWay(rest, w.rule != nil, below, s, c.decidesInBlocks())
	if w.taken {
		w.way = blockWay(rest, w.above != nil, above, s, c.decidesInBlocks())
	}
	return w
}

func blockWay(scenario string, able bool, rule any, s *Scenario, channel string) way {
	switch {
	case !able:
		return refused("%T works on one at a time", rule)
	case scenario != "":
		return refused("Scenario.%s is set", scenario)
	case channel != "":
		return refused("Channel.%s is set", channel)
	case remembers(rule, s.Dimensions) == agents.Memory{}:
		return taken()
	}
	if r := kernel.Own[kernel.BlockRememberer](rule); r == nil || !r.RemembersInBlocks() {
		return refused("%T remembers", rule)
	}
	return taken()
}

// asBlocks returns a field of the scenario that blocks cannot handle, or "".
func (s Scenario) asBlocks() string {
	s.Name, s.Factors = "", nil
	s.People, s.Dimensions, s.Ticks, s.Attention = 0, 0, 0, 0
	s.Channels, s.Events, s.Stop, s.Beliefs, s.Reality = nil, nil, nil, nil, nil
	s.Experience, s.Self, s.Reflect = nil, nil, nil    // run person by person, later in the tick
	s.Activity = nil                                   // who learns, which blocks are told
	s.Topics, s.Opinions, s.RealChannels = 0, nil, nil // apart from beliefs
	return leftover(s)
}

// named clears the fields that every way handles.
func (c Channel) named() Channel {
	c.Name, c.Structure, c.Externalize, c.Objectify, c.Internalize = "", nil, nil, nil, nil
	c.Every, c.Simultaneous, c.ByClaims = 0, false, false // when, and by what standing
	return c
}

// silent clears the fields that say who asks: they have no effect on those who speak or decide.
func (c Channel) silent() Channel {
	c.Ask, c.Load, c.Reuse = nil, 0, nil
	return c
}

// speaksInBlocks returns a field of the channel that speaking in blocks cannot handle, or "".
func (c Channel) speaksInBlocks() string {
	c = c.named().silent()
	c.Heed, c.Participate, c.Agenda, c.Relay = 0, nil, nil, nil // these affect listeners only
	return leftover(c)
}

// decidesInBlocks is the same for units. They get lists of who is heard (see hearing), and masks of
// what they are about.
func (c Channel) decidesInBlocks() string {
	c = c.named().silent()
	c.Heed, c.Participate, c.Agenda, c.Relay = 0, nil, nil, nil
	return leftover(c)
}

// learnsInBlocks is the same for people who learn.
func (c Channel) learnsInBlocks() string {
	c = c.named().silent() // who asks learns apart from the others
	c.Heed, c.Participate, c.Agenda, c.Relay = 0, nil, nil, nil
	return leftover(c)
}

// lanesMost is the largest number of dimensions with which replicates run as lanes: more dimensions
// fill a word well enough by themselves. lanesSize is the largest number of words of beliefs with
// which they do: a processor's cache should hold them.
const (
	lanesMost = 48
	lanesSize = 1 << 18
)
