package pane

import (
	"math"

	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Replicates is how many runs a band is made of: the replicates 1 to Replicates, beside the run
// that is shown, which is the replicate 0.
const Replicates = 30

// Band collects the values of other replicates of a session.
type Band struct {
	session *Session
	model   *sim.Model
	done    int         // replicates that are whole
	values  [][]float64 // by replicate: all metrics of tick 0, of tick 1, and so on
}

// Band returns the band of a session, with no replicate yet.
func (p *Session) Band() *Band { return &Band{session: p} }

// Step runs one tick of a replicate. It reports false when all replicates are whole.
func (b *Band) Step() (bool, error) {
	if b.done == Replicates {
		return false, nil
	}
	if b.model == nil {
		return true, b.begin()
	}
	if b.model.Done() {
		err := b.model.Err()
		b.model, b.done = nil, b.done+1
		return err == nil && b.done < Replicates, err
	}
	if err := b.model.Step(); err != nil {
		return false, err
	}
	b.read()
	return true, b.session.setting.follow(b.model, b.session.pane)
}

// begin begins the next replicate.
func (b *Band) begin() (err error) {
	p := b.session
	if b.model, err = p.setting.model(p.pane, uint64(b.done+1)); err != nil {
		return err
	}
	b.values = append(b.values, nil)
	b.read()
	return p.setting.follow(b.model, p.pane)
}

func (b *Band) read() {
	last := &b.values[len(b.values)-1]
	for _, metric := range b.session.ms {
		*last = append(*last, metric.Of(b.model))
	}
}

// Done returns the number of replicates that are whole.
func (b *Band) Done() int { return b.done }

// Read returns the mean, the first and the ninth decile over the whole replicates of a metric at
// each tick. Runs that ended early keep their last value. A value that a replicate does not have is
// missing in all: NaN.
func (b *Band) Read(metric int) (mean, low, high []float64) {
	each := len(b.session.ms)
	ticks := 0
	for _, v := range b.values[:b.done] {
		ticks = max(ticks, len(v)/each)
	}
	xs := make([]float64, b.done)
	for t := range ticks {
		for r, v := range b.values[:b.done] {
			xs[r] = v[min(t, len(v)/each-1)*each+metric]
		}
		m, l, h := summary(xs)
		mean, low, high = append(mean, m), append(low, l), append(high, h)
	}
	return mean, low, high
}

func summary(xs []float64) (mean, low, high float64) {
	low, errLow := stats.Quantile(xs, .1)
	high, errHigh := stats.Quantile(xs, .9)
	if errLow != nil || errHigh != nil {
		return math.NaN(), math.NaN(), math.NaN()
	}
	return stats.Mean(xs), low, high
}
