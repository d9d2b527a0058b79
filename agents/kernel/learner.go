package kernel

import "math/bits"

// Learner is some people who learn, each from a norm of his own. Row k is person From+k. There are
// as many rows as numbers in Changed.
type Learner struct {
	Key            Key // of their chance
	Tick, From     int
	Stream         *Stream // scratch, to be Reset before it is used for anything else
	Width          int     // words a row, in Norms and Beliefs
	Norms, Beliefs []Word
	Changed        []int32 // to which the dimensions are added that each has changed
	Taken          int64   // to which their sum is added
	Rows           []int32 // where TakesRows: the row of each one's norm, -1 for none; nil: his own

	first FirstCoins
	coins manyCoins
	left  []uint8
}

// Absorb lets each take his norm over, where it differs from what he believes, with a probability
// per dimension. Person by person the first call of Flip would give the same. It touches 48 bytes a
// word, and takes 6 operations beside the coins. Loops of AVX-512 take some 110 instructions a
// person for two words, coins included.
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

// TakesRows reports whether people may learn from norms by their rows.
func (l *Learner) TakesRows() bool { return l.words() }

// words reports whether bodies are of one word, whose lanes share what is drawn.
func (l *Learner) words() bool { return l.Width == 1 && l.Stream.layout == dimensions }

// absorbWord is Absorb of bodies of one word.
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

// absorb is Absorb where coins are not fair: two words of everybody after the other, as flipPairs
// does.
func (l *Learner) absorb(digits uint64) {
	l.Stream.key = uint64(l.Key)
	i := 0
	for ; i+1 < l.Width; i += 2 {
		l.coins.set(l.Key, counter(l.Tick, l.From), i, digits)
		l.absorbTwo(i, l.absorbTwoWide(i), len(l.Changed))
	}
	if i < l.Width && !l.absorbOneWide(i, digits) {
		l.absorbOne(i, digits)
	}
}

// absorbTwo decides the coins of words i and i+1 of the rows from..to-1, as pair does. The first
// round of every block is done.
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

// absorbOne decides the coins of word i of everybody.
func (l *Learner) absorbOne(i int, digits uint64) {
	for k := range l.Changed {
		if open := l.open(k, i); open != 0 {
			l.Stream.at = counter(l.Tick, l.From+k)
			l.take(k, i, l.Stream.compare(place(0, uint64(i), 0), digits, open))
		}
	}
}

// open returns where, in word i, person From+k has to learn.
func (l *Learner) open(k, i int) uint64 {
	at := k*l.Width + i
	return wanted(l.Beliefs[at], l.Norms[at])
}

// take lets person From+k take his norm over in lanes of word i.
func (l *Learner) take(k, i int, lanes uint64) {
	at := k*l.Width + i
	take(&l.Beliefs[at], l.Norms[at], lanes)
	l.Changed[k] += int32(bits.OnesCount64(lanes))
}

// manyCoins is what the coins of many people at one rate share. The assembly has its fields by
// name.
type manyCoins struct {
	at     uint64 // the counter of the first person
	keys   [5]uint64
	blocks [8][2]uint64 // after the first round, to whose first half a counter is added by xor
	digits uint64
	three  steps // of the first three digits, which each word has for itself
	four   steps // of the next, which two words may share
	last   steps // and of the next
}

// set makes c the coins of words i and i+1.
func (c *manyCoins) set(key Key, at uint64, i int, digits uint64) {
	c.at, c.digits = at, digits
	k := uint64(key)
	for part := range c.blocks {
		hi, lo := firstRound(place(0, uint64(i), uint64(part)))
		c.blocks[part] = [2]uint64{hi ^ k, lo}
	}
	for i := range c.keys {
		k += philoxWeyl
		c.keys[i] = k
	}
	c.three, c.four, c.last = stepsOf(digits, 3), stepsOf(digits<<3, 4), stepsOf(digits<<7, 4)
}
