// Package param holds the value of a parameter: what a study varies and a kind takes. The table of
// kinds needs no more of a study, and so links nothing that runs and records one.
package param

import "orglearn/metrics"

// Value is a number or a word. A switch is 1 or 0.
type Value struct {
	Number float64
	Word   string // "": it is a number
}

// Numbers returns numbers as values.
func Numbers(numbers ...float64) []Value {
	values := make([]Value, len(numbers))
	for i, n := range numbers {
		values[i].Number = n
	}
	return values
}

// String returns the word, or the number with 12 digits or fewer.
func (v Value) String() string {
	if v.Word != "" {
		return v.Word
	}
	return metrics.Number(v.Number)
}
