package metrics

import (
	"iter"
	"math"

	"orglearn/sim"
)

// Metric is one number read off a model at a tick. Of returns NaN where the model has no such
// number, as for the consensus of one person. A table keeps NaN and infinities as missing values,
// and says so in words.
//
// The metrics of this package count only people who are present. A vacant place (sim.Model.Leave)
// counts in none of them. Where nobody is present, metrics about people are missing. The metrics of
// who hears whom (OfContacts) are the exception: they count places.
//
// Several goroutines call Of or Run at once, each with a model of its own. Of must not change the
// model. A table finds a metric by its Name.
type Metric struct {
	Name string                   // also the name of its column in a file
	Unit string                   // what a value of 1 means
	Of   func(*sim.Model) float64 // the value; NaN: missing
	// Run is in place of Of for a metric with a history. It is called once for each run. What it
	// returns is called at each recorded tick of that run, in order, and may remember the ticks
	// before. It sees no other ticks. After a run that stops early it sees the same model again.
	Run func() func(*sim.Model) float64
	// Fits returns an error where a scenario cannot have the metric, before it runs (nil: all can).
	Fits func(sim.Scenario) error
}

// Score is what reality pays for what people believe. It is the mean over people of their score, as
// a share of the largest score that reality pays. Blocks and NK: 0 to 1. Additive: -1 to 1, where 0
// is ignorance (March 1991).
var Score = Metric{Name: "score", Unit: "share of the most", Of: scoreOf}

func scoreOf(m *sim.Model) float64 {
	return ratio(m.Paid(), int64(m.Present())*int64(m.Landscape().Max()))
}

// Best is the score of the person with the highest score, as a share of the largest score that
// reality pays. Its range is that of Score.
var Best = Metric{Name: "best", Unit: "share of the most", Of: bestOf}

func bestOf(m *sim.Model) float64 {
	best := int32(math.MinInt32)
	for p := range present(m) {
		best = max(best, m.Landscape().Score(m.Beliefs(p)))
	}
	if m.Present() == 0 {
		return math.NaN()
	}
	return ratio(int64(best), int64(m.Landscape().Max()))
}

// NormScore is what reality would pay for the norms: the mean over all units that keep a norm, in
// all channels. Its range is that of Score. In March's model it is the knowledge of the code. An
// empty norm counts with its score. In NK a norm with a 0 scores -1 (sim.NK), so there the range
// begins at -1 divided by the largest score. NormScore is missing where no unit keeps a norm.
var NormScore = Metric{Name: "norm score", Unit: "share of the most", Of: normScoreOf}

func normScoreOf(m *sim.Model) float64 {
	sum, norms := int64(0), 0
	for c := range m.Channels() {
		for u := range m.Norms(c) {
			sum += int64(m.Landscape().Score(m.Norm(c, u)))
		}
		norms += m.Norms(c)
	}
	return ratio(sum, int64(norms)*int64(m.Landscape().Max()))
}

// Knowledge is the share of dimensions in which people's beliefs are right, as a mean over people:
// 0 to 1. A person without beliefs has 0. A person who guesses has .5 on average. In an NK
// landscape a belief is right if the best body of beliefs has it.
var Knowledge = Metric{Name: "knowledge", Unit: "share of dimensions", Of: knowledgeOf}

func knowledgeOf(m *sim.Model) float64 {
	sum := int64(0)
	for p := range present(m) {
		sum += int64(right(m, p))
	}
	return ratio(sum, cells(m))
}

// right counts the dimensions in which a person is right.
func right(m *sim.Model, person int) int {
	n := 0
	truth := m.Landscape().Truth()
	for i, w := range m.Beliefs(person) {
		n += ones(w.Yes&truth[i].Yes | w.No&truth[i].No)
	}
	return n
}

// Consensus is the share of pairs of people and dimensions in which both hold the same belief, +1
// or -1: 0 to 1. It is missing for one person. Let y people believe +1 and n people believe -1 in a
// dimension. For N people and m dimensions Consensus is the sum over dimensions of (y(y-1)+n(n-1))
// / N(N-1) / m.
var Consensus = Metric{Name: "consensus", Unit: "share of pairs", Of: consensusOf}

func consensusOf(m *sim.Model) float64 {
	var a agreement
	a.count(m)
	return a.consensus(m)
}

// Diversity is the mean pairwise disagreement: the share of pairs of people and dimensions in which
// the two do not believe the same. No belief differs from a belief. It is 0 to 1, and missing for
// one person.
var Diversity = Metric{Name: "diversity", Unit: "share of pairs", Of: diversityOf}

func diversityOf(m *sim.Model) float64 {
	var a agreement
	a.count(m)
	return a.diversity(m)
}

// Distinct is the number of different bodies of beliefs divided by the number N of people: 1/N to 1
// (Fang, Lee and Schilling 2010).
var Distinct = Metric{Name: "distinct", Unit: "bodies per person", Of: distinctOf}

func distinctOf(m *sim.Model) float64 {
	return ratio(int64(distinct(m)), int64(m.Present()))
}

// Inequality is the Gini coefficient of the number of dimensions in which a person is right (Gini
// 1912). It goes from 0, where all are equal, to 1-1/N, where one of N people knows everything that
// anybody knows. It is 0 where nobody is right in anything.
var Inequality = Metric{Name: "inequality", Unit: "Gini", Of: inequalityOf}

func inequalityOf(m *sim.Model) float64 {
	x := make([]int, 0, m.Present())
	for p := range present(m) {
		x = append(x, right(m, p))
	}
	if len(x) == 0 {
		return math.NaN()
	}
	return gini(x)
}

// Newcomers is the share of people who were not there at the start: 0 to 1.
var Newcomers = Metric{Name: "newcomers", Unit: "share of people", Of: newcomersOf}

func newcomersOf(m *sim.Model) float64 {
	n := 0
	for p := range present(m) {
		if m.Joined(p) > 0 {
			n++
		}
	}
	return ratio(int64(n), int64(m.Present()))
}

// present yields the people whose places are not vacant.
func present(m *sim.Model) iter.Seq[int] {
	return func(yield func(int) bool) {
		for p := range m.People() {
			if !m.Vacant(p) && !yield(p) {
				return
			}
		}
	}
}

// ratio is a/b, or NaN if b is 0.
func ratio(a, b int64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// cells is the number of people who are present times the number of dimensions.
func cells(m *sim.Model) int64 { return int64(m.Present()) * int64(m.Dimensions()) }

// pairs is the number of ordered pairs of people who are present times the number of dimensions.
func pairs(m *sim.Model) wide { return product(uint64(cells(m)), uint64(max(m.Present()-1, 0))) }

// share is a/b, or NaN if b is 0.
func share(a, b wide) float64 {
	if b == (wide{}) {
		return math.NaN()
	}
	return a.float() / b.float()
}
