package sim

import (
	"fmt"
	"reflect"
	"slices"

	"orglearn/agents"
)

// Clone returns a copy of the model in its own storage, at the same tick and with the same chance.
// Its next steps do what those of the model would do. See Follow for a branch that does something
// else.
func (m *Model) Clone() *Model {
	c := *m
	c.view, c.lane = nil, 0
	c.layout = dimensionLanes{&c}
	c.scenario = m.scenario.clone()
	c.beliefs = m.beliefs.Clone()
	c.standing, c.took = slices.Clone(m.standing), slices.Clone(m.took)
	c.atStart, c.joined = slices.Clone(m.atStart), slices.Clone(m.joined)
	c.vacant, c.selves = slices.Clone(m.vacant), slices.Clone(m.selves)
	c.tries, c.reflects = m.tries.clone(), m.reflects.clone()
	c.doing, c.met, c.acts = slices.Clone(m.doing), slices.Clone(m.met), m.acts.clone()
	c.ledger = m.ledger.clone()
	c.past = slices.Clone(m.past)
	c.marks, c.judged, c.marker = nil, nil, nil
	c.events = slices.Clone(m.events)
	c.chance, c.newcomer, c.within = new(agents.Stream), agents.Person{}, nil
	c.workers = new(workers)
	c.keys = c.ownKeys() // the view of a lane has the keys of its group
	c.forums, c.channels, c.opinions.channels = nil, nil, nil
	for i, ch := range m.channels {
		c.cloneChannel(m, ch, i)
	}
	if m.opinions.layer != nil {
		c.opinions.layer = m.opinions.layer.Clone()
	}
	for _, ch := range m.opinions.channels {
		c.cloneReal(ch)
	}
	c.SetWorkers(len(m.workers.scratch))
	return &c
}

func (m *Model) cloneChannel(from *Model, c *channel, number int) {
	d := *c
	d.forum = c.forum.clone(&d)
	d.forum.channel = &d
	d.lanes, d.marks, d.normMarks, d.questions = nil, nil, nil, questions{}
	d.spare = nil
	d.meetings = meetings{}
	if from.view != nil {
		d.claims = from.view.claimsOf(number, from.lane)
		d.forum.keys = m.keysOf(d.Name)
		m.keyRules(&d)
	}
	d.claims = d.claims.Clone()
	if c.norms != nil {
		d.norms = c.norms.Clone()
		d.normStanding = slices.Clone(c.normStanding)
	}
	if c.stood != nil {
		d.stood = c.stood.Clone()
	}
	if !c.ByClaims && !c.nested {
		d.standing = m.standing
	} else {
		d.standing = slices.Clone(c.standing)
	}
	m.openReviews(&d)
	m.forums, m.channels = append(m.forums, d.forum), append(m.channels, &d)
}

func (m *Model) cloneReal(c *realChannel) {
	d := *c
	d.forum = c.forum.clone(&d)
	d.claims = c.claims.Clone()
	if c.norms != nil {
		d.norms = c.norms.Clone()
	}
	if c.stood != nil {
		d.stood = c.stood.Clone()
	}
	m.forums = append(m.forums, d.forum)
	m.opinions.channels = append(m.opinions.channels, &d)
}

func (f *forum) clone(of matter) *forum {
	c := *f
	c.of, c.review, c.room = of, nil, nil
	c.identities, c.formerly = slices.Clone(f.identities), nil
	c.units = f.units.Clone(f.rewirer != nil)
	for _, r := range c.memories() {
		*r = r.clone()
	}
	h, x, s := &c.hearing, &c.parts, &c.subjects
	h.starts, h.counts = slices.Clone(h.starts), slices.Clone(h.counts)
	h.ids, h.at = slices.Clone(h.ids), slices.Clone(h.at)
	*x = parts{} // settle makes its lists anew
	x.settle(&c)
	s.masks, s.meets, s.room = slices.Clone(s.masks), slices.Clone(s.meets), nil
	return &c
}

// Follow lets the model run on by another scenario. It may differ in events, rules, agendas,
// asking, activity, attention, experience, the ledger, the cap on ticks and Stop. It must have the
// same people, dimensions, topics, reality, self, first beliefs and first opinions, and the same
// names, structures and kinds of channels. (The kinds are Asynchronous, Simultaneous and ByClaims.)
//
// Chance depends on purposes and names only, so a branch (see Clone) differs from the model by the
// change alone. What a rule remembers is kept if the new rule remembers the same number of words in
// each scope. A scenario that does not fit is an error, and leaves everything as it was.
func (m *Model) Follow(s Scenario) error {
	if err := s.Validate(); err != nil {
		return err
	}
	s = s.withDefaults()
	if err := m.fits(s); err != nil {
		return fmt.Errorf("sim: Follow: scenario %q: %w", s.Name, err)
	}
	m.scenario = s
	for i, c := range m.channels {
		m.followIn(c, s.Channels[i])
	}
	for i, c := range m.opinions.channels {
		m.followReal(c, s.RealChannels[i])
	}
	m.tries.become(s.Experience, s.People, s.Dimensions)
	m.reflects.become(s.Reflect, s.People, s.Dimensions)
	m.acts.become(s.Activity, s.People, s.Dimensions)
	m.openActivities()
	m.openLedger()
	if m.atStart == nil && s.Asynchronous && s.Reflect != nil {
		m.atStart = make([]int32, s.People)
	}
	m.survey()
	m.events, m.answered = nil, 0
	m.schedule()
	workers := len(m.workers.scratch)
	m.workers.scratch = nil // what workers need depends on what is on
	m.SetWorkers(workers)
	return nil
}

// fits reports the first thing that a scenario must share with the model but does not.
func (m *Model) fits(s Scenario) error {
	a := m.scenario
	for _, f := range []struct {
		name string
		same bool
	}{
		{"People", a.People == s.People}, {"Dimensions", a.Dimensions == s.Dimensions},
		{"Topics", a.Topics == s.Topics}, {"Asynchronous", a.Asynchronous == s.Asynchronous},
		{"Reality", alike(a.Reality, s.Reality)}, {"Self", alike(a.Self, s.Self)},
		{"Beliefs", alike(a.Beliefs, s.Beliefs)}, {"Opinions", alike(a.Opinions, s.Opinions)},
		{"the number of Channels", len(a.Channels) == len(s.Channels)},
		{"the number of RealChannels", len(a.RealChannels) == len(s.RealChannels)},
	} {
		if !f.same {
			return fmt.Errorf("%s differs from the model's", f.name)
		}
	}
	if _, sighted := m.landscape.(Sighted); !sighted {
		for _, c := range s.Channels {
			if c.Agenda != nil {
				return fmt.Errorf("channel %q has an Agenda, and %T cannot be judged on some "+
					"dimensions",
					c.Name, a.Reality)
			}
		}
	}
	for i, c := range a.Channels {
		d := s.Channels[i]
		if c.Name != d.Name || c.Simultaneous != d.Simultaneous || c.ByClaims != d.ByClaims {
			return fmt.Errorf("channel %q: its name, Simultaneous or ByClaims differs", c.Name)
		}
		if !alike(c.Structure, d.Structure) {
			return fmt.Errorf("channel %q: its Structure differs: use an event Reorganize",
				c.Name)
		}
	}
	for i, c := range a.RealChannels {
		d := s.RealChannels[i]
		if c.Name != d.Name {
			return fmt.Errorf("channel of opinions %q: its name differs", c.Name)
		}
		if !alike(c.Structure, d.Structure) {
			return fmt.Errorf("channel of opinions %q: its Structure differs: use an event "+
				"Reorganize", c.Name)
		}
	}
	return nil
}

// alike reports whether two values are the same. Functions cannot be compared, so of values that
// hold one only the type is compared.
func alike(a, b any) bool {
	return reflect.DeepEqual(a, b) ||
		a != nil && reflect.TypeOf(a) == reflect.TypeOf(b) && holdsFunction(reflect.ValueOf(a), 0)
}

// holdsFunction reports whether a value holds a function. It looks into fields, interfaces and
// pointers, at most 9 of them nested.
func holdsFunction(v reflect.Value, depth int) bool {
	if depth > 8 {
		return false
	}
	switch v.Kind() {
	case reflect.Func:
		return true
	case reflect.Interface, reflect.Pointer:
		return !v.IsNil() && holdsFunction(v.Elem(), depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			if holdsFunction(v.Field(i), depth+1) {
				return true
			}
		}
	}
	return false
}

// followIn gives a channel other rules.
func (m *Model) followIn(c *channel, d Channel) {
	c.Channel = d
	s := &m.scenario
	c.forum.follow(m, d.Participate, d.Agenda, d.Heed, d.Every)
	c.asking = d.Ask != nil
	c.asks.become(d.Ask, s.People, s.Dimensions)
	c.reuses.become(d.Reuse, s.People, s.Dimensions)
	c.says.become(d.Externalize, s.People, s.Dimensions)
	c.takes.become(d.Internalize, s.People, s.Dimensions)
	c.makes.become(d.Objectify, s.People, s.Dimensions)
	c.forum.resize(m)
	m.keyRules(c) // a rule that is not Lanewise must not have the chance of a lane
	c.ways = waysOf(s, &c.Channel)
	c.far = c.ways.farOf(m, c)
	m.openReviews(c)
}

func (m *Model) followReal(c *realChannel, d RealChannel) {
	c.RealChannel = d
	s := &m.scenario
	c.forum.follow(m, d.Participate, d.Agenda, d.Heed, 1)
	c.says.become(d.Externalize, s.People, s.Topics)
	c.takes.become(d.Internalize, s.People, s.Topics)
	c.makes.become(d.Objectify, s.People, s.Topics)
	c.forum.resize(m)
}

func (f *forum) follow(m *Model, p agents.Participant, a agents.Agenda, heed, every int) {
	f.participate, f.agenda, f.heed, f.every = asked(p), a, heed, every
	f.takesPart.become(p, m.scenario.People, m.sizeOf(f))
	f.plans.become(a, m.scenario.People, m.sizeOf(f))
}

// resize makes room for what new rules remember of units, and for whom they hear.
func (f *forum) resize(m *Model) {
	for _, r := range f.memories() {
		if r.fresh {
			r.carry(nil, f.units, nil, m.widthOf(f))
			r.fresh = false
		}
	}
	f.parts = parts{}
	f.hearing.settle(m, f)
	f.parts.settle(f)
	f.subjects = subjects{}
	f.subjects.settle(f, m.widthOf(f))
}

// become makes it the memory of another rule. It is empty unless both rules remember the same
// number of words in each scope.
func (m *memory) become(rule any, people, dimensions int) {
	if remembers(rule, dimensions) != m.need {
		*m = newMemory(rule, people, dimensions)
		m.fresh = true
	}
}
