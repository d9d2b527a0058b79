package sim

import (
	"errors"
	"fmt"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// Model is one replicate of a scenario. Between steps, at tick t, it holds the state after t cycles
// and after the events of tick t. One model is not safe for use by several goroutines at once.
// Different models are.
//
// It is a bug to ask a model for something that it does not have. Examples are a number that no
// person, channel or unit has, the norm of a circle, or an opinion where there are no topics. The
// method then panics, and the text names the method, the run and the range. In an event, an
// observer or a rule the panic ends the run with an error.
type Model struct {
	scenario        Scenario
	seed, replicate uint64
	tick            int
	keys            keys
	layout          layout

	beliefs  *layer
	standing []int32
	took     []int32
	// standing when the tick began; kept only in asynchronous scenarios with Reflect
	atStart   []int32
	joined    []int32 // nil: all at tick 0
	vacant    []bool  // nil: nobody has ever left
	vacancies int
	selves    []uint64
	tries     memory // of Experience
	reflects  memory // of Reflect
	activities
	ledger *ledger // nil: not kept

	landscape Landscape
	past      []dated // worlds so far, the oldest first; those that are recalled, and the current
	recalls   int     // from how many ticks ago
	sighted   Sighted // nil: everything is seen
	marker    marker  // the landscape, if merit is seen in part and it has marks
	marks     *marks  // of beliefs
	judged    *layer  // beliefs when the tick began, if merit is seen in part without marks
	hasAgenda bool

	forums       []*forum   // channels of beliefs, then of opinions
	channels     []*channel // of beliefs
	opinions     opinions
	current      int   // the forum of the running phase
	stages       uint8 // a bit for each stage at which people learn
	counting     bool  // flows are counted in this tick
	asking       bool  // people may ask in some channel
	speaksAtOnce bool  // no Participant or Agenda is asked between standing and speaking

	events   []scheduled
	workers  *workers
	failed   error
	answered int            // 1 + the last tick at which Stop was asked
	stopping bool           // what it answered
	newcomer agents.Person  // scratch: the person who is given first beliefs
	arriving string         // what the newcomer is being given, or ""
	stream   agents.Stream  // scratch
	within   []uint64       // scratch: what counts for Merit
	chance   *agents.Stream // of the event that happens
	view     *lanes         // if set, the model shows one of these lanes
	lane     int            // which lane it shows
}

// ErrDone is what Step returns when the run is over: it has reached its cap on ticks, or the Stop
// of the scenario has ended it.
var ErrDone = errors.New("sim: the run is over")

// New builds one replicate of a scenario and applies the events of tick 0. The same arguments give
// the same run. All scenarios with the same Reality, People, Dimensions and Beliefs begin a
// replicate with the same world and the same beliefs. A scenario that is not valid or cannot be
// built is an error.
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

// build is New with another source of the world. It returns an error if the scenario cannot be
// built. If the run fails at tick 0, it returns a model whose Err says so.
func build(s Scenario, seed, replicate uint64, world worldOf) (*Model, error) {
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

// worldOf returns a world of a reality with a number of dimensions.
type worldOf func(r Reality, dimensions int) (Landscape, error)

func newWorld(r Reality, dimensions int, seed, replicate uint64) (Landscape, error) {
	key := kernel.NewKey(seed, replicate, "reality", "")
	l, err := r.New(dimensions, ruleStream(kernel.NewStream(key, 0, 0)))
	if err != nil {
		return nil, err
	}
	return l, checkWorld(l, r, dimensions)
}

func (m *Model) fill(world worldOf) error {
	defer m.rescue("building the model", "")
	s := &m.scenario
	m.chance, m.workers = new(agents.Stream), new(workers)
	m.layout = dimensionLanes{m}
	m.keys = m.ownKeys()
	l, err := world(s.Reality, s.Dimensions)
	if err != nil {
		return err
	}
	m.setLandscape(l)
	m.standing, m.took = make([]int32, s.People), make([]int32, s.People)
	if s.Asynchronous && s.Reflect != nil {
		m.atStart = make([]int32, s.People)
	}
	for _, c := range s.Channels {
		if err := m.open(c); err != nil {
			return fmt.Errorf("channel %q: %w", c.Name, err)
		}
	}
	// Built after the units, which leave much garbage.
	m.beliefs = newLayer(s.People, s.Dimensions)
	m.tries = newMemory(s.Experience, s.People, s.Dimensions)
	m.reflects = newMemory(s.Reflect, s.People, s.Dimensions)
	m.acts = newMemory(s.Activity, s.People, s.Dimensions)
	m.openActivities()
	if s.Self != nil {
		m.selves = make([]uint64, s.People*s.Self.Words())
	}
	for p := range s.People {
		m.begin(p)
	}
	if err := m.refuseZeros(); err != nil {
		return err
	}
	if err := m.checkScores(); err != nil {
		return err
	}
	if err := m.openOpinions(); err != nil {
		return err
	}
	m.openLedger()
	m.survey()
	if err := m.refuseAgenda(); err != nil {
		return err
	}
	m.schedule()
	m.SetWorkers(1)
	return nil
}

// survey notes what the steps of a tick need to know of all forums together.
func (m *Model) survey() {
	m.stages, m.hasAgenda, m.speaksAtOnce, m.asking = 0, false, true, false
	for _, f := range m.forums {
		m.stages |= 1 << f.at()
		m.asking = m.asking || f.asking
		if f.channel != nil {
			m.hasAgenda = m.hasAgenda || f.agenda != nil
		}
		if f.agenda != nil || f.participate != nil {
			m.speaksAtOnce = false
		}
	}
	if m.scenario.Asynchronous {
		m.speaksAtOnce = false
	}
	m.closeEyes()
}

// onlyCircles reports whether the only forum is one of circles, and everybody heeds his own circle.
func (m *Model) onlyCircles() bool {
	if len(m.forums) != 1 || m.vacancies > 0 || m.doing != nil {
		return false
	}
	f := m.forums[0]
	return !f.lasting && f.participate == nil && f.agenda == nil
}

func (m *Model) setLandscape(l Landscape) {
	m.landscape, m.sighted, m.marker = l, nil, nil
	if s, ok := l.(Sighted); ok && s.Seen() > 0 {
		m.sighted = s
	}
	m.keepPast()
	m.closeEyes()
}

// refuseAgenda reports an agenda if the world is not Sighted.
func (m *Model) refuseAgenda() error {
	if _, ok := m.landscape.(Sighted); ok || !m.hasAgenda {
		return nil
	}
	return fmt.Errorf("%T cannot be judged on some dimensions (it is not Sighted), and a "+
		"channel has an Agenda: standing is judged within it", m.scenario.Reality)
}

// refuseZeros reports a person whose first beliefs have a 0 if reality takes none (see Whole).
func (m *Model) refuseZeros() error {
	if w, ok := m.landscape.(Whole); !ok || !w.Whole() {
		return nil
	}
	for p := range m.scenario.People {
		if m.beliefs.Row(p).Known() < m.scenario.Dimensions {
			return fmt.Errorf("%T takes no 0, and Beliefs gives some: want "+
				"agents.Mixed{Unknown: 0}, say",
				m.scenario.Reality)
		}
	}
	return nil
}

// open builds a channel of beliefs.
func (m *Model) open(c Channel) error {
	s := &m.scenario
	f := &forum{
		name: c.Name, number: len(m.forums), structure: c.Structure,
		participate: asked(c.Participate), agenda: c.Agenda, heed: c.Heed, every: c.Every,
		simultaneous: c.Simultaneous,
		says:         newMemory(c.Externalize, s.People, s.Dimensions),
		takes:        newMemory(c.Internalize, s.People, s.Dimensions),
		makes:        newMemory(c.Objectify, s.People, s.Dimensions),
		takesPart:    newMemory(c.Participate, s.People, s.Dimensions),
		plans:        newMemory(c.Agenda, s.People, s.Dimensions),
		asks:         newMemory(c.Ask, s.People, s.Dimensions),
		reuses:       newMemory(c.Reuse, s.People, s.Dimensions),
		asking:       c.Ask != nil,
		keys:         m.keysOf(c.Name),
	}
	ch := &channel{Channel: c, forum: f}
	f.of, f.channel = ch, ch
	m.forums, m.channels = append(m.forums, f), append(m.channels, ch)
	ch.ways = waysOf(s, &ch.Channel)
	if err := f.build(m); err != nil {
		return err
	}
	m.keyRules(ch)
	m.openReviews(ch)
	return nil
}

// keyRules gives a channel's rules their chance. The key is of the replicate or, where replicates
// may be lanes, of the 64 replicates among which it is.
func (m *Model) keyRules(c *channel) {
	number := m.replicate
	c.lane = -1
	if m.isLane(c) {
		number, c.lane = m.replicate/64, int(m.replicate%64)
	}
	c.keys.externalize = kernel.NewKey(m.seed, number, "externalize", c.Name)
	c.keys.objectify = kernel.NewKey(m.seed, number, "objectify", c.Name)
	c.keys.internalize = kernel.NewKey(m.seed, number, "internalize", c.Name)
}

// widthOf returns the number of words of a norm in a forum.
func (m *Model) widthOf(f *forum) int {
	if f.channel != nil && m.view == nil && m.beliefs != nil {
		return len(m.beliefs.Row(0))
	}
	return agents.Width(m.sizeOf(f))
}

// sizeOf returns the number of dimensions, or topics, of a forum.
func (m *Model) sizeOf(f *forum) int {
	if f.channel != nil {
		return m.scenario.Dimensions
	}
	return m.scenario.Topics
}
