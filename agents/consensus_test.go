package agents

import "testing"

// run is what the plain consensus remembers of one dimension: the sign of the agreement, and for
// how many ticks it has lasted.
type run struct {
	way   int8
	ticks int
}

// next returns the run after a tick, given how many said yes and no. The share is of/100.
func (r run) next(yes, no, of, most int) run {
	way := int8(0)
	switch {
	case yes > no && yes*100 >= of*(yes+no):
		way = 1
	case no > yes && no*100 >= of*(yes+no):
		way = -1
	}
	switch {
	case way == 0:
		return run{}
	case way != r.way:
		return run{way, 1}
	}
	return run{way, min(r.ticks+1, most)}
}

// Claims drift, so that runs lengthen, turn and break. At every tick the norm is compared with the
// plain version.
func TestConsensus(t *testing.T) {
	for number, voices := range numbers {
		for i, share := range []int{51, 55, 60, 80, 100} {
			for j, ticks := range []int{1, 2, 3, 4, 7, 8} {
				if (number+i+j)%4 == 0 {
					consensus(t, number, voices, share, ticks)
				}
			}
		}
	}
}

func consensus(t *testing.T, number, voices, share, ticks int) {
	t.Helper()
	dimensions := sizes[(number+share+ticks)%len(sizes)]
	c, draw := newScene(number, dimensions, voices), newStream(1991, number, share*10+ticks)
	r := Consensus{Share: float64(share) / 100, Ticks: ticks}
	c.unit.Planes = make([]uint64, Width(dimensions)*r.Memory(dimensions).Planes)
	runs := make([]run, dimensions)
	clear(c.norm)
	for tick := range 30 {
		c.drift(draw, tick)
		said := c.said.Clone()
		r.Objectify(&c.unit, &c.voices, c.norm)
		if !sound(c.norm, dimensions) || !c.said.Equal(said) {
			t.Fatal("the norm is not sound, or the claims were changed")
		}
		for d := range runs {
			yes, no := c.tell(d)
			runs[d] = runs[d].next(yes, no, share, ticks)
			want := int8(0)
			if runs[d].ticks == ticks {
				want = runs[d].way
			}
			if got := int8(c.norm.Get(d)); got != want {
				t.Fatalf("%+v, %d voices, tick %d, dimension %d: %d with %d yes, %d no and the "+
					"run %v, want %d",
					r, voices, tick, d, got, yes, no, runs[d], want)
			}
		}
	}
}

// drift draws all claims anew in some lanes. Most of them equal the first voice's.
func (c *scene) drift(draw *Stream, tick int) {
	leader := randomBody(draw, c.unit.Dimensions)
	rate := []float64{1, .02, .02, .1}[tick%4]
	for i := range c.norm {
		turning := draw.Coins(rate, Lanes(c.unit.Dimensions, i))
		for p := range c.said.Len() {
			own := c.said.Row(p)
			follow := draw.Coins(.9, turning)
			own[i] = own[i].Take(leader[i], follow)
			own[i] = own[i].Keep(^(turning &^ follow))
		}
	}
}

// tell counts who says yes and who says no.
func (c *scene) tell(d int) (yes, no int) {
	for _, p := range c.ids {
		switch c.said.Row(int(p)).Get(d) {
		case 1:
			yes++
		case -1:
			no++
		}
	}
	return yes, no
}

// need is right for any share of two digits and any number. No rounding error asks for one more
// voice, or lets a half win.
func TestConsensusNeed(t *testing.T) {
	for of := 51; of <= 100; of++ {
		r := Consensus{Share: float64(of) / 100, Ticks: 1}
		for spoke := 1; spoke <= 3000; spoke++ {
			want := max((of*spoke+99)/100, spoke/2+1)
			if got := r.need(spoke); got != want {
				t.Fatalf("%d%% of %d is %d, want %d", of, spoke, got, want)
			}
		}
		for _, spoke := range []int{20_000_000, 21_474_836} {
			if got, want := r.need(spoke), max((of*spoke/4+24)/25, spoke/2+1); got != want &&
				of%4 == 0 {
				t.Fatalf("%d%% of %d is %d, want %d", of, spoke, got, want)
			}
		}
	}
	for _, c := range []struct {
		share       float64
		spoke, need int
	}{
		{.55, 20, 11}, {.5000000001, 20, 11}, {.5000000000000001, 20, 11}, {.6, 5, 3}, {.7, 10, 7},
		{1, 20, 20}, {1, 1, 1}, {.51, 1, 1}, {.51, 2, 2},
	} {
		if got := (Consensus{Share: c.share}).need(c.spoke); got != c.need {
			t.Errorf("%v of %d is %d, want %d", c.share, c.spoke, got, c.need)
		}
	}
}

// Three voices speak of one dimension. A norm forms at the third tick, lasts while they agree,
// dissolves at once, and needs three ticks again to turn.
func TestConsensusStreak(t *testing.T) {
	const yes, no, none = 1, -1, 0
	r := Consensus{Share: .6, Ticks: 3}
	said := newLayer(3, 1)
	u := &Unit{Dimensions: 1, Planes: make([]uint64, r.Memory(1).Planes)}
	var v Voices
	v.engine().Set(said.Bare(), []int32{0, 1, 2}, nil, nil, make([]int32, 3), false)
	norm := make(Knowledge, 1)
	for tick, c := range []struct {
		said [3]Belief
		want Belief
	}{
		{[3]Belief{yes, yes, no}, none},
		{[3]Belief{yes, yes, no}, none},
		{[3]Belief{no, yes, yes}, yes}, // other people, the same word
		{[3]Belief{yes, none, none}, yes},
		{[3]Belief{yes, yes, yes}, yes},
		{[3]Belief{none, none, none}, none}, // nobody spoke
		{[3]Belief{yes, yes, yes}, none},
		{[3]Belief{yes, yes, yes}, none},
		{[3]Belief{yes, no, none}, none}, // a tie breaks the run
		{[3]Belief{no, no, yes}, none},
		{[3]Belief{no, no, yes}, none},
		{[3]Belief{no, no, yes}, no},
		{[3]Belief{yes, yes, no}, none}, // turned: a run of 1
		{[3]Belief{yes, yes, no}, none},
		{[3]Belief{yes, yes, no}, yes},
		{[3]Belief{no, no, no}, none},
		{[3]Belief{yes, yes, yes}, none},
	} {
		for p, b := range c.said {
			said.Row(p).Set(0, b)
		}
		r.Objectify(u, &v, norm)
		if got := norm.Get(0); got != c.want {
			t.Fatalf("tick %d: the norm is %d, want %d", tick, got, c.want)
		}
	}
}

// A long run is counted to its end, and then stays there.
func TestConsensusLongRuns(t *testing.T) {
	for _, ticks := range []int{31, 32, 1000, 1023} {
		r := Consensus{Share: 1, Ticks: ticks}
		c := newScene(1, 1, 1)
		c.said.Row(int(c.ids[0])).Set(0, 1)
		c.unit.Planes = make([]uint64, r.Memory(1).Planes)
		clear(c.norm)
		for tick := 1; tick <= 2*ticks+70; tick++ {
			r.Objectify(&c.unit, &c.voices, c.norm)
			if formed := c.norm.Get(0) == 1; formed != (tick >= ticks) {
				t.Fatalf("after %d ticks of %d the norm is %d", tick, ticks, c.norm.Get(0))
			}
		}
	}
}
