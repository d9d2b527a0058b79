package sim_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/tasks"
)

// This is who is known for what in the obvious engine: the directories of units, and their tasks.

// directory is what a unit knows of its people, and its task.
type directory struct {
	named, since map[int]int // by dimension
	task         []int
	given, done  int
}

func newDirectory() directory {
	return directory{named: map[int]int{}, since: map[int]int{}}
}

// drawnTasks gives the units of one channel tasks in a third of all scenarios. Some people ask whom
// the directory names.
func drawnTasks(shape uint64, s *sim.Scenario) {
	r := rand.New(rand.NewPCG(shape, 20))
	if r.IntN(3) > 0 {
		return
	}
	c := &s.Channels[r.IntN(len(s.Channels))]
	if c.Structure == (network.Pairs{}) {
		return // they change by themselves, and remember nothing
	}
	c.Objectify = practice.Transactive{Of: c.Objectify}
	if r.IntN(2) == 0 {
		c.Ask = practice.Respondent{By: practice.ByDirectory}
	}
	s.Events = append(s.Events, tasks.Work{Channel: c.Name, Size: 1 + r.IntN(min(s.Dimensions, 4)),
		By: tasks.By(r.IntN(3)), Stale: r.IntN(2) == 0, Open: r.IntN(2) == 0})
}

// work ends the tasks of units, and gives them others.
func (e *slow) work() {
	for _, event := range e.scenario.Events {
		r, ok := event.(tasks.Work)
		if !ok {
			continue
		}
		c, chance := e.channels[e.model.Channel(r.Channel)], e.chanceOf("work")
		for u := range c.directories {
			e.forgetNames(c, r, u)
			e.endTask(c, r, u, chance)
			e.giveTask(c, r, u, chance)
		}
	}
}

// forgetNames clears the names of those who have left, unless the directory is stale.
func (e *slow) forgetNames(c *slowChannel, r tasks.Work, u int) {
	x := &c.directories[u]
	for d, p := range x.named {
		if !r.Stale && (e.joined[p] > x.since[d] || !slices.Contains(c.audience(u), p)) {
			delete(x.named, d)
		}
	}
}

// endTask says whether the task is done, and then names who did it.
func (e *slow) endTask(c *slowChannel, r tasks.Work, u int, chance *agents.Stream) {
	x, doers := &c.directories[u], []int(nil)
	done := len(x.task) > 0
	for _, d := range x.task {
		who, is := e.doer(c, r, u, d, chance)
		doers, done = append(doers, who), done && is
	}
	if len(x.task) > 0 {
		x.given++
	}
	if !done {
		return
	}
	x.done++
	for i, d := range x.task {
		if who, is := x.named[d]; !is || who != doers[i] {
			x.named[d], x.since[d] = doers[i], e.tick
		}
	}
}

// doer returns who does a dimension of a task, and whether it is right.
func (e *slow) doer(c *slowChannel, r tasks.Work, u, d int, chance *agents.Stream) (int, bool) {
	members, truth := c.audience(u), list(e.world.Truth(), e.model.Dimensions())
	named, is := c.directories[u].named[d]
	if r.By == tasks.Named {
		if !is && len(members) == 0 {
			return -1, false
		}
		if !is {
			named = members[chance.IntN(len(members))]
		}
		return named, slices.Contains(members, named) && e.beliefs[named][d] == truth[d]
	}
	var right []int
	who := -1
	for _, p := range members {
		if e.beliefs[p][d] != truth[d] {
			continue
		}
		right = append(right, p)
		switch {
		case is && slices.Contains(right, named):
			who = named
		case chance.IntN(len(right)) == 0:
			who = p
		}
	}
	return who, len(right) > 0 && (r.By == tasks.Someone || 2*len(right) > len(members))
}

// giveTask draws the task of the next cycle.
func (e *slow) giveTask(c *slowChannel, r tasks.Work, u int, chance *agents.Stream) {
	x, open := &c.directories[u], []int(nil)
	for d := range e.model.Dimensions() {
		if !r.Open || c.wasAbout(u, d) {
			open = append(open, d)
		}
	}
	x.task = nil
	if len(open) < r.Size || len(c.audience(u)) == 0 {
		return
	}
	for i := range r.Size {
		j := i + chance.IntN(len(open)-i)
		open[i], open[j] = open[j], open[i]
	}
	x.task = slices.Sorted(slices.Values(open[:r.Size]))
}

// wasAbout reports whether a unit was about a dimension in the cycle just ended. With an Agenda it
// was about nothing before the first.
func (c *slowChannel) wasAbout(u, d int) bool {
	return c.Agenda == nil || c.about != nil && (c.about[u] == nil || c.about[u][d])
}

// namedIn returns the voice whom the directory names for a dimension, drawn, of those for which it
// names another person who is heard: of the task or, without one, of all that the unit is about.
func (e *slow) namedIn(c *slowChannel, s chair, voices []int, chance *agents.Stream) int {
	if !practice.KeepsDirectory(c.Objectify) {
		return -1
	}
	x, at, n := c.directories[s.unit], -1, 0
	for d := range e.model.Dimensions() {
		who, is := x.named[d]
		if len(x.task) > 0 && !slices.Contains(x.task, d) || c.about[s.unit] != nil &&
			!c.about[s.unit][d] || !is || who == s.person || !slices.Contains(voices, who) {
			continue
		}
		if n++; chance.IntN(n) == 0 {
			at = who
		}
	}
	c.byName += n
	return at
}

// compareDirectory compares a directory with the one that the model remembers.
func (c *slowChannel) compareDirectory(t *testing.T, e *slow, u int, memory []uint64) {
	t.Helper()
	if !practice.KeepsDirectory(c.Objectify) {
		return
	}
	got, _ := practice.DirectoryOf(memory, e.model.Dimensions())
	want := c.directories[u]
	for d := range e.model.Dimensions() {
		who, is := want.named[d]
		if !is {
			who = -1
		}
		if p, _ := got.Named(d); p != who {
			t.Fatalf("%v: unit %d of %s knows %d for dimension %d, want %d", e.model, u, c.Name, p,
				d, who)
		}
		if got.Task()[d>>6]>>(d&63)&1 != 0 != slices.Contains(want.task, d) {
			t.Fatalf("%v: the task of unit %d of %s is %x, want %v", e.model, u, c.Name,
				got.Task(), want.task)
		}
	}
	if given, done := got.Tasks(); given != want.given || done != want.done {
		t.Fatalf("%v: unit %d of %s did %d of %d tasks, want %d of %d", e.model, u, c.Name, done,
			given, want.done, want.given)
	}
}

// noteTasks adds what was done of tasks.
func (c *slowChannel) noteTasks(did map[string]int64) {
	for _, x := range c.directories {
		did["tasks done"] += int64(x.done)
		did["tasks failed"] += int64(x.given - x.done)
		did["asked by name"] += int64(c.byName)
		did["named"] += int64(len(x.named))
	}
}
