package practice

import (
	"fmt"
	"math"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Attend is the Agenda of units that keep a list of issues. An issue is a dimension that somebody
// has raised: agenda.Attention of package sim/agenda does so. The unit is about Open dimensions in
// a tick, whatever its issues are, so that it always talks of equally much. They are whole blocks
// of Block dimensions.
//
// Talk is a slope. With probability |Talk| a block with an issue is talked of before others, if
// Talk is positive, or after others, if it is negative. Else it is a block like any other. Of
// blocks of equal rank as many are drawn as there is room for, as units draw the part of merit that
// they see: with few random words (kernel.Stream.Thin). So at 1 what is on the agenda is talked of
// next, at -1 it is not talked of, and at 0 issues have no effect on talk. Whether groups talk of
// what is contested or avoid it is what people argue about.
//
// Attention is limited, and what it is on decides what an organization does (Simon,
// Administrative Behavior, 1947; Ocasio 1997, Strategic Management Journal 18:187-206).
//
// With Open 0 the unit is about all that Of is about, Talk has no effect, and beliefs and norms are
// those of Of alone.
//
// Found here (go run ./examples/attainment): units that talk of 16 dimensions of 64 attain their
// objective in .028 of seats. Where they talk of contested ones first it is -.014 [-.048, .020]
// more, and last .002 [-.034, .039]. Neither is shown to matter, but there was little to lose.
//
// Merit in a unit is judged within what it is about. Where reality pays for blocks, Block must be
// their size: else nobody is better than others in what is left of a block.
type Attend struct {
	Open  int           // dimensions, 0 or a multiple of Block; 0: all that Of is about
	Block int           // size of blocks, a divisor of the dimensions; 0 stands for 1
	Talk  float64       // slope, -1 to 1
	Of    agents.Agenda // within which the blocks are drawn (nil: everything)
}

// About implements agents.Agenda.
func (r Attend) About(u *agents.Unit, about []uint64) {
	if r.about(u, about); r.Open > 0 {
		r.choose(blocksOf(max(r.Block, 1), u.Dimensions), u, about)
	}
}

// about finds what Of is about.
func (r Attend) about(u *agents.Unit, about []uint64) {
	if r.Of != nil {
		memory := u.Memory
		u.Memory = hidden(memory, issueWords(u.Dimensions))
		r.Of.About(u, about)
		u.Memory = memory
	} else {
		for i := range about {
			about[i] = agents.Lanes(u.Dimensions, i)
		}
	}
}

// choose leaves the blocks that the unit talks of, of those that are open.
func (r Attend) choose(blocks blocking, u *agents.Unit, about []uint64) {
	width := len(about)
	marks := u.Stream.Open(3 * width) // of blocks like others, of those ranked by Talk, and scratch
	like, ranked, scratch := marks[:width], marks[width:2*width], marks[2*width:]
	blocks.mark(about, nil, like)
	if r.Talk != 0 {
		issues, _ := IssuesOf(u.Memory, u.Dimensions)
		blocks.mark(about, issues.On(), ranked)
	} else {
		clear(ranked)
	}
	n, others := 0, 0
	for i, issues := range ranked {
		ranked[i] = headsIn((*kernel.Stream)(u.Stream), math.Abs(r.Talk), issues)
		like[i] &^= ranked[i]
		n, others = n+bits.OnesCount64(ranked[i]), others+bits.OnesCount64(like[i])
	}
	left, chance := r.Open/blocks.size, (*kernel.Stream)(u.Stream)
	if r.Talk > 0 {
		left = keepSome(chance, ranked, scratch, n, left)
		keepSome(chance, like, scratch, others, left)
	} else {
		left = keepSome(chance, like, scratch, others, left)
		keepSome(chance, ranked, scratch, n, left)
	}
	for i := range like {
		like[i] |= ranked[i]
	}
	blocks.keep(about, like)
}

// headsIn throws a coin in each of some lanes, and returns those with heads.
func headsIn(chance *kernel.Stream, rate float64, lanes uint64) (heads uint64) {
	if rate >= 1 {
		return lanes
	}
	for ; lanes != 0; lanes &= lanes - 1 {
		if chance.Coin(rate) {
			heads |= lanes & -lanes
		}
	}
	return heads
}

// keepSome leaves at most a number of n marks, each with the same probability. It returns how many
// more there is room for.
func keepSome(chance *kernel.Stream, marks, scratch []uint64, n, most int) (room int) {
	if n <= most {
		return most - n
	}
	chance.Thin(marks, scratch, n, most)
	return 0
}

// Memory implements agents.Rememberer: what Of remembers, and then the Issues of each unit.
func (r Attend) Memory(dimensions int) agents.Memory {
	need := memoryOf(r.Of, dimensions)
	need.Unit += issueWords(dimensions)
	return need
}

// Validate reports an Open or a Block below 0, an Open that is no multiple of Block, a Talk outside
// -1 to 1, and what Of reports.
func (r Attend) Validate() error {
	switch {
	case r.Open < 0:
		return fmt.Errorf("Attend.Open is %d, want 0 or more", r.Open)
	case r.Block < 0:
		return fmt.Errorf("Attend.Block is %d, want 0 or more", r.Block)
	case r.Open%max(r.Block, 1) != 0:
		return fmt.Errorf("Attend.Open is %d, want a multiple of %d (Block)", r.Open, r.Block)
	}
	if err := checkSlope("Attend.Talk", r.Talk); err != nil {
		return err
	}
	return validOf(r.Of)
}

// Fits reports an Open above the dimensions, a Block that does not divide them, and what Of cannot
// serve.
func (r Attend) Fits(dimensions, people int) error {
	switch {
	case r.Open > dimensions:
		return fmt.Errorf("Attend.Open is %d, want 0 to %d (the dimensions)", r.Open, dimensions)
	case dimensions%max(r.Block, 1) != 0:
		return fmt.Errorf("Attend.Block is %d, want a divisor of %d (the dimensions)", r.Block,
			dimensions)
	}
	return fitsOf(r.Of, dimensions, people)
}

// KeepsIssues reports whether units with an Agenda keep Issues: it is Attend, or holds one.
func KeepsIssues(agenda agents.Agenda) bool {
	_, ok := agendaIn[Attend](agenda)
	return ok
}
