package agents

import "math/bits"

// Many are the people from From to To-1 at one tick, as some rules of this package see them that work on many at once. They do exactly what
// they do one by one, or report false and do nothing: it is not for every case of a rule that such a loop is written. The engine asks
// wherever nobody could tell the difference.
type Many struct {
	From, To, Tick int
	Key            Key     // of the rule's chance
	Stream         *Stream // scratch, where lanes are dimensions
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
	left    []uint8
	coins   wideCoins
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

// ObjectifyMany is Objectify of the circles of many people for a Rate of 1: per person 4 bytes and 8 for each contact; per word 16 for each better one,
// and some 60 or 130 operations for up to 4 or 8 of them.
func (r Superior) ObjectifyMany(m *Many) bool {
	if r.Rate != 1 {
		return false
	}
	if m.superiorWide() {
		return true
	}
	m.touch()
	said, width := m.Claims.words, m.Claims.width
	zeros := m.Claims.rows * width
	for p := m.From; p < m.To; p++ {
		heard := m.Heard[m.Starts[p]:m.Starts[p+1]]
		norm := m.Norms.Row(p - m.From)
		if len(heard) > fewHeard {
			m.superiorOfMany(heard, m.Standing[p], norm)
			continue
		}
		var better [fewHeard + 4]int
		n, own := 0, m.Standing[p]
		for _, q := range heard {
			better[n&(fewHeard-1)] = int(q) * width
			n += int(less(own, m.Standing[q]))
		}
		past := (*[4]int)(better[n : n+4])
		*past = [4]int{zeros, zeros, zeros, zeros}
		switch {
		case n == 0:
			clear(norm)
		case n <= 4:
			for i := range norm {
				norm[i] = votesOf4(said, better[:4], i)
			}
		default:
			for i := range norm {
				norm[i] = votesOf8(said, better[:8], i)
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

// superiorOfMore is ObjectifyMany of Superior for those who have more than so many contacts.
func (m *Many) superiorOfMore(contacts uint32) {
	for p := m.From; p < m.To; p++ {
		if from, to := m.Starts[p], m.Starts[p+1]; to-from > contacts {
			m.superiorOfMany(m.Heard[from:to], m.Standing[p], m.Norms.Row(p-m.From))
		}
	}
}

func (m *Many) superiorOfMany(heard []int32, standing int32, norm Knowledge) {
	m.voices.Set(m.Claims, heard, nil, nil, m.Standing, false)
	m.unit.Standing = standing
	g := m.voices.Above(&m.unit)
	for i := range norm {
		norm[i] = m.voices.Votes(g, i)
	}
}

// InternalizeMany is Internalize from the circles of many people: 48 bytes a word, and the coins.
func (r Absorb) InternalizeMany(m *Many) bool {
	_, digits, sure := m.Stream.ask(r.Rate)
	if m.Beliefs.width == 2 && digits<<1 != 0 {
		m.absorbTwo(digits)
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

// absorbTwo is InternalizeMany of Absorb for bodies of two words.
func (m *Many) absorbTwo(digits uint64) {
	m.Stream.key = uint64(m.Key)
	for p := m.absorbTwoWide(digits); p < m.To; p++ {
		m.absorbTwoOf(p, digits)
	}
}

func (m *Many) absorbTwoOf(p int, digits uint64) {
	s, norm, belief := m.Stream, (*[2]Word)(m.Norms.Row(p-m.From)), (*[2]Word)(m.Beliefs.Row(p))
	n, o := norm[0], norm[1]
	b, c := belief[0], belief[1]
	x, y := b.Differs(n)&n.Known(), c.Differs(o)&o.Known()
	if x|y == 0 {
		return
	}
	s.at = counter(m.Tick, p)
	x, y = s.pair(place(0, 0, 0), digits, x, y)
	belief[0], belief[1] = b.Take(n, x), c.Take(o, y)
	m.Changed[p] += int32(bits.OnesCount64(x) + bits.OnesCount64(y))
}
