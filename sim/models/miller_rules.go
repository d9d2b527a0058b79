package models

import (
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/sim"
)

// explicit is agents.Act without the tacit dimensions, which are the last.
type explicit struct{ dimensions, tacit int }

// Externalize implements agents.Externalizer.
func (r explicit) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	agents.Act{}.Externalize(p, belief, claim)
	for i, w := range claim {
		claim[i] = w.Keep(agents.Lanes(r.dimensions-r.tacit, i))
	}
}

// Validate returns an error where the number of tacit dimensions is outside 0 to all.
func (r explicit) Validate() error {
	if r.tacit < 0 || r.tacit > r.dimensions {
		return fmt.Errorf("Miller2006.Tacit is %d, want 0 to %d (the dimensions)", r.tacit,
			r.dimensions)
	}
	return nil
}

// seldom applies a rule to a person with probability share in each tick.
type seldom struct {
	share float64
	rule  agents.Internalizer
}

// Internalize implements agents.Internalizer.
func (r seldom) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	if p.Coin(r.share) {
		r.rule.Internalize(p, norm, belief)
	}
}

// Validate returns an error where the share is outside 0 to 1, and the errors of the rule.
func (r seldom) Validate() error {
	if err := kernel.CheckRate("Miller2006.Distant", r.share); err != nil {
		return err
	}
	return r.rule.(agents.Validator).Validate()
}

// equilibrium reports whether nothing can change any more, neither by the code nor between people.
func (m Miller2006) equilibrium(model *sim.Model) bool {
	return m.coded(model) && (m.Interpersonal.or(.5) == 0 || m.settled(model))
}

// coded reports whether people and code have nothing to learn from each other. This is the
// equilibrium of March1991 in the codified dimensions.
func (m Miller2006) coded(model *sim.Model) bool {
	code, truth, codified := model.Norm(0, 0), model.Landscape().Truth(), m.codified()
	score := scoreIn(code, truth, 0, codified)
	var superior []int
	for p := range model.People() {
		b := model.Beliefs(p)
		guesses := 0
		for i, w := range b {
			if w.Differs(code[i])&code[i].Known() != 0 {
				return false
			}
			guesses += agents.Knowledge{w.Keep(agents.Lanes(codified, i))}.Known()
		}
		guesses = codified - guesses
		switch most := scoreIn(b, truth, 0, codified) + guesses; {
		case most > score && guesses > 0:
			return false
		case most > score:
			superior = append(superior, p)
		}
	}
	return len(superior) == 0 || balanced(model, code, codified, superior)
}

// balanced reports whether the beliefs of some people cancel out wherever the code is 0.
func balanced(m *sim.Model, code agents.Knowledge, dimensions int, people []int) bool {
	for d := range dimensions {
		sum := 0
		for _, p := range people {
			sum += int(m.Beliefs(p).Get(d))
		}
		if code.Get(d) == 0 && sum != 0 {
			return false
		}
	}
	return true
}

// settled reports whether people have nothing to learn from each other. Everybody must have a
// belief in every dimension, and nobody may do better than a person who can watch him. Everybody
// can watch everybody, except that with Distant 0 people watch their neighbours only.
func (m Miller2006) settled(model *sim.Model) bool {
	side := m.side()
	score := func(p int) int32 { return model.Landscape().Score(model.Beliefs(p)) }
	for p := range model.People() {
		if model.Beliefs(p).Known() < model.Dimensions() {
			return false
		}
		watched := []int{0}
		if m.Distant.or(.1) == 0 {
			watched = []int{p/side*side + (p+1)%side, (p + side) % (side * side)}
		}
		for _, q := range watched {
			if score(q) != score(p) {
				return false
			}
		}
	}
	return true
}
