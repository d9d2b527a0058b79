package agents

import "math/bits"

// InternalizeMany is Internalize from the circles of many people: 48 bytes a word, and the coins. Loops of AVX-512, where there are such,
// take some 110 instructions a person for two words, coins included. It panics if what Many has does not fit together.
func (r Absorb) InternalizeMany(m *Many) bool {
	if m.Norms.width != m.Beliefs.width || m.Norms.rows < m.To-m.From || m.Beliefs.rows < m.To || len(m.Changed) < m.To {
		panic("agents: InternalizeMany of people, beliefs and norms that do not fit together")
	}
	_, digits, sure := m.Stream.ask(r.Rate)
	if digits<<1 != 0 && m.Stream.layout == dimensions {
		m.absorb(digits)
		return true
	}
	open := m.Stream.Open(m.Beliefs.width)
	for p := m.From; p < m.To; p++ {
		norm, belief := m.Norms.Row(p-m.From), m.Beliefs.Row(p)
		any := uint64(0)
		for i := range open {
			n := norm[i]
			open[i] = belief[i].Differs(n) & n.Known()
			any |= open[i]
		}
		if any == 0 {
			continue
		}
		m.Stream.Reset(m.Key, m.Tick, p)
		m.Stream.flip(0, digits, sure, open)
		taken := 0
		for i, lanes := range open {
			belief[i] = belief[i].Take(norm[i], lanes)
			taken += bits.OnesCount64(lanes)
		}
		m.Changed[p] += int32(taken)
	}
	return true
}

// absorb is InternalizeMany of Absorb where coins are not fair: two words of everybody after the other, as flipPairs.
func (m *Many) absorb(digits uint64) {
	m.Stream.key = uint64(m.Key)
	i := 0
	for ; i+1 < m.Beliefs.width; i += 2 {
		m.coins.set(m.Key, counter(m.Tick, m.From), i, digits)
		m.absorbTwoOf(i, m.absorbTwoWide(i), m.To)
	}
	if i < m.Beliefs.width && !m.absorbOneWide(i, digits) {
		m.absorbOne(i, digits)
	}
}

// absorbTwoOf decides the coins of words i and i+1 of the people from..to-1 as pair does, with the first round of every block done.
func (m *Many) absorbTwoOf(i, from, to int) {
	width := m.Beliefs.width
	norms, beliefs, changed := m.Norms.words[(from-m.From)*width:], m.Beliefs.words[from*width:], m.Changed[from:to]
	c, key := &m.coins.blocks, m.coins.keys[0]
	at := counter(m.Tick, from)
	for k := range changed {
		second := k*width + i + 1
		n1, n0, b1, b0 := norms[second], norms[second-1], &beliefs[second], &beliefs[second-1]
		x := b0.Differs(n0) & n0.Known()
		y := b1.Differs(n1) & n1.Known()
		if x|y == 0 {
			continue
		}
		at := at + uint64(k)
		r0, s0, r1, s1 := philox5Twice(c[0][0]^at, c[0][1], c[1][0]^at, c[1][1], key)
		r2, s2 := philox5(c[2][0]^at, c[2][1], key)
		openX, openY := x&r0&r1&r2, y&s0&s1&s2
		var lessX, lessY uint64
		if openX&openY != 0 {
			m.Stream.at = at
			lessX, lessY = m.Stream.pairOn(place(0, uint64(i), 3), m.coins.digits<<3, openX, openY)
		} else {
			r3, s3, r4, s4 := philox5Twice(c[3][0]^at, c[3][1], c[4][0]^at, c[4][1], key)
			if open := (openX | openY) & r3 & s3 & r4 & s4; open != 0 {
				a, b, e, f := philox5Twice(c[5][0]^at, c[5][1], c[6][0]^at, c[6][1], key)
				if open &= a & b & e & f; open != 0 {
					m.Stream.at = at
					lessX = m.Stream.compare(place(0, uint64(i), 7), m.coins.digits<<11, open)
				}
				lessX = m.coins.last.under(a, b, e, f, lessX)
			}
			lessX = m.coins.four.under(r3, s3, r4, s4, lessX)
			lessY = lessX
		}
		x &= m.coins.three.under3(r0, r1, r2, lessX)
		y &= m.coins.three.under3(s0, s1, s2, lessY)
		*b0 = b0.Take(n0, x)
		*b1 = b1.Take(n1, y)
		changed[k] += int32(bits.OnesCount64(x) + bits.OnesCount64(y))
	}
}

// absorbOne decides the coins of word i of everybody.
func (m *Many) absorbOne(i int, digits uint64) {
	for p := m.From; p < m.To; p++ {
		if _, _, open := m.word(p, i); open != 0 {
			m.Stream.at = counter(m.Tick, p)
			m.take(p, i, m.Stream.compare(place(0, uint64(i), 0), digits, open))
		}
	}
}

// word is word i of what a person believes, of the norm, and where he would have to learn.
func (m *Many) word(p, i int) (belief *Word, norm Word, open uint64) {
	width := m.Beliefs.width
	belief, norm = &m.Beliefs.words[p*width+i], m.Norms.words[(p-m.From)*width+i]
	return belief, norm, belief.Differs(norm) & norm.Known()
}

// take lets a person take the norm over in lanes of word i.
func (m *Many) take(p, i int, lanes uint64) {
	belief, norm, _ := m.word(p, i)
	*belief = belief.Take(norm, lanes)
	m.Changed[p] += int32(bits.OnesCount64(lanes))
}

// manyCoins is what the coins of many people at one rate share.
type manyCoins struct {
	at     uint64 // the counter of the first person
	keys   [5]uint64
	blocks [8][2]uint64 // after the first round, but for the counter, which comes in with the second half
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
