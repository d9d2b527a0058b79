//go:build !purego

package kernel

import "math/bits"

// wideCircles is Circles in the form that the assembly needs. It uses the field names.
type wideCircles struct {
	slots                 *Slots
	starts                *uint32
	heard, standing, own  *int32
	people, ahead         int
	said                  *Word
	lastStart, lastPerson uint32
	scale, zeros          uint32 // halves of a Word in a row, and before the row of zeros
}

// Better fills each person's slots with the contacts who stand above him. A slot holds where the
// contact's claims begin, in halves of a Word. Unused slots point to the row of zeros. The slots of
// people with more than 8 contacts have no meaning.
//
// The result has the bits of all numbers of contacts, or-ed together. It is all ones if a start or
// a contact is out of range. If Ahead is not 0, it asks early for data of the contact that many
// places further on in Heard. There must be people, contacts and claims, and less than 2^31 words
// of claims.
func Better(c *Circles) (most uint32) {
	people, rows := len(c.Own), len(c.Standing)
	return betterAsm(&wideCircles{
		slots: &c.Slots[:people][0], starts: &c.Starts[:people+1][0], heard: &c.Heard[0],
		standing: &c.Standing[0], own: &c.Own[0], people: people, ahead: c.Ahead,
		said: &c.Said[0], lastStart: c.Starts[people], lastPerson: uint32(rows - 1),
		scale: uint32(2 * c.Width), zeros: uint32(2 * rows * c.Width),
	})
}

// Votes counts the votes of the voices in each person's slots, as Better fills them, and writes
// them to his row of norms. Rows have width words.
func Votes(norms, said []Word, slots []Slots, width int) {
	norms = norms[:len(slots)*width]
	votesAsm(&norms[0], &said[0], &slots[0], len(slots), width)
}

// BetterList lists the contacts who stand above own: where the claims of each begin, in halves of a
// Word. The list needs room for 16 more than there are contacts. It returns their number, or -1 if
// a contact is out of range.
func BetterList(list []uint32, heard, standing []int32, own int32, width int) int {
	list = list[:len(heard)+16]
	return betterListAsm(
		&list[0], &heard[0], len(heard), &standing[0], own,
		uint32(2*width), uint32(len(standing)-1),
	)
}

// CountList counts the votes of up to 4,095 voices, listed as by BetterList, into a norm of width
// words. The length of the list is a multiple of 8.
func CountList(norm, said []Word, list []uint32, width int) {
	norm = norm[:width]
	countAsm(&norm[0], &said[0], &list[0], len(list)/8, width)
}

// absorbTwoWide is absorbTwo for all but the last few people. It returns the first row that it left
// out.
func (l *Learner) absorbTwoWide(i int) (from int) {
	people, width := len(l.Changed), l.Width
	eights := people / 8
	if !Wide || eights == 0 {
		return 0
	}
	if len(l.left) < eights {
		l.left = make([]uint8, eights)
	}
	beliefs, norms := l.Beliefs[:people*width], l.Norms[:people*width]
	absorbTwoAsm(&beliefs[i], &norms[i], &l.Changed[0], width, eights, &l.coins, &l.left[0])
	for k, left := range l.left[:eights] {
		for ; left != 0; left &= left - 1 {
			p := 8*k + bits.TrailingZeros8(left)
			l.absorbTwo(i, p, p+1)
		}
	}
	return 8 * eights
}

// absorbOneWide is absorbOne. It reports false if it did nothing.
func (l *Learner) absorbOneWide(i int, digits uint64) bool {
	if !Wide {
		return false
	}
	w := l.Stream.wideFlips()
	for p := 0; p < len(l.Changed); {
		n := 0
		for ; p < len(l.Changed) && n < wideWords; p++ {
			w.open[n], w.places[n] = l.open(p, i), place(0, uint64(i), 0)
			w.counters[n], w.words[n] = counter(l.Tick, l.From+p), int32(p)
			n += int((w.open[n] | -w.open[n]) >> 63)
		}
		w.flip(l.Stream, n, digits)
		for k, q := range w.words[:n] {
			l.take(int(q), i, w.heads[k])
		}
	}
	return true
}

// wideSpeech is scratch for what many people say. The assembly uses its field names.
type wideSpeech struct {
	coins                 manyCoins // first: the assembly finds both at the same place
	by                    [3]steps  // of the first four digits, of the next four, and of four more
	of                    *FirstCoins
	place                 uint64 // of the coins
	open, heads, counters [mostSaid + 8]uint64
}

// mostSaid is the largest number of people for whom wideSpeech has room.
const mostSaid = 128

// sayWide decides what people say, the first of whom has the id from, of bodies of one word. It
// returns the first body that it left out: none, or all.
func (c *FirstCoins) sayWide(tick, from int, beliefs, claims []Word) (done int) {
	if !Wide || c.digits == 0 || c.digits == 1<<63 || len(beliefs) < fewWords {
		return 0
	}
	if c.speech == nil || c.speech.of != c { // a copy of c needs scratch of its own
		c.speech = &wideSpeech{of: c}
	}
	w := c.speech
	w.place = place(c.call, 0, 0)
	w.by = [3]steps{c.four, c.next, stepsOf(c.digits<<8, 4)}
	w.coins.set(c.key, 0, w.place, c.digits)
	for done < len(beliefs) {
		n := min(len(beliefs)-done, mostSaid)
		w.coins.at = counter(tick, from+done)
		w.say(&c.rest, beliefs[done:][:n], claims[done:][:n])
		done += n
	}
	return done
}

// say is sayWide for at most mostSaid people. The few whose coins are open after eight digits get
// four more together. Those whose coins are open still get others one by one.
func (w *wideSpeech) say(rest *Stream, beliefs, claims []Word) {
	left := sayAsm(&beliefs[0], &claims[0], len(beliefs), w)
	for k, heads := range w.heads[:left] {
		if open := w.open[k]; open != 0 {
			rest.at = w.counters[k]
			heads |= rest.compare(w.place+6, w.coins.digits<<12, open)
		}
		p := w.counters[k] - w.coins.at
		more := keep(beliefs[p], heads)
		claims[p].Yes |= more.Yes
		claims[p].No |= more.No
	}
}

// agreementWide is Agreement for all but the last few rows. It returns the first row that it left
// out.
func agreementWide(rows, with []Word, scores []int32) (done int) {
	eights := len(scores) / 8
	if !Wide || len(with) != 2 || eights == 0 {
		return 0
	}
	rows = rows[:2*len(scores)]
	agreementTwoAsm(&rows[0], (*[2]Word)(with), &scores[0], eights)
	return 8 * eights
}

// knownWide is Known for all but the last few words. It returns the first word that it left out.
func knownWide(words []Word) (done, n int) {
	fours := len(words) / 4
	if !Wide || fours == 0 {
		return 0, 0
	}
	return 4 * fours, knownAsm(&words[0], fours)
}

// spreadWide is Spread.
func spreadWide(sets, places []uint64) bool {
	if !Wide || len(sets) == 0 {
		return false
	}
	places = places[:len(sets)]
	spreadAsm(&sets[0], &places[0], len(sets))
	return true
}

// spreadOne is spread.
func spreadOne(set, places uint64) uint64 {
	if Wide {
		return spreadOneAsm(set, places)
	}
	return spread(set, places)
}
