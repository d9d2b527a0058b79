package kernel

import (
	"fmt"
	"math/bits"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// society is a random block of people, with their bodies and contacts.
type society struct {
	many                   Block
	beliefs, claims, norms *Bare
	changed                []int32
}

// newSociety draws a society of a given size, with at most a given number of contacts per person.
// Some bodies are alike, some empty.
func newSociety(seed uint64, people, dimensions, contacts int) *society {
	draw := NewStream(NewKey(seed, 0, "society", ""), people, dimensions)
	s := &society{
		beliefs: NewLayer[[]Word](people, dimensions), claims: NewLayer[[]Word](people, dimensions),
		norms:   NewLayer[[]Word](people, dimensions),
		changed: make([]int32, people),
	}
	m := &s.many
	m.Circles = true
	m.Tick, m.Key, m.Stream = draw.IntN(1<<20), Key(draw.Uint64()), new(Stream)
	m.Beliefs, m.Claims, m.Norms, m.Changed = s.beliefs, s.claims, s.norms, s.changed
	m.Starts = append(m.Starts, 0)
	like := draw.Float64()
	for p := range people {
		copy(s.beliefs.Row(p), randomBody(draw, dimensions))
		copy(s.claims.Row(p), randomBody(draw, dimensions))
		copy(s.norms.Row(p), randomBody(draw, dimensions))
		if draw.Coin(like) {
			copy(s.norms.Row(p), s.beliefs.Row(p))
		}
		s.changed[p] = int32(draw.IntN(9))
		m.Standing = append(m.Standing, int32(draw.IntN(9)-4)*(1<<28-1))
		for range draw.IntN(contacts + 1) {
			m.Heard = append(m.Heard, int32(draw.IntN(people)))
		}
		m.Starts = append(m.Starts, uint32(len(m.Heard)))
	}
	return s
}

// votes counts the votes of a person's contacts who stand above him, one lane after the other.
func (s *society) votes(p int) []Word {
	norm := make([]Word, s.claims.width)
	for i := range norm {
		var sums [64]int
		for _, q := range s.many.Heard[s.many.Starts[p]:s.many.Starts[p+1]] {
			if s.many.Standing[q] > s.many.Standing[p] {
				for lane := range sums {
					w := s.claims.Row(int(q))[i]
					sums[lane] += int(w.Yes>>lane&1) - int(w.No>>lane&1)
				}
			}
		}
		for lane, sum := range sums {
			if sum > 0 {
				norm[i].Yes |= 1 << lane
			} else if sum < 0 {
				norm[i].No |= 1 << lane
			}
		}
	}
	return norm
}

// absorb lets one person learn, and returns how many beliefs change.
func absorb(s *Stream, belief, norm []Word, rate float64) int {
	open, n := s.Open(len(norm)), 0
	for i := range norm {
		open[i] = wanted(belief[i], norm[i])
	}
	s.Flip(rate, open)
	for i := range norm {
		take(&belief[i], norm[i], open[i])
		n += bits.OnesCount64(open[i])
	}
	return n
}

// Rules give the same for a block as one by one.
func TestBlock(t *testing.T) { inGo(t, manyOneByOne) }

func manyOneByOne(t *testing.T) {
	rates := []float64{.3, .1, .75, .01, 1 - 0x1p-40, .5, 1, .625}
	for i, people := range []int{1, 7, 30, 128, 300} {
		for j, dimensions := range []int{1, 64, 100, 128, 130, 300} {
			for k, contacts := range []int{0, 3, 6, 8, 12} {
				s := newSociety(uint64(k), people, dimensions, contacts)
				s.many.From, s.many.First, s.many.To = people/3, people/3, people
				name := fmt.Sprintf("%d people, %d dimensions, up to %d contacts", people,
					dimensions, contacts)
				if !s.many.Superior(1) {
					t.Fatal(name, ": nothing done")
				}
				for p := s.many.From; p < people; p++ {
					norm, want := s.norms.Row(p-s.many.From), s.votes(p)
					if !slices.Equal(norm, want) {
						t.Fatalf("%s: the norm of person %d is %v, one by one %v", name, p,
							norm, want)
					}
				}
				absorbOneByOne(t, name, s, rates[(i+j+k)%len(rates)])
			}
		}
	}
}

func absorbOneByOne(t *testing.T, name string, s *society, rate float64) {
	t.Helper()
	m, before := &s.many, s.beliefs.Clone()
	want := append([]int32(nil), s.changed...)
	m.Absorb(rate)
	for p := m.From; p < m.To; p++ {
		chance := NewStream(m.Key, m.Tick, p)
		want[p] += int32(absorb(chance, before.Row(p), s.norms.Row(p-m.From), rate))
	}
	if !s.beliefs.Equal(before) {
		t.Fatalf("%s at %v: beliefs are %v, one by one %v", name, rate, s.beliefs.words,
			before.words)
	}
	if diff := cmp.Diff(want, s.changed); diff != "" {
		t.Fatalf("%s at %v: changed, one by one -, many +: %s", name, rate, diff)
	}
}

func FuzzBlock(f *testing.F) {
	f.Add(uint64(1), uint16(50), uint16(100), uint8(6), .3)
	f.Fuzz(func(t *testing.T, seed uint64, people, dimensions uint16, contacts uint8,
		rate float64) {
		eachWay(func() {
			s := newSociety(seed, int(people%200)+1, int(dimensions%200)+1, int(contacts%16))
			s.many.From, s.many.First, s.many.To = int(seed%uint64(len(s.changed))),
				int(seed%uint64(len(s.changed))), len(s.changed)
			s.many.Superior(1)
			for p := s.many.From; p < s.many.To; p++ {
				if !slices.Equal(s.norms.Row(p-s.many.From), s.votes(p)) {
					t.Fatalf("person %d has another norm than one by one", p)
				}
			}
			absorbOneByOne(t, "fuzzed", s, rate)
		})
	})
}

// Far lists the people far away from each batch, and changes no norm.
func TestFar(t *testing.T) { inGo(t, far) }

func far(t *testing.T) {
	const people, batch = 20_000, 128
	s := newSociety(5, people, 100, 9)
	m := &s.many
	for i := range m.Heard {
		if i%3 > 0 { // most are near
			m.Heard[i] = int32(i * (people - 1) / len(m.Heard))
		}
	}
	m.Far = NewFar(m.Starts, m.Heard, 100, batch)
	if Wide != (m.Far == nil) {
		t.Fatalf("who is far is known: %v, and asked for in time: %v", m.Far != nil, Wide)
	}
	for m.From = 0; m.From < people; m.From += batch {
		m.First, m.To = m.From, min(m.From+batch, people)
		var want []int32
		for _, q := range m.Heard[m.Starts[m.From]:m.Starts[m.To]] {
			if int(q) < m.From-nearPeople || int(q) >= m.To+nearPeople {
				want = append(want, q)
			}
		}
		if diff := cmp.Diff(want, m.Far.of(m.From, m.To)); !Wide && diff != "" {
			t.Fatalf("far from %d..%d, want -, got +: %s", m.From, m.To, diff)
		}
		m.Superior(1)
		if p := m.From + 5; !slices.Equal(s.norms.Row(5), s.votes(p)) {
			t.Fatalf("person %d has another norm than one by one", p)
		}
	}
	m.Far, m.From, m.First, m.To = new(Far), 0, 0, batch
	m.Superior(1)
	m.Far = NewFar(m.Starts, m.Heard, 100, batch)
	if m.Far.of(1, 100) != nil || m.Far.of(0, batch+1) != nil ||
		m.Far.of(157*batch, 158*batch) != nil {
		t.Error("Far knows of other people than those of a batch")
	}
	if NewFar(m.Starts[:16_000], m.Heard, 100, batch) != nil {
		t.Error("few people are far from each other")
	}
	scattered := newSociety(6, 2000, 100, 9).many
	if NewFar(scattered.Starts, scattered.Heard, 2000, batch) != nil {
		t.Error("those who are far are listed where nearly all are")
	}
}

// manyHeard is people with about 30 contacts each.
func manyHeard() Block {
	m := newSociety(1, 40, 100, 8).many
	draw := NewStream(NewKey(1, 0, "heard", ""), 0, 0)
	m.To, m.Starts, m.Heard = 40, []uint32{0}, nil
	for range 40 {
		for range 27 + draw.IntN(6) {
			m.Heard = append(m.Heard, int32(draw.IntN(40)))
		}
		m.Starts = append(m.Starts, uint32(len(m.Heard)))
	}
	return m
}

// A contact out of range makes the rule panic, and no memory out of range is read.
func TestBlockNobody(t *testing.T) { inGo(t, manyNobody) }

func manyNobody(t *testing.T) {
	for name, spoil := range map[string]func(m *Block){
		"a person past the last": func(m *Block) { m.Heard[7] = 40 },
		"a negative person":      func(m *Block) { m.Heard[7] = -1 },
		"the largest person":     func(m *Block) { m.Heard[7] = 1<<31 - 1 },
		"starts that fall":       func(m *Block) { m.Starts[20] = m.Starts[10] - 1 },
		"a start past the end":   func(m *Block) { m.Starts[40] += 1 << 20 },
		"a huge start":           func(m *Block) { m.Starts[9] = 1<<32 - 1 },
		"few starts":             func(m *Block) { m.Starts = m.Starts[:40:40] },
		"few standings":          func(m *Block) { m.Standing = m.Standing[:39:39] },
		"few norms":              func(m *Block) { m.Norms = NewLayer[[]Word](30, 100) },
		"a norm too few":         func(m *Block) { m.Norms = NewLayer[[]Word](39, 100) },
		"narrow norms":           func(m *Block) { m.Norms = NewLayer[[]Word](40, 64) },
		"a standing too many": func(m *Block) {
			m.Standing = append(m.Standing, 9)
			m.Heard[7] = 40
		},
		"a claim too few":  func(m *Block) { m.Claims = NewLayer[[]Word](39, 100) },
		"one past the end": func(m *Block) { m.Starts[40]++ },
		"nobody heard":     func(m *Block) { m.Heard = nil },
		"no claims":        func(m *Block) { m.Claims = NewLayer[[]Word](0, 100) },
		"no claims, far off": func(m *Block) {
			m.Claims = NewLayer[[]Word](0, 100)
			m.Heard[7] = 1 << 28
		},
		"two":              func(m *Block) { m.Heard[3], m.Heard[7] = 41, 41 },
		"the last of many": func(m *Block) { *m = manyHeard(); m.Heard[len(m.Heard)-1] = 40 },
		"one of many":      func(m *Block) { *m = manyHeard(); m.Heard[m.Starts[5]+9] = -1 },
		"the largest of many": func(m *Block) {
			*m = manyHeard()
			m.Heard[m.Starts[5]+9] = 1<<31 - 1
		},
		"two of many": func(m *Block) {
			*m = manyHeard()
			m.Heard[m.Starts[5]+9], m.Heard[m.Starts[5]+25] = 44, 44
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := &newSociety(1, 40, 100, 8).many
			m.To = 40
			spoil(m)
			defer func() {
				if recover() == nil {
					t.Fatal("it did not panic")
				}
			}()
			m.Superior(1)
		})
	}
}

// Learning from norms out of range panics too.
func TestBlockNothing(t *testing.T) { inGo(t, manyNothing) }

func manyNothing(t *testing.T) {
	for name, spoil := range map[string]func(m *Block){
		"a norm too few":   func(m *Block) { m.Norms = NewLayer[[]Word](39, 100) },
		"narrow norms":     func(m *Block) { m.Norms = NewLayer[[]Word](40, 64) },
		"a belief too few": func(m *Block) { m.Beliefs = NewLayer[[]Word](39, 100) },
		"a count too few":  func(m *Block) { m.Changed = m.Changed[:39] },
	} {
		m := &newSociety(1, 40, 100, 8).many
		m.To = 40
		spoil(m)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: it did not panic", name)
				}
			}()
			m.Absorb(.3)
		}()
	}
}

// Contacts of people outside the block may be anything, because they are not read.
func TestBlockOthers(t *testing.T) { inGo(t, manyOthers) }

func manyOthers(t *testing.T) {
	s := newSociety(1, 40, 100, 6)
	m := &s.many
	m.From, m.First, m.To = 10, 10, 30
	for i := range m.Heard {
		if i < int(m.Starts[10]) || i >= int(m.Starts[30]) {
			m.Heard[i] = -1
		}
	}
	m.Superior(1)
	for p := 10; p < 30; p++ {
		if !slices.Equal(s.norms.Row(p-10), s.votes(p)) {
			t.Fatalf("person %d has another norm than one by one", p)
		}
	}
}
