package pane

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"orglearn/examples/internal/share"
	"orglearn/metrics"
	"orglearn/sim"
)

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

// Share runs the share of a student, 1 to share.MaxStudents.
func Share(link string, student int) ([]byte, error) {
	if student < 1 || student > share.MaxStudents {
		return nil, fmt.Errorf("the student's number is %d, want 1 to %d", student,
			share.MaxStudents)
	}
	s, err := Parse(link)
	if err != nil {
		return nil, err
	}
	e, err := s.Experiment()
	if err != nil {
		return nil, err
	}
	e.First, e.Replicates = uint64((student-1)*share.PerStudent), share.PerStudent
	table, err := metrics.Measure(context.Background(), e, share.Metrics()...)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, share.Header+s.Study())
	err = table.WriteCSV(&b)
	return b.Bytes(), err
}

// CheckLink returns an error where a link is not one of a study, in the form that Study writes.
func CheckLink(link string) error {
	s, err := Parse(link)
	if err != nil {
		return err
	}
	if want := s.Study(); want != link {
		return fmt.Errorf("the share has the link %q, want %q", link, want)
	}
	return nil
}
