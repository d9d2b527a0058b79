package tasks

import (
	"math/bits"
	"slices"

	"orglearn/agents"
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
	x := team{Work: e, model: m, channel: channel, chance: s, truth: m.Landscape().Truth()}
	for u := range m.Units(channel).Len() {
		x.meet(u, remembered.Unit(u))
		x.end()
		x.give()
	}
}

// team is a unit with its members and its directory.
type team struct {
	Work
	model     *sim.Model
	channel   int
	chance    *agents.Stream
	truth     agents.Knowledge
	unit      int
	members   []int32
	directory practice.Directory
	doers     []int32 // scratch
	open      []int   // scratch
}

func (x *team) meet(unit int, memory []uint64) {
	x.unit, x.members = unit, x.members[:0]
	for _, p := range x.model.Units(x.channel).Audience(unit) {
		if !x.model.Vacant(int(p)) {
			x.members = append(x.members, p)
		}
	}
	x.directory, _ = practice.DirectoryOf(memory, x.model.Dimensions())
	for d := range x.model.Dimensions() {
		if p, since := x.directory.Named(d); p >= 0 && !x.Stale && x.gone(p, since) {
			x.directory.Name(d, -1, 0)
		}
	}
}

// gone reports whether a person whom the directory named at a tick has left.
func (x *team) gone(person, since int) bool {
	return x.model.Joined(person) > since || !slices.Contains(x.members, int32(person))
}

// end ends the task of the cycle just ended. If it is done, it names who did it.
func (x *team) end() {
	how, doers := practice.NoTask, x.doers[:0]
	for d := range each(x.directory.Task()) {
		who, right := x.do(d)
		if how != practice.Failed {
			how = practice.Done
		}
		if !right {
			how = practice.Failed
		}
		doers = append(doers, who)
	}
	i := 0
	for d := range each(x.directory.Task()) {
		if who, _ := x.directory.Named(d); how == practice.Done && int(doers[i]) != who {
			x.directory.Name(d, int(doers[i]), x.model.Tick())
		}
		i++
	}
	x.directory.End(how)
	x.doers = doers
}

// do returns who does a dimension of a task, and whether it is right in the sense of By.
func (x *team) do(d int) (who int32, right bool) {
	named, _ := x.directory.Named(d)
	if x.By == Named {
		if named < 0 && len(x.members) > 0 {
			named = int(x.members[x.chance.IntN(len(x.members))])
		}
		return int32(named), slices.Contains(x.members, int32(named)) && x.right(named, d)
	}
	who, count, stays := int32(-1), 0, false
	for _, p := range x.members {
		if !x.right(int(p), d) {
			continue
		}
		count++
		if stays = stays || int(p) == named; stays {
			who = int32(named)
		} else if x.chance.IntN(count) == 0 {
			who = p
		}
	}
	if x.By == Most {
		return who, 2*count > len(x.members)
	}
	return who, count > 0
}

func (x *team) right(person, d int) bool {
	return x.model.Beliefs(person).Get(d) == x.truth.Get(d)
}

// give draws the task of the next cycle.
func (x *team) give() {
	x.open = x.open[:0]
	about := x.model.About(x.channel, x.unit)
	for d := range x.model.Dimensions() {
		if !x.Open || about == nil || about[d/64]>>uint(d%64)&1 != 0 {
			x.open = append(x.open, d)
		}
	}
	if len(x.open) < x.Size || len(x.members) == 0 {
		return
	}
	task := x.directory.Task()
	for i := range x.Size {
		j := i + x.chance.IntN(len(x.open)-i)
		x.open[i], x.open[j] = x.open[j], x.open[i]
		task[x.open[i]/64] |= 1 << uint(x.open[i]%64)
	}
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
