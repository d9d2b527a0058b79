// Lazer2007 runs the model of Lazer and Friedman (2007), the network structure of exploration and
// exploitation. People search a rugged landscape, and copy the best of their contacts.
//
//	go run ./examples/lazer2007
//	go run ./examples/lazer2007 -network line,complete -k 0,5,10 -at 5,20,200 -csv -
//
// It prints performance, and which of the paper's findings hold. It draws performance over time
// into out/lazer2007.
package main

import (
	"context"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("lazer2007", run) }

const paper = "Lazer and Friedman (2007), The network structure of exploration and " +
	"exploitation, Administrative Science Quarterly 52(4):667-694"

const replicates = 400 // the differences between networks are seven standard errors and more

// networks are the values of -network, the complete one first.
var networks = []string{"complete", "line", "ring", "small-world", "random", "isolated"}

// generator returns the network with a name. Small worlds and random networks have four ties per
// person on average.
func generator(name string, people int) network.Generator {
	switch name {
	case "line":
		return network.Line{}
	case "ring":
		return network.RingLattice{Neighbours: 2}
	case "small-world":
		return network.WattsStrogatz{Neighbours: 4, Rewire: .1}
	case "random":
		return network.Gnm{Edges: 2 * people}
	case "isolated":
		return network.RingLattice{Neighbours: 0}
	}
	return network.Complete{}
}

// lazer is a run of the program.
type lazer struct {
	*study.Study
	network             *study.List[string]
	n, k, people, ticks *study.List[int]
	at                  *study.Moments
}

func newLazer() *lazer {
	s := study.New("lazer2007", replicates)
	return &lazer{
		Study:   s,
		network: s.Words("network", "who hears whom", networks, networks...),
		n:       s.Ints("n", "dimensions", 1, sim.MaxLoci, 20),
		k: s.Ints("k", "other dimensions that set a dimension's payoff, 0 to n-1", 0,
			sim.MaxLoci-1, 5),
		people: s.Ints("people", "people", 1, 100_000, 100),
		ticks: s.Ints("ticks", "periods of a run; of several entries, the largest", 1,
			study.MaxTicks, 200),
		at: s.Moments("at", "periods to report, up to the last", 5, 10, 20, 200),
	}
}

func run(ctx context.Context, args []string) error {
	l := newLazer()
	if err := l.Parse(args); err != nil {
		return err
	}
	at, err := l.moments()
	if err != nil {
		return err
	}
	var scenarios []sim.Scenario
	for c := range l.Combinations(l.axes()...) {
		scenarios = append(scenarios, l.scenario(c.Name(), l.k.Value()))
	}
	if l.asInThePaper() {
		for c := range l.Combinations(l.axes()...) {
			scenarios = append(scenarios, l.scenario(simple(c.Name()), 0))
		}
	}
	measured, err := l.Measure(ctx, scenarios,
		study.Curve(l.last(), append(l.findingTicks(), at...)...), metrics.Performance)
	if err != nil {
		return err
	}
	l.addRows(measured, at)
	return l.Finish(study.Report{
		Title:   paper,
		Targets: append(l.performance(measured, at), l.findings(measured)...),
		Notes: []string{
			"Performance is (payoff / highest payoff)^8, as a mean over people. The paper gives " +
				"curves without numbers. So the program checks which network is ahead.",
		},
		Figures: []study.Figure{{Name: "lazer2007", Panel: l.figure(measured)}},
	})
}

// axes returns the parameters of a scenario, in the order of the columns.
func (l *lazer) axes() []study.Axis { return []study.Axis{l.network, l.n, l.k, l.people} }

// last returns the period at which runs end.
func (l *lazer) last() int { return slices.Max(l.ticks.All()) }

// moments returns the ticks to report. These are the entries of -at. Without -at they are some
// ticks on the way, and the entries of -ticks.
func (l *lazer) moments() ([]int, error) {
	at, err := l.at.Until(l.last())
	if err != nil {
		return nil, err
	}
	if l.ticks.Changed() && !l.at.Asked() {
		at = append(at, l.ticks.All()...)
		slices.Sort(at)
		at = slices.Compact(at)
	}
	return at, nil
}

// scenario returns the combination's organization, with the given name and k.
func (l *lazer) scenario(name string, k int) sim.Scenario {
	s := models.LazerFriedman2007{
		Network: generator(l.network.Value(), l.people.Value()),
		N:       l.n.Value(), K: models.Exactly(k), People: l.people.Value(), Ticks: l.last(),
	}.Scenario()
	s.Name = name
	return s
}

// addRows adds a row per combination and tick.
func (l *lazer) addRows(measured *study.Measured, at []int) {
	l.Columns("network", "n", "k", "people", "tick", "replicates", "performance_mean",
		"performance_se")
	for c := range l.Combinations(l.axes()...) {
		for _, tick := range at {
			e := measured.Estimate(c.Name(), metrics.Performance, tick)
			l.Row(append(c.Fields(), study.Count(tick), study.Count(l.Replicates), study.Mean(e),
				study.SE(e))...)
		}
	}
}

// performance returns the numbers of the rows, for the table.
func (l *lazer) performance(measured *study.Measured, at []int) []study.Target {
	var all []study.Target
	for _, tick := range at {
		for c := range l.Combinations(l.axes()...) {
			all = append(all, study.Target{
				Figure: "Performance after period " + chart.Thousands(tick), What: c.Words(),
				Kind:      study.Silent,
				Simulated: measured.Estimate(c.Name(), metrics.Performance, tick),
			})
		}
	}
	return all
}
