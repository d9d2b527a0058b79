package simtest_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"orglearn/agents"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// Every reality of package sim keeps the contract.
func TestBuiltInLandscapes(t *testing.T) {
	simtest.Landscape(t, sim.Additive{}, 1, 20, 64, 130)
	simtest.Landscape(t, sim.Additive{Seen: 7}, 20, 64, 130)
	simtest.Landscape(t, sim.Blocks{Size: 5}, 20, 65, 130)
	simtest.Landscape(t, sim.Blocks{Size: 4, Seen: 8}, 20, 64, 128)
	simtest.Landscape(t, sim.Blocks{Size: 5, Seen: 10}, 20, 130)
	simtest.Landscape(t, sim.NK{}, 1, 10)
	simtest.Landscape(t, sim.NK{K: 3, Partners: sim.Drawn, Decimals: 1}, 10)
	simtest.Landscape(t, sim.NK{K: 9, Partners: sim.DrawnAny, Seen: 4}, 10)
}

// faulty is Additive with a fault in one place.
type faulty struct {
	seen  int
	draw  func(s *agents.Stream)
	spoil func(w *spoilt)
}

func (r faulty) New(dimensions int, s *agents.Stream) (sim.Landscape, error) {
	if r.draw != nil {
		r.draw(s)
	}
	l, err := sim.Additive{Seen: r.seen}.New(dimensions, s)
	if err != nil {
		return nil, err
	}
	w := &spoilt{Sighted: l.(sim.Sighted), calls: new(atomic.Int32)}
	if r.spoil != nil {
		r.spoil(w)
	}
	return w, nil
}

// spoilt is a world in which some methods are wrong.
type spoilt struct {
	sim.Sighted
	calls *atomic.Int32

	score   func(k agents.Knowledge) int32
	max     func() int32
	truth   func() agents.Knowledge
	turn    func(rate float64, s *agents.Stream) sim.Landscape
	sample  func(s *agents.Stream, seen []uint64)
	scoreOn func(k agents.Knowledge, seen []uint64) int32
	seen    func() int
	whole   bool
}

func (w *spoilt) Score(k agents.Knowledge) int32 {
	if w.score != nil {
		return w.score(k)
	}
	return w.Sighted.Score(k)
}

func (w *spoilt) Max() int32 {
	if w.max != nil {
		return w.max()
	}
	return w.Sighted.Max()
}

func (w *spoilt) Truth() agents.Knowledge {
	if w.truth != nil {
		return w.truth()
	}
	return w.Sighted.Truth()
}

func (w *spoilt) Turn(rate float64, s *agents.Stream) sim.Landscape {
	if w.turn != nil {
		return w.turn(rate, s)
	}
	return w.Sighted.Turn(rate, s)
}

func (w *spoilt) Sample(s *agents.Stream, seen []uint64) {
	if w.sample != nil {
		w.sample(s, seen)
		return
	}
	w.Sighted.Sample(s, seen)
}

func (w *spoilt) ScoreOn(k agents.Knowledge, seen []uint64) int32 {
	if w.scoreOn != nil {
		return w.scoreOn(k, seen)
	}
	return w.Sighted.ScoreOn(k, seen)
}

func (w *spoilt) Seen() int {
	if w.seen != nil {
		return w.seen()
	}
	return w.Sighted.Seen()
}

func (w *spoilt) Whole() bool { return w.whole }

// nothing is a world that is nil.
type nothing struct{}

func (nothing) New(int, *agents.Stream) (sim.Landscape, error) { return nil, nil }

// Each broken world fails the check that it breaks. If sim.New refuses a world, the message is the
// same.
func TestBrokenLandscapes(t *testing.T) {
	var worlds atomic.Int32
	for _, c := range []struct {
		want    string
		r       sim.Reality
		refused bool
	}{
		{"gave no landscape", nothing{}, true},
		{"Max is 0, want 1 or more", faulty{spoil: func(w *spoilt) {
			w.max, w.score = func() int32 { return 0 }, func(agents.Knowledge) int32 { return 0 }
		}}, true},
		{"the Score of Truth is 20, want Max (21)", faulty{spoil: func(w *spoilt) {
			w.max = func() int32 { return 21 }
		}}, true},
		{"the Score of Truth is 20, want Max (9)", faulty{spoil: func(w *spoilt) {
			w.max = func() int32 { return 9 }
		}}, true},
		{"Truth has 0 words, want 1", faulty{spoil: func(w *spoilt) {
			w.truth = func() agents.Knowledge { return nil }
		}}, true},
		{"Truth has 2 words, want 1", faulty{spoil: func(w *spoilt) {
			w.truth = func() agents.Knowledge { return make(agents.Knowledge, 2) }
		}}, true},
		{"want nothing both yes and no, nor past the last dimension", faulty{
			spoil: func(w *spoilt) {
				w.truth = func() agents.Knowledge { return agents.Knowledge{{Yes: 1 << 20}} }
			}}, true},
		{"Seen is 21, want 0 to 20", faulty{spoil: func(w *spoilt) {
			w.seen = func() int { return 21 }
		}}, true},
		{"want at most Max (20)", faulty{spoil: func(w *spoilt) {
			w.score = func(k agents.Knowledge) int32 {
				if !k.Equal(w.Truth()) && k.Known() == 20 {
					return 22
				}
				return w.Sighted.Score(k)
			}
		}}, true},
		{"above Max (20)", faulty{spoil: func(w *spoilt) {
			w.score = func(k agents.Knowledge) int32 {
				if k.Distance(w.Truth()) == 1 {
					return 21 // almost no first beliefs are that
				}
				return w.Sighted.Score(k)
			}
		}}, false},
		{"the second time", faulty{spoil: func(w *spoilt) {
			w.score = func(k agents.Knowledge) int32 {
				if k.Equal(w.Truth()) {
					return 20
				}
				return -w.calls.Add(1)
			}
		}}, false},
		{"Score changes the body", faulty{spoil: func(w *spoilt) {
			w.score = func(k agents.Knowledge) int32 {
				n := w.Sighted.Score(k)
				k.Set(0, w.Truth().Get(0)) // after it was scored
				if n < 20 {
					n = -20
				}
				return n
			}
		}}, false},
		{"it keeps what it is given", faulty{spoil: func(w *spoilt) {
			known := map[*agents.Word]int32{}
			w.score = func(k agents.Knowledge) int32 {
				if _, ok := known[&k[0]]; !ok {
					known[&k[0]] = w.Sighted.Score(k)
				}
				return known[&k[0]]
			}
		}}, false},
		{"New gives another world with the same stream", faulty{draw: func(s *agents.Stream) {
			for range worlds.Add(1) % 3 {
				s.Coins(.5, 1)
			}
		}}, false},
		{"Turn gives no landscape", faulty{spoil: func(w *spoilt) {
			w.turn = func(float64, *agents.Stream) sim.Landscape { return nil }
		}}, false},
		{"Turn changes the world that it is called of", faulty{spoil: func(w *spoilt) {
			w.turn = func(rate float64, s *agents.Stream) sim.Landscape {
				w.Sighted = w.Sighted.Turn(rate, s).(sim.Sighted)
				return w
			}
		}}, false},
		{"Turn gives another world with the same stream", faulty{spoil: func(w *spoilt) {
			w.turn = func(rate float64, s *agents.Stream) sim.Landscape {
				for range w.calls.Add(1) {
					s.Coins(.5, 1)
				}
				return w.Sighted.Turn(rate, s)
			}
		}}, false},
		{"Turn at a rate of 0 gives another world", faulty{spoil: func(w *spoilt) {
			w.turn = func(_ float64, s *agents.Stream) sim.Landscape {
				return w.Sighted.Turn(1, s)
			}
		}}, false},
		{"Turn changes nothing at a rate of 1", faulty{spoil: func(w *spoilt) {
			w.turn = func(float64, *agents.Stream) sim.Landscape { return w }
		}}, false},
		{"after a Turn the Score of Truth", faulty{spoil: func(w *spoilt) {
			w.turn = func(rate float64, s *agents.Stream) sim.Landscape {
				if rate == 0 {
					return w
				}
				return &spoilt{Sighted: w.Sighted.Turn(rate, s).(sim.Sighted),
					max: func() int32 { return 30 }}
			}
		}}, false},
		{"Sample gives another with the same stream", faulty{seen: 5, spoil: func(w *spoilt) {
			w.sample = func(_ *agents.Stream, seen []uint64) { seen[0] = uint64(w.calls.Add(1)) }
		}}, false},
		{"Sample marks dimensions that there are not", faulty{seen: 5, spoil: func(w *spoilt) {
			w.sample = func(_ *agents.Stream, seen []uint64) { seen[0] = 1 << 20 }
		}}, false},
		{"ScoreOn changes the body", faulty{seen: 5, spoil: func(w *spoilt) {
			w.scoreOn = func(k agents.Knowledge, seen []uint64) int32 {
				k[0] = k[0].Keep(seen[0])
				return w.Score(k)
			}
		}}, false},
		{"of the same elsewhere", faulty{seen: 5, spoil: func(w *spoilt) {
			w.scoreOn = func(agents.Knowledge, []uint64) int32 { return w.calls.Add(1) }
		}}, false},
		{"it is Whole, but a body with a 0 pays", faulty{spoil: func(w *spoilt) { w.whole = true }},
			false},
		{"it panics: no such body", faulty{spoil: func(w *spoilt) {
			w.score = func(k agents.Knowledge) int32 {
				if k.Known() == 0 {
					panic("no such body")
				}
				return w.Sighted.Score(k)
			}
		}}, false},
	} {
		r := new(recorder)
		simtest.Landscape(r, c.r, 20)
		if len(r.errors) != 1 || !strings.Contains(r.errors[0], c.want) {
			t.Errorf("the suite says %q, want one line with %q", r.errors, c.want)
		}
		_, err := sim.New(sim.Scenario{Name: "broken", People: 20, Dimensions: 20, Reality: c.r,
			Beliefs: agents.Mixed{}}, 1, 0)
		if c.refused != (err != nil && strings.Contains(err.Error(), c.want)) {
			t.Errorf("sim.New says %v, want %q: %v", err, c.want, c.refused)
		}
	}
}

// A number of dimensions that the reality does not fit is an error.
func TestLandscapeOfOtherDimensions(t *testing.T) {
	r := new(recorder)
	simtest.Landscape(r, sim.Blocks{Size: 3}, 20)
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "want a divisor of 20") {
		t.Errorf("the suite says %q", r.errors)
	}
}

// A run ends if turbulence makes its world break the contract.
func TestTurbulenceIsChecked(t *testing.T) {
	r := faulty{spoil: func(w *spoilt) {
		w.turn = func(float64, *agents.Stream) sim.Landscape { return nil }
	}}
	m, err := sim.New(sim.Scenario{Name: "turned", People: 3, Dimensions: 20, Ticks: 5, Reality: r,
		Events: []sim.Event{sim.Turbulence{Rate: .1}}}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	const want = "event turbulence: *simtest_test.spoilt gave no landscape"
	if err := m.Run(); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want %s", err, want)
	}
}
