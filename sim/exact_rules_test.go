package sim_test

import (
	"fmt"
	"math"

	"orglearn/agents"
)

// This file writes each built-in rule as a distribution over its outcomes, one dimension at a time,
// over -1, 0 and +1. It follows the comments of the rules, and uses no streams, words or planes.

// body holds a belief in each of at most two dimensions. Dimensions past the last hold 0.
type body [2]int8

// odds are outcomes and their probabilities. An outcome may occur twice.
type odds[T any] []odd[T]

type odd[T any] struct {
	what   T
	chance float64
}

func surely[T any](what T) odds[T] { return odds[T]{{what, 1}} }

// perhaps returns the odds of two outcomes, the first with probability p.
func perhaps[T any](p float64, heads, tails T) odds[T] {
	switch p {
	case 0:
		return surely(tails)
	case 1:
		return surely(heads)
	}
	return odds[T]{{heads, p}, {tails, 1 - p}}
}

// alike returns the odds of outcomes that all have the same probability.
func alike[T any](of []T) odds[T] {
	var all odds[T]
	for _, o := range of {
		all = append(all, odd[T]{o, 1 / float64(len(of))})
	}
	return all
}

// inEach returns the odds of a body if chance is independent in each dimension.
func inEach(dimensions int, of func(d int) odds[int8]) odds[body] {
	all := surely(body{})
	for d := range dimensions {
		var next odds[body]
		for _, a := range all {
			for _, o := range of(d) {
				b := a.what
				b[d] = o.what
				next = append(next, odd[body]{b, a.chance * o.chance})
			}
		}
		all = next
	}
	return all
}

// claimed returns the odds of what a person says.
func claimed(rule agents.Externalizer, belief body, dimensions int) odds[body] {
	return inEach(dimensions, func(d int) odds[int8] {
		switch r := rule.(type) {
		case agents.Say:
			return perhaps(r.Rate, belief[d], 0)
		case agents.Act:
			if belief[d] == 0 {
				return perhaps[int8](.5, 1, -1)
			}
			return surely(belief[d])
		}
		panic(fmt.Sprintf("%T", rule))
	})
}

// hearing is one voice as a unit hears and judges it.
type hearing struct {
	claim    body
	standing int
	leads    bool
}

// streak is the number of objectifications in a row in which a unit has agreed on one claim, and
// that claim.
type streak struct{ way, length int8 }

// verdict is a norm, and what the unit remembers.
type verdict struct {
	norm    body
	streaks [2]streak
}

// decided returns the odds of a unit's new norm.
func decided(rule agents.Objectifier, standing int, said []hearing, old verdict,
	dimensions int) odds[verdict] {
	switch r := rule.(type) {
	case agents.Consensus:
		for d := range dimensions {
			old.norm[d], old.streaks[d] = regular(r, said, d, old.streaks[d])
		}
		return surely(old)
	case agents.Best:
		return copied(best(said, standing), old)
	case agents.Conformity:
		return copied(conforming(said, standing), old)
	}
	var all odds[verdict]
	for _, norm := range inEach(dimensions, func(d int) odds[int8] {
		return voted(rule, standing, said, old.norm[d], d)
	}) {
		all = append(all, odd[verdict]{verdict{norm.what, old.streaks}, norm.chance})
	}
	return all
}

// copied returns the odds of a norm that is one of some claims, or the old norm if there are none.
func copied(from []hearing, old verdict) odds[verdict] {
	if len(from) == 0 {
		return surely(old)
	}
	var all odds[verdict]
	for _, h := range from {
		all = append(all, odd[verdict]{verdict{h.claim, old.streaks}, 1 / float64(len(from))})
	}
	return all
}

// best returns the voices with the highest standing, if that is strictly above the unit's.
func best(said []hearing, standing int) (top []hearing) {
	for _, h := range said {
		switch {
		case h.standing <= standing || len(top) > 0 && h.standing < top[0].standing:
		case len(top) > 0 && h.standing == top[0].standing:
			top = append(top, h)
		default:
			top = []hearing{h}
		}
	}
	return top
}

// conforming returns the first of the voices that say the most common claim, if at least two say it
// and he stands above the unit. Among three voices only one body of claims can be said twice.
func conforming(said []hearing, standing int) []hearing {
	for k, h := range said {
		for _, o := range said[k+1:] {
			if h.claim != o.claim {
				continue
			}
			if h.standing > standing {
				return []hearing{h}
			}
			return nil
		}
	}
	return nil
}

// regular returns the norm and the streak after a tick with these claims.
func regular(r agents.Consensus, said []hearing, d int, s streak) (int8, streak) {
	spoke, yes := 0, 0
	for _, h := range said {
		spoke += int(h.claim[d] * h.claim[d])
		yes += int(h.claim[d]*h.claim[d]+h.claim[d]) / 2
	}
	enough := r.Share*float64(spoke) - 1e-9
	way := int8(0)
	switch {
	case spoke > 0 && float64(yes) >= enough:
		way = 1
	case spoke > 0 && float64(spoke-yes) >= enough:
		way = -1
	}
	switch {
	case way == 0:
		return 0, streak{}
	case way != s.way:
		s = streak{way, 0}
	}
	s.length = int8(min(int(s.length)+1, r.Ticks))
	if int(s.length) < r.Ticks {
		return 0, s
	}
	return way, s
}

// voted returns the odds of a norm in one dimension if voices vote.
func voted(rule agents.Objectifier, standing int, said []hearing, old int8, d int) odds[int8] {
	sum, weight, rate := 0, 1, 0.
	above := func(h hearing) bool { return h.standing > standing }
	counts := above
	once := func(votes int) float64 { return rate }
	switch r := rule.(type) {
	case agents.Superior:
		rate = r.Rate
		if r.PerVote {
			once = func(votes int) float64 { return 1 - math.Pow(1-rate, math.Abs(float64(votes))) }
		}
	case agents.Majority:
		rate, counts = r.Rate, func(hearing) bool { return true }
	case agents.Authority:
		rate, weight = r.Rate, r.Weight
	case agents.Decree:
		rate, counts = r.Rate, func(h hearing) bool { return h.leads }
	case agents.Screen:
		once = func(votes int) float64 {
			for _, h := range said {
				if h.leads && int(h.claim[d])*votes < 0 {
					return r.Rate * (1 - r.Veto)
				}
			}
			return r.Rate
		}
	case agents.Threshold:
		return surely(past(r, said, old, d))
	default:
		panic(fmt.Sprintf("%T", rule))
	}
	for _, h := range said {
		switch {
		case !counts(h):
		case h.leads:
			sum += weight * int(h.claim[d])
		default:
			sum += int(h.claim[d])
		}
	}
	if sum == 0 {
		return surely(old)
	}
	return perhaps(once(sum), sign(sum), old)
}

func sign(n int) int8 {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

// past is +1 if enough voices say +1.
func past(r agents.Threshold, said []hearing, old int8, d int) int8 {
	yes := 0
	for _, h := range said {
		if h.claim[d] == 1 {
			yes++
		}
	}
	if yes >= r.Count && float64(yes) >= r.Share*float64(len(said))-1e-9 {
		return 1
	}
	return old
}

// taught returns the odds of a person's new beliefs after learning from one norm.
func taught(rule agents.Internalizer, norm, belief body, dimensions int) odds[body] {
	if r, ok := rule.(agents.Interact); ok {
		return interacted(r, norm, belief, dimensions)
	}
	return inEach(dimensions, func(d int) odds[int8] {
		n, b := norm[d], belief[d]
		if n == 0 || n == b {
			return surely(b)
		}
		switch r := rule.(type) {
		case agents.Absorb:
			return perhaps(r.Rate, n, b)
		case agents.Gradual:
			return perhaps(r.Rate, sign(int(b)+int(n)), b)
		case agents.Fill:
			if b != 0 {
				return surely(b)
			}
			return perhaps(r.Rate, n, b)
		}
		panic(fmt.Sprintf("%T", rule))
	})
}

// interacted takes over one feature, drawn from the features that differ. The probability is the
// share of features that do not differ.
func interacted(r agents.Interact, norm, belief body, dimensions int) odds[body] {
	features := dimensions / r.Size
	var taken []body
	for f := range features {
		b := belief
		copy(b[f*r.Size:(f+1)*r.Size], norm[f*r.Size:(f+1)*r.Size])
		if b != belief {
			taken = append(taken, b)
		}
	}
	if len(taken) == 0 {
		return surely(belief)
	}
	share := float64(features-len(taken)) / float64(features)
	all := odds[body]{{belief, 1 - share}}
	for _, b := range taken {
		all = append(all, odd[body]{b, share / float64(len(taken))})
	}
	return all
}

// tried returns the odds of what a person tries by himself; tries is false if he tries nothing.
func tried(rule agents.Experiencer, belief body, took bool, dimensions int) (trials odds[body],
	tries bool) {
	r := rule.(agents.Flip)
	if r.Idle && took {
		return nil, false
	}
	for d := range dimensions {
		for _, other := range []int8{-1, 1} {
			b := belief
			b[d] = other
			switch belief[d] {
			case 0:
				trials = append(trials, odd[body]{b, .5 / float64(dimensions)})
			case -other:
				trials = append(trials, odd[body]{b, 1 / float64(dimensions)})
			}
		}
	}
	return trials, true
}
