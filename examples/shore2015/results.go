package main

import (
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

var networkNames = []string{"caveman", "hierarchy", "rewired", "ring"}

// networks are those of the paper, as far as they are known: the sizes are ours. The rewired one is
// the caveman network with its ties swapped, so that everybody keeps his number of contacts.
var networks = map[string]network.Generator{
	"caveman":   network.ConnectedCaveman{Size: 4},
	"hierarchy": network.Tree{Span: 3},
	"rewired":   network.GeneratorFunc(rewired),
	"ring":      network.RingLattice{Neighbours: 2},
}

func rewired(n int, src network.Source) (*network.Graph, error) {
	g, err := network.ConnectedCaveman{Size: 4}.Graph(n, src)
	if err != nil {
		return nil, err
	}
	return network.RewireDegrees(g, src), nil
}

// searches are the metrics of the two searches: each search is known by its metric.
var searches = []metrics.Metric{efficiency, theories}

// axes returns the parameters of a search.
func (s *shore) axes(m metrics.Metric) []study.Axis {
	if m.Name == theories.Name {
		return []study.Axis{s.network, s.k, s.people}
	}
	return []study.Axis{s.network, s.share, s.people}
}

// scenario returns the combination's organization, with a name.
func (s *shore) scenario(m metrics.Metric, name string) sim.Scenario {
	model := models.Shore2015{Network: networks[s.network.Value()], People: s.people.Value(),
		Ticks: s.last(), Share: models.At(s.share.Value()), K: models.Exactly(s.k.Value())}
	if m.Name == theories.Name {
		model.Search = models.Theories
	}
	one := model.Scenario()
	one.Name = name
	return one
}

// last returns the period at which runs end.
func (s *shore) last() int { return slices.Max(s.ticks.All()) }

// found returns what every combination has found in the end.
func (s *shore) found() []study.Target {
	var all []study.Target
	for _, m := range searches {
		for c := range s.Combinations(s.axes(m)...) {
			all = append(all, study.Target{Figure: "In the end: " + m.Unit, What: c.Words(),
				Kind: study.Silent, Simulated: s.measured.Estimate(c.Name(), m, study.End)})
		}
	}
	return all
}

// claims returns the differences between the clustered network and the two that are not, in the
// paper's direction, if both were run.
func (s *shore) claims() []study.Target {
	var all []study.Target
	for _, m := range searches {
		for _, other := range []string{"ring", "rewired"} {
			if !slices.Contains(s.network.All(), "caveman") ||
				!slices.Contains(s.network.All(), other) {
				continue
			}
			for c := range s.Combinations(s.axes(m)[1:]...) {
				more, less := "caveman", other
				if m.Name == theories.Name {
					more, less = less, more
				}
				all = append(all, study.Target{
					Figure: "Claims of order, " + c.Words(), Kind: study.Above,
					What: fmt.Sprintf("%s: %s less %s", m.Name, more, less), Shown: other != "ring",
					Simulated: s.measured.Difference("network="+more+" "+c.Name(),
						"network="+less+" "+c.Name(), m, study.End),
				})
			}
		}
	}
	return all
}

func (s *shore) writeRows() {
	s.Columns("metric", "network", "parameter", "value", "people", "tick", "replicates", "mean",
		"se")
	for _, m := range searches {
		parameter := "share"
		if m.Name == theories.Name {
			parameter = "k"
		}
		for c := range s.Combinations(s.axes(m)...) {
			e, f := s.measured.Estimate(c.Name(), m, study.End), c.Fields()
			s.Row(m.Name, f[0], parameter, f[1], f[2], study.Count(s.last()),
				study.Count(s.Replicates), study.Mean(e), study.SE(e))
		}
	}
}
