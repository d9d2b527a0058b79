package main

import (
	"context"
	"fmt"
)

func validate(_ context.Context, args []string) error {
	files, err := parse(flagsOf("validate"), args, 1, 1)
	if err != nil {
		return err
	}
	s, err := load(files[0])
	if err != nil {
		return err
	}
	p, err := s.Plan()
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d cells, %d replicates each, %d runs, %d numbers a run\n", files[0],
		len(p.Cells), p.Replicates, len(p.Cells)*p.Replicates, len(p.Columns))
	return nil
}
