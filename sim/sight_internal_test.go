package sim

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/network"
)

// samplesOf lists all samples, each once.
func TestSamplesOf(t *testing.T) {
	for _, c := range []struct{ n, k, apart, want int }{
		{16, 4, 4, 1820}, {5, 2, 1, 10}, {6, 5, 10, 6}, {12, 6, 5, 924}, {15, 5, 4, 3003},
	} {
		all := samplesOf(c.n, c.k, c.apart)
		seen := map[uint64]bool{}
		for _, set := range all {
			if bits.OnesCount64(set) != c.k || seen[set] {
				t.Fatalf("%+v: %b has %d marks, there already: %v", c, set, bits.OnesCount64(set),
					seen[set])
			}
			seen[set] = true
			for ; set != 0; set &= set - 1 {
				if at := bits.TrailingZeros64(set); at%c.apart != 0 || at/c.apart >= c.n {
					t.Fatalf("%+v: a mark lies at %d", c, at)
				}
			}
		}
		if len(all) != c.want {
			t.Errorf("%+v: %d samples", c, len(all))
		}
	}
	for _, c := range []struct{ n, k, apart int }{{16, 0, 1}, {16, 16, 4}, {17, 4, 4},
		{40, 20, 1}} {
		if samplesOf(c.n, c.k, c.apart) != nil {
			t.Errorf("%+v: samples are listed", c)
		}
	}
}

// Every set of k of n bits has the same probability, in each of the ways in which samples are
// drawn.
func TestDrawsAlike(t *testing.T) {
	const n, k, rounds = 6, 2, 30_000
	sc := &scratch{}
	for name, draw := range map[string]func(d *dice) uint64{
		"few":  func(d *dice) uint64 { var s [1]uint64; sampleFew(d, n, k, 1, s[:]); return s[0] },
		"word": func(d *dice) uint64 { return sampleWord(d, n, k, 1) },
		"thin": func(d *dice) uint64 { s := []uint64{0x3f}; thin(sc, d, s, k); return s[0] },
		"thin of two": func(d *dice) uint64 {
			s := []uint64{0x7, 0x7}
			thin(sc, d, s, k)
			return s[0] | s[1]<<3
		},
	} {
		counts := map[uint64]int{}
		for id := range rounds {
			d := newDice(kernel.Key(5), 1, id)
			counts[draw(&d)]++
		}
		chi := 0.
		for _, c := range counts {
			e := float64(rounds) / 15
			chi += (float64(c) - e) * (float64(c) - e) / e
		}
		if len(counts) != 15 || chi > 36.1 { // the 99.9 % quantile of chi squared with 14 degrees
			t.Errorf("%s: %d sets, chi squared %v", name, len(counts), chi)
		}
	}
}

// What units see is the same for one unit as for a block of units. The seats that people heed are
// the same, too.
func TestBlocksSeeAlike(t *testing.T) {
	for i, reality := range []Reality{
		Blocks{Size: 4, Seen: 16}, Blocks{Size: 4, Seen: 32}, Additive{Seen: 20}, Additive{Seen: 2},
		Blocks{Size: 2, Seen: 8}, Blocks{Size: 4}, Blocks{Size: 16, Seen: 48},
	} {
		for _, agenda := range []agents.Agenda{
			nil,
			agents.AboutFunc(func(u *agents.Unit, about []uint64) {
				about[0] = 0xffff00ffff << (u.ID % 20)
			}),
		} {
			m, err := New(Scenario{
				Name: "seen", People: 60, Dimensions: 64, Ticks: 5, Reality: reality, Attention: 1,
				Channels: []Channel{{
					Name: "work", Structure: network.Communities{Team: 5, Size: 5}, Agenda: agenda,
					Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
					Internalize: agents.Absorb{Rate: .3},
				}},
			}, 3, 0)
			if err != nil {
				t.Fatal(err)
			}
			if err := m.Step(); err != nil {
				t.Fatal(err)
			}
			sc, c := m.workers.scratch[0], m.channels[0]
			if m.marker != nil {
				m.lookAll(sc, c, 3, c.units.Len())
			}
			seen := make([]uint64, 1)
			for u := 3; u < c.units.Len() && m.marker != nil; u++ {
				m.look(sc, c, u, turn{id: u}, seen)
				if seen[0] != sc.sights[u-3] {
					t.Fatalf("case %d: unit %d sees %x, in a block %x", i, u, seen[0],
						sc.sights[u-3])
				}
			}
			m.attendOne(sc, c.forum, 7, 60)
			drawn := append([]int32(nil), sc.units[:53]...)
			for p := 7; p < 60; p++ {
				unit := int32(-1)
				if seats := m.attend(sc, p, turn{id: p}); len(seats) > 0 {
					unit = seats[0].unit
				}
				if unit != drawn[p-7] {
					t.Fatalf("case %d: person %d heeds %d, in a block %d", i, p, unit, drawn[p-7])
				}
			}
		}
	}
}

// Marks, scores and sums agree with ScoreOn and Score.
func TestMarks(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 0))
	for _, c := range []struct {
		reality    Reality
		dimensions int
	}{
		{Blocks{Size: 4, Seen: 8}, 64}, {Blocks{Size: 3, Seen: 6}, 63},
		{Blocks{Size: 5, Seen: 5}, 130},
		{Blocks{Size: 8, Seen: 8}, 200}, {Additive{Seen: 9}, 100}, {Additive{Seen: 3}, 64},
		{Blocks{Size: 1, Seen: 1}, 64}, {Blocks{Size: 64, Seen: 64}, 128},
	} {
		land, err := c.reality.New(c.dimensions, agents.NewStream(1))
		if err != nil {
			t.Fatal(err)
		}
		k := land.(marker)
		width := agents.Width(c.dimensions)
		l := newLayer(50, c.dimensions)
		for p := range 50 {
			for i, truth := range land.Truth() {
				know := r.Uint64() | r.Uint64() | r.Uint64()
				wrong := r.Uint64() & r.Uint64() & r.Uint64()
				w := truth.Keep(know)
				l.Row(p)[i] = agents.Word{Yes: w.Yes&^wrong | w.No&wrong,
					No: w.No&^wrong | w.Yes&wrong}
			}
		}
		x, scores := newMarks(50, width, k.countsWrong()), make([]int32, 50)
		k.markMany(l, 0, 50, x, scores)
		all, _, _ := k.all()
		sum := int64(0)
		for p := range 50 {
			sum += int64(scores[p])
			if scores[p] != land.Score(l.Row(p)) || k.points()*x.on(p, all) != scores[p] {
				t.Fatalf("%+v: %d, want %d", c, scores[p], land.Score(l.Row(p)))
			}
			seen := make([]uint64, width)
			k.Sample(ruleStream(kernel.NewStream(2, 0, p)), seen)
			if got, want := k.points()*x.on(p, seen), k.ScoreOn(l.Row(p), seen); got != want {
				t.Fatalf("%+v: on a sample %d, want %d", c, got, want)
			}
		}
		if b, ok := land.(*blocks); ok && b.inWords() && b.sum(l.Words(0, 50)) != sum {
			t.Errorf("%+v: the sum is %d, want %d", c, b.sum(l.Words(0, 50)), sum)
		}
	}
}
