package models

import (
	"fmt"
	"math"
	"slices"

	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

// Becker2017 is the model of Becker, Brackbill and Centola, Network dynamics of social influence in
// the wisdom of crowds, Proceedings of the National Academy of Sciences 114(26):E5070-E5076 (2017).
// A group estimates a number. Its people average as in DeGroot1974, and those who err more hold on
// less to their own estimates.
//
// The truth is 1. First estimates are lognormal: the logarithm of an estimate is Spread times
// z - Below, with z standard normal. So the median lies below the truth if Below is positive. Each
// person has a self-weight, which he keeps:
//
//	w = SelfWeight + SelfSpread (sqrt(1-r²) u - r e), cut to 0 to 1
//
// u is standard normal and r is the Correlation. e is the square of the error of the logarithm,
// standardized by the mean and the variance that it has over all people. In every revision
// everybody, at once:
//
//  1. sees the mean of the last estimates of his neighbours;
//  2. gives his own last estimate the weight w, and that mean the weight 1 - w.
//
// Whoever has no neighbours never revises: in a solo group nothing changes.
//
// From the paper are the rule, the three networks, up to four neighbours and two revisions. Its
// groups have about 37 people. What these are like is the user's to say. The baseline is measured,
// and not fitted to the results. It is rounded from the first six trials of the data that Pilgrim
// and Becker published again (repository chasmani/Individuals-Crowds-Network-Dynamics): four of a
// centralized group and two of a decentralized one, with 197 people who answered twice. Means over
// these trials: the standard deviation of the logarithm is .61; the median is .79 of these below
// the truth; the self-weight is .60, with a standard deviation of .31. Its correlation with the
// square of the error of the logarithm is -.09, and from trial to trial it goes from -.38 to .18. A
// self-weight is there (second estimate - neighbours) / (first - neighbours), cut to 0 to 1.
//
// With Correlation 0 the same networks show what averaging does alone. First estimates are skewed:
// their mean is above their median, and averaging moves the median upwards. Where the median lies
// below the truth it improves, although nobody who is right counts for more. The mean does not: it
// moves by chance, and a group's mean improves in half of the runs.
type Becker2017 struct {
	Network     CrowdNetwork // who sees whose estimates (zero: Decentralized)
	Neighbours  int          // of each person in a decentralized network, an even number (0: 4)
	People      int          // number of people (0: 37)
	Revisions   int          // number of revisions (0: 2)
	Correlation Rate         // of self-weight and error, with the sign reversed (baseline .1)
	Spread      Rate         // standard deviation of logarithms, above 0 (baseline .6)
	Below       Rate         // of the median below the truth, in such deviations (baseline .8)
	SelfWeight  Rate         // mean self-weight, before it is cut (baseline .6)
	SelfSpread  Rate         // its standard deviation, before it is cut (baseline .3)
}

// CrowdNetwork is one of the networks of Becker2017.
type CrowdNetwork uint8

// The networks.
const (
	Decentralized CrowdNetwork = iota // random, but everybody has as many neighbours
	Centralized                       // one person is tied to everybody else, and nobody else is
	Solo                              // nobody is tied to anybody
)

var crowdNetworks = []string{"decentralized", "centralized", "solo"}

// String names the network.
func (n CrowdNetwork) String() string {
	if int(n) < len(crowdNetworks) {
		return crowdNetworks[n]
	}
	return fmt.Sprintf("CrowdNetwork(%d)", uint8(n))
}

// Scenario returns the organization.
func (b Becker2017) Scenario() sim.Scenario {
	s := opinionScenario(b.String(), orElse(b.People, 37), orElse(b.Revisions, 2), b.first())
	s.Stop = nil
	s.RealChannels = []sim.RealChannel{{
		Name:        OpinionChannel,
		Structure:   network.Circles{Of: b.network()},
		Externalize: opinion.Candid{},
		Objectify:   opinion.Average{},
		Internalize: stubborn{first: b.first(), correlation: b.Correlation.or(.1),
			mean: b.SelfWeight.or(.6), spread: b.SelfSpread.or(.3)},
	}}
	return s
}

func (b Becker2017) first() skewed { return skewed{b.Spread.or(.6), b.Below.or(.8)} }

func (b Becker2017) network() network.Generator {
	switch b.Network {
	case Centralized:
		return network.Star{}
	case Solo:
		return network.RingLattice{}
	}
	return evenly{network.RingLattice{Neighbours: orElse(b.Neighbours, 4)}}
}

// evenly draws a random network in which everybody has as many neighbours as in a ring lattice.
type evenly struct{ network.RingLattice }

// Graph implements network.Generator.
func (e evenly) Graph(n int, src network.Source) (*network.Graph, error) {
	g, err := e.RingLattice.Graph(n, src)
	if err != nil {
		return nil, err
	}
	return network.RewireDegrees(g, src), nil
}

// MedianChange returns the change of the group median's error since the first estimates, in
// standard deviations of first estimates: those of all that could be made, as the paper pools them.
// Below 0 the median has improved. It can be the Of of a metrics.Metric.
func (Becker2017) MedianChange(m *sim.Model) float64 {
	first, now := estimates(m)
	slices.Sort(first)
	slices.Sort(now)
	change := math.Abs(middle(now)-truth) - math.Abs(middle(first)-truth)
	return change / m.Scenario().Opinions.(skewed).deviation()
}

// MeanImproved returns 1 if the error of the group's mean is smaller than at first, else 0. It can
// be the Of of a metrics.Metric.
func (Becker2017) MeanImproved(m *sim.Model) float64 {
	first, now := estimates(m)
	if math.Abs(average(now)-truth) < math.Abs(average(first)-truth) {
		return 1
	}
	return 0
}

// estimates returns everybody's first and present estimates.
func estimates(m *sim.Model) (first, now []float64) {
	kept, err := m.Remembered(OpinionChannel)
	if err != nil {
		panic(err) // the model is not of this scenario
	}
	for p := range m.People() {
		v := m.Opinion(p)[0]
		now = append(now, v)
		if m.Tick() > 0 {
			v = math.Float64frombits(kept.Learning(p)[firstEstimate])
		}
		first = append(first, v)
	}
	return first, now
}

// middle returns the median of numbers in ascending order.
func middle(sorted []float64) float64 {
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func average(all []float64) float64 {
	sum := 0.
	for _, v := range all {
		sum += v
	}
	return sum / float64(len(all))
}

// Validate returns an error where a parameter is out of its range.
func (b Becker2017) Validate() error {
	if b.Network > Solo {
		return fmt.Errorf("models: Becker2017.Network is %d, want %d to %d", b.Network,
			Decentralized, Solo)
	}
	return b.Scenario().Validate()
}

// String names the organization by its parameters.
func (b Becker2017) String() string {
	text := fmt.Sprintf("becker2017 %v", b.Network)
	if b.Network == Decentralized {
		text += fmt.Sprintf(" neighbours=%d", orElse(b.Neighbours, 4))
	}
	return text + fmt.Sprintf(" people=%d revisions=%d correlation=%v spread=%v below=%v "+
		"selfweight=%v selfspread=%v", orElse(b.People, 37), orElse(b.Revisions, 2),
		b.Correlation.or(.1), b.Spread.or(.6), b.Below.or(.8), b.SelfWeight.or(.6),
		b.SelfSpread.or(.3))
}
