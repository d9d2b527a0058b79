package study

import (
	"iter"
	"strings"
)

// Axis is a List with entries of any type.
type Axis interface {
	flagName() string
	len() int
	choose(i int)
	chosen() string
	phrase() string
}

// Combination is one entry of each axis.
type Combination struct {
	axes            []Axis
	values, phrases []string
}

// Combinations iterates over every combination of the entries; the last axis changes fastest.
// Within the loop, List.Value returns the entry of the current combination.
func (s *Study) Combinations(axes ...Axis) iter.Seq[Combination] {
	return func(yield func(Combination) bool) {
		defer choose(axes, 0)
		total := 1
		for _, a := range axes {
			total *= a.len()
		}
		for i := range total {
			choose(axes, i)
			c := Combination{axes: axes}
			for _, a := range axes {
				c.values = append(c.values, a.chosen())
				c.phrases = append(c.phrases, a.phrase())
			}
			if !yield(c) {
				return
			}
		}
	}
}

// choose sets the axes to the entries of combination i.
func choose(axes []Axis, i int) {
	for k := len(axes) - 1; k >= 0; k-- {
		axes[k].choose(i % axes[k].len())
		i /= axes[k].len()
	}
}

// Fields returns the entries, for a row.
func (c Combination) Fields() []string { return append([]string(nil), c.values...) }

// Name identifies the combination: "p1=0.1 p2=0.9".
func (c Combination) Name() string { return c.join(func(Axis) bool { return true }) }

// Words is the Label for a reader: "isolated, beta = 0.1, s = 5".
func (c Combination) Words() string {
	var several []string
	for i, a := range c.axes {
		if a.len() > 1 {
			several = append(several, c.phrases[i])
		}
	}
	if len(several) == 0 {
		several = c.phrases
	}
	return strings.Join(several, ", ")
}

// Label is the Name without the axes that have one entry only, unless they all do.
func (c Combination) Label() string {
	if label := c.join(func(a Axis) bool { return a.len() > 1 }); label != "" {
		return label
	}
	return c.Name()
}

func (c Combination) join(wanted func(Axis) bool) string {
	var parts []string
	for i, a := range c.axes {
		if wanted(a) {
			parts = append(parts, a.flagName()+"="+c.values[i])
		}
	}
	return strings.Join(parts, " ")
}
