package main

import (
	"fmt"
	"strings"

	"orglearn/examples/program"
	"orglearn/network"
)

// misfit is the error that an organization does not fit the people, with what would.
func (o *options) misfit(name string, err error) error {
	people, size := o.conditions.People, o.size
	fits := func(size, people int) bool {
		return network.Communities{Team: size, Size: size}.Fits(0, people) == nil
	}
	if name != communities || o.own.Real() || size < 1 || size > people || fits(size, people) {
		return program.Misuse("%w (-size is the people of teams and communities, -span those of "+
			"a manager)", err)
	}
	var would []string
	for more := people + 1; more <= min(size*size+size, maxPeople); more++ {
		if fits(size, more) {
			would = append(would, fmt.Sprintf("-people %d", more))
			break
		}
	}
	for less := size - 1; less > 0; less-- {
		if fits(less, people) {
			would = append(would, fmt.Sprintf("-size %d", less))
			break
		}
	}
	return program.Misuse("teams and communities of %d do not fit %d people: use %s", size, people,
		strings.Join(would, " or "))
}
