package lineage_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/lineage"
	"orglearn/sim/models"
	"orglearn/sim/setups"
)

// slow records inside the rules what they do in a dimension, with the unit from which a person in
// fact learned. It knows nothing of the recorder.
type slow struct {
	sync.Mutex
	dimension int
	said      []string // tick, channel, person, value
	objective []string // tick, channel, unit, from, to
	taken     []took
}

type took struct {
	tick, channel, person, unit int
	was, value                  agents.Belief
}

// inside is a rule of a channel that is recorded.
type inside struct {
	*slow
	channel int
	say     agents.Externalizer
	make    agents.Objectifier
	take    agents.Internalizer
}

func (r inside) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	r.say.Externalize(p, belief, claim)
	r.Lock()
	defer r.Unlock()
	r.said = append(r.said, fmt.Sprint(p.Tick, r.channel, p.ID, claim.Get(r.dimension)))
}

func (r inside) Objectify(u *agents.Unit, said *agents.Voices, norm agents.Knowledge) {
	was := norm.Get(r.dimension)
	r.make.Objectify(u, said, norm)
	if now := norm.Get(r.dimension); now != was {
		r.Lock()
		defer r.Unlock()
		r.objective = append(r.objective, fmt.Sprint(u.Tick, r.channel, u.ID, was, now))
	}
}

func (r inside) Internalize(p *agents.Person, norm, belief agents.Knowledge) {
	was := belief.Get(r.dimension)
	r.take.Internalize(p, norm, belief)
	if now := belief.Get(r.dimension); now != was {
		r.Lock()
		defer r.Unlock()
		r.taken = append(r.taken, took{p.Tick, r.channel, p.ID, p.From.ID, was, now})
	}
}

// recorded puts a slow recorder into the rules of a scenario.
func recorded(s sim.Scenario, dimension int) (sim.Scenario, *slow) {
	r := &slow{dimension: dimension}
	s.Channels = slices.Clone(s.Channels)
	for i, c := range s.Channels {
		rule := inside{r, i, c.Externalize, c.Objectify, c.Internalize}
		s.Channels[i].Externalize, s.Channels[i].Objectify, s.Channels[i].Internalize = rule, rule,
			rule
	}
	return s, r
}

// scenarios are of several kinds: two seats, a tree, circles beside teams, and one code of all in
// which people learn before it is made (March 1991). Their dimensions are too many for lanes.
func scenarios() []sim.Scenario {
	on := setups.Default()
	on.People, on.Ticks, on.Block, on.Seen = 40, 60, 1, 16
	both := setups.Isolated{On: &on}.Scenario()
	both.Name = "teams and circles"
	circles := both.Channels[0]
	circles.Name = "circles"
	circles.Structure = network.Circles{Of: network.RingLattice{Neighbours: 4}}
	lasting := circles
	lasting.Name, lasting.Structure = "lasting", network.Circles{
		Of: network.RingLattice{Neighbours: 4}, Lasting: true}
	both.Channels = append(slices.Clone(both.Channels), circles, lasting)
	tree := setups.Hierarchy{On: &on}.Scenario()
	tree.Attention = 0
	march := models.March1991{People: 40, Dimensions: 64}.Scenario()
	march.Ticks = 40
	return []sim.Scenario{setups.Communities{On: &on}.Scenario(), tree, both, march}
}

// watched runs a scenario with a recorder, and with the slow recorder in its rules.
func watched(t *testing.T, s sim.Scenario, dimension int) (*lineage.Recorder, *slow, *sim.Model) {
	t.Helper()
	s, plain := recorded(s, dimension)
	m, err := sim.New(s, 3, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := lineage.New(dimension)
	r.Observe(m, 0)
	for !m.Done() {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		r.Observe(m, m.Tick())
	}
	return r, plain, m
}

// The recorder finds what the rules did: the same norms that came and went, the same people who
// came to believe, and among their possible sources the unit from which they in fact learned. A
// person who learns twice in a cycle is compared by what is left of it.
func TestAgreesWithSlowRecorder(t *testing.T) {
	for _, s := range scenarios() {
		for _, dimension := range []int{0, 9, 17, 25, 33, 41, 50, 63} {
			fast, plain, m := watched(t, s, dimension)
			var objective []string
			takes := map[[2]int]lineage.Event{}
			for _, e := range fast.Events() {
				switch e.Kind {
				case lineage.Taken:
					takes[[2]int{e.Tick - 1, e.Person}] = e
				case lineage.Objective:
					objective = append(objective, fmt.Sprint(e.Tick-1, e.Place.Channel,
						e.Place.Unit, e.Value))
					if want := plain.sayers(m, e); !slices.Equal(e.By, want) {
						t.Errorf("%s: %+v, said by %v", s.Name, e, want)
					}
				}
			}
			same(t, s.Name+" objective", objective, becameNorms(plain, m))
			compareTaken(t, s.Name, plain, takes)
			same(t, s.Name+" said", saidFirst(fast), firstSaid(plain, m))
		}
	}
}

// sayers are who said in a unit what became objective.
func (r *slow) sayers(m *sim.Model, e lineage.Event) (all []int) {
	for _, p := range m.Units(e.Place.Channel).Voices(e.Place.Unit) {
		text := fmt.Sprint(e.Tick-1, e.Place.Channel, p, e.Value)
		if slices.Contains(r.said, text) {
			all = append(all, int(p))
		}
	}
	slices.Sort(all)
	return all
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%s: %d, want %d:\n%v\n%v", what, len(got), len(want), got, want)
	}
}

// becameNorms are the norms that came, of units that keep one.
func becameNorms(plain *slow, m *sim.Model) (all []string) {
	for _, text := range plain.objective {
		var tick, c, u, was, now int
		fmt.Sscan(text, &tick, &c, &u, &was, &now)
		if now != 0 && m.Norms(c) > 0 {
			all = append(all, fmt.Sprint(tick, c, u, now))
		}
	}
	return all
}

func compareTaken(t *testing.T, name string, plain *slow, takes map[[2]int]lineage.Event) {
	t.Helper()
	last := map[[2]int]took{} // the last in a cycle counts, and what was before the first
	for _, k := range plain.taken {
		at := [2]int{k.tick, k.person}
		if first, again := last[at]; again {
			k.was = first.was
		}
		last[at] = k
	}
	for at, k := range last {
		if _, ok := takes[at]; !ok && k.value != 0 && k.value != k.was {
			t.Errorf("%s: %+v is missing", name, k)
		}
	}
	for at, e := range takes {
		k, ok := last[at]
		if !ok || k.value != e.Value ||
			!slices.Contains(e.From, lineage.Place{Channel: k.channel, Unit: k.unit}) {
			t.Errorf("%s: %+v, and in fact %+v (%v)", name, e, k, ok)
		}
	}
	if len(takes) == 0 {
		t.Errorf("%s: nobody took it", name)
	}
}

// saidFirst and firstSaid are who said something first in a unit.
func saidFirst(fast *lineage.Recorder) (all []string) {
	for _, e := range fast.Events() {
		if e.Kind == lineage.Said {
			all = append(all, fmt.Sprint(e.Tick-1, e.Place.Channel, e.Place.Unit, e.Person,
				e.Value))
		}
	}
	return all
}

func firstSaid(plain *slow, m *sim.Model) (all []string) {
	type claim struct{ tick, c, p, v int }
	var claims []claim
	for _, text := range plain.said {
		var k claim
		fmt.Sscan(text, &k.tick, &k.c, &k.p, &k.v)
		if k.v != 0 {
			claims = append(claims, k)
		}
	}
	slices.SortFunc(claims, func(a, b claim) int { return cmp.Compare(a.tick, b.tick) })
	first := map[[3]int]int{}
	for _, k := range claims {
		for u := range m.Units(k.c).Len() {
			key := [3]int{k.c, u, k.v}
			if tick, there := first[key]; slices.Contains(m.Units(k.c).Voices(u), int32(k.p)) &&
				(!there || tick == k.tick) {
				first[key] = k.tick
				all = append(all, fmt.Sprint(k.tick, k.c, u, k.p, k.v))
			}
		}
	}
	return all
}

// Recording changes no bit: neither in the run that is recorded, nor in the others, with any number
// of workers, also where replicates are lanes. What is recorded is the same for any number.
func TestRecordingChangesNothing(t *testing.T) {
	on := setups.Default()
	on.People, on.Dimensions, on.Block, on.Seen, on.Ticks = 20, 32, 1, 0, 15
	small := setups.Isolated{On: &on}.Scenario()
	small.Events = []sim.Event{sim.Turnover{Rate: .05}}
	for _, s := range append(scenarios(), small) {
		var ends, events string
		for i, workers := range []int{1, 2, 7} {
			plain, _ := run(t, s, workers, false)
			seen, told := run(t, s, workers, true)
			if i == 0 {
				ends, events = plain, told
			}
			if plain != seen || plain != ends || told != events {
				t.Errorf("%s, %d workers: recording changes the run, or differs itself", s.Name,
					workers)
			}
		}
	}
}

// run runs 5 replicates, and returns all beliefs at the ends and all events.
func run(t *testing.T, s sim.Scenario, workers int, record bool) (ends, events string) {
	t.Helper()
	recorders, states := make([]*lineage.Recorder, 5), make([]string, 5)
	e := sim.Experiment{Scenarios: []sim.Scenario{s}, Replicates: 5, Seed: 9, Workers: workers}
	err := e.Run(context.Background(), func(_, r int) sim.Observer {
		recorders[r] = lineage.New(7)
		return func(m *sim.Model, tick int) {
			if record {
				recorders[r].Observe(m, tick)
			}
			states[r] = fmt.Sprint(m.Bodies(), m.Flow(0))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for r := range recorders {
		events += fmt.Sprint(recorders[r].Events())
	}
	return fmt.Sprint(states), events
}
