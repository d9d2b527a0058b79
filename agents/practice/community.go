package practice

import "orglearn/agents"

// Community is what Domain remembers of a unit: the words of sim.Remembered.Agenda. At first all
// are 0: the unit has no domain.
type Community []uint64

// The words of a Community.
const (
	wordDomain = iota
	wordBorn
	wordIdle
	communityWords
)

// Domain is the set of topics that the community talks about.
func (c Community) Domain() TopicSet { return TopicSet(c[wordDomain]) }

// Born is the tick at which it was founded.
func (c Community) Born() int { return int(c[wordBorn]) }

// Idle is the number of its meetings in a row in which nobody gained. A meeting is a tick in which
// somebody learned there. He gained if reality pays more for what he believes after he had learned.
func (c Community) Idle() int { return int(c[wordIdle]) }

// Found gives the unit a domain at a tick. Meetings are counted anew.
func (c Community) Found(domain TopicSet, tick int) {
	c[wordDomain], c[wordBorn], c[wordIdle] = uint64(domain), uint64(tick), 0
}

// Reviews implements agents.OffReviewer.
func (r Domain) Reviews() bool { return r.Topics > 0 }

// Review implements agents.Reviewer: it counts the meetings of a unit with a domain.
func (r Domain) Review(u *agents.Unit, _ *agents.Voices, learned *agents.Lessons) {
	c := Community(u.Memory)
	if len(c) == 0 || c.Domain() == 0 {
		return
	}
	met, gained := false, false
	for k := range learned.Len() {
		met = met || learned.Heeded(k)
		gained = gained || learned.Heeded(k) && learned.Gained(k) > 0
	}
	c.meet(met, gained)
}

// meet counts a tick, by whether anybody learned, and whether anybody gained.
func (c Community) meet(met, gained bool) {
	switch {
	case gained:
		c[wordIdle] = 0
	case met:
		c[wordIdle]++
	}
}
