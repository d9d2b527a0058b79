package kernel

import "slices"

// Tosser throws the first coins of many streams, as Stream.Toss does at the beginning of each. It
// does not branch on what comes out, because a processor cannot predict that.
type Tosser struct {
	key, heads uint64
	tick, from int
	all        []uint64 // two words of each stream, drawn beforehand

	words []uint64 // those of the stream
	drawn int      // how many of them were used
	more  []uint64 // the words of a stream for which those drawn beforehand do not suffice
}

// Open makes t the tosser of the streams of the ids from..to-1 at a tick, in the way that s throws
// coins. It draws two words of each stream, and more when they are needed.
func (t *Tosser) Open(s *Stream, k Key, tick, from, to int) {
	t.key, t.tick, t.from, t.heads = uint64(k), tick, from, 0
	if s.heads {
		t.heads = 1
	}
	n := 2 * (to - from)
	t.all = slices.Grow(t.all[:0], n)[:n]
	k.pairs(tick, from, t.all)
}

// pairs fills words with the first two words of the streams of the ids first, first+1 and so on.
func (k Key) pairs(tick, first int, words []uint64) {
	done := k.pairsWide(tick, first, words)
	words, first = words[2*done:], first+done
	hi, lo := firstRound(0)
	for ; len(words) >= 4; words, first = words[4:], first+2 {
		words[0], words[1], words[2], words[3] = philox5Twice(
			hi^uint64(k)^counter(tick, first), lo,
			hi^uint64(k)^counter(tick, first+1), lo, uint64(k)+philoxWeyl)
	}
	if len(words) > 0 {
		words[0], words[1] = philox6(0, counter(tick, first), uint64(k))
	}
}

// Begin begins the stream of an id, for at most a number of coins.
func (t *Tosser) Begin(id, coins int) {
	at := 2 * (id - t.from)
	if t.words, t.drawn = t.all[at:at+2], 0; coins > 2 {
		t.extend(id, coins)
	}
}

// extend draws the words of a stream for a number of coins.
func (t *Tosser) extend(id, coins int) {
	t.more = slices.Grow(t.more[:0], coins+1)
	for block := uint64(0); len(t.more) < coins; block++ {
		a, b := philox6(block, counter(t.tick, id), t.key)
		t.more = append(t.more, a, b)
	}
	t.words = t.more
}

// Toss throws one coin: 1 is heads. It draws nothing if the odds are 0 or sure. There must be no
// more coins than Begin was told.
func (t *Tosser) Toss(odds Odds) (heads uint64) {
	p := uint64(odds)
	any := (p | -p) >> 63
	draws := (p - uint64(sure)) >> 63 & any
	w := uint64(0)
	if t.drawn < len(t.words) { // else the odds are 0 or sure
		w = t.words[t.drawn]
	}
	t.drawn += int(draws)
	return (w>>1-p)>>63 | any&t.heads
}
