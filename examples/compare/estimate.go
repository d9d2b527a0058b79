package main

import (
	"fmt"
	"io"
	"runtime"
	"time"

	"orglearn/sim"
)

// A run longer than patience is announced with what would take less.
const patience = time.Minute

// cost is what a scenario was seen to take in a short trial, on one processor.
type cost struct{ build, tick time.Duration }

// trialTicks are the ticks of a trial. The tick before them is not counted: it also makes storage.
const trialTicks = 3

// try runs a model for a few ticks.
func try(m *sim.Model, build time.Duration) cost {
	if m.Step() != nil {
		return cost{build: build}
	}
	begun := time.Now()
	for range trialTicks {
		if m.Step() != nil { // the run itself will say so
			break
		}
	}
	return cost{build, time.Since(begun) / trialTicks}
}

// effort is how long the comparison takes on all of its workers, in parts that grow with the runs.
type effort struct {
	build, tick time.Duration // of one run of all scenarios, and of one tick of them
	panel       time.Duration // of one run of the panel
	ticks       int
	runs, under int // of each organization, and of each under other conditions
}

// reading is the time that a tick takes with all metrics read, in parts of the tick. Reading three
// metrics takes .13 of it (PERFORMANCE.md); here there are six.
const reading = 1.25

// effort is a guess from the trials.
func (org *organizations) effort(o *options) effort {
	workers := o.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	all := org.scenarios()
	e := effort{ticks: o.conditions.Ticks, runs: o.replicates, under: o.panel}
	for _, s := range all {
		c := org.drafts.cost(s.Name)
		e.build += c.build / time.Duration(workers)
		e.tick += time.Duration(reading*float64(c.tick)) / time.Duration(workers)
	}
	mean := func(d time.Duration) time.Duration { return d / time.Duration(len(all)) }
	e.panel = time.Duration(org.panelRuns()) * (mean(e.build) + longRun*mean(e.tick))
	return e
}

// panelRuns are the scenarios of the panel: the organizations and one unit in all conditions, but
// one where a condition changes one only.
func (org *organizations) panelRuns() (n int) {
	for _, c := range conditions {
		switch {
		case c.only == "":
			n += len(org.main()) + 1
		case org.named(c.only) != nil:
			n++
		}
	}
	return n
}

// whole is the time of the whole.
func (e effort) whole() time.Duration {
	run := e.build + time.Duration(e.ticks)*e.tick
	return time.Duration(e.runs)*run + time.Duration(e.under)*e.panel
}

// less is an effort below patience: fewer runs under other conditions, fewer runs, and at last
// fewer ticks.
func (e effort) less() effort {
	goal := patience * 9 / 10
	for e.under > 0 && time.Duration(e.under)*e.panel > goal/2 {
		e.under--
	}
	left := goal - time.Duration(e.under)*e.panel
	run := max(e.build+time.Duration(e.ticks)*e.tick, 1)
	e.runs = min(e.runs, max(fewestRuns, int(left/run)))
	if spent := time.Duration(e.runs) * e.build; e.whole() > goal && e.tick > 0 {
		e.ticks = min(e.ticks, max(1, int((left-spent)/(time.Duration(e.runs)*e.tick))))
	}
	return e
}

// flags are those with which an effort takes less than another.
func (e effort) flags(than effort) (text string) {
	for _, f := range []struct {
		name     string
		now, was int
	}{
		{"replicates", e.runs, than.runs}, {"panel", e.under, than.under},
		{"ticks", e.ticks, than.ticks},
	} {
		if f.now != f.was {
			text += fmt.Sprintf(" -%s %d", f.name, f.now)
		}
	}
	return text
}

// announce says how long it will take, if that is some seconds, and what would take less.
func (e effort) announce(w io.Writer) {
	whole := e.whole()
	if whole < 3*time.Second {
		return
	}
	fmt.Fprintf(w, "compare: about %s\n", whole.Round(time.Second))
	if whole <= patience {
		return
	}
	less := e.less()
	verb := "takes less than a minute"
	if less.whole() > patience {
		verb = "takes less, about " + less.whole().Round(time.Second).String()
	}
	fmt.Fprintf(w, "compare: with%s it %s\n", less.flags(e), verb)
}
