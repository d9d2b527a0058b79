package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// This is what the obvious engine does where people ask, create and try changes by themselves. It
// can run the rules askAny, Respondent, Fill, Shares and Flip.

// drawnActivity lets people of some scenarios ask, create, and try changes by themselves.
func drawnActivity(r *rand.Rand, s *sim.Scenario) {
	if r.IntN(2) == 0 {
		s.Experience = agents.Flip{Idle: r.IntN(2) == 0}
	}
	s.Ledger = r.IntN(2) == 0
	kind := r.IntN(4)
	if kind == 0 {
		return
	}
	for i := range s.Channels {
		if c := &s.Channels[i]; kind == 1 || r.IntN(2) == 0 {
			c.Ask = [...]agents.Asker{
				askAny{Share: rate(r)}, practice.Respondent{},
				practice.Respondent{By: practice.ByStanding},
			}[r.IntN(3)]
			c.Load = r.IntN(4)
			if r.IntN(2) == 0 {
				c.Reuse = agents.Fill{Rate: rate(r)}
			}
		}
	}
	shares := practice.Shares{Idle: r.IntN(4)}
	if kind == 1 {
		shares.Ask = r.IntN(6)
	}
	if s.Experience != nil {
		shares.Create = r.IntN(9)
	}
	if kind < 3 {
		s.Activity = shares
	}
}

// own is a stream whose chance is the replicate's, whatever the channel.
func (e *slow) own(purpose, name string, id int) *agents.Stream {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), purpose, name)
	return newStream(key, e.tick, id)
}

func known(body []int8) int64 {
	n := int64(0)
	for _, b := range body {
		n += int64(b * b)
	}
	return n
}

// act lets everybody choose what he does.
func (e *slow) act() {
	e.ledger = sim.Ledger{}
	people := len(e.beliefs)
	e.doing, e.met = make([]agents.Activity, people), make([]bool, people)
	e.took = make([]int, people)
	shares, ok := e.scenario.Activity.(practice.Shares)
	if !ok || shares == (practice.Shares{}) {
		return
	}
	for p := range e.doing {
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
func (e *slow) ask(standing [][]int) {
	e.asked = map[chair]int{}
	requests := map[[2]int][]chair{} // by channel and voice
	for p := range e.beliefs {
		seats := e.heeded(p)
		slices.SortFunc(seats, func(a, b chair) int {
			place := func(s chair) int {
				return slices.Index(e.model.Units(s.channel).Of(p), int32(s.unit))
			}
			return place(a) - place(b) // requests are listed in the order of seats
		})
		for _, s := range seats {
			chosen := e.scenario.Activity != nil
			if e.scenario.Channels[s.channel].Ask == nil || chosen && e.doing[p] != agents.Ask {
				continue
			}
			switch voice := e.whom(s, standing[s.channel]); {
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
		channel := e.scenario.Channels[to[0]]
		if channel.Load == 0 || len(seats) <= channel.Load {
			continue
		}
		chance := e.own("reply", channel.Name, to[1])
		for i := range channel.Load {
			j := i + chance.IntN(len(seats)-i)
			seats[i], seats[j] = seats[j], seats[i]
		}
		for _, s := range seats[channel.Load:] {
			e.asked[s] = noAnswer
		}
	}
}

// whom returns the voice who is asked in a seat, or -1.
func (e *slow) whom(s chair, standing []int) int {
	channel := e.scenario.Channels[s.channel]
	voices := e.model.Units(s.channel).Voices(s.unit)
	var others []int
	for _, p := range voices {
		if int(p) != s.person {
			others = append(others, int(p))
		}
	}
	chance := e.own("ask", channel.Name, s.person)
	(*kernel.Stream)(chance).Branch(s.part)
	switch r := channel.Ask.(type) {
	case askAny:
		if !chance.Coin(r.Share) {
			return -1
		}
		for i, n := chance.IntN(max(1, len(voices))), 0; n < len(voices); i, n = i+1, n+1 {
			if voice := int(voices[i%len(voices)]); voice != s.person {
				return voice
			}
		}
		return -1
	case practice.Respondent:
		if len(others) == 0 || known(e.beliefs[s.person]) == int64(e.model.Dimensions()) {
			return -1
		}
		if r.By == practice.ByDraw {
			return others[chance.IntN(len(others))]
		}
		best, equals := others[0], 1
		for _, p := range others[1:] {
			if standing[p] > standing[best] {
				best, equals = p, 1
			} else if standing[p] == standing[best] {
				if equals++; chance.IntN(equals) == 0 {
					best = p
				}
			}
		}
		return best
	}
	panic("another Asker")
}

// answer lets a person learn from what comes of asking in a seat.
func (e *slow) answer(s chair, voice int) {
	flow, channel := &e.flows[s.channel], e.scenario.Channels[s.channel]
	if voice == noRequest {
		return
	}
	flow.Asked++
	if voice == noAnswer {
		flow.Refused++
		return
	}
	flow.Answered++
	belief := e.beliefs[s.person]
	claim := slices.Clone(e.claims[s.channel][voice])
	rate, before := channel.Internalize.(agents.Absorb).Rate, known(belief)
	if fill, ok := channel.Reuse.(agents.Fill); ok {
		rate = fill.Rate
		for d, b := range belief {
			if b != 0 {
				claim[d] = 0
			}
		}
	}
	taken := adopt(e.learning(s), rate, claim, belief)
	flow.Reused += int64(taken)
	e.took[s.person] += taken
	e.ledger.Reused += known(belief) - before
}

// create lets those who create in one unit meet.
func (e *slow) create() {
	meetings := map[chair][]int{} // by channel and unit
	for p := range e.beliefs {
		if seats := e.heeded(p); e.doing[p] == agents.Create && len(seats) > 0 {
			at := chair{channel: seats[0].channel, unit: seats[0].unit}
			meetings[at] = append(meetings[at], p)
		}
	}
	for at, people := range meetings {
		if len(people) > 1 {
			e.meet(at.channel, at.unit, people)
		}
	}
}

func (e *slow) meet(c, unit int, people []int) {
	chance := e.own("create", e.scenario.Channels[c].Name, unit)
	var open []int
	for d := range e.model.Dimensions() {
		sum := 0
		for _, p := range people {
			e.met[p] = true
			sum += int(e.claims[c][p][d])
		}
		if sum == 0 {
			open = append(open, d)
		}
	}
	if len(open) == 0 {
		return
	}
	d := open[chance.IntN(len(open))]
	sign := int8(-1)
	if chance.Coins(.5, 1) != 0 {
		sign = 1
	}
	before, after, created, news := 0, 0, int64(0), false
	for _, p := range people {
		b := e.beliefs[p]
		old := b[d]
		before += e.score(b)
		b[d] = sign
		after += e.score(b)
		b[d] = old
		news = news || old != sign
		if old == 0 {
			created++
		}
	}
	if !news {
		return
	}
	if e.flows[c].Tried++; after <= before {
		return
	}
	e.flows[c].Kept++
	e.ledger.Created += created
	for _, p := range people {
		e.beliefs[p][d] = sign
	}
}

// experience lets people flip a belief, if it pays.
func (e *slow) experience() {
	r, ok := e.scenario.Experience.(agents.Flip)
	if !ok {
		return
	}
	for p, b := range e.beliefs {
		if e.met[p] || r.Idle && e.took[p] > 0 {
			continue
		}
		chance := e.own("experience", "", p)
		d := chance.IntN(len(b))
		old, before, has := b[d], e.score(b), known(b)
		if b[d] = -old; old == 0 {
			b[d] = 1 - 2*int8(chance.Coins(.5, 1))
		}
		if e.score(b) <= before {
			b[d] = old
		}
		e.ledger.Experienced += known(b) - has
	}
}

// compareLedger also tests that the change in what is known is the sum of its parts.
func (e *slow) compareLedger(t *testing.T) {
	t.Helper()
	want := e.ledger
	for _, b := range e.beliefs {
		want.Known += known(b)
	}
	if got := e.model.Ledger(); got != want {
		t.Fatalf("%v: ledger %+v, want %+v", e.model, got, want)
	}
}
