package practice

import (
	"math"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// election is one vote of one unit.
type election struct {
	said      *agents.Voices
	standing  int32
	tick      int
	about     []uint64
	memory    []uint64
	strengths Strengths
	above     *kernel.Group
	stream    *kernel.Stream
	block     *kernel.Block // nil: the unit votes alone, and not in a block
	unit      int
	held      [MostStrength + 1]int // the votes that each strength outweighs, in parts
	electors  [8]elector            // of the first voices, if they have weights
	electing  int                   // the number of them, perhaps more than there is room for
}

func empty(lanes []uint64) bool {
	any := uint64(0)
	for _, l := range lanes {
		any |= l
	}
	return any == 0
}

// gather brings the voices of a unit of the block together. Who they are is needed for weights and
// vetoes; else it is enough who stands above the unit.
func (r *Vote) gather(e *election) {
	if !r.weighs() && r.Consult == 0 {
		said, above := e.block.Above(e.unit)
		e.said, e.above = (*agents.Voices)(said), above
		return
	}
	said, own := e.block.Meeting(e.unit)
	e.said, e.standing, e.above = (*agents.Voices)(said), own, nil
}

// hold holds an election, and returns in how many dimensions the norm changes. votes and yields are
// room for what it finds.
func (r *Vote) hold(
	e *election, norm agents.Knowledge, votes []kernel.Word, yields []uint64,
) (changed int64) {
	r.decide(e, norm, votes, yields)
	r.consult(e, votes, yields)
	e.strengthen(norm, votes, yields)
	for i, w := range norm {
		if e.block != nil && e.about != nil { // else the engine puts the norm back
			yields[i] &= e.about[i]
		}
		norm[i] = w.Take(agents.Word(votes[i]), yields[i])
		changed += int64(bits.OnesCount64(yields[i]))
	}
	if r.Tenure != 0 {
		serve(e.said)
	}
	return changed
}

// decide finds the votes, and the lanes in which the norm yields to them.
func (r *Vote) decide(e *election, norm agents.Knowledge, votes []kernel.Word, yields []uint64) {
	none := false
	if !r.weighs() {
		if e.above == nil {
			e.above = (*kernel.Voices)(e.said).Above(e.standing, nil)
		}
		none = e.above.Empty()
	}
	for i, old := range norm {
		if votes[i], yields[i] = (kernel.Word{}), 0; !none {
			votes[i], yields[i] = r.poll(e, i, old)
		}
	}
	switch {
	case r.PerVote:
		e.stream.Skip(kernel.MostDigits)
	case none:
		e.stream.Skip(1)
	default:
		e.flip(r.Rate, yields)
	}
}

// flip throws the first coins of an election.
func (e *election) flip(rate float64, lanes []uint64) {
	if e.block != nil && e.block.Flip(e.unit, rate, lanes) {
		e.stream.Skip(1)
		return
	}
	e.stream.Flip(rate, lanes)
}

// poll finds the vote of word i, and where the norm may yield to it. If the rule is PerVote, it
// throws the coins for that, too.
func (r *Vote) poll(e *election, i int, old agents.Word) (vote kernel.Word, yields uint64) {
	if !r.weighs() {
		vote = (*kernel.Voices)(e.said).Votes(e.above, i)
	} else {
		vote = r.weigh(e, i)
	}
	yields = vote.Yes&^old.Yes | vote.No&^old.No
	g := e.strengths.now(i).keep(old.Known())
	switch {
	case r.PerVote:
		net, _, _ := (*kernel.Voices)(e.said).Tallies()
		if !r.weighs() {
			e.count(i)
			net.Raise(kernel.PartDigits)
		}
		r.lower(e, g)
		yields = e.stream.CoinsPerPart(r.Rate, i, yields&net.Any(), net)
	case r.Hold > 0:
		yields = r.holds(e, i, &g, yields)
	}
	return vote, yields
}

// parts is the number of parts of a vote.
const parts = 1 << kernel.PartDigits

// count puts the absolute sums of the votes into the first tally.
func (e *election) count(i int) {
	voices := (*kernel.Voices)(e.said)
	voices.Count(e.above, i)
	net, no, _ := voices.Tallies()
	more, less := net.Compare(no)
	net.SetDifference(no, more, less)
}

// outweighs returns the votes that each strength outweighs, in parts.
func (r *Vote) outweighs() (held [MostStrength + 1]int) {
	for g := range held {
		held[g] = rounded(float64(r.Hold*float64(g)) * parts)
	}
	return held
}

// lower reduces the votes of the first tally by the strength that they meet.
func (r *Vote) lower(e *election, g grades) {
	if r.Hold == 0 || g == (grades{}) {
		return
	}
	net, _, held := (*kernel.Voices)(e.said).Tallies()
	held.Reset()
	for n := 1; n <= MostStrength; n++ {
		if lanes := g.is(n); lanes != 0 {
			held.AddTimes(lanes, e.held[n])
		}
	}
	net.Lower(held)
}

// holds takes from the lanes that may yield those in which the strength outweighs the votes. It
// counts the votes only if a strength outweighs some numbers of them and not others.
func (r *Vote) holds(e *election, i int, g *grades, yields uint64) uint64 {
	part, most, counted := parts, math.MaxInt, r.weighs() // what the tally counts
	if counted {
		part = 1
	} else {
		most = e.above.Size()
	}
	for n := 1; n <= MostStrength; n++ {
		lanes := g.from(n) & yields
		if lanes == 0 {
			break
		}
		switch need := e.held[n]/part + 1; {
		case need > most:
			return yields &^ lanes
		case need > 1:
			if !counted {
				e.count(i)
				counted = true
			}
			net, _, _ := (*kernel.Voices)(e.said).Tallies()
			lanes &= g.is(n)
			yields &^= lanes &^ net.AtLeast(need, lanes)
		}
	}
	return yields
}

// consult takes from the lanes that yield those in which a unit blocks the change.
func (r *Vote) consult(e *election, votes []kernel.Word, yields []uint64) {
	if r.Consult == 0 {
		return
	}
	var room [8]uint64
	blocked, any := append(room[:0], make([]uint64, len(yields))...), uint64(0)
	for k := range e.said.Len() {
		if e.said.FromUnit(k) {
			for i, w := range e.said.At(k) {
				blocked[i] |= yields[i] & w.Opposes(agents.Word(votes[i]))
				any |= blocked[i]
			}
		}
	}
	if any == 0 {
		return
	}
	e.stream.Flip(r.Consult, blocked)
	for i := range yields {
		yields[i] &^= blocked[i]
	}
}

// strengthen finds the strengths after a vote, given the old norm and where it yields. What they
// were before is kept in the tick of a change only.
func (e *election) strengthen(old agents.Knowledge, votes []kernel.Word, yields []uint64) {
	s, changed := e.strengths, false
	if len(old) == 1 {
		about := ^uint64(0)
		if e.about != nil {
			about = e.about[0]
		}
		changed = s.now(0).strengthen(s.before(0), about, old[0], agents.Word(votes[0]), yields[0])
		old = nil
	}
	for i, norm := range old {
		about := ^uint64(0)
		if e.about != nil {
			about = e.about[i]
		}
		now := s.now(i)
		a, b, c := now.after(about, norm.Known(), norm.Opposes(agents.Word(votes[i])), yields[i])
		if !changed && now.differ(a, b, c) {
			changed = true
			for j := range i {
				*s.before(j) = *s.now(j)
			}
		}
		if changed {
			*s.before(i), *now = *now, grades{a, b, c}
		}
	}
	if changed {
		e.memory[0] = uint64(e.tick) + 1
	}
}

// serve counts one more vote in the tenure of everybody who was heard.
func serve(said *agents.Voices) {
	for k := range said.Len() {
		if tie := Tie(said.Memory(k)); len(tie) > 0 {
			tie.serve()
		}
	}
}
