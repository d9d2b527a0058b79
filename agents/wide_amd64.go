//go:build !purego

package agents

import (
	"math/bits"

	"golang.org/x/sys/cpu"
)

// wide says whether the processor has what the loops of wide_amd64.s take. They give the same bits as those in Go.
var wide = cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VPOPCNTDQ && cpu.X86.HasBMI2

//go:noescape
func betterWide(c *wideCircles) (most uint32)

//go:noescape
func votesWide(norms, said *Word, slots *slots, people, width int)

//go:noescape
func betterListWide(list *uint32, heard *int32, contacts int, standing *int32, own int32, scale, lastPerson uint32) (n int)

//go:noescape
func countWide(norm, said *Word, list *uint32, eights, width int)

//go:noescape
func absorbTwoWide(beliefs, norms *Word, changed *int32, width, eights int, coins *manyCoins, left *uint8)

//go:noescape
func agreementTwoWide(rows *Word, with *[2]Word, scores *int32, eights int)

//go:noescape
func knownWide(words *Word, fours int) int

//go:noescape
func flipWide(open, heads, places, counters *uint64, eights int, keys *wideKeys, digits uint64)

//go:noescape
func fairWide(lanes, places *uint64, thirtytwos int, keys *wideKeys)

// wideCircles is what betterWide compares: wide_amd64.s has its fields by name.
type wideCircles struct {
	slots                 *slots
	starts                *uint32
	heard, standing, own  *int32
	people, ahead         int
	said                  *Word
	lastStart, lastPerson uint32
	scale, zeros          uint32 // halves of a Word in a row, and before nobody's
}

// superiorWide is ObjectifyMany of Superior, which has seen that all fits together. Who points to nobody is left to the loops in Go, which
// panic.
func (m *Many) superiorWide() bool {
	people, width := m.To-m.From, m.Claims.width
	if !wide || people <= 0 || m.From < 0 || width == 0 || m.Claims.rows == 0 || len(m.Heard) == 0 || int64(m.Claims.rows+1)*int64(width) >= 1<<31 {
		return false
	}
	starts, own := m.Starts[m.From:m.To+1:len(m.Starts)], m.Standing[m.From:m.To]
	last := starts[people]
	if len(m.slots) < people {
		m.slots = make([]slots, people)
	}
	most := betterWide(&wideCircles{
		slots: &m.slots[0], starts: &starts[0], heard: &m.Heard[0], standing: &m.Standing[0], own: &own[0], people: people, ahead: m.ahead(),
		said: &m.Claims.words[0], lastStart: last, lastPerson: uint32(m.Claims.rows - 1), scale: uint32(2 * width), zeros: uint32(2 * m.Claims.rows * width),
	})
	if most == ^uint32(0) {
		return false
	}
	votesWide(&m.Norms.words[0], &m.Claims.words[0], &m.slots[0], people, width)
	if most > fewHeard {
		m.superiorOfMore()
	}
	return true
}

// superiorOfMore is superiorWide for those who have more contacts than slots.
func (m *Many) superiorOfMore() {
	for p := m.From; p < m.To; p++ {
		if from, to := m.Starts[p], m.Starts[p+1]; to-from > fewHeard {
			heard, norm := m.Heard[from:to], m.Norms.Row(p-m.From)
			if !m.superiorOfList(heard, m.Standing[p], norm) {
				m.superiorOfMany(heard, m.Standing[p], norm)
			}
		}
	}
}

// superiorOfList is superiorOfMany. It reports false, and does nothing, if a contact is nobody, or too many stand above somebody.
func (m *Many) superiorOfList(heard []int32, own int32, norm Knowledge) bool {
	const room, most = 16, 4095
	if len(m.list) < len(heard)+room {
		m.list = make([]uint32, 2*len(heard)+room)
	}
	width := m.Claims.width
	n := betterListWide(&m.list[0], &heard[0], len(heard), &m.Standing[0], own, uint32(2*width), uint32(m.Claims.rows-1))
	switch {
	case n < 0 || n > most:
		return false
	case n == 0:
		clear(norm)
		return true
	}
	nobody := uint32(2 * m.Claims.rows * width)
	for k := range m.list[n : n+7] {
		m.list[n+k] = nobody
	}
	countWide(&norm[0], &m.Claims.words[0], &m.list[0], (n+7)/8, width)
	return true
}

// ahead is how many contacts ahead betterWide asks for standings, if a cache does not hold them and there are so many.
func (m *Many) ahead() int {
	const far = 192
	if len(m.Claims.words) < cached || int(m.Starts[m.To])+far+8 > len(m.Heard) {
		return 0
	}
	return far
}

// absorbTwoWide is absorbTwoOf for all but the last few people. It returns from whom on it did nothing.
func (m *Many) absorbTwoWide(i int) (from int) {
	people, width := m.To-m.From, m.Beliefs.width
	eights := people / 8
	if !wide || eights == 0 {
		return m.From
	}
	if len(m.left) < eights {
		m.left = make([]uint8, eights)
	}
	beliefs, norms, changed := m.Beliefs.words[m.From*width:m.To*width], m.Norms.words[:people*width], m.Changed[m.From:m.To]
	absorbTwoWide(&beliefs[i], &norms[i], &changed[0], width, eights, &m.coins, &m.left[0])
	for k, left := range m.left[:eights] {
		for ; left != 0; left &= left - 1 {
			p := m.From + 8*k + bits.TrailingZeros8(left)
			m.absorbTwoOf(i, p, p+1)
		}
	}
	return m.From + 8*eights
}

// absorbOneWide is absorbOne.
func (m *Many) absorbOneWide(i int, digits uint64) bool {
	if !wide {
		return false
	}
	w := m.Stream.wideFlips()
	for p := m.From; p < m.To; {
		n := 0
		for ; p < m.To && n < wideWords; p++ {
			_, _, w.open[n] = m.word(p, i)
			w.places[n], w.counters[n], w.words[n] = place(0, uint64(i), 0), counter(m.Tick, p), int32(p)
			n += int((w.open[n] | -w.open[n]) >> 63)
		}
		w.flip(m.Stream, n, digits)
		for k, q := range w.words[:n] {
			m.take(int(q), i, w.heads[k])
		}
	}
	return true
}

// agreementWide is Agreement for all but the last few rows. It returns from which on it did nothing.
func (l *Layer) agreementWide(with Knowledge, from, to int, scores []int32) int {
	eights := (to - from) / 8
	if !wide || l.width != 2 || eights <= 0 || len(scores) < to-from {
		return from
	}
	rows := l.words[2*from : 2*to]
	agreementTwoWide(&rows[0], (*[2]Word)(with), &scores[0], eights)
	return from + 8*eights
}

// knownOf counts the beliefs in many words.
func knownOf(words []Word) int {
	fours := len(words) / 4
	if !wide || fours == 0 {
		return Knowledge(words).Known()
	}
	return knownWide(&words[0], fours) + Knowledge(words[4*fours:]).Known()
}

// wideKeys is what the blocks of a stream share: wide_amd64.s has its fields by name.
type wideKeys struct {
	at   uint64
	keys [6]uint64
}

// wideFlips is scratch of the coins of many words.
type wideFlips struct {
	of *Stream
	wideKeys
	open, heads, places, counters [wideWords]uint64
	words                         [wideWords]int32
}

// wideWords is the number of words whose coins are turned at once, fewWords that from which it pays, and fewFair where they are fair.
const (
	wideWords = 64
	fewWords  = 8
	fewFair   = 24
)

func (s *Stream) wideFlips() *wideFlips {
	if s.flips == nil || s.flips.of != s { // a copy of a stream needs scratch of its own
		s.flips = &wideFlips{of: s}
	}
	w := s.flips
	w.at = s.at
	for i := range w.keys {
		w.keys[i] = s.key + uint64(i)*philoxWeyl
	}
	return w
}

// flip decides the coins of n words.
func (w *wideFlips) flip(s *Stream, n int, digits uint64) {
	if n == 0 {
		return
	}
	flipWide(&w.open[0], &w.heads[0], &w.places[0], &w.counters[0], (n+7)/8, &w.wideKeys, digits)
	if digits<<8 == 0 {
		return
	}
	for k, open := range w.open[:n] {
		if open != 0 {
			s.at = w.counters[k]
			w.heads[k] |= s.compare(w.places[k]+4, digits<<8, open)
		}
	}
}

// flipWordsWide is flipWords for at most wideWords words.
func (s *Stream) flipWordsWide(call, digits uint64, lanes []uint64) bool {
	if !wide || len(lanes) < fewWords || len(lanes) > wideWords {
		return false
	}
	w, n := s.wideFlips(), 0
	for i, open := range lanes {
		k := n & (wideWords - 1)
		w.open[k], w.places[k], w.counters[k], w.words[k] = open, place(call, uint64(i), 0), s.at, int32(i)
		n += int((open | -open) >> 63)
	}
	if n < fewWords {
		return false
	}
	w.flip(s, n, digits)
	for k, i := range w.words[:n] {
		lanes[i] = w.heads[k]
	}
	return true
}

// flipFairWide is flipFair for at most wideWords words.
func (s *Stream) flipFairWide(call uint64, lanes []uint64) bool {
	if !wide || len(lanes) < fewFair || len(lanes) > wideWords || none(lanes) {
		return false
	}
	w := s.wideFlips()
	n := copy(w.open[:], lanes)
	for i := range (n + 1) / 2 {
		w.places[i] = place(call, uint64(2*i), fairPart)
	}
	fairWide(&w.open[0], &w.places[0], (n+31)/32, &w.wideKeys)
	copy(lanes, w.open[:])
	return true
}

func none(lanes []uint64) bool {
	any := uint64(0)
	for _, l := range lanes {
		any |= l
	}
	return any == 0
}
