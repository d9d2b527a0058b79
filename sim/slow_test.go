package sim_test

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// slow is the obvious engine: it runs a tick one person, one unit and one dimension at a time, over
// -1, 0 and +1. It draws the same chance as the model, as a function of seed, replicate, purpose,
// channel, tick and person or unit. It can run the rules Say, Superior, Majority and Absorb, and
// those of slow_ask_test.go, and Levels and Visibility of units in units. It takes units, world and
// first beliefs from the model.
type slow struct {
	model    *sim.Model
	scenario sim.Scenario
	tick     int
	beliefs  [][]int8
	claims   [][][]int8 // by channel and person
	norms    [][][]int8 // by channel and unit
	stood    [][][]int8 // the same when the tick began
	relayed  [][][]int8 // what of that others hear
	flows    []sim.Flow
	doing    []agents.Activity // of each person
	asked    map[chair]int     // what comes of asking in a seat
	met      []bool            // of each person: in a meeting
	took     []int             // of each person: dimensions taken over in this tick
	ledger   sim.Ledger
}

func newSlow(m *sim.Model) *slow {
	e := &slow{model: m, scenario: m.Scenario()}
	for p := range m.People() {
		e.beliefs = append(e.beliefs, list(m.Beliefs(p), m.Dimensions()))
	}
	for c := range m.Channels() {
		e.claims = append(e.claims, make([][]int8, m.People()))
		var norms [][]int8
		for range m.Norms(c) {
			norms = append(norms, make([]int8, m.Dimensions()))
		}
		e.norms = append(e.norms, norms)
	}
	return e
}

func list(k agents.Knowledge, dimensions int) []int8 {
	l := make([]int8, dimensions)
	for d := range l {
		l[d] = int8(k.Get(d))
	}
	return l
}

func (e *slow) stream(purpose, name string, id int) *agents.Stream {
	replicate := e.model.Replicate()
	if name == "" || !sim.Apart(e.model, name) {
		return newStream(kernel.NewKey(e.model.Seed(), replicate, purpose, name), e.tick, id)
	}
	s := newStream(kernel.NewKey(e.model.Seed(), replicate/64, purpose, name), e.tick, id)
	(*kernel.Stream)(s).Apart(int(replicate % 64))
	return s
}

// score returns what the world pays for a body: by the definition of additive and block scores,
// else by the landscape.
func (e *slow) score(body []int8) int {
	size := 0
	switch r := e.scenario.Reality.(type) {
	case sim.Blocks:
		size = r.Size
	case sim.NK:
		k := make(agents.Knowledge, agents.Width(len(body)))
		for d, b := range body {
			k.Set(d, agents.Belief(b))
		}
		return int(e.model.Landscape().Score(k))
	}
	return obviousScore(body, list(e.model.Landscape().Truth(), len(body)), size)
}

// obviousScore returns the score for blocks of a size or, if the size is 0, matches minus
// mismatches.
func obviousScore(body, truth []int8, size int) int {
	score := 0
	if size == 0 {
		for d, b := range body {
			score += int(b) * int(truth[d])
		}
		return score
	}
	for first := 0; first < len(body); first += size {
		whole := true
		for d := first; d < first+size; d++ {
			whole = whole && body[d] == truth[d]
		}
		if whole {
			score += size
		}
	}
	return score
}

// coins tosses the coins of the open dimensions.
func coins(s *agents.Stream, rate float64, open []bool) []bool {
	lanes := make([]uint64, agents.Width(len(open)))
	for d := range open {
		if open[d] {
			lanes[d>>6] |= 1 << (d & 63)
		}
	}
	s.Flip(rate, lanes)
	heads := make([]bool, len(open))
	for d := range heads {
		heads[d] = lanes[d>>6]>>(d&63)&1 != 0
	}
	return heads
}

// adopt sets body to the given values, by coins, where these are not 0 and differ. It returns how
// many dimensions changed.
func adopt(s *agents.Stream, rate float64, from, body []int8) int {
	open := make([]bool, len(body))
	for d := range body {
		open[d] = from[d] != 0 && from[d] != body[d]
	}
	n := 0
	for d, heads := range coins(s, rate, open) {
		if heads {
			body[d] = from[d]
			n++
		}
	}
	return n
}

func (e *slow) step() {
	channels := e.scenario.Channels
	e.flows = make([]sim.Flow, len(channels))
	believed := make([]int, len(e.beliefs))
	for p, b := range e.beliefs {
		believed[p] = e.score(b)
	}
	standing := make([][]int, len(channels))
	for c := range channels {
		standing[c] = believed
		e.speak(c)
		if channels[c].ByClaims {
			standing[c] = make([]int, len(e.beliefs))
			for p, claim := range e.claims[c] {
				standing[c][p] = e.score(claim)
			}
		}
	}
	e.relay()
	e.act()
	e.ask(standing)
	e.learn(standing, true)
	for c := range channels {
		if (e.tick+1)%channels[c].Every != 0 {
			continue
		}
		for u, norm := range e.norms[c] {
			old := append([]int8(nil), norm...)
			e.decide(c, u, e.score(norm), standing[c], norm)
			for d := range norm {
				if norm[d] != old[d] {
					e.flows[c].Objectified++
				}
				if norm[d] == 0 && old[d] != 0 {
					e.flows[c].Dissolved++
				}
			}
		}
	}
	e.learn(standing, false)
	e.create()
	e.experience()
	e.tick++
}

func (e *slow) speak(c int) {
	channel := e.scenario.Channels[c]
	for p, belief := range e.beliefs {
		open := make([]bool, len(belief))
		for d, b := range belief {
			open[d] = b != 0
		}
		claim := make([]int8, len(belief))
		chance := e.stream("externalize", channel.Name, p)
		for d, said := range coins(chance, channel.Externalize.(agents.Say).Rate, open) {
			if said {
				claim[d] = belief[d]
				e.flows[c].Said++
			}
		}
		e.claims[c][p] = claim
	}
}

// relay lets every unit say what is visible of its norm.
func (e *slow) relay() {
	e.stood, e.relayed = nil, nil
	for c, channel := range e.scenario.Channels {
		var stood, relayed [][]int8
		for u, norm := range e.norms[c] {
			stood = append(stood, slices.Clone(norm))
			relayed = append(relayed, e.visible(c, u, channel))
		}
		e.stood, e.relayed = append(e.stood, stood), append(e.relayed, relayed)
	}
}

// visible returns what is visible of the norm of a unit. The coins of 64 dimensions are tossed
// together.
func (e *slow) visible(c, unit int, channel sim.Channel) []int8 {
	norm, hidden := slices.Clone(e.norms[c][unit]), 0.
	if r, ok := channel.Relay.(practice.Visibility); ok {
		units := e.model.Units(c)
		switch {
		case units.Parents()[unit] >= 0:
			hidden = r.HideUp
		case units.Levels()[unit] > 0:
			hidden = r.HideDown
		}
	}
	if hidden == 0 {
		return norm
	}
	s := newStream(kernel.NewKey(e.model.Seed(), e.model.Replicate(), "relay", channel.Name),
		e.tick, unit)
	for first := 0; first < len(norm); first += 64 {
		known := uint64(0)
		for d := first; d < min(first+64, len(norm)); d++ {
			known |= uint64(norm[d]*norm[d]) << (d - first)
		}
		for hides := s.Coins(hidden, known); hides != 0; hides &= hides - 1 {
			norm[first+bits.TrailingZeros64(hides)] = 0
		}
	}
	return norm
}

// sleeps reports whether it is not the turn of a unit's level, and returns the rule of the unit.
func (e *slow) sleeps(c, unit int) (rule agents.Objectifier, sleeps bool) {
	r, ok := e.scenario.Channels[c].Objectify.(practice.Levels)
	if !ok {
		return e.scenario.Channels[c].Objectify, false
	}
	period := 1
	for range e.model.Units(c).Levels()[unit] {
		period *= max(r.Every, 1)
	}
	return r.Of, (e.tick+1)%period != 0
}

// decide lets a unit whose standing is given make a norm.
func (e *slow) decide(c, unit, own int, standing []int, norm []int8) {
	channel := e.scenario.Channels[c]
	rule, sleeps := e.sleeps(c, unit)
	if sleeps {
		return
	}
	type voice struct {
		claim    []int8
		standing int
	}
	var voices []voice
	for _, p := range e.model.Units(c).Voices(unit) {
		voices = append(voices, voice{e.claims[c][p], standing[p]})
	}
	for _, other := range e.model.Units(c).Heard(unit) {
		voices = append(voices, voice{e.relayed[c][other], e.score(e.stood[c][other])})
	}
	vote := make([]int8, len(norm))
	rate := 0.
	for d := range vote {
		sum := 0
		for _, v := range voices {
			switch r := rule.(type) {
			case agents.Superior:
				rate = r.Rate
				if v.standing > own {
					sum += int(v.claim[d])
				}
			case agents.Majority:
				rate = r.Rate
				sum += int(v.claim[d])
			}
		}
		vote[d] = int8(min(max(sum, -1), 1))
	}
	adopt(e.stream("objectify", channel.Name, unit), rate, vote, norm)
}

// chair is a seat of a person. part counts the seats in its channel that he heeds before it.
type chair struct{ person, channel, unit, part int }

// heeded returns the seats that a person heeds, in the order drawn for him.
func (e *slow) heeded(p int) []chair {
	var seats []chair
	for c := range e.scenario.Channels {
		for _, unit := range e.model.Units(c).Of(p) {
			seats = append(seats, chair{p, c, int(unit), 0})
		}
	}
	heeded := len(seats)
	if a := e.scenario.Attention; a > 0 {
		heeded = min(heeded, a)
	}
	e.shuffle(p, len(seats), heeded, func(i, j int) { seats[i], seats[j] = seats[j], seats[i] })
	parts := make([]int, len(e.scenario.Channels))
	for i, s := range seats {
		seats[i].part = parts[s.channel]
		parts[s.channel]++
	}
	return seats[:heeded]
}

// learn lets everybody learn from the seats that he heeds, in the order drawn for him.
func (e *slow) learn(standing [][]int, early bool) {
	for p := range e.beliefs {
		if e.doing[p] == agents.Create || e.doing[p] == agents.Idle {
			continue
		}
		for _, s := range e.heeded(p) {
			if e.scenario.Channels[s.channel].Simultaneous != early {
				continue
			}
			if voice, ok := e.asked[s]; ok {
				e.answer(s, voice)
			} else {
				e.gather(s, standing)
			}
		}
	}
}

func (e *slow) gather(s chair, standing [][]int) {
	channel, belief := e.scenario.Channels[s.channel], e.beliefs[s.person]
	norm := make([]int8, len(belief))
	if e.norms[s.channel] != nil {
		norm = e.norms[s.channel][s.unit]
	} else if (e.tick+1)%channel.Every == 0 {
		e.decide(s.channel, s.person, standing[s.channel][s.person], standing[s.channel], norm)
		for _, b := range norm {
			e.flows[s.channel].Objectified += int64(b * b)
		}
	}
	before := known(belief)
	taken := adopt(e.learning(s), channel.Internalize.(agents.Absorb).Rate, norm, belief)
	e.flows[s.channel].Taken += int64(taken)
	e.took[s.person] += taken
	e.ledger.Gathered += known(belief) - before
}

// learning is the chance of learning in a seat.
func (e *slow) learning(s chair) *agents.Stream {
	chance := e.stream("internalize", e.scenario.Channels[s.channel].Name, s.person)
	(*kernel.Stream)(chance).Branch(s.part)
	return chance
}

// shuffle draws the first k of n items, in their order, for a person. Several small numbers come
// from one random word. Another word is drawn if the product of their ranges would be above 2^24.
func (e *slow) shuffle(p, n, k int, swap func(i, j int)) {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), "attention", "")
	shuffleWith(func(word int) uint64 { return key.Word(e.tick, p, word) }, n, k, swap)
}

func shuffleWith(draw func(word int) uint64, n, k int, swap func(i, j int)) {
	word, room, words := uint64(0), uint64(1<<24), 0
	for i := range min(k, n-1) {
		values := uint64(n - i)
		if room *= values; room > 1<<24 {
			word, room = draw(words), values
			words++
		}
		at, rest := bits.Mul64(word, values)
		word = rest
		swap(i, i+int(at))
	}
}
