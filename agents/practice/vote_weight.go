package practice

import (
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// mostTenure is where tenure ends to count.
const mostTenure = 255

// weighs reports whether voices have different weights.
func (r *Vote) weighs() bool { return r.Tenure != 0 || r.Trust != 0 }

// weight returns the weight of a voice, in parts of a vote.
func (r *Vote) weight(tie Tie) int {
	if len(tie) == 0 {
		return parts
	}
	tenure := 1 + float64(r.Tenure*float64(tie.Tenure()))/mostTenure
	return rounded(parts * float64(tenure*trusted(r.Trust, tie)))
}

func rounded(x float64) int { return int(x + .5) }

// elector is a voice above the unit: what it says in one word, and its weight.
type elector struct {
	claim  agents.Word
	weight int
}

// weigh finds the vote of the voices above the unit by their weights. If the rule needs the sums of
// all lanes, it puts them, absolute and in parts of a vote, into the first tally. Otherwise it only
// weighs the lanes in which voices above the unit contradict each other.
func (r *Vote) weigh(e *election, i int) kernel.Word {
	yes, no := r.hear(e, i)
	lanes := yes & no
	switch {
	case r.PerVote || r.Hold > 0:
		return r.sum(e, i, yes|no)
	case lanes != 0 && e.electing > len(e.electors):
		contested := r.sum(e, i, lanes)
		return kernel.Word{Yes: yes&^no | contested.Yes, No: no&^yes | contested.No}
	}
	return e.elect(yes, no)
}

// elect finds the vote of the electors, given the lanes in which one says yes, and those in which
// one says no. It only weighs the lanes in which electors contradict each other.
func (e *election) elect(yes, no uint64) kernel.Word {
	vote := kernel.Word{Yes: yes &^ no, No: no &^ yes}
	for lanes := yes & no; lanes != 0; {
		net, alike := e.sumAlike(lanes)
		switch {
		case net > 0:
			vote.Yes |= alike
		case net < 0:
			vote.No |= alike
		}
		lanes &^= alike
	}
	return vote
}

// hear lists the electors, as long as there is room for them. It returns the lanes of word i in
// which one says yes, and those in which one says no.
func (r *Vote) hear(e *election, i int) (yes, no uint64) {
	e.electing = 0
	for k := range e.said.Len() {
		if e.said.Standing(k) <= e.standing {
			continue
		}
		claim, weight := e.said.At(k)[i], r.weight(e.said.Memory(k))
		if weight == 0 {
			continue
		}
		yes |= claim.Yes
		no |= claim.No
		if e.electing < len(e.electors) {
			e.electors[e.electing] = elector{claim, weight}
		}
		e.electing++
	}
	return yes, no
}

// sum adds up the weights of yes and no in some lanes of word i. The absolute differences are then
// in the first tally.
func (r *Vote) sum(e *election, i int, lanes uint64) kernel.Word {
	net, no, _ := (*kernel.Voices)(e.said).Tallies()
	net.Reset()
	no.Reset()
	for k := range e.said.Len() {
		if e.said.Standing(k) > e.standing {
			claim, weight := e.said.At(k)[i].Keep(lanes), r.weight(e.said.Memory(k))
			net.AddTimes(claim.Yes, weight)
			no.AddTimes(claim.No, weight)
		}
	}
	more, less := net.Compare(no)
	net.SetDifference(no, more, less)
	return kernel.Word{Yes: more, No: less}
}

// sumAlike adds up the weights of yes, less those of no, in the first of some lanes of the word
// that was heard. It also returns all of these lanes in which every elector says the same as there.
func (e *election) sumAlike(lanes uint64) (net int, alike uint64) {
	first := uint(bits.TrailingZeros64(lanes))
	alike = lanes
	for _, x := range e.electors[:e.electing] {
		yes, no := x.claim.Yes>>first&1, x.claim.No>>first&1
		net += x.weight * (int(yes) - int(no))
		alike &^= (x.claim.Yes ^ -yes) | (x.claim.No ^ -no)
	}
	return net, alike
}
