package sim_test

import (
	"slices"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
)

// slow is the obvious engine: it runs a tick one person, one unit and one dimension at a time, over
// -1, 0 and +1. It draws the same chance as the model, as a function of seed, replicate, purpose,
// channel, tick and person or unit. Its files slow_*_test.go say which rules it can run. It takes
// from the model: units, the world, traits at the beginning, norms of a tradition, and who is
// replaced or leaves.
//
// It leaves out rules of package agents that are not named in those files.
type slow struct {
	model    *sim.Model
	scenario sim.Scenario
	tick     int
	world    sim.Landscape   // of this tick
	worlds   []sim.Landscape // of each tick
	channels []*slowChannel
	beliefs  [][]int8
	began    [][]int8 // the same when the tick began
	joined   []int
	vacant   []bool // of each place
	opinions [][]float64
	forums   []*slowOpinions
	vacated  []bool // the same when it was last noted
	traits   []slowTraits
	kinds    [][2]uint64         // of each person, if he is of three kinds
	doing    []agents.Activity   // of each person
	asked    map[chair]int       // what comes of asking in a seat
	refused  map[chair]int       // who has turned somebody away
	lessons  map[chair]takenOver // of each seat that is heeded in this tick
	met      []bool              // of each person: in a meeting
	took     []int               // of each person: dimensions taken over in this tick
	ledger   sim.Ledger
	active   bool           // somebody is activated
	returned int            // how often somebody heard in return
	turn     int            // the number of the activation
	answers  map[[2]int]int // requests in this tick, by channel and voice
}

// slowChannel is a channel with its units. A voice is a person, or the number of people plus that
// of a unit.
type slowChannel struct {
	sim.Channel
	number    int
	units     *network.Units
	claims    [][]int8 // by voice
	norms     [][]int8 // by unit; nil: circles
	stood     [][]int8 // the same when the tick began
	about     [][]bool // by unit; nil: everything
	full      map[spot]bool
	seats     map[spot]int // ticks since a person came to a unit
	courses   []course
	closed    [][practice.MaxPeriod]bool // by unit and tick of a period
	strengths [][]int                    // by unit and dimension
	granted   [][]int                    // the same when the tick began
	tenures   map[spot]int
	decreed   int // dimensions of norms that leaders changed
	trusts    map[spot][2]int
	flow      sim.Flow

	away, quiet, impatient, heeded map[spot]bool // in this tick
	gains                          map[spot]int  // in this tick
	wills, commitments             map[spot]int  // since he came
	energies                       map[spot]int  // the same, in steps of 1/4096
	projects                       map[spot]project
	setApart                       map[int][]bool // by person
	directories                    []directory    // by unit
	byName                         int            // names that people found there
	issues                         []issues       // by unit
	communities                    []community    // by unit
	idles                          map[spot]int   // meetings in a row
	turns                          map[spot]floorTurn
	vacant                         []bool         // of each person
	curators                       []int32        // nil: nobody curates
	sights                         map[int][]bool // by unit, in this tick
	passing                        map[int]saying // by person
}

func newSlow(m *sim.Model) *slow {
	e := &slow{model: m, scenario: m.Scenario(), lessons: map[chair]takenOver{}}
	for p := range m.People() {
		e.beliefs = append(e.beliefs, list(m.Beliefs(p), m.Dimensions()))
	}
	for i, c := range e.scenario.Channels {
		x := &slowChannel{Channel: c, number: i, tenures: map[spot]int{},
			trusts: map[spot][2]int{}}
		for u := range m.Norms(i) {
			x.norms = append(x.norms, list(m.Norm(i, u), m.Dimensions()))
		}
		e.channels = append(e.channels, x)
		x.units = m.Units(i).Clone(true)
		x.courses = make([]course, x.units.Len())
		x.closed = make([][practice.MaxPeriod]bool, x.units.Len())
		x.seats = map[spot]int{}
		x.wills, x.commitments, x.energies = map[spot]int{}, map[spot]int{}, map[spot]int{}
		x.turns = map[spot]floorTurn{}
		x.projects, x.setApart = map[spot]project{}, map[int][]bool{}
		x.strengths = e.remembered(x)
		x.communities, x.idles = make([]community, x.units.Len()), map[spot]int{}
		for range x.units.Len() {
			x.directories = append(x.directories, newDirectory())
			x.issues = append(x.issues, newIssues(m.Dimensions()))
		}
	}
	e.traits, e.kinds = make([]slowTraits, m.People()), make([][2]uint64, m.People())
	e.vacated = make([]bool, m.People())
	e.look()
	for p := range e.traits {
		e.come(p)
	}
	e.begin()
	e.beginOpinions()
	e.acculturate()
	e.allotAll()
	e.rearranged()
	return e
}

// look takes from the model what is the same during a tick: the world, and who is there.
func (e *slow) look() {
	e.world, e.joined, e.vacant = e.model.Landscape(), nil, nil
	e.worlds = append(e.worlds, e.world)
	for p := range e.beliefs {
		e.joined = append(e.joined, e.model.Joined(p))
		e.vacant = append(e.vacant, e.model.Vacant(p))
	}
	for _, c := range e.channels {
		c.vacant = e.vacant
	}
}

func list(k agents.Knowledge, dimensions int) []int8 {
	l := make([]int8, dimensions)
	for d := range l {
		l[d] = int8(k.Get(d))
	}
	return l
}

func (e *slow) stream(purpose, name string, id int) *agents.Stream {
	replicate := e.model.Replicate()
	if name == "" || !sim.Apart(e.model, name) {
		return newStream(kernel.NewKey(e.model.Seed(), replicate, purpose, name), e.tick,
			e.id(id))
	}
	s := newStream(kernel.NewKey(e.model.Seed(), replicate/64, purpose, name), e.tick, e.id(id))
	(*kernel.Stream)(s).Apart(int(replicate % 64))
	return s
}

// own is a stream whose chance is the replicate's, whatever the channel.
func (e *slow) own(purpose, name string, id int) *agents.Stream {
	key := kernel.NewKey(e.model.Seed(), e.model.Replicate(), purpose, name)
	return newStream(key, e.tick, e.id(id))
}

// score returns what the world pays for a body within some dimensions (nil: all). It does so by the
// definition of additive and block scores, else by the landscape.
func (e *slow) score(body []int8, about []bool) int {
	size := 0
	switch r := e.scenario.Reality.(type) {
	case sim.Blocks:
		size = r.Size
	case sim.NK:
		if about == nil {
			return int(e.world.Score(packed(body)))
		}
		return int(e.world.(sim.Sighted).ScoreOn(packed(body), mask(about)))
	}
	return obviousScore(body, list(e.world.Truth(), len(body)), size, about)
}

func packed(body []int8) agents.Knowledge {
	k := make(agents.Knowledge, agents.Width(len(body)))
	for d, b := range body {
		k.Set(d, agents.Belief(b))
	}
	return k
}

// mask packs dimensions into words.
func mask(is []bool) []uint64 {
	lanes := make([]uint64, agents.Width(len(is)))
	for d := range is {
		if is[d] {
			lanes[d>>6] |= 1 << (d & 63)
		}
	}
	return lanes
}

// unpacked writes words back into dimensions.
func unpacked(lanes []uint64, to []bool) []bool {
	for d := range to {
		to[d] = lanes[d>>6]>>(d&63)&1 != 0
	}
	return to
}

// obviousScore returns the score for blocks of a size or, if the size is 0, matches minus
// mismatches. A block counts if all of it is among some dimensions (nil: all).
func obviousScore(body, truth []int8, size int, about []bool) int {
	score := 0
	for d, b := range body {
		if size == 0 && (about == nil || about[d]) {
			score += int(b) * int(truth[d])
		}
	}
	for first := 0; size > 0 && first < len(body); first += size {
		whole := true
		for d := first; d < first+size; d++ {
			whole = whole && body[d] == truth[d] && (about == nil || about[d])
		}
		if whole {
			score += size
		}
	}
	return score
}

// coins tosses the coins of the open dimensions.
func coins(s *agents.Stream, rate float64, open []bool) []bool {
	lanes := mask(open)
	s.Flip(rate, lanes)
	return unpacked(lanes, make([]bool, len(open)))
}

// adopt sets body to the given values, by coins, where these are not 0 and differ. It returns how
// many dimensions changed.
func adopt(s *agents.Stream, rate float64, from, body []int8) int {
	open := make([]bool, len(body))
	for d := range body {
		open[d] = from[d] != 0 && from[d] != body[d]
	}
	return take(coins(s, rate, open), from, body)
}

// take sets body to the given values in some dimensions.
func take(where []bool, from, body []int8) (changed int) {
	for d, is := range where {
		if is {
			body[d] = from[d]
			changed++
		}
	}
	return changed
}

func (e *slow) step() {
	e.began, e.ledger = nil, sim.Ledger{}
	for _, b := range e.beliefs {
		e.began = append(e.began, slices.Clone(b))
	}
	for _, c := range e.channels {
		c.begin(e)
	}
	if e.scenario.Asynchronous {
		e.activations()
	} else {
		e.together()
	}
	for _, c := range e.channels {
		c.lookBack(e)
	}
	e.review()
	e.reflect()
	e.tick++
	e.happen()
}

// together lets everybody go through the phases of a tick at the same time.
func (e *slow) together() {
	for _, c := range e.channels {
		e.speak(c)
	}
	e.act()
	e.ask()
	e.learn(true)
	for _, c := range e.channels {
		if (e.tick+1)%c.Every == 0 {
			e.objectify(c)
		}
	}
	e.learn(false)
	e.opine()
	e.create()
	for p := range e.beliefs {
		e.experienceOf(p)
	}
}

// begin opens a tick in a channel.
func (c *slowChannel) begin(e *slow) {
	c.flow, c.stood, c.granted = sim.Flow{}, nil, nil
	if _, ok := network.RewirerOf(c.Structure); ok {
		c.units = e.model.Units(c.number).Clone(true) // as it is since this tick began
	}
	for u := range c.norms {
		c.stood = append(c.stood, slices.Clone(c.norms[u]))
	}
	for u := range c.strengths {
		c.granted = append(c.granted, slices.Clone(c.strengths[u]))
	}
	c.heeded, c.gains = map[spot]bool{}, map[spot]int{}
	c.sights = map[int][]bool{}
	c.plan(e)
	c.takePart(e)
	c.attend(e)
}

// speak lets people say what they believe, and then units what they pass on.
func (e *slow) speak(c *slowChannel) {
	c.claims = nil
	for p, belief := range e.beliefs {
		claim := make([]int8, len(belief))
		if !e.vacant[p] {
			e.say(c, p, c.Externalize, e.stream("externalize", c.Name, p), claim)
		}
		c.flow.Said += known(claim)
		c.claims = append(c.claims, claim)
	}
	for u := range c.norms {
		c.claims = append(c.claims, e.visible(c, u))
	}
}

// say lets a person speak by a rule.
func (e *slow) say(c *slowChannel, p int, rule agents.Externalizer, chance *agents.Stream,
	claim []int8,
) {
	switch r := rule.(type) {
	case agents.Say:
		e.utter(p, r.Rate, chance, claim, func(int) bool { return true })
	case practice.PassOn:
		e.say(c, p, r.Of, chance, claim)
		c.passOn(p, chance, claim)
	case practice.Withhold:
		e.withhold(c, p, r, chance, claim)
	default:
		panic("another Externalizer")
	}
}
