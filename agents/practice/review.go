package practice

import "orglearn/agents"

// A rule that holds another one looks back if that one does.

// Reviews implements agents.OffReviewer.
func (a Apprenticeship) Reviews() bool { return agents.Reviews(a.Of) }

// Review implements agents.Reviewer.
func (a Apprenticeship) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	of, words := a.holds()
	reviewPart(of, words, u, said, learned)
}

// Reviews implements agents.OffReviewer.
func (c Calendar) Reviews() bool { return agents.Reviews(c.Of) }

// Review implements agents.Reviewer.
func (c Calendar) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	reviewBy(c.Of, u, said, learned)
}

// Reviews implements agents.OffReviewer.
func (r Levels) Reviews() bool { return agents.Reviews(r.Of) || agents.Reviews(r.Above) }

// Review implements agents.Reviewer: the rule of the unit's level looks back.
func (r Levels) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	reviewBy(r.rule(u.Level), u, said, learned)
}

// Reviews implements agents.OffReviewer.
func (r Repository) Reviews() bool { return agents.Reviews(r.Of) }

// Review implements agents.Reviewer: Of looks back, also when nobody writes.
func (r Repository) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	reviewBy(r.Of, u, said, learned)
}

// Reviews implements agents.OffReviewer.
func (r Transactive) Reviews() bool { return agents.Reviews(r.Of) }

// Review implements agents.Reviewer. It hides the directory from Of.
func (r Transactive) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	memory := u.Memory
	u.Memory = hidden(memory, directoryWords(u.Dimensions))
	reviewBy(r.Of, u, said, learned)
	u.Memory = memory
}

// Reviews implements agents.OffReviewer.
func (r Attend) Reviews() bool { return agents.Reviews(r.Of) }

// Review implements agents.Reviewer. It hides the issues from Of.
func (r Attend) Review(u *agents.Unit, said *agents.Voices, learned *agents.Lessons) {
	memory := u.Memory
	u.Memory = hidden(memory, issueWords(u.Dimensions))
	reviewBy(r.Of, u, said, learned)
	u.Memory = memory
}
