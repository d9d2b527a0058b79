package kernel

import "math/bits"

// BlockRememberer is a Block rule that remembers: it finds what it remembers in Block.Memory. The
// engine does not use blocks for any other rule that remembers.
type BlockRememberer interface{ RemembersInBlocks() bool }

// Leveled is an Objectifier that leaves the work to other rules. RuleAt returns the rule of units
// with a number of levels below them, and whether these units decide at a tick. The rule is that of
// level 0 for units of people, and that of level 1 for all others.
type Leveled interface {
	RuleAt(level, tick int) (rule any, due bool)
}

// BlockMemory is what the rule of the units remembers of them.
type BlockMemory struct {
	EachUnit, EachPlane, EachTie int // words of a unit, of a unit's dimensions, and of a voice
	Units, Planes, Ties          []uint64
	TieStarts                    []uint32 // where the voices of each unit begin
}

// Unit returns what is remembered of a unit.
func (m *BlockMemory) Unit(u int) []uint64 { return m.Units[u*m.EachUnit : (u+1)*m.EachUnit] }

// PlanesOf returns what is remembered of the dimensions of a unit.
func (m *BlockMemory) PlanesOf(u int) []uint64 {
	return m.Planes[u*m.EachPlane : (u+1)*m.EachPlane]
}

// Meeting returns the voices of a unit that decides, with what its rule remembers of them, and the
// standing of the unit. They are valid until the next call. The parts of the block must fit
// together: see CanDecide.
func (b *Block) Meeting(u int) (said *Voices, own int32) {
	v := &b.voices
	v.Set(b.Claims, b.HeardIn(u), nil, nil, b.Standing, b.Judged)
	v.units = int32(b.FromUnits)
	if b.Judged {
		v.standing = b.judge(u, v.heard.ids)
	}
	if each := b.Memory.EachTie; each > 0 {
		first, end := int(b.Memory.TieStarts[u])*each, int(b.Memory.TieStarts[u+1])*each
		v.Remember(b.Memory.Ties[first:end], each, nil)
		if b.At != nil {
			v.heard.bonds.at = b.At[b.Starts[u]:][:len(v.heard.ids)]
		}
	} else {
		v.Remember(nil, 0, nil)
	}
	return v, b.ownOf(u)
}

// Tie returns what is remembered of a voice of a unit, by its place in HeardIn, or nil.
func (b *Block) Tie(u, voice int) []uint64 {
	if b.At != nil {
		voice = int(b.At[int(b.Starts[u])+voice])
	}
	each := b.Memory.EachTie
	if each == 0 || voice < 0 {
		return nil
	}
	at := (int(b.Memory.TieStarts[u]) + voice) * each
	return b.Memory.Ties[at : at+each : at+each]
}

// Above returns the voices of a unit who stand above it. Of the voices only their claims can then
// be counted. Both are valid until the next call.
func (b *Block) Above(u int) (*Voices, *Group) {
	b.voices.said = b.Claims
	return &b.voices, b.above(u, &b.voices)
}

// AboveAt returns who of the voices of a unit stand above it, by their places in HeardIn. The list
// is valid until the next call.
func (b *Block) AboveAt(u int) []int32 {
	ids, own := b.HeardIn(u), b.ownOf(u)
	if cap(b.places) < len(ids) {
		b.places = make([]int32, len(ids))
	}
	places, n, width := b.places[:len(ids)], 0, b.Claims.width
	switch {
	case !b.Judged:
		for k, p := range ids {
			places[n] = int32(k)
			n += int(less(own, b.Standing[p]))
		}
	case width == 1 && b.Wrong == nil:
		seen := b.Seen[u-b.From]
		if int(own) == bits.OnesCount64(seen) { // none can stand above
			break
		}
		for k, p := range ids {
			places[n] = int32(k)
			n += int(less(own, int32(bits.OnesCount64(b.Right[p]&seen))))
		}
	case int(own) == bitsOf(b.Seen[(u-b.From)*width:(u-b.From+1)*width]):
	default:
		for k, standing := range b.judge(u, ids) {
			places[n] = int32(k)
			n += int(less(own, standing))
		}
	}
	return places[:n]
}

// ownOf returns the standing of a unit.
func (b *Block) ownOf(u int) int32 {
	if b.Own != nil {
		return b.Own[u-b.From]
	}
	return b.Standing[u]
}

// judge returns the standing of each voice as the unit sees it.
func (b *Block) judge(u int, ids []int32) []int32 {
	if cap(b.standings) < len(ids) {
		b.standings = make([]int32, len(ids))
	}
	standings, width := b.standings[:len(ids)], b.Claims.width
	seen := b.Seen[(u-b.From)*width : (u-b.From+1)*width]
	if width == 1 && b.Wrong == nil {
		for k, p := range ids {
			standings[k] = int32(bits.OnesCount64(b.Right[p] & seen[0]))
		}
		return standings
	}
	for k, p := range ids {
		standings[k] = b.seen(int(p)*width, seen)
	}
	return standings
}

// CanDecide reports whether units can decide in the block: they judge by marks, if they judge. It
// panics if rows, lists and standings do not fit together.
func (b *Block) CanDecide() bool {
	if b.Judged && b.Seen == nil {
		return false
	}
	b.check()
	return true
}

// Flip throws the first coins of the stream of a person or unit, as Stream.Flip does at its
// beginning, where that is faster; else it does nothing and reports false.
func (b *Block) Flip(id int, rate float64, lanes []uint64) bool {
	if len(lanes) != 1 || !b.coins.Set(b.Stream, b.Key, rate) {
		return false
	}
	if lanes[0] != 0 {
		lanes[0] = b.coins.Of(b.Tick, id, lanes[0])
	}
	return true
}

// Coins returns the coins of a call, counted from 0, of the streams of people or units, in bodies
// of one word. It is nil where Stream.Flip must throw them. It is valid until it is asked for the
// same call again.
func (b *Block) Coins(call int, rate float64) *FirstCoins { return b.CoinsIn(call, call, rate) }

// CoinsIn is Coins for a call that has several rates. Coins are valid until it is asked for those
// of the same place again.
func (b *Block) CoinsIn(place, call int, rate float64) *FirstCoins {
	for len(b.calls) <= place {
		b.calls = append(b.calls, FirstCoins{})
	}
	if c := &b.calls[place]; b.Beliefs.width == 1 && c.SetCall(b.Stream, b.Key, call, rate) {
		return c
	}
	return nil
}

// Self returns what a person is beside his beliefs, or nil.
func (b *Block) Self(person int) []uint64 {
	return b.Selves[person*b.EachSelf : (person+1)*b.EachSelf]
}

// SpokenOf returns what the rule of speaking remembers of a person, or nil.
func (b *Block) SpokenOf(person int) []uint64 {
	return b.Spoken[person*b.EachSpoken : (person+1)*b.EachSpoken]
}

// CheckLearners panics if beliefs, norms and counts do not fit together.
func (b *Block) CheckLearners() { b.checkLearners() }

// Scratch returns room for the votes of a unit, and for lanes, both as long as a norm. It is valid
// until the next call.
func (b *Block) Scratch() (votes []Word, lanes []uint64) {
	width := b.Norms.width
	if len(b.votes) < width {
		b.votes, b.open = make([]Word, width), make([]uint64, width)
	}
	return b.votes[:width], b.open[:width]
}
