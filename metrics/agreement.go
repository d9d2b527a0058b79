package metrics

import (
	"reflect"

	"orglearn/agents"
	"orglearn/sim"
)

// agreement counts the pairs of people who believe the same, over all dimensions. Consensus and
// Diversity are both made of it.
type agreement struct {
	tally      tally
	same, some wide // pairs who believe the same something; of whom one at least believes something
}

// count reads everybody's beliefs once.
//
// Of N people k = y+n believe something in a dimension, y of them +1 and n -1. Then y(y-1) + n(n-1)
// ordered pairs believe the same, and in k(N-1) + k(N-1) - k(k-1) one at least believes something.
func (a *agreement) count(m *sim.Model) {
	t := &a.tally
	a.same, a.some = wide{}, wide{}
	others := uint64(max(m.Present()-1, 0))
	for word := range agents.Width(m.Dimensions()) {
		t.count(m, word)
		same, both := t.pairs()
		a.same = a.same.plus(same)
		a.some = a.some.plus(product(2*sumOf(&t.known), others)).minus(both)
	}
}

func (a *agreement) consensus(m *sim.Model) float64 { return share(a.same, pairs(m)) }
func (a *agreement) diversity(m *sim.Model) float64 { return share(a.some.minus(a.same), pairs(m)) }

// watcher reads the metrics of one run. What several of them are made of it counts once a tick.
type watcher struct {
	metrics []Metric
	// by metric: how it is made of the count, or nil
	together []func(*agreement, *sim.Model) float64
	counted  agreement
	fresh    bool // counted is of what is being read
	reading  int  // the metric that is being read
}

// togetherWith finds which metrics are made of the count of agreement.
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

// value is metric j of a model.
func (w *watcher) value(j int, m *sim.Model) float64 {
	of := w.together[j]
	if of == nil {
		return w.metrics[j].Of(m)
	}
	if !w.fresh {
		w.counted.count(m)
		w.fresh = true
	}
	return of(&w.counted, m)
}
