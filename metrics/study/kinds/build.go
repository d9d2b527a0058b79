package kinds

import (
	"orglearn/metrics/study"
	"orglearn/sim/models"
)

// FieldOf is a field of kinds whose parameters are in a T.
type FieldOf[T any] struct {
	Field
	set func(*T, study.Value)
	get func(*T) study.Value
}

// New returns a kind with the parameters of a T. The defaults are those in base. Each kind that is
// put begins with a copy of base, sets the fields, and is then put into the draft.
func New[T any](
	role Role, name, sentence string, base T, put func(T, *Draft) error, fields ...FieldOf[T],
) Kind {
	k := Kind{Role: role, Name: name, Sentence: sentence}
	for _, f := range fields {
		f.Default = f.get(&base)
		k.Fields = append(k.Fields, f.Field)
	}
	k.make = func(values Values, d *Draft) error {
		t := base
		for _, f := range fields {
			if v, ok := values[f.Name]; ok {
				f.set(&t, v)
			}
		}
		return put(t, d)
	}
	return k
}

// NumberOf returns a field for a number, from least to most.
func NumberOf[T any](
	name, unit, sentence string, least, most float64, at func(*T) *float64,
) FieldOf[T] {
	return FieldOf[T]{
		Field{Name: name, Sentence: sentence, Unit: unit, Least: least, Most: most, Low: least,
			High: most},
		func(t *T, v study.Value) { *at(t) = v.Number },
		func(t *T) study.Value { return study.Value{Number: *at(t)} },
	}
}

// WholeOf returns a field for a whole number, from least to most.
func WholeOf[T any](
	name, unit, sentence string, least, most int, at func(*T) *int,
) FieldOf[T] {
	return FieldOf[T]{
		Field{Name: name, Sentence: sentence, Unit: unit, Type: Whole, Least: float64(least),
			Most: float64(most), Low: float64(least), High: float64(most)},
		func(t *T, v study.Value) { *at(t) = int(v.Number) },
		func(t *T) study.Value { return study.Value{Number: float64(*at(t))} },
	}
}

// SwitchOf returns a field for a switch.
func SwitchOf[T any](name, sentence string, at func(*T) *bool) FieldOf[T] {
	return FieldOf[T]{
		Field{Name: name, Sentence: sentence, Type: Switch, Most: 1, High: 1},
		func(t *T, v study.Value) { *at(t) = v.Number != 0 },
		func(t *T) study.Value {
			if *at(t) {
				return study.Value{Number: 1}
			}
			return study.Value{}
		},
	}
}

// ChoiceOf returns a field for one of some words, which stand for 0, 1 and so on.
func ChoiceOf[T any, W ~int | ~uint8](
	name, sentence string, at func(*T) *W, words ...string,
) FieldOf[T] {
	return FieldOf[T]{
		Field{Name: name, Sentence: sentence, Type: Choice, Words: words},
		func(t *T, v study.Value) {
			for i, w := range words {
				if w == v.Word {
					*at(t) = W(i)
				}
			}
		},
		func(t *T) study.Value { return study.Value{Word: words[*at(t)]} },
	}
}

// Upto returns the field with a slider that ends lower than the field.
func (f FieldOf[T]) Upto(high float64) FieldOf[T] {
	f.High = high
	return f
}

// rateOf is NumberOf for a rate whose baseline is not 0.
func rateOf[T any](name, sentence string, baseline, most float64,
	set func(*T, models.Rate),
) FieldOf[T] {
	return FieldOf[T]{
		Field{Name: name, Sentence: sentence, Unit: rate, Most: most, High: most},
		func(t *T, v study.Value) { set(t, models.At(v.Number)) },
		func(*T) study.Value { return study.Value{Number: baseline} },
	}
}

// countOf is WholeOf for a number whose baseline is not 0.
func countOf[T any](
	name, unit, sentence string, baseline, most int, set func(*T, models.Count),
) FieldOf[T] {
	return FieldOf[T]{
		Field{Name: name, Sentence: sentence, Unit: unit, Type: Whole, Most: float64(most),
			High: float64(most)},
		func(t *T, v study.Value) { set(t, models.Exactly(int(v.Number))) },
		func(*T) study.Value { return study.Value{Number: float64(baseline)} },
	}
}

// The units of fields.
const (
	rate       = "probability"
	share      = "share"
	slope      = "slope"
	sixteenths = "sixteenths"
	people     = "people"
	dimensions = "dimensions"
	ticks      = "ticks"
)
