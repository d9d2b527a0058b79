package kinds

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"orglearn/metrics/study/param"
	"orglearn/sim/setups"
)

// Every field of a setup, model, event, reality or rule is a field of a kind, or some kind puts it.
// So is every field of a scenario, its first channel, the conditions and the mechanisms. Those in
// unnamed are not, each with its reason.
//
// The source says which fields of its structs are parameters. What a kind puts is seen in a draft.
func TestKindsHaveEveryField(t *testing.T) {
	s, before := readSource(t), texts(draft())
	for at := range before {
		s.all[at] = true
	}
	for _, k := range All() {
		for _, values := range append(trials(k), nil) {
			put, _ := putInto(k, values) // what does not fit the draft changes nothing in it
			for at, text := range texts(put) {
				s.all[at] = true
				s.named[at] = s.named[at] || text != before[at]
			}
		}
	}
	count := 0
	for _, at := range slices.Sorted(maps.Keys(s.all)) {
		if s.named[at] {
			count++
		} else if unnamed[at] == "" {
			t.Errorf("no kind has the field %s", at)
		}
	}
	if count < 300 {
		t.Errorf("only %d fields have a kind", count)
	}
	for at, why := range unnamed {
		if s.named[at] || !s.all[at] {
			t.Errorf("%s (%s) is no field that has no kind", at, why)
		}
	}
}

// A field changes what its kind puts: by itself, or beside values that make it count.
func TestEachFieldChangesADraft(t *testing.T) {
	for _, k := range All() {
		for _, f := range k.Fields {
			if !changes(t, k, f) {
				t.Errorf("%s %s: %s changes nothing", k.Role, k.Name, f.Name)
			}
		}
	}
}

func changes(t *testing.T, k Kind, f Field) bool {
	for _, beside := range append([][]any{nil}, alternatives[k.Name+" "+f.Name]...) {
		values := part(t, k.Role, k.Name, beside...).Values
		before, err := putInto(k, values)
		if err != nil {
			continue
		}
		for _, v := range otherValues(f) {
			values[f.Name] = v
			after, err := putInto(k, values)
			if err == nil && deepText(reflect.ValueOf(after)) != deepText(reflect.ValueOf(before)) {
				return true
			}
		}
	}
	return false
}

// trials returns values of the fields of a kind, each with one that is not the default.
func trials(k Kind) (all []Values) {
	for _, f := range k.Fields {
		for _, v := range otherValues(f) {
			all = append(all, Values{f.Name: v})
		}
	}
	return all
}

// draft returns an organization to which kinds are put.
func draft() Draft {
	return Draft{On: setups.Default(), Scenario: setups.Communities{}.Scenario()}
}

// putInto returns the draft to which a kind is put.
func putInto(k Kind, values Values) (Draft, error) {
	d := draft()
	err := k.Put(values, &d)
	if k.Role == Mechanism {
		d.Scenario = setups.Communities{On: &d.On}.Scenario()
	}
	return d, err
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
		if !own && !f.IsExported() || f.Type.Kind() == reflect.Func {
			continue
		}
		texts[at] = deepText(v.Field(i))
		if unnamed[at] == "" && f.Type.Kind() == reflect.Struct {
			leaves(v.Field(i), texts)
		}
	}
}

// deepText returns a value as text. A pointer is what it points to. Functions are alike: what they
// hold is seen in the name of a scenario.
func deepText(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Func:
		return "func"
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return "nil"
		}
		return v.Elem().Type().String() + deepText(v.Elem())
	case reflect.Struct:
		s := "{"
		for i := range v.NumField() {
			s += deepText(v.Field(i)) + " "
		}
		return s + "}"
	case reflect.Slice, reflect.Array:
		s := "["
		for i := range v.Len() {
			s += deepText(v.Index(i)) + " "
		}
		return s + "]"
	}
	return fmt.Sprint(v)
}

// otherValues returns values of a field that are not its default.
func otherValues(f Field) (all []param.Value) {
	for _, w := range f.Words {
		all = append(all, param.Value{Word: w})
	}
	number := f.Default.Number
	numbers := []float64{number + 1, number + 2, number - 1}
	if f.Type == Number {
		numbers = []float64{(number + f.Most) / 2, (number + f.Least) / 2}
	}
	for _, v := range numbers {
		all = append(all, param.Value{Number: v})
	}
	return slices.DeleteFunc(all, func(v param.Value) bool {
		return v == f.Default || f.Check(v) != nil
	})
}

// unnamed are fields that no kind has, with the reason.
var unnamed = map[string]string{
	"agenda.Animate.Channel":      theChannel,
	"agenda.Attention.Channel":    theChannel,
	"culture.Drift.Channel":       theChannel,
	"culture.Seeded.Channel":      theChannel,
	"flows.Progress.Channel":      theChannel,
	"formation.Formation.Channel": theChannel,
	"power.Allot.Channel":         theChannel,
	"power.Sponsor.Channel":       theChannel,
	"sim.Curate.Channel":          theChannel,
	"sim.ElectLeaders.Channel":    theChannel,
	"sim.Endowment.Channel":       theChannel,
	"sim.PermuteTrust.Channel":    theChannel,
	"sim.Reshuffle.Channel":       theChannel,
	"sim.Reorganize.Channel":      theChannel,
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
	"practice.Specialist.Of":     "the first beliefs about one's work are mixed",
	"practice.Within.Of":         "it is the rule flip, which has the field idle",
	"setups.Practice.Animator":   "it is the event animate",
	"setups.Practice.Contrast":   "it is the event endowment",
	"sim.Curate.By":              "the communities curate: " + theChannel,
	"sim.During.Event":           "it is the event that has a first and a last tick",
	"sim.Reorganize.Structure":   "it is made of the field size",
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
