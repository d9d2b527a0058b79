package pane

import (
	"math"

	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Replicates is how many runs a band is made of: the replicates 1 to Replicates, beside the run
// that is shown, which is the replicate 0.
const Replicates = 30

// bandPoints is the largest number of ticks after the first at which a band is measured. Metrics
// take longer than steps. A run that ends at an equilibrium may be short, so the first ticks are
// all measured, and every second point is dropped each time that there are too many.
const bandPoints = 50

// Band collects the values of other replicates of a session.
type Band struct {
	session *Session
	model   *sim.Model
	every   int         // ticks from one measure to the next
	done    int         // replicates that are whole
	last    int         // the last tick of the longest of them
	values  [][]float64 // by replicate: all metrics at tick 0, at tick every, and so on
}

// Band returns the band of a session, with no replicate yet.
func (p *Session) Band() *Band {
	return &Band{session: p, every: 1}
}

// Step runs one tick of a replicate. It reports false when all replicates are whole.
func (b *Band) Step() (bool, error) {
	if b.done == Replicates {
		return false, nil
	}
	if b.model == nil {
		return true, b.begin()
	}
	if b.model.Done() {
		return b.end()
	}
	if err := b.model.Step(); err != nil {
		return false, err
	}
	if b.model.Tick()%b.every == 0 {
		b.read()
		if b.model.Tick() > bandPoints*b.every {
			b.thin()
		}
	}
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

// end ends a replicate. Its last values are measured, whatever its last tick: it keeps them.
func (b *Band) end() (bool, error) {
	if tick := b.model.Tick(); tick%b.every != 0 {
		b.read()
	}
	b.last = max(b.last, b.model.Tick())
	err := b.model.Err()
	b.model, b.done = nil, b.done+1
	return err == nil && b.done < Replicates, err
}

func (b *Band) read() {
	last := &b.values[len(b.values)-1]
	for _, metric := range b.session.ms {
		*last = append(*last, metric.Of(b.model))
	}
}

// thin drops every second point of all replicates, but not the last of those that are whole.
func (b *Band) thin() {
	each := len(b.session.ms)
	for r, v := range b.values {
		kept := v[:0]
		for k := 0; k < len(v); k += 2 * each {
			kept = append(kept, v[k:k+each]...)
		}
		if r < b.done && len(v)/each%2 == 0 {
			kept = append(kept, v[len(v)-each:]...)
		}
		b.values[r] = kept
	}
	b.every *= 2
}

// Done returns the number of replicates that are whole.
func (b *Band) Done() int { return b.done }

// Read returns the mean, the first and the ninth decile over the whole replicates of a metric at
// each tick. Between ticks that are measured they are straight lines. Runs that ended early keep
// their last value. A value that a replicate does not have is missing in all: NaN.
func (b *Band) Read(metric int) (mean, low, high []float64) {
	each, most := len(b.session.ms), 0
	for _, v := range b.values[:b.done] {
		most = max(most, len(v)/each)
	}
	xs := make([]float64, b.done)
	for k := range most {
		for r, v := range b.values[:b.done] {
			xs[r] = v[min(k, len(v)/each-1)*each+metric]
		}
		m, l, h := summary(xs)
		mean, low, high = b.line(mean, m), b.line(low, l), b.line(high, h)
	}
	return mean, low, high
}

// line goes on with a straight line to the value of the next tick that is measured, or the last.
func (b *Band) line(values []float64, next float64) []float64 {
	if len(values) == 0 {
		return append(values, next)
	}
	last, ticks := values[len(values)-1], min(b.every, b.last-len(values)+1)
	for i := 1; i <= ticks; i++ {
		values = append(values, last+float64((next-last)*float64(i)/float64(ticks)))
	}
	return values
}

func summary(xs []float64) (mean, low, high float64) {
	low, errLow := stats.Quantile(xs, .1)
	high, errHigh := stats.Quantile(xs, .9)
	if errLow != nil || errHigh != nil {
		return math.NaN(), math.NaN(), math.NaN()
	}
	return stats.Mean(xs), low, high
}
