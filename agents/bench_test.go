package agents

import (
	"fmt"
	"testing"
)

const benchDimensions = 128

func BenchmarkUint64(b *testing.B) {
	s := newStream(1991, 0, 0)
	for b.Loop() {
		s.Uint64()
	}
}

// The masks have 64 lanes, and one.
func BenchmarkCoins(b *testing.B) {
	for _, p := range []float64{1e-6, .1, .5} {
		for _, lanes := range []uint64{^uint64(0), 1} {
			b.Run(fmt.Sprintf("p=%g/lanes=%x", p, lanes), func(b *testing.B) {
				s := newStream(1991, 0, 0)
				for b.Loop() {
					s.Coins(p, lanes)
				}
			})
		}
	}
}

func BenchmarkIntN(b *testing.B) {
	s := newStream(1991, 0, 0)
	for b.Loop() {
		s.IntN(1000)
	}
}

func BenchmarkExternalize(b *testing.B) {
	for _, r := range []Externalizer{Say{.9}, Act{}} {
		b.Run(fmt.Sprintf("%T", r), func(b *testing.B) {
			c := newScene(1, benchDimensions, 1)
			claim := make(Knowledge, Width(benchDimensions))
			for b.Loop() {
				r.Externalize(&c.person, c.belief, claim)
			}
			perWord(b, len(claim))
		})
	}
}

func BenchmarkInternalize(b *testing.B) {
	for _, r := range []Internalizer{Absorb{.1}, Gradual{.1}, Fill{.1}} {
		b.Run(fmt.Sprintf("%T", r), func(b *testing.B) {
			c := newScene(1, benchDimensions, 1)
			belief := make(Knowledge, len(c.belief))
			for b.Loop() {
				copy(belief, c.belief)
				r.Internalize(&c.person, c.norm, belief)
			}
			perWord(b, len(belief))
		})
	}
}

func BenchmarkSuperior(b *testing.B) { benchObjectify(b, Superior{Rate: .5}) }

func BenchmarkSuperiorPerVote(b *testing.B) { benchObjectify(b, Superior{Rate: .1, PerVote: true}) }

func BenchmarkMajority(b *testing.B) { benchObjectify(b, Majority{.5}) }

func BenchmarkBest(b *testing.B) { benchObjectify(b, Best{}) }

func BenchmarkAuthority(b *testing.B) { benchObjectify(b, Authority{Rate: .5, Weight: 10}) }

func BenchmarkScreen(b *testing.B) { benchObjectify(b, Screen{Rate: .5, Veto: .5}) }

func BenchmarkDecree(b *testing.B) { benchObjectify(b, Decree{.5}) }

func BenchmarkConsensus(b *testing.B) { benchObjectify(b, Consensus{Share: .8, Ticks: 3}) }

// benchObjectify reports the time per voice and word. About half of the voices stand above the
// unit.
func benchObjectify(b *testing.B, r Objectifier) {
	for _, voices := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("voices=%d", voices), func(b *testing.B) {
			c := newScene(1, benchDimensions, voices)
			if m, ok := r.(Rememberer); ok {
				c.unit.Planes = make([]uint64,
					Width(benchDimensions)*m.Memory(benchDimensions).Planes)
			}
			norm := make(Knowledge, len(c.norm))
			for b.Loop() {
				copy(norm, c.norm)
				r.Objectify(&c.unit, &c.voices, norm)
			}
			votes := float64(b.N * voices * len(norm))
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/votes, "ns/voice-word")
		})
	}
}

func BenchmarkAbove(b *testing.B) {
	c := newScene(1, benchDimensions, 1000)
	for b.Loop() {
		c.voices.Above(&c.unit)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*1000), "ns/voice")
}

func BenchmarkDistance(b *testing.B) {
	c := newScene(1, 6400, 1)
	for b.Loop() {
		c.belief.Distance(c.norm)
	}
	perWord(b, len(c.belief))
}

func perWord(b *testing.B, words int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*words), "ns/word")
}
