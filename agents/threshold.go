package agents

import (
	"fmt"

	"orglearn/agents/kernel"
)

// Threshold sets a dimension of the norm to +1 if enough voices say +1. Enough is at least Count
// voices, and at least the share Share of all voices. Other dimensions stay as they are, so in a
// circle they stay empty. With Count and Share both 0, every dimension becomes +1.
//
// The threshold as a number is from Granovetter (1978, American Journal of Sociology 83:1420-1443).
// The threshold as a share is from Watts (2002, Proceedings of the National Academy of Sciences
// 99:5766-5771).
type Threshold struct {
	Count int     // 0 or more
	Share float64 // 0 to 1
}

// Objectify implements Objectifier.
func (r Threshold) Objectify(u *Unit, said *Voices, norm Knowledge) {
	voices, need := said.engine(), max(r.Count, kernel.CountOf(r.Share, said.Len()))
	yes, _ := voices.Counted()
	for i := range norm {
		voices.Count(voices.All(), i)
		enough := yes.AtLeast(need, u.Lanes(i))
		norm[i] = Word{norm[i].Yes | enough, norm[i].No &^ enough}
	}
}

// Validate reports a Count below 0 and a Share outside 0 to 1.
func (r Threshold) Validate() error {
	if r.Count < 0 {
		return fmt.Errorf("Threshold.Count is %d, want 0 or more", r.Count)
	}
	return kernel.CheckRate("Threshold.Share", r.Share)
}

// Monotone is true, because the rule draws no coins.
func (Threshold) Monotone() bool { return true }
