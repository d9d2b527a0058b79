package agents_test

import (
	"fmt"

	"orglearn/agents"
)

// Once around the ring: three people speak, the best of them decide what counts as knowledge, and
// one of them learns it.
func Example() {
	const dimensions = 4
	beliefs, claims := agents.NewLayer(3, dimensions), agents.NewLayer(3, dimensions)
	for p, row := range [][]agents.Belief{{1, 1, -1, 0}, {1, -1, -1, 1}, {-1, -1, 0, 0}} {
		for d, b := range row {
			beliefs.Row(p).Set(d, b)
		}
	}
	standing := []int32{2, 1, -2}
	stream := agents.NewStream(agents.NewKey(1991, 0, "externalize", ""), 0, 0)
	person := agents.Person{Dimensions: dimensions, Stream: stream}
	for p := range 3 {
		agents.Voice{Rate: 1}.Externalize(&person, beliefs.Row(p), claims.Row(p))
	}

	var voices agents.Voices
	voices.Set(claims, []int32{0, 1, 2}, nil, nil, standing, false)
	unit := agents.Unit{Dimensions: dimensions, Stream: person.Stream}
	norm := make(agents.Knowledge, agents.Width(dimensions))
	agents.Superior{Rate: 1}.Objectify(&unit, &voices, norm)

	learner := beliefs.Row(2)
	agents.Absorb{Rate: 1}.Internalize(&person, norm, learner)
	for d := range dimensions {
		n, b := norm.Get(d), learner.Get(d)
		fmt.Printf("dimension %d: the norm is %2d, person 2 believes %2d\n", d, n, b)
	}
	// Output:
	// dimension 0: the norm is  1, person 2 believes  1
	// dimension 1: the norm is  0, person 2 believes -1
	// dimension 2: the norm is -1, person 2 believes -1
	// dimension 3: the norm is  1, person 2 believes  1
}

// Deference says a belief aloud, except that people who do badly mostly keep quiet.
type Deference struct{ Bold, Meek float64 }

func (r Deference) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	rate := r.Bold
	if p.Standing < 0 {
		rate = r.Meek
	}
	for i := range claim {
		claim[i] = belief[i].Keep(p.Coins(rate, belief[i].Known()))
	}
}

// A rule of one's own works on 64 dimensions at a time.
func ExampleExternalizer() {
	const dimensions = 1000
	belief := make(agents.Knowledge, agents.Width(dimensions))
	for d := range dimensions {
		belief.Set(d, 1)
	}
	rule := Deference{Bold: .9, Meek: .1}
	for _, standing := range []int32{3, -3} {
		p := agents.Person{
			Dimensions: dimensions, Standing: standing,
			Stream: agents.NewStream(agents.NewKey(1991, 0, "externalize", "line"), 0, 7),
		}
		claim := make(agents.Knowledge, len(belief))
		rule.Externalize(&p, belief, claim)
		fmt.Printf("at standing %+d he says %d of %d\n", standing, claim.Known(), dimensions)
	}
	// Output:
	// at standing +3 he says 903 of 1000
	// at standing -3 he says 97 of 1000
}

// Doubt forgets a belief that the norm contradicts, and never takes the norm over.
type Doubt struct{ Rate float64 }

func (r Doubt) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	for d := range p.Dimensions {
		if n := norm.Get(d); n != 0 && n == -belief.Get(d) && p.Coin(r.Rate) {
			belief.Set(d, 0)
		}
	}
}

// A rule may as well go one dimension at a time.
func ExampleInternalizer() {
	const dimensions = 100
	norm := make(agents.Knowledge, agents.Width(dimensions))
	belief := make(agents.Knowledge, agents.Width(dimensions))
	for d := range dimensions {
		norm.Set(d, 1)
		belief.Set(d, -1)
	}
	key := agents.NewKey(1991, 0, "internalize", "line")
	for tick := range 3 {
		p := agents.Person{Dimensions: dimensions, Stream: agents.NewStream(key, tick, 7)}
		Doubt{Rate: .5}.Internalize(&p, norm, belief)
		fmt.Println(belief.Known(), "beliefs are left")
	}
	// Output:
	// 46 beliefs are left
	// 20 beliefs are left
	// 13 beliefs are left
}

// A small rule can be a function: this one lets a unit keep the claims of its first voice.
func ExampleObjectifyFunc() {
	first := agents.ObjectifyFunc(func(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
		if said.Len() > 0 {
			copy(norm, said.At(0))
		}
	})
	claims := agents.NewLayer(2, 3)
	claims.Row(1).Set(2, -1)
	var voices agents.Voices
	voices.Set(claims, []int32{1, 0}, nil, nil, []int32{0, 0}, false)
	norm := make(agents.Knowledge, 1)
	first.Objectify(&agents.Unit{Dimensions: 3}, &voices, norm)
	fmt.Println(norm.Get(0), norm.Get(1), norm.Get(2))
	// Output: 0 0 -1
}

// What is wrong with a rule's parameters is one line.
func ExampleValidator() {
	fmt.Println(agents.Absorb{Rate: 1.3}.Validate())
	// Output: Absorb.Rate is 1.3, want 0 to 1
}

// The chance of a person at a tick does not depend on what was drawn before.
func ExampleStream() {
	key := agents.NewKey(1991, 0, "internalize", "line")
	s, again := agents.NewStream(key, 4, 7), agents.NewStream(key, 4, 7)
	for range 3 {
		s.Uint64()
	}
	coins := s.Coins(.5, 0xff00)
	fmt.Println(coins == again.Coins(.5, 0xff00))
	fmt.Printf("%04x\n", coins&^0xff00) // lanes that are not asked for are never heads
	// Output:
	// true
	// 0000
}
