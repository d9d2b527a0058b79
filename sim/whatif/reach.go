package whatif

import (
	"fmt"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Reach returns how many people a change can have reached after 1, 2, ... cycles, given a model and
// its branch at the tick of the change. It leaves out some people. After more cycles than the list
// is long, the last number holds; the list has one number at least.
//
// A change reaches a person at once if he leaves or comes, or if his seats or their voices change.
// In each cycle it reaches those who hear somebody whom it has reached. Paths through units that
// hear units do not count. So the numbers are lower bounds of how many people it can have reached.
func Reach(model, branch *sim.Model, but ...int) []int {
	r := newReach(model, branch)
	counts := []int{r.count(but)}
	for r.spread() {
		counts = append(counts, r.count(but))
	}
	return counts
}

// reaching is whom a change has reached so far.
type reaching struct {
	is       []bool
	contacts []*network.Graph // who hears whom, by channel, in the model and in its branch
}

// newReach returns whom a change has reached after one cycle.
func newReach(model, branch *sim.Model) *reaching {
	r := &reaching{is: make([]bool, model.People())}
	for p := range r.is {
		r.is[p] = model.Vacant(p) != branch.Vacant(p) || model.Joined(p) != branch.Joined(p)
	}
	var reseated []int
	for c := range model.Channels() {
		was, is := model.Units(c), branch.Units(c)
		r.contacts = append(r.contacts, was.Contacts(), is.Contacts())
		x, y := heardIn(was), heardIn(is)
		for p := range r.is {
			if !slices.Equal(seatsOf(was, x, p), seatsOf(is, y, p)) {
				reseated = append(reseated, p)
			}
		}
	}
	r.spread()
	for _, p := range reseated {
		r.is[p] = true
	}
	return r
}

// heardIn returns the voices of each unit, as a text.
func heardIn(u *network.Units) []string {
	all := make([]string, u.Len())
	for k := range all {
		all[k] = fmt.Sprint(sorted(u.Voices(k)))
	}
	return all
}

// seatsOf returns the voices in each of a person's seats, in order.
func seatsOf(u *network.Units, voices []string, person int) (all []string) {
	for _, k := range u.Of(person) {
		all = append(all, voices[k])
	}
	slices.Sort(all)
	return all
}

// spread reaches those who hear somebody reached. It reports whether there is anybody.
func (r *reaching) spread() (any bool) {
	was := slices.Clone(r.is)
	for _, g := range r.contacts {
		for p := range r.is {
			hears := func(v int32) bool { return was[v] }
			if !r.is[p] && slices.ContainsFunc(g.Heard(p), hears) {
				r.is[p], any = true, true
			}
		}
	}
	return any
}

func (r *reaching) count(but []int) (n int) {
	for p, is := range r.is {
		if is && !slices.Contains(but, p) {
			n++
		}
	}
	return n
}
