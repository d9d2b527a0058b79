package practice_test

import (
	"math"
	"math/bits"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// talked asks a unit with a domain what it is about.
func talked(
	r practice.Domain, domain practice.TopicSet, dimensions int, chance *agents.Stream,
) []uint64 {
	memory, about := make([]uint64, r.Memory(dimensions).Unit), make([]uint64,
		agents.Width(dimensions))
	if len(memory) > 0 {
		practice.Community(memory).Found(domain, 7)
	}
	r.About(&agents.Unit{Dimensions: dimensions, Memory: memory, Stream: chance}, about)
	return about
}

func has(mask []uint64, d int) bool { return mask[d/64]>>uint(d%64)&1 != 0 }

// Without incidental talk a unit is about the dimensions of its topics, and about everything if it
// has no domain, or if the rule is off.
func TestDomain(t *testing.T) {
	for _, c := range []struct{ topics, dimensions int }{{1, 9}, {4, 32}, {8, 192}, {64, 64}} {
		r := practice.Domain{Topics: c.topics}
		for seed := range uint64(20) {
			chance := agents.NewStream(seed)
			domain := r.All().Draw(int(seed)%(c.topics+1), chance)
			about := talked(r, domain, c.dimensions, chance)
			for d := range c.dimensions {
				topic := d * c.topics / c.dimensions
				if want := domain == 0 || domain.Has(topic); has(about, d) != want {
					t.Fatalf("%d topics, domain %b: dimension %d is open: %v", c.topics, domain,
						d, !want)
				}
			}
		}
	}
	if about := talked(practice.Domain{}, 0, 70, nil); about[0] != math.MaxUint64 {
		t.Errorf("off: %x", about)
	}
}

// A unit that strays talks of as many dimensions as ever, in whole pieces. Its talk outside the
// domain is Incidental sixteenths, within 4 standard errors of 200 draws of 8 pieces; and no piece
// comes up more often than another.
func TestIncidental(t *testing.T) {
	const runs, dimensions = 2000, 64
	domain := practice.Topics(1, 6) // dimensions 8 to 15 and 48 to 55
	for _, incidental := range []int{1, 4, 8, 16} {
		r := practice.Domain{Topics: 8, Incidental: incidental, Block: 2}
		outside, pieces := 0, make([]int, 32)
		for seed := range uint64(runs) {
			about := talked(r, domain, dimensions, agents.NewStream(seed))
			if n := bits.OnesCount64(about[0]); n != 16 {
				t.Fatalf("%d dimensions, want 16", n)
			}
			for i := range pieces {
				if has(about, 2*i) != has(about, 2*i+1) {
					t.Fatalf("half of piece %d", i)
				}
				if has(about, 2*i) {
					pieces[i]++
					if !domain.Has(i / 4) {
						outside++
					}
				}
			}
		}
		rate := float64(incidental) / 16
		inChance(t, "outside", outside, 8*runs, rate)
		for i, n := range pieces {
			if domain.Has(i / 4) {
				inChance(t, "inside", n, runs, 1-rate)
			} else {
				inChance(t, "a piece outside", n, runs, 8*rate/24)
			}
		}
	}
}

// inChance reports a count that is more than 4.5 standard errors from a binomial mean.
func inChance(t *testing.T, what string, got, of int, rate float64) {
	t.Helper()
	mean, sd := float64(of)*rate, math.Sqrt(float64(of)*rate*(1-rate))
	if math.Abs(float64(got)-mean) > 4.5*sd+1e-9 {
		t.Errorf("%s: %d of %d at a rate of %v", what, got, of, rate)
	}
}

// Where the domain is larger than what lies outside, no more strays than there is.
func TestIncidentalOfALargeDomain(t *testing.T) {
	r := practice.Domain{Topics: 4, Incidental: 16}
	about := talked(r, practice.Topics(0, 1, 2), 16, agents.NewStream(1))
	if n := bits.OnesCount64(about[0]); n != 12 || about[0]>>12 != 15 {
		t.Errorf("about %x, %d dimensions, want 12 with all of the last topic", about[0], n)
	}
	all := talked(r, r.All(), 16, agents.NewStream(1))
	if all[0] != 1<<16-1 {
		t.Errorf("about %x, want everything", all[0])
	}
}

// A unit counts its meetings in a row in which nobody gained. A tick in which nobody learned there
// is no meeting.
func TestCommunityCountsMeetings(t *testing.T) {
	r := practice.Domain{Topics: 2}
	memory := make([]uint64, r.Memory(8).Unit)
	review := func(gained ...int32) int {
		ids, took := make([]int, len(gained)), make([]agents.Knowledge, len(gained))
		l := agents.NewLessons(ids, took, gained, nil, make(agents.Knowledge, 1))
		r.Review(&agents.Unit{Dimensions: 8, Memory: memory}, nil, l)
		return practice.Community(memory).Idle()
	}
	if review(0, 0) != 0 {
		t.Error("a unit without a domain counts")
	}
	c := practice.Community(memory)
	c.Found(practice.Topics(1), 5)
	for i, step := range []struct {
		gained []int32
		want   int
	}{{[]int32{0, -3}, 1}, {[]int32{0}, 2}, {nil, 2}, {[]int32{0, 1}, 0}, {[]int32{0}, 1}} {
		if got := review(step.gained...); got != step.want {
			t.Errorf("after meeting %d: %d, want %d", i, got, step.want)
		}
	}
	if c.Found(practice.Topics(0), 9); c.Idle() != 0 || c.Born() != 9 || c.Domain() != 1 {
		t.Errorf("founded anew: %v", c)
	}
}

// A Tally counts meetings that were not worth their cost, seat by seat, and lets all hear. With
// another rule inside, its word comes after those of that rule.
func TestTally(t *testing.T) {
	inner := practice.Apprenticeship{Wait: 3, PerSeat: true}
	for _, r := range []practice.Tally{{Cost: 2}, {Cost: 2, Of: inner}} {
		words := r.Memory(8).Seat
		seats := [][]uint64{make([]uint64, words), make([]uint64, words)}
		for meeting, gained := range [][]int32{{2, 3}, {0, 0}, {3, -1}} {
			l := agents.NewLessons([]int{4, 5}, make([]agents.Knowledge, 2), gained, seats,
				make(agents.Knowledge, 1))
			r.Review(&agents.Unit{Dimensions: 8}, nil, l)
			want, got := [][2]int{{1, 0}, {2, 1}, {0, 2}}[meeting], [2]int{}
			for k, seat := range seats {
				tally, own, _ := practice.TallyIn(r, seat)
				got[k] = tally.Idle(own)
			}
			if got != want {
				t.Errorf("%+v: %v, want %v", r, got, want)
			}
		}
	}
	apprentice := &agents.Person{Seat: make([]uint64, 2), Tick: 1, Dimensions: 8}
	r := practice.Tally{Of: inner}
	if got := r.Part(apprentice, &agents.Unit{}, 0); got != agents.Hears ||
		apprentice.Seat[0] != 1 || apprentice.Seat[1] != 0 {
		t.Errorf("an apprentice takes part %d, and %v is remembered", got, apprentice.Seat)
	}
}

// A Tally and the rule that it holds keep their own words, also when they look back. Either is
// found in the other.
func TestTallyKeepsItsWord(t *testing.T) {
	will := practice.Attendance{Away: 8, Own: 1}
	for _, rule := range []agents.Participant{
		practice.Tally{Of: will},
		practice.Attendance{Away: 8, Own: 1, Of: practice.Tally{}},
	} {
		seats := [][]uint64{make([]uint64, 2)}
		for _, gained := range []int32{5, 5, 0} {
			rule.(agents.Reviewer).Review(&agents.Unit{}, agents.NewVoices(nil, nil, nil),
				agents.NewLessons([]int{4}, make([]agents.Knowledge, 1), []int32{gained}, seats,
					make(agents.Knowledge, 1)))
		}
		tally, count, _ := practice.TallyIn(rule, seats[0])
		a, own, _ := practice.AttendanceIn(rule, seats[0])
		if tally.Idle(count) != 1 || a.Will(own) != 10 {
			t.Errorf("%T: idle for %d and a will of %d, want 1 and 10", rule, tally.Idle(count),
				a.Will(own))
		}
	}
}

// Interests are of the given number, and each topic is as likely as any other. What a person is
// besides stays in the words before.
func TestInterests(t *testing.T) {
	r := practice.Interests{Topics: 7, Each: 3, Of: practice.Interests{Topics: 2, Each: 2}}
	counts, runs := make([]int, 7), 2000
	for seed := range runs {
		self := make([]uint64, r.Words())
		r.Begin(&agents.Person{Stream: agents.NewStream(uint64(seed))}, self)
		got := practice.InterestsOf(self)
		if got.Len() != 3 || len(self) != 2 || self[0] != 3 {
			t.Fatalf("self %b", self)
		}
		for topic := range counts {
			if got.Has(topic) {
				counts[topic]++
			}
		}
	}
	for _, n := range counts {
		inChance(t, "a topic", n, runs, 3./7)
	}
}

// By hand: interests {1,2}, a domain {1,3} and a goal {3}: they share 1, and the goal adds its
// weight.
func TestAffinity(t *testing.T) {
	interests, domain := practice.Topics(1, 2), practice.Topics(1, 3)
	for weight, want := range []int{1, 2, 3} {
		p := practice.Purpose{Weight: weight, Goal: practice.Topics(3)}
		if got := p.Affinity(interests, domain); got != want {
			t.Errorf("weight %d: %d, want %d", weight, got, want)
		}
	}
}

func TestDomainRefuses(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{practice.Domain{Topics: 65}.Validate(), "Domain.Topics is 65, want 0 to 64"},
		{practice.Domain{Incidental: 17}.Validate(), "Domain.Incidental is 17, want 0 to 16"},
		{practice.Domain{Topics: 3}.Fits(32, 1),
			"Domain.Topics is 3, want a divisor of 32 (the dimensions)"},
		{practice.Domain{Topics: 4, Block: 3}.Fits(32, 1),
			"Domain.Block is 3, want a divisor of 8 (the dimensions of a topic)"},
		{practice.Interests{Topics: 4, Each: 5}.Validate(),
			"Interests.Each is 5, want 1 to 4 (Topics)"},
		{practice.Tally{Cost: -1}.Validate(), "Tally.Cost is -1, want 0 to 1073741824"},
		{practice.Purpose{Weight: 65}.Validate(), "Purpose.Weight is 65, want 0 to 64"},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("%v, want %s", c.err, c.want)
		}
	}
}

// The rules keep the contract of package agents.
func TestDomainKeepsTheContract(t *testing.T) {
	strict := agentstest.Suite{NoAllocs: true}
	strict.Agenda(t, practice.Domain{})
	strict.Agenda(t, practice.Domain{Topics: 1, Incidental: 4})
	strict.Participant(t, practice.Tally{})
	strict.Participant(t, practice.Tally{Of: practice.Apprenticeship{Wait: 2, PerSeat: true}})
}
