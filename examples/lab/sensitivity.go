package main

import (
	"context"
	"fmt"
	"os"
	"text/tabwriter"

	"orglearn/examples/program"
	"orglearn/metrics/stats"
	"orglearn/metrics/study"
	"orglearn/metrics/study/sense"
)

// sensitivity says how far what is recorded depends on each axis, between its lowest and its
// highest value.
func sensitivity(ctx context.Context, args []string) error {
	flags := flagsOf("sensitivity")
	n := flags.Int("n", 128, "base points of sobol, or trajectories of morris")
	replicates := flags.Int("replicates", 4, "runs of each point, of the same numbers")
	method := flags.String("method", "sobol", "sobol: shares of variance; morris: effects")
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
	s.Replicates = *replicates
	switch *method {
	case "sobol":
		design, err := sense.NewSobol(*n, len(s.Axes), s.Seed)
		if err != nil {
			return program.MisusedBecause(err)
		}
		return analyse(ctx, s, design.Points, *workers, shares(design))
	case "morris":
		design, err := sense.NewMorris(*n, len(s.Axes), 4, s.Seed)
		if err != nil {
			return program.MisusedBecause(err)
		}
		return analyse(ctx, s, design.Points, *workers, effects(design))
	}
	return program.Misuse("-method is %q, want sobol or morris", *method)
}

// analysis returns the lines of a table for the outcomes of a design: a line for each axis.
type analysis struct {
	head  string
	lines func(outcomes []float64) ([]string, error)
}

func shares(design *sense.Sobol) analysis {
	return analysis{"alone\tin all", func(outcomes []float64) ([]string, error) {
		indices, err := design.Indices(outcomes)
		lines := make([]string, len(indices))
		for i, x := range indices {
			lines[i] = program.Interval(x.First) + "\t" + program.Interval(x.Total)
		}
		return lines, err
	}}
}

func effects(design *sense.Morris) analysis {
	return analysis{"effect\tabsolute\tspread", func(outcomes []float64) ([]string, error) {
		all, err := design.Effects(outcomes)
		lines := make([]string, len(all))
		for i, x := range all {
			lines[i] = program.Interval(x.Mean) + "\t" + program.Interval(x.Absolute) + "\t" +
				program.Decimal(x.SD)
		}
		return lines, err
	}}
}

// analyse runs a design and prints an analysis of each recorded number, and of each comparison.
func analyse(
	ctx context.Context, s study.Study, points [][]float64, workers int, a analysis,
) error {
	p, err := sense.Plan(s, points)
	if err != nil {
		return program.MisusedBecause(err)
	}
	fmt.Printf("%d points, %d organizations, %d replicates: %d runs. Intervals are at 95 %%.\n",
		len(points), len(s.Organizations), s.Replicates, len(p.Cells)*s.Replicates)
	all, err := sense.Run(ctx, p, len(s.Organizations), workers)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "organization\toutcome\taxis\t%s\n", a.head)
	for o, org := range s.Organizations {
		for k, column := range p.Columns {
			a.print(w, s, org.Name, column.String(), all.Means(o, k), all.Replicates(o, k))
		}
	}
	for _, c := range s.Compare {
		x, y := indexOf(s, c.Between[0]), indexOf(s, c.Between[1])
		k := p.Column(c.Metric, c.Tick)
		if x >= 0 && y >= 0 && k >= 0 {
			less := minus(all.Replicates(x, k), all.Replicates(y, k))
			a.print(w, s, c.Between[0]+" less "+c.Between[1], p.Columns[k].String(), means(less),
				less)
		}
	}
	return w.Flush()
}

// print writes the lines of one outcome, and the share of its replicates.
func (a analysis) print(
	w *tabwriter.Writer, s study.Study, name, column string, outcomes []float64, runs [][]float64,
) {
	lines, err := a.lines(outcomes)
	if err != nil {
		fmt.Fprintf(w, "%s\t%s\t-\t%v\n", name, column, err)
		return
	}
	for i, line := range lines {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", name, column, s.Axes[i].Name, line)
	}
	if noise, err := sense.Noise(runs, s.Seed); err == nil {
		fmt.Fprintf(w, "%s\t%s\treplicates\t%s\tof single runs\n", name, column,
			program.Interval(noise))
	}
}

func indexOf(s study.Study, organization string) int {
	for i, o := range s.Organizations {
		if o.Name == organization {
			return i
		}
	}
	return -1
}

// minus returns the differences of runs, point by point and replicate by replicate.
func minus(a, b [][]float64) [][]float64 {
	less := make([][]float64, len(a))
	for i := range a {
		less[i] = make([]float64, len(a[i]))
		for r := range a[i] {
			less[i][r] = a[i][r] - b[i][r]
		}
	}
	return less
}

func means(runs [][]float64) []float64 {
	all := make([]float64, len(runs))
	for i, ys := range runs {
		all[i] = stats.Mean(ys)
	}
	return all
}
