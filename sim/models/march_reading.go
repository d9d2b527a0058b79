package models

import (
	"strings"

	"orglearn/agents"
	"orglearn/sim"
)

// Reading is a set of choices where the text of March (1991) can be read in two ways. Each of four
// choices departs from Original. Original|X is Original with the choice X made differently; Text &^
// X is Text with the choice X made as in Original.
type Reading uint8

// The choices. Each comment says what holds with the choice in the set, and in brackets what holds
// without it.
const (
	// A belief that changes takes the value of the code. (It moves one step: wrong, then 0, then
	// right.)
	BeliefsJump Reading = 1 << iota
	// A belief of 0 is no opinion. (The person guesses by a fair coin, anew in every period; the
	// guess counts in his score and his vote.)
	ZerosSilent
	// A code that changes moves one step. (It takes the majority's value, also from the opposite
	// sign.)
	CodeSteps
	// Knowledge is the share of dimensions that are right. (It is the sum of belief times reality,
	// divided by the number of dimensions m: a wrong belief counts -1.)
	ShareRight
)

const (
	// Original is how March's program ran, as far as his figures show. It reproduces the points of
	// Figure 1 within sampling error. The zeros of the code itself are never guessed.
	Original Reading = 0

	// Text is the literal reading of the printed text. It does not reproduce the figures.
	Text = BeliefsJump | ZerosSilent | ShareRight
)

// allReadings is the set of all choices.
const allReadings = BeliefsJump | ZerosSilent | CodeSteps | ShareRight

// Readings returns all sixteen readings, Original first.
func Readings() []Reading {
	all := make([]Reading, 16)
	for i := range all {
		all[i] = Reading(i)
	}
	return all
}

// String names the reading: "original", "text", or the list of its choices, joined by +.
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

// reality pays by the sum of belief times reality, or by the number of right dimensions. The latter
// is the payoff of blocks of size 1.
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

// stepping is agents.Superior, except that a norm never jumps to the opposite sign: it becomes 0
// first.
type stepping struct{ superior agents.Superior }

// Objectify implements agents.Objectifier.
func (r stepping) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	old := append(agents.Knowledge(nil), norm...)
	r.superior.Objectify(u, said, norm)
	for i, w := range norm {
		norm[i] = w.Keep(^w.Opposes(old[i]))
	}
}

// Validate returns an error where the rate is outside 0 to 1.
func (r stepping) Validate() error { return r.superior.Validate() }

// Monotone returns true.
func (stepping) Monotone() bool { return true }

// Lanewise returns true.
func (stepping) Lanewise() bool { return true }

// equilibrium reports whether nothing can change any more. No belief may differ from a code that is
// not 0. And nobody may be able to score above the code, even by right guesses wherever he has no
// belief; or the people who score above it have votes that cancel out wherever the code is 0.
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
			return false // one of his guesses will break any tie
		}
		superior = append(superior, p)
	}
	return len(superior) == 0 || tied(m, code, superior)
}

// tied reports whether the votes of the given people cancel out in each dimension where the code is
// 0.
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
