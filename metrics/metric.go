package metrics

import (
	"iter"
	"math"

	"orglearn/sim"
)

// Metric is one number read off a model at a tick. Of returns NaN where the model has no such
// number (the consensus of one person): tables keep that, and an infinity, as missing, and say so
// in words.
//
// The metrics of this package are about the people who are there. A vacant place (sim.Model.Leave)
// counts in none of them; where nobody is there, what is about people is missing. Only who hears
// whom (OfContacts) is a matter of places.
//
// Of is called by several goroutines at once, each with a model of its own, which it must not
// change. In a table the name stands for the metric.
type Metric struct {
	Name string // also of the column in a file
	Unit string // what 1 means
	Of   func(*sim.Model) float64
	// Fits reports why a scenario cannot have the metric, before it runs (nil: every one can).
	Fits func(sim.Scenario) error
}

// Score is what reality pays for what people believe: the mean over people of the score, as a share
// of the most that is paid. Blocks and NK: 0 to 1. Additive: -1 to 1, of which 0 is ignorance
// (March 1991).
var Score = Metric{Name: "score", Unit: "share of the most", Of: scoreOf}

func scoreOf(m *sim.Model) float64 {
	return ratio(m.Paid(), int64(m.Present())*int64(m.Landscape().Max()))
}

// Best is the score of the person who is paid most, as a share of the most that is paid: in the
// range of Score.
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

// NormScore is what reality would pay for the norms: the mean over the units that keep one, in all
// channels, in the range of Score (of March's one unit: the knowledge of the code); missing where
// no unit does. An empty norm counts as it is scored.
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

// Knowledge is the share of dimensions in which people's beliefs are right, mean over people: 0 to
// 1. Someone who believes nothing has 0, someone who guesses .5. In an NK landscape, right is what
// the best body of beliefs has.
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

// Consensus is the share of pairs of people and dimensions in which both believe the same, and
// something: 0 to 1; missing for one person. It is the sum over dimensions of (y(y-1)+n(n-1)) /
// N(N-1) / m, where y believe +1 and n -1.
var Consensus = Metric{Name: "consensus", Unit: "share of pairs", Of: consensusOf}

func consensusOf(m *sim.Model) float64 {
	var a agreement
	a.count(m)
	return a.consensus(m)
}

// Diversity is the mean pairwise disagreement: the share of pairs of people and dimensions in which
// they do not believe the same, where to believe nothing differs from believing something: 0 to 1;
// missing for one person.
var Diversity = Metric{Name: "diversity", Unit: "share of pairs", Of: diversityOf}

func diversityOf(m *sim.Model) float64 {
	var a agreement
	a.count(m)
	return a.diversity(m)
}

// Distinct is the number of different bodies of beliefs as a share of the number of people: 1/N to
// 1 (Fang, Lee and Schilling 2010).
var Distinct = Metric{Name: "distinct", Unit: "bodies per person", Of: distinctOf}

func distinctOf(m *sim.Model) float64 {
	return ratio(int64(distinct(m)), int64(m.Present()))
}

// Inequality is the Gini coefficient of the number of dimensions in which a person is right: 0, all
// alike, to 1-1/N, one knows all that is known (Gini 1912). It is 0 where nobody is right in
// anything.
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

// present walks the people whose places are not vacant.
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

// cells are the people who are present, times the dimensions.
func cells(m *sim.Model) int64 { return int64(m.Present()) * int64(m.Dimensions()) }

// pairs are the ordered pairs of people, times the dimensions.
func pairs(m *sim.Model) wide { return product(uint64(cells(m)), uint64(max(m.Present()-1, 0))) }

// share is a/b, or NaN if b is 0.
func share(a, b wide) float64 {
	if b == (wide{}) {
		return math.NaN()
	}
	return a.float() / b.float()
}
