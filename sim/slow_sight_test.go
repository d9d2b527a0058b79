package sim_test

import (
	"math/bits"
	"math/rand/v2"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// This is how little units see and hear in the obvious engine: the part of merit on which others
// judge (Seen), and the voices that a unit counts (Heed).

// drawnSight lets others see a part of merit in half of all scenarios, and units count some of
// their voices in a third of all channels.
func drawnSight(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 24))
	if r.IntN(2) == 0 {
		s.Reality = partly(r, *s)
	}
	for i := range s.Channels {
		if c := &s.Channels[i]; r.IntN(3) == 0 && !hasFloor(c) {
			c.Heed = 1 + r.IntN(5)
		}
	}
}

// hasFloor reports whether some people of a channel have the floor, which allows no Heed.
func hasFloor(c *sim.Channel) bool {
	_, ok := practice.FloorIn(c.Participate)
	return ok
}

// partly returns the reality of a scenario, of which others see a part. Half of the time it is a
// small one.
func partly(r *rand.Rand, s sim.Scenario) sim.Reality {
	size := 1
	if b, ok := s.Reality.(sim.Blocks); ok {
		size = b.Size
	}
	most := s.Dimensions / size
	if r.IntN(2) == 0 {
		most = min(most, 3)
	}
	seen := size * (1 + r.IntN(most))
	switch reality := s.Reality.(type) {
	case sim.NK:
		reality.Seen = seen
		return reality
	case sim.Blocks:
		reality.Seen = seen
		return reality
	}
	return sim.Additive{Seen: seen}
}

// seenOf is the number of dimensions on which others judge (0: all), and that of a block.
func (e *slow) seenOf() (seen, size int) {
	switch r := e.scenario.Reality.(type) {
	case sim.Additive:
		return r.Seen, 1
	case sim.Blocks:
		return r.Seen, r.Size
	case sim.NK:
		return r.Seen, 1
	}
	return 0, 1
}

// sight returns what lookFor returns. It looks once a tick.
func (e *slow) sight(c *slowChannel, unit int) []bool {
	sees, looked := c.sights[unit]
	if !looked {
		sees = e.lookFor(c, unit)
		c.sights[unit] = sees
	}
	return sees
}

// lookFor returns the dimensions on which a unit judges merit in this tick, within what it is about
// (nil: all). They are whole blocks.
func (e *slow) lookFor(c *slowChannel, unit int) []bool {
	about := c.about[unit]
	seen, size := e.seenOf()
	if seen == 0 {
		return about
	}
	var open []int // blocks
	for b := range e.model.Dimensions() / size {
		if about == nil || !slices.Contains(about[b*size:(b+1)*size], false) {
			open = append(open, b)
		}
	}
	if seen/size >= len(open) {
		return about
	}
	sees := make([]bool, e.model.Dimensions())
	for _, i := range e.sampleOf(c, unit, len(open), seen/size, size) {
		for d := open[i] * size; d < (open[i]+1)*size; d++ {
			sees[d] = true
		}
	}
	return sees
}

// sampleOf draws some of a number of blocks, for a unit. Where there are few samples of all blocks,
// one random number draws from their list. Otherwise small numbers draw the blocks.
func (e *slow) sampleOf(c *slowChannel, unit, blocks, want, size int) []int {
	if _, rugged := e.scenario.Reality.(sim.NK); rugged {
		if c.Agenda == nil {
			return floyd(blocks, want, e.own("sight", c.Name, unit).IntN)
		}
	} else if blocks*size == e.model.Dimensions() && (blocks-1)*size < 64 {
		if n := choose(blocks, want); n <= 4096 {
			at, _ := bits.Mul64(e.sightWord(c, unit, 0), uint64(n))
			return subsets(blocks, want)[at]
		}
	}
	few := smallNumbers{draw: func(word int) uint64 { return e.sightWord(c, unit, word) }}
	return floyd(blocks, want, few.below)
}

// sightWord is a random word of what a unit sees in this tick.
func (e *slow) sightWord(c *slowChannel, unit, word int) uint64 {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), "sight", c.Name)
	return key.Word(e.tick, e.id(unit), word)
}

// floyd draws k of n numbers: Floyd's algorithm (Bentley and Floyd 1987, Communications of the ACM
// 30:754-757).
func floyd(n, k int, below func(int) int) (set []int) {
	for top := n - k; top < n; top++ {
		at := below(top + 1)
		if slices.Contains(set, at) {
			at = top
		}
		set = append(set, at)
	}
	return set
}

// choose is the number of sets of k of n things, or any number above 4096 if it is above.
func choose(n, k int) int {
	count := 1
	for i := range k {
		if count = count * (n - i) / (i + 1); count > 4096 {
			return count
		}
	}
	return count
}

// subsets lists all sets of k of n numbers: first those without the last number.
func subsets(n, k int) (all [][]int) {
	switch {
	case k == 0:
		return [][]int{nil}
	case k > n:
		return nil
	}
	all = subsets(n-1, k)
	for _, set := range subsets(n-1, k-1) {
		all = append(all, append(slices.Clone(set), n-1))
	}
	return all
}

// smallNumbers draws small numbers from few random words. A word serves as long as the product of
// the ranges is at most 2^24.
type smallNumbers struct {
	draw       func(word int) uint64
	word, room uint64
	words      int
}

func (s *smallNumbers) below(n int) int {
	values := uint64(n)
	if s.room *= values; s.room == 0 || s.room > 1<<24 {
		s.word, s.room = s.draw(s.words), values
		s.words++
	}
	at, rest := bits.Mul64(s.word, values)
	s.word = rest
	return int(at)
}

// heard are those of some voices that a unit counts in this tick.
func (e *slow) heard(c *slowChannel, unit int, voices []int) []int {
	if c.Heed == 0 || len(voices) <= c.Heed {
		return voices
	}
	var heard []int
	for _, k := range slices.Sorted(slices.Values(
		floyd(len(voices), c.Heed, e.own("heed", c.Name, unit).IntN))) {
		heard = append(heard, voices[k])
	}
	return heard
}

// sampled is a sample for all dimensions at once, drawn with the chance of an event (nil: all).
func (e *slow) sampled(chance *agents.Stream) []bool {
	seen, size := e.seenOf()
	if seen == 0 {
		return nil
	}
	sees := make([]bool, e.model.Dimensions())
	for _, b := range floyd(len(sees)/size, seen/size, chance.IntN) {
		for d := b * size; d < (b+1)*size; d++ {
			sees[d] = true
		}
	}
	return sees
}

// noteSight adds what was not seen, and who was not heard, in a tick.
func (c *slowChannel) noteSight(e *slow, did map[string]int64) {
	for u := range c.units.Len() {
		if sees := e.sight(c, u); sees != nil && c.about[u] == nil {
			did["seen in part"]++
		} else if sees != nil && !slices.Equal(sees, c.about[u]) {
			did["seen in part of what it is about"]++
		}
		if n := len(e.present(c, u)); c.Heed > 0 && n > c.Heed {
			did["not heeded"] += int64(n - c.Heed)
		}
	}
}
