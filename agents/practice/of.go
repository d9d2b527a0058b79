package practice

import "orglearn/agents"

// These serve a rule that holds another rule, which may be nil.

// validOf returns the error of a rule that can say what is wrong with it.
func validOf(rule any) error {
	if v, ok := rule.(agents.Validator); ok {
		return v.Validate()
	}
	return nil
}

// fitsOf returns what a rule cannot serve.
func fitsOf(rule any, dimensions, people int) error {
	if f, ok := rule.(agents.Fitter); ok {
		return f.Fits(dimensions, people)
	}
	return nil
}

// memoryOf returns how much a rule remembers.
func memoryOf(rule any, dimensions int) agents.Memory {
	if r, ok := rule.(agents.Rememberer); ok {
		return r.Memory(dimensions)
	}
	return agents.Memory{}
}

// reviewBy lets a rule look back, if it does so.
func reviewBy(rule any, u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	if agents.Reviews(rule) {
		rule.(agents.Reviewer).Review(u, said, learned)
	}
}

// hidden returns what the other rule remembers, without the last words, which are one's own.
func hidden(memory []uint64, own int) []uint64 {
	if left := len(memory) - own; left > 0 {
		return memory[:left:left]
	}
	return nil
}
