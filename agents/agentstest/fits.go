package agentstest

import (
	"fmt"
	"strings"

	"orglearn/agents"
)

// manyPeople is the number below which people and units are numbered in scenes.
const manyPeople = 1000

// sizes are those that a rule is tried with.
type sizes struct {
	people     int   // there are as many
	dimensions []int // ascending; nil: any
}

// The largest number of dimensions of a scene, and that at which the search for one that fits ends.
const (
	mostDimensions = 200
	lastDimension  = 4096
)

// sizesOf finds sizes that fit a rule, if it can say (agents.Fitter): with as many people as other
// rules are tried with if it can be, else with the fewest.
func sizesOf(rule any) (z sizes, wrong string) {
	f, ok := rule.(agents.Fitter)
	if !ok {
		return sizes{people: manyPeople}, ""
	}
	for people := range manyPeople {
		if people == 0 {
			people = manyPeople
		}
		if z.find(f, people, 1, mostDimensions); z.dimensions != nil {
			return z, z.doubt(f)
		}
	}
	z.find(f, manyPeople, mostDimensions+1, lastDimension)
	if z.dimensions == nil {
		return z, fmt.Sprintf("fits nothing from 1 to %d dimensions and 1 to %d people: %v",
			mostDimensions, manyPeople, f.Fits(1, manyPeople))
	}
	return z, z.doubt(f)
}

// find lists the dimensions from..to that fit a rule among so many people.
func (z *sizes) find(f agents.Fitter, people, from, to int) {
	z.people = people
	for d := from; d <= to; d++ {
		if f.Fits(d, people) == nil {
			z.dimensions = append(z.dimensions, d)
		}
	}
}

// doubt says what is wrong with what a rule says of its sizes.
func (z *sizes) doubt(f agents.Fitter) string {
	again := sizes{}
	again.find(f, z.people, z.dimensions[0], z.dimensions[len(z.dimensions)-1])
	if len(again.dimensions) != len(z.dimensions) {
		return fmt.Sprintf("cannot tell what fits: Fits accepts %d numbers of dimensions, then %d",
			len(z.dimensions), len(again.dimensions))
	}
	for d := 1; d <= mostDimensions; d++ {
		err := f.Fits(d, z.people)
		if err == nil {
			continue
		}
		if text := err.Error(); strings.TrimSpace(text) == "" || strings.ContainsAny(text, "\r\n") {
			return fmt.Sprintf("does not say what fits: Fits(%d, %d) is %q, want one line", d,
				z.people, text)
		}
	}
	return ""
}

// near is a number of dimensions that fits: the one given, or the next, or the last.
func (z *sizes) near(dimensions int) int {
	if z.dimensions == nil {
		return dimensions
	}
	for _, d := range z.dimensions {
		if d >= dimensions {
			return d
		}
	}
	return z.dimensions[len(z.dimensions)-1]
}

// below is near, of at most so many; 0 if there is none.
func (z *sizes) below(dimensions, most int) int {
	if d := z.near(dimensions); d <= most {
		return d
	}
	last := 0
	for _, d := range z.dimensions {
		if d <= most {
			last = d
		}
	}
	return last
}
