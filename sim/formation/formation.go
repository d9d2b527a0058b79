package formation

import (
	"fmt"
	"math"

	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// MaxContact is the largest Formation.Contact.
const MaxContact = 100

// Formation lets communities come and go in a channel. At every tick from 1 on, in this order:
//
// Leaving. A member leaves whose affinity is below Shared (he, or his interests, are new), who has
// been idle for Patience meetings (practice.Tally), or whose place is vacant.
//
// Death. A community ends that has fewer than Size members, or that has been idle for Life
// meetings. Its norm ends with it. With Heir it goes to the community whose domain shares most
// topics with its: what is empty there, within the shared topics, is filled. Of several it is the
// one that comes first. Without a shared topic there is no heir.
//
// Joining. Each person who is free looks at one community, drawn at random. If he was no member
// when the tick began and his affinity is at least Shared, he joins with probability
//
//	Join (1 + Contact c/(c+1)), at most 1
//
// where c is the number of his contacts among its members, as they stand before anybody joins. So
// the first contact counts most: Backstrom, Huttenlocher, Kleinberg and Lan (2006, KDD) find that
// the chance to join rises with the number of friends who are members, less and less.
//
// Birth. At every tick that is a multiple of Every a topic is drawn, and a person who is free and
// whom it interests. The topic and Shared-1 others of his interests, drawn, are a domain. Those who
// are free and whose affinity to it is at least Shared are asked in an order drawn. Who is not yet
// together on the topic, in a community with him or with one who has agreed, agrees. If there are
// Founders with the person, these are a new community. Else nothing happens.
//
// [X] By hand: interests A{1,2}, B{1,2}, C{1,3}, D{3}. With Founders 2 and Shared 2 only A and B
// can found one, on 1 and 2. With Founders 3 and Shared 1 only A, B and C can, on 1, and D is never
// a member.
//
// Ren and Kraut (agent-based model of online communities) let people participate while the expected
// benefit exceeds the cost: Patience, with practice.Tally.Cost.
//
// Controls are what it was compared with, and say what was found.
type Formation struct {
	Channel  string
	Every    int // E: ticks from one chance of a birth to the next, 0 to MaxTicks; 0: off
	Founders int // k: 2 to MaxInt32; 0 stands for 2
	Shared   int // j: affinity that a member needs, 1 to MaxTopics; 0 stands for 1
	Seats    int // communities that one may be in, 1 to MaxInt32; 0 stands for 1
	Purpose  practice.Purpose

	Join     float64 // rate at which one joins, 0 to 1
	Contact  float64 // by how much contacts raise it, 0 to MaxContact; 0: not
	Patience int     // meetings, 0 to MaxTicks; 0: nobody leaves for want of gain
	Size     int     // members, 0 to MaxInt32; 0: ends when nobody is left
	Life     int     // meetings, 0 to MaxTicks; 0: does not end for want of gain
	Heir     bool    // the norm goes to an heir
}

func (e Formation) founders() int { return orElse(e.Founders, 2) }
func (e Formation) shared() int   { return orElse(e.Shared, 1) }
func (e Formation) most() int     { return orElse(e.Seats, 1) }

func orElse(n, other int) int {
	if n == 0 {
		return other
	}
	return n
}

// Name implements sim.Named.
func (Formation) Name() string { return "formation" }

// Order implements sim.Ordered.
func (Formation) Order() sim.Order { return sim.Structure }

// Off implements sim.Switched: with an Every of 0.
func (e Formation) Off() bool { return e.Every == 0 }

// Validate reports a field out of its range.
func (e Formation) Validate() error {
	for _, f := range []struct {
		name              string
		value, from, most int
	}{
		{"Every", e.Every, 0, sim.MaxTicks}, {"Founders", e.founders(), 2, math.MaxInt32},
		{"Shared", e.shared(), 1, practice.MaxTopics}, {"Seats", e.most(), 1, math.MaxInt32},
		{"Patience", e.Patience, 0, sim.MaxTicks}, {"Size", e.Size, 0, math.MaxInt32},
		{"Life", e.Life, 0, sim.MaxTicks},
	} {
		if f.value < f.from || f.value > f.most {
			return fmt.Errorf("Formation.%s is %d, want %d to %d", f.name, f.value, f.from, f.most)
		}
	}
	if err := kernel.CheckRate("Formation.Join", e.Join); err != nil {
		return err
	}
	if !(e.Contact >= 0 && e.Contact <= MaxContact) {
		return fmt.Errorf("Formation.Contact is %v, want 0 to %d", e.Contact, MaxContact)
	}
	if err := e.Purpose.Validate(); err != nil {
		return fmt.Errorf("Formation.%w", err)
	}
	return nil
}

// Suits reports a channel whose Agenda is not practice.Domain, and a channel of circles. It reports
// people without interests, and with more topics than the Domain has. It reports a Patience where
// the Participant is no practice.Tally and holds none, and a second Formation in the channel.
func (e Formation) Suits(s sim.Scenario) error {
	c, ok := channelOf(s, e.Channel)
	domain, is := practice.DomainOf(c.Agenda)
	if !ok || !is || domain.Topics == 0 {
		return fmt.Errorf("Formation.Channel is %q, want a channel of beliefs whose Agenda is "+
			"practice.Domain with Topics of 1 or more", e.Channel)
	}
	if circles, is := c.Structure.(network.Circles); is && !circles.Lasting {
		return fmt.Errorf("Formation.Channel is %q, want a channel of units: no community forms "+
			"among the circles of a graph", e.Channel)
	}
	if err := interested(s.Self, domain.Topics); err != nil {
		return err
	}
	if _, _, is := practice.TallyIn(c.Participate, nil); e.Patience > 0 && !is {
		return fmt.Errorf("Formation.Patience is %d, want 0, or a channel whose Participate is "+
			"practice.Tally, or holds it", e.Patience)
	}
	n := 0
	for _, other := range s.Events {
		if f, is := other.(Formation); is && f.Channel == e.Channel && !f.Off() {
			n++
		}
	}
	if n > 1 {
		return fmt.Errorf("Formation.Channel is %q in %d events, want one", e.Channel, n)
	}
	return nil
}

// interested reports a self without interests, and one with more topics than there are. It cannot
// look into a Selves that it does not know: the interests must be its last word.
func interested(self sim.Selves, topics int) error {
	of := self
	for traits, is := of.(culture.Selves); is; traits, is = of.(culture.Selves) {
		of = traits.Of
	}
	if of == nil {
		return fmt.Errorf("Scenario.Self is %T, want practice.Interests, or a culture.Selves of "+
			"it, for Formation", self)
	}
	if i, is := of.(practice.Interests); is && i.Topics > topics {
		return fmt.Errorf("Interests.Topics is %d, want 1 to %d (Domain.Topics) for Formation",
			i.Topics, topics)
	}
	return nil
}

// channelOf returns the channel of beliefs with a name.
func channelOf(s sim.Scenario, name string) (channel sim.Channel, ok bool) {
	for _, c := range s.Channels {
		if c.Name == name {
			return c, true
		}
	}
	return sim.Channel{}, false
}
