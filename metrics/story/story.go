// Package story tells one run in sentences: the events that mattered, each at its tick.
//
//	t := story.Teller{Channel: "departments", Units: []story.Unit{{Number: 0, Name: "Sales"}}}
//	told := t.Begin()
//	sim.Experiment{...}.Run(ctx, func(int, int) sim.Observer { return told.Observe })
//	told.Sentences()
//
// A [Story] is an observer: it reads a model after each tick and changes no bit of it. It speaks of
// the whole organization and of units, never of a person. One run is one draw of chance: another
// run of the same organization has another story. So a story illustrates, and shows nothing.
package story

import (
	"fmt"
	"math"

	"orglearn/metrics"
	"orglearn/sim"
)

// Teller says what is told.
type Teller struct {
	Channel string // whose norms are told of
	Units   []Unit // that are named; give only those whose results may be shown
}

// Unit is a unit of the channel, and its name in a sentence.
type Unit struct {
	Number int
	Name   string
}

// Sentence is one event.
type Sentence struct {
	Tick int
	Text string
}

// steps are the scores of which it is told when people first come to them, in shares of all there
// is to earn.
var steps = []float64{.1, .25, .5, .75, .9}

// quiet is the change of the people's score below which nothing happens.
const quiet = .001

// Story is a run as it is told: when people's score first comes to .1, .25, .5, .75 and .9 of all
// there is to earn, falls by .02 or more in a tick, and hardly changes any more; which of the named
// units are the first, in the middle and the last whose norm earns half, and which lose a quarter
// of all or more in a tick; and how many people left.
type Story struct {
	teller    Teller
	sentences []Sentence
	tick      int // that was seen last; -1: none
	score     float64
	step      int // of steps, the next
	moved     int // the last tick at which the score changed by quiet or more
	units     []progress
	left      int // people who left, or were replaced
	joined    []int
	vacant    []bool
}

// progress is how far a unit is.
type progress struct {
	half  bool // its norm has earned half of all
	score float64
}

// Begin begins a story.
func (t Teller) Begin() *Story {
	return &Story{teller: t, tick: -1, units: make([]progress, len(t.Units))}
}

// Observe is a sim.Observer. It must see every tick of one run from 0 on, and panics otherwise, or
// if the model has no such channel or unit.
func (s *Story) Observe(m *sim.Model, tick int) {
	if tick != s.tick+1 {
		panic(fmt.Sprintf("story: tick %d after tick %d, want every tick from 0 on", tick, s.tick))
	}
	s.tick = tick
	if m.Tick() < tick {
		return // the run has stopped
	}
	s.seePeople(m)
	score := metrics.Score.Of(m)
	if tick == 0 {
		s.score = score
		s.say("People begin with a score of %s of all there is to earn.", share(score))
	}
	s.climb(score)
	s.seeUnits(m)
}

func (s *Story) say(format string, args ...any) {
	s.sentences = append(s.sentences, Sentence{s.tick, fmt.Sprintf(format, args...)})
}

// climb tells of the people's score.
func (s *Story) climb(score float64) {
	if math.Abs(score-s.score) >= quiet {
		s.moved = s.tick
	}
	switch {
	case s.score-score >= .02:
		s.say("People's score falls from %s to %s.", share(s.score), share(score))
	case s.step < len(steps) && score >= steps[s.step]:
		for s.step < len(steps) && score >= steps[s.step] {
			s.step++
		}
		if s.tick > 0 {
			s.say("People's score comes to %s.", share(steps[s.step-1]))
		}
	}
	s.score = score
}

// seePeople counts who left.
func (s *Story) seePeople(m *sim.Model) {
	if s.joined == nil {
		s.joined, s.vacant = make([]int, m.People()), make([]bool, m.People())
	}
	for p := range s.joined {
		if m.Vacant(p) && !s.vacant[p] || m.Joined(p) != s.joined[p] {
			s.left++
		}
		s.joined[p], s.vacant[p] = m.Joined(p), m.Vacant(p)
	}
}

// seeUnits tells of the named units whose norm first earns half of all: the first of them, that in
// the middle and the last; and of those that lose a quarter of all or more in a tick.
func (s *Story) seeUnits(m *sim.Model) {
	c := m.Channel(s.teller.Channel)
	for i, u := range s.teller.Units {
		score := float64(m.Landscape().Score(m.Norm(c, u.Number))) / float64(m.Landscape().Max())
		if s.units[i].score-score >= .25 {
			s.say("%s loses knowledge: its norm falls from %s to %s.", u.Name,
				share(s.units[i].score), share(score))
		}
		if s.units[i].score = score; score < .5 || s.units[i].half {
			continue
		}
		s.units[i].half = true
		switch n := s.halves(); {
		case n == 1:
			s.say("%s is the first whose norm earns half.", u.Name)
		case n == len(s.units):
			s.say("%s is the last whose norm earns half.", u.Name)
		case n == (len(s.units)+1)/2:
			s.say("The norms of half of the units earn half; %s is the latest of them.", u.Name)
		}
	}
}

// halves are how many named units have had a norm that earns half.
func (s *Story) halves() (n int) {
	for _, u := range s.units {
		if u.half {
			n++
		}
	}
	return n
}

// Sentences are what happened, in order of ticks, with an end. Call it after the last tick.
func (s *Story) Sentences() []Sentence {
	end := *s
	end.sentences = append([]Sentence(nil), s.sentences...)
	if s.left > 0 {
		end.say("Until now %d people have left or were replaced.", s.left)
	}
	if n := len(s.units) - s.halves(); n > 0 && len(s.units) > 1 {
		end.say("The norms of %d of %d units have never earned half.", n, len(s.units))
	}
	if s.tick-s.moved >= 10 {
		end.say("From tick %d on people's score has hardly changed.", s.moved+1)
	}
	end.say("The run ends with a score of %s.", share(s.score))
	return end.sentences
}

// share writes a score with three decimals.
func share(v float64) string { return fmt.Sprintf("%.3f", v) }
