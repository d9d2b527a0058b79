package practice_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// openIn returns the dimensions that are open, by the definition of the doc comment.
func openIn(r practice.Stages, tick, dimensions int) (open []int) {
	if r.Stages == 0 {
		for d := range dimensions {
			open = append(open, d)
		}
		return open
	}
	loops, block := max(r.Loops, 1), max(r.Block, 1)
	phase := min(tick*r.Stages*loops/r.Ticks, r.Stages*loops-1)
	for d := range dimensions {
		stage := 0 // the last whose border lies at or before d
		for s := 1; s < r.Stages; s++ {
			if d >= s*(dimensions/block)/r.Stages*block+r.Straddle {
				stage = s
			}
		}
		seen := stage <= phase // in the first loop; in later ones every stage was seen
		if stage == phase%r.Stages || r.Cumulative && seen {
			open = append(open, d)
		}
	}
	return open
}

// asked returns the dimensions that the rule opens.
func asked(r practice.Stages, tick, dimensions int, memory []uint64) (open []int) {
	about := make([]uint64, agents.Width(dimensions))
	r.About(&agents.Unit{Tick: tick, Dimensions: dimensions, Memory: memory}, about)
	for d := range 64 * len(about) {
		if about[d/64]>>(d%64)&1 != 0 {
			open = append(open, d)
		}
	}
	return open
}

// By the clock the open dimensions are those of the definition, at every tick and past the end.
func TestStagesByTheClock(t *testing.T) {
	for _, r := range []practice.Stages{
		{}, {Stages: 1, Ticks: 7}, {Stages: 4, Ticks: 200}, {Stages: 4, Loops: 4, Ticks: 200},
		{Stages: 3, Loops: 2, Ticks: 17}, {Stages: 5, Ticks: 50, Block: 4, Straddle: 2},
		{Stages: 3, Loops: 2, Ticks: 12, Cumulative: true}, {Stages: 7, Ticks: 7, Block: 4},
	} {
		for _, dimensions := range []int{28, 64, 128, 132} {
			if err := r.Fits(dimensions, 1); err != nil {
				t.Fatal(err)
			}
			for tick := range r.Ticks + 9 {
				want := openIn(r, tick, dimensions)
				if got := asked(r, tick, dimensions, nil); !slices.Equal(got, want) {
					t.Fatalf("%+v: of %d dimensions %v are open at tick %d, want %v", r,
						dimensions, got, tick, want)
				}
			}
		}
	}
}

// Where phases divide the ticks, each dimension is open for T/S ticks, with one loop or several.
// Else its ticks differ by one at most for each loop.
func TestTicksOpen(t *testing.T) {
	for _, c := range []struct{ loops, least, most int }{{1, 50, 50}, {2, 50, 50}, {4, 48, 52}} {
		open := make([]int, 64)
		for tick := range 200 {
			r := practice.Stages{Stages: 4, Loops: c.loops, Ticks: 200}
			for _, d := range asked(r, tick, 64, nil) {
				open[d]++
			}
		}
		if slices.Min(open) != c.least || slices.Max(open) != c.most {
			t.Errorf("%d loops: dimensions are open for %d to %d ticks, want %d to %d", c.loops,
				slices.Min(open), slices.Max(open), c.least, c.most)
		}
	}
}

// At its own pace a unit is in the phase that its course says.
func TestStagesAtOnesOwnPace(t *testing.T) {
	r := practice.Stages{Stages: 4, Loops: 2}
	course := practice.Course(make([]uint64, r.Memory(64).Unit))
	for phase, want := range []int{0, 16, 32, 48, 0, 16, 32, 48, 48} {
		course.Enter(phase, 5*phase, phase%2 == 1)
		if got := asked(r, 3, 64, course); len(got) != 16 || got[0] != want {
			t.Errorf("in phase %d %v are open, want 16 from %d", phase, got, want)
		}
	}
	if course.Since() != 40 || course.Decreed() != 4 {
		t.Errorf("since %d, %d decreed, want 40 and 4", course.Since(), course.Decreed())
	}
	course.Pass(3)
	course.Pass(1)
	course.Fail(3)
	if !course.Passed(1) || course.Passed(3) || course.Passed(0) {
		t.Errorf("passed %v", course)
	}
}

// The rules keep the contracts of their kinds.
func TestStagesContract(t *testing.T) {
	for _, r := range []practice.Stages{
		{}, {Stages: 4}, {Stages: 3, Loops: 3, Ticks: 20}, {Stages: 2, Cumulative: true, Ticks: 9},
		{Stages: 3, Block: 4, Straddle: 1, Ticks: 40},
	} {
		agentstest.Agenda(t, r)
	}
	agentstest.Experiencer(t, practice.Within{Of: agents.Flip{}})
	agentstest.Experiencer(t, practice.Within{Of: agents.Flip{Idle: true}})
}

// Within drops what lies outside, and does not try what is left as it was.
func TestWithin(t *testing.T) {
	tried := agents.TryFunc(func(_ *agents.Person, _, trial agents.Knowledge) bool {
		trial.Set(1, 1)
		trial.Set(2, -1)
		return true
	})
	for _, c := range []struct {
		about []uint64
		want  string
	}{
		{nil, "true [1 1 -1]"}, {[]uint64{0b010}, "true [1 1 0]"},
		{[]uint64{0b001}, "false [1 0 0]"}, {[]uint64{0b111}, "true [1 1 -1]"},
	} {
		belief := make(agents.Knowledge, 1)
		belief.Set(0, 1)
		trial := slices.Clone(belief)
		p := &agents.Person{Dimensions: 3, About: c.about}
		is := practice.Within{Of: tried}.Try(p, belief, trial)
		got := fmt.Sprint(is, []agents.Belief{trial.Get(0), trial.Get(1), trial.Get(2)})
		if got != c.want {
			t.Errorf("about %b: %s, want %s", c.about, got, c.want)
		}
	}
	never := agents.TryFunc(func(*agents.Person, agents.Knowledge, agents.Knowledge) bool {
		return false
	})
	if (practice.Within{Of: never}).Try(&agents.Person{}, nil, nil) {
		t.Error("who does not try tries")
	}
}

// Wrong parameters are named.
func TestStagesRefused(t *testing.T) {
	for _, c := range []struct {
		rule practice.Stages
		want string
	}{
		{practice.Stages{Stages: 65}, "Stages.Stages is 65, want 0 to 64"},
		{practice.Stages{Stages: 4, Loops: -1}, "Stages.Loops is -1, want 0 to 1048576"},
		{practice.Stages{Stages: 4, Loops: 3, Ticks: 11},
			"Stages.Ticks is 11, want 12 (one for each phase) to 2147483647, or 0"},
		{practice.Stages{Stages: 4, Straddle: -1}, "Stages.Straddle is -1, want 0 to 2147483647"},
	} {
		if err := c.rule.Validate(); err == nil || err.Error() != c.want {
			t.Errorf("%+v: error %v, want %s", c.rule, err, c.want)
		}
	}
	for _, c := range []struct {
		rule practice.Stages
		want string
	}{
		{practice.Stages{Stages: 4, Block: 5},
			"Stages.Block is 5, want a divisor of 64 (the dimensions)"},
		{practice.Stages{Stages: 17, Block: 4},
			"Stages.Stages is 17, want at most 16 (blocks of 4 dimensions)"},
		{practice.Stages{Stages: 4, Straddle: 16},
			"Stages.Straddle is 16, want 0 to 15: the last stage must keep a dimension"},
	} {
		if err := c.rule.Fits(64, 1); err == nil || err.Error() != c.want {
			t.Errorf("%+v: error %v, want %s", c.rule, err, c.want)
		}
	}
	if err := (practice.Within{}).Validate(); err == nil {
		t.Error("Within without a rule is accepted")
	}
}

// Many units are about what each is about by itself.
func TestStagesInBlocks(t *testing.T) {
	draw := agents.NewStream(13)
	for range 3000 {
		r := practice.Stages{Stages: draw.IntN(9), Loops: draw.IntN(3), Block: 1 + draw.IntN(3),
			Cumulative: draw.IntN(2) == 0}
		if draw.IntN(2) == 0 {
			r.Ticks = r.Phases() + draw.IntN(20)
		}
		m := r.Block * (9 + draw.IntN(30))
		if last := m - (r.Stages-1)*(m/r.Block)/max(r.Stages, 1)*r.Block; r.Stages > 1 && last > 1 {
			r.Straddle = draw.IntN(2)
		}
		b := &kernel.Agendas{Tick: draw.IntN(40), Dimensions: m, Width: agents.Width(m), To: 5,
			Each: r.Memory(m).Unit, From: draw.IntN(3)}
		for range 5 * b.Each {
			b.Memory = append(b.Memory, uint64(draw.IntN(20)))
		}
		b.Masks = make([]uint64, 5*b.Width)
		for i := range b.Masks {
			b.Masks[i] = draw.Uint64()
		}
		if !r.AboutBlock(b) {
			t.Fatalf("%+v does not work on blocks", r)
		}
		for u := b.From; u < b.To; u++ {
			want := make([]uint64, b.Width)
			r.About(&agents.Unit{Tick: b.Tick, Dimensions: m, Memory: b.Unit(u)}, want)
			if !slices.Equal(b.About(u), want) {
				t.Fatalf("%+v of %d dimensions: unit %d is about %x in a block, and %x alone", r, m,
					u, b.About(u), want)
			}
		}
	}
}
