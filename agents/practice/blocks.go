package practice

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// These do for many people what the rules do for one.

// AskBlock implements kernel.BlockAsker, where trust makes no difference. It scans the ranks of the
// voices of each person's unit.
func (r Led) AskBlock(q *kernel.Questions) bool {
	if r.Trust != 0 {
		return false
	}
	for k, unit := range q.Units {
		q.Whom[k] = kernel.Nobody
		if unit < 0 || r.Share == 0 || q.Ranks == nil {
			continue
		}
		first, end := q.Starts[unit], q.Starts[unit+1]
		q.Whom[k] = r.heedIn(q.Heard[first:end], q.Ranks[first:end], q.From+k, q.Words[k])
	}
	return true
}

// heedIn returns the leader whom a person heeds, by his first random word.
func (r Led) heedIn(heard []int32, ranks []uint8, person int, word uint64) int32 {
	k := slices.Index(ranks, kernel.Leader)
	if k < 0 || int(heard[k]) == person {
		return kernel.Nobody
	}
	if slices.Contains(ranks[k+1:], kernel.Leader) {
		return kernel.OneByOne
	}
	if at, _ := kernel.Draw(word, 16); at >= r.Share { // a power of 2 takes one word
		return kernel.Nobody
	}
	return heard[k]
}

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

// MayAsk implements kernel.Reluctant: only apprentices have a master.
func (r heeding) MayAsk(tenure int, founder bool) bool { return !founder && tenure < r.wait }

// MayAsk implements kernel.Reluctant.
func (r Askers) MayAsk(tenure int, founder bool) bool {
	for _, rule := range []agents.Asker{r.First, r.Then} {
		if k, ok := rule.(kernel.Reluctant); rule != nil && (!ok || k.MayAsk(tenure, founder)) {
			return true
		}
	}
	return false
}
