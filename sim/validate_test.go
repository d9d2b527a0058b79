package sim_test

import (
	"math"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// sound is a valid scenario to make wrong.
func sound() sim.Scenario {
	s := with()
	s.Name = "sound"
	return s
}

// zeros is a first belief of 0 for person 3.
func zeros(p *agents.Person, belief agents.Knowledge) {
	agents.Mixed{}.Begin(p, belief)
	if p.ID == 3 {
		belief.Set(0, 0)
	}
}

// elsewhere is a structure over another number of people.
type elsewhere struct{}

func (elsewhere) Build(n int, _ network.Source) (*network.Units, error) {
	return network.NewUnits(n - 1)
}

// nowhere is a reality without a landscape.
type nowhere struct{}

func (nowhere) New(int, *agents.Stream) (sim.Landscape, error) { return nil, nil }

// A value out of its range is an error that names the scenario, the field, the value and the range.
func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		spoil func(s *sim.Scenario, c *sim.Channel)
		want  string
	}{
		{func(s *sim.Scenario, _ *sim.Channel) { s.People = 0 },
			"People is 0, want 1 to 2147483647"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.People = -3 }, "People is -3, want 1 to " +
			"2147483647"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Dimensions = 0 }, "Dimensions is 0, want 1 " +
			"to 1048576"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Dimensions = 1<<20 + 1 },
			"Dimensions is 1048577, want 1 to 1048576"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Ticks = -5 },
			"Ticks is -5, want 0 to 2147483647"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Attention = -1 }, "Attention is -1, want 0 " +
			"to 2147483647"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Beliefs = agents.Mixed{Unknown: math.NaN()} },
			"Mixed.Unknown is NaN, want 0 to 1"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Reality = sim.Blocks{Size: 3} },
			"Blocks.Size is 3, want a divisor of 70 (the dimensions)"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Reality = sim.NK{} }, "NK of 70 dimensions, " +
			"want 1 to 24"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Reality = nowhere{} }, "sim_test.nowhere " +
			"gave no landscape"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Dimensions, s.Reality = 10, sim.NK{} },
			"sim.NK takes no 0, and Beliefs gives some: want agents.Mixed{Unknown: 0}, say"},
		{func(s *sim.Scenario, _ *sim.Channel) {
			s.Dimensions, s.Reality, s.Beliefs = 10, sim.NK{}, agents.BeginFunc(zeros)
		}, "sim.NK takes no 0, and Beliefs gives some: want agents.Mixed{Unknown: 0}, say"},
		{func(s *sim.Scenario, _ *sim.Channel) { s.Channels = append(s.Channels, s.Channels[0]) },
			`channel "work": two channels have this name`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Structure = nil },
			`channel "work": Structure is nil`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Externalize = nil },
			`channel "work": Externalize is nil`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Objectify = nil },
			`channel "work": Objectify is nil`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Internalize = nil },
			`channel "work": Internalize is nil`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Every = -1 },
			`channel "work": Every is -1, want 0 to 2147483647`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Heed = -1 },
			`channel "work": Heed is -1, want 0 to 2147483647`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Internalize = agents.Absorb{Rate: 1.3} },
			`channel "work": Absorb.Rate is 1.3, want 0 to 1`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Internalize = agents.Absorb{Rate: math.NaN()} },
			`channel "work": Absorb.Rate is NaN, want 0 to 1`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Externalize = agents.Say{Rate: math.Inf(1)} },
			`channel "work": Say.Rate is +Inf, want 0 to 1`},
		{func(_ *sim.Scenario, c *sim.Channel) {
			c.Objectify = agents.Superior{Rate: math.Inf(-1)}
		}, `channel "work": Superior.Rate is -Inf, want 0 to 1`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Objectify = agents.Authority{Weight: -1} },
			`channel "work": Authority.Weight is -1, want 0 to 1073741824`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Structure = network.Hierarchy{} },
			`channel "work": network: Hierarchy.Span is 0, want at least 1`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Structure = network.Isolated{Size: 200} },
			`channel "work": network: Isolated.Size is 200, want 1 to 130 (the people)`},
		{func(_ *sim.Scenario, c *sim.Channel) { c.Structure = elsewhere{} },
			`channel "work": sim_test.elsewhere built units of 129 people, want 130`},
		{func(_ *sim.Scenario, c *sim.Channel) {
			c.Structure, c.Simultaneous = network.Pairs{}, true
		},
			`channel "work": the channel of circles is Simultaneous, but what is objective in a ` +
				`circle lasts one tick: nothing would ever be learned`},
	} {
		s := sound()
		c.spoil(&s, &s.Channels[0])
		refused(t, s, c.want)
	}
}

func refused(t *testing.T, s sim.Scenario, want string) {
	t.Helper()
	want = `sim: scenario "sound": ` + want
	m, err := sim.New(s, 1, 0)
	if m != nil || err == nil || err.Error() != want {
		t.Errorf("error  %v\nwant   %s", err, want)
	}
}

func TestEventsRefused(t *testing.T) {
	for _, c := range []struct {
		event sim.Event
		want  string
	}{
		{nil, "an event is nil"},
		{sim.Turnover{Rate: -.1}, "Turnover.Rate is -0.1, want 0 to 1"},
		{sim.Turnover{Rate: math.NaN()}, "Turnover.Rate is NaN, want 0 to 1"},
		{sim.Turbulence{Rate: 2}, "Turbulence.Rate is 2, want 0 to 1"},
		{sim.Reshuffle{Channel: "work"}, "Reshuffle.Every is 0, want 1 to 2147483647"},
		{sim.RotateLeaders{Channel: "work", Every: -1},
			"RotateLeaders.Every is -1, want 1 to 2147483647"},
		{sim.Reorganize{Channel: "work", At: -1, Structure: elsewhere{}}, "Reorganize.At is -1, " +
			"want 0 to 2147483647"},
		{sim.Reorganize{Channel: "work"}, "Reorganize.Structure is nil"},
		{sim.Reorganize{Channel: "work", Structure: network.Isolated{}}, "network: " +
			"Isolated.Size is 0, want at least 1"},
		{sim.Reshuffle{Channel: "home", Every: 1},
			`sim.Reshuffle.Channel is "home", want the name of a channel`},
		{&sim.RotateLeaders{Channel: "home", Every: 1},
			`*sim.RotateLeaders.Channel is "home", want the name of a channel`},
		{sim.Reorganize{Channel: "home", Structure: elsewhere{}},
			`sim.Reorganize.Channel is "home", want the name of a channel`},
	} {
		s := sound()
		s.Events = []sim.Event{c.event}
		refused(t, s, c.want)
	}
}

func TestExperimentsRefused(t *testing.T) {
	long, spoilt := sound(), sound()
	long.Name, long.Ticks = "long", 60
	spoilt.Name, spoilt.People = "spoilt", 0
	for _, c := range []struct {
		spoil func(e *sim.Experiment)
		want  string
	}{
		{func(e *sim.Experiment) { e.Scenarios = nil }, "no scenario"},
		{func(e *sim.Experiment) { e.Replicates = 0 }, "Replicates is 0, want 1 to 2147483647"},
		{func(e *sim.Experiment) { e.Workers = -1 }, "Workers is -1, want 0 or more"},
		{func(e *sim.Experiment) { e.Scenarios = append(e.Scenarios, sound()) },
			`two scenarios have the name "sound"`},
		{func(e *sim.Experiment) { e.Scenarios = append(e.Scenarios, spoilt) },
			`sim: scenario "spoilt": People is 0, want 1 to 2147483647`},
		{func(e *sim.Experiment) { e.Scenarios = append(e.Scenarios, long) },
			`At is nil, and scenario "long" has 60 ticks while "sound" has 50: name the ticks to ` +
				`record`},
		{func(e *sim.Experiment) { e.At = []int{0, 51} },
			`At has tick 51, want 0 to 50 (the ticks of scenario "sound")`},
		{func(e *sim.Experiment) { e.At = []int{-1} },
			`At has tick -1, want 0 to 50 (the ticks of scenario "sound")`},
		{func(e *sim.Experiment) { e.At = []int{5, 5} }, "At has tick 5 after 5, want them " +
			"ascending"},
	} {
		e := sim.Experiment{Scenarios: []sim.Scenario{sound()}, Replicates: 1}
		c.spoil(&e)
		err := e.Run(t.Context(), nil)
		want := c.want
		if !strings.HasPrefix(want, "sim: ") {
			want = "sim: experiment: " + want
		}
		if err == nil || err.Error() != want {
			t.Errorf("error  %v\nwant   %s", err, want)
		}
	}
}
