package agenda

import (
	"math/bits"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
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
	channel, dimensions := m.Channel(e.Channel), m.Dimensions()
	x := unit{
		Attention: e, model: m, chance: (*kernel.Stream)(s), units: m.Units(channel),
		said: m.Said(channel), norms: m.NormBodies(channel), masks: m.Subjects(channel),
		dimensions: dimensions, width: agents.Width(dimensions),
		vacant: m.Present() < m.People(), circles: m.Norms(channel) == 0,
		world: m.Landscape().(sim.Sighted), // else no channel has an Agenda
	}
	x.starts, x.heard = x.units.Lists()
	x.coins = kernel.CoinRow{Stream: x.chance, Rate: e.Contest}
	if e.By != Drawn {
		x.weights = make([]int32, dimensions)
	}
	if x.world.Seen() > 0 {
		x.seen = make([]uint64, x.width)
	}
	switch m.Scenario().Reality.(type) {
	case sim.Additive, sim.Blocks:
		x.apart = true
	}
	if x.circles {
		x.Work, x.norm = 0, make(agents.Knowledge, x.width)
	}
	words, each := remembered.Agendas()
	all, _ := practice.AllIssuesIn(m.Scenario().Channels[channel].Agenda, words, each, dimensions)
	truth, tick := m.Landscape().Truth(), m.Tick()
	for u := range x.units.Len() {
		x.issues = all.Of(u)
		if x.issues.Follow(truth, tick); tick > 0 {
			x.turn(u)
			x.attend()
		}
	}
}

// unit is a unit that attends.
type unit struct {
	Attention
	model   *sim.Model
	chance  *kernel.Stream
	number  int
	circles bool
	vacant  bool             // some places are
	norm    agents.Knowledge // empty for circles
	issues  practice.Issues
	about   []uint64 // what it was about in the cycle just ended
	units   *network.Units
	said    []agents.Word // by all people
	voices  []voice       // who is heard there
	weights []int32       // of each dimension, by the ranking; nil: it is drawn
	all     []int32       // dimensions, in order; nil: not needed yet
	order   []int32       // scratch: room for all dimensions
	few     [kernel.FewThings]int32
	coins   kernel.CoinRow // of what is contested
	world   sim.Sighted
	seen    []uint64 // the sample that it judges on, once sampled; nil: all
	sampled bool
	apart   bool // what does not pay on all dimensions pays on no sample

	dimensions, width int
	// of all units, one after the other: their norms, what they were about, and their voices, those
	// of each from starts on
	norms  []agents.Word
	masks  []uint64
	starts []uint32
	heard  []int32
}

// voice is what one person said, and whether he leads the unit.
type voice struct {
	claim agents.Knowledge
	leads bool
}

// turn makes x another unit, of which it has the issues.
func (x *unit) turn(u int) {
	x.number, x.about = u, x.masks[u*x.width:(u+1)*x.width]
	x.sampled = false
	if !x.circles {
		x.norm = x.norms[u*x.width : (u+1)*x.width]
	}
}

// attend is one tick of a unit.
func (x *unit) attend() {
	if x.By != Drawn {
		x.listen()
		x.weigh()
	}
	if x.Work == 0 {
		x.drop()
	}
	if x.Contest > 0 {
		x.contest()
	}
	x.look()
	x.work()
}

// listen gathers what was said in the unit, for rankings that need to know who said it.
func (x *unit) listen() {
	if x.voices = x.voices[:0]; x.By == Loss {
		return
	}
	ranks, width := x.units.Ranks(x.number), x.width
	for k, p := range x.units.Voices(x.number) {
		if x.vacant && x.model.Vacant(int(p)) {
			continue
		}
		x.voices = append(x.voices, voice{
			x.said[int(p)*width : (int(p)+1)*width], ranks != nil && ranks[k] == network.Leader,
		})
	}
}

// drop takes issues off that the unit has talked of, because it does not work on issues.
func (x *unit) drop() {
	for i, about := range x.about {
		x.issues.On()[i] &^= about
	}
}

// contest puts dimensions on the agenda of which people said opposite things.
func (x *unit) contest() {
	heard, on := x.heard[x.starts[x.number]:x.starts[x.number+1]], x.issues.On()
	width, vacant := x.width, x.vacant // Go would read them anew for each voice
	for i, about := range x.about {
		yes, no, said := uint64(0), uint64(0), x.said[i:]
		for _, p := range heard {
			if vacant && x.model.Vacant(int(p)) {
				continue
			}
			claim := &said[int(p)*width]
			yes, no = yes|claim.Yes, no|claim.No
		}
		on[i] |= x.coins.Of(yes & no & about &^ on[i])
	}
}

// look looks at dimensions, and puts those on the agenda in which it notices a change. Where there
// is no change, it does not matter which dimensions are drawn.
func (x *unit) look() {
	if x.issues.CountLooks(x.Look); x.issues.Unnoticed() == 0 {
		x.skip()
		return
	}
	for _, at := range x.first(x.Look, x.Guided, nil) {
		d := int(at)
		if x.issues.Changed(d) < 0 {
			continue
		}
		if x.issues.CountSeen(); !x.chance.Coin(x.Miss) {
			x.issues.Notice(d, x.model.Tick())
		}
	}
}

// skip draws what look draws, for nothing.
func (x *unit) skip() {
	switch {
	case x.Look == 0:
	case x.Guided && x.By != Drawn:
		x.chance.SkipWords(x.dimensions)
	default:
		x.chance.SkipWords(x.Look)
	}
}

// work tries a solution in each of the first issues.
func (x *unit) work() {
	if x.Work == 1 && x.By == Drawn {
		if d := x.drawOne(x.issues.On()); d >= 0 {
			x.try(d)
		}
		return
	}
	for _, d := range x.first(x.Work, true, x.issues.On()) {
		x.try(int(d))
	}
}

// try tries a solution in one dimension, and takes it off the agenda.
func (x *unit) try(d int) {
	i, lane := d/64, uint64(1)<<uint(d%64)
	was := x.norm[i]
	solution := agents.Word{Yes: was.No, No: was.Yes}
	if was.Known()&lane == 0 {
		yes := lane * uint64(x.chance.IntN(2))
		solution = agents.Word{Yes: yes, No: lane &^ yes}
	}
	to := was.Take(solution, lane)
	kept := x.isBetter(i, to)
	if x.issues.CountTried(kept); kept {
		x.norm[i] = to
	}
	x.issues.On()[i] &^= lane
}

// isBetter reports whether the norm would stand higher if its word i were another.
func (x *unit) isBetter(i int, to agents.Word) bool {
	if (x.seen == nil || x.apart) && !x.model.PaysMore(x.norm, i, to) {
		return false
	}
	if x.seen == nil {
		return true
	}
	x.sample()
	was, before := x.norm[i], x.world.ScoreOn(x.norm, x.seen)
	x.norm[i] = to
	after := x.world.ScoreOn(x.norm, x.seen)
	x.norm[i] = was
	return after > before
}

// sample draws what the unit sees of merit in this tick, if it has not been drawn yet.
func (x *unit) sample() {
	if x.seen == nil || x.sampled {
		return
	}
	clear(x.seen)
	x.world.Sample((*agents.Stream)(x.chance), x.seen)
	x.sampled = true
}

// first returns the first dimensions of a mask (nil: all), at most a number: by the ranking, or in
// an order that is drawn. They are valid until the next call.
func (x *unit) first(most int, ranked bool, of []uint64) []int32 {
	if most == 0 {
		return nil
	}
	drawn := !ranked || x.By == Drawn
	if of == nil && drawn && most <= len(x.few) {
		x.chance.Few(x.few[:most], x.dimensions)
		return x.few[:most]
	}
	x.makeRoom()
	switch {
	case of == nil && drawn:
		order := x.order[:min(most, len(x.all))]
		x.chance.Pick(order, x.all)
		return order
	case of == nil:
		x.order = append(x.order, x.all...)
	}
	for i, w := range of {
		for ; w != 0; w &= w - 1 {
			x.order = append(x.order, int32(i*64+bits.TrailingZeros64(w)))
		}
	}
	most = min(most, len(x.order))
	for i := range x.order {
		if i == most && drawn {
			break
		}
		j := i + x.chance.IntN(len(x.order)-i)
		x.order[i], x.order[j] = x.order[j], x.order[i]
	}
	if !drawn {
		weights := x.weights // so that x need not be on the heap
		slices.SortStableFunc(x.order, func(a, b int32) int {
			return int(weights[b]) - int(weights[a])
		})
	}
	return x.order[:most]
}

// makeRoom empties x.order, and makes the lists when they are needed first.
func (x *unit) makeRoom() {
	if x.all == nil {
		x.all, x.order = make([]int32, x.dimensions), make([]int32, 0, x.dimensions)
		for d := range x.all {
			x.all[d] = int32(d)
		}
	}
	x.order = x.order[:0]
}

// drawOne draws one dimension of a mask, or -1 if it is empty.
func (x *unit) drawOne(of []uint64) int {
	n := 0
	for _, w := range of {
		n += bits.OnesCount64(w)
	}
	if n == 0 {
		return -1
	}
	left := x.chance.IntN(n)
	for i, w := range of {
		if n = bits.OnesCount64(w); left < n {
			return i*64 + kernel.Lane(w, left)
		}
		left -= n
	}
	return -1
}

// has reports whether a dimension is in a mask.
func has(mask []uint64, d int) bool { return mask[d/64]>>uint(d%64)&1 != 0 }
