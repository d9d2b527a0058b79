package study

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
)

// MaxReplicates is the largest number of replicates of a cell, and MaxColumns of columns.
const (
	MaxReplicates = 1 << 24
	MaxColumns    = 10_000
)

// Plan is a study made explicit: every cell, and every number to record. It must not change once it
// is run. Hash names it.
type Plan struct {
	Study      string   // the text of the study file from which the plan can be made again, or ""
	Seed       uint64   // of all chance
	Replicates int      // of each cell, 1 to MaxReplicates
	Columns    []Column // what is recorded of a run, each once
	Cells      []Cell   // with different names

	// Metrics are those that the columns name, in any order. They are not written with a plan but
	// made again from Study.
	Metrics []metrics.Metric `json:"-"`
}

// Column is one recorded number of a run: a metric at a tick.
type Column struct {
	Metric string // its name
	Tick   int    // 0 to the last tick of the scenarios
}

// String returns the name of the column in tables: "score at 200".
func (c Column) String() string { return fmt.Sprintf("%s at %d", c.Metric, c.Tick) }

// Cell is one organization at one value of each axis. All its replicates are runs of one scenario.
type Cell struct {
	Organization string
	Factors      []Factor // in the order of the axes
	// Recipe says in a fixed form how the scenario is made, as far as Organization and Factors do
	// not. It goes into the Hash.
	Recipe string
	// Scenario is what is run. It is not written with a plan but made again from Plan.Study.
	Scenario sim.Scenario `json:"-"`
}

// Factor is an axis of the study and the value of a cell, as texts.
type Factor struct{ Name, Value string }

// Name identifies the cell in its plan: "hierarchy absorb=0.1 turnover=0".
func (c Cell) Name() string {
	var b strings.Builder
	b.WriteString(c.Organization)
	for _, f := range c.Factors {
		b.WriteString(" " + f.Name + "=" + f.Value)
	}
	return b.String()
}

// Hash returns the SHA-256 in hexadecimal of all that decides a result. These are the versions of
// the library and its streams, the seed, the columns, and the cells with their recipes. Replicates
// have no part in it: more of them add results and change none. Neither has the text of the study.
func (p Plan) Hash() string {
	h := sha256.New()
	field(h, "orglearn "+sim.Version, "stream "+agents.StreamVersion, fmt.Sprint(p.Seed))
	field(h, fmt.Sprint(len(p.Columns)))
	for _, c := range p.Columns {
		field(h, c.Metric, fmt.Sprint(c.Tick))
	}
	for _, c := range p.Cells {
		field(h, c.Organization, c.Recipe, fmt.Sprint(len(c.Factors)))
		for _, f := range c.Factors {
			field(h, f.Name, f.Value)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// field writes texts so that no two lists of texts write the same bytes.
func field(w io.Writer, texts ...string) {
	for _, t := range texts {
		fmt.Fprintf(w, "%d:%s\n", len(t), t)
	}
}

// Validate reports the first part of the plan that cannot be run. It asks each scenario and each
// metric.
func (p Plan) Validate() error {
	switch {
	case p.Replicates < 1 || p.Replicates > MaxReplicates:
		return fmt.Errorf("study: Replicates is %d, want 1 to %d", p.Replicates, MaxReplicates)
	case len(p.Cells) == 0 || len(p.Cells) > sim.MaxScenarios:
		return fmt.Errorf("study: %d cells, want 1 to %d", len(p.Cells), sim.MaxScenarios)
	case len(p.Columns) == 0 || len(p.Columns) > MaxColumns:
		return fmt.Errorf("study: %d columns, want 1 to %d", len(p.Columns), MaxColumns)
	}
	if err := p.validateColumns(); err != nil {
		return err
	}
	names := map[string]bool{}
	for _, c := range p.Cells {
		if names[c.Name()] {
			return fmt.Errorf("study: two cells have the name %q", c.Name())
		}
		names[c.Name()] = true
		if err := p.validateCell(c); err != nil {
			return fmt.Errorf("study: cell %q: %w", c.Name(), err)
		}
	}
	return nil
}

func (p Plan) validateColumns() error {
	seen := map[Column]bool{}
	for _, c := range p.Columns {
		if seen[c] {
			return fmt.Errorf("study: two columns are %q", c)
		}
		seen[c] = true
		if p.metric(c.Metric) < 0 {
			return fmt.Errorf("study: column %q: no metric has this name", c)
		}
	}
	for _, m := range p.Metrics {
		if (m.Of == nil) == (m.Run == nil) {
			return fmt.Errorf("study: metric %q has not one of Of and Run", m.Name)
		}
	}
	return nil
}

// metric returns the index of a metric, or -1.
func (p Plan) metric(name string) int {
	return slices.IndexFunc(p.Metrics, func(m metrics.Metric) bool { return m.Name == name })
}

func (p Plan) validateCell(c Cell) error {
	if c.Organization == "" {
		return errors.New("the organization has no name")
	}
	if err := c.Scenario.Validate(); err != nil {
		return err
	}
	for _, k := range p.Columns {
		if k.Tick < 0 || k.Tick > c.Scenario.Ticks {
			return fmt.Errorf("column %q: the tick is %d, want 0 to %d", k, k.Tick,
				c.Scenario.Ticks)
		}
	}
	for _, m := range p.Metrics {
		if m.Fits == nil {
			continue
		}
		if err := m.Fits(c.Scenario); err != nil {
			return fmt.Errorf("the metric %q: %w", m.Name, err)
		}
	}
	return nil
}
