package kinds

import "orglearn/sim/models"

// FieldOf is a field of kinds whose parameters are in a T. It holds one function that finds its
// place. Functions that read and write would be made anew for each of a hundred types, and a page
// has to load them.
type FieldOf[T any] struct {
	Field
	number func(*T) *float64
	whole  func(*T) *int
	flag   func(*T) *bool
	other  func(*T) place
}

// in returns where the field is in a T.
func (f *FieldOf[T]) in(t *T) place {
	switch {
	case f.number != nil:
		return (*numeral)(f.number(t))
	case f.whole != nil:
		return (*integer)(f.whole(t))
	case f.flag != nil:
		return (*toggle)(f.flag(t))
	}
	return f.other(t)
}

// New returns a kind with the parameters of a T. The defaults are those in base. Each kind that is
// put begins with a copy of base, sets the fields, and is then put into the draft.
func New[T any](
	role Role, name, sentence string, base T, put func(T, *Draft) error, fields ...FieldOf[T],
) Kind {
	k := Kind{Role: role, Name: name, Sentence: sentence}
	for i := range fields {
		k.add(fields[i].Field, fields[i].in(&base))
	}
	k.make = func(values Values, d *Draft) (any, error) {
		t := base
		for i := range fields {
			values.put(fields[i].Field, fields[i].in(&t))
		}
		return t, put(t, d)
	}
	return k
}

// add adds a field, whose default is at a place.
func (k *Kind) add(f Field, at place) {
	f.Default = at.get(f)
	k.Fields = append(k.Fields, f)
}

// put sets what is at a place, if there is a value of the field.
func (v Values) put(f Field, at place) {
	if value, ok := v[f.Name]; ok {
		at.set(f, value)
	}
}

func numberField(name, unit, sentence string, least, most float64) Field {
	return Field{Name: name, Sentence: sentence, Unit: unit, Least: least, Most: most, Low: least,
		High: most}
}

func wholeField(name, unit, sentence string, least, most int) Field {
	f := numberField(name, unit, sentence, float64(least), float64(most))
	f.Type = Whole
	return f
}

// NumberOf returns a field for a number, from least to most.
func NumberOf[T any](
	name, unit, sentence string, least, most float64, at func(*T) *float64,
) FieldOf[T] {
	return FieldOf[T]{Field: numberField(name, unit, sentence, least, most), number: at}
}

// WholeOf returns a field for a whole number, from least to most.
func WholeOf[T any](
	name, unit, sentence string, least, most int, at func(*T) *int,
) FieldOf[T] {
	return FieldOf[T]{Field: wholeField(name, unit, sentence, least, most), whole: at}
}

// SwitchOf returns a field for a switch.
func SwitchOf[T any](name, sentence string, at func(*T) *bool) FieldOf[T] {
	return FieldOf[T]{Field: Field{Name: name, Sentence: sentence, Type: Switch, Most: 1, High: 1},
		flag: at}
}

// ChoiceOf returns a field for one of some words, which stand for 0, 1 and so on.
func ChoiceOf[T any, W ~int | ~uint8](
	name, sentence string, at func(*T) *W, words ...string,
) FieldOf[T] {
	return FieldOf[T]{Field: Field{Name: name, Sentence: sentence, Type: Choice, Words: words},
		other: func(t *T) place { return choice[W]{at(t)} }}
}

// Upto returns the field with a slider that ends lower than the field.
func (f FieldOf[T]) Upto(high float64) FieldOf[T] {
	f.High = high
	return f
}

// from returns the field with values that begin higher.
func (f FieldOf[T]) from(least float64) FieldOf[T] {
	f.Least, f.Low = least, least
	return f
}

// rateOf is NumberOf for a rate whose baseline is not 0.
func rateOf[T any](name, sentence string, baseline, most float64,
	set func(*T, models.Rate),
) FieldOf[T] {
	return FieldOf[T]{Field: numberField(name, rate, sentence, 0, most), other: func(t *T) place {
		return baselined{baseline, func(v float64) { set(t, models.At(v)) }}
	}}
}

// countOf is WholeOf for a number whose baseline is not 0.
func countOf[T any](
	name, unit, sentence string, baseline, most int, set func(*T, models.Count),
) FieldOf[T] {
	return FieldOf[T]{Field: wholeField(name, unit, sentence, 0, most), other: func(t *T) place {
		return baselined{float64(baseline), func(v float64) { set(t, models.Exactly(int(v))) }}
	}}
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
