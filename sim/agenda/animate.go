package agenda

import (
	"fmt"
	"math"

	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Animate gives the floor in the units of a channel, and seats an animator in each. In every tick
// Voices members of a unit have the floor, drawn anew, as many as are heard in every other
// arrangement of it. The others are silent in that tick: they learn, and are not heard. A unit of
// no more members hears all, and nobody is silent.
//
// One member of each unit holds the animator's seat. He is drawn, and holds it until he leaves the
// unit. He does two things, in places that others would have had, so that equally many people
// speak:
//
// He passes on, with probability Pass in a tick, a claim that nobody heard: another silent member
// made it in the last cycle, within what the unit was about, and nobody with the floor said the
// same. It is one dimension with its sign, drawn of all such claims. The animator then has the
// floor, and says it in place of a claim of his own (practice.PassOn). Who holds the seat in
// several units passes on one claim a tick, of the first of them in which there is one.
//
// He invites, with probability Invite in a tick, the member who has been silent longest; of several
// one is drawn. That one then has the floor.
//
// With Pass and Invite 0 the seat has no effect, which makes a control: Voices are heard as by
// sim.Channel.Heed. The animator is heard more often than others where he passes on. Tremblay
// (2005) finds in a survey that animation goes with what members say was attained, by its abstract;
// the two acts are this library's form of it.
//
// Found here (go run ./examples/attainment -voices 2 -pass 0,1 -invite 0,1 -turnover .01
// -replicates 60): units with a floor of two attain their objective in .290 of seats without an
// animator. If he passes on it is -.033 [-.110, .044] more, if he invites .040 [-.046, .126], and
// if he does both -.006 [-.080, .067]. So neither is shown to help or to harm.
//
// Claims are those said in the last cycle. Who has the floor may still not be heard, if another
// Participant keeps him from it. Units that are circles have no members in this sense. Put it after
// events that move or replace people: one who comes after has the floor besides the others.
type Animate struct {
	Channel string
	Voices  int     // members with the floor, per unit and tick; 0: off
	Pass    float64 // 0 to 1
	Invite  float64 // 0 to 1
}

// Name implements sim.Named.
func (Animate) Name() string { return "animate" }

// Order implements sim.Ordered: after people have come and gone.
func (Animate) Order() sim.Order { return sim.Structure }

// Off implements sim.Switched: with Voices 0.
func (e Animate) Off() bool { return e.Voices == 0 }

// Validate reports Voices below 0, and a Pass or an Invite outside 0 to 1.
func (e Animate) Validate() error {
	if e.Voices < 0 || e.Voices > math.MaxInt32 {
		return fmt.Errorf("Animate.Voices is %d, want 0 to %d", e.Voices, math.MaxInt32)
	}
	if err := kernel.CheckRate("Animate.Pass", e.Pass); err != nil {
		return err
	}
	return kernel.CheckRate("Animate.Invite", e.Invite)
}

// Suits reports a channel without practice.Floor, one that has a Heed of its own, and one that
// lacks practice.PassOn where Pass is not 0.
func (e Animate) Suits(s sim.Scenario) error {
	for _, c := range s.Channels {
		if c.Name != e.Channel {
			continue
		}
		_, floor := practice.FloorIn(c.Participate)
		_, passes := c.Externalize.(practice.PassOn)
		switch {
		case !floor:
			return fmt.Errorf("Animate.Channel is %q, and its Participate holds no "+
				"practice.Floor", e.Channel)
		case c.Heed != 0:
			return fmt.Errorf("Animate.Channel is %q, whose Heed is %d, want 0: see Voices",
				e.Channel, c.Heed)
		case e.Pass > 0 && !passes:
			return fmt.Errorf("Animate.Pass is %v, and the Externalize of %q is no "+
				"practice.PassOn", e.Pass, e.Channel)
		}
		return nil
	}
	return fmt.Errorf("Animate.Channel is %q, want a channel of beliefs", e.Channel)
}
