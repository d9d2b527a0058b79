package practice_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// attendances are rules of each kind, also within and around others.
func attendances() []agents.Participant {
	moving := practice.Attendance{Away: 4, Own: 1, Heard: -.5, ShortTerm: .5, Cost: .25, Compel: .5}
	of := moving
	of.Of = practice.Commitment{Slope: 1, Quiet: .5,
		Of: practice.Apprenticeship{Wait: 2, PerSeat: true}}
	return []agents.Participant{
		practice.Attendance{}, practice.Attendance{Compel: 1, Crowd: -1}, moving, of,
		practice.Commitment{}, practice.Commitment{Quiet: .5}, practice.Commitment{Slope: -1},
		practice.Commitment{Slope: .5, Of: moving},
		practice.Apprenticeship{Wait: 3, PerSeat: true, Of: moving},
	}
}

func TestAttendanceConforms(t *testing.T) {
	for _, r := range attendances() {
		agentstest.Suite{NoAllocs: true, Scenes: 40}.Participant(t, r)
	}
}

// share is how often a person whose seat is given comes, of many times.
func share(r agents.Participant, seat uint64, is agents.Part) float64 {
	p := &agents.Person{Seat: []uint64{seat}, Stream: agents.NewStream(3)}
	n := 0
	for range 4000 {
		if r.Part(p, &agents.Unit{}, 0) == is {
			n++
		}
	}
	return float64(n) / 4000
}

// A person comes with probability y + (1-y) Compel, where y is n/16. The bound is 4 standard errors
// of 4000 coins.
func TestAttendanceRate(t *testing.T) {
	for _, c := range []struct {
		away   int
		compel float64
		want   float64
	}{
		{0, 0, 1}, {16, 0, 0}, {16, 1, 1}, {8, 0, .5}, {8, .5, .75}, {12, .25, .4375}, {16, .3, .3},
	} {
		got := share(practice.Attendance{Away: c.away, Compel: c.compel}, 0, agents.Both)
		if math.Abs(got-c.want) > 4*math.Sqrt(.25/4000) {
			t.Errorf("away %d, compelled %v: comes %v of the time, want %v", c.away, c.compel, got,
				c.want)
		}
	}
}

// lesson is what happened to one person in a unit.
type lesson struct {
	gain    int32
	said    agents.Knowledge // his claims; nil: he is not heard
	changed agents.Knowledge
}

// after returns the seat of a person after lessons.
func after(r agents.Reviewer, seat uint64, lessons ...lesson) uint64 {
	seats := [][]uint64{{seat}}
	for _, l := range lessons {
		if l.changed == nil {
			l.changed = agents.Knowledge{{}}
		}
		said := agents.NewVoices(nil, nil, nil)
		if l.said != nil {
			said = agents.NewVoices([]agents.Knowledge{l.said}, nil, nil)
		}
		learned := agents.NewLessons([]int{0}, []agents.Knowledge{{{}}}, []int32{l.gain}, seats,
			l.changed)
		r.Review(&agents.Unit{Stream: agents.NewStream(5)}, said, learned)
	}
	return seats[0][0]
}

// By hand: who gains comes more, who loses comes less, and being heard twice outweighs a cost of
// 1.5 where its slope is 1. The other sign does the reverse. Without slopes nothing moves.
func TestWillMoves(t *testing.T) {
	yes := func(lanes uint64) agents.Knowledge { return agents.Knowledge{{Yes: lanes}} }
	twice := lesson{said: yes(7), changed: agents.Knowledge{{Yes: 3, No: 4}}}
	for _, c := range []struct {
		name   string
		rule   practice.Attendance
		lesson lesson
		want   int
	}{
		{"gain", practice.Attendance{Away: 8, Own: 1}, lesson{gain: 4}, 9},
		{"loss", practice.Attendance{Away: 8, Own: 1}, lesson{gain: -1}, 7},
		{"nothing", practice.Attendance{Away: 8, Own: 1}, lesson{}, 8},
		{"nothing at a cost", practice.Attendance{Away: 8, Own: 1, Cost: .5}, lesson{}, 7},
		{"gain at a cost", practice.Attendance{Away: 8, Own: 1, Cost: .5}, lesson{gain: 1}, 9},
		{"gain, reversed", practice.Attendance{Away: 8, Own: -1}, lesson{gain: 4}, 7},
		{"heard twice", practice.Attendance{Away: 8, Heard: 1, Cost: 1.5}, twice, 9},
		{"heard twice, too dear", practice.Attendance{Away: 8, Heard: 1, Cost: 2.5}, twice, 7},
		{"heard, reversed", practice.Attendance{Away: 8, Heard: -1}, twice, 7},
		{"heard for nothing", practice.Attendance{Away: 8, Own: 1}, twice, 8},
		{"not heard", practice.Attendance{Away: 8, Heard: 1},
			lesson{changed: yes(7)}, 8},
		{"without slopes", practice.Attendance{Away: 8, Cost: 5}, lesson{gain: -3}, 8},
		{"always", practice.Attendance{Own: 1}, lesson{gain: 3}, 16},
		{"never", practice.Attendance{Away: 16, Own: 1}, lesson{gain: -3}, 0},
	} {
		got := c.rule.Will([]uint64{after(c.rule, 0, c.lesson)})
		if got != c.want {
			t.Errorf("%s: n is %d, want %d", c.name, got, c.want)
		}
	}
}

// Who does not heed the seat does not move.
func TestWillStaysWithoutHeeding(t *testing.T) {
	var l agents.Lessons // nobody
	practice.Attendance{Own: 1}.Review(&agents.Unit{}, agents.NewVoices(nil, nil, nil), &l)
	if practice.Attendance.Reviews(practice.Attendance{Away: 3, Cost: 2, Compel: 1}) {
		t.Error("a rule without slopes looks back")
	}
}

// Short-termism of 15 makes who gains nothing leave by one step a tick at a slope of 1, in spite of
// what he gains otherwise, and keeps him at a slope of -1. Of 0 it does nothing.
func TestShortTermismLeaves(t *testing.T) {
	for _, c := range []struct {
		trait int
		slope float64
		gain  int32
		want  int
	}{{15, 1, 0, 7}, {15, -1, 0, 9}, {0, 1, 0, 8}, {15, 1, 2, 8}, {15, 1, -2, 7}} {
		self := practice.Traits{0}
		self.Begin(practice.ShortTermism, c.trait)
		r := practice.Attendance{Away: 8, ShortTerm: c.slope}
		p := &agents.Person{Self: self, Seat: []uint64{0}, Stream: agents.NewStream(1)}
		r.Part(p, &agents.Unit{}, 0)
		if got := r.Will([]uint64{after(r, p.Seat[0], lesson{gain: c.gain})}); got != c.want {
			t.Errorf("trait %d, slope %v, gain %d: n is %d, want %d", c.trait, c.slope, c.gain, got,
				c.want)
		}
	}
}

// The obvious walk of will and commitment over random lessons.
func TestWalksAreTheObviousOnes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		a := practice.Attendance{Away: r.IntN(17), Own: float64(r.IntN(5)-2) / 2,
			Heard: float64(r.IntN(5)-2) / 2, Cost: float64(r.IntN(4)) / 2}
		c := practice.Commitment{Slope: 1, Quiet: .5}
		n, commitment := 16-a.Away, 8
		var will, committed uint64
		for range 40 {
			l := lesson{gain: int32(r.IntN(5) - 2), said: agents.Knowledge{{Yes: r.Uint64()}},
				changed: agents.Knowledge{{Yes: r.Uint64() & r.Uint64() & r.Uint64()}}}
			heard := 0
			for d := range 64 {
				if l.changed.Get(d) != 0 && l.changed.Get(d) == l.said.Get(d) {
					heard++
				}
			}
			g := float64(min(max(l.gain, -1), 1))
			if x := a.Own*g + a.Heard*float64(heard) - a.Cost; a.Own != 0 || a.Heard != 0 {
				switch {
				case x > 0:
					n = min(n+1, 16)
				case x < 0:
					n = max(n-1, 0)
				}
			}
			if l.gain > 0 {
				commitment = min(commitment+1, 15)
			} else {
				commitment = max(commitment-1, 0)
			}
			will, committed = after(a, will, l), after(c, committed, l)
			if got := a.Will([]uint64{will}); got != n {
				t.Fatalf("%+v: n is %d, want %d", a, got, n)
			}
			if got := c.Level([]uint64{committed}); got != commitment {
				t.Fatalf("the commitment is %d, want %d", got, commitment)
			}
		}
	}
}

// A rule within a rule has its own words, and both are found.
func TestRulesFindTheirWords(t *testing.T) {
	inner := practice.Attendance{Away: 8, Own: 1}
	r := practice.Commitment{Slope: 1, Quiet: .5, Of: practice.Apprenticeship{Wait: 2,
		PerSeat: true, Of: inner}}
	seats := [][]uint64{make([]uint64, r.Memory(64).Seat)}
	p := &agents.Person{Tick: 1, Seat: seats[0], Stream: agents.NewStream(1)}
	for range 3 {
		r.Part(p, &agents.Unit{}, 0)
		learned := agents.NewLessons([]int{0}, []agents.Knowledge{{{}}}, []int32{1}, seats,
			agents.Knowledge{{}})
		r.Review(&agents.Unit{}, agents.NewVoices(nil, nil, nil), learned)
		p.Seat = seats[0]
	}
	a, will, is := practice.AttendanceIn(r, seats[0])
	c, committed, also := practice.CommitmentIn(r, seats[0])
	if !is || !also || len(seats[0]) != 3 {
		t.Fatalf("found %v and %v in %v", is, also, seats[0])
	}
	if n, m := a.Will(will), c.Level(committed); n != 11 || m != 11 || seats[0][1] != 3 {
		t.Errorf("n is %d and the commitment %d, want 11 and 11; remembered %v", n, m, seats[0])
	}
}

// Who is kept from being heard by one of the rules is silent, and nobody else is.
func TestSilence(t *testing.T) {
	seated := func(rule agents.Participant) []uint64 {
		seat := make([]uint64, rule.(agents.Rememberer).Memory(1).Seat)
		p := &agents.Person{Tick: 1, Seat: seat, Stream: agents.NewStream(1)}
		rule.Part(p, &agents.Unit{}, 0)
		return seat
	}
	here, gone := practice.Attendance{Own: 1}, practice.Attendance{Away: 16}
	apprentice := func(of agents.Participant) agents.Participant {
		return practice.Apprenticeship{Wait: 9, PerSeat: true, Of: of}
	}
	for _, c := range []struct {
		rule agents.Participant
		want bool
	}{
		{here, false}, {gone, true}, {practice.Commitment{Quiet: 1, Of: here}, true},
		{practice.Commitment{Slope: 1, Of: gone}, true}, {apprentice(here), false},
		{practice.Commitment{Slope: 1, Of: apprentice(here)}, false}, {apprentice(gone), true},
		{practice.Expectations{Quiet: 1, Of: practice.Commitment{Slope: 1, Of: here}}, true},
	} {
		if got := practice.IsSilent(c.rule, seated(c.rule)); got != c.want {
			t.Errorf("%+v: silent is %v, want %v", c.rule, got, c.want)
		}
	}
}

// At commitment c a person is heard with (1-Quiet)(1 + Slope (c-8)/8).
func TestCommitmentRate(t *testing.T) {
	for _, c := range []struct {
		slope, quiet float64
		c            int
		want         float64
	}{
		{1, .5, 8, .5}, {1, .5, 0, 0}, {1, .5, 15, .9375}, {-1, .5, 15, .0625}, {1, 0, 12, 1},
		{0, .25, 8, .75}, {.5, .5, 4, .375},
	} {
		r := practice.Commitment{Slope: c.slope, Quiet: c.quiet}
		seat := uint64(uint32(int32(c.c - 8)))
		if got := share(r, seat, agents.Both); math.Abs(got-c.want) > 4*math.Sqrt(.25/4000) {
			t.Errorf("%+v at %d: heard %v of the time, want %v", r, c.c, got, c.want)
		}
	}
}

// Crowded talk is Say at the rate times 1 + Crowd Compel. It is at most 1.
func TestCrowdedTalk(t *testing.T) {
	for _, c := range []struct{ crowd, compel, rate, want float64 }{
		{0, 1, .5, .5}, {-.5, 1, .5, .25}, {-.5, .5, .5, .375}, {.5, 1, .5, .75}, {.5, 1, 1, 1},
		{-1, 1, 1, 0}, {0, .2, .7, .7},
	} {
		r := practice.Attendance{Away: 8, Crowd: c.crowd, Compel: c.compel}
		if got := r.Say(c.rate).Rate; got != c.want {
			t.Errorf("%+v: the rate is %v, want %v", r, got, c.want)
		}
	}
}

func TestAttendanceRefuses(t *testing.T) {
	for want, r := range map[string]agents.Participant{
		"Attendance.Away is 17, want 0 to 16":      practice.Attendance{Away: 17},
		"Attendance.Own is 2, want -1 to 1":        practice.Attendance{Own: 2},
		"Attendance.Heard is NaN, want -1 to 1":    practice.Attendance{Heard: math.NaN()},
		"Attendance.ShortTerm is -3, want -1 to 1": practice.Attendance{ShortTerm: -3},
		"Attendance.Crowd is 1.5, want -1 to 1":    practice.Attendance{Crowd: 1.5},
		"Attendance.Cost is -1, want 0 to 1048576": practice.Attendance{Cost: -1},
		"Attendance.Compel is 1.5, want 0 to 1":    practice.Attendance{Compel: 1.5},
		"Commitment.Slope is -2, want -1 to 1":     practice.Commitment{Slope: -2},
		"Commitment.Quiet is 2, want 0 to 1":       practice.Commitment{Quiet: 2},
		"Apprenticeship.Wait is -1, want 0 to 214748": practice.Attendance{
			Of: practice.Apprenticeship{Wait: -1}},
	} {
		refuses(t, r, want)
	}
}

// refuses checks the error of a rule's parameters.
func refuses(t *testing.T, r any, want string) {
	t.Helper()
	err := r.(agents.Validator).Validate()
	if err == nil || len(err.Error()) < len(want) || err.Error()[:len(want)] != want {
		t.Errorf("the error is %v, want %s", err, want)
	}
}
