package practice

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// These do for many people what the rules do for one.

// AskBlock implements kernel.BlockAsker, where trust makes no difference. It does not branch on who
// heeds his leader, because a processor cannot predict that.
func (r Led) AskBlock(q *kernel.Questions) bool {
	if r.Trust != 0 {
		return false
	}
	for k, unit := range q.Units {
		leader, person := kernel.Nobody, int32(q.From+k)
		if unit >= 0 && r.Share > 0 && q.Leaders != nil {
			leader = q.Leaders[unit]
		}
		heeds := int32(q.Words[k]>>60) - int32(r.Share) // below 0 if he does
		if leader >= 0 && (heeds >= 0 || leader == person) {
			leader = kernel.Nobody
		}
		q.Whom[k] = leader
	}
	return true
}

// ReadsUnknown implements kernel.BlockAsker.
func (Led) ReadsUnknown() bool { return false }

// AskBlock implements kernel.BlockAsker, for respondents who are drawn or named by a directory.
func (r Respondent) AskBlock(q *kernel.Questions) bool {
	switch r.By {
	case ByDraw:
		drawBlock(q)
	case ByDirectory:
		nameBlock(q)
	default:
		return false
	}
	return true
}

func drawBlock(q *kernel.Questions) {
	for k, unit := range q.Units {
		q.Whom[k] = kernel.Nobody
		if unit >= 0 && q.Unknown[k] > 0 {
			heard := q.Heard[q.Starts[unit]:q.Starts[unit+1]]
			q.Whom[k] = oneOf(heard, int32(q.From+k), q.Words[k])
		}
	}
}

func nameBlock(q *kernel.Questions) {
	var heard []int32
	x := inquiry{
		dimensions: q.Dimensions,
		place:      func(id int) int { return slices.Index(heard, int32(id)) },
	}
	for k, unit := range q.Units {
		q.Whom[k] = kernel.Nobody
		if unit < 0 || q.Unknown[k] == 0 {
			continue
		}
		heard = q.Heard[q.Starts[unit]:q.Starts[unit+1]]
		x.person, x.chance = q.From+k, (*agents.Stream)(q.Chance(q.From+k))
		if q.About != nil {
			width := agents.Width(q.Dimensions)
			x.about = q.About[int(unit)*width : (int(unit)+1)*width]
		}
		if at := x.in(q.Memory.Unit(int(unit))); at >= 0 {
			q.Whom[k] = heard[at]
		}
	}
}

// ReadsUnknown implements kernel.BlockAsker.
func (Respondent) ReadsUnknown() bool { return true }

// oneOf draws one of the voices other than the person, by his first random word.
func oneOf(heard []int32, person int32, word uint64) int32 {
	self := slices.Index(heard, person)
	others := len(heard)
	if self >= 0 {
		others--
	}
	if others == 0 {
		return kernel.Nobody
	}
	at, whole := kernel.Draw(word, others)
	switch {
	case !whole:
		return kernel.OneByOne
	case self >= 0 && at >= self:
		at++
	}
	return heard[at]
}

// DoBlock implements kernel.BlockDoer.
func (r Shares) DoBlock(words []uint64, do []uint8) {
	var by [16]uint8 // the activity of each sixteenth
	for at := range by {
		by[at] = uint8(r.at(at))
	}
	for k, word := range words {
		do[k] = by[word>>60]
	}
}

// at returns the activity of a sixteenth.
func (r Shares) at(at int) agents.Activity {
	switch {
	case at < r.Ask:
		return agents.Ask
	case at < r.Ask+r.Create:
		return agents.Create
	case at < r.Ask+r.Create+r.Idle:
		return agents.Idle
	}
	return agents.Gather
}

// Reluctant implements kernel.Reluctant: only apprentices have a master.
func (r heeding) Reluctant() (wait int, all bool) { return r.wait, false }

// Reluctant implements kernel.Reluctant.
func (r Askers) Reluctant() (wait int, all bool) {
	for _, rule := range []agents.Asker{r.First, r.Then} {
		if rule == nil {
			continue
		}
		k, ok := rule.(kernel.Reluctant)
		if !ok {
			return 0, true
		}
		w, every := k.Reluctant()
		wait, all = max(wait, w), all || every
	}
	return wait, all
}
