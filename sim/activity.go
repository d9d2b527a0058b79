package sim

import (
	"fmt"
	"math/bits"

	"orglearn/agents"
	"orglearn/agents/kernel"
)

// activities holds what people do this tick (see Scenario.Activity).
type activities struct {
	doing []agents.Activity // of each person; nil: nobody chooses, and all gather
	met   []bool            // whether he was in a meeting
	acts  memory            // of Activity
}

// meetings holds where people of a channel create this tick.
type meetings struct {
	of     []int32 // the unit in which each person creates, or nobody
	byUnit buckets
}

// openActivities makes room for what people do, if they choose.
func (m *Model) openActivities() {
	s := &m.scenario
	m.doing, m.met = nil, nil
	if s.Activity != nil {
		m.doing, m.met = make([]agents.Activity, s.People), make([]bool, s.People)
	}
}

// Activity returns what a person did in the cycle just ended: Gather where nobody chooses, Idle for
// a vacant place.
func (m *Model) Activity(person int) agents.Activity {
	m.mustBePerson("Activity", person)
	if m.doing == nil {
		return agents.Gather
	}
	return m.doing[person]
}

// chooseActivities asks people what they do.
func (m *Model) chooseActivities(sc *scratch, from, to int) {
	rule := m.scenario.Activity
	if block := kernel.Own[kernel.BlockDoer](rule); block != nil && m.vacancies == 0 {
		m.chooseTogether(block, sc, from, to)
		return
	}
	for p := from; p < to; p++ {
		m.met[p] = false
		if m.doing[p] = agents.Idle; m.Vacant(p) {
			continue
		}
		sc.become(m, p, m.keys.activity, turn{id: p})
		sc.person.Memory = m.acts.person(p)
		m.do(p, rule.Do(&sc.person))
	}
}

// chooseTogether is chooseActivities for a rule that works on many people.
func (m *Model) chooseTogether(rule kernel.BlockDoer, sc *scratch, from, to int) {
	clear(m.met[from:to])
	for ; from < to; from += batch {
		end := min(from+batch, to)
		words, do := sc.words[:end-from], sc.does[:end-from]
		m.keys.activity.Openings(m.tick, from, words)
		rule.DoBlock(words, do)
		for k, a := range do {
			m.do(from+k, agents.Activity(a))
		}
	}
}

// do sets what a person does.
func (m *Model) do(p int, a agents.Activity) {
	switch {
	case a > agents.Idle:
		panic(fmt.Sprintf("%T.Do gives activity %d, want 0 to %d", m.scenario.Activity, a,
			agents.Idle))
	case a == agents.Create && m.scenario.Experience == nil:
		panic(fmt.Sprintf("%T.Do gives Create, but Scenario.Experience is nil: a meeting "+
			"is paid out of its members' own trials", m.scenario.Activity))
	}
	m.doing[p] = a
}

// heeds reports whether a person learns from his seats this tick.
func (m *Model) heeds(p int) bool { return m.doing == nil || m.doing[p] <= agents.Ask }

// missMeetings puts a person into no meeting.
func (m *Model) missMeetings(p int) {
	for _, c := range m.channels {
		c.meetings.of[p] = nobody
	}
}

// joinMeeting puts a person into the meeting of the first seat that he heeds. Channels of opinions
// have no meetings.
func (m *Model) joinMeeting(p int, seats []seat) {
	if len(seats) == 0 {
		return
	}
	if c := m.forums[seats[0].forum].channel; c != nil {
		c.meetings.of[p] = seats[0].unit
	}
}

// create lets those who create in one unit meet, if they are two or more.
func (m *Model) create() bool {
	if m.doing == nil || m.scenario.Experience == nil {
		return true
	}
	for i, c := range m.channels {
		x := &c.meetings
		x.byUnit.sort(x.of, c.units.Len())
		if len(x.byUnit.items) > 1 && !m.eachUnit(i, c.units.Len(), (*Model).meet) {
			return false
		}
	}
	return true
}

// meet holds the meetings of units of the current forum. Each person is in one meeting only, so
// that meetings write different rows.
func (m *Model) meet(sc *scratch, from, to int) {
	c := m.channels[m.current]
	for u := from; u < to; u++ {
		if people := c.meetings.byUnit.of(u); len(people) > 1 {
			for _, p := range people {
				m.met[p] = true
			}
			c.meet(m, sc, u, people)
		}
	}
}

// meet lets people try a fresh sign in one dimension in which their claims tie or nobody speaks.
func (c *channel) meet(m *Model, sc *scratch, unit int, people []int32) {
	sc.who, sc.unit.ID = "unit", unit
	m.start(&sc.unitChance, c.keys.create, turn{id: unit})
	sc.unitChance.Apart(-1)
	d := c.undecided(m, sc, unit, people)
	if d < 0 {
		return
	}
	sign := agents.Belief(1)
	if sc.unitChance.Coins(.5, 1) == 0 {
		sign = -1
	}
	if m.agreeOn(people, d, sign) {
		return
	}
	flow := &sc.flows[c.number]
	flow.Tried++
	if !m.pays(sc, people, d, sign) {
		return
	}
	flow.Kept++
	for _, p := range people {
		belief := m.beliefs.Row(int(p))
		if m.ledger != nil && belief.Get(d) == 0 {
			sc.ledger.Created++
		}
		belief.Set(d, sign)
	}
}

// undecided draws one of the dimensions, within what a unit is about, in which as many people say
// yes as no. It returns -1 if there is none.
func (c *channel) undecided(m *Model, sc *scratch, unit int, people []int32) int {
	sc.voices.Set(c.claims.Bare(), people, nil, nil, c.standing, false)
	said, about := (*agents.Voices)(&sc.voices), c.about(unit)
	open := sc.unitChance.Open(agents.Width(m.scenario.Dimensions))
	all, n := said.All(), 0
	for i := range open {
		open[i] = agents.Lanes(m.scenario.Dimensions, i) &^ said.Votes(all, i).Known()
		if about != nil {
			open[i] &= about[i]
		}
		n += bits.OnesCount64(open[i])
	}
	if n == 0 {
		return -1
	}
	at := sc.unitChance.IntN(n)
	for i, w := range open {
		if k := bits.OnesCount64(w); at >= k {
			at -= k
			continue
		}
		for ; at > 0; at-- {
			w &= w - 1
		}
		return 64*i + bits.TrailingZeros64(w)
	}
	panic("sim: fewer open dimensions than were counted")
}

// agreeOn reports whether all hold a belief.
func (m *Model) agreeOn(people []int32, d int, b agents.Belief) bool {
	for _, p := range people {
		if m.beliefs.Row(int(p)).Get(d) != b {
			return false
		}
	}
	return true
}

// pays reports whether people stand higher together if all hold a belief.
func (m *Model) pays(sc *scratch, people []int32, d int, b agents.Belief) bool {
	gain := int64(0)
	for _, p := range people {
		belief := m.beliefs.Row(int(p))
		copy(sc.before, belief)
		sc.before.Set(d, b)
		gain += int64(m.landscape.Score(sc.before)) - int64(m.landscape.Score(belief))
	}
	return gain > 0
}

// validateActivity reports activities that lack what they need.
func (s Scenario) validateActivity() error {
	if s.Activity == nil {
		return nil
	}
	if err := valid(s.Activity); err != nil {
		return err
	}
	if err := s.checkMemory("Activity", s.Activity, s.Dimensions, ofPerson); err != nil {
		return err
	}
	if s.Asynchronous {
		return fmt.Errorf("Activity is %T, want nil in an asynchronous scenario, where a person "+
			"may act several times a tick", s.Activity)
	}
	may, ok := s.Activity.(agents.Limited)
	if !ok {
		return nil
	}
	if may.May(agents.Create) && s.Experience == nil {
		return fmt.Errorf("Activity: people may create, and Experience is nil: a meeting is paid " +
			"out of its members' own trials")
	}
	if !may.May(agents.Ask) {
		return nil
	}
	for _, c := range s.Channels {
		if c.Ask == nil {
			return fmt.Errorf("Activity: people may ask, and channel %q has no Ask", c.Name)
		}
	}
	for _, c := range s.RealChannels {
		return fmt.Errorf("Activity: people may ask, but in the channel of opinions %q nobody "+
			"can", c.Name)
	}
	return nil
}
