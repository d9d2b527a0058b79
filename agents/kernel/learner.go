package kernel

import "math/bits"

// Learner is a number of people who learn, each from his norm. Row k belongs to person From+k.
// Changed has one number per person.
type Learner struct {
	Key            Key // of their streams
	Tick, From     int
	Stream         *Stream // scratch; Reset it before any other use
	Width          int     // words a row, in Norms and Beliefs
	Norms, Beliefs []Word
	Changed        []int32 // each person's changed dimensions are added to it
	Taken          int64   // their sum is added to it
	Rows           []int32 // if TakesRows: the row of each one's norm, -1: none; nil: row k

	first FirstCoins
	coins manyCoins
	left  []uint8
}

// Absorb lets each person take his norm over where it differs from his belief, with probability
// rate per dimension. It gives what the first call of Flip gives for each person by himself. It
// touches 48 bytes a word, and takes 6 operations beside the coins. The AVX-512 loops take about
// 110 instructions a person for two words, coins included.
func (l *Learner) Absorb(rate float64) {
	if l.words() && (l.Rows != nil || !Wide) && l.first.Set(l.Stream, l.Key, rate) {
		l.absorbWord()
		return
	}
	before := sum(l.Changed)
	defer func() { l.Taken += sum(l.Changed) - before }()
	_, digits, sure := l.Stream.ask(rate)
	if digits<<1 != 0 && l.Stream.layout == dimensions {
		l.absorb(digits)
		return
	}
	open := l.Stream.Open(l.Width)
	for k := range l.Changed {
		norm, belief := l.Norms[k*l.Width:][:l.Width], l.Beliefs[k*l.Width:][:l.Width]
		any := uint64(0)
		for i := range open {
			open[i] = wanted(belief[i], norm[i])
			any |= open[i]
		}
		if any == 0 {
			continue
		}
		l.Stream.Reset(l.Key, l.Tick, l.From+k)
		l.Stream.flip(0, digits, sure, open)
		taken := 0
		for i, lanes := range open {
			take(&belief[i], norm[i], lanes)
			taken += bits.OnesCount64(lanes)
		}
		l.Changed[k] += int32(taken)
	}
}

func sum(of []int32) (n int64) {
	for _, v := range of {
		n += int64(v)
	}
	return n
}

// TakesRows reports whether Rows may be set.
func (l *Learner) TakesRows() bool { return l.words() }

// words reports whether bodies have one word, in the layout dimensions.
func (l *Learner) words() bool { return l.Width == 1 && l.Stream.layout == dimensions }

// absorbWord is Absorb for bodies of one word.
func (l *Learner) absorbWord() {
	taken := 0
	for k := range l.Changed {
		row := k
		if l.Rows != nil {
			if row = int(l.Rows[k]); row < 0 {
				continue
			}
		}
		norm, belief := l.Norms[row], &l.Beliefs[k]
		open := wanted(*belief, norm)
		if open == 0 {
			continue
		}
		heads := l.first.Of(l.Tick, l.From+k, open)
		take(belief, norm, heads)
		n := bits.OnesCount64(heads)
		l.Changed[k] += int32(n)
		taken += n
	}
	l.Taken += int64(taken)
}

// absorb is Absorb where coins are not fair. It takes two words of all people at a time, as
// flipPairs does.
func (l *Learner) absorb(digits uint64) {
	l.Stream.key = uint64(l.Key)
	i := 0
	for ; i+1 < l.Width; i += 2 {
		l.coins.set(l.Key, counter(l.Tick, l.From), place(0, uint64(i), 0), digits)
		l.absorbTwo(i, l.absorbTwoWide(i), len(l.Changed))
	}
	if i < l.Width && !l.absorbOneWide(i, digits) {
		l.absorbOne(i, digits)
	}
}

// absorbTwo decides the coins of words i and i+1 of the rows from..to-1, as pair does. The first
// round of each block was computed before, by set.
func (l *Learner) absorbTwo(i, from, to int) {
	width := l.Width
	norms, beliefs, changed := l.Norms[from*width:], l.Beliefs[from*width:], l.Changed[from:to]
	c, key := &l.coins.blocks, l.coins.keys[0]
	first := counter(l.Tick, l.From+from)
	for k := range changed {
		second := k*width + i + 1
		n1, n0, b1, b0 := norms[second], norms[second-1], &beliefs[second], &beliefs[second-1]
		x, y := wanted(*b0, n0), wanted(*b1, n1)
		if x|y == 0 {
			continue
		}
		at := first + uint64(k)
		r0, s0, r1, s1 := philox5Twice(c[0][0]^at, c[0][1], c[1][0]^at, c[1][1], key)
		r2, s2 := philox5(c[2][0]^at, c[2][1], key)
		openX, openY := x&r0&r1&r2, y&s0&s1&s2
		var lessX, lessY uint64
		if openX&openY != 0 {
			l.Stream.at = at
			lessX, lessY = l.Stream.pairOn(place(0, uint64(i), 3), l.coins.digits<<3, openX, openY)
		} else {
			r3, s3, r4, s4 := philox5Twice(c[3][0]^at, c[3][1], c[4][0]^at, c[4][1], key)
			if open := (openX | openY) & r3 & s3 & r4 & s4; open != 0 {
				a, b, e, f := philox5Twice(c[5][0]^at, c[5][1], c[6][0]^at, c[6][1], key)
				if open &= a & b & e & f; open != 0 {
					l.Stream.at = at
					lessX = l.Stream.compare(place(0, uint64(i), 7), l.coins.digits<<11, open)
				}
				lessX = l.coins.last.under(a, b, e, f, lessX)
			}
			lessX = l.coins.four.under(r3, s3, r4, s4, lessX)
			lessY = lessX
		}
		x &= l.coins.three.under3(r0, r1, r2, lessX)
		y &= l.coins.three.under3(s0, s1, s2, lessY)
		take(b0, n0, x)
		take(b1, n1, y)
		changed[k] += int32(bits.OnesCount64(x) + bits.OnesCount64(y))
	}
}

// absorbOne decides the coins of word i of all people.
func (l *Learner) absorbOne(i int, digits uint64) {
	for k := range l.Changed {
		if open := l.open(k, i); open != 0 {
			l.Stream.at = counter(l.Tick, l.From+k)
			l.take(k, i, l.Stream.compare(place(0, uint64(i), 0), digits, open))
		}
	}
}

// open returns the lanes of word i in which the norm of person From+k differs from his belief.
func (l *Learner) open(k, i int) uint64 {
	at := k*l.Width + i
	return wanted(l.Beliefs[at], l.Norms[at])
}

// take lets person From+k take his norm over in the given lanes of word i.
func (l *Learner) take(k, i int, lanes uint64) {
	at := k*l.Width + i
	take(&l.Beliefs[at], l.Norms[at], lanes)
	l.Changed[k] += int32(bits.OnesCount64(lanes))
}

// manyCoins is what the coins of many people share at one rate. The assembly uses its field names.
type manyCoins struct {
	at     uint64 // the counter of the first person
	keys   [5]uint64
	blocks [8][2]uint64 // after the first round; the first half still lacks the counter, by xor
	digits uint64
	three  steps // of the first three digits, for which each word has its own random words
	four   steps // of the next four, for which two words may share random words
	last   steps // of the four after those
}

// set prepares c for the coins of a place.
func (c *manyCoins) set(key Key, at, place, digits uint64) {
	c.at, c.digits = at, digits
	k := uint64(key)
	for part := range c.blocks {
		hi, lo := firstRound(place + uint64(part))
		c.blocks[part] = [2]uint64{hi ^ k, lo}
	}
	for i := range c.keys {
		k += philoxWeyl
		c.keys[i] = k
	}
	c.three, c.four, c.last = stepsOf(digits, 3), stepsOf(digits<<3, 4), stepsOf(digits<<7, 4)
}
