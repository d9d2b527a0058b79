package sim_test

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
)

// This is how people choose what they do, ask and answer in the obvious engine. It can run the
// rules Shares, askAny, Respondent, masters (Apprenticeship.Asker), Led and Askers.

// masters is the Asker of an Apprenticeship.
type masters struct{ of practice.Apprenticeship }

func (r masters) Ask(p *person, u *unit, said *voices) int { return r.of.Asker().Ask(p, u, said) }

func known(body []int8) int64 {
	n := int64(0)
	for _, b := range body {
		n += int64(b * b)
	}
	return n
}

// act lets everybody choose what he does.
func (e *slow) act() {
	people := len(e.beliefs)
	e.doing, e.met = make([]agents.Activity, people), make([]bool, people)
	e.took = make([]int, people)
	shares, ok := e.scenario.Activity.(practice.Shares)
	if !ok || shares == (practice.Shares{}) {
		return
	}
	for p := range e.doing {
		if e.vacant[p] {
			e.doing[p] = agents.Idle
			continue
		}
		n := e.own("activity", "", p).IntN(16)
		all := slices.Concat(slices.Repeat([]agents.Activity{agents.Ask}, shares.Ask),
			slices.Repeat([]agents.Activity{agents.Create}, shares.Create),
			slices.Repeat([]agents.Activity{agents.Idle}, shares.Idle),
			make([]agents.Activity, 16))
		e.doing[p] = all[n]
	}
}

// What comes of asking in a seat, if it is not the voice who answers.
const (
	noRequest = -3
	noAnswer  = -2
)

// ask lets everybody ask, and then each voice choose whom he answers.
func (e *slow) ask() {
	e.asked, e.refused = map[chair]int{}, map[chair]int{}
	requests := map[[2]int][]chair{} // by channel and voice
	for p := range e.beliefs {
		seats := e.heeded(p)
		slices.SortFunc(seats, func(a, b chair) int { return a.unit - b.unit })
		for _, s := range seats {
			if s.channel >= len(e.channels) {
				continue // nobody asks for opinions
			}
			chosen, c := e.scenario.Activity != nil, e.channels[s.channel]
			if c.Ask == nil || chosen && e.doing[p] != agents.Ask {
				continue
			}
			chance := e.own("ask", c.Name, s.person)
			(*kernel.Stream)(chance).Branch(s.part)
			switch voice := e.whom(s, c.Ask, chance); {
			case voice >= 0:
				e.asked[s] = voice
				to := [2]int{s.channel, voice}
				requests[to] = append(requests[to], s)
			case chosen:
				e.asked[s] = noRequest
			}
		}
	}
	for to, seats := range requests {
		e.reply(e.channels[to[0]], to[1], seats)
	}
}

// reply lets a voice choose whom he answers. The requests are in the order of people, and then of
// their seats.
func (e *slow) reply(c *slowChannel, voice int, seats []chair) {
	if c.Load == 0 || len(seats) <= c.Load {
		return
	}
	chance := e.own("reply", c.Name, voice)
	for i := range c.Load {
		j := i + chance.IntN(len(seats)-i)
		seats[i], seats[j] = seats[j], seats[i]
	}
	for _, s := range seats[c.Load:] {
		e.asked[s], e.refused[s] = noAnswer, voice
	}
}

// whom returns the voice who is asked in a seat, or -1.
func (e *slow) whom(s chair, rule agents.Asker, chance *agents.Stream) int {
	c := e.channels[s.channel]
	voices := e.voices(c, s.unit)
	others := slices.DeleteFunc(slices.Clone(voices), func(v int) bool { return v == s.person })
	switch r := rule.(type) {
	case askAny:
		if !chance.Coin(r.Share) {
			return -1
		}
		for i, n := chance.IntN(max(1, len(voices))), 0; n < len(voices); i, n = i+1, n+1 {
			if voice := voices[i%len(voices)]; voice != s.person {
				return voice
			}
		}
		return -1
	case practice.Respondent:
		if e.unknown(c, s) == 0 || len(others) == 0 {
			return -1
		}
		switch r.By {
		case practice.ByDirectory:
			return e.namedIn(c, s, voices, chance)
		case practice.ByDraw:
			return others[chance.IntN(len(others))]
		}
		return drawBest(chance, others, func(v int) int {
			switch r.By {
			case practice.MostTrusted:
				return c.trustIn(spot{v, s.unit})[0]
			case practice.MostHelpful:
				return c.trustIn(spot{v, s.unit})[1]
			}
			return e.merit(c, s.unit, v)
		})
	case masters:
		return e.master(s, r.of, others, chance)
	case practice.Led:
		return e.leader(s, r, voices, chance)
	case practice.Askers:
		if voice := e.whom(s, r.First, chance); voice >= 0 {
			return voice
		}
		return e.whom(s, r.Then, chance)
	}
	panic("another Asker")
}

// unknown counts what a person does not know of what a unit is about.
func (e *slow) unknown(c *slowChannel, s chair) (n int) {
	for d, b := range e.beliefs[s.person] {
		if b == 0 && (c.about[s.unit] == nil || c.about[s.unit][d]) {
			n++
		}
	}
	return n
}

// drawBest draws one of those who have most of something, as they come.
func drawBest(chance *agents.Stream, of []int, much func(int) int) int {
	best, alike := -1, 0
	for _, v := range of {
		switch {
		case best < 0 || much(v) > much(best):
			best, alike = v, 1
		case much(v) == much(best):
			if alike++; chance.IntN(alike) == 0 {
				best = v
			}
		}
	}
	return best
}

// master returns the master of an apprentice.
func (e *slow) master(s chair, r practice.Apprenticeship, others []int, chance *agents.Stream) int {
	c := e.channels[s.channel]
	full := func(p int) bool {
		return p < len(e.beliefs) && (e.joined[p] == 0 || e.tick-e.joined[p] >= r.Wait)
	}
	if full(s.person) {
		return -1
	}
	may := slices.DeleteFunc(others, func(v int) bool { return !full(v) })
	return drawBest(chance, may, func(v int) int {
		switch r.Master {
		case practice.LongestTenure:
			return e.tick - e.joined[v]
		case practice.BestStanding:
			return e.merit(c, s.unit, v)
		}
		return 0
	})
}

// leader returns the leader whom a person heeds.
func (e *slow) leader(s chair, r practice.Led, voices []int, chance *agents.Stream) int {
	c := e.channels[s.channel]
	leads := func(v int) bool {
		voices, ranks := c.units.Voices(s.unit), c.units.Ranks(s.unit)
		if v >= len(e.beliefs) {
			voices, ranks = c.units.Heard(s.unit), c.units.HeardRanks(s.unit)
			v -= len(e.beliefs)
		}
		k := slices.Index(voices, int32(v))
		return k >= 0 && ranks != nil && ranks[k] == network.Leader
	}
	if r.Share == 0 || leads(s.person) {
		return -1
	}
	may := slices.DeleteFunc(slices.Clone(voices), func(v int) bool { return !leads(v) })
	leader := drawBest(chance, may, func(int) int { return 0 })
	if leader < 0 {
		return -1
	}
	trust := c.trustIn(spot{leader, s.unit})[0]
	if chance.IntN(16*wholeVote) >= r.Share*parts(1+r.Trust*float64(trust-8)/8) {
		return -1
	}
	return leader
}

// answer lets a person learn from what comes of asking in a seat.
func (e *slow) answer(s chair, voice int) {
	c := e.channels[s.channel]
	if voice == noRequest {
		return
	}
	c.flow.Asked++
	if voice == noAnswer {
		c.flow.Refused++
		return
	}
	c.flow.Answered++
	rule := c.Reuse
	if rule == nil {
		rule = c.Internalize
	}
	before := known(e.beliefs[s.person])
	c.flow.Reused += int64(e.internalize(s, rule, c.claims[voice]))
	e.ledger.Reused += known(e.beliefs[s.person]) - before
}
