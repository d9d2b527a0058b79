package agents

import "math/bits"

// Many are the people from From to To-1 at one tick, as some rules of this package see them that work on many at once. They do exactly what
// they do one by one, or report false and do nothing: it is not for every case of a rule that such a loop is written. The engine asks
// wherever nobody could tell the difference.
type Many struct {
	From, To, Tick int
	Key            Key     // of the rule's chance
	Stream         *Stream // scratch, where lanes are dimensions; to be Reset before it is used for anything else
	Beliefs        *Layer  // by person
	Claims         *Layer  // by person
	Norms          *Layer  // of the circles of these people, by person from From on

	Standing []int32  // by person
	Starts   []uint32 // person p hears Heard[Starts[p]:Starts[p+1]]
	Heard    []int32

	Changed []int32 // what the rule adds to: by person, the dimensions that he has changed

	voices  Voices // scratch
	unit    Unit
	slots   [][8]uint32
	list    []uint32
	left    []uint8
	coins   manyCoins
	touched uint64 // nobody reads it
}

// ExternalizeMany is Externalize for those who say everything: 32 bytes a word.
func (r Voice) ExternalizeMany(m *Many) bool {
	if r.Rate != 1 {
		return false
	}
	m.Claims.CopyRows(m.Beliefs, m.From, m.To)
	return true
}

// ObjectifyMany is Objectify of the circles of many people for a Rate of 1: per person 4 bytes and 8 for each contact; per word 16 for each
// better one, and some 20, 60, 90 or 130 operations for up to 2, 4, 6 or 8 of them. Loops of AVX-512, where there are such, take some 90
// instructions a person in all for up to 8 contacts and 4 words.
func (r Superior) ObjectifyMany(m *Many) bool {
	if r.Rate != 1 {
		return false
	}
	if m.superiorWide() {
		return true
	}
	m.touch()
	said, width, standing := m.Claims.words, m.Claims.width, m.Standing
	zeros := m.Claims.rows * width
	starts := m.Starts[m.From : m.To+1 : len(m.Starts)]
	var better [fewHeard + 2]int
	at := (*[fewHeard]int)(better[:fewHeard])
	for k, own := range standing[m.From:m.To] {
		heard := m.Heard[starts[k]:starts[k+1]]
		norm := m.Norms.words[k*width : (k+1)*width]
		if len(heard) > fewHeard {
			m.superiorOfMany(heard, own, norm)
			continue
		}
		n := 0
		for _, q := range heard {
			better[n&(fewHeard-1)] = int(q) * width
			n += int(less(own, standing[q]))
		}
		better[n], better[n+1] = zeros, zeros
		switch { // as votesOf, but once for all words
		case n <= 2:
			for i := range norm {
				norm[i] = votesOf2(said, at, i)
			}
		case n <= 4:
			for i := range norm {
				norm[i] = votesOf4(said, at, i)
			}
		case n <= 6:
			for i := range norm {
				norm[i] = votesOf6(said, at, i)
			}
		default:
			for i := range norm {
				norm[i] = votesOf8(said, at, i)
			}
		}
	}
	return true
}

// cached is the number of words of claims up to which a processor's own cache holds them.
const cached = 1 << 15

// touch reads what is soon needed, all of it at once: rows that lie anywhere in memory come in side by side, while the votes would wait for
// one after the other. At a million people that is most of the time.
func (m *Many) touch() {
	words, width := m.Claims.words, m.Claims.width
	if len(words) < cached {
		return
	}
	sum := uint64(0)
	for _, q := range m.Heard[m.Starts[m.From]:m.Starts[m.To]] {
		sum += words[int(q)*width].Yes + uint64(m.Standing[q])
	}
	m.touched = sum
}

// fewHeard is the number of contacts that ObjectifyMany counts without a loop.
const fewHeard = 8

func (m *Many) superiorOfMany(heard []int32, standing int32, norm Knowledge) {
	m.voices.Set(m.Claims, heard, nil, nil, m.Standing, false)
	m.unit.Standing = standing
	g := m.voices.Above(&m.unit)
	for i := range norm {
		norm[i] = m.voices.Votes(g, i)
	}
}

// InternalizeMany is Internalize from the circles of many people: 48 bytes a word, and the coins. Loops of AVX-512, where there are such,
// take some 110 instructions a person for two words, coins included.
func (r Absorb) InternalizeMany(m *Many) bool {
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
	norms, beliefs, changed := m.Norms.words[(from-m.From)*width+i:], m.Beliefs.words[from*width+i:], m.Changed[from:to]
	c, d, key := &m.coins.blocks, &m.coins.first, m.coins.keys[0]
	for k := range changed {
		norm, belief := (*[2]Word)(norms[k*width:]), (*[2]Word)(beliefs[k*width:])
		x := belief[0].Differs(norm[0]) & norm[0].Known()
		y := belief[1].Differs(norm[1]) & norm[1].Known()
		if x|y == 0 {
			continue
		}
		at := counter(m.Tick, from+k)
		a0, b0, a1, b1 := philox5Twice(c[0][0]^at, c[0][1], c[1][0]^at, c[1][1], key)
		a2, b2 := philox5(c[2][0]^at, c[2][1], key)
		openX, openY := x&a0&a1&a2, y&b0&b1&b2
		if openX&openY != 0 {
			m.Stream.at = at
			x, y = m.Stream.pair(place(0, uint64(i), 0), m.coins.digits, x, y)
		} else {
			a3, b3, a4, b4 := philox5Twice(c[3][0]^at, c[3][1], c[4][0]^at, c[4][1], key)
			var heads uint64
			if open := (openX | openY) & a3 & b3 & a4 & b4; open != 0 {
				m.Stream.at = at
				heads = m.Stream.compare(place(0, uint64(i), 5), m.coins.digits<<7, open)
			}
			heads = under(d[3], a3, under(d[4], b3, under(d[5], a4, under(d[6], b4, heads))))
			x &= under(d[0], a0, under(d[1], a1, under(d[2], a2, heads)))
			y &= under(d[0], b0, under(d[1], b1, under(d[2], b2, heads)))
		}
		belief[0], belief[1] = belief[0].Take(norm[0], x), belief[1].Take(norm[1], y)
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

// under is which numbers are less than p, given a digit of p and one of each, and which are less by the digits after it. A random bit of 1
// says that the two digits are the same.
func under(d, random, after uint64) uint64 { return after&random | d&^random }

// manyCoins is what the coins of many people at one rate share.
type manyCoins struct {
	at     uint64 // the counter of the first person
	keys   [5]uint64
	blocks [8][2]uint64 // after the first round, but for the counter, which comes in with the second half
	digits uint64
	first  [7]uint64 // of the digits: all ones or all zeros
}

// set makes c the coins of words i and i+1.
func (c *manyCoins) set(key Key, at uint64, i int, digits uint64) {
	c.at, c.digits = at, digits
	k := uint64(key)
	for part := range c.blocks {
		hi, lo := bits.Mul64(philoxMultiplier, place(0, uint64(i), uint64(part)))
		c.blocks[part] = [2]uint64{hi ^ k, lo}
	}
	for i := range c.keys {
		k += philoxWeyl
		c.keys[i] = k
	}
	for i := range c.first {
		c.first[i] = first(digits << i)
	}
}
