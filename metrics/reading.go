package metrics

import (
	"fmt"
	"math"
	"reflect"
	"slices"

	"orglearn/sim"
)

// Reading reads metrics off one run. It counts agreement once per tick for all metrics
// that need it. A run has a Reading of its own, which belongs to one goroutine.
type Reading struct {
	metrics []Metric
	// for each metric the function that computes it from the count, or nil
	together []func(*agreement, *sim.Model) float64
	counted  agreement
	fresh    bool // counted is of the model that is being read
}

// NewReading returns a reading of a run that has not begun. The metrics are those that Measure
// takes.
func NewReading(ms ...Metric) *Reading { return newReading(ms, togetherWith(ms)) }

func newReading(ms []Metric, together []func(*agreement, *sim.Model) float64) *Reading {
	return &Reading{metrics: begin(ms), together: together}
}

// Read puts the value of each wanted metric into values, by its index in the call of NewReading. A
// missing value is NaN. Want is ascending. A metric with a history must be wanted in the order of
// ticks. If a metric panics, Read returns an error, and the run must not be read again.
func (r *Reading) Read(m *sim.Model, want []int, values []float64) (err error) {
	reading := 0
	defer func() {
		if what := recover(); what != nil {
			values[reading] = math.NaN()
			err = fmt.Errorf("metrics: %v: the metric %q panicked: %v", m,
				r.metrics[reading].Name, what)
		}
	}()
	r.fresh = false
	for _, j := range want {
		reading = j
		values[j] = known(r.value(j, m))
	}
	return nil
}

// value returns the value of metric j of a model.
func (r *Reading) value(j int, m *sim.Model) float64 {
	of := r.together[j]
	if of == nil {
		return r.metrics[j].Of(m)
	}
	if !r.fresh {
		r.counted.count(m)
		r.fresh = true
	}
	return of(&r.counted, m)
}

// togetherWith finds the metrics that are computed from the count of agreement.
func togetherWith(ms []Metric) []func(*agreement, *sim.Model) float64 {
	of := make([]func(*agreement, *sim.Model) float64, len(ms))
	for i, m := range ms {
		switch reflect.ValueOf(m.Of).Pointer() {
		case reflect.ValueOf(consensusOf).Pointer():
			of[i] = (*agreement).consensus
		case reflect.ValueOf(diversityOf).Pointer():
			of[i] = (*agreement).diversity
		}
	}
	return of
}

// begin returns the metrics of one run: those with a history have none yet.
func begin(ms []Metric) []Metric {
	if !slices.ContainsFunc(ms, func(m Metric) bool { return m.Run != nil }) {
		return ms
	}
	ms = slices.Clone(ms)
	for i, m := range ms {
		if m.Run != nil {
			ms[i].Of = m.Run()
		}
	}
	return ms
}

// known returns the value, or NaN for an infinity.
func known(v float64) float64 {
	if math.IsInf(v, 0) {
		return math.NaN()
	}
	return v
}
