package kernel

import "testing"

// The people of a block say what they say one by one, however many they are.
func TestSayIsOneByOne(t *testing.T) {
	for seed := range uint64(40) {
		for k, rate := range []float64{.8, .3, .5, .01, 0, 1} {
			dimensions := []int{64, 36, 100}[seed%3]
			people := 1 + int(seed*37+uint64(k)*11)%200
			s := newSociety(seed, people, dimensions, 2)
			b, alone := &s.many, NewLayer[[]Word](people, dimensions)
			b.From, b.To = int(seed)%people, people
			for p := b.From; p < b.To; p++ {
				open, belief := make([]uint64, alone.width), s.beliefs.Row(p)
				for i, w := range belief {
					open[i] = w.Yes | w.No
				}
				b.Chance(p).Flip(rate, open)
				for i, w := range belief {
					alone.Row(p)[i] = keep(w, open[i])
				}
			}
			b.Say(rate)
			for p := b.From; p < b.To; p++ {
				for i, want := range alone.Row(p) {
					if got := s.claims.Row(p)[i]; got != want {
						t.Fatalf("person %d of %d says %x at %v, want %x", p, people, got, rate,
							want)
					}
				}
			}
		}
	}
}
