package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
)

// FuzzStep compares Model.Step with the obvious engine, in every belief, claim, norm and flow of
// every tick.
func FuzzStep(f *testing.F) {
	for shape := range uint64(300) {
		f.Add(shape, shape, uint8(1))
	}
	f.Fuzz(func(t *testing.T, shape, seed uint64, workers uint8) {
		m := built(t, drawn(shape), seed, shape%3)
		m.SetWorkers(int(workers % 8))
		e := newSlow(m)
		for !m.Done() {
			step(t, m)
			e.step()
			e.compare(t)
		}
	})
}

func (e *slow) compare(t *testing.T) {
	t.Helper()
	m := e.model
	same := func(what string, number int, k agents.Knowledge, want []int8) {
		t.Helper()
		for d, b := range want {
			if int8(k.Get(d)) != b {
				t.Fatalf("%v: %s %d, dimension %d: %d, want %d", m, what, number, d, k.Get(d), b)
			}
		}
	}
	for p, belief := range e.beliefs {
		same("the belief of person", p, m.Beliefs(p), belief)
	}
	for i, c := range e.channels {
		for p := range e.beliefs {
			same("the claim in "+c.Name+" of person", p, m.Claims(i, p), c.claims[p])
		}
		for u, norm := range c.norms {
			same("the norm in "+c.Name+" of unit", u, m.Norm(i, u), norm)
		}
		if m.Flow(i) != c.flow {
			t.Fatalf("%v: flow in %s %+v, want %+v", m, c.Name, m.Flow(i), c.flow)
		}
		e.compareMemory(t, c)
		c.compareCurators(t, e)
	}
	e.compareCulture(t)
	e.compareSelves(t)
	e.compareOpinions(t)
	if e.scenario.Ledger {
		e.compareLedger(t)
	}
}

// The scenarios of FuzzStep do everything that the obvious engine can: each of these numbers is
// above 0 in some tick.
func TestShapesDoEverything(t *testing.T) {
	did := map[string]int64{}
	for shape := range uint64(300) {
		m := built(t, drawn(shape), shape, shape%3)
		for e := newSlow(m); !m.Done(); {
			step(t, m)
			e.step()
			e.note(did)
		}
	}
	for _, what := range []string{
		"asked", "answered", "refused", "reused", "tried", "kept", "gathered", "reused, net",
		"created", "experienced", "turnover", "strength 7", "tenure above 3", "apprentices",
		"apprentices again", "closed", "phases", "decrees", "units asked",
		"trusted more", "trusted less", "helpful", "unhelpful", "away", "quiet", "left",
		"decreed", "time taken", "goals only", "drifted", "set apart",
		"energy above", "energy below", "tasks done", "tasks failed", "named", "asked by name",
		"passed on", "invited", "silent for 3",
		"communities", "members", "idle meetings", "idle members",
		"changes found", "changes missed", "solutions kept", "solutions dropped",
		"seen in part", "seen in part of what it is about", "not heeded", "vacant", "filled again",
		"ticks with a gain", "tempered", "endowed", "curated", "headed", "opinions changed",
		"taken over in turn", "answered in turn", "refused in turn", "opinions in turn",
		"events in turn", "heard in return",
	} {
		if did[what] == 0 {
			t.Errorf("nothing of %q", what)
		}
	}
}

// note adds what was done in a tick.
func (e *slow) note(did map[string]int64) {
	l := e.ledger
	for what, n := range map[string]int64{"gathered": l.Gathered, "reused, net": l.Reused,
		"created": l.Created, "experienced": l.Experienced, "turnover": l.Turnover} {
		did[what] = max(did[what], n)
	}
	for s, voice := range e.asked {
		if voice >= len(e.beliefs) && e.channels[s.channel].norms != nil {
			did["units asked"]++
		}
	}
	e.noteCulture(did)
	e.noteVacancies(did)
	e.noteSelves(did)
	e.noteOpinions(did)
	e.noteActivations(did)
	for _, c := range e.channels {
		c.note(e, did)
	}
}

func (c *slowChannel) note(e *slow, did map[string]int64) {
	f := c.flow
	for what, n := range map[string]int64{"asked": f.Asked, "answered": f.Answered,
		"refused": f.Refused, "reused": f.Reused, "tried": f.Tried, "kept": f.Kept} {
		did[what] += n
	}
	for _, all := range c.strengths {
		did["strength 7"] += int64(len(all)) * int64(max(0, slices.Max(all)-6))
	}
	c.notePower(did)
	c.noteTasks(did)
	c.noteIssues(did)
	c.noteTurns(did)
	c.noteFormation(did)
	c.noteSight(e, did)
	did["away"] += int64(len(c.away))
	did["quiet"] += int64(len(c.quiet))
	for _, n := range c.wills {
		if n == joiningOf(c.Participate).Away-16 {
			did["left"]++
		}
	}
	for _, n := range c.energies {
		did["energy above"] += int64(max(n, 0))
		did["energy below"] += int64(max(-n, 0))
	}
	for _, t := range c.tenures {
		did["tenure above 3"] += int64(max(0, t-3))
	}
	for _, trust := range c.trusts {
		did["trusted more"] += int64(max(0, trust[0]-8))
		did["trusted less"] += int64(max(0, 8-trust[0]))
		did["helpful"] += int64(max(0, trust[1]-8))
		did["unhelpful"] += int64(max(0, 8-trust[1]))
	}
	for at, full := range c.full {
		switch {
		case !full && e.joined[at.person] == 0:
			did["apprentices again"]++ // in a unit to which they have changed
		case !full:
			did["apprentices"]++
		}
	}
	for u, at := range c.courses {
		did["phases"] += int64(at.phase)
		did["decrees"] += int64(at.decreed)
		if !c.meets(u) {
			did["closed"]++
		}
	}
}
