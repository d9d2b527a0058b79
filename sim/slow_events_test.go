package sim_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"orglearn/agents/kernel"
	"orglearn/agents/practice"
	"orglearn/sim/flows"
)

// This is what happens between ticks in the obvious engine. It moves units by flows.Progress.
// Turbulence, turnover, and who sits where it takes from the model; what is then forgotten and kept
// it finds by itself.

// course is where a unit is in its stages.
type course struct {
	phase, since, decreed int
	passed                [64]bool
}

// happen lets the events of the new tick happen: to the world, to people, and to structures.
func (e *slow) happen() {
	was := e.vacant
	e.look()
	e.change(was)
	for _, event := range e.scenario.Events {
		if progress, ok := event.(flows.Progress); ok && !progress.Off() {
			e.progress(progress)
		}
	}
	e.signal()
	e.acculturate()
	e.allotAll()
	e.permute(true)
	e.formAll()
	for _, c := range e.channels {
		c.units = e.model.Units(c.number).Clone(true)
		c.dropPlaces()
	}
	e.rearranged()
}

// rearranged lets the events happen that come after people have changed their seats.
func (e *slow) rearranged() {
	e.permute(false)
	e.work()
	e.attentive()
	e.animate()
	e.notice()
}

// forget drops what is remembered of a person.
func (c *slowChannel) forget(p int) {
	for u := range c.units.Len() {
		delete(c.tenures, spot{p, u})
		delete(c.projects, spot{p, u})
		delete(c.turns, spot{p, u})
		delete(c.setApart, p)
		for _, places := range c.ofSeats() {
			delete(places, spot{p, u})
		}
		delete(c.trusts, spot{p, u})
		if c.norms == nil && u == p { // his own circle forgets
			for v := range c.units.People() {
				delete(c.tenures, spot{v, u})
				delete(c.trusts, spot{v, u})
			}
			c.courses[u] = course{}
			c.directories[u] = newDirectory()
			c.issues[u] = newIssues(len(c.issues[u].on))
			clear(c.closed[u][:])
		}
	}
}

// dropPlaces drops what is remembered of places that people have left.
func (c *slowChannel) dropPlaces() {
	for at := range c.tenures {
		if !slices.Contains(c.units.Voices(at.unit), int32(at.person)) {
			delete(c.tenures, at)
		}
	}
	for at := range c.trusts {
		if !slices.Contains(c.units.Voices(at.unit), int32(at.person)) {
			delete(c.trusts, at)
		}
	}
	maps.DeleteFunc(c.projects, func(at spot, _ project) bool {
		return !c.sits(at.person, at.unit)
	})
	maps.DeleteFunc(c.turns, func(at spot, _ floorTurn) bool {
		return !c.sits(at.person, at.unit)
	})
	for _, places := range c.ofSeats() {
		for at := range places {
			if !c.sits(at.person, at.unit) {
				delete(places, at)
			}
		}
	}
}

// ofSeats are the memories of people in the units from which they learn.
func (c *slowChannel) ofSeats() []map[spot]int {
	return []map[spot]int{c.seats, c.wills, c.commitments, c.energies, c.idles}
}

// progress moves each unit of a channel on, stays, or sends it back.
func (e *slow) progress(r flows.Progress) {
	c := e.channels[e.model.Channel(r.Channel)]
	stages, _ := flows.StagesOf(e.scenario, r.Channel)
	chance := newStream(kernel.NewKey(e.model.Seed(), e.model.Replicate(), "event",
		"progress 0"), e.tick, 0)
	next := slices.Clone(c.courses)
	for u := range next {
		e.move(r, stages, &next[u], func(stage int) bool {
			return e.pass(c, u, r, stages, stage, chance.IntN)
		})
	}
	slowest := next[0].phase
	for _, n := range next {
		slowest = min(slowest, n.phase)
	}
	for u, n := range next {
		if r.Bound && n.phase > c.courses[u].phase && n.phase-slowest > r.Within {
			passed := n.passed
			n = c.courses[u]
			n.passed = passed
		}
		c.courses[u] = n
	}
}

// move is what one unit does, if nothing holds it back.
func (e *slow) move(r flows.Progress, s practice.Stages, c *course, pass func(int) bool) {
	stage := c.phase % s.Stages
	mastered := pass(stage)
	c.passed[stage] = c.passed[stage] || mastered
	for earlier := range stage {
		if r.Back && c.passed[earlier] && !pass(earlier) {
			c.passed[earlier] = false
			c.phase, c.since = c.phase-stage+earlier, e.tick
			return
		}
	}
	limit := r.Limit > 0 && e.tick-c.since >= r.Limit
	if last := s.Stages*max(s.Loops, 1) - 1; c.phase < last && (mastered || limit) {
		c.phase, c.since = c.phase+1, e.tick
		if !mastered {
			c.decreed++
		}
	}
}

// pass reports whether enough members of a unit are right in enough of a stage.
func (e *slow) pass(c *slowChannel, unit int, r flows.Progress, s practice.Stages, stage int,
	draw func(int) int) bool {
	if r.Mastery == 0 || r.Share == 0 {
		return false
	}
	var exam []int
	for d := range e.model.Dimensions() {
		if stageOf(s, d, e.model.Dimensions()) == stage {
			exam = append(exam, d)
		}
	}
	if r.Exam > 0 && r.Exam < len(exam) {
		for i := range r.Exam {
			j := i + draw(len(exam)-i)
			exam[i], exam[j] = exam[j], exam[i]
		}
		exam = exam[:r.Exam]
	}
	right := list(e.world.Truth(), e.model.Dimensions())
	if r.ByNorm {
		right = c.norms[unit]
	}
	members := c.people(c.units.Audience(unit))
	masters := 0
	for _, p := range members {
		n := 0
		for _, d := range exam {
			if right[d] != 0 && e.beliefs[p][d] == right[d] {
				n++
			}
		}
		if 16*n >= r.Mastery*len(exam) {
			masters++
		}
	}
	return len(members) > 0 && 16*masters >= r.Share*len(members)
}

// compareMemory compares what rules remember.
func (e *slow) compareMemory(t *testing.T, c *slowChannel) {
	t.Helper()
	x, err := e.model.Remembered(c.Name)
	if err != nil {
		t.Fatal(err)
	}
	c.compareSeats(t, e, x)
	c.compareApart(t, e, x)
	for u := range c.units.Len() {
		for d, want := range c.strengths[u] {
			if !c.votes() {
				break
			}
			if g := practice.Strengths(x.Planes(u)).At(d); g != want {
				t.Fatalf("%v: unit %d of %s holds dimension %d with strength %d, want %d", e.model,
					u, c.Name, d, g, want)
			}
		}
		for k, p := range c.units.Voices(u) {
			at := spot{int(p), u}
			tie, trust := practice.Tie(x.Tie(u, k)), c.trustIn(at)
			got := fmt.Sprint(tie.Tenure(), tie.Trust(), tie.Help())
			if want := fmt.Sprint(c.tenures[at], trust[0], trust[1]); len(tie) > 0 && got != want {
				t.Fatalf("%v: person %d in unit %d of %s has tenure and trust %s, want %s",
					e.model, p, u, c.Name, got, want)
			}
		}
		c.compareDirectory(t, e, u, x.Unit(u))
		c.compareIssues(t, e, u, x.Agenda(u))
		c.compareFormation(t, e, u, x.Agenda(u))
		e.compareMeetings(t, c, u, x.Agenda(u))
		stages, _ := practice.StagesOf(c.Agenda)
		if words := x.Agenda(u); stages.Free() {
			got, want := practice.Course(words), c.courses[u]
			now := fmt.Sprint(got.Phase(), got.Since(), got.Decreed())
			if now != fmt.Sprint(want.phase, want.since, want.decreed) {
				t.Fatalf("%v: unit %d of %s is at %s, want %+v", e.model, u, c.Name, now, want)
			}
		}
	}
}
