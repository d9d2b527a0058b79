package sim_test

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

func sweep(t *testing.T, base sim.Scenario, axes ...sim.Axis) []sim.Scenario {
	t.Helper()
	all := sim.Sweep(base, axes...)
	for _, s := range all {
		if err := s.Validate(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// sizes and absorbing are two axes. structures is an axis of values that look alike.
var (
	sizes = sim.Vary("size", func(s *sim.Scenario, n int) {
		s.Channels[0].Structure = network.Isolated{Size: n}
	}, 5, 10)
	absorbing = sim.Vary("rate", func(s *sim.Scenario, r float64) {
		s.Channels[0].Internalize = agents.Absorb{Rate: r}
	}, .1, .5, .9)
	setStructure = func(s *sim.Scenario, x network.Structure) { s.Channels[0].Structure = x }
	structures   = sim.Vary("structure", setStructure,
		[]network.Structure{network.Isolated{Size: 5}, network.Hierarchy{Span: 5},
			network.Organization{}}...)
)

func namesOf(all []sim.Scenario) string {
	var names []string
	for _, s := range all {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}

// A sweep changes copies and names them. The last axis changes fastest.
func TestSweep(t *testing.T) {
	base := sound()
	all := sweep(t, base, sizes, absorbing)
	want := "sound size=5 rate=0.1, sound size=5 rate=0.5, sound size=5 rate=0.9, sound size=10 " +
		"rate=0.1, sound size=10 rate=0.5, sound size=10 rate=0.9"
	if got := namesOf(all); got != want {
		t.Errorf("names %s", got)
	}
	if all[4].Channels[0].Structure != (network.Isolated{Size: 10}) ||
		all[4].Channels[0].Internalize != (agents.Absorb{Rate: .5}) {
		t.Errorf("%s has %v and %v", all[4].Name, all[4].Channels[0].Structure,
			all[4].Channels[0].Internalize)
	}
	if base.Channels[0].Structure != (network.Hierarchy{Span: 4}) {
		t.Errorf("a sweep has changed its base")
	}
	base.Name = ""
	if got := sweep(t, base, sizes)[1].Name; got != "size=10" {
		t.Errorf("without a name: %q", got)
	}
	if n := len(sweep(t, base)); n != 1 {
		t.Errorf("no axis gives %d scenarios, want 1", n)
	}
	if n := len(sweep(t, base, sizes, sim.Vary("none", func(*sim.Scenario, int) {}))); n != 0 {
		t.Errorf("an axis without values gives %d scenarios, want 0", n)
	}
}

// The factors of a scenario are the axes, with its values and labels. A sweep of a sweep adds to
// them. Scenarios do not share the storage of factors.
func TestFactors(t *testing.T) {
	all := sweep(t, sound(), sizes, absorbing.Labels("slow", "middling", "fast"))
	want := []sim.Factor{{Name: "size", Value: 10, Label: "10"},
		{Name: "rate", Value: .5, Label: "middling"}}
	if !slices.Equal(all[4].Factors, want) || all[4].Name != "sound size=10 rate=middling" {
		t.Errorf("%q has the factors %v, want %v", all[4].Name, all[4].Factors, want)
	}
	again := sweep(t, all[4], sim.Vary("heed", func(s *sim.Scenario, n int) {
		s.Channels[0].Heed = n
		s.Factors[0].Label, s.Name = "in vain", "in vain"
	}, 1, 2))
	for i, label := range []string{"1", "2"} {
		if f := again[i].Factors; len(f) != 3 || f[1] != want[1] || f[2].Label != label {
			t.Errorf("swept again it has the factors %v", f)
		}
	}
	if again[0].Factors[0].Label = "changed"; all[4].Factors[0].Label != "10" ||
		again[1].Factors[0].Label != "10" {
		t.Error("scenarios share their factors")
	}
}

// Values that look alike get their types as a prefix. Other values do not.
func TestLabels(t *testing.T) {
	const want = "sound structure=network.Isolated{5}, sound structure=network.Hierarchy{5}, " +
		"sound structure={}"
	if got := namesOf(sweep(t, sound(), structures)); got != want {
		t.Errorf("names\n%s, want\n%s", got, want)
	}
	if got := namesOf(sweep(t, sound(), structures.Labels("teams", "tree", "all"))); got !=
		"sound structure=teams, sound structure=tree, sound structure=all" {
		t.Errorf("with labels the names are %s", got)
	}
}

// Values that look alike, or look different in every run, are an error.
func TestSweepErrors(t *testing.T) {
	ignore := func(*sim.Scenario, any) {}
	inner := &struct{ n *int }{new(int)}
	twice := sound()
	twice.Factors = []sim.Factor{{Name: "size", Label: "1"}}
	for _, c := range []struct {
		base sim.Scenario
		axes []sim.Axis
		want string
	}{
		{sound(), []sim.Axis{sim.Vary("a", ignore, any(1), 2, 1)},
			`axis "a": values 0 and 2 have the label "int1": give Labels`},
		{sound(), []sim.Axis{sim.Vary("a", ignore, any(""), 2)},
			`axis "a": value 0 has an empty label: give Labels`},
		{sound(), []sim.Axis{sim.Vary("a", ignore, any(func() {}))},
			`axis "a": a func() looks different in every run: give Labels`},
		{sound(), []sim.Axis{sim.Vary("a", ignore, any(inner))}, "looks different in every run"},
		{sound(), []sim.Axis{sim.Vary("a", ignore, any(new(int)))}, "looks different"},
		{sound(), []sim.Axis{absorbing.Labels("slow")}, `axis "rate": 1 Labels for 3 values`},
		{sound(), []sim.Axis{absorbing.Labels()}, `axis "rate": 0 Labels for 3 values`},
		{sound(), []sim.Axis{sizes.Labels("x", "x")}, `values 0 and 1 have the label "x"`},
		{sound(), []sim.Axis{{}}, `axis "" has no set`},
		{sound(), []sim.Axis{sim.Vary[int]("a", nil, 1)}, `axis "a" has no set`},
		{sound(), []sim.Axis{sim.Vary("", ignore, any(1))}, "a factor has no name"},
		{sound(), []sim.Axis{sizes, sizes}, `two factors have the name "size"`},
		{twice, []sim.Axis{sizes}, `sweep of "sound": two factors have the name "size"`},
		{sound(), []sim.Axis{sim.Vary("a", ignore, any("1"), "1 b=1"),
			sim.Vary("b", ignore, any("1 b=1"), "1")},
			`two scenarios have the name "sound a=1 b=1`},
	} {
		all := sim.Sweep(c.base, c.axes...)
		err := all[0].Validate()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v after %d scenarios, want %q", err, len(all), c.want)
		}
	}
}

// Too many scenarios are refused before any is made, also if their number overflows.
func TestSweepLimit(t *testing.T) {
	many := make([]int, 2000)
	for i := range many {
		many[i] = i
	}
	ignore := func(*sim.Scenario, int) {}
	var axes []sim.Axis
	for i := range 12 { // 2000^6 is above 2^63
		axes = append(axes, sim.Vary(fmt.Sprint("axis ", i), ignore, many...))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, n := range []int{2, 3, 6, 12} {
		all := sim.Sweep(sound(), axes[:n]...)
		if err := all[0].Validate(); len(all) != 1 || err == nil || !strings.Contains(err.Error(),
			"more than 100000 scenarios") {
			t.Errorf("%d axes of 2000 values: the error is %v", n, all[0].Validate())
		}
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<20 {
		t.Errorf("the refusals took %d bytes, want less than a million", grown)
	}
	none := sim.Vary("none", ignore)
	if all := sweep(t, sound(), append(slices.Clone(axes), none)...); len(all) != 0 {
		t.Errorf("beside an axis without values there are %d scenarios", len(all))
	}
	few := sim.Vary("few", ignore, many[:sim.MaxScenarios/2000]...)
	if all := sweep(t, sound(), axes[0], few); len(all) != sim.MaxScenarios {
		t.Errorf("%d scenarios, want %d", len(all), sim.MaxScenarios)
	}
}

// A scenario refuses factors with the same name too.
func TestFactorsValid(t *testing.T) {
	for _, c := range []struct {
		factors []sim.Factor
		want    string
	}{
		{[]sim.Factor{{Label: "1"}}, `sim: scenario "sound": a factor has no name`},
		{[]sim.Factor{{Name: "a"}}, `factor "a" has the label ""`},
		{[]sim.Factor{{Name: "a", Label: "1"}, {Name: "a", Label: "2"}},
			`two factors have the name "a"`},
	} {
		s := sound()
		s.Factors = c.factors
		if err := s.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("factors %v: the error is %v, want %q", c.factors, err, c.want)
		}
	}
}

// Factors change neither a run nor its plan.
func TestFactorsAreFree(t *testing.T) {
	for _, s := range bases() {
		want := built(t, s, 1, 0)
		s.Factors = []sim.Factor{{Name: "size", Value: 5, Label: "5"}}
		m := built(t, s, 1, 0)
		if got := m.Plan().String(); got != want.Plan().String() {
			t.Errorf("with a factor the plan is\n%swant\n%s", got, want.Plan())
		}
		if err := errors.Join(m.Run(), want.Run()); err != nil || state(m) != state(want) {
			t.Errorf("%s: with a factor it is another run (%v)", s.Name, err)
		}
	}
}
