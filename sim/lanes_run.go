package sim

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// restEvery is the number of ticks between checks for replicates that rest. Each check costs a
// copy.
const restEvery = 4

// advance runs one tick. Replicates that then rest run no more. It counts flows if asked to, and
// reports whether no rule panicked.
//
// A replicate rests if a tick tosses no coin in its lane and changes nothing there. All later ticks
// are then the same, because Lanewise rules do not read the tick.
func (l *lanes) advance(flows bool) bool {
	if l.running == 0 {
		l.tick++
		return true
	}
	look := l.tick%restEvery == 0 && l.running&^l.asked != 0 && l.everyTick()
	l.flows = flows || look
	if look {
		l.keep()
	}
	if !l.step() {
		return false
	}
	sc := l.ring.workers.scratch[0]
	l.asked = sc.chance.Asked() | sc.unitChance.Asked()
	l.happen()
	if look {
		atRest := l.running &^ l.asked &^ l.changed()
		l.resting |= atRest
		l.run(l.running &^ atRest)
	}
	return true
}

// step runs one tick of all lanes. It reports whether no rule panicked.
func (l *lanes) step() bool {
	m := l.ring
	m.tick, l.shown = l.tick, false
	for _, c := range m.channels {
		clear(c.lanes.said.Row(0))
		clear(c.lanes.objectified.Row(0))
		clear(c.lanes.taken.Row(0))
		clear(c.lanes.dissolved.Row(0))
	}
	if !m.cycle() {
		return false
	}
	l.tick++
	return true
}

func (l *lanes) countKnown(k agents.Knowledge, to *kernel.Scores) {
	l.words = l.words[:0]
	for _, w := range k {
		l.words = append(l.words, w.Known())
	}
	to.Add(0, l.words)
}

func (l *lanes) countChanged(k, before agents.Knowledge, to *kernel.Scores) {
	l.words = l.words[:0]
	for i, w := range k {
		l.words = append(l.words, w.Differs(before[i]))
	}
	to.Add(0, l.words)
}

// countLost counts the lanes that are no longer known.
func (l *lanes) countLost(k, before agents.Knowledge, to *kernel.Scores) {
	l.words = l.words[:0]
	for i, w := range k {
		l.words = append(l.words, before[i].Known()&^w.Known())
	}
	to.Add(0, l.words)
}

// run lets only some lanes run on. The engine works on the others too, but nothing reads the
// result.
func (l *lanes) run(which uint64) { l.running = which }

// happen lets the events of the tick happen in every replicate, one by one. It costs two copies of
// all beliefs.
func (l *lanes) happen() {
	if len(l.view.events) == 0 {
		return
	}
	l.show()
	for left := l.running; left != 0; left &= left - 1 {
		lane := bits.TrailingZeros64(left)
		m, at := l.model(lane, l.tick), l.at(lane)
		if m.happen(); m.failed != nil {
			panic(m.failed) // the runs are then repeated one by one
		}
		if at.joined = m.joined; m.landscape != at.landscape {
			at.landscape = m.landscape
			l.world.set(lane, m.landscape)
		}
	}
	for p := range l.ring.scenario.People {
		l.bringIn(p)
	}
}

// everyTick reports whether all ticks are alike: no events, and every channel objectifies each
// time.
func (l *lanes) everyTick() bool {
	if len(l.view.events) > 0 {
		return false
	}
	for _, c := range l.ring.channels {
		if c.Every != 1 {
			return false
		}
	}
	return true
}

// halt stops some lanes, and brings them out for the last time.
func (l *lanes) halt(which uint64) {
	if which == 0 {
		return
	}
	for i := range l.ring.channels {
		l.showClaims(i, which)
	}
	for left := which; left != 0; left &= left - 1 {
		l.out[bits.TrailingZeros64(left)].tick = l.tick
	}
	l.resting &^= which
	l.stopped |= which
	l.run(l.running &^ which)
}

// keep copies what a tick may change.
func (l *lanes) keep() {
	if l.kept == nil {
		l.kept = l.layer(l.ring.beliefs.Len())
		l.keptNorms = make([]*layer, len(l.ring.channels))
		for i, c := range l.ring.channels {
			if c.norms != nil {
				l.keptNorms[i] = l.layer(c.norms.Len())
			}
		}
	}
	l.kept.Copy(l.ring.beliefs)
	for i, c := range l.ring.channels {
		if c.norms != nil {
			l.keptNorms[i].Copy(c.norms)
		}
	}
}

// changed returns the lanes that differ from what keep copied.
func (l *lanes) changed() uint64 {
	lanes := l.ring.beliefs.Differs(l.kept)
	for i, c := range l.ring.channels {
		if c.norms != nil {
			lanes |= c.norms.Differs(l.keptNorms[i])
		}
	}
	return lanes
}

// over reports whether nothing is left to run, and no resting replicate waits for Stop.
func (l *lanes) over() bool {
	return l.running == 0 && (l.view.scenario.Stop == nil || l.resting == 0)
}

// claimsOf returns the claims of one lane in a channel.
func (l *lanes) claimsOf(channel, lane int) *layer {
	if c := l.ring.channels[channel].lanes; !c.claimsOut && l.stopped>>lane&1 == 0 {
		l.showClaims(channel, l.running|l.resting)
		c.claimsOut = true
	}
	return l.out[lane].claims[channel]
}
