package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	"orglearn/examples/program"
	"orglearn/metrics/study/ledger"
)

func export(_ context.Context, args []string) error {
	flags := flagsOf("export")
	store := storeFlag(flags)
	csv := flags.String("csv", "", "write comma-separated values to this `file` (-: print them)")
	exact := flags.Bool("exact", false, "numbers of -csv with all their digits, not with 12")
	parquet := flags.String("parquet", "", "write Parquet to this `file`, for R, Python, DuckDB")
	asGo := flags.Bool("go", false, "print the Go program that does the same")
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	if *asGo {
		return printProgram(studyFile(files))
	}
	if *csv == "" && *parquet == "" {
		return program.Misuse("nothing to export to: -csv FILE, or -csv - to print; " +
			"-parquet FILE; or -go")
	}
	l, err := openStore(studyFile(files), *store)
	if err != nil {
		return err
	}
	defer l.Close()
	if err := incomplete(l); err != nil {
		return err
	}
	if *csv != "" {
		err = toFile(*csv, func(w io.Writer) error { return l.WriteCSV(w, *exact) })
	}
	if err == nil && *parquet != "" {
		err = toFile(*parquet, l.WriteParquet)
	}
	return err
}

// incomplete says on standard error how many runs a store lacks.
func incomplete(l *ledger.Ledger) error {
	s, err := l.Status()
	if err == nil && s.Left() > 0 {
		fmt.Fprintf(os.Stderr, "lab: %d of %d runs are not in %s yet: the export lacks them\n",
			s.Left(), s.Want, l.Path())
	}
	return err
}

// toFile writes a file aside and renames it. "-" is standard output.
func toFile(path string, write func(io.Writer) error) error {
	if path == "-" {
		out := bufio.NewWriterSize(os.Stdout, 1<<16)
		if err := write(out); err != nil {
			return err
		}
		return out.Flush()
	}
	return program.WriteFile(path, func(w io.Writer) error {
		out := bufio.NewWriterSize(w, 1<<16)
		if err := write(out); err != nil {
			return err
		}
		return out.Flush()
	})
}
