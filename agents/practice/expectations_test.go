package practice_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

func TestExpectationsConform(t *testing.T) {
	for _, r := range []practice.Expectations{
		{}, {Every: 3}, {Quiet: .5}, {Energy: 1}, {Every: 2, Energy: 1, Learn: 1, Quiet: .25},
		{Every: 1, Energy: -.5, Of: practice.Commitment{Slope: 1}},
	} {
		agentstest.Suite{NoAllocs: true, Scenes: 40}.Participant(t, r)
	}
}

// word reads "+-0" as a body of one word.
func word(text string) agents.Knowledge {
	k := agents.Knowledge{{}}
	for d, c := range text {
		k.Set(d, map[rune]agents.Belief{'+': 1, '-': -1, '0': 0}[c])
	}
	return k
}

// Of four dimensions one is agreed by all, one is contested by a third, one by a quarter, and of
// one nobody speaks: two have content. In a unit that is about two of them it is one.
func TestContent(t *testing.T) {
	said := agents.NewVoices([]agents.Knowledge{word("++-0"), word("+++0"), word("+-+0"),
		word("+0+0")}, nil, nil)
	for _, c := range []struct {
		about []uint64
		want  int
	}{{nil, 2}, {[]uint64{15}, 2}, {[]uint64{6}, 1}, {[]uint64{12}, 1}, {[]uint64{0}, 0}} {
		u := &agents.Unit{Dimensions: 4, About: c.about}
		if got := practice.Content(u, said); got != c.want {
			t.Errorf("about %v: the content is %d, want %d", c.about, got, c.want)
		}
	}
}

// course lets one person live through so many ticks in a unit where so many dimensions of four are
// unknown, and returns his energy.
func course(r practice.Expectations, unknown, ticks int) float64 {
	seats := [][]uint64{make([]uint64, r.Memory(4).Seat)}
	said := agents.NewVoices([]agents.Knowledge{word("++++"[unknown:])}, nil, nil)
	for tick := range ticks {
		u := &agents.Unit{Tick: tick, Dimensions: 4, Stream: agents.NewStream(1)}
		r.Review(u, said, agents.NewLessons([]int{0}, []agents.Knowledge{{{}}}, []int32{0}, seats,
			agents.Knowledge{{}}))
	}
	return r.Level(seats[0])
}

// By hand: projects of three ticks. With two unknown dimensions of four, and one that is enough, a
// slope of .5 gives half a step of energy at the end of each project. A dull project takes as much,
// what is visible or assigned adds, and an overload takes.
func TestEnergy(t *testing.T) {
	learn := practice.Expectations{Every: 3, Enough: 1, Learn: .5, Energy: 1, Capacity: 4}
	shown, over, both := learn, learn, learn
	shown.Learn, shown.Visible, shown.Shown = 0, 1, 1
	over.Overload, over.Capacity = .25, 3
	both.Visible, both.Shown, both.Origin, both.Assigned = 1, 1, -.75, 1
	for _, c := range []struct {
		name           string
		rule           practice.Expectations
		unknown, ticks int
		want           float64
	}{
		{"the first project lasts", learn, 2, 2, 8}, {"it is over", learn, 2, 3, 8.5},
		{"ten projects", learn, 2, 30, 13}, {"many", learn, 2, 300, 15},
		{"a dull project", learn, 0, 3, 7.5}, {"many dull ones", learn, 0, 300, 0},
		{"just enough is nothing", learn, 1, 30, 8}, {"visible", shown, 0, 9, 11},
		{"an overload", over, 2, 3, 8.25}, {"all together", both, 2, 3, 8.75},
	} {
		if got := course(c.rule, c.unknown, c.ticks); got != c.want {
			t.Errorf("%s: the energy is %v, want %v", c.name, got, c.want)
		}
	}
}

// At energy e a person is heard with (1-Quiet)(1 + Energy (e-8)/8).
func TestEnergyRate(t *testing.T) {
	for _, c := range []struct{ slope, quiet, e, want float64 }{
		{1, .5, 8, .5}, {1, .5, 0, 0}, {1, .5, 15, .9375}, {-1, .5, 12, .25}, {.5, .5, 4.5,
			.390625},
	} {
		r := practice.Expectations{Every: 1, Energy: c.slope, Quiet: c.quiet}
		p := &agents.Person{Seat: []uint64{uint64(uint32(int32((c.e - 8) * 4096))), 0},
			Stream: agents.NewStream(3)}
		n := 0
		for range 4000 {
			if r.Part(p, &agents.Unit{}, 0) == agents.Both {
				n++
			}
		}
		if d := float64(n)/4000 - c.want; math.Abs(d) > 4*math.Sqrt(.25/4000) {
			t.Errorf("%+v: heard %v of the time", c, float64(n)/4000)
		}
	}
}

// A unit that does not meet when a project begins has none, and who joins during it has no part.
func TestNoTask(t *testing.T) {
	r := practice.Expectations{Every: 2, Learn: 1, Energy: 1}
	seats := [][]uint64{{0, 0}}
	said := agents.NewVoices([]agents.Knowledge{word("0000")}, nil, nil)
	for tick := 1; tick < 4; tick++ { // he joins in tick 1; in tick 2 the unit is closed
		u := &agents.Unit{Tick: tick, Dimensions: 4, Stream: agents.NewStream(1)}
		if tick == 2 {
			u.About = []uint64{0}
		}
		r.Review(u, said, agents.NewLessons([]int{0}, []agents.Knowledge{{{}}}, []int32{0}, seats,
			agents.Knowledge{{}}))
	}
	if e := r.Level(seats[0]); e != practice.FirstEnergy {
		t.Errorf("the energy is %v, want %d", e, practice.FirstEnergy)
	}
}

func TestExpectationsRefuse(t *testing.T) {
	for want, r := range map[string]practice.Expectations{
		"Expectations.Every is -1, want 0 to 2147483647":    {Every: -1},
		"Expectations.Enough is -1, want 0 to 1073741824":   {Enough: -1},
		"Expectations.Capacity is -2, want 0 to 1073741824": {Capacity: -2},
		"Expectations.Learn is 2, want -1 to 1":             {Learn: 2},
		"Expectations.Visible is -2, want -1 to 1":          {Visible: -2},
		"Expectations.Origin is NaN, want -1 to 1":          {Origin: math.NaN()},
		"Expectations.Energy is 3, want -1 to 1":            {Energy: 3},
		"Expectations.Shown is 2, want 0 to 1":              {Shown: 2},
		"Expectations.Assigned is -1, want 0 to 1":          {Assigned: -1},
		"Expectations.Quiet is 1.5, want 0 to 1":            {Quiet: 1.5},
		"Expectations.Overload is 16, want 0 to 15":         {Overload: 16},
		"Apprenticeship.Wait is -1, want 0 to " +
			"2147483647": {Of: practice.Apprenticeship{Wait: -1}},
	} {
		refuses(t, r, want)
	}
}
