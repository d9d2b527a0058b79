package practice_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// Who passes a claim on says as many words as without it, the claim among them, and else only what
// he would have said.
func TestPassOn(t *testing.T) {
	rule := practice.PassOn{Of: agents.Say{Rate: .3}}
	s, replaced, left := agents.NewStream(3), 0, 0
	for run := range 2000 {
		n := 1 + run%130
		belief := make(agents.Knowledge, agents.Width(n))
		plain, claim := make(agents.Knowledge, len(belief)), make(agents.Knowledge, len(belief))
		for d := range n {
			belief.Set(d, agents.Belief(s.IntN(3)-1))
		}
		d, sign := s.IntN(n), agents.Belief(2*s.IntN(2)-1)
		memory := make([]uint64, rule.Memory(n).Person)
		practice.Passed(memory).Pass(d, sign)
		p := agents.Person{Dimensions: n, Stream: agents.NewStream(uint64(run))}
		agents.Say{Rate: .3}.Externalize(&p, belief, plain)
		p.Stream, p.Memory = agents.NewStream(uint64(run)), memory
		rule.Externalize(&p, belief, claim)
		if claim.Known() != plain.Known() {
			t.Fatalf("%d words are said, want %d", claim.Known(), plain.Known())
		}
		if plain.Known() == 0 {
			continue
		}
		if claim.Get(d) != sign {
			t.Fatalf("%d is said of %d, want %d", claim.Get(d), d, sign)
		}
		for e := range n {
			if e == d {
				continue
			}
			switch said, would := claim.Get(e), plain.Get(e); {
			case said == would:
			case said == 0 && plain.Get(d) == 0:
				left++
			default:
				t.Fatalf("%d is said of %d, and without passing on %d", said, e, would)
			}
		}
		if plain.Get(d) != 0 {
			replaced++
		}
	}
	if replaced < 100 || left < 100 {
		t.Errorf("%d replaced, %d left out: too few to test", replaced, left)
	}
}
