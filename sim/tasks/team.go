package tasks

import (
	"math/bits"
	"slices"
	"sync"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
)

// Happen implements sim.Event.
func (e Work) Happen(m *sim.Model, s *agents.Stream) {
	if e.Off() {
		return
	}
	channel := m.Channel(e.Channel)
	remembered, err := m.Remembered(e.Channel)
	if err != nil {
		panic(err)
	}
	x := teams.Get().(*team)
	*x = team{
		Work: e, model: m, channel: channel, chance: (*kernel.Stream)(s),
		truth: m.Landscape().Truth(), bodies: m.Bodies(), scratch: x.scratch,
	}
	x.ready(m)
	units := m.Units(channel)
	for u := range units.Len() {
		x.meet(units.Audience(u), remembered.Unit(u))
		x.end()
		x.give(u)
		x.part()
	}
	*x = team{scratch: x.scratch} // it keeps no model alive
	teams.Put(x)
}

// teams are those that are not in use. An event is part of a scenario, which many runs share, so it
// keeps no storage itself.
var teams = sync.Pool{New: func() any { return new(team) }}

// team is a unit with its members and its directory.
type team struct {
	Work
	model     *sim.Model
	channel   int
	chance    *kernel.Stream
	truth     agents.Knowledge
	bodies    []agents.Word // of all people
	directory practice.Directory
	scratch
}

// scratch is storage that events use one after the other.
type scratch struct {
	came    []int32 // the tick at which each person came, or -1 if his place is vacant
	members []int32
	roll    practice.Roll // of the members; between two meetings there are none
	all     []int32       // dimensions
	doers   []int32
	knowers []int32
	open    []int32
	drawn   []int32
}

// ready makes the storage fit a model.
func (x *scratch) ready(m *sim.Model) {
	if people := m.People(); len(x.came) != people {
		x.came, x.roll = make([]int32, people), practice.NewRoll(people)
	}
	for d := len(x.all); d < m.Dimensions(); d++ {
		x.all = append(x.all, int32(d))
	}
	x.all = x.all[:m.Dimensions()]
	clear(x.came)
	for p := 0; p < len(x.came) && !m.AllFounders(); p++ {
		if x.came[p] = int32(m.Joined(p)); m.Vacant(p) {
			x.came[p] = -1
		}
	}
}

func (x *team) meet(audience []int32, memory []uint64) {
	x.members = x.members[:0]
	for _, p := range audience {
		if tick := x.came[p]; tick >= 0 {
			x.members = append(x.members, p)
			x.roll.Join(int(p), int(tick))
		}
	}
	x.directory, _ = practice.DirectoryOf(memory, len(x.all))
	if !x.Stale {
		x.directory.Forget(x.roll)
	}
}

// part ends a meeting.
func (x *team) part() {
	for _, p := range x.members {
		x.roll.Leave(int(p))
	}
}

// end ends the task of the cycle just ended. If it is done, it names who did it.
func (x *team) end() {
	how, doers := practice.NoTask, x.doers[:0]
	for i, w := range x.directory.Task() {
		for ; w != 0; w &= w - 1 {
			who, right := x.do(i*64 + bits.TrailingZeros64(w))
			if how != practice.Failed {
				how = practice.Done
			}
			if !right {
				how = practice.Failed
			}
			doers = append(doers, who)
		}
	}
	if x.doers = doers; how == practice.Done {
		x.name(doers)
	}
	x.directory.End(how)
}

// name names who did each dimension of the task.
func (x *team) name(doers []int32) {
	i := 0
	for d := range each(x.directory.Task()) {
		if who, _ := x.directory.Named(d); int(doers[i]) != who {
			x.directory.Name(d, int(doers[i]), x.model.Tick())
		}
		i++
	}
}

// do returns who does a dimension of a task, and whether it is right in the sense of By.
func (x *team) do(d int) (who int32, right bool) {
	named, _ := x.directory.Named(d)
	if x.By == Named {
		if named < 0 && len(x.members) > 0 {
			named = int(x.members[x.chance.IntN(len(x.members))])
		}
		return int32(named), slices.Contains(x.right(d), int32(named))
	}
	all := x.right(d)
	if right = len(all) > 0; x.By == Most {
		right = 2*len(all) > len(x.members)
	}
	return x.doer(all, int32(named)), right
}

// doer returns the one named, if he is among some people, or else one of them, drawn. It returns -1
// if there is none. Those before the one named are drawn for nothing.
func (x *team) doer(of []int32, named int32) int32 {
	if at := slices.Index(of, named); at >= 0 {
		x.chance.SkipWords(at)
		return named
	}
	if drawn := x.chance.Sift(0, len(of)); drawn > 0 {
		return of[drawn-1]
	}
	return -1
}

// right returns the members who are right in a dimension. It has no branch on who is: nobody can
// foretell that. The list is valid until the next call.
func (x *team) right(d int) []int32 {
	if len(x.knowers) < len(x.members) {
		x.knowers = make([]int32, len(x.members))
	}
	n, list, width := 0, x.knowers, len(x.truth)
	truth, lane := x.truth[d/64], uint(d%64)
	for _, p := range x.members {
		list[n] = p
		n += int(^x.bodies[int(p)*width+d/64].Differs(truth) >> lane & 1)
	}
	return list[:n]
}

// give draws the task of the next cycle. x.all is in order again afterwards.
func (x *team) give(unit int) {
	open := x.all
	if x.Open {
		open = x.openTo(unit)
	}
	if len(open) < x.Size || len(x.members) == 0 {
		return
	}
	task := x.directory.Task()
	x.drawn = slices.Grow(x.drawn[:0], x.Size)[:x.Size]
	x.chance.Pick(x.drawn, open)
	for _, d := range x.drawn {
		task[d/64] |= 1 << uint(d%64)
	}
}

// openTo lists the dimensions that a unit was about in the cycle just ended.
func (x *team) openTo(unit int) []int32 {
	about := x.model.About(x.channel, unit)
	if about == nil {
		return x.all
	}
	x.open = x.open[:0]
	for d := range each(about) {
		x.open = append(x.open, int32(d))
	}
	return x.open
}

// each yields the dimensions of a mask.
func each(mask []uint64) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i, w := range mask {
			for ; w != 0; w &= w - 1 {
				if !yield(i*64 + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}
