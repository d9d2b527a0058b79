package power

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// Sponsor lets a firm pay for time in communities of practice. In each tick each team is closed
// with probability Time, drawn at the beginning of every period, and its members are released for
// their communities. Sponsors are what communities that succeed have (McDermott and Archibald 2010;
// Probst and Borzillo 2008).
//
// Attention stays as it is: a person who heeds one seat a tick heeds that of his community when his
// team is closed. So the time is taken from the team. With two seats and an attention of one, the
// community's share of his time is (1 + Time)/2. With a Time of 1 teams never meet.
//
// Found here (go run ./examples/institutionalizing): where people come to half of the meetings, a
// Time of 1 costs .116 [.100, .132] of the score. They then learn in half of the ticks, and without
// it in three of four.
//
// Whose only seat is in a team loses its time. The Agenda of the channel is a practice.Allotment,
// and no other event may write it: neither an Allot nor a second Sponsor. A Time of 0 is off.
type Sponsor struct {
	Channel string
	Time    float64 // 0 to 1
}

// Happen implements sim.Event.
func (e Sponsor) Happen(m *sim.Model, s *agents.Stream) {
	every := everyOf(m, e.Channel)
	if m.Tick()%every != 0 {
		return
	}
	units := m.Units(m.Channel(e.Channel))
	for _, u := range meeting(m, e.Channel) {
		if !units.IsCommunity(u) {
			closed := s.Coins(e.Time, agents.Lanes(every, 0))
			meetingsOf(m, e.Channel, u).Close(closed)
		}
	}
}

// Name implements sim.Named.
func (Sponsor) Name() string { return "sponsor" }

// Off implements sim.Switched: with a Time of 0.
func (e Sponsor) Off() bool { return e.Time == 0 }

// Validate reports a Time outside 0 to 1.
func (e Sponsor) Validate() error { return kernel.CheckRate("Sponsor.Time", e.Time) }

// Suits reports a channel without a practice.Allotment, and a second event that allots its time at
// the same tick.
func (e Sponsor) Suits(s sim.Scenario) error {
	if e.Off() {
		return nil
	}
	_, err := suits("Sponsor", s, e.Channel)
	return err
}
