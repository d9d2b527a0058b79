package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"orglearn/examples/program"
	"orglearn/metrics/study"
)

// compare prints the differences that a study asks for, and what became of its hypotheses.
func compare(_ context.Context, args []string) error {
	flags := flagsOf("compare")
	store := storeFlag(flags)
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	path := studyFile(files)
	s, err := readStored(path, *store)
	if err != nil {
		return err
	}
	differences, err := s.Differences(s.data)
	if err != nil {
		return err
	}
	findings, err := s.Findings(s.data, s.before)
	if err != nil {
		return err
	}
	if len(differences)+len(findings) == 0 {
		return program.Misuse("%s has neither compare nor hypotheses", path)
	}
	if err := printDifferences(differences); err != nil {
		return err
	}
	for _, f := range findings {
		fmt.Printf("%s: %s. %s less %s, %s: %s, want %s or more\n", f.Name, f, f.Higher, f.Lower,
			f.Metric, program.Interval(f.Estimate), program.Decimal(f.By))
	}
	return nil
}

func printDifferences(all []study.Difference) error {
	if len(all) == 0 {
		return nil
	}
	fmt.Println("Differences, paired by run; all intervals hold together at 95 %.")
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	for _, d := range all {
		var at []string
		for _, f := range d.Factors {
			at = append(at, f.Name+"="+f.Value)
		}
		fmt.Fprintf(w, "%s less %s\t%s\t%s\t%s\t%s\n", d.Between[0], d.Between[1], d.Metric,
			strings.Join(at, " "), program.Interval(d.Estimate), d.Verdict)
	}
	return w.Flush()
}
