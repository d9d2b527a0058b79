package kinds

import (
	"slices"

	"orglearn/metrics/study/param"
)

// place is where the value of a field is.
type place interface {
	get(Field) param.Value
	set(Field, param.Value)
}

type (
	numeral float64
	integer int
	toggle  bool
)

func (n *numeral) get(Field) param.Value      { return param.Value{Number: float64(*n)} }
func (n *numeral) set(_ Field, v param.Value) { *n = numeral(v.Number) }

func (w *integer) get(Field) param.Value      { return param.Value{Number: float64(*w)} }
func (w *integer) set(_ Field, v param.Value) { *w = integer(v.Number) }

func (s *toggle) set(_ Field, v param.Value) { *s = v.Number != 0 }

func (s *toggle) get(Field) param.Value {
	if *s {
		return param.Value{Number: 1}
	}
	return param.Value{}
}

// choice is the place of a number that stands for a word.
type choice struct {
	number func() int
	to     func(int)
}

func (c choice) get(f Field) param.Value    { return param.Value{Word: f.Words[c.number()]} }
func (c choice) set(f Field, v param.Value) { c.to(slices.Index(f.Words, v.Word)) }

// baselined is the place of a number that is set only where it is not the baseline.
type baselined struct {
	baseline float64
	to       func(float64)
}

func (b baselined) get(Field) param.Value      { return param.Value{Number: b.baseline} }
func (b baselined) set(_ Field, v param.Value) { b.to(v.Number) }
