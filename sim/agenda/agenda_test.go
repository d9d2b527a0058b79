package agenda_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/internal/hostile"
	"orglearn/sim/simtest"
)

// teams are led teams of 5 who talk about some of 64 dimensions at a time.
func teams(attend practice.Attend, events ...sim.Event) sim.Scenario {
	return sim.Scenario{
		Name: "teams", People: 20, Dimensions: 64, Ticks: 12,
		Channels: []sim.Channel{{
			Name: "work", Structure: network.Led{Of: network.Isolated{Size: 5}}, Agenda: attend,
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
			Internalize: agents.Absorb{Rate: .3},
		}},
		Events: events,
	}
}

func issues(m *sim.Model, unit int) practice.Issues {
	remembered, err := m.Remembered("work")
	if err != nil {
		panic(err)
	}
	x, _ := practice.IssuesOf(remembered.Agenda(unit), m.Dimensions())
	return x
}

// THEORY 11: blind attention to A of m dimensions, which misses a change with probability e,
// notices it after m/(A(1-e)) ticks: 16 for 64, 4 and 0. The lag is geometric. The bound is 4
// standard errors of it.
func TestBlindAttention(t *testing.T) {
	for _, c := range []struct {
		look int
		miss float64
		want float64
	}{{4, 0, 16}, {4, .5, 32}, {16, .2, 5}} {
		lag, found, changed := 0, 0, 0
		for replicate := range uint64(12) {
			once := sim.During{First: 1, Last: 1, Event: sim.Turbulence{Rate: .2}}
			s := teams(practice.Attend{}, once,
				agenda.Attention{Channel: "work", Look: c.look, Miss: c.miss})
			s.Ticks = int(25 * c.want)
			m := simtest.Built(t, s, replicate)
			truth := m.Landscape().Truth()
			for !m.Done() {
				simtest.Step(t, m)
			}
			changed += 4 * m.Landscape().Truth().Distance(truth)
			for u := range 4 {
				a := issues(m, u).Attended()
				lag, found = lag+a.Lag, found+a.Found
				if a.Looked != c.look*s.Ticks {
					t.Fatalf("%d looks, want %d a tick", a.Looked, c.look)
				}
			}
		}
		if found != changed {
			t.Errorf("%d of %d changes are noticed, want all", found, changed)
		}
		mean, p := float64(lag)/float64(found), 1/c.want
		if e := 4 * math.Sqrt((1-p)/float64(found)) / p; math.Abs(mean-c.want) > e {
			t.Errorf("%+v: noticed after %.2f ticks, want %v within %.2f", c, mean, c.want, e)
		}
	}
}

// A unit talks of Open dimensions, whatever its issues are. At a slope of 1 its issues are among
// them, at -1 they are not, and at 0 as often as others. Half a slope is half of each.
func TestTalk(t *testing.T) {
	const dimensions, open, on, n = 100, 40, 10, 4000
	for slope, want := range map[float64]float64{
		1: 1, -1: 0, 0: .4, .5: .5 + .5*35./95, -.5: .5 * 40. / 95,
	} {
		u := agents.Unit{Dimensions: dimensions, Stream: agents.NewStream(5)}
		rule := practice.Attend{Open: open, Talk: slope}
		u.Memory = make([]uint64, rule.Memory(dimensions).Unit)
		x, _ := practice.IssuesOf(u.Memory, dimensions)
		for d := range on {
			x.On()[7*d/64] |= 1 << uint(7*d%64)
		}
		hits := 0
		for range n {
			about := make([]uint64, 2)
			rule.About(&u, about)
			size := 0
			for d := range dimensions {
				is := about[d/64]>>uint(d%64)&1 != 0
				if is {
					size++
				}
				if is && d%7 == 0 && d < 7*on {
					hits++
				}
			}
			if size != open {
				t.Fatalf("about %d dimensions, want %d", size, open)
			}
		}
		// Where k of the 10 come first, (40-k)/(100-k) of the others follow; k is 5 on average.
		if got := float64(hits) / (n * on); math.Abs(got-want) > .02 {
			t.Errorf("slope %v: an issue is talked of in %.3f of ticks, want %.3f", slope, got,
				want)
		}
	}
}

// Blocks are talked of as a whole, within what Of is about.
func TestTalkInBlocks(t *testing.T) {
	rule := practice.Attend{Open: 8, Block: 4, Talk: 1, Of: practice.Stages{Stages: 2, Ticks: 10}}
	u := agents.Unit{Dimensions: 64, Stream: agents.NewStream(5)}
	u.Memory = make([]uint64, rule.Memory(64).Unit)
	x, _ := practice.IssuesOf(u.Memory, 64)
	x.On()[0] = 1<<6 | 1<<40 // the second is not open
	for range 50 {
		about := make([]uint64, 1)
		rule.About(&u, about)
		blocks := 0
		for b := range 16 {
			switch about[0] >> uint(4*b) & 15 {
			case 15:
				blocks++
			case 0:
			default:
				t.Fatalf("about %b: a part of a block", about[0])
			}
		}
		if blocks != 2 || about[0]>>6&1 == 0 || about[0]>>32 != 0 {
			t.Fatalf("about %b", about[0])
		}
	}
}

// hand is a team of a leader and members in 4 dimensions, whose claims are given, his first.
func hand(t *testing.T, e agenda.Attention, claims []string, norm string) *sim.Model {
	t.Helper()
	e.Channel = "work"
	s := teams(practice.Attend{}, e)
	s.People, s.Dimensions, s.Ticks = len(claims), 4, 3
	s.Channels[0].Structure = network.Led{Of: network.Organization{}}
	s.Channels[0].Objectify, s.Channels[0].Internalize = agents.Superior{}, agents.Absorb{}
	m := simtest.Built(t, s, 0)
	leader := 0
	for k, p := range m.Units(0).Voices(0) {
		if m.Units(0).Ranks(0)[k] == network.Leader {
			leader = int(p)
		}
	}
	for p, claim := range claims {
		set(m, m.Beliefs((leader+p)%len(claims)), claim)
	}
	set(m, m.Norm(0, 0), norm)
	return m
}

// set writes a body: t for the truth, f for its opposite, 0 for nothing.
func set(m *sim.Model, body agents.Knowledge, as string) {
	for d, c := range as {
		truth := m.Landscape().Truth().Get(d)
		body.Set(d, map[rune]agents.Belief{'t': truth, 'f': -truth}[c])
	}
}

// By hand: what is contested is raised, the first by the ranking is worked on, and its solution is
// kept if it is right. The first voice is the leader's.
func TestRankingByHand(t *testing.T) {
	for _, c := range []struct {
		by     agenda.Ranking
		claims []string
		norm   string
		raised uint64
		first  int
		kept   bool
	}{
		{agenda.Manager, []string{"tftt", "tttf", "fttf"}, "tttt", 0b1011, 1, false},
		{agenda.Manager, []string{"tttf", "fttf", "ffft"}, "tttt", 0b1111, 3, false},
		{agenda.Manager, []string{"tttt", "ttff", "ffff"}, "fttt", 0b1111, 0, true},
		{agenda.Ballot, []string{"tttt", "ttff", "tttf"}, "tttt", 0b1100, 3, false},
		{agenda.Ballot, []string{"ttft", "tttf", "tttt"}, "tttf", 0b1100, 3, true},
		{agenda.Disagreement, []string{"tttf", "tfft", "tfft", "ttft", "ttft"}, "tttt", 0b1110, 1,
			false},
		{agenda.Disagreement, []string{"tttt", "ftft", "fttt", "fttt", "tttt"}, "tttt", 0b101, 0,
			false},
		{agenda.Loss, []string{"tttt", "ffff", "ffff"}, "tftt", 0b1111, 1, true},
		{agenda.Loss, []string{"tttt", "ffff", "ffff"}, "tf0t", 0b1111, 1, true},
	} {
		m := hand(t, agenda.Attention{Contest: 1, Work: 1, By: c.by}, c.claims, c.norm)
		simtest.Step(t, m)
		a, worked := issues(m, 0).Attended(), c.raised&^issues(m, 0).On()[0]
		if worked != 1<<uint(c.first) || a.Tried != 1 || (a.Kept == 1) != c.kept {
			t.Errorf("by %d, %v: %04b is worked on, %+v; want %d, kept: %v", c.by, c.claims, worked,
				a, c.first, c.kept)
		}
	}
}

// A unit judges a solution on what it sees of merit. Its norm is wrong in all 4 dimensions, and so
// every solution pays. With merit seen on 1 of them, it keeps a quarter of its solutions; where
// blocks of 2 pay and it sees one, it keeps none: no solution makes a block right.
func TestSolutionsObeySeen(t *testing.T) {
	for _, c := range []struct {
		reality sim.Reality
		kept    float64
	}{
		{sim.Additive{}, 1},
		{sim.Additive{Seen: 4}, 1},
		{sim.Additive{Seen: 1}, .25},
		{sim.Additive{Seen: 3}, .75},
		{sim.Blocks{Size: 2, Seen: 2}, 0},
	} {
		for _, by := range []agenda.Ranking{agenda.Drawn, agenda.Ballot} {
			const runs = 2000
			kept := 0
			for replicate := range uint64(runs) {
				s := teams(practice.Attend{}, agenda.Attention{Channel: "work", Contest: 1,
					Work: 1, By: by})
				s.People, s.Dimensions, s.Ticks, s.Reality = 2, 4, 1, c.reality
				s.Channels[0].Structure = network.Organization{}
				s.Channels[0].Objectify = agents.Superior{}
				s.Channels[0].Internalize = agents.Absorb{}
				m := simtest.Built(t, s, replicate)
				set(m, m.Beliefs(0), "ffff")
				set(m, m.Beliefs(1), "tttt")
				set(m, m.Norm(0, 0), "ffff")
				simtest.Step(t, m)
				did := issues(m, 0).Attended()
				if did.Tried != 1 {
					t.Fatalf("%d solutions are tried, want 1", did.Tried)
				}
				kept += did.Kept
			}
			got, e := float64(kept)/runs, 4*math.Sqrt(c.kept*(1-c.kept)/runs)
			if math.Abs(got-c.kept) > e {
				t.Errorf("%+v, by %d: %.3f are kept, want %.2f within %.3f", c.reality, by, got,
					c.kept, e)
			}
		}
	}
}

// Only what is contested is raised, at its rate.
func TestContest(t *testing.T) {
	s := teams(practice.Attend{}, agenda.Attention{Channel: "work", Contest: .25})
	s.Ticks = 1
	raised, contested := 0, 0
	for replicate := range uint64(40) {
		m := simtest.Built(t, s, replicate)
		simtest.Step(t, m)
		for u := range 4 {
			for d := range 64 {
				yes, no := false, false
				for _, p := range m.Units(0).Voices(u) {
					yes = yes || m.Claims(0, int(p)).Get(d) == 1
					no = no || m.Claims(0, int(p)).Get(d) == -1
				}
				is := issues(m, u).On()[0]>>uint(d)&1 != 0
				if is && !(yes && no) {
					t.Fatalf("unit %d: dimension %d is an issue without contest", u, d)
				}
				if yes && no {
					contested++
				}
				if is {
					raised++
				}
			}
		}
	}
	got, e := float64(raised)/float64(contested), 4*math.Sqrt(.25*.75/float64(contested))
	if math.Abs(got-.25) > e {
		t.Errorf("%.3f of contested dimensions are raised, want .25 within %.3f", got, e)
	}
}

// The rules and the event of attention keep their contracts, and turned off they change nothing.
func TestContracts(t *testing.T) {
	s := teams(practice.Attend{Open: 8, Talk: 1}, sim.Turbulence{Rate: .02},
		sim.Turnover{Rate: .05})
	s.People, s.Dimensions, s.Ticks = 10, 12, 6
	for by := agenda.Drawn; by <= agenda.Loss; by++ {
		s.Reality = sim.Blocks{Size: 2, Seen: 2 * int(by)}
		simtest.Event(t, s, agenda.Attention{Channel: "work", Look: 3, Miss: .2, By: by,
			Guided: by%2 == 0, Contest: .1, Work: int(by) % 3},
			agenda.Attention{Channel: "work", Work: 3})
	}
}

// Units that attend to everything do what they do without an agenda.
func TestOff(t *testing.T) {
	s := teams(practice.Attend{}, sim.Turnover{Rate: .05})
	s.Dimensions, s.Reality = 100, sim.Blocks{Size: 4}
	with := s
	s.Channels = append([]sim.Channel(nil), s.Channels...)
	s.Channels[0].Agenda = nil
	with.Events = append(with.Events, agenda.Attention{Channel: "work", Work: 2})
	a, b := simtest.Built(t, s, 0), simtest.Built(t, with, 0)
	for !a.Done() {
		simtest.Step(t, a)
		simtest.Step(t, b)
		for p := range a.People() {
			if !a.Beliefs(p).Equal(b.Beliefs(p)) {
				t.Fatalf("tick %d: person %d believes other things", a.Tick(), p)
			}
		}
	}
}

// What is wrong is refused in words.
func TestRefused(t *testing.T) {
	fine := practice.Attend{}
	for _, c := range []struct {
		attend practice.Attend
		event  agenda.Attention
		want   string
	}{
		{fine, agenda.Attention{Channel: "play"}, `Attention.Channel is "play", want a channel ` +
			`of beliefs whose Agenda is practice.Attend`},
		{fine, agenda.Attention{Look: 65, Channel: "work"},
			"Attention.Look is 65, want 0 to 64 (the dimensions)"},
		{fine, agenda.Attention{By: 5}, "Attention.By is 5, want 0 to 4"},
		{fine, agenda.Attention{Miss: 2}, "Attention.Miss is 2, want 0 to 1"},
	} {
		err := teams(c.attend, c.event).Validate()
		if want := `sim: scenario "teams": ` + c.want; err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	for want, attend := range map[string]practice.Attend{
		"Attend.Open is 6, want a multiple of 4 (Block)":           {Open: 6, Block: 4},
		"Attend.Open is 65, want 0 to 64 (the dimensions)":         {Open: 65},
		"Attend.Block is 5, want a divisor of 64 (the dimensions)": {Block: 5},
		"Attend.Talk is 1.5, want -1 to 1":                         {Talk: 1.5},
	} {
		err := teams(attend).Validate()
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// Hostile values are tried in every field.
func TestHostile(t *testing.T) {
	b := hostile.New(t, "Attention.Look=0", "Attention.Work=0", "Attend.Open=0", "Attend.Block=0",
		"Attend.Of=<nil>", "Attend.Talk=-1", "Attend.Talk=-1e-300")
	run := func(s sim.Scenario) error {
		s.Ticks = 3
		m, err := sim.New(s, 1, 0)
		if err != nil {
			return err
		}
		return m.Run()
	}
	b.Fields(agenda.Attention{Channel: "work", Look: 2}, func(v any) error {
		return run(teams(practice.Attend{}, v.(agenda.Attention)))
	})
	b.Fields(practice.Attend{Open: 8}, func(v any) error {
		return run(teams(v.(practice.Attend), agenda.Attention{Channel: "work", Look: 2}))
	})
	b.End(30)
}

// The measures of attention are missing or in their ranges. Where there is nothing to see, all
// attention is wasted.
func TestMeasures(t *testing.T) {
	for _, rate := range []float64{0, .02} {
		m := simtest.Built(t, teams(practice.Attend{Open: 16}, sim.Turbulence{Rate: rate},
			agenda.Attention{Channel: "work", Look: 8, Work: 1}), 0)
		for !m.Done() {
			simtest.Step(t, m)
		}
		lag, wasted := metrics.AttentionLag("work").Of(m), metrics.AttentionWasted("work").Of(m)
		kept, on := metrics.SolutionsKept("work").Of(m), metrics.OnAgenda("work").Of(m)
		if rate == 0 && !(math.IsNaN(lag) && wasted == 1 && math.IsNaN(kept) && on == 0) {
			t.Errorf("without change: %v, %v, %v, %v", lag, wasted, kept, on)
		}
		if rate > 0 && !(lag >= 1 && wasted < 1 && wasted > 0 && kept > 0 && kept <= 1 && on >= 0) {
			t.Errorf("%v, %v, %v, %v", lag, wasted, kept, on)
		}
	}
}
