package kinds

import (
	"slices"

	"orglearn/sim/models"
)

// Put puts parameters into a draft.
type Put func(*Draft) error

// Fields are the parameters of a kind.
type Fields []Field

// New returns a kind. The function of makes new parameters, which have their defaults. It returns
// what puts them, and fields that point to them: always the same fields. It is called here, to list
// the fields, and whenever the kind is put. Then values go to where the fields point, and the
// parameters into the draft.
func New(role Role, name, sentence string, of func() (Put, Fields)) Kind {
	_, fields := of()
	k := Kind{Role: role, Name: name, Sentence: sentence, Fields: slices.Clone(fields), of: of}
	for i := range k.Fields {
		f := &k.Fields[i]
		f.Default, f.at = f.at.get(*f), nil
	}
	return k
}

// put makes the parameters, sets those that have a value, and puts them.
func (k Kind) put(values Values, d *Draft) error {
	put, fields := k.of()
	for _, f := range fields {
		if v, ok := values[f.Name]; ok {
			f.at.set(f, v)
		}
	}
	return put(d)
}

func numberField(name, unit, sentence string, least, most float64, at place) Field {
	return Field{Name: name, Sentence: sentence, Unit: unit, Least: least, Most: most, Low: least,
		High: most, at: at}
}

func wholeField(name, unit, sentence string, least, most int, at place) Field {
	f := numberField(name, unit, sentence, float64(least), float64(most), at)
	f.Type = Whole
	return f
}

// NumberOf returns a field for a number, from least to most.
func NumberOf(name, unit, sentence string, least, most float64, at *float64) Field {
	return numberField(name, unit, sentence, least, most, (*numeral)(at))
}

// WholeOf returns a field for a whole number, from least to most.
func WholeOf(name, unit, sentence string, least, most int, at *int) Field {
	return wholeField(name, unit, sentence, least, most, (*integer)(at))
}

// SwitchOf returns a field for a switch.
func SwitchOf(name, sentence string, at *bool) Field {
	return Field{Name: name, Sentence: sentence, Type: Switch, Most: 1, High: 1, at: (*toggle)(at)}
}

// ChoiceOf returns a field for one of some words, which stand for 0, 1 and so on.
//
//go:noinline
func ChoiceOf[W ~int | ~uint8](name, sentence string, at *W, words ...string) Field {
	return Field{Name: name, Sentence: sentence, Type: Choice, Words: words,
		at: choice{func() int { return int(*at) }, func(i int) { *at = W(i) }}}
}

// Upto returns the field with a slider that ends lower than the field.
func (f Field) Upto(high float64) Field {
	f.High = high
	return f
}

// from returns the field with values that begin higher.
func (f Field) from(least float64) Field {
	f.Least, f.Low = least, least
	return f
}

// rateOf is NumberOf for a rate whose baseline is not 0.
//
//go:noinline
func rateOf(name, sentence string, baseline, most float64, at *models.Rate) Field {
	return numberField(name, rate, sentence, 0, most,
		baselined{baseline, func(v float64) { *at = models.At(v) }})
}

// countOf is WholeOf for a number whose baseline is not 0.
//
//go:noinline
func countOf(name, unit, sentence string, baseline, most int, at *models.Count) Field {
	return wholeField(name, unit, sentence, 0, most,
		baselined{float64(baseline), func(v float64) { *at = models.Exactly(int(v)) }})
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
