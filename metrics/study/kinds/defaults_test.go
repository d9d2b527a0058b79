package kinds

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/metrics/study/param"
	"orglearn/sim"
	"orglearn/sim/formation"
	"orglearn/sim/models"
	"orglearn/sim/setups"
)

// A field that is given its default changes nothing.
func TestDefaultsAreTheDefaults(t *testing.T) {
	for _, k := range All() {
		if k.Role != Model {
			continue
		}
		values := Values{}
		for _, f := range k.Fields {
			values[f.Name] = f.Default
		}
		without, err := Build(Part{Kind: k})
		if err != nil {
			t.Fatal(err)
		}
		with, err := Build(Part{k, values})
		if err != nil || with.Name != without.Name {
			t.Errorf("%s: with all defaults %q, with none %q: %v", k.Name, with.Name, without.Name,
				err)
		}
	}
}

// The defaults are those of the library's own structs. Names may say more.
func TestDefaultsAreTheLibrarys(t *testing.T) {
	for name, s := range map[string]sim.Scenario{
		"march":            models.March1991{}.Scenario(),
		"fang":             models.Fang2010{}.Scenario(),
		"schilling-fang":   models.SchillingFang2014{}.Scenario(),
		"carley":           models.Carley1992{}.Scenario(),
		"kane-alavi":       models.KaneAlavi2007{}.Scenario(),
		"miller":           models.Miller2006{}.Scenario(),
		"lazer-friedman":   models.LazerFriedman2007{}.Scenario(),
		"barkoczi-galesic": models.BarkocziGalesic2016{}.Scenario(),
		"axelrod":          models.Axelrod1997{}.Scenario(),
		"becker":           models.Becker2017{}.Scenario(),
		"zollman":          models.Zollman2007{}.Scenario(),
		"degroot":          models.DeGroot1974{}.Scenario(),
		"friedkin-johnsen": models.FriedkinJohnsen1990{}.Scenario(),
		"deffuant":         models.Deffuant2000{}.Scenario(),
	} {
		got, err := Build(part(t, Model, name))
		if err != nil || !strings.HasPrefix(got.Name, s.Name) || got.Ticks != s.Ticks {
			t.Errorf("%s is %q of %d ticks, want %q of %d: %v", name, got.Name, got.Ticks, s.Name,
				s.Ticks, err)
		}
	}
}

// A setup at its defaults is the library's: it gives the same scores.
func TestSetupsAreTheLibrarys(t *testing.T) {
	for name, s := range map[string]sim.Scenario{
		"communities": setups.Communities{}.Scenario(), "brokered": setups.Brokered{}.Scenario(),
		"hierarchy": setups.Hierarchy{}.Scenario(), "matrix": setups.Matrix{}.Scenario(),
		"isolated": setups.Isolated{}.Scenario(), "pairs": setups.Pairs{}.Scenario(),
		"self-taught": setups.SelfTaught{}.Scenario(),
		"institution": setups.Institution{}.Scenario(),
	} {
		got, err := Build(part(t, Organization, name))
		if err != nil {
			t.Fatal(err)
		}
		if a, b := paid(t, got), paid(t, s); a != b {
			t.Errorf("%s pays %d after 5 ticks, the setup %d", name, a, b)
		}
	}
}

// believed returns what all believe after 30 ticks.
func believed(t *testing.T, s sim.Scenario) string {
	m, err := sim.New(s, 1, 0)
	for i := 0; i < 30 && err == nil; i++ {
		err = m.Step()
	}
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(m.Bodies())
}

// paid returns what reality pays after 5 ticks.
func paid(t *testing.T, s sim.Scenario) int64 {
	m, err := sim.New(s, 1, 0)
	for i := 0; i < 5 && err == nil; i++ {
		err = m.Step()
	}
	if err != nil {
		t.Fatal(err)
	}
	return m.Paid()
}

// A scenario has one organization. A published model has its own conditions.
func TestBuildIsRefused(t *testing.T) {
	isolated, march := part(t, Organization, "isolated"), part(t, Model, "march")
	for want, parts := range map[string][]Part{
		"0 organizations and models": {part(t, Event, "turnover")},
		"2 organizations and models": {isolated, isolated},
		"has its own conditions":     {march, part(t, Mechanism, "led")},
		"isolated has no span":       {{isolated.Kind, Values{"span": param.Value{Number: 1}}}},
		"size is 0, want":            {part(t, Organization, "isolated", "size", 0)},
		"no channel of beliefs":      {part(t, Model, "degroot"), part(t, Externalize, "say")},
	} {
		if _, err := Build(parts...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
}

// What is compared with other organizations is the library's: people come
// to believe the same.
func TestComparedAreTheLibrarys(t *testing.T) {
	communities := setups.Communities{Team: 5, Size: 5}
	matched, _, err := setups.Matched(setups.Matrix{Span: 4}, communities.Scenario())
	if err != nil {
		t.Fatal(err)
	}
	mixed, err := setups.Mixed(communities.Scenario(), setups.Hierarchy{Span: 4}.Scenario())
	if err != nil {
		t.Fatal(err)
	}
	formed, err := Build(part(t, Organization, "isolated"), part(t, Mechanism, "formation"))
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := formation.NewControls(formed)
	if err != nil {
		t.Fatal(err)
	}
	of := func(role Role, name, control string) []Part {
		if control == "" {
			return []Part{part(t, role, name)}
		}
		return []Part{part(t, Control, control), part(t, role, name)}
	}
	forming := append(of(Organization, "isolated", "members-drawn"),
		part(t, Mechanism, "formation"))
	seen := map[string]bool{}
	for _, c := range []struct {
		parts []Part
		want  sim.Scenario
	}{
		{of(Organization, "matched", ""), matched},
		{of(Organization, "mixed", ""), mixed},
		{of(Organization, "communities", "randomized"), setups.Randomized(communities.Scenario())},
		{of(Organization, "isolated", "randomized"),
			setups.Randomized(setups.Isolated{Size: 5}.Scenario())},
		{of(Organization, "brokered", "connected"), setups.Connected(setups.Brokered{Team: 5,
			Size: 5, Share: .25}.Scenario())},
		{forming, drawn.Scenario(formation.Members)},
	} {
		got, err := Build(c.parts...)
		if err != nil {
			t.Errorf("%s: %v", c.want.Name, err)
			continue
		}
		a := believed(t, got)
		if a != believed(t, c.want) || seen[a] {
			t.Errorf("%s: people believe something else after 30 ticks", c.want.Name)
		}
		seen[a] = true
	}
	if _, err := Build(of(Organization, "isolated", "members-drawn")...); err == nil {
		t.Error("what does not form has a control of members")
	}
}

// An event happens at its ticks only, if they are given.
func TestDuring(t *testing.T) {
	for _, c := range []struct {
		values []any
		want   sim.Event
	}{
		{nil, sim.Turnover{Rate: .01}},
		{[]any{"first", 0, "last", sim.MaxTicks}, sim.Turnover{Rate: .01}},
		{[]any{"rate", .1, "first", 5}, sim.During{Event: sim.Turnover{Rate: .1}, First: 5,
			Last: sim.MaxTicks}},
		{[]any{"last", 9}, sim.During{Event: sim.Turnover{Rate: .01}, Last: 9}},
	} {
		s, err := Build(part(t, Organization, "isolated"), part(t, Event, "turnover", c.values...))
		if err != nil || len(s.Events) != 1 || s.Events[0] != c.want {
			t.Errorf("%v: the events are %v, want %v: %v", c.values, s.Events, c.want, err)
		}
	}
}

// A name gives the metric of that name, in the channel of the setups or another.
func TestFindMetric(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range Measures() {
		if got, ok := FindMetric(m.Name); !ok || got.Name != m.Name || seen[m.Name] {
			t.Errorf("%q gives %q, or is there twice", m.Name, got.Name)
		}
		seen[m.Name] = true
	}
	if m, ok := FindMetric("taken code"); !ok || m.Name != "taken code" {
		t.Errorf("taken code gives %q", m.Name)
	}
	for _, wrong := range []string{"skore", "", "score code"} {
		if _, ok := FindMetric(wrong); ok {
			t.Errorf("%q is a metric", wrong)
		}
	}
}
