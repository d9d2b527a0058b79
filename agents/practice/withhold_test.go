package practice_test

import (
	"math"
	"math/bits"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// culture is a self of traits.
type culture struct{}

func (culture) Words() int { return 1 }

func (culture) Begin(p *agents.Person, self []uint64) {
	for trait := range practice.AllTraits {
		practice.TraitsOf(self).Begin(trait, p.IntN(16))
	}
}

func TestCultureConforms(t *testing.T) {
	s := agentstest.Suite{NoAllocs: true, Self: culture{}, Scenes: 40}
	for _, slope := range []float64{0, 1, -.5} {
		s.Externalizer(t, practice.Withhold{Rate: .5, Slope: slope})
		s.Externalizer(t, practice.Withhold{Rate: 1, Slope: slope})
		s.Internalizer(t, practice.Narrow{Rate: .5, Slope: slope})
		s.Internalizer(t, practice.Narrow{Rate: 1, Slope: slope})
	}
}

// person returns one with a value of a trait.
func person(of practice.Trait, value int, seed uint64) *agents.Person {
	self := make(practice.Traits, 1)
	self.Begin(of, value)
	return &agents.Person{Dimensions: 64, Self: self, Stream: agents.NewStream(seed)}
}

// Who has an individualism of 15 says nothing of what sets him apart at a slope of 1, and who has
// 0 says all of it at a rate of .5. In other dimensions both say half.
func TestWithholding(t *testing.T) {
	for _, c := range []struct {
		trait int
		slope float64
		want  float64 // of what sets him apart
	}{{15, 1, 0}, {0, 1, 1}, {15, -1, 1}, {0, -1, 0}, {15, .5, .25}, {6, 1, .6}, {9, 0, .5}} {
		apart, other := 0, 0
		for seed := range uint64(200) {
			p := person(practice.Individualism, c.trait, seed)
			p.Memory = []uint64{1<<32 - 1}
			belief, claim := agents.Knowledge{{Yes: ^uint64(5), No: 5}}, agents.Knowledge{{}}
			practice.Withhold{Rate: .5, Slope: c.slope}.Externalize(p, belief, claim)
			said := claim[0].Known()
			apart += bits.OnesCount64(said & (1<<32 - 1))
			other += bits.OnesCount64(said >> 32)
		}
		is := func(n int, want float64) bool {
			return math.Abs(float64(n)/6400-want) < 4*math.Sqrt(want*(1-want)/6400)+1e-9
		}
		if !is(apart, c.want) || !is(other, .5) {
			t.Errorf("%+v: says %d and %d of 6400, want shares of %v and .5", c, apart, other,
				c.want)
		}
	}
}

// Who has a competition of 15 takes over no contradiction at a slope of 1, and who has 0 does so
// twice as readily. What one does not know is learned at the rate by all.
func TestNarrowListening(t *testing.T) {
	for _, c := range []struct {
		trait int
		slope float64
		want  float64 // of contradictions
	}{{15, 1, 0}, {0, 1, .5}, {15, -1, .5}, {3, .5, .325}, {7, 0, .25}} {
		against, unknown := 0, 0
		for seed := range uint64(200) {
			p := person(practice.Competition, c.trait, seed)
			belief := agents.Knowledge{{No: 1<<32 - 1}}
			practice.Narrow{Rate: .25, Slope: c.slope}.Internalize(p,
				agents.Knowledge{{Yes: ^uint64(0)}},
				belief)
			for d := range 64 {
				if belief.Get(d) == 1 && d < 32 {
					against++
				} else if belief.Get(d) == 1 {
					unknown++
				}
			}
		}
		is := func(n int, want float64) bool {
			return math.Abs(float64(n)/6400-want) < 4*math.Sqrt(want*(1-want)/6400)+1e-9
		}
		if !is(against, c.want) || !is(unknown, .25) {
			t.Errorf("%+v: learns %d and %d of 6400, want shares of %v and .25", c, against,
				unknown,
				c.want)
		}
	}
}

// A trait has a present and a first value, and the others keep theirs.
func TestTraits(t *testing.T) {
	self := []uint64{0, 7}
	traits := practice.TraitsOf(self)
	for trait := range practice.AllTraits {
		traits.Begin(trait, 10+int(trait))
	}
	traits.Set(practice.Competition, 3)
	want := [][2]int{{10, 10}, {3, 11}, {12, 12}}
	for trait, w := range want {
		of := practice.Trait(trait)
		if got := [2]int{traits.At(of), traits.First(of)}; got != w {
			t.Errorf("trait %d is %v, want %v", trait, got, w)
		}
	}
	if self[1] != 7 || practice.TraitsOf(nil) != nil {
		t.Errorf("a self became %v", self)
	}
}

func TestCultureRefuses(t *testing.T) {
	refuses(t, practice.Withhold{Rate: 2}, "Withhold.Rate is 2, want 0 to 1")
	refuses(t, practice.Withhold{Slope: 2}, "Withhold.Slope is 2, want -1 to 1")
	refuses(t, practice.Narrow{Rate: -1}, "Narrow.Rate is -1, want 0 to 1")
	refuses(t, practice.Narrow{Slope: -2}, "Narrow.Slope is -2, want -1 to 1")
}
