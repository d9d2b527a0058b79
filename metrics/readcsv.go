package metrics

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"orglearn/sim"
)

// ReadCSV reads a table that WriteCSV wrote. The caller gives the metrics: their names must be
// those in the file, and their units are taken as given. Writing the table again gives the same
// bytes. Values have the 12 digits of the file. Factors (sim.Factor) have a label only.
//
// Anything else is an error that names the line: another header, rows in another order, a replicate
// or a tick that some scenario lacks, and a number that WriteCSV would write differently. A file
// without rows, as from a table without replicates, is an error too.
func ReadCSV(r io.Reader, ms ...Metric) (*Table, error) {
	if err := check(ms); err != nil {
		return nil, err
	}
	t := newTable(layout{metrics: slices.Clone(ms)}, nil)
	c := tableReader{file: csv.NewReader(r), table: t}
	c.file.ReuseRecord = true
	if err := c.read(); err != nil {
		return nil, fmt.Errorf("metrics: ReadCSV: %w", err)
	}
	return t, nil
}

// tableReader builds a table row by row. It takes the ticks from the first run and the replicates
// from the first scenario.
type tableReader struct {
	file  *csv.Reader
	table *Table
	row   []string
	line  int             // line of the last row
	tick  int             // index of the last row's tick
	at    int             // index of the last row's replicate
	known map[uint64]bool // replicates read so far
	names map[string]bool // scenarios read so far
}

func (c *tableReader) read() (err error) {
	c.known, c.names = map[uint64]bool{}, map[string]bool{}
	if err := c.take(c.header); err == io.EOF {
		return errors.New("the file is empty")
	} else if err != nil {
		return err
	}
	for err == nil {
		err = c.take(c.next)
	}
	if err != io.EOF {
		return err
	}
	if len(c.table.scenarios) == 0 {
		return errors.New("the file has no rows")
	}
	if err := errors.Join(c.endRun(), c.endScenario()); err != nil {
		return fmt.Errorf("line %d: the file ends: %w", c.line, err)
	}
	return nil
}

// take reads a row and calls understand. It adds the line to errors.
func (c *tableReader) take(understand func() error) (err error) {
	if c.row, err = c.file.Read(); err != nil {
		return err
	}
	c.line, _ = c.file.FieldPos(0)
	if err := understand(); err != nil {
		return fmt.Errorf("line %d: %w", c.line, err)
	}
	return nil
}

// header checks the column names. Factors stand between the fixed columns and the metrics.
func (c *tableReader) header() error {
	t := c.table
	factors := len(c.row) - len(columns) - len(t.metrics)
	if factors < 0 {
		return fmt.Errorf("%d columns, want %d or more", len(c.row), len(c.row)-factors)
	}
	t.columns = slices.Clone(c.row[len(columns):][:factors])
	for i, name := range t.header() {
		if c.row[i] != name {
			return fmt.Errorf("column %d is %q, want %q", i+1, c.row[i], name)
		}
		if name == "" || slices.Contains(c.row[:i], name) {
			return fmt.Errorf("column %d is %q, want a name of its own", i+1, name)
		}
	}
	return t.checkNames()
}

// next reads the fields of a row into the table.
func (c *tableReader) next() error {
	number, err := strconv.ParseUint(c.row[1], 10, 64)
	if err != nil || strconv.FormatUint(number, 10) != c.row[1] {
		return fmt.Errorf("replicate is %q, want a whole number", c.row[1])
	}
	if err := c.begin(number); err != nil {
		return err
	}
	if err := c.readTick(); err != nil {
		return err
	}
	if err := c.readStopped(); err != nil {
		return err
	}
	if !slices.Equal(c.row[len(columns):][:len(c.table.columns)], c.table.labels(c.last())) {
		return fmt.Errorf("the factors are others than in the row before")
	}
	return c.readValues()
}

// last is the index of the scenario that is being read.
func (c *tableReader) last() int { return len(c.table.scenarios) - 1 }

// begin finds out whether a row begins a run, and whether it may.
func (c *tableReader) begin(number uint64) error {
	t, name := c.table, c.row[0]
	switch {
	case len(t.scenarios) == 0:
	case name == t.scenarios[c.last()] && number == t.numbers[c.at]:
		c.tick++
		return nil
	default:
		if err := c.endRun(); err != nil {
			return err
		}
	}
	c.tick = 0
	if len(t.scenarios) > 0 && name == t.scenarios[c.last()] {
		c.at++
		return c.beginReplicate(number)
	}
	if err := c.endScenario(); err != nil {
		return err
	}
	if c.at = 0; c.names[name] {
		return fmt.Errorf("scenario %q is there before, want its rows together", name)
	}
	if err := c.beginScenario(strings.Clone(name)); err != nil {
		return err
	}
	return c.beginReplicate(number)
}

// endRun returns an error where a run has fewer ticks than the first run, or stopped after its last
// tick.
func (c *tableReader) endRun() error {
	t := c.table
	run := fmt.Sprintf("scenario %q, replicate %d", t.scenarios[c.last()], t.numbers[c.at])
	if c.tick < len(t.ticks)-1 {
		return fmt.Errorf("%s is without tick %d", run, t.ticks[c.tick+1])
	}
	if s := t.stopped[c.last()][c.at]; s > t.ticks[c.tick] {
		return fmt.Errorf("%s stopped at %d, want 0 to %d", run, s, t.ticks[c.tick])
	}
	return nil
}

// endScenario returns an error where a scenario has fewer replicates than the first.
func (c *tableReader) endScenario() error {
	t := c.table
	if len(t.scenarios) > 0 && c.at < len(t.numbers)-1 {
		return fmt.Errorf("scenario %q is without replicate %d", t.scenarios[c.last()],
			t.numbers[c.at+1])
	}
	return nil
}

func (c *tableReader) beginScenario(name string) error {
	t := c.table
	c.names[name] = true
	t.scenarios = append(t.scenarios, name)
	var factors []sim.Factor
	for i, label := range c.row[len(columns):][:len(t.columns)] {
		if label != "" {
			factors = append(factors, sim.Factor{Name: t.columns[i], Label: strings.Clone(label)})
		}
	}
	t.factors = append(t.factors, factors)
	t.values, t.stopped = append(t.values, nil), append(t.stopped, nil)
	return t.checkNames()
}

// beginReplicate takes the number of a replicate. The first scenario may have any new number. Other
// scenarios must have the same numbers in the same order.
func (c *tableReader) beginReplicate(number uint64) error {
	t := c.table
	switch {
	case c.last() > 0 && c.at == len(t.numbers):
		return fmt.Errorf("replicate is %d, want no more than the %d of scenario %q", number,
			len(t.numbers), t.scenarios[0])
	case c.last() > 0 && number != t.numbers[c.at]:
		return fmt.Errorf("replicate is %d, want %d as in scenario %q", number, t.numbers[c.at],
			t.scenarios[0])
	case c.last() == 0 && c.known[number]:
		return fmt.Errorf("replicate %d is there before, want its rows together", number)
	}
	if c.last() == 0 {
		c.known[number] = true
		t.replicates, t.numbers = append(t.replicates, c.at), append(t.numbers, number)
	}
	t.stopped[c.last()] = append(t.stopped[c.last()], 0)
	return nil
}

func (c *tableReader) readTick() error {
	t := c.table
	tick, err := whole("tick", c.row[2], sim.MaxTicks)
	first := c.last() == 0 && c.at == 0
	switch {
	case err != nil:
		return err
	case first && c.tick > 0 && tick <= t.ticks[c.tick-1]:
		return fmt.Errorf("tick is %d after %d, want them ascending", tick, t.ticks[c.tick-1])
	case first:
		t.ticks = append(t.ticks, tick)
	case c.tick == len(t.ticks):
		return fmt.Errorf("tick is %d, want no more than %d", tick, t.ticks[c.tick-1])
	case tick != t.ticks[c.tick]:
		return fmt.Errorf("tick is %d, want %d as in the first run", tick, t.ticks[c.tick])
	}
	return nil
}

// readStopped reads the tick at which the run stopped. It must be the same in all rows of the run.
func (c *tableReader) readStopped() error {
	t := c.table
	stopped, err := whole("stopped", c.row[3], sim.MaxTicks)
	if err != nil {
		return err
	}
	is := &t.stopped[c.last()][c.at]
	if c.tick == 0 {
		*is = stopped
	}
	if stopped != *is {
		return fmt.Errorf("stopped is %d, want %d as in the row before", stopped, *is)
	}
	return nil
}

// whole reads a whole number, 0 to most, written as Go writes it.
func whole(name, text string, most int) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most || strconv.Itoa(n) != text {
		return 0, fmt.Errorf("%s is %q, want a whole number from 0 to %d", name, text, most)
	}
	return n, nil
}

func (c *tableReader) readValues() error {
	t := c.table
	values := &t.values[c.last()]
	if len(*values) >= MaxNumbers/(c.last()+1) {
		return fmt.Errorf("more than %d numbers, want at most that", MaxNumbers)
	}
	for j, text := range c.row[len(c.row)-len(t.metrics):] {
		v := math.NaN()
		if text != "" {
			var err error
			if v, err = strconv.ParseFloat(text, 64); err != nil || Number(v) != text {
				return fmt.Errorf("%s is %q, want a number as WriteCSV writes it, or nothing",
					t.metrics[j].Name, text)
			}
		}
		*values = append(*values, v)
	}
	return nil
}
