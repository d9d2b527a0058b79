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
		Attention: e, model: m, channel: channel, chance: (*kernel.Stream)(s),
		units: m.Units(channel), said: m.Said(channel), dimensions: dimensions,
		vacant: m.Present() < m.People(), circles: m.Norms(channel) == 0,
	}
	if e.By != Drawn {
		x.weights = make([]int32, dimensions)
	}
	if x.circles {
		x.Work, x.norm = 0, make(agents.Knowledge, agents.Width(dimensions))
	}
	if x.units.Len() == 0 {
		return
	}
	end, _ := practice.IssuesEnd(m.Scenario().Channels[channel].Agenda,
		len(remembered.Agenda(0)), dimensions)
	truth := m.Landscape().Truth()
	for u := range x.units.Len() {
		x.number = u
		if !x.circles {
			x.norm = m.Norm(channel, u)
		}
		x.issues, _ = practice.IssuesOf(remembered.Agenda(u)[:end], dimensions)
		x.issues.Follow(truth, m.Tick())
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
	done    practice.Attended
	all     []int32 // dimensions, in order; nil: not needed yet
	order   []int32 // scratch: room for all dimensions
	one     [1]int32

	dimensions int
}

// voice is what one person said, and whether he leads the unit.
type voice struct {
	claim agents.Knowledge
	leads bool
}

// attend is one tick of a unit.
func (x *unit) attend() {
	x.done = practice.Attended{}
	x.listen()
	x.weigh()
	x.drop()
	x.look()
	x.contest()
	x.work()
	x.issues.Attend(x.done)
}

// listen gathers what was said in the unit, for rankings that need to know who said it.
func (x *unit) listen() {
	x.about, x.voices = x.model.About(x.channel, x.number), x.voices[:0]
	if x.By == Drawn || x.By == Loss {
		return
	}
	ranks, width := x.units.Ranks(x.number), len(x.norm)
	for k, p := range x.units.Voices(x.number) {
		if x.vacant && x.model.Vacant(int(p)) {
			continue
		}
		x.voices = append(x.voices, voice{
			x.said[int(p)*width : (int(p)+1)*width], ranks != nil && ranks[k] == network.Leader,
		})
	}
}

// drop takes issues off that the unit has talked of, if it does not work on issues.
func (x *unit) drop() {
	if x.Work > 0 {
		return
	}
	for i, on := range x.issues.On() {
		x.issues.On()[i] = on &^ x.about[i]
	}
}

// look looks at dimensions, and puts those on the agenda in which it notices a change. Where there
// is no change, it does not matter which dimensions are drawn.
func (x *unit) look() {
	if x.done.Looked = x.Look; x.issues.Unnoticed() == 0 {
		x.skip()
		return
	}
	for _, at := range x.first(x.Look, x.Guided, nil) {
		d := int(at)
		since := x.issues.Changed(d)
		if since < 0 {
			continue
		}
		x.done.Seen++
		if x.chance.Coin(x.Miss) {
			continue
		}
		x.done.Found++
		x.done.Lag += x.model.Tick() - since + 1
		x.issues.Notice(d)
		x.issues.On()[d/64] |= 1 << uint(d%64)
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

// contest puts dimensions on the agenda of which people said opposite things.
func (x *unit) contest() {
	if x.Contest == 0 {
		return
	}
	on := x.issues.On()
	for i := range on {
		on[i] |= x.chance.Coins(x.Contest, x.contested(i)&x.about[i]&^on[i])
	}
}

// contested returns the lanes of word i in which people said opposite things.
func (x *unit) contested(i int) uint64 {
	yes, no, width := uint64(0), uint64(0), len(x.norm)
	for _, p := range x.units.Voices(x.number) {
		if !x.vacant || !x.model.Vacant(int(p)) {
			claim := x.said[int(p)*width+i]
			yes, no = yes|claim.Yes, no|claim.No
		}
	}
	return yes & no
}

// work tries a solution in each of the first issues.
func (x *unit) work() {
	world := x.model.Landscape()
	for _, at := range x.first(x.Work, true, x.issues.On()) {
		i, lane, before := at/64, uint64(1)<<uint(at%64), world.Score(x.norm)
		was := x.norm[i]
		solution := agents.Word{Yes: was.No, No: was.Yes}
		if was.Known()&lane == 0 {
			yes := lane * uint64(x.chance.IntN(2))
			solution = agents.Word{Yes: yes, No: lane &^ yes}
		}
		x.norm[i] = was.Take(solution, lane)
		if x.done.Tried++; world.Score(x.norm) > before {
			x.done.Kept++
		} else {
			x.norm[i] = was
		}
		x.issues.On()[i] &^= lane
	}
}

// first returns the first dimensions of a mask (nil: all), at most a number: by the ranking, or in
// an order that is drawn. They are valid until the next call.
func (x *unit) first(most int, ranked bool, of []uint64) []int32 {
	if most == 0 {
		return nil
	}
	drawn := !ranked || x.By == Drawn
	if most == 1 && drawn && of != nil {
		return x.drawOne(of)
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

// drawOne is first for one dimension of a mask, drawn.
func (x *unit) drawOne(of []uint64) []int32 {
	n := 0
	for _, w := range of {
		n += bits.OnesCount64(w)
	}
	if n == 0 {
		return nil
	}
	left := x.chance.IntN(n)
	for i, w := range of {
		if n = bits.OnesCount64(w); left < n {
			x.one[0] = int32(i*64 + kernel.Lane(w, left))
			return x.one[:]
		}
		left -= n
	}
	return nil
}

// has reports whether a dimension is in a mask.
func has(mask []uint64, d int) bool { return mask[d/64]>>uint(d%64)&1 != 0 }
