package culture_test

import (
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/culture"
	"orglearn/sim/simtest"
)

// firm is a small organization of people with traits, who withhold, and listen narrowly.
func firm(events ...sim.Event) sim.Scenario {
	return sim.Scenario{
		Name: "firm", People: 20, Dimensions: 64, Ticks: 12, Reality: sim.Blocks{Size: 4},
		Self: culture.Selves{}, Attention: 1,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Communities{Team: 5, Size: 4},
			Externalize: practice.Withhold{Rate: .5, Slope: 1},
			Objectify:   agents.Superior{Rate: .5},
			Internalize: practice.Narrow{Rate: .3, Slope: 1},
			Participate: practice.Attendance{Away: 4, Own: .5, ShortTerm: .5},
		}},
		Events: events,
	}
}

func run(t *testing.T, m *sim.Model, ticks int) {
	t.Helper()
	for range ticks {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

// values are the present values of a trait.
func values(m *sim.Model, of practice.Trait) (all []int) {
	for p := range m.People() {
		all = append(all, practice.TraitsOf(m.Self(p)).At(of))
	}
	return all
}

func sum(all []int) (n int) {
	for _, v := range all {
		n += v
	}
	return n
}

// A dose is exactly so many steps, whichever way it is given, as long as there is room for it. And
// a programme moves all by as much, while seeding moves a few by Depth.
func TestDosesAreEqual(t *testing.T) {
	const at, dose = 3, 37
	for _, up := range []bool{false, true} {
		for _, e := range []sim.Event{
			culture.Programme{At: at, Trait: practice.Competition, Dose: dose, Up: up},
			culture.Programme{At: at, Trait: practice.Competition, Dose: dose, Up: up, Miss: 9},
			culture.Seeded{Channel: "work", At: at, Trait: practice.Competition, Dose: dose, Up: up,
				Depth: 5},
			culture.Seeded{Channel: "work", At: at, Trait: practice.Competition, Dose: dose, Up: up,
				Depth: 15},
		} {
			m := simtest.Built(t, firm(e), 0)
			run(t, m, at-1)
			before := values(m, practice.Competition)
			run(t, m, 1)
			now, moved, most := values(m, practice.Competition), 0, 0
			for p := range now {
				if d := max(now[p]-before[p], before[p]-now[p]); d > 0 {
					moved++
					most = max(most, d)
				}
			}
			want := map[bool]int{false: -dose, true: dose}[up]
			if got := sum(now) - sum(before); got != want {
				t.Errorf("%+v: %d person-steps, want %d", e, got, want)
			}
			switch e := e.(type) {
			case culture.Programme:
				if e.Miss == 0 && (moved < 17 || most > 3) || e.Miss == 9 && moved > 9 {
					t.Errorf("%+v: moved %d people by at most %d steps", e, moved, most)
				}
			case culture.Seeded:
				if moved > 12 || most > e.Depth {
					t.Errorf("%+v: moved %d people by at most %d steps", e, moved, most)
				}
			}
			run(t, m, 3)
			if got := sum(values(m, practice.Competition)); got != sum(now) {
				t.Errorf("%+v: without drift the sum went on to %d from %d", e, got, sum(now))
			}
		}
	}
}

// The obvious drift: nobody, with all probability, goes one step towards his first value.
func TestDriftToFirst(t *testing.T) {
	s := firm(culture.Drift{Channel: "work", First: 1})
	m := simtest.Built(t, s, 0)
	first := values(m, practice.ShortTermism)
	for p := range m.People() {
		practice.TraitsOf(m.Self(p)).Set(practice.ShortTermism, (first[p]+p)%16)
	}
	for range 5 {
		before := values(m, practice.ShortTermism)
		run(t, m, 1)
		for p, now := range values(m, practice.ShortTermism) {
			if want := before[p] + min(max(first[p]-before[p], -1), 1); now != want {
				t.Fatalf("person %d went from %d to %d, first %d", p, before[p], now, first[p])
			}
		}
	}
}

// Towards the firm all come to its mean and stay there.
func TestDriftToTheFirm(t *testing.T) {
	m := simtest.Built(t, firm(culture.Drift{Channel: "work", Firm: 1}), 0)
	before := values(m, practice.Individualism)
	mean := (2*sum(before) + 20) / 40
	run(t, m, 1)
	for p, now := range values(m, practice.Individualism) {
		if want := before[p] + min(max(mean-before[p], -1), 1); now != want {
			t.Fatalf("person %d went from %d to %d, mean %d", p, before[p], now, mean)
		}
	}
	run(t, m, 11)
	now := values(m, practice.Individualism)
	for p := range now {
		if now[p] != now[0] {
			t.Fatalf("traits %v, want all the same", now)
		}
	}
}

// By contact people become alike within their units, and nobody leaves the range of his contacts.
// A person whose contacts are all at 3 goes there, and one alone in his unit goes nowhere.
func TestDriftToContacts(t *testing.T) {
	s := firm(culture.Drift{Channel: "work", Contact: 1})
	voices := func(people ...int32) (v network.Membership) {
		for _, p := range people {
			v.Voices = append(v.Voices, network.Voice{Person: p, Weight: 1})
		}
		v.Audience = people
		return v
	}
	s.Channels[0].Structure = network.Explicit{Units: []network.Membership{voices(0, 1, 2),
		voices(3)}}
	s.People, s.Channels[0].Participate = 4, nil
	m := simtest.Built(t, s, 0)
	for p, value := range []int{9, 3, 3, 9} {
		practice.TraitsOf(m.Self(p)).Set(practice.Competition, value)
	}
	run(t, m, 1)
	now := values(m, practice.Competition)
	if now[0] != 8 || now[3] != 9 || now[1] < 3 || now[1] > 4 {
		t.Errorf("traits %v, want 8, 3 or 4 twice, and 9", now)
	}
}

// What sets a person apart are the beliefs that no norm of his units has.
func TestNotice(t *testing.T) {
	m := simtest.Built(t, firm(culture.Notice{Channel: "work"}), 0)
	run(t, m, 6)
	x, err := m.Remembered("work")
	if err != nil {
		t.Fatal(err)
	}
	apart, shared := 0, 0
	for p := range m.People() {
		for d := range m.Dimensions() {
			belief := m.Beliefs(p).Get(d)
			want := belief != 0
			for _, u := range m.Units(0).Of(p) {
				want = want && m.Norm(0, int(u)).Get(d) != belief
			}
			if got := x.Speaking(p)[d/64]>>(d%64)&1 == 1; got != want {
				t.Fatalf("person %d, dimension %d: set apart is %v, want %v", p, d, got, want)
			}
			if want {
				apart++
			} else if belief != 0 {
				shared++
			}
		}
	}
	if apart == 0 || shared == 0 {
		t.Errorf("%d beliefs set apart and %d do not, want some of both", apart, shared)
	}
}

// all are the events together, on.
func all() []sim.Event {
	return []sim.Event{
		culture.Drift{Channel: "work", Contact: .3, Firm: .1, First: .1},
		culture.Programme{At: 2, Trait: practice.Individualism, Dose: 30},
		culture.Seeded{Channel: "work", At: 5, Trait: practice.ShortTermism, Dose: 30, Up: true,
			Depth: 6},
		sim.Turnover{Rate: .05}, culture.Notice{Channel: "work"},
	}
}

func TestCultureIsTheSame(t *testing.T) {
	s := firm(all()...)
	s.Ticks = 8
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "work")
	small := firm()
	small.Ticks, small.Dimensions = 6, 16
	simtest.Event(t, small, all()[0], culture.Drift{Channel: "work"})
	simtest.Event(t, small, all()[1], culture.Programme{}, culture.Programme{Dose: 9, Miss: 16})
	simtest.Event(t, small, all()[2], culture.Seeded{Channel: "work", Dose: 9})
}

// Traits without slopes change no belief, and slopes without traits do not either.
func TestTraitsWithoutSlopesChangeNothing(t *testing.T) {
	plain := func() sim.Scenario {
		s := firm()
		c := &s.Channels[0]
		s.Self, c.Externalize, c.Participate = nil, agents.Say{Rate: .5}, nil
		c.Internalize = agents.Absorb{Rate: .3}
		return s
	}
	traits := firm(all()[:3]...)
	c := &traits.Channels[0]
	c.Externalize, c.Internalize = practice.Withhold{Rate: .5}, practice.Narrow{Rate: .3}
	c.Participate = nil
	slopes := firm()
	slopes.Self, slopes.Channels[0].Participate = nil, practice.Attendance{ShortTerm: 1}
	want := simtest.Built(t, plain(), 3)
	run(t, want, 12)
	for name, s := range map[string]sim.Scenario{"traits": traits, "slopes": slopes} {
		m := simtest.Built(t, s, 3)
		run(t, m, 12)
		for p := range m.People() {
			if !m.Beliefs(p).Equal(want.Beliefs(p)) {
				t.Fatalf("with %s person %d believes other things", name, p)
			}
		}
	}
}

func TestCultureRefuses(t *testing.T) {
	for want, e := range map[string]sim.Event{
		"Drift.Contact is 2, want 0 to 1": culture.Drift{Channel: "work", Contact: 2},
		"Drift.Contact, Firm and First sum to 1.5, want at most 1": culture.Drift{Channel: "work",
			Contact: .5, Firm: .5, First: .5},
		`Drift.Channel is "play", want the name of a channel`: culture.Drift{Channel: "play",
			Firm: 1},
		"Programme.At is -1, want 0 to":     culture.Programme{At: -1, Dose: 1},
		"Programme.Trait is 3, want 0 to 2": culture.Programme{Trait: 3, Dose: 1},
		"Programme.Miss is 17, want 0 to 16": culture.Programme{Miss: 17,
			Dose: 1},
		"Seeded.Dose is -1, want 0 to": culture.Seeded{Channel: "work", Dose: -1,
			Depth: 1},
		"Seeded.Depth is 16, want 0 to 15": culture.Seeded{Channel: "work", Dose: 1,
			Depth: 16},
		`Notice.Channel is "x", want a channel`: culture.Notice{Channel: "x"},
	} {
		if _, err := sim.New(firm(e), 1, 0); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
	s := firm(culture.Programme{Dose: 3})
	s.Self = nil
	const want = "culture.Programme needs people with traits"
	if _, err := sim.New(s, 1, 0); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("the error is %v, want %s", err, want)
	}
}
