package ledger

import (
	"fmt"
	"strings"

	"orglearn/metrics/study"
)

// fixed are the columns of exports besides those of factors and metrics.
var fixed = []string{"cell", "organization", "replicate", "tick", "status"}

// checkNames returns an error where metrics and factors cannot be columns of one table. SQLite does
// not tell capital letters from others.
func checkNames(p study.Plan) error {
	if n := len(p.Columns); n == 0 || n > study.MaxColumns {
		return fmt.Errorf("the plan has %d columns, want 1 to %d", n, study.MaxColumns)
	}
	taken := map[string]string{}
	for _, n := range fixed {
		taken[n] = "a column of every store"
	}
	for _, n := range factorsOf(p) {
		if err := take(taken, n, "a factor"); err != nil {
			return err
		}
	}
	for _, n := range metricsOf(p) {
		if err := take(taken, n, "a metric"); err != nil {
			return err
		}
	}
	return nil
}

// take gives a name to a column, if it is free.
func take(taken map[string]string, name, what string) error {
	lower := strings.ToLower(name)
	if other, is := taken[lower]; is {
		return fmt.Errorf("%s has the name %q, which is that of %s too", what, name, other)
	}
	if name == "" || strings.ContainsAny(name, "\x00\r\n") {
		return fmt.Errorf("%s has the name %q, want one line with 1 or more characters", what, name)
	}
	taken[lower] = what
	return nil
}

// factorsOf returns the names of all factors of a plan's cells, in the order in which they come.
func factorsOf(p study.Plan) (names []string) {
	seen := map[string]bool{}
	for _, c := range p.Cells {
		for _, f := range c.Factors {
			if !seen[f.Name] {
				seen[f.Name] = true
				names = append(names, f.Name)
			}
		}
	}
	return names
}
