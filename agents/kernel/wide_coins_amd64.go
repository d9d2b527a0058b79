//go:build !purego

package kernel

// wideKeys is what the blocks of a stream share. The assembly uses its field names.
type wideKeys struct {
	at   uint64
	keys [6]uint64
}

// wideFlips is scratch for the coins of many words.
type wideFlips struct {
	of *Stream
	wideKeys
	open, heads, places, counters [wideWords]uint64
	words                         [wideWords]int32
}

// wideWords is the largest number of words whose coins are decided at once. That pays from fewWords
// words on, or from fewFair if the coins are fair.
const (
	wideWords = 64
	fewWords  = 8
	fewFair   = 24
)

// wideFlips returns the scratch, with the keys of this stream.
func (s *Stream) wideFlips() *wideFlips {
	if s.flips == nil || s.flips.of != s { // a copy of a stream needs scratch of its own
		s.flips = &wideFlips{of: s}
	}
	s.flips.set(s.key, s.at)
	return s.flips
}

// set sets what the blocks of a stream share.
func (w *wideKeys) set(key, at uint64) {
	w.at = at
	for i := range w.keys {
		w.keys[i] = key + uint64(i)*philoxWeyl
	}
}

// pairsWide is pairs for all but the last few ids. It returns the number of those it did.
func (k Key) pairsWide(tick, first int, words []uint64) (done int) {
	sixteens := len(words) / 32
	if !Wide || sixteens == 0 {
		return 0
	}
	var keys wideKeys
	keys.set(uint64(k), counter(tick, first))
	pairsAsm(&words[0], sixteens, &keys)
	return 16 * sixteens
}

// flip decides the coins of n words.
func (w *wideFlips) flip(s *Stream, n int, digits uint64) {
	if n == 0 {
		return
	}
	flipAsm(&w.open[0], &w.heads[0], &w.places[0], &w.counters[0], (n+7)/8, &w.wideKeys, digits)
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
	if !Wide || len(lanes) < fewWords || len(lanes) > wideWords {
		return false
	}
	w, n := s.wideFlips(), 0
	for i, open := range lanes {
		k := n & (wideWords - 1)
		w.open[k], w.places[k] = open, place(call, uint64(i), 0)
		w.counters[k], w.words[k] = s.at, int32(i)
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
	if !Wide || len(lanes) < fewFair || len(lanes) > wideWords || none(lanes) {
		return false
	}
	w := s.wideFlips()
	n := copy(w.open[:], lanes)
	for i := range (n + 1) / 2 {
		w.places[i] = place(call, uint64(2*i), fairPart)
	}
	fairAsm(&w.open[0], &w.places[0], (n+31)/32, &w.wideKeys)
	copy(lanes, w.open[:])
	return true
}

// none reports whether no lane is set.
func none(lanes []uint64) bool {
	any := uint64(0)
	for _, l := range lanes {
		any |= l
	}
	return any == 0
}
