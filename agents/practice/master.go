package practice

import "orglearn/agents"

// Master says which full member of a unit an apprentice heeds.
type Master uint8

// The masters. Where several are equal, one of them is drawn.
const (
	NoMaster      Master = iota
	DrawnMaster          // any, drawn anew each tick
	LongestTenure        // who has been there longest; founders are equal
	BestStanding         // who stands highest
)

// Asker returns the rule by which apprentices heed their masters, or nil if there are none: then
// it is no Ask, and costs nothing.
func (r Apprenticeship) Asker() agents.Asker {
	if r.Master == NoMaster || r.Wait == 0 {
		return nil
	}
	return heeding{r.Wait, r.Master}
}

// heeding lets people with a tenure below wait heed a master.
type heeding struct {
	wait   int
	master Master
}

// Ask implements agents.Asker.
func (r heeding) Ask(p *agents.Person, u *agents.Unit, said *agents.Voices) int {
	if p.Founder || p.Tenure >= r.wait {
		return -1
	}
	best, alike := -1, 0
	for k := range said.Len() {
		if !r.teaches(p.Tick, said, k) {
			continue
		}
		switch {
		case best < 0 || r.before(said, k, best):
			best, alike = k, 1
		case !r.before(said, best, k):
			if alike++; p.IntN(alike) == 0 {
				best = k
			}
		}
	}
	return best
}

// teaches reports whether voice k is a full member. The apprentice himself is none.
func (r heeding) teaches(tick int, said *agents.Voices, k int) bool {
	joined := said.Joined(k)
	return !said.FromUnit(k) && (joined == 0 || tick-joined >= r.wait)
}

// before reports whether voice k is rather the master than voice j.
func (r heeding) before(said *agents.Voices, k, j int) bool {
	switch r.master {
	case LongestTenure:
		return said.Joined(k) < said.Joined(j)
	case BestStanding:
		return said.Standing(k) > said.Standing(j)
	}
	return false
}

// IsBlind reports whether the master is not chosen by standing.
func (r heeding) IsBlind() bool { return r.master != BestStanding }

// Validate reports what Apprenticeship.Validate does.
func (r heeding) Validate() error {
	return Apprenticeship{Wait: r.wait, Master: r.master}.Validate()
}
