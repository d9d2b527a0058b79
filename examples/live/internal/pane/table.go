package pane

import (
	"errors"
	"slices"
	"sync"

	"orglearn/metrics"
	"orglearn/metrics/study/kinds"
	"orglearn/network"
	"orglearn/network/data"
	"orglearn/network/roster"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Metrics returns the metrics that a frame holds, in their order.
func Metrics() []metrics.Metric {
	return []metrics.Metric{metrics.Score, metrics.Knowledge, metrics.NormScore, metrics.Consensus,
		metrics.Diversity, metrics.Best}
}

// Table returns the table of kinds without those in which nobody has beliefs, and with two more: an
// organization of one unit, and the real organizations of package data.
func Table() kinds.Table { return slices.Clone(table()) }

// table is made once, because every link is read against it.
var table = sync.OnceValue(func() kinds.Table {
	all := slices.DeleteFunc(kinds.All(), opinionated)
	return append(all, oneUnit(), bundled())
})

// opinionated reports whether people of an organization or a model have opinions in place of
// beliefs: no metric of a frame says anything of these.
func opinionated(k kinds.Kind) bool {
	if k.Role != kinds.Organization && k.Role != kinds.Model {
		return false
	}
	s, err := kinds.Build(kinds.Part{Kind: k})
	return err != nil || len(s.Channels) == 0 && s.Experience == nil
}

func oneUnit() kinds.Kind {
	type T = struct{}
	return kinds.New(kinds.Organization, "one-unit", "All people in one unit, March's code.", T{},
		func(_ T, d *kinds.Draft) error {
			d.Scenario = d.On.Scenario("one unit", network.Organization{})
			return nil
		})
}

// real is a real organization in one of its arrangements.
type real struct{ Set, By int }

// bundled is the kind of real organizations. The number of people is theirs.
func bundled() kinds.Kind {
	return kinds.New(kinds.Organization, "bundled",
		"A real organization. Only units of five people or more are drawn, and no person.",
		real{}, real.put,
		kinds.ChoiceOf("data", "which organization", func(r *real) *int { return &r.Set },
			data.Names()...),
		kinds.ChoiceOf("arranged", "by what people are arranged",
			func(r *real) *int { return &r.By }, "chart", "departments", "contacts"))
}

func (r real) put(d *kinds.Draft) (err error) {
	firm, err := data.Open(data.Names()[r.Set])
	if err != nil {
		return err
	}
	active, err := firm.Active()
	if err != nil {
		return err
	}
	d.Scenario, err = r.arranged(active, d.On)
	return err
}

func (r real) arranged(of *roster.Roster, on setups.Conditions) (sim.Scenario, error) {
	organization := setups.Real{On: &on, Roster: of}
	switch r.By {
	case 0:
		if !of.HasChart() {
			return sim.Scenario{}, errors.New("the data hold no organization chart")
		}
		return organization.Hierarchy()
	case 1:
		return organization.Isolated()
	}
	return organization.Communities()
}
