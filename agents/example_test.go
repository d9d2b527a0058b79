package agents_test

import (
	"fmt"

	"orglearn/agents"
)

// This is one tick. Three people speak, the better ones decide what counts as knowledge, and one of
// the three learns it.
func Example() {
	const dimensions = 4
	rows := [][]agents.Belief{{1, 1, -1, 0}, {1, -1, -1, 1}, {-1, -1, 0, 0}}
	standings := []int32{2, 1, -2}
	var beliefs, claims []agents.Knowledge
	person := agents.Person{Dimensions: dimensions, Stream: agents.NewStream(1991)}
	for _, row := range rows {
		belief := make(agents.Knowledge, agents.Width(dimensions))
		for d, b := range row {
			belief.Set(d, b)
		}
		claim := make(agents.Knowledge, len(belief))
		agents.Say{Rate: 1}.Externalize(&person, belief, claim)
		beliefs, claims = append(beliefs, belief), append(claims, claim)
	}

	unit := agents.Unit{Dimensions: dimensions, Stream: person.Stream}
	norm := make(agents.Knowledge, agents.Width(dimensions))
	said := agents.NewVoices(claims, standings, nil)
	agents.Superior{Rate: 1}.Objectify(&unit, said, norm)

	learner := beliefs[2]
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

// Deference says beliefs aloud, but people who do badly mostly keep quiet.
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

// A new rule can work on 64 dimensions at a time.
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
			Stream: agents.NewStream(1991),
		}
		claim := make(agents.Knowledge, len(belief))
		rule.Externalize(&p, belief, claim)
		fmt.Printf("at standing %+d he says %d of %d\n", standing, claim.Known(), dimensions)
	}
	// Output:
	// at standing +3 he says 914 of 1000
	// at standing -3 he says 86 of 1000
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

// A new rule can also work on one dimension at a time.
func ExampleInternalizer() {
	const dimensions = 100
	norm := make(agents.Knowledge, agents.Width(dimensions))
	belief := make(agents.Knowledge, agents.Width(dimensions))
	for d := range dimensions {
		norm.Set(d, 1)
		belief.Set(d, -1)
	}
	for tick := range 3 {
		p := agents.Person{Dimensions: dimensions, Stream: agents.NewStream(uint64(tick))}
		Doubt{Rate: .5}.Internalize(&p, norm, belief)
		fmt.Println(belief.Known(), "beliefs are left")
	}
	// Output:
	// 54 beliefs are left
	// 29 beliefs are left
	// 17 beliefs are left
}

// A small rule can be a function: this one lets a unit keep the claims of its first voice.
func ExampleObjectifyFunc() {
	first := agents.ObjectifyFunc(func(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
		if said.Len() > 0 {
			copy(norm, said.At(0))
		}
	})
	claims := []agents.Knowledge{make(agents.Knowledge, 1), make(agents.Knowledge, 1)}
	claims[0].Set(2, -1)
	norm := make(agents.Knowledge, 1)
	first.Objectify(&agents.Unit{Dimensions: 3}, agents.NewVoices(claims, nil, nil), norm)
	fmt.Println(norm.Get(0), norm.Get(1), norm.Get(2))
	// Output: 0 0 -1
}

// Validate says in one line what is wrong with a rule's parameters.
func ExampleValidator() {
	fmt.Println(agents.Absorb{Rate: 1.3}.Validate())
	// Output: Absorb.Rate is 1.3, want 0 to 1
}

// Coins do not depend on what was drawn before.
func ExampleStream() {
	s, again := agents.NewStream(1991), agents.NewStream(1991)
	for range 3 {
		s.Uint64()
	}
	coins := s.Coins(.5, 0xff00)
	fmt.Println(coins == again.Coins(.5, 0xff00))
	fmt.Printf("%04x\n", coins&^0xff00) // other lanes are never heads
	// Output:
	// true
	// 0000
}
