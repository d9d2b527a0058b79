package sim

import (
	"fmt"

	"orglearn/agents"
	"orglearn/network"
)

// Model is one replicate of a scenario. Between steps it stands where it is recorded: at tick t after t cycles and the events of
// tick t. It is not safe for use by several goroutines at once; several models are.
type Model struct {
	scenario        Scenario
	seed, replicate uint64
	tick            int
	beliefs         *agents.Layer
	judged          *agents.Layer // beliefs as they stood at the start of the tick: beliefs itself where nobody could tell
	standing        []int32
	joined          []int32 // nil: all at tick 0
	took            []int32
	current         int // the channel of the running phase
	landscape       Landscape
	sighted         Sighted // nil: everything is seen
	channels        []*channel
	opinions        opinions
	events          []scheduled
	experience      memories
	keys            keys
	workers         workers
	sequential      bool // a channel internalizes after objectifying
	simultaneous    bool // a channel internalizes before
	failed          error
	lanes           *lanes        // set: it is a view of one of these
	lane            int           // which of them it shows
	newcomer        agents.Person // scratch: who is given first beliefs
	stream          agents.Stream // scratch
	chance          agents.Stream // of the event that happens
}

type keys struct{ beliefs, attention, experience, activation agents.Key }

// channel is the state of one channel.
type channel struct {
	Channel
	units       *network.Units
	far         *agents.Far // of its circles; nil: nobody asks
	rewirer     network.Rewirer
	claims      *agents.Layer
	norms       *agents.Layer // nil for circles
	standing    []int32       // of the claims, or the model's
	flow        Flow
	due         bool // its units objectify in this cycle
	drawn       bool // its structure, by chance
	saysMany    bool // its rule lets many people speak at once
	lane        int  // of the replicate where its chance is that of a lane, else -1
	unitMemory  unitMemories
	says, takes memories
	externalize, objectify, internalize,
	sight, heed, rewire agents.Key
}

// Flow counts dimensions that moved through a channel in the cycle just ended.
type Flow struct {
	Said        int64 // claims that are not 0
	Objectified int64 // dimensions of norms that changed; of circles, dimensions with a norm
	Taken       int64 // beliefs that internalizing changed
}

// New builds replicate number replicate of a scenario and applies the events of tick 0. The same arguments give the same run. All
// scenarios with the same reality, people and dimensions begin with the same world and the same beliefs.
func New(s Scenario, seed, replicate uint64) (*Model, error) {
	m, err := build(s, seed, replicate, func(r Reality, dimensions int) (Landscape, error) {
		return newWorld(r, dimensions, seed, replicate)
	})
	if err != nil {
		return nil, err
	}
	if m.failed != nil {
		return nil, m.failed
	}
	return m, nil
}

// build is New in a world that is there already. The error is of the scenario, which cannot be built; a run that has failed is a model
// that says so.
func build(s Scenario, seed, replicate uint64, world func(Reality, int) (Landscape, error)) (*Model, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	m := &Model{scenario: s.withDefaults(), seed: seed, replicate: replicate}
	if err := m.fill(world); err != nil {
		return nil, fmt.Errorf("sim: scenario %q: %w", s.Name, err)
	}
	if m.failed == nil {
		m.happen()
	}
	return m, nil
}

func newWorld(r Reality, dimensions int, seed, replicate uint64) (Landscape, error) {
	l, err := r.New(dimensions, agents.NewStream(agents.NewKey(seed, replicate, "reality", ""), 0, 0))
	if err == nil && l == nil {
		err = fmt.Errorf("%T gave no landscape", r)
	}
	return l, err
}

func (m *Model) fill(world func(Reality, int) (Landscape, error)) error {
	defer m.rescue("building the model", "")
	s := &m.scenario
	m.keys = keys{
		beliefs:    m.key("beliefs", ""),
		attention:  m.key("attention", ""),
		experience: m.key("experience", ""),
		activation: m.key("activation", ""),
	}
	l, err := world(s.Reality, s.Dimensions)
	if err != nil {
		return err
	}
	m.setLandscape(l)
	m.standing = make([]int32, s.People)
	m.took = make([]int32, s.People)
	for _, c := range s.Channels {
		ch, err := m.open(c)
		if err != nil {
			return fmt.Errorf("channel %q: %w", c.Name, err)
		}
		m.channels = append(m.channels, ch)
		m.simultaneous = m.simultaneous || c.Simultaneous
		m.sequential = m.sequential || !c.Simultaneous
	}
	m.beliefs = agents.NewLayer(s.People, s.Dimensions) // after the units, of which much is left to clear up
	m.experience = newMemories(s.Experience, s.People, s.Dimensions)
	for p := range s.People {
		m.begin(p)
	}
	if err := m.refuseZeros(); err != nil {
		return err
	}
	if err := m.openOpinions(); err != nil {
		return err
	}
	m.judged = m.beliefs
	m.schedule()
	m.SetWorkers(1)
	return nil
}

func (m *Model) key(purpose, name string) agents.Key {
	return agents.NewKey(m.seed, m.replicate, purpose, name)
}

func (m *Model) setLandscape(l Landscape) {
	m.landscape, m.sighted = l, nil
	if s, ok := l.(Sighted); ok && s.Seen() > 0 {
		m.sighted = s
	}
}

// begin gives a person his first beliefs at the current tick.
func (m *Model) begin(person int) {
	row := m.beliefs.Row(person)
	clear(row)
	m.join(person)
	m.stream.Reset(m.keys.beliefs, m.tick, person)
	m.newcomer = agents.Person{ID: person, Tick: m.tick, Dimensions: m.scenario.Dimensions, Stream: &m.stream}
	m.scenario.Beliefs.Begin(&m.newcomer, row)
	m.newcomer.Stream = nil // nobody is on his way: see rescue
}

// join notes when a person came: nobody, as long as all are founders.
func (m *Model) join(person int) {
	if m.joined == nil && m.tick > 0 {
		m.joined = make([]int32, m.scenario.People)
	}
	if m.joined != nil {
		m.joined[person] = int32(m.tick)
	}
}

// refuseZeros reports a person without a belief where reality takes no 0.
func (m *Model) refuseZeros() error {
	if w, ok := m.landscape.(Whole); !ok || !w.Whole() {
		return nil
	}
	for p := range m.scenario.People {
		if m.beliefs.Row(p).Known() < m.scenario.Dimensions {
			return fmt.Errorf("%T takes no 0, and Beliefs gives some: want agents.Mixed{Unknown: 0}, say", m.scenario.Reality)
		}
	}
	return nil
}

// open builds a channel's units and storage.
func (m *Model) open(c Channel) (*channel, error) {
	ch := &channel{
		Channel: c,
		sight:   m.key("sight", c.Name),
		heed:    m.key("heed", c.Name),
		rewire:  m.key("rewire", c.Name),
	}
	ch.says = newMemories(c.Externalize, m.scenario.People, m.scenario.Dimensions)
	ch.takes = newMemories(c.Internalize, m.scenario.People, m.scenario.Dimensions)
	ch.standing = m.standing
	if c.ByClaims {
		ch.standing = make([]int32, m.scenario.People)
	}
	chance := agents.NewStream(m.key("structure", c.Name), m.tick, 0)
	err := m.arrange(ch, c.Structure, chance)
	ch.drawn = chance.Drew()
	m.keyRules(ch)
	ch.claims = agents.NewLayer(m.scenario.People, m.scenario.Dimensions)
	ch.saysMany = m.canSayMany(ch)
	return ch, err
}

// keyRules gives a channel's rules their chance: of the replicate, or, where replicates may be lanes, of the block of 64 that it is in.
func (m *Model) keyRules(c *channel) {
	number := m.replicate
	c.lane = -1
	if m.isLane(c) {
		number, c.lane = m.replicate/64, int(m.replicate%64)
	}
	c.externalize = agents.NewKey(m.seed, number, "externalize", c.Name)
	c.objectify = agents.NewKey(m.seed, number, "objectify", c.Name)
	c.internalize = agents.NewKey(m.seed, number, "internalize", c.Name)
}

// arrange gives a channel the units of a structure, with empty norms.
func (m *Model) arrange(ch *channel, structure network.Structure, s *agents.Stream) error {
	units, err := structure.Build(m.scenario.People, s)
	if err != nil {
		return err
	}
	if units.People() != m.scenario.People {
		return fmt.Errorf("%T built units of %d people, want %d", structure, units.People(), m.scenario.People)
	}
	if ch.Simultaneous && units.Circles() != nil {
		return fmt.Errorf("the channel of circles is Simultaneous, but what is objective in a circle lasts one tick: nothing would ever be learned")
	}
	if err := m.needsCircles(units.Circles() != nil, structure); err != nil {
		return err
	}
	ch.units, ch.norms = units, nil
	ch.rewirer, _ = network.RewirerOf(structure)
	ch.far = m.farOf(ch)
	if units.Circles() == nil {
		ch.norms = agents.NewLayer(units.Len(), m.scenario.Dimensions)
	}
	ch.unitMemory = newUnitMemories(ch.Objectify, units, m.scenario.Dimensions, ch.rewirer != nil)
	return nil
}
