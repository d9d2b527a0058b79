package program

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"orglearn/sim"
)

// ErrExplained ends a program that only explains how its organizations run. Nothing failed, and the
// exit status is OK.
var ErrExplained = errors.New("the organizations were explained, and none was run")

// ExplainFlag adds the flag -explain.
func ExplainFlag(flags *flag.FlagSet, explain *bool) {
	flags.BoolVar(explain, "explain", false,
		"say how each organization runs and why; run none, write no file")
}

// Explain writes how each scenario runs and why: the plan of its first replicate, in lines that fit
// a terminal. Scenarios with the same plan are listed above it, one name per line. At the end
// Explain returns ErrExplained. A scenario that cannot be built is a Usage error.
func Explain(ctx context.Context, out io.Writer, scenarios []sim.Scenario, seed uint64) error {
	plans, err := plansOf(ctx, scenarios, seed)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, p := range plans {
		for _, name := range p.names {
			fmt.Fprintln(&b, WrapAfter("", "    ", name))
		}
		for line := range strings.Lines(p.text) {
			fmt.Fprintln(&b, WrapAfter("  ", "    ", line))
		}
	}
	if _, err := io.WriteString(out, b.String()); err != nil {
		return err
	}
	return ErrExplained
}

// plan is a way of running, and the scenarios that run so.
type plan struct {
	text  string
	names []string
}

// plansOf returns the plans of scenarios, in the order of their first scenario.
func plansOf(ctx context.Context, scenarios []sim.Scenario, seed uint64) ([]plan, error) {
	var plans []plan
	for _, s := range scenarios {
		if ctx.Err() != nil {
			return nil, errors.New("interrupted while explaining")
		}
		m, err := sim.New(s, seed, 0)
		if err != nil {
			return nil, MisusedBecause(err)
		}
		text := m.Plan().String()
		i := slices.IndexFunc(plans, func(p plan) bool { return p.text == text })
		if i < 0 {
			i, plans = len(plans), append(plans, plan{text: text})
		}
		if !slices.Contains(plans[i].names, s.Name) {
			plans[i].names = append(plans[i].names, s.Name)
		}
	}
	return plans, nil
}
