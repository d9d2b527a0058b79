package kernel

// FirstCoins decides the coins of the first call of many streams with one key, in bodies of one
// word. It gives what Stream.Flip gives at the beginning of each stream, or, after SetCall, what it
// gives at a later call. What the streams share is computed once.
type FirstCoins struct {
	key          Key
	call         uint64
	rate         float64
	ready        bool
	digits, sure uint64
	// blocks after the first round; the counter is still to be xored into the first half
	blocks     [4][2]uint64
	fair       [2]uint64   // the same for the block of fair coins
	four, next steps       // of the first four digits, and of the next four
	rest       Stream      // scratch, for the digits after those eight
	speech     *wideSpeech // scratch
}

// Set prepares c for a key and a probability, in the way that s throws coins. If c is already
// prepared for them, this costs one comparison. It reports false for other layouts than dimensions
// (see Stream.Apart and Stream.Replicates). Then c must not be used.
func (c *FirstCoins) Set(s *Stream, key Key, rate float64) bool {
	return c.SetCall(s, key, 0, rate)
}

// SetCall is Set for the call after a number of calls.
func (c *FirstCoins) SetCall(s *Stream, key Key, call int, rate float64) bool {
	if s.layout != dimensions {
		return false
	}
	if c.ready && c.key == key && c.call == uint64(call) && c.rate == rate &&
		c.rest.heads == s.heads {
		return true
	}
	c.key, c.call, c.rate, c.ready = key, uint64(call), rate, true
	c.rest = Stream{key: uint64(key), heads: s.heads}
	_, c.digits, c.sure = c.rest.ask(rate)
	for part := range c.blocks {
		hi, lo := firstRound(place(c.call, 0, uint64(part)))
		c.blocks[part] = [2]uint64{hi ^ uint64(key), lo}
	}
	hi, lo := firstRound(place(c.call, 0, fairPart))
	c.fair = [2]uint64{hi ^ uint64(key), lo}
	c.four, c.next = stepsOf(c.digits, 4), stepsOf(c.digits<<4, 4)
	return true
}

// Of returns those of the given lanes in which the coin of an id at a tick is heads. It takes two
// blocks of 5 rounds, and two more if a coin is open after four digits.
func (c *FirstCoins) Of(tick, id int, open uint64) uint64 {
	switch c.digits {
	case 0:
		return open & c.sure
	case 1 << 63:
		a, _ := philox5(c.fair[0]^counter(tick, id), c.fair[1], uint64(c.key)+philoxWeyl)
		return open &^ a
	}
	return c.unfair(counter(tick, id), open)
}

func (c *FirstCoins) unfair(at, open uint64) uint64 {
	if open == 0 {
		return 0
	}
	b, key := &c.blocks, uint64(c.key)+philoxWeyl
	a0, a1, a2, a3 := philox5Twice(b[0][0]^at, b[0][1], b[1][0]^at, b[1][1], key)
	less := uint64(0)
	if left := open & a0 & a1 & a2 & a3; left != 0 {
		b0, b1, b2, b3 := philox5Twice(b[2][0]^at, b[2][1], b[3][0]^at, b[3][1], key)
		if left &= b0 & b1 & b2 & b3; left != 0 {
			c.rest.at = at
			less = c.rest.compare(place(c.call, 0, 4), c.digits<<8, left)
		}
		less = c.next.under(b0, b1, b2, b3, less)
	}
	return open & c.four.under(a0, a1, a2, a3, less)
}

// FirstWords fills words with the first random word of ids first, first+1 and so on, at a tick.
// They are what Key.Word returns. It takes a block of 6 rounds for two ids.
func (k Key) FirstWords(tick, first int, words []uint64) {
	i := 0
	if first&1 != 0 && len(words) > 0 {
		words[0] = k.Word(tick, first, 0)
		i = 1
	}
	for ; i+3 < len(words); i += 4 {
		at := counter(tick, (first+i)>>1)
		hx, lx := firstRound(0)
		words[i], words[i+1], words[i+2], words[i+3] = philox5Twice(
			hx^uint64(k)^at, lx, hx^uint64(k)^(at+1), lx, uint64(k)+philoxWeyl)
	}
	for ; i < len(words); i++ {
		words[i] = k.Word(tick, first+i, 0)
	}
}
