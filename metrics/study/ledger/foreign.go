package ledger

import (
	"fmt"

	"orglearn/agents"
	"orglearn/metrics/study"
	"orglearn/sim"
)

// ForeignError says that a store or shard is of another plan than that which is run.
type ForeignError struct {
	Path        string
	Store, Plan string // the hashes
	Difference  string // the first thing in which the two plans differ
}

// Error implements error.
func (e *ForeignError) Error() string {
	return fmt.Sprintf("ledger: %s is of the plan %.12s, not of %.12s: %s", e.Path, e.Store, e.Plan,
		e.Difference)
}

// difference says in which thing the plan of the store differs first from another one.
func (l *Ledger) difference(p study.Plan) string {
	var version, streams string
	err := l.row("SELECT version, stream_version FROM plan", &version, &streams)
	here := l.plan
	switch {
	case err != nil:
		return err.Error()
	case version != sim.Version || streams != agents.StreamVersion:
		return fmt.Sprintf("it was made by version %s with streams %s, this is %s with %s", version,
			streams, sim.Version, agents.StreamVersion)
	case here.Seed != p.Seed:
		return fmt.Sprintf("its seed is %d, want %d", here.Seed, p.Seed)
	case len(here.Columns) != len(p.Columns):
		return fmt.Sprintf("it records %d numbers, want %d", len(here.Columns), len(p.Columns))
	case len(here.Cells) != len(p.Cells):
		return fmt.Sprintf("it has %d cells, want %d", len(here.Cells), len(p.Cells))
	}
	for i, c := range here.Columns {
		if c != p.Columns[i] {
			return fmt.Sprintf("its number %d is %q, want %q", i, c, p.Columns[i])
		}
	}
	for i, c := range here.Cells {
		if a, b := c.Name(), p.Cells[i].Name(); a != b {
			return fmt.Sprintf("its cell %d is %q, want %q", i, a, b)
		}
		if c.Recipe != p.Cells[i].Recipe {
			return fmt.Sprintf("its cell %d, %q, is made in another way", i, c.Name())
		}
	}
	return "their names are written in another way"
}
