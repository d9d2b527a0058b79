package practice_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// joiners are rules by which many people take part and look back at once.
func joiners() []joiner {
	return []joiner{
		practice.Attendance{Away: 3}, practice.Attendance{Away: 5, Own: -1, Compel: .3},
		practice.Attendance{Away: 9, Own: 1, Cost: .5, ShortTerm: .7},
		practice.Attendance{ShortTerm: -.9, Compel: 1},
		practice.Commitment{Quiet: .4}, practice.Commitment{Slope: -1, Quiet: .2},
		practice.Commitment{Slope: 1},
		practice.Expectations{Quiet: .5}, practice.Expectations{Every: 1, Energy: -.7, Learn: .4},
		practice.Expectations{Every: 3, Energy: 1, Quiet: .1, Learn: .4, Visible: -.3, Origin: 1,
			Shown: .5, Assigned: .4, Overload: 2, Capacity: 9, Enough: 4},
	}
}

type joiner interface {
	agents.Participant
	kernel.BlockParticipant
	looker
}

// looker is a rule that looks back in many units at once.
type looker interface {
	agents.Reviewer
	agents.Rememberer
	kernel.BlockReviewer
}

// The people of a block do in each place what they do one by one, and the same is noted.
func TestPartBlocks(t *testing.T) {
	draw := agents.NewStream(8)
	for number, rule := range joiners() {
		for tick := range 200 {
			b := places(draw, rule.Memory(64).Seat)
			b.Tick, b.Key = tick, kernel.NewKey(7, uint64(number), "parts", "")
			alone := *b
			alone.Memory = slices.Clone(b.Memory)
			alone.Answers = slices.Clone(b.Answers)
			takePart(rule, &alone)
			if !rule.PartBlock(b) {
				t.Fatalf("%+v does not take part in blocks", rule)
			}
			if !slices.Equal(b.Answers, alone.Answers) || !slices.Equal(b.Memory, alone.Memory) {
				t.Fatalf("%+v: in a block the parts are %v and one by one %v", rule, b.Answers,
					alone.Answers)
			}
		}
	}
}

// places draws up to 4 places each of up to 20 people. The words of their seats are of any kind.
func places(draw *agents.Stream, each int) *kernel.Parts {
	b := &kernel.Parts{Each: each, EachSelf: draw.IntN(2), Starts: []uint32{0}}
	b.Stream = new(kernel.Stream)
	people := 1 + draw.IntN(20)
	for range people {
		for range draw.IntN(5) {
			seat := int32(-1)
			if draw.IntN(5) > 0 {
				seat = int32(len(b.Memory) / each)
				b.Memory = append(b.Memory, seatWord(draw))
				b.Memory = append(b.Memory, make([]uint64, each-1)...)
			}
			b.Seats, b.Answers = append(b.Seats, seat), append(b.Answers, 9)
		}
		b.Starts = append(b.Starts, uint32(len(b.Seats)))
	}
	for range people * b.EachSelf {
		b.Selves = append(b.Selves, draw.Uint64())
	}
	b.From = draw.IntN(people)
	b.To = b.From + draw.IntN(people-b.From+1)
	return b
}

// seatWord draws a small number, short-termism, and whether somebody was silent.
func seatWord(draw *agents.Stream) uint64 {
	steps := int32(draw.IntN(40)-20) << (11 * draw.IntN(2))
	return uint64(uint32(steps)) | uint64(draw.IntN(2))<<32 | uint64(draw.IntN(16))<<36
}

// takePart asks the people of a block one by one.
func takePart(rule agents.Participant, b *kernel.Parts) {
	for p := b.From; p < b.To; p++ {
		person := &agents.Person{ID: p, Self: b.Self(p)}
		person.Stream = (*agents.Stream)(kernel.NewStream(b.Key, b.Tick, p))
		for place := int(b.Starts[p]); place < int(b.Starts[p+1]); place++ {
			person.Seat = b.Seat(place)
			b.Answers[place] = uint8(rule.Part(person, &agents.Unit{}, 0))
		}
	}
}

// Units that look back together write into each seat what they write one by one.
func TestReviewBlocks(t *testing.T) {
	draw := agents.NewStream(9)
	rules := []looker{practice.Tally{}, practice.Tally{Cost: 1}}
	for _, rule := range joiners() {
		rules = append(rules, rule)
	}
	for number, rule := range rules {
		if !agents.Reviews(rule) {
			continue
		}
		for tick := range 200 {
			b := unitsOf(draw, rule.Memory(64).Seat)
			b.Tick, b.Key = tick, kernel.NewKey(7, uint64(number), "review", "")
			want := slices.Clone(b.Noted)
			lookBack(rule, b, want)
			if !rule.ReviewBlock(b) {
				t.Fatalf("%+v does not look back in blocks", rule)
			}
			if !slices.Equal(b.Noted, want) {
				t.Fatalf("%+v at tick %d: in a block it is %x, and one by one %x", rule, tick,
					b.Noted, want)
			}
		}
	}
}

// unitsOf draws units of up to 9 seats, in which up to 30 people are heard in bodies of 70
// dimensions.
func unitsOf(draw *agents.Stream, each int) *kernel.Reviews {
	b := &kernel.Reviews{Block: new(kernel.Block), Began: []uint32{0}, Each: each}
	b.Dimensions, b.Stream, b.Starts = 70, new(kernel.Stream), []uint32{0}
	b.Claims = kernel.NewLayer[[]kernel.Word](30, 70)
	for i := range b.Claims.Words(0, 30) {
		one, other := draw.Uint64(), draw.Uint64()
		yes := one & other
		lanes := agents.Lanes(70, i%2)
		b.Claims.Words(0, 30)[i] = kernel.Word{Yes: yes & lanes, No: draw.Uint64() &^ yes & lanes}
	}
	units := 1 + draw.IntN(6)
	for range units {
		for range draw.IntN(10) {
			b.Seats = append(b.Seats, uint32(len(b.Seats)))
			b.Gained = append(b.Gained, int32(draw.IntN(4)-1))
			b.Heeded = append(b.Heeded, draw.IntN(3) > 0)
			b.Noted = append(b.Noted, seatWord(draw))
			for range each - 1 {
				b.Noted = append(b.Noted, uint64(draw.IntN(3)*draw.IntN(60)))
			}
		}
		for range draw.IntN(12) {
			b.Heard = append(b.Heard, int32(draw.IntN(30)))
		}
		b.Began = append(b.Began, uint32(len(b.Seats)))
		b.Starts = append(b.Starts, uint32(len(b.Heard)))
	}
	if draw.IntN(2) > 0 {
		for range 2 * units {
			b.About = append(b.About, draw.Uint64()*uint64(draw.IntN(2)))
		}
	}
	b.From = draw.IntN(units)
	b.To = b.From + draw.IntN(units-b.From+1)
	return b
}

// lookBack lets units look back one by one. What the rule remembers of seats is noted.
func lookBack(rule agents.Reviewer, b *kernel.Reviews, noted []uint64) {
	took := kernel.NewLayer[[]kernel.Word](len(b.Seats), 70)
	for u := b.From; u < b.To; u++ {
		seats := b.SeatsOf(u, u+1)
		var l kernel.Lessons
		l.Set(make([]int32, len(seats)), seats, took, b.Gained, b.Heeded)
		l.Change(kernel.NewLayer[[]kernel.Word](1, 70))
		l.Remember(noted, b.Each)
		var v kernel.Voices
		v.Set(b.Claims, b.HeardIn(u), nil, nil, nil, false)
		unit := &agents.Unit{ID: u, Tick: b.Tick, Dimensions: 70, About: b.AboutOf(u)}
		unit.Stream = (*agents.Stream)(kernel.NewStream(b.Key, b.Tick, u))
		rule.Review(unit, (*agents.Voices)(&v), (*agents.Lessons)(&l))
	}
}

// A rule that holds another one, or that counts how often people are heard, is asked one by one.
func TestNotInBlocks(t *testing.T) {
	of := practice.Apprenticeship{Wait: 3}
	for _, rule := range []joiner{
		practice.Attendance{Away: 1, Of: of}, practice.Commitment{Quiet: .5, Of: of},
		practice.Expectations{Quiet: .5, Of: of},
	} {
		if rule.PartBlock(nil) || rule.ReviewBlock(&kernel.Reviews{Block: new(kernel.Block)}) {
			t.Errorf("%+v works on blocks", rule)
		}
	}
	if (practice.Attendance{Heard: 1}).ReviewBlock(nil) {
		t.Error("who is heard how often is not known in a block")
	}
	tally := practice.Tally{Of: of}
	if tally.ReviewBlock(nil) || tally.WelcomesAll() || !(practice.Tally{}).WelcomesAll() {
		t.Error("a Tally welcomes all and looks back in blocks unless it holds another rule")
	}
}

// A rule reads of lessons what it or the rule that it holds reads.
func TestReads(t *testing.T) {
	heard := practice.Attendance{Heard: 1}
	for _, c := range []struct {
		rule kernel.Selective
		want string
	}{
		{practice.Attendance{Away: 3}, "false false"}, {heard, "true false"},
		{practice.Commitment{}, "false false"}, {practice.Commitment{Quiet: .1}, "true false"},
		{practice.Expectations{Quiet: .1}, "false false"},
		{practice.Expectations{Quiet: .1, Of: heard}, "true false"},
		{practice.Commitment{Of: practice.Expectations{Quiet: .1, Of: reviewer{}}}, "true true"},
		{practice.Attendance{Of: practice.Apprenticeship{Of: reviewer{}}}, "true true"},
		{practice.Tally{}, "true false"}, {practice.Tally{Of: reviewer{}}, "true true"},
		{practice.Domain{Topics: 2}, "true false"}, {practice.Domain{}, "false false"},
	} {
		gains, took := c.rule.Reads()
		if got := fmt.Sprint(gains, took); got != c.want {
			t.Errorf("%+v reads %s, want %s", c.rule, got, c.want)
		}
	}
}

// reviewer is a Participant that looks back and does not say what it reads.
type reviewer struct{ agents.PartFunc }

func (reviewer) Review(*agents.Unit, *agents.Voices, *agents.Lessons) {}

// Only a rule that holds no other one knows that everybody hears.
func TestAllHear(t *testing.T) {
	of := practice.Apprenticeship{Wait: 3}
	for rule, want := range map[kernel.Attentive]bool{
		practice.Commitment{Quiet: .5}: true, practice.Commitment{Of: of}: false,
		practice.Expectations{Quiet: .5}: true, practice.Expectations{Of: of}: false,
		practice.Floor{}: true, practice.Floor{Of: of}: false,
		of: true, practice.Apprenticeship{Wait: 3, Of: of}: false,
	} {
		if got := rule.AllHear(); got != want {
			t.Errorf("%+v: everybody hears: %v", rule, got)
		}
	}
}
