package practice

import (
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
	stream    *kernel.Stream
	block     *kernel.Block // nil: the unit votes alone, and not in a block
	unit      int
}

func empty(lanes []uint64) bool {
	any := uint64(0)
	for _, l := range lanes {
		any |= l
	}
	return any == 0
}

// hold holds an election, and returns in how many dimensions the norm changes. votes and yields are
// room for what it finds.
func (r Vote) hold(
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
	r.serve(e.said)
	return changed
}

// decide finds the votes, and the lanes in which the norm yields to them.
func (r Vote) decide(e *election, norm agents.Knowledge, votes []kernel.Word, yields []uint64) {
	above := (*kernel.Voices)(e.said).Above(e.standing, nil)
	none, t := above.Empty(), tally{}
	for i, old := range norm {
		if votes[i], yields[i] = (kernel.Word{}), 0; !none {
			votes[i], yields[i] = r.poll(e, &t, above, i, old)
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
func (r Vote) poll(
	e *election, t *tally, above *kernel.Group, i int, old agents.Word,
) (vote kernel.Word, yields uint64) {
	if r.Tenure == 0 {
		vote = (*kernel.Voices)(e.said).Votes(above, i)
	} else {
		vote = r.weigh(e, t, i)
	}
	yields = vote.Yes&^old.Yes | vote.No&^old.No
	g := e.strengths.now(i).keep(old.Known())
	switch {
	case r.PerVote:
		if r.Tenure == 0 {
			e.count(t, above, i)
			t.net.Raise(kernel.PartDigits)
		}
		r.lower(t, g)
		yields = e.stream.CoinsPerPart(r.Rate, i, yields&t.net.Any(), &t.net)
	case r.Hold > 0 && yields&^g.is(0) != 0:
		yields = r.holds(e, t, above, i, g, yields)
	}
	return vote, yields
}

// tally is scratch for the votes of one word.
type tally struct{ net, no, held kernel.Counts }

// parts is the number of parts of a vote.
const parts = 1 << kernel.PartDigits

// count puts the absolute sums of the votes into the tally.
func (e *election) count(t *tally, above *kernel.Group, i int) {
	voices := (*kernel.Voices)(e.said)
	voices.Count(above, i)
	yes, no := voices.Counted()
	t.net = *yes
	more, less := t.net.Compare(no)
	t.net.SetDifference(no, more, less)
}

// weigh finds the vote of the voices above the unit by their weights. It puts the absolute sums, in
// parts of a vote, into the tally.
func (r Vote) weigh(e *election, t *tally, i int) kernel.Word {
	t.net.Reset()
	t.no.Reset()
	for k := range e.said.Len() {
		if e.said.Standing(k) > e.standing {
			claim, weight := e.said.At(k)[i], r.weight(e.said.Memory(k))
			t.net.AddTimes(claim.Yes, weight)
			t.no.AddTimes(claim.No, weight)
		}
	}
	more, less := t.net.Compare(&t.no)
	t.net.SetDifference(&t.no, more, less)
	return kernel.Word{Yes: more, No: less}
}

// mostTenure is where tenure ends to count.
const mostTenure = 255

// weight returns the weight of a voice, in parts of a vote.
func (r Vote) weight(memory []uint64) int {
	if len(memory) == 0 {
		return parts
	}
	return rounded(parts * (1 + float64(r.Tenure*float64(memory[0]))/mostTenure))
}

func rounded(x float64) int { return int(x + .5) }

// outweighed returns the votes that strength g outweighs, in parts.
func (r Vote) outweighed(g int) int { return rounded(float64(r.Hold*float64(g)) * parts) }

// lower reduces the votes of the tally by the strength that they meet.
func (r Vote) lower(t *tally, g grades) {
	if r.Hold == 0 || g == (grades{}) {
		return
	}
	t.held.Reset()
	for n := 1; n <= MostStrength; n++ {
		if lanes := g.is(n); lanes != 0 {
			t.held.AddTimes(lanes, r.outweighed(n))
		}
	}
	t.net.Lower(&t.held)
}

// holds takes from the lanes that may yield those in which the strength outweighs the votes.
func (r Vote) holds(
	e *election, t *tally, above *kernel.Group, i int, g grades, yields uint64,
) uint64 {
	part := 1 // what the tally counts
	if r.Tenure == 0 {
		e.count(t, above, i)
		part = parts
	}
	for n := 1; n <= MostStrength; n++ {
		if lanes := g.is(n) & yields; lanes != 0 {
			yields &^= lanes &^ t.net.AtLeast(r.outweighed(n)/part+1, lanes)
		}
	}
	return yields
}

// consult takes from the lanes that yield those in which a unit blocks the change.
func (r Vote) consult(e *election, votes []kernel.Word, yields []uint64) {
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

// strengthen finds the strengths after a vote, given the old norm and where it yields.
func (e *election) strengthen(old agents.Knowledge, votes []kernel.Word, yields []uint64) {
	s, changed := e.strengths, false
	for i, norm := range old {
		about, known := ^uint64(0), norm.Known()
		if e.about != nil {
			about = e.about[i]
		}
		now, opposed := s.now(i), norm.Opposes(agents.Word(votes[i]))
		next := now.raise(about & known &^ opposed).lower(about & known & opposed)
		next = next.keep(^about | known&^yields[i])
		changed = changed || next != *now
		*s.before(i), *now = *now, next
	}
	if changed {
		e.memory[0] = uint64(e.tick) + 1
	}
}

// serve counts one more vote in the tenure of everybody who was heard.
func (r Vote) serve(said *agents.Voices) {
	if r.Tenure == 0 {
		return
	}
	for k := range said.Len() {
		if m := said.Memory(k); len(m) > 0 {
			m[0] = min(m[0]+1, mostTenure)
		}
	}
}
