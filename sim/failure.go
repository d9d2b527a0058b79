package sim

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

// fail ends the run.
func (m *Model) fail(what string) {
	if m.failed == nil {
		m.failed = fmt.Errorf("sim: scenario %q, seed %d, replicate %d, tick %d: %s",
			m.scenario.Name, m.seed, m.replicate, m.tick, what)
	}
}

// rescue ends the run if the user's code panics outside the phases. Call it by defer.
func (m *Model) rescue(what, name string) {
	if r := recover(); r != nil {
		if m.arriving != "" {
			what = fmt.Sprintf("person %d, %s, in %s", m.newcomer.ID, m.arriving, what)
		}
		m.fail(what + name + ": " + blame(r))
	}
}

// guard runs a phase. If a rule panics or ends its goroutine, guard keeps the message for fail.
func (m *Model) guard(work phase, sc *scratch, from, to int) {
	whole := false
	defer func() {
		if r := recover(); r != nil {
			m.workers.blame(sc, blame(r))
		} else if !whole {
			m.workers.blame(sc, "ended its goroutine")
		}
	}()
	work(m, sc, from, to)
	whole = true
}

// blame keeps what went wrong for the lowest person or unit of a phase, so that the message does
// not depend on the number of workers.
func (w *workers) blame(sc *scratch, what string) {
	id := sc.person.ID
	if sc.who == "unit" {
		id = sc.unit.ID
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.at < 0 || id < w.at {
		w.at, w.failure = id, fmt.Sprintf("%s %d: %s", sc.who, id, what)
	}
}

// blame describes a panic and its place: "panicked in main.Deference.Externalize (rules.go:12):
// index out of range".
func blame(what any) string {
	var stack [64]uintptr
	frames := runtime.CallersFrames(stack[:runtime.Callers(1, stack[:])])
	panicking := false
	for {
		f, more := frames.Next()
		own := strings.HasPrefix(f.Function, "runtime.")
		if panicking && !own {
			return fmt.Sprintf("panicked in %s (%s:%d): %v",
				path.Base(f.Function), path.Base(f.File), f.Line, what)
		}
		panicking = panicking || f.Function == "runtime.gopanic"
		if !more {
			return fmt.Sprintf("panicked: %v", what)
		}
	}
}
