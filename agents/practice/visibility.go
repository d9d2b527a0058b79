package practice

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Visibility is a Relay (see sim.Channel): it says how much of a unit's norm is visible to the
// units that hear it (network.Nested). Communities of practice are said to be invisible to
// management (Huysman 2004, in Tsoukas and Mylonopoulos, Organizations as Knowledge Systems, ch.
// 4): a high HideUp.
//
// Each dimension of a norm is hidden with probability HideUp, per tick, if the unit has a parent.
// It is hidden with probability HideDown if the unit has children and no parent: the top. So with
// one level of parents HideUp is of what goes up, and HideDown of what goes down. A unit between
// has one voice, which its parent and its children hear alike: of that HideUp is hidden. A unit
// that has neither, and is heard by others like it, hides nothing.
//
// What is hidden is not heard. The standing of the unit, and the norm itself, stay as they are. The
// visibility v of the literature is 1 less the rate. 0 hides nothing and draws nothing.
type Visibility struct {
	HideUp   float64 // 0 to 1
	HideDown float64 // 0 to 1
}

// Externalize implements agents.Externalizer.
func (r Visibility) Externalize(p *agents.Person, norm, claim agents.Knowledge) {
	hidden := r.hidden(p.From)
	for i, w := range norm {
		claim[i] = w
		if hidden > 0 {
			claim[i] = w.Keep(^p.Coins(hidden, w.Known()))
		}
	}
}

// hidden returns the rate at which a unit hides dimensions.
func (r Visibility) hidden(u *agents.Unit) float64 {
	switch {
	case u == nil:
		return 0
	case u.Above > 0:
		return r.HideUp
	case u.Level > 0:
		return r.HideDown
	}
	return 0
}

// Validate reports a HideUp or a HideDown outside 0 to 1.
func (r Visibility) Validate() error {
	if err := kernel.CheckRate("Visibility.HideUp", r.HideUp); err != nil {
		return err
	}
	return kernel.CheckRate("Visibility.HideDown", r.HideDown)
}
