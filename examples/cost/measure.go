package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"time"

	"orglearn/examples/program"
	"orglearn/sim"
)

// measurement is the cost of one new model of a point.
type measurement struct {
	nanoseconds float64 // per person and tick
	bytes       float64 // per person
}

// result holds all measurements, by job, point and replicate.
type result struct {
	*options
	jobs []job
	all  [][][]measurement
}

// measureAll measures every point once, then every point again. If something slows the machine for
// a while, this widens the ranges of several points and does not distort a curve.
func measureAll(ctx context.Context, o *options) (*result, error) {
	r := &result{options: o, jobs: o.plan.jobs()}
	work := 0.
	for _, j := range r.jobs {
		r.all = append(r.all, make([][]measurement, len(j.points)))
		for _, p := range j.points {
			work += p.work()
		}
	}
	// the first run of a program is slower
	if _, err := r.jobs[0].points[0].measure(o.seed, 0, o.workers); err != nil {
		return nil, err
	}
	progress := program.NewProgress("measuring")
	defer progress.End()
	done := 0.
	for replicate := range o.replicates {
		for i, j := range r.jobs {
			for k, p := range j.points {
				if ctx.Err() != nil {
					return nil, errors.New("interrupted while measuring: no file was changed")
				}
				m, err := p.measure(o.seed, uint64(replicate), o.workers)
				if err != nil {
					return nil, err
				}
				r.all[i][k] = append(r.all[i][k], m)
				done += p.work()
				progress.Report(int(1000*done/work), 1000*o.replicates)
			}
		}
	}
	return r, nil
}

// measure builds a model, and measures the time of its ticks and its memory.
func (p point) measure(seed, replicate uint64, workers int) (measurement, error) {
	before := heap()
	m, err := sim.New(p.scenario(), seed, replicate)
	if err != nil {
		return measurement{}, err
	}
	m.SetWorkers(workers)
	runtime.GC() // garbage from building is not collected during the ticks
	begun := time.Now()
	for range ticks {
		if err := m.Step(); err != nil {
			return measurement{}, err
		}
	}
	spent := time.Since(begun)
	memory := heap() - before
	runtime.KeepAlive(m)
	// A cost is above 0, even if the clock is coarse: its logarithm is drawn.
	people := float64(p.people)
	return measurement{float64(max(spent.Nanoseconds(), 1)) / (people * ticks),
		max(memory, 1) / people}, nil
}

// heap returns the memory in use after garbage collection, in bytes.
func heap() float64 {
	runtime.GC()
	runtime.GC() // a sync.Pool is emptied by the second collection
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return float64(s.HeapAlloc)
}

// writeCSV writes a row per measurement. If a point has no contacts or no units, the field is
// empty.
func (r *result) writeCSV(w io.Writer) error {
	file := csv.NewWriter(w)
	file.Write([]string{"job", "people", "dimensions", "contacts", "unit size", "workers",
		"replicate", "ns per person and tick", "bytes per person"})
	for i, j := range r.jobs {
		for k, p := range j.points {
			for replicate, m := range r.all[i][k] {
				file.Write([]string{
					j.name, strconv.Itoa(p.people), strconv.Itoa(p.dimensions), field(p.contacts),
					field(p.unit), strconv.Itoa(r.workers),
					strconv.Itoa(replicate), fmt.Sprintf("%.2f", m.nanoseconds),
					fmt.Sprintf("%.2f", m.bytes),
				})
			}
		}
	}
	file.Flush()
	return file.Error()
}

// field writes a number, and nothing for 0.
func field(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
