// Barkoczi2016 runs the model of Barkoczi and Galesic (2016), strategies of social learning on an
// efficient and an inefficient network, and sets it beside the published means.
//
//	go run ./examples/barkoczi2016
//	go run ./examples/barkoczi2016 -network lattice -ticks 50,200 -csv -
//
// It prints published and simulated numbers side by side and whether they agree, and draws
// performance over time, with the published points, into out/barkoczi2016.
package main

import (
	"context"
	"fmt"
	"slices"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

func main() { program.Main("barkoczi2016", run) }

const paper = "Barkoczi and Galesic (2016), Social learning strategies modify the effect of " +
	"network structure on group performance, Nature Communications 7:13109"

// replicates are enough for a standard error of a fourth of the tolerance: another seed is not to
// miss it by chance.
const replicates = 2500

// networks are those of the paper that the model has: each of a hundred hears all others, or the 19
// who come next.
var networks = map[string]network.Generator{"complete": network.Complete{},
	"lattice": network.DirectedRing{Ahead: 19}}

// strategy is one of the paper's, with what is published for it: the mean at step 200 on the
// complete network, of 1,000 runs.
type strategy struct {
	name      string
	model     models.BarkocziGalesic2016
	published float64
}

var strategies = []strategy{
	{"best-3", models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 3}, .614},
	{"best-9", models.BarkocziGalesic2016{Strategy: models.BestMember, Sample: 9}, .543},
	{"conformity-3", models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 3}, .829},
	{"conformity-9", models.BarkocziGalesic2016{Strategy: models.Conformity, Sample: 9}, .542},
	{"random", models.BarkocziGalesic2016{Strategy: models.RandomCopying}, .336},
	{"individual", models.BarkocziGalesic2016{Strategy: models.Individual}, .383},
}

// The published means are of step 200 and of 1,000 runs, and to be met within the tolerance: their
// standard error is .002 to .007, and that of this program's runs .001 to .004.
const (
	publishedStep = 200
	tolerance     = .02
)

func named(name string) strategy {
	return strategies[slices.IndexFunc(strategies, func(s strategy) bool { return s.name == name })]
}

// barkoczi is a run of the program.
type barkoczi struct {
	*study.Study
	network, strategy *study.List[string]
	ticks             *study.List[int]
}

func newBarkoczi() *barkoczi {
	s := study.New("barkoczi2016", replicates)
	var names []string
	for _, one := range strategies {
		names = append(names, one.name)
	}
	both := []string{"complete", "lattice"}
	return &barkoczi{
		Study:    s,
		network:  s.Words("network", "who can be heard by whom", both, both...),
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
			"The paper sets networks side by side for samples of 3 only; the row of conformity " +
				"among 9 stands alone.",
		},
		Figures: []study.Figure{{Name: "barkoczi2016", Panel: b.figure(measured)}},
	})
}

// last is the step at which runs end.
func (b *barkoczi) last() int { return slices.Max(b.ticks.All()) }

// scenario is the organization of the combination.
func (b *barkoczi) scenario(name string) sim.Scenario {
	model := named(b.strategy.Value()).model
	model.Network, model.Ticks = networks[b.network.Value()], b.last()
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

// scenarioName is the name of the scenario of a combination of network and strategy.
func scenarioName(network, strategy string) string {
	return fmt.Sprintf("network=%s strategy=%s", network, strategy)
}

// means sets every combination beside what is published for it, if anything is.
func (b *barkoczi) means(measured *study.Measured) []study.Target {
	var all []study.Target
	for range b.Combinations(b.network, b.ticks, b.strategy) {
		t := study.Target{
			Figure: fmt.Sprintf("Performance at step %d, %s network", b.ticks.Value(),
				b.network.Value()), What: b.strategy.Value(),
			Kind: study.Silent,
			Simulated: measured.Estimate(scenarioName(b.network.Value(), b.strategy.Value()),
				metrics.Performance, b.ticks.Value()),
		}
		if b.network.Value() == "complete" && b.ticks.Value() == publishedStep {
			t.Kind, t.Published, t.Tolerance = study.Near, named(t.What).published, tolerance
		}
		all = append(all, t)
	}
	return all
}

// findings are the differences between the networks, run by run: best member gains from the
// inefficient one, conformity from the efficient.
func (b *barkoczi) findings(measured *study.Measured) []study.Target {
	if len(b.network.All()) < 2 || !slices.Contains(b.ticks.All(), publishedStep) {
		return nil
	}
	var all []study.Target
	for _, name := range b.strategy.All() {
		t := study.Target{Figure: fmt.Sprintf("Networks at step %d", publishedStep),
			Kind: study.Above}
		better, worse := "lattice", "complete"
		switch named(name).model.Strategy {
		case models.RandomCopying, models.Individual:
			continue
		case models.Conformity:
			better, worse = worse, better
			if name == "conformity-9" {
				t.Kind = study.Silent
			}
		}
		t.What = fmt.Sprintf("%s: %s less %s", name, better, worse)
		t.Simulated = measured.Difference(scenarioName(better, name), scenarioName(worse, name),
			metrics.Performance, publishedStep)
		all = append(all, t)
	}
	return all
}
