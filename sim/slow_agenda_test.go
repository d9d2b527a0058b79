package sim_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
)

// This is what units attend to in the obvious engine: the Agenda Attend, and the event Attention.

// issues are what is on the agenda of a unit.
type issues struct {
	begun bool
	truth []int8 // as the unit knows it
	since []int  // the tick, counted from 1, of a change that it has not noticed; 0: none
	on    []bool
	did   practice.Attended
}

func newIssues(dimensions int) issues {
	return issues{truth: make([]int8, dimensions), since: make([]int, dimensions),
		on: make([]bool, dimensions)}
}

// drawnAttention lets the units of one channel attend to something in a third of all scenarios.
func drawnAttention(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 21))
	if r.IntN(3) > 0 {
		return
	}
	c := &s.Channels[r.IntN(len(s.Channels))]
	if c.Structure == (network.Pairs{}) {
		return
	}
	block := 1
	if b, ok := s.Reality.(sim.Blocks); ok {
		block = b.Size
	}
	c.Agenda = practice.Attend{Open: block * r.IntN(s.Dimensions/block+1), Block: block,
		Talk: slope(r), Of: c.Agenda}
	s.Events = append(s.Events, agenda.Attention{Channel: c.Name, Look: r.IntN(s.Dimensions + 1),
		Miss: rate(r), Guided: r.IntN(2) == 0, By: agenda.Ranking(r.IntN(5)),
		Contest: rate(r) / 2, Work: r.IntN(3)})
}

// attendTo leaves the blocks that a unit talks of, of those within about.
func (e *slow) attendTo(c *slowChannel, u int, r practice.Attend, about []bool,
	chance *agents.Stream,
) {
	if r.Open == 0 {
		return
	}
	size := max(r.Block, 1)
	var ranked [3][]int // blocks
	for b := range len(about) / size {
		open, on := false, false
		for d := b * size; d < (b+1)*size; d++ {
			open = open || about[d]
			on = on || about[d] && c.issues[u].on[d]
		}
		rank := 1
		if r.Talk != 0 && open && on && chance.Coin(math.Abs(r.Talk)) {
			rank = 1 - int(sign(int(2*r.Talk/math.Abs(r.Talk))))
		}
		if open {
			ranked[rank] = append(ranked[rank], b)
		}
	}
	left, talked := r.Open/size, map[int]bool{}
	for _, blocks := range ranked {
		if left < len(blocks) {
			few, some := smallNumbers{draw: func(int) uint64 { return chance.Uint64() }}, []int{}
			for _, i := range floyd(len(blocks), left, few.below) {
				some = append(some, blocks[i])
			}
			blocks = some
		}
		for _, b := range blocks {
			talked[b] = true
		}
		left -= len(blocks)
	}
	for d := range about {
		about[d] = about[d] && talked[d/size]
	}
}

// attentive lets units attend.
func (e *slow) attentive() {
	for _, event := range e.scenario.Events {
		r, ok := event.(agenda.Attention)
		if !ok || r.Off() {
			continue
		}
		c, chance := e.channels[e.model.Channel(r.Channel)], e.chanceOf("attention")
		coin := inRow(func() uint64 { return chance.Coins(r.Contest, ^uint64(0)) })
		for u := range c.issues {
			c.issues[u].follow(list(e.world.Truth(), e.model.Dimensions()), e.tick)
			if e.tick > 0 {
				e.attendHere(c, r, u, chance, coin)
			}
		}
	}
}

// follow notes in which dimensions reality has changed. A change back is none.
func (x *issues) follow(truth []int8, tick int) {
	for d, b := range truth {
		switch {
		case !x.begun || b == x.truth[d]:
		case x.since[d] == 0:
			x.since[d] = tick + 1
		default:
			x.since[d] = 0
		}
	}
	x.begun, x.truth = true, truth
}

// inRow gives the coins of calls that throw 64 of them, one by one.
func inRow(call func() uint64) func() bool {
	heads, left := uint64(0), 0
	return func() bool {
		if left == 0 {
			heads, left = call(), 64
		}
		left--
		coin := heads&1 != 0
		heads >>= 1
		return coin
	}
}

// attendHere is one tick of a unit that attends.
func (e *slow) attendHere(c *slowChannel, r agenda.Attention, u int, chance *agents.Stream,
	coin func() bool,
) {
	x, norm := &c.issues[u], make([]int8, e.model.Dimensions())
	if c.norms == nil {
		r.Work = 0
	} else {
		norm = c.norms[u]
	}
	sight := sync.OnceValue(func() []bool { return e.sampled(chance) })
	weight := e.weights(c, r.By, u, norm, sight)
	for d := range x.on {
		x.on[d] = x.on[d] && (r.Work > 0 || !c.about[u][d])
	}
	e.contest(c, u, coin)
	everything := func(int) bool { return true }
	ranked := r.By != agenda.Drawn
	for _, d := range firstOf(r.Look, r.Guided && ranked, weight, chance, everything) {
		x.did.Looked++
		if x.since[d] == 0 {
			continue
		}
		if x.did.Seen++; !chance.Coin(r.Miss) {
			x.did.Found, x.did.Lag = x.did.Found+1, x.did.Lag+e.tick+1-x.since[d]+1
			x.since[d], x.on[d] = 0, true
		}
	}
	on := slices.Clone(x.on)
	for _, d := range firstOf(r.Work, ranked, weight, chance,
		func(d int) bool { return on[d] }) {
		was, before := norm[d], slices.Clone(norm)
		if norm[d] = -was; was == 0 {
			norm[d] = int8(2*chance.IntN(2) - 1)
		}
		if x.did.Tried++; e.isBetter(norm, before, sight) {
			x.did.Kept++
		} else {
			norm[d] = was
		}
		x.on[d] = false
	}
}

// isBetter reports whether a norm stands higher than before. Where reality is NK, it may do so in a
// sample alone.
func (e *slow) isBetter(norm, before []int8, sight func() []bool) bool {
	if _, tangled := e.scenario.Reality.(sim.NK); !tangled &&
		e.score(norm, nil) <= e.score(before, nil) {
		return false
	}
	return e.score(norm, sight()) > e.score(before, sight())
}

// weights are those of the dimensions, by a ranking.
func (e *slow) weights(c *slowChannel, by agenda.Ranking, u int, norm []int8,
	sight func() []bool,
) []int {
	all, sees := make([]int, len(norm)), []bool(nil)
	if by == agenda.Loss {
		sees = sight()
	}
	for d := range all {
		if by == agenda.Loss && (sees == nil || sees[d]) {
			all[d] = e.loss(norm, d)
		}
		if by == agenda.Loss || by == agenda.Drawn || !c.about[u][d] {
			continue
		}
		yes, no, opposed := 0, 0, 0
		for _, p := range c.speakers(u) {
			claim := c.claims[p][d]
			yes, no = yes+int(max(claim, 0)), no+int(max(-claim, 0))
			if claim != 0 && claim != norm[d] &&
				(by == agenda.Ballot || c.leads(-1, int(p), u)) {
				opposed++
			}
		}
		if all[d] = opposed; by == agenda.Disagreement {
			all[d] = min(yes, no)
		}
	}
	return all
}

// loss is what reality pays for the truth in a dimension, or its block, and not for the norm.
func (e *slow) loss(norm []int8, d int) int {
	one, size := make([]bool, len(norm)), 1
	if b, ok := e.scenario.Reality.(sim.Blocks); ok {
		size = b.Size
	}
	for i := d - d%size; i < d-d%size+size; i++ {
		one[i] = true
	}
	return e.score(list(e.world.Truth(), len(norm)), one) - e.score(norm, one)
}

// contest raises what is contested and not on the agenda.
func (e *slow) contest(c *slowChannel, u int, coin func() bool) {
	on := c.issues[u].on
	for d := range on {
		yes, no := false, false
		for _, p := range c.speakers(u) {
			yes, no = yes || c.claims[p][d] > 0, no || c.claims[p][d] < 0
		}
		if yes && no && c.about[u][d] && !on[d] {
			on[d] = coin()
		}
	}
}

// firstOf returns the first of some dimensions, at most a number: of those of the most weight or,
// if they are not ranked, as they are drawn.
func firstOf(most int, ranked bool, weight []int, chance *agents.Stream, in func(int) bool) []int {
	var all []int
	for d := range weight {
		if in(d) {
			all = append(all, d)
		}
	}
	most = min(most, len(all))
	draws := most
	if ranked {
		draws = len(all)
	}
	for i := range draws {
		if most == 0 {
			break
		}
		j := i + chance.IntN(len(all)-i)
		all[i], all[j] = all[j], all[i]
	}
	if ranked {
		slices.SortStableFunc(all, func(a, b int) int { return weight[b] - weight[a] })
	}
	return all[:most]
}

// compareIssues compares what is on the agenda with what the model remembers.
func (c *slowChannel) compareIssues(t *testing.T, e *slow, u int, words []uint64) {
	t.Helper()
	got, ok := practice.IssuesIn(c.Agenda, words, e.model.Dimensions())
	if !ok {
		return
	}
	want := c.issues[u]
	for d, on := range want.on {
		if got.On()[d>>6]>>(d&63)&1 != 0 != on || got.Changed(d) != want.since[d]-1 {
			t.Fatalf("%v: unit %d of %s, dimension %d: changed %d and on the agenda %x, want %d "+
				"and %v", e.model, u, c.Name, d, got.Changed(d), got.On(), want.since[d]-1, on)
		}
	}
	if got.Attended() != want.did {
		t.Fatalf("%v: unit %d of %s did %+v, want %+v", e.model, u, c.Name, got.Attended(),
			want.did)
	}
}

// noteIssues adds what was done about issues.
func (c *slowChannel) noteIssues(did map[string]int64) {
	for _, x := range c.issues {
		did["changes found"] += int64(x.did.Found)
		did["changes missed"] += int64(x.did.Seen - x.did.Found)
		did["solutions kept"] += int64(x.did.Kept)
		did["solutions dropped"] += int64(x.did.Tried - x.did.Kept)
	}
}
