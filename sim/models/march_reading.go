package models

import (
	"strings"

	"orglearn/agents"
	"orglearn/sim"
)

// Reading is how the text of March (1991) is read where it leaves a choice: a set of the four
// departures from Original. Original|X is the original with the choice X turned over, and Text &^ X
// the text with it turned over.
type Reading uint8

// The choices. Each says what holds where it is in the set, and, in brackets, what holds where it
// is not.
const (
	// a belief that gives way takes the code's value (moves one step: wrong, then 0, then right)
	BeliefsJump Reading = 1 << iota
	// a belief of 0 is no opinion (a fresh fair coin every period, which counts in score and vote)
	ZerosSilent
	// a code that gives way moves one step (takes the majority's value, from the opposite sign too)
	CodeSteps
	// knowledge is the share of dimensions right (sum of belief times reality over m: wrong counts
	// -1)
	ShareRight
)

const (
	// Original is how March's program ran, as far as his figures tell: it meets the points of
	// Figure 1 within sampling error. The code's own zeros are never guessed.
	Original Reading = 0

	// Text is the letter of the printed text. It misses the figures.
	Text = BeliefsJump | ZerosSilent | ShareRight
)

// allReadings is every choice together.
const allReadings = BeliefsJump | ZerosSilent | CodeSteps | ShareRight

// Readings are all sixteen, Original first.
func Readings() []Reading {
	all := make([]Reading, 16)
	for i := range all {
		all[i] = Reading(i)
	}
	return all
}

// String names the reading: "original", "text", or its departures from the original.
func (r Reading) String() string {
	switch r {
	case Original:
		return "original"
	case Text:
		return "text"
	}
	var parts []string
	for i, name := range []string{"beliefs-jump", "zeros-silent", "code-steps", "share-right"} {
		if r>>i&1 != 0 {
			parts = append(parts, name)
		}
	}
	return strings.Join(parts, "+")
}

func (r Reading) has(choice Reading) bool { return r&choice != 0 }

// reality pays by the sum of belief times reality, or by the number of dimensions right, which is
// that of blocks of 1.
func (r Reading) reality() sim.Reality {
	if r.has(ShareRight) {
		return sim.Blocks{Size: 1}
	}
	return sim.Additive{}
}

func (r Reading) act() agents.Externalizer {
	if r.has(ZerosSilent) {
		return agents.Say{Rate: 1}
	}
	return agents.Act{}
}

func (r Reading) learn(p1 float64) agents.Internalizer {
	if r.has(BeliefsJump) {
		return agents.Absorb{Rate: p1}
	}
	return agents.Gradual{Rate: p1}
}

func (r Reading) learnCode(p2 float64) agents.Objectifier {
	superior := agents.Superior{Rate: p2, PerVote: true}
	if r.has(CodeSteps) {
		return stepping{superior}
	}
	return superior
}

// stepping is Superior, but a norm that gives way to the opposite sign becomes 0.
type stepping struct{ superior agents.Superior }

// Objectify implements agents.Objectifier.
func (r stepping) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	old := append(agents.Knowledge(nil), norm...)
	r.superior.Objectify(u, said, norm)
	for i, w := range norm {
		norm[i] = w.Keep(^w.Opposes(old[i]))
	}
}

// Validate reports a rate outside 0 to 1.
func (r stepping) Validate() error { return r.superior.Validate() }

// Monotone is true.
func (stepping) Monotone() bool { return true }

// Lanewise is true.
func (stepping) Lanewise() bool { return true }

// equilibrium reports whether nothing can change any more: no belief differs from a code that is
// not 0, and nobody could score above the code even if he guessed right wherever he has no belief,
// or those who do have votes that cancel out everywhere.
func (r Reading) equilibrium(m *sim.Model) bool {
	code := m.Norm(0, 0)
	for p := range m.People() {
		for i, w := range m.Beliefs(p) {
			if w.Differs(code[i])&code[i].Known() != 0 {
				return false
			}
		}
	}
	score := m.Landscape().Score(code)
	var superior []int
	for p := range m.People() {
		b := m.Beliefs(p)
		guesses := m.Dimensions() - b.Known()
		if r.has(ZerosSilent) {
			guesses = 0
		}
		if m.Landscape().Score(b)+int32(guesses) <= score {
			continue
		}
		if guesses > 0 {
			return false // some guess of his will break any tie
		}
		superior = append(superior, p)
	}
	return len(superior) == 0 || tied(m, code, superior)
}

// tied reports whether the votes of some people cancel out wherever the code is 0.
func tied(m *sim.Model, code agents.Knowledge, people []int) bool {
	for d := range m.Dimensions() {
		if code.Get(d) != 0 {
			continue
		}
		sum := 0
		for _, p := range people {
			sum += int(m.Beliefs(p).Get(d))
		}
		if sum != 0 {
			return false
		}
	}
	return true
}
