package agentstest

import (
	"fmt"
	"strings"

	"orglearn/agents"
)

// manyPeople is the number of people in most scenes. People and units have numbers below it.
const manyPeople = 1000

// sizes are the sizes of the scenes on which a rule is tried.
type sizes struct {
	people     int   // numbers of people and units are below
	dimensions []int // numbers that fit, ascending; nil: any
}

// Scenes have at most mostDimensions, unless no such number fits the rule. Then the search goes on
// to lastDimension.
const (
	mostDimensions = 200
	lastDimension  = 4096
)

// sizesOf finds sizes that fit a rule. All sizes fit a rule that is no agents.Fitter. For others it
// prefers manyPeople; if that does not fit, it takes the smallest number of people that does.
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

// find lists the numbers of dimensions, from..to, that fit a rule with a number of people.
func (z *sizes) find(f agents.Fitter, people, from, to int) {
	z.people = people
	for d := from; d <= to; d++ {
		if f.Fits(d, people) == nil {
			z.dimensions = append(z.dimensions, d)
		}
	}
}

// doubt says how the answers of Fits break the contract, "" if they do not.
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

// near returns the given number of dimensions if it fits, else the next larger that fits, else the
// last.
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

// below is like near, but returns at most most dimensions, and 0 if no such number fits.
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
