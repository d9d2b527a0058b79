package program

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
	"orglearn/sim"
)

// Options are the flags that all examples share.
type Options struct {
	Name       string
	Replicates int
	Seed       uint64
	Workers    int
	Out        string
	Explain    bool // say how the organizations run, and run none

	folder *Folder
}

// maxReplicates limits the memory, because the records of all runs are kept.
const maxReplicates = 100_000

// Begin reads the flags of an example and makes its output folder, which is out/name by default.
// The default number of replicates is given. With -explain it makes no folder. A wrong flag is a
// Usage error, and no folder is made.
func Begin(name string, replicates int, args []string) (*Options, error) {
	o := &Options{Name: name}
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.IntVar(&o.Replicates, "replicates", replicates, "runs of each organization")
	flags.Uint64Var(&o.Seed, "seed", 1991, "the seed; the same seed gives the same files")
	flags.IntVar(&o.Workers, "workers", 0, "goroutines (0: one per processor); changes no result")
	flags.StringVar(&o.Out, "out", "out/"+name, "folder for the figure and the numbers")
	ExplainFlag(flags, &o.Explain)
	if err := Parse(flags, args); err != nil {
		return nil, err
	}
	switch {
	case o.Replicates < 1 || o.Replicates > maxReplicates:
		return nil, Misuse("-replicates is %d, want 1 to %d", o.Replicates, maxReplicates)
	case o.Workers < 0 || o.Workers > 1<<16:
		return nil, Misuse("-workers is %d, want 0 to %d", o.Workers, 1<<16)
	}
	if o.Explain {
		return o, nil
	}
	var err error
	o.folder, err = NewFolder(o.Out)
	return o, err
}

// Measure runs and measures an experiment, and shows its progress. The flags give the replicates,
// the seed and the workers. With -explain it runs nothing: it prints how the organizations would
// run, and returns ErrExplained.
func (o *Options) Measure(
	ctx context.Context, e sim.Experiment, ms ...metrics.Metric,
) (*metrics.Table, error) {
	if o.Explain {
		return nil, Explain(ctx, os.Stdout, e.Scenarios, o.Seed)
	}
	progress := NewProgress("simulating")
	defer progress.End()
	e.Replicates, e.Seed, e.Workers, e.Progress = o.Replicates, o.Seed, o.Workers, progress.Report
	return metrics.Measure(ctx, e, ms...)
}

// Write writes the figure as PNG and SVG, the table as CSV, and a manifest that says how to repeat
// the run. It prints the names of the files to out.
func (o *Options) Write(out io.Writer, t *metrics.Table, figure chart.Panel) error {
	files := []struct {
		name  string
		write func(io.Writer) error
	}{
		{o.Name + ".png", func(w io.Writer) error { return chart.Encode(w, "png", figure) }},
		{o.Name + ".svg", func(w io.Writer) error { return chart.Encode(w, "svg", figure) }},
		{o.Name + ".csv", t.WriteCSV},
	}
	for _, f := range files {
		if err := o.folder.Write(f.name, f.write); err != nil {
			return err
		}
	}
	err := o.folder.WriteManifest(Manifest{
		Program: o.Name, Version: sim.Version, StreamVersion: agents.StreamVersion, Seed: o.Seed,
		Parameters: map[string]any{"replicates": o.Replicates, "seed": fmt.Sprint(o.Seed)},
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "\n%s\n",
		Wrap(fmt.Sprintf("Written to %s: %[2]s.png, %[2]s.svg, %[2]s.csv, manifest.json", o.Out,
			o.Name)))
	return err
}

// Interval formats a mean and its interval with three decimals: ".512 [.499, .525]". If there is no
// interval, it gives the reason instead.
func Interval(e stats.Estimate) string {
	switch {
	case e.N == 0:
		return e.Note
	case !e.HasInterval():
		return fmt.Sprintf("%s (%s)", Decimal(e.Mean), e.Note)
	}
	low, high := Bounds(e)
	return fmt.Sprintf("%s [%s, %s]", Decimal(e.Mean), low, high)
}

// Bounds formats the bounds of an interval as Decimal does. An interval that does not hold 0 does
// not read as if it did.
func Bounds(e stats.Estimate) (low, high string) {
	if e.Low > 0 || e.High < 0 {
		return besideZero(e.Low), besideZero(e.High)
	}
	return Decimal(e.Low), Decimal(e.High)
}

// besideZero formats a number that is not 0, so that it does not read as 0.
func besideZero(v float64) string {
	if s := Decimal(v); s != "0" {
		return s
	}
	return small(v)
}

// small formats a number between -.0005 and .0005 that is not 0.
func small(v float64) string {
	s := fmt.Sprintf("%.4f", math.Abs(v))[1:]
	switch {
	case s == ".0000" && v > 0:
		return "<.0001"
	case s == ".0000":
		return ">-.0001"
	case v < 0:
		return "-" + s
	}
	return s
}

// Decimal formats a number with three decimals and without the 0 before the point.
func Decimal(v float64) string {
	s := fmt.Sprintf("%.3f", v)
	switch {
	case s == "-0.000" || s == "0.000":
		return "0"
	case strings.HasPrefix(s, "0."):
		return s[1:]
	case strings.HasPrefix(s, "-0."):
		return "-" + s[2:]
	}
	return s
}

// Wrap breaks a text into lines that fit a terminal.
func Wrap(text string) string { return WrapAfter("", "", text) }

// WrapAfter wraps a text. The first line begins with first, and every other line with other.
func WrapAfter(first, other, text string) string {
	var b strings.Builder
	b.WriteString(first)
	at, begun := len(first), false
	for _, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case !begun:
		case at+1+n > 79:
			b.WriteString("\n" + other)
			at = len(other)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at, begun = at+n, true
	}
	return b.String()
}

// Sentence writes a comparison in words. It says which scenario is higher, by how much, and whether
// the difference is shown.
func Sentence(c metrics.Comparison) string {
	at := "At tick " + chart.Thousands(c.Tick) + " "
	if c.Outcome.Of != nil {
		at = "By tick " + chart.Thousands(c.Tick) + " "
	}
	name, _ := c.Quantity()
	d := c.Difference
	better, worse := c.A, c.B
	if d.Mean < 0 {
		better, worse = c.B, c.A
		d.Mean, d.Low, d.High = -d.Mean, -d.High, -d.Low
	}
	higher := fmt.Sprintf("the %s of %q is %s higher than that of %q", name, better, Interval(d),
		worse)
	switch {
	case c.Note != "":
		return at + fmt.Sprintf("%q and %q cannot be compared: %s.", c.A, c.B, c.Note)
	case c.Equal.Verdict == stats.Equivalent:
		return at + fmt.Sprintf("%q and %q are equivalent within %s: %s.", c.A, c.B,
			Decimal(c.Equal.Margin), higher)
	case d.HasInterval() && c.P >= 1-metrics.Level:
		return at + fmt.Sprintf("the runs do not show whether %q and %q differ: %s.", c.A, c.B,
			higher)
	}
	return at + higher + "."
}
