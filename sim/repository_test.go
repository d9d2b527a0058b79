package sim_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/simtest"
)

// shelf is a channel that everybody may read, by a rule.
func shelf(rule practice.Repository) sim.Channel {
	c := certain("shelf", network.Organization{})
	if rule.Of == nil {
		rule.Of = agents.Superior{Rate: 1}
	}
	c.Objectify = rule
	return c
}

// Nobody writes, and reality turns in each dimension with probability d a tick. Of entries of which
// a share s was right, 1/2 + (s-1/2)(1-2d)^t are right after t ticks. The bound is 4 standard
// errors of a binomial count.
func TestUnattendedFallsToChance(t *testing.T) {
	const dimensions, replicates, d = 1024, 8, .03
	for _, s := range []float64{1, .75, .5} {
		scenario := byHand(1, dimensions, shelf(practice.Repository{Until: 1}))
		scenario.Ticks, scenario.Beliefs = 60, agents.Mixed{Unknown: 1}
		scenario.Events = []sim.Event{sim.Turbulence{Rate: d}}
		right := make([]int, scenario.Ticks+1)
		for r := range uint64(replicates) {
			m := built(t, scenario, 2005, r)
			body := make([]int8, dimensions)
			for k := range body {
				if body[k] = 1; float64(k) >= s*dimensions {
					body[k] = -1
				}
			}
			hold(m, m.Norm(0, 0), body)
			for ; !m.Done(); step(t, m) {
				right[m.Tick()] += rightIn(m, m.Norm(0, 0))
			}
			right[m.Tick()] += rightIn(m, m.Norm(0, 0))
		}
		const n = dimensions * replicates
		for tick, k := range right {
			share := float64(k) / n
			want := .5 + (s-.5)*math.Pow(1-2*d, float64(tick))
			if bound := 4 * math.Sqrt(.25/n); math.Abs(share-want) > bound {
				t.Errorf("of %v right, %.4f are after %d ticks, want %.4f within %.4f", s, share,
					tick, want, bound)
			}
		}
	}
}

// rightIn counts the dimensions in which a body is right.
func rightIn(m *sim.Model, k knowledge) (n int) {
	for _, b := range bodyHeld(m, k) {
		if b == 1 {
			n++
		}
	}
	return n
}

// By hand: one who knows writes in ticks 0 and 1, and then nobody does. What he learns later is not
// written, and what was written stays when he is gone.
func TestUntilNobodyWrites(t *testing.T) {
	s := byHand(2, 2, shelf(practice.Repository{Until: 2}))
	s.Channels[0].Internalize = agents.Absorb{}
	m := built(t, s, 1, 0)
	for tick, want := range [][]int8{{1, 0}, {1, 0}, {1, 0}, {1, 0}} {
		believe(m, []int8{1, 0}, []int8{0, 0})
		if tick >= 2 {
			believe(m, []int8{-1, 1}, []int8{0, 0})
		}
		step(t, m)
		holds(t, m, "the repository", m.Norm(0, 0), want...)
	}
}

// With Fade 1 nothing outlasts those who say it: who knows has left, and the entry is gone.
func TestFadeOfAll(t *testing.T) {
	for fade, want := range map[float64]int8{0: 1, 1: 0} {
		m := built(t, byHand(2, 1, shelf(practice.Repository{Fade: fade})), 1, 0)
		believe(m, []int8{1}, []int8{0})
		step(t, m)
		holds(t, m, "the repository", m.Norm(0, 0), 1)
		believe(m, []int8{0}, []int8{0})
		step(t, m)
		holds(t, m, "the repository when nobody says it", m.Norm(0, 0), want)
	}
}

// Reading costs the seat: with an attention of 1, who reads does not meet in that tick.
func TestReadingCostsTheSeat(t *testing.T) {
	s := byHand(3, 2, among("team", []int32{0, 1}, []int32{2}), shelf(practice.Repository{}))
	s.Attention, s.Ticks = 1, 400
	for i := range s.Channels {
		s.Channels[i].Objectify = practice.Repository{Of: agents.Superior{}}
	}
	m := built(t, s, 1, 0)
	read := 0
	for !m.Done() {
		believe(m, []int8{0, 0}, []int8{0, 0}, []int8{0, 0})
		hold(m, m.Norm(0, 0), []int8{1, 0})
		hold(m, m.Norm(1, 0), []int8{0, 1})
		step(t, m)
		got := bodyHeld(m, m.Beliefs(0))
		if got[0] == got[1] {
			t.Fatalf("tick %d: he learned %v, want one of two", m.Tick(), got)
		}
		read += int(got[1])
	}
	if read < 160 || read > 240 { // 4 standard errors of half of 400
		t.Errorf("he read in %d of 400 ticks, want about half", read)
	}
}

// withShelf is communities with a repository beside them.
func withShelf(rule practice.Repository) sim.Scenario {
	s := plainly()
	s.Attention = 1
	s.Channels[1].Name, s.Channels[1].Structure = "shelf", network.Organization{}
	s.Channels[1].Objectify = rule
	s.Events = []sim.Event{sim.Turbulence{Rate: .02}, sim.Turnover{Rate: .02}}
	return s
}

// A repository that is always attended, and loses nothing, is its rule, bit for bit. One that is on
// keeps the laws of simtest.
func TestRepositoryLaws(t *testing.T) {
	plain := withShelf(practice.Repository{})
	plain.Channels[1].Objectify = agents.Superior{Rate: .5}
	plain.Ticks = 8
	simtest.Off(t, plain, func(s *sim.Scenario) {
		s.Channels[1].Objectify = practice.Repository{Of: agents.Superior{Rate: .5}}
	})
	simtest.Off(t, plain, func(s *sim.Scenario) {
		s.Channels[1].Objectify = practice.Repository{Of: agents.Superior{Rate: .5}, Until: 9}
	})
	s := withShelf(practice.Repository{Of: agents.Superior{Rate: .5}, Until: 5, Fade: .1})
	s.Ticks = 8
	s.Events = append(s.Events, sim.Curate{Channel: "shelf", By: "work"})
	simtest.Same(t, s)
	simtest.Clone(t, s)
	simtest.Rearranged(t, s, "shelf")
	sameForWorkers(t, s)
}

// The curators are the people of one community, drawn, and all may read. A community whose leader
// is one of its core is one too.
func TestCurateByACommunity(t *testing.T) {
	s := withShelf(practice.Repository{Of: agents.Superior{Rate: .5}})
	s.Events = []sim.Event{sim.Curate{Channel: "shelf", By: "work"}}
	curatedByCommunities(t, s)
	s.Channels[0].Structure = network.Led{Of: s.Channels[0].Structure}
	curatedByCommunities(t, s)
}

func curatedByCommunities(t *testing.T, s sim.Scenario) {
	t.Helper()
	drawn := map[int32]bool{}
	for r := range uint64(20) {
		m := built(t, s, 7, r)
		voices := m.Units(1).Voices(0)
		if n := len(m.Units(1).Audience(0)); n != s.People || len(voices) != 6 {
			t.Fatalf("%d read and %d write, want %d and 6", n, len(voices), s.People)
		}
		drawn[voices[0]] = true
		if u := unitOf(m.Units(0), voices); u < 12 { // 12 teams of 5 come first
			t.Errorf("the curators are unit %d, want a community", u)
		}
	}
	if len(drawn) < 4 {
		t.Errorf("%d different curators come first in 20 runs, want more", len(drawn))
	}
}

// unitOf returns the unit with some voices, or -1.
func unitOf(u *network.Units, voices []int32) int {
	for k := range u.Len() {
		same := len(u.Voices(k)) == len(voices)
		for i := 0; same && i < len(voices); i++ {
			same = u.Voices(k)[i] == voices[i]
		}
		if same {
			return k
		}
	}
	return -1
}

// The curators of a circle are its person and those whom he hears.
func TestCurateByACircle(t *testing.T) {
	s := withShelf(practice.Repository{Of: agents.Superior{Rate: .5}})
	s.Channels[0].Structure = network.Circles{Of: network.Caveman{Size: 3}}
	s.Events = []sim.Event{sim.Curate{Channel: "shelf", By: "work"}}
	voices := built(t, s, 7, 0).Units(1).Voices(0)
	if len(voices) != 3 || voices[0]/3 != voices[1]/3 || voices[0]/3 != voices[2]/3 {
		t.Errorf("the curators are %v, want a cave of three", voices)
	}
}

// Without communities the people of some team are curators. Nobody else is heard.
func TestCurateByATeam(t *testing.T) {
	s := byHand(4, 1, among("team", []int32{0, 1}, []int32{}, []int32{2}), shelf(
		practice.Repository{}))
	s.Events = []sim.Event{sim.Curate{Channel: "shelf", By: "team"}}
	teams := map[int]int{}
	for r := range uint64(40) {
		m := built(t, s, 7, r)
		teams[unitOf(m.Units(0), m.Units(1).Voices(0))]++
		believe(m, []int8{0}, []int8{0}, []int8{0}, []int8{1})
		step(t, m)
		holds(t, m, "the repository", m.Norm(1, 0), 0)
	}
	if teams[0] < 8 || teams[2] < 8 || teams[0]+teams[2] != 40 {
		t.Errorf("the curators are units %v, want 0 and 2", teams)
	}
}

// An event that cannot do what it says is an error that names it.
func TestCurateRefuses(t *testing.T) {
	s := withShelf(practice.Repository{Of: agents.Superior{}})
	for _, c := range []struct {
		e    sim.Curate
		want string
	}{
		{sim.Curate{Channel: "shelf", By: "rest"}, `Curate.By is "rest", want the name of`},
		{sim.Curate{Channel: "rest", By: "work"}, `Curate.Channel is "rest"`},
	} {
		s.Events = []sim.Event{c.e}
		if _, err := sim.New(s, 1, 0); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.e, err, c.want)
		}
	}
	for _, c := range []struct {
		by, shelf network.Structure
		want      string
	}{
		{network.Explicit{}, network.Organization{}, "nobody is heard"},
		{network.Organization{}, circle, "circles"},
	} {
		s.Channels[0].Structure, s.Channels[1].Structure = c.by, c.shelf
		s.Events = []sim.Event{sim.Curate{Channel: "shelf", By: "work"}}
		if _, err := sim.New(s, 1, 0); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %s", c.by, err, c.want)
		}
	}
}

// The event keeps its contract.
func TestCurateConforms(t *testing.T) {
	s := withShelf(practice.Repository{Of: agents.Superior{Rate: .5}})
	s.Ticks = 5
	simtest.Event(t, s, sim.Curate{Channel: "shelf", By: "work"})
}
