package agentstest

import (
	"fmt"
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// blocks: a rule that works on blocks does to a block what it does one by one, or reports false and
// changes nothing. One Block serves all societies, because an engine reuses its Block too.
func (s Suite) blocks(p *report, r *rule) {
	if r.block == nil || memoryOf(r.value, r.remembers, 64) != (agents.Memory{}) {
		return
	}
	b := new(kernel.Block)
	for number := range s.Scenes {
		y := newSociety(s, number, r, b)
		for range ticks {
			y.next()
			if how := y.law(); how != "" {
				p.broken("blocks", "works on blocks, but %s (%v)", how, y)
				return
			}
		}
	}
}

// law says how the rule breaks the law at this tick. It returns "" if it does not.
func (y *society) law() string {
	begun, told := y.held.clone(), y.tellBlock()
	taken, wrong := y.try()
	switch {
	case wrong != "":
		return wrong
	case !taken:
		if how := y.left().differs(begun); how != "" {
			return "it reports false after a change: " + how
		}
		return ""
	}
	if field := told.changed(y.tellBlock()); field != "" {
		return fmt.Sprintf("changes Block.%s, which it may only read", field)
	}
	for id := y.block.From; id < y.block.To; id++ {
		y.act(&begun, id)
	}
	if y.circle {
		begun.objectified = y.block.Objectified // circles are not counted
	}
	if how := y.left().differs(begun); how != "" {
		return "it does not do what it does one by one: " + how
	}
	return ""
}

// left returns what the rule has made of the bodies of the block.
func (y *society) left() bodies {
	h := y.held
	h.taken, h.objectified = y.block.Taken, y.block.Objectified
	return h
}

// try lets the rule work on the block.
func (y *society) try() (taken bool, wrong string) {
	defer func() {
		if v := recover(); v != nil {
			wrong = fmt.Sprintf("panics: %v", v)
		}
	}()
	return y.rule.block(y.block), ""
}

// act calls the rule for one person or unit.
func (y *society) act(h *bodies, id int) {
	y.person.ID, y.unit.ID = id, id
	y.person.Tick, y.unit.Tick, y.place.Tick = y.block.Tick, y.block.Tick, y.block.Tick
	y.stream.Reset(y.block.Key, y.block.Tick, id)
	y.person.Standing, y.person.Took = int32(y.draw.IntN(9)-4), y.draw.IntN(3)
	switch {
	case y.rule.hears:
		y.decide(h, id)
	case y.rule.sits:
		y.learn(h, id)
	default:
		y.reads, y.writes = h.beliefs.Row(id), h.claims.Row(id)
		clear(y.writes)
		y.rule.call(&y.scene)
	}
}

func (y *society) learn(h *bodies, id int) {
	row := id - y.block.First
	if y.block.Rows != nil {
		row = int(y.block.Rows[id-y.block.From])
	}
	if row < 0 {
		return
	}
	y.reads, y.writes = h.norms.Row(row), h.beliefs.Row(id)
	y.place.ID, y.place.Standing = id, int32(y.draw.IntN(9)-4)
	sit(&y.person, &y.place, &y.draw)
	before := append(agents.Knowledge(nil), y.writes...)
	y.rule.call(&y.scene)
	taken := y.writes.Distance(before)
	h.changed[id] += int32(taken)
	h.taken += int64(taken)
}

func (y *society) decide(h *bodies, id int) {
	norm, about := h.norms.Row(id-y.block.First), y.aboutOf(id)
	if y.circle {
		clear(norm)
	}
	before := append(agents.Knowledge(nil), norm...)
	y.hear(h, id)
	y.unit.About, y.unit.Standing, y.writes = about, y.owns[id], norm
	y.rule.call(&y.scene)
	for i := range norm {
		if about != nil {
			norm[i] = before[i].Take(norm[i], about[i])
		}
	}
	h.objectified += int64(norm.Distance(before))
}

// aboutOf returns what a unit is about, nil for all dimensions.
func (y *society) aboutOf(unit int) []uint64 {
	if y.block.About == nil {
		return nil
	}
	width := agents.Width(y.dimensions)
	return y.block.About[unit*width : (unit+1)*width]
}

// hear gives a unit its voices, with ranks and ties, which a block does not have.
func (y *society) hear(h *bodies, unit int) {
	ids := y.block.HeardIn(unit)
	y.ranks, y.ties = y.ranks[:0], y.ties[:0]
	for range ids {
		y.ranks = append(y.ranks, uint8(y.draw.IntN(3)))
		y.ties = append(y.ties, float32(y.draw.IntN(3)))
	}
	ranks, ties, standing := y.ranks, y.ties, y.block.Standing
	if !y.ranked {
		ranks = nil
	}
	if !y.tied {
		ties = nil
	}
	if y.block.Judged {
		standing = y.judged[unit]
	}
	y.voices.Set(h.claims.Bare(), ids, ranks, ties, standing, y.block.Judged)
}

// differs says how b differs from want. It returns "" if it does not.
func (b bodies) differs(want bodies) string {
	for _, l := range []struct {
		what      string
		got, want *layer
	}{
		{"belief of person", b.beliefs, want.beliefs},
		{"claim of voice", b.claims, want.claims},
		{"norm in row", b.norms, want.norms},
	} {
		for i := range l.got.Len() {
			for k, w := range l.got.Row(i) {
				if v := l.want.Row(i)[k]; w != v {
					return fmt.Sprintf("word %d of the %s %d is %s and not %s",
						k, l.what, i, show(w), show(v))
				}
			}
		}
	}
	for p, n := range b.changed {
		if n != want.changed[p] {
			return fmt.Sprintf("Changed of person %d is %d and not %d", p, n, want.changed[p])
		}
	}
	switch {
	case b.taken != want.taken:
		return fmt.Sprintf("Taken is %d and not %d", b.taken, want.taken)
	case b.objectified != want.objectified:
		return fmt.Sprintf("Objectified is %d and not %d", b.objectified, want.objectified)
	}
	return ""
}

// toldBlock is what a rule may only read in a block, by the names of fields.
type toldBlock struct {
	names []string
	lists [][]uint64
}

// tellBlock copies what a rule may only read.
func (y *society) tellBlock() (t toldBlock) {
	add := func(name string, list []uint64) {
		t.names, t.lists = append(t.names, name), append(t.lists, list)
	}
	b := y.block
	add("From", []uint64{uint64(b.From)})
	add("To", []uint64{uint64(b.To)})
	add("Tick", []uint64{uint64(b.Tick)})
	add("Key", []uint64{uint64(b.Key)})
	add("Rows", wide(b.Rows))
	add("Starts", wide(b.Starts))
	add("Counts", wide(b.Counts))
	add("Heard", wide(b.Heard))
	add("Standing", wide(b.Standing))
	add("Own", wide(b.Own))
	add("Seen", slices.Clone(b.Seen))
	add("Right", slices.Clone(b.Right))
	add("Wrong", slices.Clone(b.Wrong))
	add("About", slices.Clone(b.About))
	add("Selves", slices.Clone(b.Selves))
	return t
}

func wide[T int32 | uint32](of []T) []uint64 {
	all := make([]uint64, len(of))
	for i, v := range of {
		all[i] = uint64(v)
	}
	return all
}

// changed names the first list that has changed, "" if none has.
func (t toldBlock) changed(now toldBlock) string {
	for i, list := range t.lists {
		if !slices.Equal(list, now.lists[i]) {
			return t.names[i]
		}
	}
	return ""
}
