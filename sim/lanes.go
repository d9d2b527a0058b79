package sim

import (
	"math/bits"
	"reflect"

	"orglearn/agents"
)

// lanes are up to 64 replicates of a small organization that run as one: lane l of every word is replicate first+l, and a body of beliefs
// has a word per dimension instead of a bit. The same rules work on them (see agents.Lanewise), with the same chance, so that each
// replicate is the same to the last bit as if it ran alone. Replicates that have come to rest, or stopped, stay as they are.
type lanes struct {
	view     *Model // the scenario, its units and keys; what is shown, one replicate at a time
	first    uint64 // the replicate of lane 0
	running  uint64
	world    laneWorld
	beliefs  *agents.Layer
	kept     *agents.Layer  // scratch: beliefs as they were
	standing *agents.Scores // of beliefs; nil: nobody asks
	channels []*laneChannel
	seats    []seat // of each person, who has one at most: channel -1 for none

	tick    int
	resting uint64 // replicates in which nothing can change any more
	stopped uint64 // by the scenario's Stop
	asked   uint64 // in which a coin was turned in the last tick
	flows   bool   // those of this tick are wanted
	shown   bool   // nothing has changed since lanes were brought out

	person                   agents.Person
	unit                     agents.Unit
	personChance, unitChance agents.Stream
	voices                   agents.Voices
	norm                     agents.Knowledge // scratch: of a circle
	normStanding             *agents.Scores   // scratch: of one norm
	words                    []uint64         // scratch

	out   [64]*laneState // of each lane, as it was last brought out
	store store
	lent  []lent
}

// laneChannel is a channel among replicates.
type laneChannel struct {
	*channel
	claims, norms, kept      *agents.Layer
	standing                 *agents.Scores   // of claims, or the lanes'
	said, objectified, taken *agents.Scores   // one number each
	before                   agents.Knowledge // scratch
	claimsOut                bool             // claims were brought out since the last tick
}

// laneState is one replicate, 64 dimensions a word.
type laneState struct {
	landscape Landscape
	first     Landscape // at tick 0
	beliefs   *agents.Layer
	norms     []*agents.Layer
	claims    []*agents.Layer
	flows     []Flow
	events    []scheduled
	beginning agents.Key // of first beliefs
	joined    []int32
	tick      int // at which it stopped
}

// lanesMost is the number of dimensions up to which replicates are lanes: more fill a word well enough by themselves.
const lanesMost = 48

// lanesSize is the number of words of a group's beliefs up to which it runs as one: a cache should hold it.
const lanesSize = 1 << 18

// isLane reports whether a channel's chance is that of a lane: the organization is small, its rules are lanewise, and who hears whom is the same
// in all replicates. What else is on, or off, or beside it has no say in it, because that must not change the chance of a channel.
func (m *Model) isLane(c *channel) bool {
	return m.scenario.mayBeLane(c.Channel) && c.rewirer == nil && !c.drawn
}

func (s Scenario) mayBeLane(c Channel) bool {
	few := s.Dimensions <= lanesMost && s.People <= lanesSize/s.Dimensions && !s.Asynchronous
	return few && lanewise(c.Externalize) && lanewise(c.Objectify) && lanewise(c.Internalize)
}

func lanewise(rule any) bool {
	l, ok := rule.(agents.Lanewise)
	_, remembers := rule.(agents.Rememberer)
	return ok && !remembers && l.Lanewise() && !embedsLanewise(reflect.TypeOf(rule))
}

// embedsLanewise reports whether a rule may have its Lanewise from a rule that it embeds, which speaks for itself only.
func embedsLanewise(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous && f.Type.Implements(reflect.TypeFor[agents.Lanewise]()) {
			return true
		}
	}
	return false
}

// areLanes reports whether the model's replicates may run as lanes: every channel's chance is that of a lane, and nobody has two seats, of
// which he would have to draw one.
func (m *Model) areLanes() bool {
	for _, c := range m.channels {
		if c.lane < 0 {
			return false
		}
	}
	for p := range m.scenario.People {
		seats := 0
		for _, c := range m.channels {
			seats += m.seatsIn(c, p)
		}
		if seats > 1 {
			return false
		}
	}
	return len(m.channels) > 0
}

// runsAsLanes reports whether replicates of a scenario may run as lanes as far as it shows: nothing is on that lanes do not know.
func (s Scenario) runsAsLanes() bool {
	if s.Topics > 0 || s.Experience != nil || !s.countable() {
		return false
	}
	for _, c := range s.Channels {
		if c.Heed > 0 || !s.mayBeLane(c) {
			return false
		}
	}
	for _, e := range s.Events {
		switch e.(type) {
		case Turnover, Turbulence:
		default:
			return false
		}
	}
	return len(s.Channels) > 0
}

// countable reports whether reality is seen, and pays what can be counted in all lanes at once.
func (s Scenario) countable() bool {
	switch r := s.Reality.(type) {
	case nil:
		return true
	case Additive:
		return r.Seen == 0
	case Blocks:
		return r.Seen == 0
	}
	return false
}

func (m *Model) seatsIn(c *channel, p int) int {
	if c.norms == nil {
		return 1
	}
	return len(c.units.Of(p))
}

// newLanes returns the replicates from..to-1 of view's scenario, all of one block of 64, at tick 0. The landscapes are theirs.
func newLanes(view *Model, from uint64, landscapes []Landscape, layers store) *lanes {
	s, n := view.scenario, len(landscapes)
	l := &lanes{view: view, store: layers, first: from &^ 63, world: newLaneWorld(view.landscape)}
	l.running = (^uint64(0) >> (64 - n)) << (from & 63)
	l.beliefs = l.layer(s.People)
	l.norm = l.layer(1).Row(0)
	for _, c := range view.channels {
		l.channels = append(l.channels, l.open(c))
		if !c.ByClaims && l.standing == nil {
			l.standing = agents.NewScores(s.People, l.world.most())
		}
	}
	for _, c := range l.channels {
		if c.standing == nil {
			c.standing = l.standing
		}
	}
	l.normStanding = agents.NewScores(1, l.world.most())
	l.sit()
	l.person = agents.Person{Dimensions: s.Dimensions, Replicates: l.running, Stream: &l.personChance}
	l.unit = agents.Unit{Dimensions: s.Dimensions, Replicates: l.running, Stream: &l.unitChance}
	l.personChance.Replicates()
	l.unitChance.Replicates()
	for i, land := range landscapes {
		l.world.set(int(from&63)+i, land)
	}
	l.begin(landscapes)
	return l
}

// layer has a word per dimension.
func (l *lanes) layer(rows int) *agents.Layer {
	return l.take(rows, 64*l.view.scenario.Dimensions)
}

func (l *lanes) open(c *channel) *laneChannel {
	people, most := l.view.scenario.People, l.view.scenario.Dimensions
	lc := &laneChannel{channel: c, claims: l.layer(people), before: l.layer(1).Row(0)}
	units := people
	if c.norms != nil {
		units = c.units.Len()
		lc.norms = l.layer(units)
	}
	lc.said, lc.taken = agents.NewScores(1, people*most), agents.NewScores(1, people*most)
	lc.objectified = agents.NewScores(1, units*most)
	if c.ByClaims {
		lc.standing = agents.NewScores(people, l.world.most())
	}
	return lc
}

// sit finds everybody's seat.
func (l *lanes) sit() {
	l.seats = make([]seat, l.view.scenario.People)
	for p := range l.seats {
		l.seats[p].channel = -1
		for i, c := range l.channels {
			switch {
			case c.norms == nil:
				l.seats[p] = seat{channel: int32(i), unit: int32(p)}
			case len(c.units.Of(p)) > 0:
				l.seats[p] = seat{channel: int32(i), unit: c.units.Of(p)[0]}
			}
		}
	}
}

// begin gives everybody in every replicate first beliefs.
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
	for p := range l.seats {
		l.bringIn(p)
	}
}

// at is the state of one lane.
func (l *lanes) at(lane int) *laneState {
	if l.out[lane] == nil {
		s := l.view.scenario
		st := &laneState{
			beliefs: l.take(s.People, s.Dimensions),
			claims:  make([]*agents.Layer, len(l.channels)),
			flows:   make([]Flow, len(l.channels)),
		}
		for _, c := range l.channels {
			var norms *agents.Layer
			if c.norms != nil {
				norms = l.take(c.norms.Len(), s.Dimensions)
			}
			st.norms = append(st.norms, norms)
		}
		l.out[lane] = st
	}
	return l.out[lane]
}

// bringIn makes a person's beliefs those of the lanes' states.
func (l *lanes) bringIn(p int) {
	var yes, no [64]uint64
	for left := l.running; left != 0; left &= left - 1 {
		lane := bits.TrailingZeros64(left)
		w := l.out[lane].beliefs.Row(p)[0]
		yes[lane], no[lane] = w.Yes, w.No
	}
	agents.Transpose(&yes)
	agents.Transpose(&no)
	for d, row := 0, l.beliefs.Row(p); d < len(row); d++ {
		row[d] = agents.Word{Yes: yes[d], No: no[d]}
	}
}

// bringOut makes row i of the given layers, one per lane, that of a layer among replicates.
func bringOut(from *agents.Layer, i int, which uint64, to func(lane int) *agents.Layer) {
	var yes, no [64]uint64
	for d, w := range from.Row(i) {
		yes[d], no[d] = w.Yes, w.No
	}
	agents.Transpose(&yes)
	agents.Transpose(&no)
	for ; which != 0; which &= which - 1 {
		lane := bits.TrailingZeros64(which)
		to(lane).Row(i)[0] = agents.Word{Yes: yes[lane], No: no[lane]}
	}
}

// show brings beliefs, norms and flows of all lanes out that have not stopped, if they may have changed.
func (l *lanes) show() {
	which := l.running | l.resting
	if l.shown || which == 0 {
		return
	}
	l.shown = true
	for p := range l.view.scenario.People {
		bringOut(l.beliefs, p, which, func(lane int) *agents.Layer { return l.at(lane).beliefs })
	}
	for i, c := range l.channels {
		c.claimsOut = false
		if c.norms != nil {
			for u := range c.norms.Len() {
				bringOut(c.norms, u, which, func(lane int) *agents.Layer { return l.at(lane).norms[i] })
			}
		}
		for left := which; left != 0; left &= left - 1 {
			lane := bits.TrailingZeros64(left)
			l.at(lane).flows[i] = Flow{
				Said: int64(c.said.Of(0, lane)), Objectified: int64(c.objectified.Of(0, lane)), Taken: int64(c.taken.Of(0, lane)),
			}
		}
	}
}

// showClaims brings the claims of some lanes out.
func (l *lanes) showClaims(i int, which uint64) {
	for left := which; left != 0; left &= left - 1 {
		if at := l.at(bits.TrailingZeros64(left)); at.claims[i] == nil {
			at.claims[i] = l.take(l.view.scenario.People, l.view.scenario.Dimensions)
		}
	}
	for p := range l.view.scenario.People {
		bringOut(l.channels[i].claims, p, which, func(lane int) *agents.Layer { return l.at(lane).claims[i] })
	}
}

// model is the view of one lane, as it was shown last, at a tick.
func (l *lanes) model(lane, tick int) *Model {
	m, at := l.view, l.at(lane)
	m.replicate, m.tick, m.landscape, m.beliefs = l.first+uint64(lane), tick, at.landscape, at.beliefs
	m.judged, m.joined, m.events, m.keys.beliefs = at.beliefs, at.joined, at.events, at.beginning
	for i, c := range m.channels {
		c.claims, c.flow = at.claims[i], at.flows[i]
		if c.norms != nil {
			c.norms = at.norms[i]
		}
	}
	m.lanes, m.lane = l, lane
	return m
}
