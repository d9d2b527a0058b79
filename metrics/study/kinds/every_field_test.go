package kinds

import (
	"fmt"
	"maps"
	"reflect"
	"strings"
	"testing"

	"orglearn/metrics/study/param"
	"orglearn/sim/setups"
)

// Every field of a setup, model, event, reality or rule is a field of a kind, or some kind puts it.
// So is every field of a scenario, its first channel, the conditions and the mechanisms. Those in
// unnamed are not, each with its reason.
func TestKindsHaveEveryField(t *testing.T) {
	before, named := texts(draft()), map[string]bool{}
	all := maps.Clone(before)
	differ := func(a, b map[string]string) (some bool) {
		maps.Copy(all, b)
		for at, text := range b {
			if text != a[at] {
				named[at], some = true, true
			}
		}
		return some
	}
	for _, k := range All() {
		base, put := parameters(k, nil)
		maps.Copy(all, base)
		differ(before, put)
		for _, f := range k.Fields {
			changed, put := parameters(k, Values{f.Name: another(f)})
			differ(before, put)
			if !differ(base, changed) {
				t.Errorf("%s: %s changes no parameter", k.Name, f.Name)
			}
		}
	}
	if len(named) < 300 {
		t.Errorf("only %d fields have a kind", len(named))
	}
	for at := range all {
		if !named[at] && unnamed[at] == "" {
			t.Errorf("no kind has the field %s", at)
		}
	}
	for at, why := range unnamed {
		if _, is := all[at]; named[at] || !is {
			t.Errorf("%s (%s) is no field that has no kind", at, why)
		}
	}
}

// draft returns an organization to which kinds are put.
func draft() Draft {
	return Draft{On: setups.Default(), Scenario: setups.Communities{}.Scenario()}
}

// parameters returns the parameters of a kind, and the draft to which it is put, as texts.
func parameters(k Kind, values Values) (of, put map[string]string) {
	d, of := draft(), map[string]string{}
	t, _ := k.make(values, &d) // what does not fit the draft has its parameters all the same
	leaves(reflect.ValueOf(t), of)
	if k.Role == Mechanism {
		d.Scenario = setups.Communities{On: &d.On}.Scenario()
	}
	return of, texts(d)
}

// texts returns a draft as texts, by type and field.
func texts(d Draft) map[string]string {
	all := map[string]string{}
	leaves(reflect.ValueOf(d), all)
	if len(d.Scenario.Channels) > 0 {
		leaves(reflect.ValueOf(d.Scenario.Channels[0]), all)
	}
	return all
}

// leaves adds the fields of a struct. It goes into structs of this package, and into others with
// exported fields, unless the whole field has no kind.
func leaves(v reflect.Value, texts map[string]string) {
	of := v.Type()
	own := of.PkgPath() == reflect.TypeFor[Kind]().PkgPath()
	for i := range of.NumField() {
		f, at := of.Field(i), of.String()+"."+of.Field(i).Name
		switch {
		case !own && !f.IsExported() || f.Type.Kind() == reflect.Func:
		case unnamed[at] == "" && f.Type.Kind() == reflect.Struct && isOpen(f.Type):
			leaves(v.Field(i), texts)
		default:
			texts[at] = fmt.Sprint(v.Field(i))
		}
	}
}

// isOpen reports whether a struct has fields to go into.
func isOpen(of reflect.Type) bool {
	for i := range of.NumField() {
		if of.Field(i).IsExported() || strings.HasPrefix(of.String(), "kinds.") {
			return true
		}
	}
	return false
}

// another returns a value of a field that is not its default.
func another(f Field) param.Value {
	switch f.Type {
	case Switch:
		return param.Value{Number: 1 - f.Default.Number}
	case Choice:
		for _, w := range f.Words {
			if w != f.Default.Word {
				return param.Value{Word: w}
			}
		}
	case Whole:
		if f.Default.Number < f.Most {
			return param.Value{Number: f.Default.Number + 1}
		}
		return param.Value{Number: f.Default.Number - 1}
	}
	if f.Default.Number < f.Most {
		return param.Value{Number: (f.Default.Number + f.Most) / 2}
	}
	return param.Value{Number: (f.Default.Number + f.Least) / 2}
}

// unnamed are fields that no kind has, with the reason.
var unnamed = map[string]string{
	"agenda.Animate.Channel":      theChannel,
	"agenda.Attention.Channel":    theChannel,
	"culture.Drift.Channel":       theChannel,
	"flows.Progress.Channel":      theChannel,
	"formation.Formation.Channel": theChannel,
	"power.Allot.Channel":         theChannel,
	"power.Sponsor.Channel":       theChannel,
	"sim.Curate.Channel":          theChannel,
	"sim.ElectLeaders.Channel":    theChannel,
	"sim.Endowment.Channel":       theChannel,
	"sim.PermuteTrust.Channel":    theChannel,
	"sim.Reshuffle.Channel":       theChannel,
	"sim.RotateLeaders.Channel":   theChannel,
	"sim.Tradition.Channel":       theChannel,
	"tasks.Work.Channel":          theChannel,

	"practice.Allotment.Of":      theRule,
	"practice.Apprenticeship.Of": theRule,
	"practice.Attendance.Of":     theRule,
	"practice.Calendar.Of":       theRule,
	"practice.Commitment.Of":     theRule,
	"practice.Decreed.Of":        theRule,
	"practice.Expectations.Of":   theRule,
	"practice.Floor.Of":          theRule,
	"practice.Goals.Of":          theRule,
	"practice.Levels.Of":         theRule,
	"practice.PassOn.Of":         theRule,
	"practice.Tally.Of":          theRule,
	"practice.Transactive.Of":    theRule,

	"setups.Brokered.On":    theConditions,
	"setups.Communities.On": theConditions,
	"setups.Hierarchy.On":   theConditions,
	"setups.Institution.On": theConditions,
	"setups.Isolated.On":    theConditions,
	"setups.Matrix.On":      theConditions,
	"setups.Pairs.On":       theConditions,
	"setups.SelfTaught.On":  theConditions,

	"models.BarkocziGalesic2016.Network": theGraph,
	"models.Deffuant2000.Network":        theGraph,
	"models.LazerFriedman2007.Network":   theGraph,
	"models.Shore2015.Network":           theGraph,
	"models.Threshold.Network":           theGraph,
	"models.Zollman2007.Network":         theGraph,

	"models.DeGroot1974.First":                  eachPerson,
	"models.DeGroot1974.Weights":                eachPerson,
	"models.FriedkinJohnsen1990.First":          eachPerson,
	"models.FriedkinJohnsen1990.Susceptibility": eachPerson,
	"models.FriedkinJohnsen1990.Weights":        eachPerson,
	"models.Threshold.Each":                     eachPerson,

	"models.KaneAlavi2007.Tools": "it is made of a switch for each tool",
	"practice.Levels.Above":      "parents have the rule of the channel too",
	"setups.Practice.Contrast":   "it is the event endowment",
	"sim.Curate.By":              "the communities curate: " + theChannel,
	"sim.Scenario.Factors":       "they are those of a sweep and change nothing",
	"sim.Scenario.Ledger":        "a program of one's own reads it, and it changes no result",

	"sim.ElectLeaders.Among":  someUnits,
	"sim.Reshuffle.Among":     someUnits,
	"sim.RotateLeaders.Among": someUnits,
}

// Reasons.
const (
	theChannel    = "it is the first channel of the organization"
	theRule       = "it is the rule that the channel has"
	theConditions = "the kind conditions has them"
	theGraph      = "it is made of the fields network, neighbours and rewire"
	eachPerson    = "it is a list with an entry for each person, and a field is one value"
	someUnits     = "it is a rule of the program's own"
)
