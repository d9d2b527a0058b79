package main

import (
	"fmt"
	"io"

	"orglearn/examples/program"
	"orglearn/metrics/chart"
)

// report prints a table of all points, a table of powers, and a summary.
func (r *result) report(w io.Writer) {
	fmt.Fprintln(w, program.Wrap(fmt.Sprintf("The median and the range of %s of %d ticks with "+
		"%s. One thing is varied at a time.",
		count(r.replicates, "measurement", "measurements"), ticks,
		count(r.workers, "goroutine", "goroutines"))))
	fmt.Fprintf(w, "\n%-12s%12s%34s%20s\n", "", "", "ns per person and tick", "bytes per person")
	for i, j := range r.jobs {
		time, memory := r.curve(i, inTime), r.curve(i, inMemory)
		for k, p := range j.points {
			spent := fmt.Sprintf("%s [%s, %s]", round(time.median[k]), round(time.low[k]),
				round(time.high[k]))
			fmt.Fprintf(w, "%-12s%12s%34s%20s\n", j.name, chart.Thousands(p.x), spent,
				round(memory.median[k]))
		}
	}
	fmt.Fprintf(w, "\n%-24s%27s%27s\n", "power by which it grows", "time: all, last tenfold",
		"memory: all, last tenfold")
	for i, j := range r.jobs {
		time, memory := r.growth(i, inTime), r.growth(i, inMemory)
		fmt.Fprintf(w, "%-24s%13.2f%14.2f%13.2f%14.2f\n", j.name, time.whole, time.last,
			memory.whole, memory.last)
	}
	fmt.Fprintf(w, "\n%s\n", program.Wrap(r.verdict()))
}

// verdict returns the summary.
func (r *result) verdict() string {
	last := len(r.jobs[0].points) - 1
	people := float64(r.jobs[0].points[last].x)
	time, memory := r.curve(0, inTime).median[last], r.curve(0, inMemory).median[last]
	return fmt.Sprintf("%s A model of %s people takes %s ms per tick and %s MB.",
		r.powers(inTime), chart.Thousands(int(people)), round(time*people/1e6),
		round(memory*people/1e6))
}

// powers says by which power a cost grows in each job.
func (r *result) powers(c cost) string {
	last := func(i int) float64 { return r.growth(i, c).last }
	return fmt.Sprintf("Over the last tenfold %s grows with people to the power %.2f, with "+
		"dimensions %.2f, with contacts %.2f, "+
		"and with the voices of a unit %.2f; theory says 1.", c.name, last(0), last(1),
		last(2), last(3))
}

// round writes a cost to three digits.
func round(v float64) string {
	switch {
	case v >= 100:
		return chart.Thousands(int(v + .5))
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return chart.Thousands(n) + " " + many
}
