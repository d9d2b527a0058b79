package kernel

import "slices"

// Reviews are what the people who learn in the units From to To-1 took over there in a tick. The
// block has the units' chance, what they are about, and the claims that were heard in each. Its
// Memory is what the rule that looks back remembers of the units.
type Reviews struct {
	*Block
	Began  []uint32 // unit u has the seats Seats[Began[u]:Began[u+1]]
	Seats  []uint32
	People []int32  // as Seats: who has each
	Took   *Bare    // of each seat: what its person took over; nil: not told
	Gained []int32  // of each seat: how much more reality paid its person afterwards
	Heeded []bool   // of each seat
	Noted  []uint64 // what the rule remembers: Each words for every seat
	Each   int

	heeded []uint32 // scratch
}

// BlockReviewer lets many units look back. It does exactly what the rule does one by one, or it
// does nothing and reports false.
type BlockReviewer interface{ ReviewBlock(b *Reviews) bool }

// Selective is a Reviewer that does not read all lessons: Heeded and Gained only if gains is true,
// and Took only if took is true. The others may then hold anything.
type Selective interface{ Reads() (gains, took bool) }

// SeatsOf returns the numbers of the seats of the units from..to-1.
func (b *Reviews) SeatsOf(from, to int) []uint32 { return b.Seats[b.Began[from]:b.Began[to]] }

// Seat returns what the rule remembers of a seat.
func (b *Reviews) Seat(seat uint32) []uint64 {
	at := int(seat) * b.Each
	return b.Noted[at : at+b.Each : at+b.Each]
}

// HeededIn returns those seats of the units from..to-1 that are heeded. They are valid until the
// next call. It does not branch on that, because a processor cannot predict it.
func (b *Reviews) HeededIn(from, to int) []uint32 {
	seats, heeded := b.SeatsOf(from, to), b.Heeded
	b.heeded = slices.Grow(b.heeded[:0], len(seats))[:len(seats)]
	n, found := 0, b.heeded
	for _, seat := range seats {
		found[n] = seat
		is := 0
		if heeded[seat] {
			is = 1
		}
		n += is
	}
	return found[:n]
}

// Row makes a row the coins of a unit, of which it needs at most a number. first are the coins of
// the first call, or nil: see Coins.
func (b *Reviews) Row(row *CoinRow, unit, most int, first *FirstCoins) {
	if first != nil && most <= 64 {
		row.heads, row.left = first.Of(b.Tick, unit, 1<<uint(most)-1), most
		return
	}
	row.Stream, row.heads, row.left = b.Chance(unit), 0, 0
}

// Said returns the voices of a unit, of whom only the claims are known. They are valid until the
// next call.
func (b *Reviews) Said(unit int) *Voices {
	b.voices.Set(b.Claims, b.HeardIn(unit), nil, nil, nil, false)
	return &b.voices
}

// AboutOf returns the mask of what a unit is about, or nil: everything.
func (b *Reviews) AboutOf(unit int) []uint64 {
	if b.About == nil {
		return nil
	}
	width := b.Claims.width
	return b.About[unit*width : (unit+1)*width]
}
