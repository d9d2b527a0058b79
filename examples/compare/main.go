// Compare sets communities of practice, brokered communities, a hierarchy, a matrix and isolated
// units beside each other, and each beside its own randomizations. People, reality, rules,
// attention and chance are the same. It says who is ahead with the contact that they come with, who
// is ahead at equal contact, and what a difference is owed to.
//
//	go run ./examples/compare
//	go run ./examples/compare -data manufacturer
//	go run ./examples/compare -roster people.csv -ties ties.csv -reports reports.csv
//
// It prints tables and a verdict, and writes a figure and all numbers to out/compare.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

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
	if o.own.Look {
		return org.look(w)
	}
	if o.explain {
		return program.Explain(ctx, w, org.scenarios(), o.seed)
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
	fmt.Fprintf(out, "\n%s\n", wrap("", fmt.Sprintf("Written: %s and manifest.json, in %s",
		strings.Join(r.fileNames(), ", "), o.out)))
	return out.Flush()
}

// file is one file that the comparison writes.
type file struct {
	name  string
	write func(io.Writer) error
}

func (r *result) fileNames() (names []string) {
	for _, f := range r.files(nil) {
		names = append(names, f.name)
	}
	return names
}

// files are what the comparison writes, but for the manifest.
func (r *result) files(summary []number) []file {
	all := []file{
		{"curves.csv", func(w io.Writer) error { return writeNumbers(w, r.curves()) }},
		{"runs.csv", r.writeRuns},
		{"summary.csv", func(w io.Writer) error { return writeNumbers(w, summary) }},
	}
	all = append(all, drawn("comparison", r.figure())...)
	if r.panels {
		for _, p := range r.pieces() {
			all = append(all, drawn(p.name, p.Panel)...)
		}
	}
	if r.panel != nil {
		all = append(all, file{"panel.csv", r.panel.write})
		all = append(all, drawn("panel", r.panel.figure(r.options.panel))...)
	}
	return all
}

// drawn are the files of a picture.
func drawn(name string, p chart.Panel) (all []file) {
	for _, format := range []string{"png", "svg"} {
		all = append(all, file{name + "." + format, func(w io.Writer) error {
			return chart.Encode(w, format, p)
		}})
	}
	return all
}

// write writes the figures, the numbers and the manifest.
func (r *result) write(ctx context.Context, folder *program.Folder) error {
	defer folder.Discard()
	summary, err := r.summary()
	if err != nil {
		return err
	}
	if err := r.writeFiles(ctx, folder, r.files(summary)); err != nil {
		return err
	}
	inputs, err := r.own.Inputs()
	if err != nil {
		return err
	}
	return folder.WriteManifest(program.Manifest{
		Program: "compare", Version: sim.Version, StreamVersion: agents.StreamVersion, Seed: r.seed,
		Parameters: r.parameters(), Notes: append(slices.Clone(r.notes), r.leftOut()...),
		Inputs: inputs,
	})
}

// writeFiles draws and formats several files at once, and writes one after the other.
func (r *result) writeFiles(ctx context.Context, folder *program.Folder, files []file) error {
	texts, errs := make([]bytes.Buffer, len(files)), make([]error, len(files))
	each(r.workers, len(files), func(i int) {
		if ctx.Err() == nil {
			errs[i] = files[i].write(&texts[i])
		}
	})
	for i, f := range files {
		if ctx.Err() != nil {
			return errInterrupted
		}
		err := folder.Write(f.name, func(w io.Writer) error {
			_, err := texts[i].WriteTo(w)
			return cmp.Or(errs[i], err)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// leftOut is all that was left out, and why.
func (r *result) leftOut() []string {
	left := r.left
	if r.panel != nil {
		left = append(slices.Clone(left), r.panel.omitted...)
	}
	return leftTexts(left)
}
