package study

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/sim"
)

// Cell is a part of a long study: some scenarios that are measured together.
type Cell struct {
	Name      string // unique in the study
	Scenarios []sim.Scenario
	At        []int // ticks, ascending
}

// MeasureCells runs the cells one after the other, and returns the table of each by its name. It
// keeps the table of every finished cell in the folder cells of -out. So after an interruption a
// run with the same flags measures only what is missing. The tables hold 12 digits, as files do, so
// that an interruption changes no number. Forget removes the folder.
func (s *Study) MeasureCells(
	ctx context.Context, cells []Cell, ms ...metrics.Metric,
) (map[string]*metrics.Table, error) {
	if s.Explain {
		var all []sim.Scenario
		for _, c := range cells {
			all = append(all, c.Scenarios...)
		}
		return nil, program.Explain(ctx, s.Stdout, all, s.Seed)
	}
	for _, c := range cells {
		if err := s.tryBuilding(c.Scenarios); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	if err := os.MkdirAll(s.cells(), 0o777); err != nil {
		return nil, err
	}
	return s.measureEach(ctx, cells, ms)
}

func (s *Study) measureEach(
	ctx context.Context, cells []Cell, ms []metrics.Metric,
) (map[string]*metrics.Table, error) {
	progress := program.NewProgress("simulating")
	defer progress.End()
	done, total := 0, 0
	for _, c := range cells {
		total += c.work()
	}
	tables := map[string]*metrics.Table{}
	for _, c := range cells {
		table, err := s.measureCell(ctx, c, ms, func(part, of int) {
			share := float64(part) / float64(max(of, 1))
			progress.Report(done+int(share*float64(c.work())), total)
		})
		if err != nil {
			return nil, err
		}
		tables[c.Name] = table
		done += c.work()
	}
	return tables, nil
}

// work is the number of ticks of people that a replicate of the cell takes.
func (c Cell) work() (n int) {
	for _, s := range c.Scenarios {
		n += s.People * c.At[len(c.At)-1]
	}
	return n
}

// measureCell returns the table of a cell that is kept, or measures and keeps it.
func (s *Study) measureCell(
	ctx context.Context, c Cell, ms []metrics.Metric, report func(done, total int),
) (*metrics.Table, error) {
	path := filepath.Join(s.cells(), s.cellName(c, ms)+".csv")
	if kept, err := os.ReadFile(path); err == nil {
		if table, err := metrics.ReadCSV(bytes.NewReader(kept), ms...); err == nil {
			return table, nil
		}
	}
	scenarios := append([]sim.Scenario(nil), c.Scenarios...)
	for i := range scenarios {
		scenarios[i].Ticks = c.At[len(c.At)-1]
	}
	table, err := metrics.Measure(ctx, sim.Experiment{
		Scenarios: scenarios, Replicates: s.Replicates, Seed: s.Seed, Workers: s.Workers, At: c.At,
		Progress: report,
	}, ms...)
	if err != nil {
		return nil, err
	}
	return keep(path, table, ms)
}

// keep writes a table aside, renames it, and returns what the file says.
func keep(path string, table *metrics.Table, ms []metrics.Metric) (*metrics.Table, error) {
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		return nil, err
	}
	aside := path + ".part"
	if err := os.WriteFile(aside, b.Bytes(), 0o666); err != nil {
		return nil, err
	}
	if err := os.Rename(aside, path); err != nil {
		return nil, err
	}
	return metrics.ReadCSV(&b, ms...)
}

func (s *Study) cells() string { return filepath.Join(s.out, "cells") }

// cellName is a hash of all that the numbers of a cell depend on.
func (s *Study) cellName(c Cell, ms []metrics.Metric) string {
	h := sha256.New()
	fmt.Fprintln(h, sim.Version, agents.StreamVersion, s.Name, s.Seed, s.Replicates, c.Name, c.At)
	for _, scenario := range c.Scenarios {
		fmt.Fprintln(h, scenario.Name)
	}
	for _, m := range ms {
		fmt.Fprintln(h, m.Name)
	}
	var all []string
	for name, value := range s.manifest(nil) {
		all = append(all, fmt.Sprint(name, "=", value))
	}
	sort.Strings(all)
	fmt.Fprintln(h, all)
	return fmt.Sprintf("%x", h.Sum(nil))[:24]
}

// Forget removes what MeasureCells has kept.
func (s *Study) Forget() error { return os.RemoveAll(s.cells()) }
