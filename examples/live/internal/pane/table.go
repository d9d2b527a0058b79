package pane

import (
	"slices"
	"sync"

	"orglearn/examples/internal/share"
	"orglearn/metrics"
	"orglearn/metrics/study/kinds"
	"orglearn/network"
)

// Metrics returns the metrics that a frame holds, in their order: those of a share.
func Metrics() []metrics.Metric { return share.Metrics() }

// Table returns the table of kinds without those in which nobody has beliefs, and without controls:
// a pane names its own. It has two more: an organization of one unit, and real organizations
// (bundled.txt).
func Table() kinds.Table { return slices.Clone(table()) }

// table is made once, because every link is read against it.
var table = sync.OnceValue(func() kinds.Table {
	all := slices.DeleteFunc(kinds.All(), func(k kinds.Kind) bool {
		return opinionated(k) || k.Role == kinds.Control
	})
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
	return kinds.New(kinds.Organization, "one-unit", "All people in one unit, March's code.",
		func() (kinds.Put, kinds.Fields) {
			return func(d *kinds.Draft) error {
				d.Scenario = d.On.Scenario("one unit", network.Organization{})
				return nil
			}, nil
		})
}
