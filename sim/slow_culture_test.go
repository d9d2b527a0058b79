package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/culture"
)

// This is culture in the obvious engine: traits that drift or are moved, and what people keep back
// because it sets them apart. It takes from the model with which traits people come.

// slowTraits are the traits of a person: what they are, and what they were when he came.
type slowTraits struct{ now, first [practice.AllTraits]int }

// drawnCulture gives people of a quarter of all scenarios traits, and makes them matter.
func drawnCulture(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 17))
	if r.IntN(4) > 0 {
		return
	}
	s.Self = culture.Selves{}
	c := &s.Channels[r.IntN(len(s.Channels))]
	if r.IntN(2) == 0 {
		_, rugged := s.Reality.(sim.NK)
		if _, takes := c.Internalize.(practice.Take); !takes && !rugged {
			c.Internalize = practice.Narrow{Rate: rate(r), Slope: slope(r)}
		}
	}
	s.Events = append(s.Events, culture.Drift{Channel: c.Name, Contact: r.Float64() / 3,
		Firm: r.Float64() / 3, First: r.Float64() / 3},
		culture.Programme{At: r.IntN(8), Trait: practice.Trait(r.IntN(3)),
			Dose: r.IntN(20 * s.People), Up: r.IntN(2) == 0, Miss: r.IntN(17)},
		culture.Seeded{Channel: c.Name, At: r.IntN(8), Trait: practice.Trait(r.IntN(3)),
			Dose: r.IntN(4 * s.People), Up: r.IntN(2) == 0, Depth: r.IntN(9)})
	if r.IntN(3) > 0 {
		c.Externalize = practice.Withhold{Rate: rate(r), Slope: slope(r)}
	}
	for i := range s.Channels {
		if a, ok := s.Channels[i].Participate.(practice.Attendance); ok && r.IntN(2) == 0 {
			a.ShortTerm = slope(r)
			s.Channels[i].Participate = a
		}
	}
}

// drawnNotice lets people notice what sets them apart, after all other events.
func drawnNotice(s *sim.Scenario) {
	for _, c := range s.Channels {
		if r, _, ok := practice.WithholdIn(c.Externalize, nil); ok && r.Slope != 0 {
			s.Events = append(s.Events, culture.Notice{Channel: c.Name})
		}
	}
}

// come takes the traits of a person who has come from the model.
func (e *slow) come(p int) {
	if e.scenario.Self == nil || e.vacant[p] {
		return
	}
	if e.scenario.Self == (threeKinds{}) {
		e.kinds[p] = e.kindOf(p)
	}
	if _, ok := e.scenario.Self.(culture.Selves); ok {
		t := practice.TraitsOf(e.model.Self(p))
		for trait := range practice.AllTraits {
			e.traits[p].first[trait] = t.First(trait)
			e.traits[p].now[trait] = t.First(trait)
		}
	}
}

// acculturate lets the events of culture happen.
func (e *slow) acculturate() {
	for _, event := range e.scenario.Events {
		switch r := event.(type) {
		case culture.Drift:
			if !r.Off() && e.tick > 0 {
				e.drift(r, e.chanceOf("drift"))
			}
		case culture.Programme:
			if !r.Off() && e.tick == r.At {
				e.programme(r, e.chanceOf("programme"))
			}
		case culture.Seeded:
			if !r.Off() && e.tick == r.At {
				e.seeded(r, e.chanceOf("seeded"))
			}
		}
	}
}

// chanceOf is the chance of the first event of a name.
func (e *slow) chanceOf(name string) *agents.Stream {
	return newStream(kernel.NewKey(e.model.Seed(), e.model.Replicate(), "event", name+" 0"),
		e.tick, 0)
}

// drift moves each trait of each person by one step, or none.
func (e *slow) drift(r culture.Drift, chance *agents.Stream) {
	before, c := slices.Clone(e.traits), e.channels[e.model.Channel(r.Channel)]
	present := e.those(func(int) bool { return true })
	for _, p := range present {
		for trait := range practice.AllTraits {
			now := before[p].now[trait]
			to := now
			switch at := chance.Float64(); {
			case at < r.Contact:
				if of := c.units.Of(p); len(of) > 0 {
					others := slices.DeleteFunc(c.speakers(
						int(of[chance.IntN(len(of))])), func(q int32) bool { return int(q) == p })
					if len(others) > 0 {
						to = before[others[chance.IntN(len(others))]].now[trait]
					}
				}
			case at < r.Contact+r.Firm:
				sum := 0
				for _, q := range present {
					sum += before[q].now[trait]
				}
				to = (2*sum + len(present)) / (2 * len(present)) // rounded, halves up
			case at < r.Contact+r.Firm+r.First:
				to = before[p].first[trait]
			}
			e.traits[p].now[trait] = now + int(sign(to-now))
		}
	}
}

func (e *slow) programme(r culture.Programme, chance *agents.Stream) {
	people := e.those(func(int) bool { return true })
	chance.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
	people = people[len(people)*r.Miss/16:]
	e.dose(people, r.Trait, r.Up, practice.MostTrait, r.Dose)
}

func (e *slow) seeded(r culture.Seeded, chance *agents.Stream) {
	c, moved, left := e.channels[e.model.Channel(r.Channel)], map[int]bool{}, r.Dose
	for _, u := range chance.Perm(c.units.Len()) {
		var people []int
		for _, p := range c.audience(u) {
			if !moved[p] {
				moved[p] = true
				people = append(people, p)
			}
		}
		chance.Shuffle(len(people), func(i, j int) { people[i], people[j] = people[j], people[i] })
		left = e.dose(people, r.Trait, r.Up, r.Depth, left)
	}
}

// dose moves people in turn by one step, a number of times, and returns what is left of a dose.
func (e *slow) dose(people []int, trait practice.Trait, up bool, times, left int) int {
	by, end := -1, 0
	if up {
		by, end = 1, practice.MostTrait
	}
	for range times {
		for _, p := range people {
			if now := &e.traits[p].now[trait]; *now != end && left > 0 {
				*now += by
				left--
			}
		}
	}
	return left
}

// notice tells people which beliefs set them apart, of themselves in the channels that withhold.
func (e *slow) notice() {
	for _, event := range e.scenario.Events {
		r, ok := event.(culture.Notice)
		if !ok {
			continue
		}
		c := e.channels[e.model.Channel(r.Channel)]
		for p, belief := range e.beliefs {
			if e.vacant[p] {
				continue
			}
			c.setApart[p] = make([]bool, len(belief))
			for d, b := range belief {
				alone := b != 0 && c.norms != nil
				for _, u := range c.units.Of(p) {
					alone = alone && c.norms != nil && c.norms[u][d] != b
				}
				c.setApart[p][d] = alone
			}
		}
	}
}

// tilt is where a trait of a person lies between its ends, -1 to 1.
func (e *slow) tilt(p int, trait practice.Trait) float64 {
	if e.scenario.Self == nil {
		return 0
	}
	return float64(2*e.traits[p].now[trait]-practice.MostTrait) / practice.MostTrait
}

// withhold says beliefs: those that set nobody apart at the rate, and the others more or less so.
func (e *slow) withhold(c *slowChannel, p int, r practice.Withhold, chance *agents.Stream,
	claim []int8,
) {
	by := e.tilt(p, practice.Individualism)
	if r.Slope == 0 || by == 0 {
		e.utter(p, r.Rate, chance, claim, func(int) bool { return true })
		return
	}
	apart := func(d int) bool { return c.setApart[p] != nil && c.setApart[p][d] }
	e.utter(p, r.Rate, chance, claim, func(d int) bool { return !apart(d) })
	e.utter(p, min(r.Rate*(1-r.Slope*by), 1), chance, claim, apart)
}

// utter says some beliefs of a person.
func (e *slow) utter(p int, rate float64, chance *agents.Stream, claim []int8,
	which func(d int) bool,
) {
	open := make([]bool, len(claim))
	for d, b := range e.beliefs[p] {
		open[d] = b != 0 && which(d)
	}
	take(coins(chance, rate, open), e.beliefs[p], claim)
}

// narrowly is the rule Narrow.
func (e *slow) narrowly(p int, r practice.Narrow, chance *agents.Stream, body, belief []int8) int {
	by := e.tilt(p, practice.Competition)
	if r.Slope == 0 || by == 0 {
		return adopt(chance, r.Rate, body, belief)
	}
	news, contradictions := make([]int8, len(body)), make([]int8, len(body))
	for d, b := range belief {
		if b == 0 {
			news[d] = body[d]
		} else {
			contradictions[d] = body[d]
		}
	}
	n := adopt(chance, r.Rate, news, belief)
	return n + adopt(chance, min(r.Rate*(1-r.Slope*by), 1), contradictions, belief)
}

// compareCulture compares traits, and what sets people apart.
func (e *slow) compareCulture(t *testing.T) {
	t.Helper()
	if _, ok := e.scenario.Self.(culture.Selves); !ok {
		return
	}
	for p, want := range e.traits {
		got := practice.TraitsOf(e.model.Self(p))
		for trait, n := range want.now {
			if got.At(practice.Trait(trait)) != n {
				t.Fatalf("%v: trait %d of person %d is %d, want %d", e.model, trait, p,
					got.At(practice.Trait(trait)), n)
			}
		}
	}
}

// compareApart compares what sets people apart.
func (c *slowChannel) compareApart(t *testing.T, e *slow, x sim.Remembered) {
	t.Helper()
	for p := range e.beliefs {
		_, got, is := practice.WithholdIn(c.Externalize, x.Speaking(p))
		if !is || len(got) == 0 {
			continue
		}
		want := mask(slices.Concat(c.setApart[p], make([]bool, e.model.Dimensions())))
		if !slices.Equal(got, want[:len(got)]) || len(got) != agents.Width(e.model.Dimensions()) {
			t.Fatalf("%v: %x sets person %d apart in %s, want %x", e.model, got, p, c.Name, want)
		}
	}
}

// noteCulture adds what culture did in a tick.
func (e *slow) noteCulture(did map[string]int64) {
	for _, t := range e.traits {
		for trait := range t.now {
			did["drifted"] += int64(max(t.now[trait]-t.first[trait], t.first[trait]-t.now[trait]))
		}
	}
	for _, c := range e.channels {
		for _, apart := range c.setApart {
			for _, is := range apart {
				if is {
					did["set apart"]++
				}
			}
		}
	}
}
