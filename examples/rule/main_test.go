package main

import (
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/examples/internal/programtest"
)

func TestRule(t *testing.T) {
	text, _ := programtest.Output(t, "rule", run, "-replicates", "8")
	for _, want := range []string{
		"At tick 200 the score of \"everything is said\" is .208 [.125, .290] higher than",
		"that of \"deference\".", "that of \"brevity\".",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
}

func TestAsTold(t *testing.T) { programtest.AsTold(t, "rule", run) }

func TestMisuse(t *testing.T) { programtest.Misuse(t, run) }

// person makes a person with 100 beliefs about 150 dimensions.
func person(standing int32, tick int) (*agents.Person, agents.Knowledge) {
	p := &agents.Person{
		Dimensions: 150, Standing: standing,
		Stream: agents.NewStream(uint64(tick)),
	}
	belief := make(agents.Knowledge, agents.Width(150))
	for d := range 100 {
		belief.Set(d, 1-agents.Belief(d%2)*2)
	}
	return p, belief
}

// saidBy returns the claims that a rule makes, and checks that each claim is also a belief.
func saidBy(t *testing.T, rule agents.Externalizer, standing int32, tick int) agents.Knowledge {
	t.Helper()
	p, belief := person(standing, tick)
	claim := make(agents.Knowledge, len(belief))
	rule.Externalize(p, belief, claim)
	for d := range 150 {
		if c := claim.Get(d); c != 0 && c != belief.Get(d) {
			t.Fatalf("%T says %d of dimension %d, and believes %d", rule, c, d, belief.Get(d))
		}
	}
	return claim
}

func TestDeference(t *testing.T) {
	rule := Deference{Bold: 1, Meek: 0, Enough: 16}
	if n, m := saidBy(t, rule, 16, 0).Known(), saidBy(t, rule, 15, 0).Known(); n != 100 || m != 0 {
		t.Errorf("at standing 16 he says %d and at 15 %d, want 100 and 0", n, m)
	}
}

// A person says exactly Most beliefs, each equally often. In 10,000 draws of 8 in 100, each is said
// about 800 times, with a standard deviation of 27.
func TestBrevity(t *testing.T) {
	var times [150]int
	for tick := range 10_000 {
		claim := saidBy(t, Brevity{Most: 8}, 0, tick)
		if claim.Known() != 8 {
			t.Fatalf("he says %d, want 8", claim.Known())
		}
		for d := range times {
			if claim.Get(d) != 0 {
				times[d]++
			}
		}
	}
	for d, n := range times[:100] {
		if n < 800-5*27 || n > 800+5*27 {
			t.Errorf("dimension %d was said %d times of 10,000, want about 800", d, n)
		}
	}
	if n := saidBy(t, Brevity{Most: 500}, 0, 0).Known(); n != 100 {
		t.Errorf("a person who may say 500 says %d, want all 100", n)
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"everything is said",
		"deference",
		"brevity",
	})
}
