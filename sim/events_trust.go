package sim

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// PermuteTrust is the control of trust (practice.Vote). At every tick that is a multiple of Every
// it deals the trust of each unit of a channel anew among its voices, both kinds together. So a
// unit trusts as much and as unevenly as before, but no longer those who have earned it. Tenure
// stays, and a vacant place is left out.
//
// Trust that is dealt anew each tick goes on from where it was dealt to. So its mean is that of
// trust that is left alone, as long as it stays away from 0 and 15, but its spread is smaller: no
// voice gathers it. Compare metrics.TrustSpread.
type PermuteTrust struct {
	Channel string
	Every   int // 0 to MaxTicks; 0: never
}

// Happen implements Event.
func (e PermuteTrust) Happen(m *Model, s *agents.Stream) {
	if m.tick == 0 || m.tick%e.Every != 0 {
		return
	}
	f := m.mustFind(e.Channel)
	for u := range f.units.Len() {
		var ties []practice.Tie
		words, each := f.makes.tiesOf(u)
		for k, p := range f.units.Voices(u) {
			if !m.Vacant(int(p)) {
				ties = append(ties, blockOf(words, each, k))
			}
		}
		s.Shuffle(len(ties), func(i, j int) {
			a, b := ties[i], ties[j]
			trust, help := a.Trust(), a.Help()
			a.SetTrust(b.Trust())
			a.SetHelp(b.Help())
			b.SetTrust(trust)
			b.SetHelp(help)
		})
	}
}

// keepsTrust returns an error where the units of a channel of beliefs do not remember trust.
func (s Scenario) keepsTrust(event, channel string) error {
	for _, c := range s.Channels {
		if c.Name == channel && practice.KeepsTrust(c.Objectify) {
			return nil
		}
	}
	return fmt.Errorf("%s.Channel is %q, want the name of a channel whose units remember trust "+
		"(practice.KeepsTrust)", event, channel)
}

// Suits reports a Channel whose units do not remember trust.
func (e PermuteTrust) Suits(s Scenario) error { return s.keepsTrust("PermuteTrust", e.Channel) }

// Validate reports an Every outside 0 to MaxTicks.
func (e PermuteTrust) Validate() error {
	if e.Every >= 0 && e.Every <= MaxTicks {
		return nil
	}
	return fmt.Errorf("PermuteTrust.Every is %d, want 0 to %d", e.Every, MaxTicks)
}

// Name implements Named.
func (PermuteTrust) Name() string { return "permute trust" }

// Off implements Switched: with an Every of 0.
func (e PermuteTrust) Off() bool { return e.Every == 0 }

// Order implements Ordered: after the people have changed, and their seats.
func (PermuteTrust) Order() Order      { return Structure }
func (e PermuteTrust) channel() string { return e.Channel }
