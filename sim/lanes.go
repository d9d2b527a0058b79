package sim

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// lanes are up to 64 replicates of a small organization that run as one. Lane l of every word is
// replicate first+l, and a body of beliefs has a word per dimension instead of a bit.
//
// The same tick and the same rules work on them, with the same chance (see layout and
// agents.Lanewise). So each replicate is the same to the last bit as if it ran alone. A replicate
// rests if nothing in it can change any more. Replicates that rest or have stopped stay as they
// are.
//
// To bring a lane in or out is to convert between the two layouts: a word per dimension, and a word
// per 64 dimensions.
type lanes struct {
	view         *Model // the model that observers see, one replicate at a time
	ring         *Model // the model that runs: its layers have a word per dimension
	first        uint64 // the replicate of lane 0
	running      uint64
	world        laneWorld
	kept         *layer         // scratch: beliefs as they were
	keptNorms    []*layer       // scratch: norms as they were
	standing     *kernel.Scores // of beliefs; nil: not needed
	normStanding *kernel.Scores // scratch: of one norm
	words        []uint64       // scratch

	tick    int
	resting uint64 // replicates in which nothing can change any more
	stopped uint64 // by the scenario's Stop
	asked   uint64 // replicates in which a coin was tossed in the last tick
	flows   bool   // flows are counted in this tick
	shown   bool   // nothing has changed since the lanes were brought out

	out   [64]*laneState // each lane, as it was last brought out
	store store
	lent  []lent
}

// laneCounts holds what a channel counts in each replicate.
type laneCounts struct {
	standing               *kernel.Scores // of each row of claims
	said, taken            *kernel.Scores // one number each
	objectified, dissolved *kernel.Scores
	claimsOut              bool // claims have been brought out since the last tick
}

// laneState is one replicate with 64 dimensions a word.
type laneState struct {
	landscape Landscape
	first     Landscape // at tick 0
	beliefs   *layer
	norms     []*layer
	claims    []*layer
	flows     []Flow
	events    []scheduled
	beginning kernel.Key // of first beliefs
	joined    []int32
	tick      int // the tick at which it stopped
}

// newLanes returns replicates of view's scenario at tick 0: one for each landscape, from number
// from on, all within one block of 64.
func newLanes(view *Model, from uint64, landscapes []Landscape, layers store) *lanes {
	n := len(landscapes)
	l := &lanes{view: view, store: layers, first: from &^ 63, world: newLaneWorld(view.landscape)}
	l.running = (^uint64(0) >> (64 - n)) << (from & 63)
	l.normStanding = kernel.NewScores(1, l.world.most())
	l.ring = l.newRing()
	for i, land := range landscapes {
		l.world.set(int(from&63)+i, land)
	}
	l.begin(landscapes)
	return l
}

// newRing returns a copy of the view whose layers have a word per dimension.
func (l *lanes) newRing() *Model {
	v := l.view
	m := &Model{
		scenario: v.scenario, seed: v.seed, keys: v.keys, landscape: v.landscape,
		layout: replicateLanes{l}, stages: v.stages, speaksAtOnce: v.speaksAtOnce,
		beliefs: l.layer(v.scenario.People), workers: new(workers),
	}
	for _, c := range v.channels {
		d := l.newChannel(c)
		m.forums, m.channels = append(m.forums, d.forum), append(m.channels, d)
	}
	m.SetWorkers(1)
	return m
}

func (l *lanes) newChannel(c *channel) *channel {
	people, most := l.view.scenario.People, l.view.scenario.Dimensions
	d, f := *c, *c.forum
	d.forum, f.of, f.channel = &f, &d, &d
	d.claims, d.standing = l.layer(people), nil
	units := people
	if c.norms != nil {
		units = c.units.Len()
		d.norms = l.layer(units)
	}
	d.lanes = &laneCounts{
		said:        kernel.NewScores(1, people*most),
		taken:       kernel.NewScores(1, people*most),
		objectified: kernel.NewScores(1, units*most),
		dissolved:   kernel.NewScores(1, units*most),
	}
	switch {
	case c.ByClaims:
		d.lanes.standing = kernel.NewScores(people, l.world.most())
	case l.standing == nil:
		l.standing = kernel.NewScores(people, l.world.most())
		fallthrough
	default:
		d.lanes.standing = l.standing
	}
	return &d
}

// layer returns a layer with a word per dimension.
func (l *lanes) layer(rows int) *layer {
	return l.take(rows, 64*l.view.scenario.Dimensions)
}

// begin gives everybody in every replicate his first beliefs.
func (l *lanes) begin(landscapes []Landscape) {
	first := bits.TrailingZeros64(l.running)
	for i, land := range landscapes {
		at := l.at(first + i)
		at.landscape, at.first, at.joined = land, land, nil
		m := l.model(first+i, 0)
		m.keys.beliefs = m.key("beliefs", "")
		for p := range m.scenario.People {
			m.begin(p)
		}
		m.events = nil
		m.schedule()
		at.events, at.beginning = m.events, m.keys.beliefs
	}
	for p := range l.ring.scenario.People {
		l.bringIn(p)
	}
}

// at returns the state of one lane.
func (l *lanes) at(lane int) *laneState {
	if l.out[lane] == nil {
		s := l.view.scenario
		st := &laneState{
			beliefs: l.take(s.People, s.Dimensions),
			claims:  make([]*layer, len(l.ring.channels)),
			flows:   make([]Flow, len(l.ring.channels)),
		}
		for _, c := range l.ring.channels {
			var norms *layer
			if c.norms != nil {
				norms = l.take(c.norms.Len(), s.Dimensions)
			}
			st.norms = append(st.norms, norms)
		}
		l.out[lane] = st
	}
	return l.out[lane]
}

// bringIn sets a person's beliefs in the ring from the states of the lanes.
func (l *lanes) bringIn(p int) {
	var yes, no [64]uint64
	for left := l.running; left != 0; left &= left - 1 {
		lane := bits.TrailingZeros64(left)
		w := l.out[lane].beliefs.Row(p)[0]
		yes[lane], no[lane] = w.Yes, w.No
	}
	kernel.Transpose(&yes)
	kernel.Transpose(&no)
	for d, row := 0, l.ring.beliefs.Row(p); d < len(row); d++ {
		row[d] = agents.Word{Yes: yes[d], No: no[d]}
	}
}

// bringOut copies row i of a layer of the ring into row i of the layers of some lanes.
func bringOut(from *layer, i int, which uint64, to func(lane int) *layer) {
	var yes, no [64]uint64
	for d, w := range from.Row(i) {
		yes[d], no[d] = w.Yes, w.No
	}
	kernel.Transpose(&yes)
	kernel.Transpose(&no)
	for ; which != 0; which &= which - 1 {
		lane := bits.TrailingZeros64(which)
		to(lane).Row(i)[0] = agents.Word{Yes: yes[lane], No: no[lane]}
	}
}

// show brings out the beliefs, norms and flows of all lanes that have not stopped, if they may have
// changed.
func (l *lanes) show() {
	which := l.running | l.resting
	if l.shown || which == 0 {
		return
	}
	l.shown = true
	for p := range l.view.scenario.People {
		bringOut(l.ring.beliefs, p, which, func(lane int) *layer {
			return l.at(lane).beliefs
		})
	}
	for i, c := range l.ring.channels {
		c.lanes.claimsOut = false
		if c.norms != nil {
			for u := range c.norms.Len() {
				bringOut(c.norms, u, which, func(lane int) *layer {
					return l.at(lane).norms[i]
				})
			}
		}
		for left := which; left != 0; left &= left - 1 {
			lane := bits.TrailingZeros64(left)
			l.at(lane).flows[i] = Flow{
				Said:        int64(c.lanes.said.Of(0, lane)),
				Objectified: int64(c.lanes.objectified.Of(0, lane)),
				Taken:       int64(c.lanes.taken.Of(0, lane)),
				Dissolved:   int64(c.lanes.dissolved.Of(0, lane)),
			}
		}
	}
}

// showClaims brings out the claims of some lanes in channel i.
func (l *lanes) showClaims(i int, which uint64) {
	for left := which; left != 0; left &= left - 1 {
		if at := l.at(bits.TrailingZeros64(left)); at.claims[i] == nil {
			at.claims[i] = l.take(l.view.scenario.People, l.view.scenario.Dimensions)
		}
	}
	for p := range l.view.scenario.People {
		bringOut(l.ring.channels[i].claims, p, which, func(lane int) *layer {
			return l.at(lane).claims[i]
		})
	}
}

// model makes the view show one lane at a tick, as it was last brought out.
func (l *lanes) model(lane, tick int) *Model {
	m, at := l.view, l.at(lane)
	m.replicate, m.tick, m.landscape, m.beliefs = l.first+uint64(lane), tick, at.landscape,
		at.beliefs
	m.joined, m.events, m.keys.beliefs, m.answered = at.joined, at.events, at.beginning, 0
	for i, c := range m.channels {
		c.claims, c.flow = at.claims[i], at.flows[i]
		if c.norms != nil {
			c.norms = at.norms[i]
		}
	}
	m.view, m.lane = l, lane
	return m
}
