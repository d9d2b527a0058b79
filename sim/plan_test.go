package sim_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
	"orglearn/sim/simtest"
)

// bases are the scenarios in which each field is set in turn: the default communities, but smaller;
// one unit of 20 dimensions, whose replicates are lanes; and circles on a ring lattice.
func bases() []sim.Scenario {
	conditions := setups.Default()
	conditions.People, conditions.Ticks, conditions.Absorb = 30, 5, .3
	communities := setups.Communities{On: &conditions}.Scenario()
	rules := sim.Channel{
		Name: "work", Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: .5},
		Internalize: agents.Absorb{Rate: .3},
	}
	code, peers := rules, rules
	code.Structure, code.Simultaneous = network.Organization{}, true
	peers.Structure = network.Circles{Of: network.RingLattice{Neighbours: 6}}
	peers.Objectify = agents.Superior{Rate: 1}
	return []sim.Scenario{
		communities,
		{Name: "code", People: 20, Dimensions: 20, Ticks: 5, Channels: []sim.Channel{code}},
		{Name: "peers", People: 24, Dimensions: 100, Ticks: 5, Channels: []sim.Channel{peers}},
	}
}

// setting says which values of a field have an effect.
type setting struct {
	values  []any                   // each of them in turn
	of      func(old any) any       // or the new value, made from the old one
	given   func(*sim.Scenario)     // other changes that the field needs to have an effect
	refused func(sim.Scenario) bool // the scenarios for which New returns an error
	same    bool                    // the field changes no run
}

// given joins several changes.
func given(needs ...func(*sim.Scenario)) func(*sim.Scenario) {
	return func(s *sim.Scenario) {
		for _, need := range needs {
			need(s)
		}
	}
}

func more(by int) func(any) any { return func(old any) any { return old.(int) + by } }

func not(old any) any { return !old.(bool) }

// inCircles makes all channels circles, with rules that can learn from them.
func inCircles(s *sim.Scenario) {
	for i := range s.Channels {
		s.Channels[i].Structure = network.Circles{Of: network.RingLattice{Neighbours: 4}}
		s.Channels[i].Simultaneous = false
	}
	for i := range s.RealChannels {
		s.RealChannels[i].Structure = network.Circles{Of: network.RingLattice{Neighbours: 4}}
	}
}

func inTurn(s *sim.Scenario) { s.Asynchronous = true }

func aside(s *sim.Scenario) {
	beside := s.Channels[0]
	beside.Name, beside.Structure = "aside", network.Isolated{Size: 5}
	s.Channels = append(s.Channels, beside)
}

func asked(s *sim.Scenario) { s.Channels[0].Ask = askAny{Share: .7} }

func nested(s *sim.Scenario) { s.Channels[0].Structure = pyramid{} }

func kinds(s *sim.Scenario) { s.Self = threeKinds{} }

func opinionated(s *sim.Scenario) {
	s.Topics = 3
	rules := sim.RealChannel{
		Externalize: opinion.Candid{}, Objectify: opinion.Average{},
		Internalize: opinion.Approach{Rate: .5},
	}
	teams, contacts := rules, rules
	teams.Name, teams.Structure = "talk in teams", network.Isolated{Size: 5}
	contacts.Name = "talk with contacts"
	contacts.Structure = network.Circles{Of: network.RingLattice{Neighbours: 2}}
	s.RealChannels = []sim.RealChannel{teams, contacts}
}

// pyramid is teams of five, and a unit above them that hears their norms, which the first team
// hears.
type pyramid struct{}

func (pyramid) Build(n int, _ network.Source) (*network.Units, error) {
	teams := n / 5
	units := make([]network.Membership, teams+1)
	for p := range teams * 5 {
		u := &units[p/5]
		seat := network.Voice{Person: int32(p), Weight: 2}
		if p%5 == 0 {
			seat.Rank = network.Leader
		}
		u.Voices = append(u.Voices, seat)
	}
	top := &units[teams]
	top.Voices = []network.Voice{{Person: 0, Weight: 1}}
	for p := range int32(n) {
		top.Audience = append(top.Audience, p)
	}
	for t := range int32(teams) {
		top.Heard = append(top.Heard, t)
	}
	units[0].Heard = []int32{int32(teams)}
	return network.NewUnits(n, units...)
}

// threeKinds is a self: one of three kinds, and a number of gains.
type threeKinds struct{}

func (threeKinds) Words() int { return 2 }

func (threeKinds) Begin(p *agents.Person, self []uint64) { self[0] = uint64(p.IntN(3)) }

// gains counts the ticks in which a person gained, and sometimes changes his kind.
var gains = agents.ReflectFunc(func(p *agents.Person) {
	if p.Gained > 0 {
		p.Self[1]++
	}
	if p.Coin(.1) {
		p.Self[0] = (p.Self[0] + 1) % 3
	}
})

// byTurns takes a part that depends on unit, tick and chance.
var byTurns = agents.PartFunc(func(p *agents.Person, u *agents.Unit, _ network.Rank) agents.Part {
	if p.Coin(.2) {
		return agents.Neither
	}
	return agents.Part((p.ID+u.ID+u.Tick)%3 + 1)
})

// stages is an agenda of other dimensions at every tick, and sometimes of none.
var stages = agents.AboutFunc(func(u *agents.Unit, about []uint64) {
	if u.Coin(.2) {
		return
	}
	for i := range about {
		about[i] = 0xff0f0f0ff0f0f0ff << uint(u.Tick%8)
	}
})

// vacancies lets somebody leave, and fills his place again.
var vacancies = sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
	if m.Tick()%3 == 1 {
		m.Leave(s.IntN(m.People()))
		m.Leave(0)
	}
	if m.Tick()%3 == 0 {
		m.Replace(0)
	}
})

// scenarioSettings gives, for each field of a scenario, the values that have an effect.
var scenarioSettings = map[string]setting{
	"Name": {values: []any{"another name"}, same: true},
	"Factors": {
		values: []any{[]sim.Factor{{Name: "rate", Value: .1, Label: "slow"}}}, same: true,
	},
	"People":     {of: more(5)},
	"Dimensions": {of: more(60)},
	"Ticks":      {of: more(-2)},
	"Channels": {of: func(old any) any {
		s := sim.Scenario{Channels: slices.Clone(old.([]sim.Channel))}
		aside(&s)
		return s.Channels
	}},
	"Attention": {values: []any{1}, given: given(aside, func(s *sim.Scenario) {
		s.Attention = 0
	})},
	"Beliefs":    {values: []any{agents.Mixed{Unknown: .6}}},
	"Experience": {values: []any{agents.Flip{}}},
	"Self":       {values: []any{threeKinds{}}},
	"Reflect":    {values: []any{gains}, given: kinds},
	"Reality": {values: []any{
		sim.Blocks{Size: 2}, sim.Blocks{Size: 4, Seen: 8}, sim.Additive{Seen: 7},
	}},
	"Events": {values: []any{
		[]sim.Event{sim.Turnover{Rate: .2}, sim.Turbulence{Rate: .1}}, []sim.Event{vacancies},
	}},
	"Stop": {values: []any{func(m *sim.Model) bool {
		return m.Tick() >= 3 && m.Replicate()%2 == 0
	}}},
	"Asynchronous": {
		values: []any{true}, refused: func(s sim.Scenario) bool { return s.Name != "peers" },
	},
	"Topics":   {values: []any{2}},
	"Opinions": {values: []any{opinion.Uniform{Low: 2, High: 3}}, given: opinionated},
	"RealChannels": {
		of: func(any) any {
			var s sim.Scenario
			opinionated(&s)
			return s.RealChannels
		},
		given: func(s *sim.Scenario) { s.Topics = 3 },
	},
}

func quiet(s *sim.Scenario) { s.Channels[0].Externalize = agents.Say{Rate: .6} }

// channelSettings does the same for a channel of beliefs.
var channelSettings = map[string]setting{
	"Name":        {values: []any{"another name"}},
	"Structure":   {values: []any{network.Hierarchy{Span: 3}, pyramid{}}},
	"Externalize": {values: []any{agents.Say{Rate: .6}, agents.Act{}}},
	"Objectify": {values: []any{
		agents.Majority{Rate: .5}, agents.Consensus{Share: .6, Ticks: 2},
		agents.Superior{Rate: .3, PerVote: true}, agents.Superior{Rate: .2},
	}},
	"Internalize": {values: []any{agents.Absorb{Rate: .15}, agents.Gradual{Rate: .5},
		insistent{}}},
	"Participate":  {values: []any{byTurns}},
	"Agenda":       {values: []any{stages}},
	"Relay":        {values: []any{agents.Say{Rate: .5}}, given: nested},
	"Every":        {values: []any{2}},
	"Heed":         {values: []any{2}},
	"Simultaneous": {of: not, refused: func(s sim.Scenario) bool { return s.Name == "peers" }},
	"ByClaims":     {values: []any{true}, given: quiet},
	"Ask":          {values: []any{askAny{Share: .5}, askLess{}}},
	"Load":         {values: []any{1}, given: asked},
	"Reuse":        {values: []any{agents.Fill{Rate: .5}, insistent{}}, given: asked},
}

// realChannelSettings does the same for a channel of opinions.
var realChannelSettings = map[string]setting{
	"Name":        {values: []any{"another name"}, same: true}, // its rules draw nothing
	"Structure":   {values: []any{network.Hierarchy{Span: 3}, network.Pairs{}, pyramid{}}},
	"Externalize": {values: []any{noisy{}}},
	"Objectify":   {values: []any{opinion.Average{Self: .5}, opinion.Total{}}},
	"Internalize": {values: []any{opinion.Approach{Rate: .9}}},
	"Participate": {values: []any{byTurns}},
	"Agenda":      {values: []any{stages}},
	"Relay": {
		values: []any{noisy{}},
		given:  func(s *sim.Scenario) { s.RealChannels[0].Structure = pyramid{} },
	},
	"Heed": {values: []any{2}},
	"Mutual": {
		values: []any{true},
		given:  given(inCircles, inTurn),
	},
}

// eachSetting calls try for each value in the settings of a scenario, a channel and a channel of
// opinions, with the scenario in which the field is set and the one in which it is not.
func eachSetting(t *testing.T, try func(t *testing.T, c setting, base, set sim.Scenario)) {
	for number, base := range bases() {
		withOpinions := base
		opinionated(&withOpinions)
		for _, of := range []struct {
			base     sim.Scenario
			settings map[string]setting
			place    func(*sim.Scenario) any
		}{
			{base, scenarioSettings, func(s *sim.Scenario) any { return s }},
			{base, channelSettings, func(s *sim.Scenario) any { return &s.Channels[0] }},
			{withOpinions, realChannelSettings, func(s *sim.Scenario) any {
				return &s.RealChannels[0]
			}},
		} {
			eachField(t, number, of.base, of.settings, of.place, try)
		}
	}
}

func eachField(
	t *testing.T, number int, base sim.Scenario, settings map[string]setting,
	place func(*sim.Scenario) any,
	try func(t *testing.T, c setting, base, set sim.Scenario),
) {
	fields := reflect.TypeOf(place(&base)).Elem()
	for i := range fields.NumField() {
		name := fields.Name() + "." + fields.Field(i).Name
		c, ok := settings[fields.Field(i).Name]
		if !ok {
			t.Errorf("%s: say what value of it matters", name)
			continue
		}
		if testing.Short() && i%3 != number && c.refused == nil {
			continue
		}
		plain := detached(base)
		if c.given != nil {
			c.given(&plain)
		}
		values := c.values
		if c.of != nil {
			values = []any{c.of(reflect.ValueOf(place(&plain)).Elem().Field(i).Interface())}
		}
		for _, v := range values {
			set := detached(plain)
			reflect.ValueOf(place(&set)).Elem().Field(i).Set(reflect.ValueOf(v))
			t.Run(fmt.Sprintf("%s of %s, %T", name, base.Name, v), func(t *testing.T) {
				try(t, c, plain, set)
			})
		}
	}
}

// detached returns a copy whose channels can be changed without a change to the original.
func detached(s sim.Scenario) sim.Scenario {
	s.Channels, s.RealChannels = slices.Clone(s.Channels), slices.Clone(s.RealChannels)
	s.Events = slices.Clone(s.Events)
	return s
}

// With any field set, a scenario runs the same in an Experiment as by New and Run, and its rules do
// the same in blocks as one by one. Each value must also have an effect. -short tries each field on
// one scenario.
func TestEveryFieldRunsTheSame(t *testing.T) {
	eachSetting(t, func(t *testing.T, c setting, base, set sim.Scenario) {
		if c.refused != nil && c.refused(base) {
			if _, err := sim.New(set, 1, 0); err == nil {
				t.Error("it is no error")
			}
			return
		}
		told := new(toldOnly)
		simtest.Off(told, base, func(s *sim.Scenario) { *s = set })
		if (told.errors == 0) != c.same {
			t.Errorf("it changes the run: %v, want %v", told.errors > 0, !c.same)
		}
		simtest.Off(t, set, oneByOneRules)
		simtest.Same(t, set)
	})
}

// toldOnly counts errors but does not fail.
type toldOnly struct {
	testing.TB
	errors int
}

func (r *toldOnly) Helper()               {}
func (r *toldOnly) Errorf(string, ...any) { r.errors++ }

// oneByOneRules puts rules that may work on blocks behind adapters that cannot. An adapter is
// Lanewise if its rule is, because in a small organization that decides the chance that it draws.
func oneByOneRules(s *sim.Scenario) {
	for i, c := range s.Channels {
		small := s.Dimensions <= 48
		if l, ok := c.Externalize.(agents.Lanewise); small && ok && l.Lanewise() {
			s.Channels[i].Externalize = lanewiseSpeech{
				agents.ExternalizeFunc(c.Externalize.Externalize)}
		} else if !rememberer(c.Externalize) {
			s.Channels[i].Externalize = agents.ExternalizeFunc(c.Externalize.Externalize)
		}
		if l, ok := c.Objectify.(agents.Lanewise); small && ok && l.Lanewise() {
			s.Channels[i].Objectify = lanewiseVote{agents.ObjectifyFunc(c.Objectify.Objectify)}
		} else if !rememberer(c.Objectify) {
			s.Channels[i].Objectify = agents.ObjectifyFunc(c.Objectify.Objectify)
		}
		if l, ok := c.Internalize.(agents.Lanewise); small && ok && l.Lanewise() {
			s.Channels[i].Internalize = lanewiseLearning{
				agents.InternalizeFunc(c.Internalize.Internalize)}
		} else if !rememberer(c.Internalize) {
			s.Channels[i].Internalize = agents.InternalizeFunc(c.Internalize.Internalize)
		}
	}
}

func rememberer(rule any) bool {
	_, ok := rule.(agents.Rememberer)
	return ok
}

type (
	lanewiseSpeech   struct{ agents.ExternalizeFunc }
	lanewiseVote     struct{ agents.ObjectifyFunc }
	lanewiseLearning struct{ agents.InternalizeFunc }
)

func (lanewiseSpeech) Lanewise() bool   { return true }
func (lanewiseVote) Lanewise() bool     { return true }
func (lanewiseLearning) Lanewise() bool { return true }

// A plan says, channel by channel, which ways are taken, and why others are not.
func TestPlanTells(t *testing.T) {
	const blocks = "people speak in blocks; units decide in blocks; people learn in blocks\n"
	for i, want := range []string{
		"layout: 64 dimensions a word, because there are more than 48 dimensions\nwork: " + blocks,
		"layout: in an Experiment up to 64 replicates a word\nwork: " + blocks,
		"layout: 64 dimensions a word, because there are more than 48 dimensions\nwork: " + blocks,
	} {
		if got := built(t, bases()[i], 1, 0).Plan().String(); got != want {
			t.Errorf("the plan is\n%swant\n%s", got, want)
		}
	}
}

// A plan gives the reason for each way that is not taken.
func TestPlanTellsWhyNot(t *testing.T) {
	for _, c := range []struct {
		want string
		set  func(*sim.Scenario)
	}{
		{"Channel.Heed is set", func(s *sim.Scenario) { s.Channels[0].Heed = 2 }},
		{"Channel.Participate is set", func(s *sim.Scenario) {
			s.Channels[0].Participate = byTurns
		}},
		{"Channel.Agenda is set", func(s *sim.Scenario) { s.Channels[0].Agenda = stages }},
		{"Channel.Relay is set", func(s *sim.Scenario) {
			s.Channels[0].Relay = agents.Say{Rate: .5}
		}},
		{"Scenario.Experience is set", func(s *sim.Scenario) { s.Experience = agents.Flip{} }},
		{"Scenario.Self is set", func(s *sim.Scenario) { s.Self = threeKinds{} }},
		{"Scenario.Reflect is set", func(s *sim.Scenario) { s.Reflect = gains }},
		{"Scenario.Topics is set", func(s *sim.Scenario) { s.Topics = 2 }},
		{"the event sim.EventFunc may happen", func(s *sim.Scenario) {
			s.Events = []sim.Event{vacancies}
		}},
		{"reality is seen in part", func(s *sim.Scenario) { s.Reality = sim.Additive{Seen: 3} }},
		{`units of channel "work" hear others`, nested},
		{"person 0 has several seats, of which he draws one", aside},
		{`who hears whom in channel "work" is not the same in all replicates`,
			func(s *sim.Scenario) {
				s.Channels[0].Simultaneous = false
				s.Channels[0].Structure = network.Randomized{Of: network.Isolated{Size: 5}}
			}},
		{"agents.Best does not say that it is Lanewise", func(s *sim.Scenario) {
			s.Channels[0].Objectify = agents.Best{}
		}},
		{"there is no channel of beliefs", func(s *sim.Scenario) { s.Channels = nil }},
		{"Scenario.Asynchronous is set", given(inCircles, inTurn)},
		{"there are too many people for a cache", func(s *sim.Scenario) { s.People = 15_000 }},
	} {
		s := detached(bases()[1])
		c.set(&s)
		way := built(t, s, 1, 0).Plan().Replicates
		if way.Taken || !strings.Contains(way.Reason, c.want) {
			t.Errorf("replicates as lanes: %+v, want %q", way, c.want)
		}
	}
	for _, c := range []struct {
		want string
		rule agents.Internalizer
	}{
		{"agents.Gradual works on one at a time", agents.Gradual{Rate: .5}},
		{"agents.InternalizeFunc works on one at a time",
			agents.InternalizeFunc(agents.Absorb{Rate: .5}.Internalize)},
		{"sim_test.dressed works on one at a time", dressed{agents.Absorb{Rate: .5}}},
		{"sim_test.noting remembers", noting{}},
	} {
		s := detached(bases()[0])
		s.Channels[0].Internalize = c.rule
		way := built(t, s, 1, 0).Plan().Channels[0].Internalize
		if way.Taken || way.Reason != c.want {
			t.Errorf("learning: %+v, want %q", way, c.want)
		}
	}
}

// dressed embeds a rule that works on blocks, but does something else itself.
type dressed struct{ agents.Absorb }

func (dressed) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

// noting has the methods of a rule that works on blocks, but also remembers.
type noting struct{}

func (noting) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (noting) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

func (noting) InternalizeBlock(*kernel.Block) bool { panic("it was asked") }

// If the plan says that a rule works one by one, a run calls only its methods for that.
func TestPlanIsKept(t *testing.T) {
	for _, rule := range []agents.Internalizer{dressed{agents.Absorb{Rate: 1}}, noting{}} {
		s := detached(bases()[0])
		s.Channels[0].Internalize = rule
		m := built(t, s, 1, 0)
		if err := m.Run(); err != nil {
			t.Error(err)
		}
		if f := m.Flow(0); f.Taken != 0 {
			t.Errorf("%T: %d beliefs were taken over, want none", rule, f.Taken)
		}
	}
}
