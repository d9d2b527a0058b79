package kernel

// superiorWide is circles with the AVX-512 loops. It reports false if there are none, or if a
// contact is out of range. Then the loops in Go run, and panic in the second case.
func (b *Block) superiorWide() bool {
	people, width, rows := b.To-b.From, b.Claims.width, b.Claims.rows
	if !Wide || people <= 0 || b.From < 0 || width == 0 || rows == 0 ||
		len(b.Heard) == 0 || int64(rows+1)*int64(width) >= 1<<31 {
		return false
	}
	if len(b.slots) < people {
		b.slots = make([]Slots, people)
	}
	most := Better(&Circles{
		Slots: b.slots, Starts: b.Starts[b.From : b.To+1 : len(b.Starts)], Heard: b.Heard,
		Standing: b.Standing, Own: b.Standing[b.From:b.To], Said: b.Claims.words,
		Width: width, Ahead: b.ahead(),
	})
	if most == ^uint32(0) {
		return false
	}
	Votes(b.Norms.words, b.Claims.words, b.slots[:people], width)
	if most > fewHeard {
		b.superiorOfMore()
	}
	return true
}

// superiorOfMore is superiorWide for people with more contacts than slots.
func (b *Block) superiorOfMore() {
	for p := b.From; p < b.To; p++ {
		if from, to := b.Starts[p], b.Starts[p+1]; to-from > fewHeard {
			heard, norm := b.Heard[from:to], b.Norms.Row(p-b.From)
			if !b.superiorOfList(heard, b.Standing[p], norm) {
				b.superiorOfMany(heard, b.Standing[p], norm)
			}
		}
	}
}

// superiorOfList is superiorOfMany with the AVX-512 loops. It does nothing and reports false if a
// contact is out of range, or if more contacts stand above the person than can be counted.
func (b *Block) superiorOfList(heard []int32, own int32, norm []Word) bool {
	const room, most = 16, 4095
	if len(b.list) < len(heard)+room {
		b.list = make([]uint32, 2*len(heard)+room)
	}
	width := b.Claims.width
	n := BetterList(b.list, heard, b.Standing, own, width)
	switch {
	case n < 0 || n > most:
		return false
	case n == 0:
		clear(norm)
		return true
	}
	nobody := uint32(2 * b.Claims.rows * width)
	for k := range b.list[n : n+7] {
		b.list[n+k] = nobody
	}
	CountList(norm, b.Claims.words, b.list[:(n+7)&^7], width)
	return true
}

// ahead returns how many contacts ahead Better reads standings. It is 0 if a cache holds all
// claims, or if there are too few contacts.
func (b *Block) ahead() int {
	const far = 192
	if len(b.Claims.words) < cachedWords || int(b.Starts[b.To])+far+8 > len(b.Heard) {
		return 0
	}
	return far
}
