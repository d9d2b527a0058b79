package pane

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"orglearn/metrics"
	"orglearn/sim"
)

// A class shares one study. The student of number n runs PerStudent replicates, beginning with
// (n-1)*PerStudent. A share is the link of the study in a first line, and the table of these
// replicates as metrics.Table.WriteCSV writes it. Shares of one link join to the table of one run.
const (
	PerStudent = 10
	// MaxStudents is the largest number of a student.
	MaxStudents = 1000
	// MaxShare is the largest share, in bytes.
	MaxShare = 1 << 20
)

const shareHeader = "orglearn share 1 "

// points is the number of ticks in a share after the first.
const points = 20

// Experiment returns the study of a link, without replicates.
func (s *Setting) Experiment() (sim.Experiment, error) {
	if s.Branch != nil {
		return sim.Experiment{}, errors.New("a branch cannot be shared")
	}
	e := sim.Experiment{Seed: s.Seed}
	last := 0
	for i := range s.Panes {
		scenario, err := s.Scenario(i)
		if err != nil {
			return e, err
		}
		scenario.Name = letter(i) + " " + scenario.Name
		last = max(last, scenario.Ticks)
		e.Scenarios = append(e.Scenarios, scenario)
	}
	for k := range points + 1 {
		if tick := last * k / points; k == 0 || tick > e.At[len(e.At)-1] {
			e.At = append(e.At, tick)
		}
	}
	return e, nil
}

// Share runs the share of a student, 1 to MaxStudents.
func Share(link string, student int) ([]byte, error) {
	if student < 1 || student > MaxStudents {
		return nil, fmt.Errorf("the student's number is %d, want 1 to %d", student, MaxStudents)
	}
	s, err := Parse(link)
	if err != nil {
		return nil, err
	}
	e, err := s.Experiment()
	if err != nil {
		return nil, err
	}
	e.First, e.Replicates = uint64((student-1)*PerStudent), PerStudent
	table, err := metrics.Measure(context.Background(), e, Metrics()...)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, shareHeader+s.Study())
	err = table.WriteCSV(&b)
	return b.Bytes(), err
}

// Shared is a share that was read.
type Shared struct {
	Link    string // as Study writes it
	Student int
	Table   *metrics.Table
}

// ReadShare reads a share of at most MaxShare bytes.
func ReadShare(r io.Reader) (s Shared, err error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxShare+1))
	if err != nil {
		return s, err
	}
	if len(text) > MaxShare {
		return s, fmt.Errorf("the share has more than %d bytes", MaxShare)
	}
	line, rows, _ := strings.Cut(string(text), "\n")
	link, ok := strings.CutPrefix(line, shareHeader)
	if !ok {
		return s, fmt.Errorf("the share does not begin with %q", shareHeader)
	}
	setting, err := Parse(link)
	if err != nil {
		return s, err
	}
	if s.Link = setting.Study(); s.Link != link {
		return s, fmt.Errorf("the share has the link %q, want %q", link, s.Link)
	}
	if s.Student, err = studentOf(rows); err != nil {
		return s, err
	}
	s.Table, err = metrics.ReadCSV(strings.NewReader(rows), Metrics()...)
	if err == nil && s.Table.Replicates() != PerStudent {
		err = fmt.Errorf("the share has %d replicates, want %d", s.Table.Replicates(), PerStudent)
	}
	return s, err
}

// studentOf returns the student of a table by its first replicate, which is in its first row.
func studentOf(rows string) (int, error) {
	r := csv.NewReader(strings.NewReader(rows))
	if _, err := r.Read(); err != nil {
		return 0, fmt.Errorf("the share has no table: %w", err)
	}
	row, err := r.Read()
	if err != nil || len(row) < 2 {
		return 0, errors.New("the share has no row")
	}
	first, err := strconv.Atoi(row[1])
	if err != nil || first < 0 || first%PerStudent != 0 || first/PerStudent >= MaxStudents {
		return 0, fmt.Errorf("the share begins with replicate %q, want a multiple of %d", row[1],
			PerStudent)
	}
	return first/PerStudent + 1, nil
}

// Merge joins shares of one study, in any order. It is an error if they are of several.
func Merge(shares ...io.Reader) (link string, t *metrics.Table, err error) {
	var tables []*metrics.Table
	for i, r := range shares {
		s, err := ReadShare(r)
		if err != nil {
			return "", nil, fmt.Errorf("share %d: %w", i+1, err)
		}
		if i > 0 && s.Link != link {
			return "", nil, fmt.Errorf("share %d is of %q, and others are of %q", i+1, s.Link, link)
		}
		link, tables = s.Link, append(tables, s.Table)
	}
	t, err = metrics.Join(tables...)
	return link, t, err
}
