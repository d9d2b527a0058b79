package main

import (
	"encoding/csv"
	"fmt"
	"io"

	"orglearn/examples/live/internal/pane"
	"orglearn/examples/program"
	"orglearn/metrics"
)

// printTrace runs the panes of a link as the page does. It prints a row for each pane and tick: the
// hash over beliefs and norms, and the metrics.
func (o options) printTrace(out io.Writer) error {
	s, err := pane.Parse(o.link)
	if err != nil {
		return program.MisusedBecause(err)
	}
	w := csv.NewWriter(out)
	header := []string{"pane", "tick", "hash"}
	for _, m := range pane.Metrics() {
		header = append(header, m.Name)
	}
	if err := w.Write(header); err != nil {
		return err
	}
	for i := range s.Panes {
		if err := trace(w, s, i); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func trace(w *csv.Writer, s *pane.Setting, i int) error {
	p, err := pane.New(s, i)
	if err != nil {
		return program.MisusedBecause(err)
	}
	m := p.Model()
	for {
		_, more, err := p.Next(nil)
		if err != nil || !more {
			return err
		}
		row := []string{string(rune('a' + i)), fmt.Sprint(m.Tick()),
			fmt.Sprintf("%016x", pane.Hash(m))}
		for _, metric := range pane.Metrics() {
			row = append(row, metrics.Number(metric.Of(m)))
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
}
