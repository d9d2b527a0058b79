// Compare sets communities of practice, a hierarchy and isolated units beside each other, and each
// beside its own randomization. People, reality, rules, attention and chance are the same.
//
//	go run ./examples/compare
//	go run ./examples/compare -data manufacturer
//	go run ./examples/compare -roster people.csv -ties ties.csv -reports reports.csv
//
// It prints tables and a verdict, and writes a figure and all numbers to out/compare.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"orglearn/agents"
	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/sim"
)

func main() { program.Main("compare", run) }

func run(ctx context.Context, args []string) error { return runTo(ctx, args, os.Stdout) }

// runTo is run with its tables written somewhere.
func runTo(ctx context.Context, args []string, w io.Writer) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	org, err := organize(o)
	if err != nil {
		return err
	}
	if o.explain {
		return program.Explain(ctx, w, org.scenarios, o.seed)
	}
	folder, err := program.NewFolder(o.out)
	if err != nil {
		return err
	}
	r, err := compare(ctx, o, org)
	if err != nil {
		return err
	}
	if err := r.write(ctx, folder); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	if err := r.report(out); err != nil {
		return err
	}
	fmt.Fprintf(out,
		"\nWritten: comparison.png, comparison.svg, curves.csv, ends.csv, summary.csv and\n"+
			"manifest.json, in %s\n", o.out)
	return out.Flush()
}

// write writes the figure, the numbers and the manifest.
func (r *result) write(ctx context.Context, folder *program.Folder) error {
	defer folder.Discard()
	summary, err := r.summary()
	if err != nil {
		return err
	}
	figure := r.figure()
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"curves.csv", func(w io.Writer) error { return writeNumbers(w, r.curves()) }},
		{"ends.csv", r.writeEnds},
		{"summary.csv", func(w io.Writer) error { return writeNumbers(w, summary) }},
		{"comparison.png", func(w io.Writer) error { return chart.Encode(w, "png", figure) }},
		{"comparison.svg", func(w io.Writer) error { return chart.Encode(w, "svg", figure) }},
	} {
		if ctx.Err() != nil {
			return errors.New("interrupted while writing: no file was changed")
		}
		if err := folder.Write(f.name, f.write); err != nil {
			return err
		}
	}
	inputs, err := r.inputs()
	if err != nil {
		return err
	}
	return folder.WriteManifest(program.Manifest{
		Program: "compare", Version: sim.Version, StreamVersion: agents.StreamVersion, Seed: r.seed,
		Parameters: r.parameters(), Notes: r.notes, Inputs: inputs,
	})
}

// inputs are the hashes of the user's own files.
func (o *options) inputs() (map[string]string, error) {
	hashes := map[string]string{}
	for _, path := range []string{o.roster, o.ties, o.report} {
		if path == "" {
			continue
		}
		hash, err := program.Hash(path)
		if err != nil {
			return nil, err
		}
		hashes[path] = hash
	}
	return hashes, nil
}
