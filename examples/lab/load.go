package main

import (
	"errors"
	"fmt"
	"os"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

// load reads a study file. It prints everything that is wrong with it, and returns a Usage error
// that counts that.
func load(path string) (study.Study, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return study.Study{}, program.MisusedBecause(err)
	}
	return parsed(path, text, nil)
}

// parsed reads the text of a study file. Files that it names are sought from the folder of path,
// unless there are copies.
func parsed(path string, text []byte, copies map[string]string) (study.Study, error) {
	s, err := file.ParseCopied(path, text, kinds.All(), copies)
	var faults file.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Fprintln(os.Stderr, f)
		}
		return study.Study{}, program.Misuse("%s has %s", path, faults.Count())
	}
	if err != nil {
		return study.Study{}, program.MisusedBecause(err)
	}
	return s, nil
}
