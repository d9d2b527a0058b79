package agenda

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// Happen implements sim.Event.
func (e Attention) Happen(m *sim.Model, s *agents.Stream) {
	if e.Off() {
		return
	}
	remembered, err := m.Remembered(e.Channel)
	if err != nil {
		panic(err)
	}
	x := unit{
		Attention: e, model: m, channel: m.Channel(e.Channel), chance: s,
		weights: make([]int32, m.Dimensions()),
		norm:    make(agents.Knowledge, agents.Width(m.Dimensions())),
		all:     make([]int32, m.Dimensions()),
		units:   m.Units(m.Channel(e.Channel)), said: m.Said(m.Channel(e.Channel)),
	}
	for d := range x.all {
		x.all[d] = int32(d)
	}
	x.circles = m.Norms(x.channel) == 0
	if x.circles {
		x.Work = 0
	}
	rule := m.Scenario().Channels[x.channel].Agenda
	for u := range x.units.Len() {
		x.number = u
		if !x.circles {
			x.norm = m.Norm(x.channel, u)
		}
		x.issues, _ = practice.IssuesIn(rule, remembered.Agenda(u), m.Dimensions())
		x.issues.Follow(m.Landscape().Truth(), m.Tick())
		if m.Tick() > 0 {
			x.attend()
		}
	}
}

// unit is a unit that attends.
type unit struct {
	Attention
	model   *sim.Model
	channel int
	chance  *agents.Stream
	number  int
	circles bool
	norm    agents.Knowledge // empty for circles
	issues  practice.Issues
	about   []uint64 // what it was about in the cycle just ended
	units   *network.Units
	said    []agents.Word // by all people
	voices  []voice       // who is heard there
	weights []int32       // of each dimension, by the ranking
	all     []int32       // dimensions
	order   []int32       // scratch
}

// voice is what one person said, and whether he leads the unit.
type voice struct {
	claim agents.Knowledge
	leads bool
}

// attend is one tick of a unit.
func (x *unit) attend() {
	x.listen()
	x.weigh()
	x.drop()
	x.look()
	x.contest()
	x.work()
}

// listen gathers what was said in the unit, for rankings that need to know who said it.
func (x *unit) listen() {
	x.about, x.voices = x.model.About(x.channel, x.number), x.voices[:0]
	if x.By == Drawn || x.By == Loss {
		return
	}
	ranks, width := x.units.Ranks(x.number), len(x.norm)
	vacant := x.model.Present() < x.model.People()
	for k, p := range x.units.Voices(x.number) {
		if vacant && x.model.Vacant(int(p)) {
			continue
		}
		x.voices = append(x.voices, voice{
			x.said[int(p)*width : (int(p)+1)*width], ranks != nil && ranks[k] == network.Leader,
		})
	}
}

// drop takes issues off that the unit has talked of, if it does not work on issues.
func (x *unit) drop() {
	for i, on := range x.issues.On() {
		if x.Work == 0 {
			x.issues.On()[i] = on &^ x.about[i]
		}
	}
}

// look looks at dimensions, and puts those on the agenda in which it notices a change.
func (x *unit) look() {
	done := practice.Attended{Looked: x.Look}
	for _, at := range x.first(x.Look, x.Guided, nil) {
		d := int(at)
		since := x.issues.Changed(d)
		if since < 0 {
			continue
		}
		done.Seen++
		if x.chance.Coin(x.Miss) {
			continue
		}
		done.Found++
		done.Lag += x.model.Tick() - since + 1
		x.issues.Notice(d)
		x.issues.On()[d/64] |= 1 << uint(d%64)
	}
	x.issues.Attend(done)
}

// contest puts dimensions on the agenda of which people said opposite things.
func (x *unit) contest() {
	on := x.issues.On()
	for i := range on {
		contested := uint64(0)
		if x.Contest > 0 {
			contested = x.contested(i) & x.about[i]
		}
		on[i] |= x.chance.Coins(x.Contest, contested)
	}
}

// contested returns the lanes of word i in which people said opposite things.
func (x *unit) contested(i int) uint64 {
	yes, no, width := uint64(0), uint64(0), len(x.norm)
	vacant := x.model.Present() < x.model.People()
	for _, p := range x.units.Voices(x.number) {
		if !vacant || !x.model.Vacant(int(p)) {
			claim := x.said[int(p)*width+i]
			yes, no = yes|claim.Yes, no|claim.No
		}
	}
	return yes & no
}

// work tries a solution in each of the first issues.
func (x *unit) work() {
	world, done := x.model.Landscape(), practice.Attended{}
	for _, at := range x.first(x.Work, true, x.issues.On()) {
		d := int(at)
		was, before := x.norm.Get(d), world.Score(x.norm)
		x.norm.Set(d, -was)
		if was == 0 {
			x.norm.Set(d, agents.Belief(2*x.chance.IntN(2)-1))
		}
		if done.Tried++; world.Score(x.norm) > before {
			done.Kept++
		} else {
			x.norm.Set(d, was)
		}
		x.issues.On()[d/64] &^= 1 << uint(d%64)
	}
	x.issues.Attend(done)
}

// first returns the first dimensions of a mask (nil: all), at most a number: by the ranking, or in
// an order that is drawn. They are valid until the next call.
func (x *unit) first(most int, ranked bool, of []uint64) []int32 {
	if x.order = x.order[:0]; most == 0 {
		return nil
	}
	if of == nil {
		x.order = append(x.order, x.all...)
	}
	for i, w := range of {
		for ; w != 0; w &= w - 1 {
			x.order = append(x.order, int32(i*64+bits.TrailingZeros64(w)))
		}
	}
	most = min(most, len(x.order))
	ranked = ranked && x.By != Drawn
	for i := range x.order {
		if i == most && !ranked {
			break
		}
		j := i + x.chance.IntN(len(x.order)-i)
		x.order[i], x.order[j] = x.order[j], x.order[i]
	}
	if ranked {
		slices.SortStableFunc(x.order, func(a, b int32) int {
			return int(x.weights[b]) - int(x.weights[a])
		})
	}
	return x.order[:most]
}

// has reports whether a dimension is in a mask.
func has(mask []uint64, d int) bool { return mask[d/64]>>uint(d%64)&1 != 0 }
