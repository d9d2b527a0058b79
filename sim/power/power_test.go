package power_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/power"
	"orglearn/sim/simtest"
)

// firm is 40 people in 8 teams and 8 communities, with time to allot in periods of 10 ticks.
func firm(events ...sim.Event) sim.Scenario {
	return sim.Scenario{
		Name: "firm", People: 40, Dimensions: 32, Ticks: 40,
		Reality: sim.Blocks{Size: 4, Seen: 16}, Attention: 1,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Communities{Team: 5, Size: 5},
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3}, Agenda: practice.Allotment{Every: 10},
		}},
		Events: events,
	}
}

// Under every ground and skew the total of meeting ticks is the same in each period, and so is the
// inequality. Units then meet in as many ticks as they were dealt.
func TestTotalsAreEqual(t *testing.T) {
	for _, ticks := range []int{1, 4, 5, 9, 10} {
		for _, skew := range []int{0, 5, 16} {
			var shares []int
			for _, by := range []power.Ground{power.Chance, power.Agreement, power.Merit} {
				m := simtest.Built(t, firm(power.Allot{Channel: "work", Ticks: ticks, Skew: skew,
					By: by}), 0)
				for !m.Done() {
					got := period(t, m)
					slices.Sort(got)
					if sum(got) != 16*ticks || shares != nil && !slices.Equal(got, shares) {
						t.Fatalf("ticks %d, skew %d, ground %d: %v", ticks, skew, by, got)
					}
					shares = got
				}
			}
			if most := min(ticks, 10-ticks); shares[0] != ticks-skew*most/16 {
				t.Errorf("ticks %d, skew %d: %v", ticks, skew, shares)
			}
		}
	}
}

// period runs a period, and returns in how many of its ticks each unit met.
func period(t *testing.T, m *sim.Model) []int {
	t.Helper()
	dealt, met := make([]int, 16), make([]int, 16)
	for u := range dealt {
		dealt[u] = power.MeetingTicks(m, "work", u)
	}
	for range 10 {
		simtest.Step(t, m)
		for u := range met {
			if m.About(0, u)[0] != 0 {
				met[u]++
			}
		}
	}
	if !slices.Equal(dealt, met) {
		t.Fatalf("dealt %v, met %v", dealt, met)
	}
	return met
}

func sum(numbers []int) (n int) {
	for _, v := range numbers {
		n += v
	}
	return n
}

// By hand: the norm of unit 3 is what the manager believes, and it gets most time. By merit it is
// unit 5, whose norm is true. The unit of the opposite gets least. All others are alike, and each
// of them is second or third now and then.
func TestGrounds(t *testing.T) {
	for _, c := range []struct {
		by    power.Ground
		first int
	}{{power.Agreement, 3}, {power.Merit, 5}} {
		next := map[int]bool{}
		for replicate := range uint64(200) {
			s := firm(set, power.Allot{Channel: "work", Ticks: 5, Skew: 16, By: c.by, Manager: 7})
			s.Reality = sim.Additive{}
			m := simtest.Built(t, s, replicate)
			if n := power.MeetingTicks(m, "work", c.first); n != 10 {
				t.Fatalf("ground %d: unit %d meets in %d ticks, want 10", c.by, c.first, n)
			}
			if n := power.MeetingTicks(m, "work", c.first+1); n != 0 {
				t.Fatalf("ground %d: unit %d meets in %d ticks, want 0", c.by, c.first+1, n)
			}
			for u := range 16 {
				if power.MeetingTicks(m, "work", u) >= 8 {
					next[u] = true
				}
			}
		}
		if len(next) != 15 || next[c.first+1] {
			t.Errorf("ground %d: much time for %v", c.by, next)
		}
	}
}

// set lets the manager, person 7, be right in half of the first 16 dimensions, and believe nothing
// of the others. Unit 3 holds the same, unit 4 the opposite. Unit 5 holds the truth of the others,
// and unit 6 the opposite of that. So each pair differs on one ground only.
var set = sim.EventFunc(func(m *sim.Model, _ *agents.Stream) {
	if m.Tick() > 0 {
		return
	}
	truth := m.Landscape().Truth()[0]
	const even, odd = 0x5555, 0xaaaa
	biased := agents.Word{Yes: truth.Yes&even | truth.No&odd, No: truth.No&even | truth.Yes&odd}
	rest := truth.Keep(0xffff0000)
	m.Beliefs(7)[0] = biased
	for u, norm := range []agents.Word{biased, opposite(biased), rest, opposite(rest)} {
		m.Norm(0, 3+u)[0] = norm
	}
})

func opposite(w agents.Word) agents.Word { return agents.Word{Yes: w.No, No: w.Yes} }

// With a Skew of 0 grounds have no effect.
func TestGroundsWithoutSkew(t *testing.T) {
	want := beliefs(t, firm(power.Allot{Channel: "work", Ticks: 4}))
	for _, by := range []power.Ground{power.Agreement, power.Merit} {
		if got := beliefs(t, firm(power.Allot{Channel: "work", Ticks: 4, By: by})); !slices.Equal(
			got, want) {
			t.Errorf("ground %d: other beliefs", by)
		}
	}
	skewed := firm(power.Allot{Channel: "work", Ticks: 4, Skew: 16})
	if slices.Equal(beliefs(t, skewed), want) {
		t.Error("with a Skew beliefs are the same")
	}
}

// A sponsor closes teams in the share of ticks that he pays for, and never a community.
func TestSponsor(t *testing.T) {
	for _, share := range []float64{.25, 1} {
		closed := 0
		m := simtest.Built(t, firm(power.Sponsor{Channel: "work", Time: share}), 0)
		for !m.Done() {
			for u, met := range period(t, m) {
				closed += 10 - met
				if u >= 8 && met != 10 {
					t.Fatalf("community %d meets in %d ticks", u, met)
				}
			}
		}
		// 320 ticks of teams; at .25 five standard deviations are 39
		if off := float64(closed) - share*320; off < -39 || off > 39 || share == 1 && off != 0 {
			t.Errorf("share %v: teams are closed in %d ticks of 320", share, closed)
		}
	}
}

// The events keep the contract of events. Off they change nothing.
func TestContract(t *testing.T) {
	simtest.Event(t, briefly(), power.Allot{Channel: "work", Ticks: 3, Skew: 12, By: power.Merit},
		power.Allot{}, power.Allot{Channel: "work", Skew: 16, By: power.Agreement})
	simtest.Event(t, briefly(), power.Sponsor{Channel: "work", Time: .5}, power.Sponsor{})
}

// briefly is a firm of two teams over twelve ticks.
func briefly(events ...sim.Event) sim.Scenario {
	s := firm(events...)
	s.People, s.Ticks = 12, 12
	s.Channels[0].Structure = network.Communities{Team: 3, Size: 3}
	return s
}

// An allotment that has no period changes nothing. One that nobody writes changes no belief.
func TestAllotmentOff(t *testing.T) {
	plain := firm()
	plain.Channels[0].Agenda = nil
	for _, agenda := range []agents.Agenda{
		practice.Allotment{}.Agenda(), practice.Allotment{},
		practice.Allotment{Of: practice.Calendar{}},
	} {
		simtest.Off(t, plain, func(s *sim.Scenario) {
			s.Channels = slices.Clone(s.Channels)
			s.Channels[0].Agenda = agenda
		})
	}
	if !slices.Equal(beliefs(t, firm()), beliefs(t, plain)) {
		t.Error("an allotment that nobody writes changes beliefs")
	}
}

// beliefs runs a scenario, and returns what people believe then.
func beliefs(t *testing.T, s sim.Scenario) (all []string) {
	t.Helper()
	m := simtest.Built(t, s, 1)
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	for p := range m.People() {
		all = append(all, fmt.Sprint(m.Beliefs(p)))
	}
	return all
}

// An event that is off allots no time, and may stand beside one that does.
func TestBesideOneThatIsOff(t *testing.T) {
	s := firm(power.Sponsor{Channel: "work"}, power.Allot{Channel: "work", Ticks: 1},
		power.Allot{Channel: "work"})
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

// Runs are the same on 1, 2 and 7 workers, and time may be allotted to circles and to units that go
// through stages at their own pace.
func TestAllotLaws(t *testing.T) {
	allot := power.Allot{Channel: "work", Ticks: 4, Skew: 16, By: power.Merit}
	s := briefly(allot, sim.Turnover{Rate: .02}, sim.Reshuffle{Channel: "work", Every: 7})
	s.Channels[0].Agenda = practice.Allotment{Every: 10, Of: practice.Stages{Stages: 4}}
	simtest.Same(t, s)
	simtest.Clone(t, s)
	s = briefly(allot)
	s.Channels[0].Structure = network.Circles{Of: network.RingLattice{Neighbours: 4}}
	simtest.Same(t, s)
}

func TestMisuse(t *testing.T) {
	plain := firm()
	plain.Channels[0].Agenda = nil
	for _, c := range []struct {
		s     sim.Scenario
		event sim.Event
		want  string
	}{
		{firm(), power.Allot{Channel: "work", Ticks: 11}, "Allot.Ticks is 11, want 0 to 10"},
		{firm(), power.Allot{Channel: "work", Ticks: 65}, "Allot.Ticks is 65, want 0 to 64"},
		{firm(), power.Allot{Channel: "work", Ticks: -1}, "Allot.Ticks is -1, want 0 to 64"},
		{firm(), power.Allot{Channel: "work", Ticks: 1, Skew: 17},
			"Allot.Skew is 17, want 0 to 16"},
		{firm(), power.Allot{Channel: "work", Ticks: 1, By: 3}, "Allot.By is 3, want 0 to 2"},
		{firm(), power.Allot{Channel: "work", Ticks: 1, Manager: 40},
			"Allot.Manager is 40, want 0 to 39"},
		{firm(), power.Allot{Channel: "line", Ticks: 1}, `Allot.Channel is "line", want the name`},
		{plain, power.Allot{Channel: "work", Ticks: 1}, "want a practice.Allotment with a period"},
		{plain, power.Sponsor{Channel: "work", Time: 1}, "want a practice.Allotment with a period"},
		{firm(), power.Sponsor{Channel: "work", Time: 2}, "Sponsor.Time is 2, want 0 to 1"},
		{firm(power.Sponsor{Channel: "work", Time: 1}), power.Allot{Channel: "work", Ticks: 1},
			`Allot.Channel is "work" in 2 events that allot time at once, want one`},
		{firm(power.Allot{Channel: "work", Ticks: 1}), power.Sponsor{Channel: "work", Time: 1},
			`Sponsor.Channel is "work" in 2 events that allot time at once, want one`},
		{firm(sim.During{Event: power.Allot{Channel: "work", Ticks: 1}, First: 5, Last: 9}),
			sim.During{Event: power.Sponsor{Channel: "work", Time: 1}, First: 9, Last: 20},
			`Sponsor.Channel is "work" in 2 events that allot time at once, want one`},
	} {
		c.s.Events = append([]sim.Event{c.event}, c.s.Events...)
		if err := c.s.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.event, err, c.want)
		}
	}
}

// Events that allot time one after the other do not undo each other.
func TestAllottedInTurn(t *testing.T) {
	s := firm(sim.During{Event: power.Allot{Channel: "work", Ticks: 1}, First: 5, Last: 8},
		sim.During{Event: power.Sponsor{Channel: "work", Time: 1}, First: 9, Last: 20},
		power.Sponsor{Channel: "work"})
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}
