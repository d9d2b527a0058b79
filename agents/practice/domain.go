package practice

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// MaxTopics is the largest number of topics, because a set of topics is one word. MaxPurpose is the
// largest Purpose.Weight.
const (
	MaxTopics  = 64
	MaxPurpose = 64
)

// TopicSet is a set of topics: bit t is topic t, counted from 0.
type TopicSet uint64

// Topics returns the set of some topics, each 0 to MaxTopics-1.
func Topics(topics ...int) (set TopicSet) {
	for _, t := range topics {
		set |= 1 << uint(t)
	}
	return set
}

// Has reports whether a topic is in the set.
func (s TopicSet) Has(topic int) bool { return s>>uint(topic)&1 != 0 }

// Len is the number of topics in the set.
func (s TopicSet) Len() int { return bits.OnesCount64(uint64(s)) }

// Draw returns n topics of the set, drawn at random; all of them if there are no more.
func (s TopicSet) Draw(n int, chance *agents.Stream) (drawn TopicSet) {
	left := s.Len()
	n = min(n, left)
	for rest := s; n > 0; rest &= rest - 1 {
		if n == left || chance.IntN(left) < n {
			drawn |= rest & -rest
			n--
		}
		left--
	}
	return drawn
}

// Domain is the Agenda of communities of practice. A community has a domain, members, and a
// practice (Wenger, Communities of Practice, 1998). The m dimensions are divided into T topics:
// topic t is the dimensions from t·m/T to (t+1)·m/T - 1. The domain of a unit is a set of topics.
// The unit talks about its domain only: norms change there, people learn there, and standing is
// judged there.
//
// The domain is what the rule remembers of the unit, a [Community]. An event writes it, such as
// sim/formation.Formation (see sim.Remembered.Agenda). A unit whose domain is empty is about
// everything, so teams and communities can be units of one channel.
//
// Incidental is how much of the talk strays, in sixteenths. The topics are cut into pieces of Block
// consecutive dimensions. In a tick each piece of the domain gives way with probability
// Incidental/16 to a piece outside, drawn without repetition. So the unit talks of as many
// dimensions as ever. If there are too few pieces outside, fewer give way. Merit is then judged on
// all that is talked of in the tick, because what a unit is about is what it judges by.
//
// Domain{} is off: all units are about everything.
type Domain struct {
	Topics     int // T, 0 to MaxTopics; T·Block divides the dimensions
	Incidental int // sixteenths, 0 to 16
	Block      int // dimensions of a piece, 0 to m/T; 0 stands for 1
}

// DomainOf returns the Domain that an Agenda is, or that it holds as a Calendar.
func DomainOf(agenda agents.Agenda) (domain Domain, ok bool) {
	return agendaIn[Domain](agenda)
}

// All is the set of all topics.
func (r Domain) All() TopicSet { return TopicSet(agents.Lanes(r.Topics, 0)) }

// Mask sets the dimensions of some topics in a mask of a word per 64 dimensions, and clears others.
func (r Domain) Mask(topics TopicSet, dimensions int, mask []uint64) {
	clear(mask)
	size := dimensions / max(r.Topics, 1)
	for rest := topics & r.All(); rest != 0; rest &= rest - 1 {
		t := bits.TrailingZeros64(uint64(rest))
		open(mask, t*size, size)
	}
}

// open sets some consecutive dimensions of a mask.
func open(mask []uint64, first, size int) {
	for at, end := first, first+size; at < end; at = at&^63 + 64 {
		mask[at>>6] |= within64(at, end)
	}
}

// within64 returns the word of some consecutive dimensions, as far as they lie in the word of the
// first.
func within64(first, end int) uint64 {
	return ^uint64(0) >> uint(64-min(end-first, 64-first&63)) << uint(first&63)
}

// About implements agents.Agenda.
func (r Domain) About(u *agents.Unit, about []uint64) {
	domain := r.All()
	if len(u.Memory) > 0 {
		domain &= Community(u.Memory).Domain()
	}
	r.fill(domain, u.Dimensions, about)
	if domain != 0 && r.Incidental > 0 {
		r.stray(u, domain, about)
	}
}

// fill is Mask, but no domain stands for all dimensions.
func (r Domain) fill(domain TopicSet, dimensions int, mask []uint64) {
	if domain != 0 {
		r.Mask(domain, dimensions, mask)
		return
	}
	for i := range mask {
		mask[i] = ^uint64(0)
	}
}

// stray lets pieces of a domain give way to pieces outside.
func (r Domain) stray(u *agents.Unit, domain TopicSet, about []uint64) {
	block := max(r.Block, 1)
	pieces := u.Dimensions / (r.Topics * block) // of a topic
	inside, outside := domain.Len()*pieces, (r.Topics-domain.Len())*pieces
	stray, chance := 0, (*kernel.Stream)(u.Stream)
	for range inside {
		stray += one(int(chance.Uint64()>>60) < r.Incidental) // IntN of sixteenths, in line
	}
	stray = min(stray, outside)
	in, out := sampling{stray, inside}, sampling{stray, outside}
	for topic := 0; in.want+out.want > 0; topic++ {
		from := &out
		if domain.Has(topic) {
			from = &in
		}
		for i := topic * pieces; i < (topic+1)*pieces && from.want > 0; i++ {
			if from.next(chance) {
				flip(about, i*block, block)
			}
		}
	}
}

// flip opens dimensions that are closed, and closes those that are open.
func flip(mask []uint64, first, size int) {
	for at, end := first, first+size; at < end; at = at&^63 + 64 {
		mask[at>>6] ^= within64(at, end)
	}
}

// sampling draws want of the left things that come one after the other, all sets with the same
// probability.
type sampling struct{ want, left int }

// next reports whether the next thing is drawn, while some are still wanted.
func (x *sampling) next(chance *kernel.Stream) bool {
	drawn := chance.IntN(x.left) < x.want
	if drawn {
		x.want--
	}
	x.left--
	return drawn
}

// sixteenths is the whole of an Incidental.
const sixteenths = 16

// Memory implements agents.Rememberer: a Community of each unit.
func (r Domain) Memory(int) agents.Memory {
	if r.Topics == 0 {
		return agents.Memory{}
	}
	return agents.Memory{Unit: communityWords}
}

// Validate reports a field out of its range.
func (r Domain) Validate() error {
	for _, f := range []struct {
		name        string
		value, most int
	}{
		{"Topics", r.Topics, MaxTopics}, {"Incidental", r.Incidental, sixteenths},
		{"Block", r.Block, agents.MaxTicks},
	} {
		if f.value < 0 || f.value > f.most {
			return fmt.Errorf("Domain.%s is %d, want 0 to %d", f.name, f.value, f.most)
		}
	}
	return nil
}

// Fits reports Topics and a Block that do not divide the dimensions into equal topics and pieces.
func (r Domain) Fits(dimensions, _ int) error {
	if r.Topics == 0 {
		return nil
	}
	if dimensions%r.Topics != 0 {
		return fmt.Errorf("Domain.Topics is %d, want a divisor of %d (the dimensions)", r.Topics,
			dimensions)
	}
	if topic, block := dimensions/r.Topics, max(r.Block, 1); topic%block != 0 {
		return fmt.Errorf("Domain.Block is %d, want a divisor of %d (the dimensions of a topic)",
			block, topic)
	}
	return nil
}
