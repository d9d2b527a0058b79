package tasks_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/sim"
	"orglearn/sim/simtest"
	"orglearn/sim/tasks"
)

// team is what a unit remembers, one dimension at a time.
type team struct {
	named       []int // -1: nobody
	task, last  []bool
	outcome     practice.Outcome
	given, done int
}

// remembered reads a directory.
func remembered(m *sim.Model, unit int) team {
	d := directory(m, unit)
	x := team{outcome: d.Outcome()}
	x.given, x.done = d.Tasks()
	for i := range m.Dimensions() {
		who, _ := d.Named(i)
		x.named = append(x.named, who)
		x.task = append(x.task, d.Task()[i/64]>>uint(i%64)&1 != 0)
		x.last = append(x.last, d.Last()[i/64]>>uint(i%64)&1 != 0)
	}
	return x
}

// plainly is Work written from its comment: it returns what a unit remembers after the event.
func plainly(e tasks.Work, m *sim.Model, unit int, chance *agents.Stream) team {
	x, truth := remembered(m, unit), m.Landscape().Truth()
	var members []int
	for _, p := range m.Units(0).Audience(unit) {
		if !m.Vacant(int(p)) {
			members = append(members, int(p))
		}
	}
	is := func(p int) bool {
		for _, q := range members {
			if q == p {
				return true
			}
		}
		return false
	}
	for d, who := range x.named {
		_, since := directory(m, unit).Named(d)
		if who >= 0 && !e.Stale && (!is(who) || m.Joined(who) > since) {
			x.named[d] = -1
		}
	}
	doers, any, all := map[int]int{}, false, true
	for d, in := range x.task {
		if !in {
			continue
		}
		any = true
		var right []int
		for _, p := range members {
			if m.Beliefs(p).Get(d) == truth.Get(d) {
				right = append(right, p)
			}
		}
		named := x.named[d]
		isRight := func(p int) bool { return is(p) && m.Beliefs(p).Get(d) == truth.Get(d) }
		switch {
		case e.By == tasks.Named && named < 0:
			named = members[chance.IntN(len(members))]
			fallthrough
		case e.By == tasks.Named:
			doers[d], all = named, all && isRight(named)
			continue
		}
		who := -1
		for n, p := range right {
			if p == named || (who != named || named < 0) && chance.IntN(n+1) == 0 {
				who = p
			}
		}
		doers[d] = who
		all = all && (e.By == tasks.Someone && len(right) > 0 || 2*len(right) > len(members))
	}
	x.last, x.outcome = x.task, practice.NoTask
	if any {
		x.given++
		x.outcome = practice.Failed
		if all {
			x.outcome = practice.Done
			x.done++
			for d, who := range doers {
				x.named[d] = who
			}
		}
	}
	var open []int
	for d := range x.task {
		if about := m.About(0, unit); !e.Open || about == nil || about[d/64]>>uint(d%64)&1 != 0 {
			open = append(open, d)
		}
	}
	x.task = make([]bool, len(x.task))
	for i := 0; i < e.Size && len(open) >= e.Size && len(members) > 0; i++ {
		j := i + chance.IntN(len(open)-i)
		open[i], open[j] = open[j], open[i]
		x.task[open[i]] = true
	}
	return x
}

// Work does what its comment says, over random parameters, with people who come, go and move.
func TestWorkIsTheDefinition(t *testing.T) {
	r, done, failed := rand.New(rand.NewPCG(7, 8)), 0, 0
	for run := range 40 {
		e := tasks.Work{Channel: "work", Size: 1 + r.IntN(4), By: tasks.By(r.IntN(3)),
			Stale: r.IntN(2) == 0, Open: r.IntN(2) == 0}
		compared := sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
			chance := *s
			var want []team
			for u := range m.Units(0).Len() {
				want = append(want, plainly(e, m, u, &chance))
			}
			e.Happen(m, s)
			for u := range want {
				if got := remembered(m, u); fmt.Sprint(got) != fmt.Sprint(want[u]) {
					t.Fatalf("%+v, tick %d, unit %d:\n%v, want\n%v", e, m.Tick(), u, got, want[u])
				}
				switch want[u].outcome {
				case practice.Done:
					done++
				case practice.Failed:
					failed++
				}
			}
		})
		s := teams(sim.Turnover{Rate: .05}, sim.Turbulence{Rate: .01},
			sim.During{First: 3, Last: 9, Event: sim.Reshuffle{Channel: "work", Every: 2}},
			compared)
		s.Dimensions = 3 + r.IntN(80)
		if e.Size > s.Dimensions {
			e.Size = s.Dimensions
		}
		if r.IntN(2) == 0 {
			s.Channels[0].Agenda = practice.Attend{Open: 1 + r.IntN(s.Dimensions)}
		}
		if err := simtest.Built(t, s, uint64(run)).Run(); err != nil {
			t.Fatal(err)
		}
	}
	if done < 200 || failed < 200 {
		t.Errorf("%d are done and %d failed: too few to test", done, failed)
	}
}
