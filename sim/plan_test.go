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

// bases are the scenarios on which every field is set: the default communities, small; one unit of
// 20 dimensions, whose replicates are lanes; and circles on a ring lattice.
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

// setting is what a field is set to, so that it matters.
type setting struct {
	values  []any                   // each of them in turn
	of      func(old any) any       // or else what it becomes, given what it is
	given   func(*sim.Scenario)     // what else it takes to matter
	refused func(sim.Scenario) bool // it does not fit such a scenario: New reports an error
	same    bool                    // it changes no run
}

// given puts several needs together.
func given(needs ...func(*sim.Scenario)) func(*sim.Scenario) {
	return func(s *sim.Scenario) {
		for _, need := range needs {
			need(s)
		}
	}
}

func more(by int) func(any) any { return func(old any) any { return old.(int) + by } }

func not(old any) any { return !old.(bool) }

// inCircles gives all channels circles, and rules that can learn from them.
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

// threeKinds is what people are: one of three kinds, and a number of gains.
type threeKinds struct{}

func (threeKinds) Words() int { return 2 }

func (threeKinds) Begin(p *agents.Person, self []uint64) { self[0] = uint64(p.IntN(3)) }

// gains counts the ticks in which a person gained, and changes his kind by a coin.
var gains = agents.ReflectFunc(func(p *agents.Person) {
	if p.Gained > 0 {
		p.Self[1]++
	}
	if p.Coin(.1) {
		p.Self[0] = (p.Self[0] + 1) % 3
	}
})

// byTurns takes another part in every unit and tick, by chance too.
var byTurns = agents.PartFunc(func(p *agents.Person, u *agents.Unit, _ network.Rank) agents.Part {
	if p.Coin(.2) {
		return agents.Neither
	}
	return agents.Part((p.ID+u.ID+u.Tick)%3 + 1)
})

// stages is about some dimensions, others at every tick, and now and then about none.
var stages = agents.AboutFunc(func(u *agents.Unit, about []uint64) {
	if u.Coin(.2) {
		return
	}
	for i := range about {
		about[i] = 0xff0f0f0ff0f0f0ff << uint(u.Tick%8)
	}
})

// vacancies lets somebody leave, and his place be filled again.
var vacancies = sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
	if m.Tick()%3 == 1 {
		m.Leave(s.IntN(m.People()))
		m.Leave(0)
	}
	if m.Tick()%3 == 0 {
		m.Replace(0)
	}
})

// scenarioSettings says of each field of a scenario what value of it matters.
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

// channelSettings says the same of a channel of beliefs.
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
}

// realChannelSettings says the same of a channel of opinions.
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

// eachSetting calls try with each field of a scenario, a channel and a channel of opinions set to
// each value that matters, and with the scenario in which it is not set.
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

// detached is a scenario whose channels can be set without touching the other's.
func detached(s sim.Scenario) sim.Scenario {
	s.Channels, s.RealChannels = slices.Clone(s.Channels), slices.Clone(s.RealChannels)
	s.Events = slices.Clone(s.Events)
	return s
}

// Whatever field is set, a scenario runs the same in an Experiment as by New and Run, and its rules
// give the same in blocks as one by one; and what the field is set to matters. -short tries each
// field on one scenario.
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

// toldOnly counts errors, and does not fail.
type toldOnly struct {
	testing.TB
	errors int
}

func (r *toldOnly) Helper()               {}
func (r *toldOnly) Errorf(string, ...any) { r.errors++ }

// oneByOneRules puts rules that may work on blocks behind adapters that cannot. In a small
// organization an adapter says that it is Lanewise if its rule is, because that decides whose
// chance it has.
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

// A plan tells, channel by channel, what is taken and why not.
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

// dressed embeds a rule that works on blocks, and does something else.
type dressed struct{ agents.Absorb }

func (dressed) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

// noting works on blocks, it says, but remembers.
type noting struct{}

func (noting) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (noting) Internalize(*agents.Person, agents.Knowledge, agents.Knowledge) {}

func (noting) InternalizeBlock(*kernel.Block) bool { panic("it was asked") }

// Rules that are asked one by one, for whatever reason, do so in a run: nothing else is asked.
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
