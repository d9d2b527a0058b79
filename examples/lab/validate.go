package main

import (
	"context"
	"fmt"

	"orglearn/examples/program"
)

func validate(_ context.Context, args []string) error {
	files, err := parse(flagsOf("validate"), args, 0, 1)
	if err != nil {
		return err
	}
	path := studyFile(files)
	s, err := load(path)
	if err != nil {
		return err
	}
	p, err := s.Plan()
	if err != nil {
		return err
	}
	numbers := program.Count(len(p.Columns), "number", "numbers")
	if u := s.Until; u != nil {
		fmt.Printf("%s: %d cells, %d to %d replicates each, as until asks, "+
			"%s a run\n", path, len(p.Cells), u.Next(0), u.Most, numbers)
		return nil
	}
	fmt.Printf("%s: %d cells, %d replicates each, %d runs, %s a run\n", path, len(p.Cells),
		p.Replicates, len(p.Cells)*p.Replicates, numbers)
	return nil
}
