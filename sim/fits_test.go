package sim_test

import (
	"fmt"
	"math"
	"math/bits"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// unfit is a scenario to make wrong, and its first channels.
type unfit struct {
	*sim.Scenario
	c *sim.Channel
	r *sim.RealChannel
}

// picky fits only one number of dimensions, or topics, and one of people. It is a rule of every
// kind.
type picky struct {
	dimensions, people int
}

func (r picky) Fits(dimensions, people int) error {
	if dimensions != r.dimensions || people != r.people {
		return fmt.Errorf("picky is of %d and %d, not of %d and %d", r.dimensions, r.people,
			dimensions, people)
	}
	return nil
}

func (picky) Begin(*agents.Person, agents.Knowledge)                         {}
func (picky) Externalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}
func (picky) Objectify(*agents.Unit, *agents.Voices, agents.Knowledge)       {}
func (picky) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}
func (picky) About(*agents.Unit, []uint64)                                   {}
func (picky) Part(*agents.Person, *agents.Unit, network.Rank) agents.Part    { return 3 }
func (picky) Reflect(*agents.Person)                                         {}
func (picky) Happen(*sim.Model, *agents.Stream)                              {}
func (picky) Try(*agents.Person, agents.Knowledge, agents.Knowledge) bool    { return false }
func (picky) Build(n int, _ network.Source) (*network.Units, error) {
	return network.NewUnits(n)
}
func (picky) New(d int, s *agents.Stream) (sim.Landscape, error) {
	return sim.Additive{}.New(d, s)
}

// pickySelf is picky for selves.
type pickySelf struct{ picky }

func (pickySelf) Words() int                     { return 1 }
func (pickySelf) Begin(*agents.Person, []uint64) {}

// pickyReal is picky for opinions.
type pickyReal struct{ picky }

func (pickyReal) Begin(*agents.Person, opinion.Opinion)                        {}
func (pickyReal) Externalize(*agents.Person, opinion.Opinion, opinion.Opinion) {}
func (pickyReal) Objectify(*agents.Unit, *opinion.Voices, opinion.Opinion)     {}
func (pickyReal) Internalize(*agents.Person, opinion.Opinion, opinion.Opinion) {}

// Each rule, structure, reality and event is asked whether it fits the number of dimensions or
// topics.
func TestEverythingIsAskedWhetherItFits(t *testing.T) {
	small, real := picky{70, 9}, pickyReal{picky{3, 9}}
	const ring, beside = `channel "work": `, `channel of opinions "talk": `
	for name, c := range map[string]struct {
		set   func(s unfit)
		where string
	}{
		"beliefs":    {func(s unfit) { s.Beliefs = small }, ""},
		"experience": {func(s unfit) { s.Experience = small }, ""},
		"self":       {func(s unfit) { s.Self = pickySelf{small} }, ""},
		"reflect":    {func(s unfit) { s.Reflect = small }, ""},
		"reality":    {func(s unfit) { s.Reality = small }, ""},
		"event":      {func(s unfit) { s.Events = []sim.Event{small} }, ""},
		"reorganize": {func(s unfit) {
			s.Events = []sim.Event{sim.Reorganize{Channel: "work", Structure: small}}
		}, ""},
		"structure":        {func(s unfit) { s.c.Structure = small }, ring},
		"randomized":       {func(s unfit) { s.c.Structure = network.Randomized{Of: small} }, ring},
		"externalize":      {func(s unfit) { s.c.Externalize = small }, ring},
		"objectify":        {func(s unfit) { s.c.Objectify = small }, ring},
		"internalize":      {func(s unfit) { s.c.Internalize = small }, ring},
		"participate":      {func(s unfit) { s.c.Participate = small }, ring},
		"agenda":           {func(s unfit) { s.c.Agenda = small }, ring},
		"relay":            {func(s unfit) { s.c.Relay = small }, ring},
		"opinions":         {func(s unfit) { s.Opinions = real }, ""},
		"real structure":   {func(s unfit) { s.r.Structure = real }, beside},
		"real externalize": {func(s unfit) { s.r.Externalize = real }, beside},
		"real objectify":   {func(s unfit) { s.r.Objectify = real }, beside},
		"real internalize": {func(s unfit) { s.r.Internalize = real }, beside},
		"real participate": {func(s unfit) { s.r.Participate = real }, beside},
		"real agenda":      {func(s unfit) { s.r.Agenda = real }, beside},
		"real relay":       {func(s unfit) { s.r.Relay = real }, beside},
	} {
		s := sound()
		s.Topics = 3
		s.RealChannels = []sim.RealChannel{{
			Name: "talk", Structure: network.Organization{}, Externalize: opinion.Candid{},
			Objectify: opinion.Total{}, Internalize: opinion.Accumulate{},
		}}
		c.set(unfit{&s, &s.Channels[0], &s.RealChannels[0]})
		want := "picky is of 70 and 9, not of 70 and 130"
		if c.where == beside || name == "opinions" {
			want = "picky is of 3 and 9, not of 3 and 130"
		}
		want = `sim: scenario "sound": ` + c.where + want
		if err := s.Validate(); err == nil || err.Error() != want {
			t.Errorf("%s: error %v\nwant %s", name, err, want)
		}
		s.People = 9
		if err := s.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Validate reports dimensions and people that a built-in rule, structure, reality or event does not
// fit, before a model is built.
func TestBuiltInsThatDoNotFit(t *testing.T) {
	circles := func(g network.Generator) network.Structure { return network.Circles{Of: g} }
	for _, c := range []struct {
		set  any
		want string
	}{
		{agents.Traits{Features: 33, Values: 4}, "Traits.Features is 33, want 32"},
		{agents.Traits{Features: 10, Values: 4}, "Traits.Features is 10, want 32"},
		{agents.Traits{Features: math.MaxInt, Values: 4},
			fmt.Sprintf("Traits.Features is %d, want 32", math.MaxInt)},
		{agents.Traits{Features: 21, Values: 8},
			"each takes 3 dimensions, want features that fill the 64"},
		{agents.Interact{Size: 63}, `channel "work": Interact.Size is 63, want a divisor of 64`},
		{agents.Interact{Size: 128}, "Interact.Size is 128, want a divisor of 64"},
		{sim.Additive{Seen: 65}, "Additive.Seen is 65, want 0 to 64"},
		{sim.Blocks{Size: 5}, "Blocks.Size is 5, want a divisor of 64"},
		{sim.Blocks{Size: 4, Seen: 6}, "Blocks.Seen is 6, want 0 to 64 in whole blocks of 4"},
		{sim.NK{K: 3}, "NK of 64 dimensions, want 1 to 24"},
		{sim.Reorganize{Channel: setups.Channel, At: 9, Structure: network.Isolated{Size: 101}},
			"Isolated.Size is 101, want 1 to 100"},
		{network.Isolated{Size: 101},
			`channel "work": network: Isolated.Size is 101, want 1 to 100`},
		{network.Randomized{Of: network.Isolated{Size: 101}},
			"Isolated.Size is 101, want 1 to 100"},
		{network.Teams{Of: []int{1}}, "Teams.Of has 1 numbers, want 100"},
		{network.Communities{Team: 50, Size: 50}, "do not fit 100 people"},
		{network.ReportsTo{Superior: []int32{-1}}, "Superior has 1 people, want 100"},
		{circles(network.RingLattice{Neighbours: 100}),
			"RingLattice.Neighbours is 100, want at most 99"},
		{circles(network.DirectedRing{Ahead: 100}),
			"DirectedRing.Ahead is 100, want at most 99"},
		{circles(network.WattsStrogatz{Neighbours: 100}),
			"WattsStrogatz.Neighbours is 100"},
		{circles(network.Torus{Width: 7}), "100 people on a Torus with Width 7"},
		{circles(network.Grid{Width: 1<<(bits.UintSize-2) + 25, Height: 4}),
			"100 people on a Grid with Width"},
		{circles(network.Caveman{Size: 7}), "100 people, want a multiple of Caveman.Size (7)"},
		{circles(network.ConnectedCaveman{Size: 7}), "ConnectedCaveman.Size (7)"},
		{circles(network.RewiredCaveman{Size: 7}), "RewiredCaveman.Size (7)"},
		{circles(network.PreferentialAttachment{Edges: 100}),
			"Edges is 100, want at most 99"},
		{circles(network.Gnm{Edges: 4951}), "Gnm.Edges is 4951, want at most 4950"},
		{circles(network.DoddsWattsSabel{Branching: 2, Extra: 4852}),
			"Extra is 4852, want at most 4851"},
		{circles(network.Hubs{Ties: 50}), "Hubs.Ties is 50, want at most 49"},
		{network.Circles{Of: network.Hubs{Ties: 50}, Lasting: true}, "Hubs.Ties is 50"},
		{circles(network.Given{}), "Given.Network is nil"},
	} {
		s := setups.Communities{}.Scenario()
		switch r := c.set.(type) {
		case agents.Beginner:
			s.Beliefs = r
		case agents.Internalizer:
			s.Channels[0].Internalize = r
		case sim.Reality:
			s.Reality = r
		case sim.Event:
			s.Events = []sim.Event{r}
		case network.Structure:
			s.Channels[0].Structure = r
		}
		const prefix = `sim: scenario "communities": `
		if err := s.Validate(); err == nil || !strings.HasPrefix(err.Error(), prefix) ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v\nwant %s", c.set, err, c.want)
		}
	}
}

// Scenarios that fit can run: features of 1 to 4 dimensions, some of which cross words.
func TestTraitsThatFit(t *testing.T) {
	for _, c := range []struct{ features, values int }{{66, 2}, {33, 4}, {22, 8}, {1, 1 << 16}} {
		s := setups.Isolated{}.Scenario()
		size := agents.TraitBits(c.values)
		s.Dimensions, s.Reality = c.features*size, nil
		s.Beliefs = agents.Traits{Features: c.features, Values: c.values}
		s.Channels[0].Internalize = agents.Interact{Size: size}
		m, err := sim.New(s, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		if known := m.Beliefs(3).Known(); known != s.Dimensions {
			t.Errorf("%d of %d dimensions are known", known, s.Dimensions)
		}
		if err := m.Run(); err != nil {
			t.Error(err)
		}
	}
}

// A rule that panics in Fits gives an error that names the scenario.
func TestValidatePanics(t *testing.T) {
	s := sound()
	s.Beliefs = (*picky)(nil)
	const want = `sim: scenario "sound": panicked in `
	if err := s.Validate(); err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("error %v, want %s", err, want)
	}
}
