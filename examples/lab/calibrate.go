package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"text/tabwriter"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/sense"
)

// calibrate finds the values of the axes at which an organization reaches the targets of a study.
func calibrate(ctx context.Context, args []string) error {
	flags := flagsOf("calibrate")
	n := flags.Int("n", 1000, "points that are drawn, or evaluations of cma")
	keep := flags.Float64("keep", .02, "share of the points that are kept, the nearest ones")
	replicates := flags.Int("replicates", 4, "runs of each point")
	method := flags.String("method", "abc", "abc: a posterior sample; cma: the one best point")
	workers := flags.Int("workers", 0, "goroutines (0: one per processor); changes no result")
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	path := studyFile(files)
	s, err := load(path)
	if err != nil {
		return err
	}
	if len(s.Targets) == 0 || len(s.Axes) == 0 {
		return program.Misuse("%s has no targets, or no axes to vary", path)
	}
	s.Replicates = *replicates
	for _, o := range s.Organizations {
		one := s
		one.Organizations, one.Randomized = []study.Organization{o}, false
		switch *method {
		case "abc":
			err = posterior(ctx, one, *n, *keep, *workers)
		case "cma":
			err = nearest(ctx, one, *n, *workers)
		default:
			return program.Misuse("-method is %q, want abc or cma", *method)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// reached runs a study of one organization at points. It returns the mean outcome of each target
// there.
func reached(ctx context.Context, s study.Study, points [][]float64, workers int) (
	outcomes [][]float64, err error,
) {
	p, err := sense.Plan(s, points)
	if err != nil {
		return nil, program.MisusedBecause(err)
	}
	all, err := sense.Run(ctx, p, 1, workers)
	if err != nil {
		return nil, err
	}
	outcomes = make([][]float64, len(points))
	for _, t := range s.Targets {
		for i, mean := range all.Means(0, p.Column(t.Metric, t.Tick)) {
			outcomes[i] = append(outcomes[i], mean)
		}
	}
	return outcomes, nil
}

// wanted returns the values of the targets.
func wanted(s study.Study) (values []float64) {
	for _, t := range s.Targets {
		values = append(values, t.Value)
	}
	return values
}

// posterior prints the mean and the 90 % interval of each axis among the points nearest to the
// targets.
func posterior(ctx context.Context, s study.Study, n int, keep float64, workers int) error {
	points, err := sense.Halton(n, len(s.Axes), s.Seed)
	if err != nil {
		return program.MisusedBecause(err)
	}
	outcomes, err := reached(ctx, s, points, workers)
	if err != nil {
		return err
	}
	found, err := sense.ABC(points, outcomes, wanted(s), keep)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d of %d points, 90 %% of them between\n", s.Organizations[0].Name,
		len(found.Points), n)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for i, a := range s.Axes {
		e := found.Interval(i, .9)
		low, high := valueAt(s, i, e.Low), valueAt(s, i, e.High)
		fmt.Fprintf(w, "  %s\t%s\tto %s\tmean %s\n", a.Name, low, high, valueAt(s, i, e.Mean))
	}
	return w.Flush()
}

// valueAt returns the value of an axis at a place between 0 and 1.
func valueAt(s study.Study, axis int, x float64) study.Value {
	v := sense.Values(s.Axes[axis:axis+1], []float64{x})[0]
	v.Number = math.Round(v.Number*1e4) / 1e4
	return v
}

// nearest prints the one point that comes nearest to the targets.
func nearest(ctx context.Context, s study.Study, n, workers int) error {
	scale := make([]float64, len(s.Targets))
	for i := range scale {
		scale[i] = 1
	}
	at, least, err := sense.Minimize(ctx, func(x []float64) (float64, error) {
		outcomes, err := reached(ctx, s, [][]float64{x}, workers)
		if err != nil {
			return 0, err
		}
		return sense.Distance(outcomes[0], wanted(s), scale), nil
	}, len(s.Axes), n, s.Seed)
	if err != nil {
		return err
	}
	fmt.Printf("%s: nearest, at a distance of %s\n", s.Organizations[0].Name,
		program.Decimal(least))
	for i, a := range s.Axes {
		fmt.Printf("  %s %s\n", a.Name, valueAt(s, i, at[i]))
	}
	return nil
}
