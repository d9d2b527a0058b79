package kinds

import "orglearn/metrics/study"

// place is where the value of a field is.
type place interface {
	get(Field) study.Value
	set(Field, study.Value)
}

type (
	numeral float64
	integer int
	toggle  bool
)

func (n *numeral) get(Field) study.Value      { return study.Value{Number: float64(*n)} }
func (n *numeral) set(_ Field, v study.Value) { *n = numeral(v.Number) }

func (w *integer) get(Field) study.Value      { return study.Value{Number: float64(*w)} }
func (w *integer) set(_ Field, v study.Value) { *w = integer(v.Number) }

func (s *toggle) set(_ Field, v study.Value) { *s = v.Number != 0 }

func (s *toggle) get(Field) study.Value {
	if *s {
		return study.Value{Number: 1}
	}
	return study.Value{}
}

// choice is the place of a number that stands for a word.
type choice[W ~int | ~uint8] struct{ at *W }

func (c choice[W]) get(f Field) study.Value { return study.Value{Word: f.Words[*c.at]} }

func (c choice[W]) set(f Field, v study.Value) {
	for i, w := range f.Words {
		if w == v.Word {
			*c.at = W(i)
		}
	}
}

// baselined is the place of a number that is set only where it is not the baseline.
type baselined struct {
	baseline float64
	to       func(float64)
}

func (b baselined) get(Field) study.Value      { return study.Value{Number: b.baseline} }
func (b baselined) set(_ Field, v study.Value) { b.to(v.Number) }
