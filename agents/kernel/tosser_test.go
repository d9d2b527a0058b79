package kernel

import "testing"

// A Tosser gives what the streams give one by one, whatever the odds, in any order of streams.
func TestTosserIsTheStreams(t *testing.T) {
	draw, tosser := NewStream(1, 2, 3), new(Tosser)
	for round := range 300 {
		stream := NewStream(Key(draw.Uint64()), draw.IntN(100), 0)
		key, tick := Key(stream.key), int(stream.at>>32)
		from, n := draw.IntN(50), 1+draw.IntN(50)
		stream.AllHeads(round%10 == 0)
		tosser.Open(stream, key, tick, from, from+n)
		for range 3 * n {
			id := from + draw.IntN(n)
			stream.Reset(key, tick, id)
			coins := draw.IntN(12)
			tosser.Begin(id, coins)
			for toss := range coins {
				odds := someOdds(draw)
				want := uint64(0)
				if stream.Toss(odds) {
					want = 1
				}
				if got := tosser.Toss(odds); got != want {
					t.Fatalf("toss %d at odds %x gives %d, want %d", toss, odds, got, want)
				}
			}
		}
	}
}

// someOdds draws odds of all kinds.
func someOdds(draw *Stream) Odds {
	switch draw.IntN(6) {
	case 0:
		return 0
	case 1:
		return sure
	case 2:
		return sure - Odds(draw.IntN(2)) - 1
	case 3:
		return 1 + Odds(draw.IntN(2))
	}
	return OddsOf(draw.Float64())
}

// Odds are the probability in units of 2^-63, rounded down, and 0 for what is no number.
func TestOddsOf(t *testing.T) {
	nan := 0.0
	nan /= nan
	for _, c := range []struct {
		p    float64
		want Odds
	}{
		{-1, 0}, {0, 0}, {nan, 0}, {0x1p-64, 0}, {0x1p-63, 1}, {0x1.8p-62, 3}, {.5, 1 << 62},
		{1 - 0x1p-53, 1<<63 - 1<<10}, {1, 1 << 63}, {2, 1 << 63},
	} {
		if got := OddsOf(c.p); got != c.want {
			t.Errorf("the odds of %v are %x, want %x", c.p, got, c.want)
		}
	}
}
