// Barkoczi2016 runs the model of Barkoczi and Galesic (2016): strategies of social learning on an
// efficient and an inefficient network. It compares the results with the published means.
//
//	go run ./examples/barkoczi2016
//	go run ./examples/barkoczi2016 -network lattice -ticks 50,200 -csv -
//	go run ./examples/barkoczi2016 -network lattice,max-mean-clustering,min-mean-betweenness
//
// It prints published and simulated numbers side by side, and whether they agree. It draws
// performance over time, with the published points, into out/barkoczi2016.
package main

import (
	"context"
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("barkoczi2016", run) }

const paper = "Barkoczi and Galesic (2016), Social learning strategies modify the effect of " +
	"network structure on group performance, Nature Communications 7:13109"

// replicates gives a standard error of at most a fourth of the tolerance. So another seed is
// unlikely to miss it by chance.
const replicates = 2500

// strategy is one of the paper's.
type strategy struct {
	name  string
	model models.BarkocziGalesic2016
}

var strategies = []strategy{
	{"best-3", models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 3}},
	{"best-9", models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 9}},
	{"conformity-3", models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 3}},
	{"conformity-9", models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 9}},
	{"random", models.BarkocziGalesic2016{Strategy: models.RandomCopying}},
	{"individual", models.BarkocziGalesic2016{Strategy: models.Individual}},
}

// The published means are at step 200, over 1,000 runs. Their standard errors are .002 to .007;
// those of this program's runs are .001 to .004. The tolerance covers both.
const (
	publishedStep = 200
	tolerance     = .02
)

func strategyOf(name string) strategy {
	return strategies[slices.IndexFunc(strategies, func(s strategy) bool { return s.name == name })]
}

// barkoczi is a run of the program.
type barkoczi struct {
	*study.Study
	network, strategy *study.List[string]
	ticks             *study.List[int]
	found             map[string]network.Generator // the networks that are run
}

func newBarkoczi() *barkoczi {
	s := study.New("barkoczi2016", replicates)
	var names []string
	for _, one := range strategies {
		names = append(names, one.name)
	}
	both := networkNames[:2]
	return &barkoczi{
		Study:    s,
		network:  s.Words("network", "who can be heard by whom", networkNames, both...),
		strategy: s.Words("strategy", "whom people copy", names, names...),
		ticks: s.Ints("ticks", "steps after which performance is reported", 1, study.MaxTicks,
			publishedStep),
	}
}

func run(ctx context.Context, args []string) error {
	b := newBarkoczi()
	if err := b.Parse(args); err != nil {
		return err
	}
	if err := b.findNetworks(); err != nil {
		return err
	}
	var scenarios []sim.Scenario
	for c := range b.Combinations(b.network, b.strategy) {
		scenarios = append(scenarios, b.scenario(c.Name()))
	}
	measured, err := b.Measure(ctx, scenarios, study.Curve(b.last(), b.ticks.All()...),
		metrics.Performance)
	if err != nil {
		return err
	}
	b.addRows(measured)
	return b.Finish(study.Report{
		Title:   paper,
		Targets: append(b.means(measured), b.findings(measured)...),
		Notes: []string{
			"Performance is the mean over people of the payoff over the most there is, to the " +
				"power 8. Published: means of 1,000 runs.",
			"A network found by optimization is not the authors', but one that the same search " +
				"finds: its means are shown, and to miss one ends no program.",
			"The paper sets networks side by side for samples of 3 only; the row of conformity " +
				"among 9 stands alone.",
		},
		Figures: []study.Figure{{Name: "barkoczi2016", Panel: b.figure(measured)}},
	})
}

// last returns the step at which runs end.
func (b *barkoczi) last() int { return slices.Max(b.ticks.All()) }

// scenario returns the combination's organization, with a name.
func (b *barkoczi) scenario(name string) sim.Scenario {
	model := strategyOf(b.strategy.Value()).model
	model.Network, model.Ticks = b.found[b.network.Value()], b.last()
	s := model.Scenario()
	s.Name = name
	return s
}

// addRows adds a row per combination.
func (b *barkoczi) addRows(measured *study.Measured) {
	b.Columns("network", "strategy", "tick", "replicates", "performance_mean", "performance_se")
	for c := range b.Combinations(b.network, b.strategy, b.ticks) {
		e := measured.Estimate(scenarioName(b.network.Value(), b.strategy.Value()),
			metrics.Performance, b.ticks.Value())
		b.Row(append(c.Fields(), study.Count(b.Replicates), study.Mean(e), study.SE(e))...)
	}
}

// scenarioName returns the name of the scenario with a network and a strategy.
func scenarioName(network, strategy string) string {
	return fmt.Sprintf("network=%s strategy=%s", network, strategy)
}

// means compares every combination with its published mean, if there is one.
func (b *barkoczi) means(measured *study.Measured) []study.Target {
	var all []study.Target
	for range b.Combinations(b.network, b.ticks, b.strategy) {
		t := study.Target{
			Figure: fmt.Sprintf("Performance at step %s, %s network",
				chart.Thousands(b.ticks.Value()), b.network.Value()), What: b.strategy.Value(),
			Kind: study.Silent,
			Simulated: measured.Estimate(scenarioName(b.network.Value(), b.strategy.Value()),
				metrics.Performance, b.ticks.Value()),
		}
		mean, there := published[b.network.Value()][t.What]
		if there && b.ticks.Value() == publishedStep {
			t.Kind, t.Published, t.Tolerance = study.Near, mean, tolerance
			t.Shown = searched(b.network.Value())
		}
		all = append(all, t)
	}
	return all
}

// findings returns the differences between the networks, paired by run. Best-member strategies gain
// from the lattice (inefficient), and conformity from the complete network (efficient).
func (b *barkoczi) findings(measured *study.Measured) []study.Target {
	names := b.network.All()
	if !slices.Contains(names, "complete") || !slices.Contains(names, "lattice") ||
		!slices.Contains(b.ticks.All(), publishedStep) {
		return nil
	}
	var all []study.Target
	for _, name := range b.strategy.All() {
		t := study.Target{Figure: fmt.Sprintf("Performance of networks at step %d, paired",
			publishedStep),
			Kind: study.Above}
		better, worse := "lattice", "complete"
		switch strategyOf(name).model.Strategy {
		case models.RandomCopying, models.Individual:
			continue
		case models.Conformity:
			better, worse = worse, better
			if name == "conformity-9" {
				t.Kind = study.Silent
			}
		}
		t.What = fmt.Sprintf("%s: %s minus %s", name, better, worse)
		t.Simulated = measured.Difference(scenarioName(better, name), scenarioName(worse, name),
			metrics.Performance, publishedStep)
		all = append(all, t)
	}
	return all
}
