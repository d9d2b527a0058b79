package practice_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// The people of a block have the floor where they have it one by one.
func TestFloorBlocks(t *testing.T) {
	draw := agents.NewStream(13)
	for range 200 {
		b := places(draw, 1)
		for k := range b.Memory {
			practice.Turn(b.Memory[k : k+1]).Give(draw.IntN(2) > 0)
		}
		alone := *b
		alone.Answers = slices.Clone(b.Answers)
		takePart(practice.Floor{}, &alone)
		if !(practice.Floor{}).PartBlock(b) || !slices.Equal(b.Answers, alone.Answers) {
			t.Fatalf("in a block the parts are %v and one by one %v", b.Answers, alone.Answers)
		}
	}
	if (practice.Floor{Of: practice.Commitment{Slope: 1}}).PartBlock(nil) {
		t.Error("a Floor that holds another Participant works on blocks")
	}
}

// A Turn is found where TurnAt says that it is.
func TestTurnAt(t *testing.T) {
	inner := practice.Floor{Of: practice.Apprenticeship{Wait: 3}}
	for _, c := range []struct {
		rule      agents.Participant
		words, at int
		ok        bool
	}{
		{practice.Floor{}, 1, 0, true}, {practice.Floor{}, 0, 0, false},
		{practice.Floor{Of: practice.Commitment{Slope: 1}}, 2, 1, true},
		{practice.Commitment{Slope: 1, Of: practice.Floor{}}, 2, 0, true},
		{practice.Commitment{Slope: 1, Of: inner}, 3, 1, true},
		{practice.Commitment{Slope: 1}, 1, 0, false},
	} {
		at, ok := practice.TurnAt(c.rule, c.words)
		if ok != c.ok || ok && at != c.at {
			t.Errorf("%+v: %d, %v, want %d, %v", c.rule, at, ok, c.at, c.ok)
		}
		words := make([]uint64, c.words)
		turn, found := practice.TurnIn(c.rule, words)
		if found != ok || ok && &turn[0] != &words[at] {
			t.Errorf("%+v: TurnIn and TurnAt find different words", c.rule)
		}
	}
}

// The people of a block pass on what they pass on one by one.
func TestPassOnBlocks(t *testing.T) {
	draw, passed := agents.NewStream(14), 0
	for _, k := range kinds {
		rule := practice.PassOn{Of: agents.Say{Rate: k.rate}}
		for n := range 90 {
			b := crew(draw, []int{64, 36, 130}[n%3])
			b.EachSpoken, b.Spoken = 1, make([]uint64, b.Beliefs.Len())
			for id := range b.Spoken {
				sign := agents.Belief(draw.IntN(3) - 1)
				practice.Passed(b.SpokenOf(id)).Pass(draw.IntN(b.Dimensions), sign)
			}
			claims := kernel.Dress[agents.Knowledge](b.Claims.Clone())
			for id := b.From; id < b.To; id++ {
				clear(claims.Row(id))
				belief := kernel.Dress[agents.Knowledge](b.Beliefs).Row(id)
				rule.Externalize(memberOf(b, id), belief, claims.Row(id))
				if d, sign := practice.Passed(b.SpokenOf(id)).Claim(); sign != 0 &&
					belief.Get(d) != sign && claims.Row(id).Get(d) == sign {
					passed++
				}
			}
			if !rule.ExternalizeBlock(b) {
				t.Fatalf("%+v does not speak in blocks", rule)
			}
			if !b.Claims.Equal(claims.Bare()) {
				t.Fatalf("%+v: in a block people say other things", rule)
			}
		}
	}
	if passed < 1000 {
		t.Errorf("%d claims were passed on, too few to test", passed)
	}
	b := crew(draw, 64)
	if (practice.PassOn{Of: practice.Withhold{Rate: 1, Slope: 1}}).ExternalizeBlock(b) {
		t.Error("a PassOn of a rule that remembers works on blocks")
	}
}

// Apprentices of a block are heard where they are heard one by one.
func TestApprenticeBlocks(t *testing.T) {
	draw, rule, quiet := agents.NewStream(18), practice.Apprenticeship{Wait: 5}, 0
	for tick := range 300 {
		b := places(draw, 1)
		b.Tick = tick
		if tick%3 > 0 {
			for range len(b.Starts) {
				b.Joined = append(b.Joined, int32(draw.IntN(2)*max(tick-draw.IntN(9), 0)))
			}
		}
		if !rule.PartBlock(b) {
			t.Fatal("apprentices do not take part in blocks")
		}
		for p := b.From; p < b.To; p++ {
			joined := 0
			if b.Joined != nil {
				joined = int(b.Joined[p])
			}
			person := &agents.Person{ID: p, Tick: tick, Tenure: tick - joined, Founder: joined == 0}
			want := rule.Part(person, &agents.Unit{}, 0)
			for _, got := range b.Answers[b.Starts[p]:b.Starts[p+1]] {
				if agents.Part(got) != want {
					t.Fatalf("tick %d: who came at %d does %d in a block, want %d", tick, joined,
						got, want)
				}
				if want == agents.Hears {
					quiet++
				}
			}
		}
	}
	if quiet < 100 {
		t.Errorf("%d places of apprentices, too few to test", quiet)
	}
	if (practice.Apprenticeship{Wait: 1, PerSeat: true}).PartBlock(nil) {
		t.Error("an Apprenticeship in each seat works on blocks")
	}
}
