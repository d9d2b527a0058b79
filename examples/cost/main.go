// Cost measures how the time and the memory of a simulation grow with people, dimensions, contacts
// and the size of units.
//
//	go run ./examples/cost
//	go run ./examples/cost -quick
//	go run ./examples/cost -full
//
// It prints a table, and the power by which each cost grows: a cost that is proportional to the
// people has the power 1. It writes a figure and every measurement to out/cost.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/sim"
)

func main() { program.Main("cost", run) }

func run(ctx context.Context, args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	if o.explain {
		return program.Explain(ctx, os.Stdout, o.plan.scenarios(), o.seed)
	}
	folder, err := program.NewFolder(o.out)
	if err != nil {
		return err
	}
	r, err := measureAll(ctx, o)
	if err != nil {
		return err
	}
	if err := r.write(ctx, folder); err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	r.report(out)
	fmt.Fprintf(out, "\n%s\n",
		program.Wrap(fmt.Sprintf("Written to %s: cost.png, cost.svg, cost.csv, manifest.json",
			o.out)))
	return out.Flush()
}

// write writes the figure, the measurements and the manifest.
func (r *result) write(ctx context.Context, folder *program.Folder) error {
	defer folder.Discard()
	figure := r.figure()
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"cost.png", func(w io.Writer) error { return chart.Encode(w, "png", figure) }},
		{"cost.svg", func(w io.Writer) error { return chart.Encode(w, "svg", figure) }},
		{"cost.csv", r.writeCSV},
	} {
		if ctx.Err() != nil {
			return errors.New("interrupted while writing: no file was changed")
		}
		if err := folder.Write(f.name, f.write); err != nil {
			return err
		}
	}
	return folder.WriteManifest(program.Manifest{
		Program: "cost", Version: sim.Version, StreamVersion: agents.StreamVersion, Seed: r.seed,
		Parameters: r.parameters(),
		Notes: []string{fmt.Sprintf("Times are from one machine: %s/%s, %d processors. The "+
			"runs can be repeated exactly, but their times cannot.",
			runtime.GOOS, runtime.GOARCH, runtime.NumCPU())},
	})
}
