package main

import (
	"os"

	"orglearn/examples/program"
	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

// printProgram prints the Go program that does what a study file does.
func printProgram(path string) error {
	if _, err := load(path); err != nil { // prints all faults
		return err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return program.MisusedBecause(err)
	}
	source, err := file.Program(path, text, kinds.All())
	if err != nil {
		return program.MisusedBecause(err)
	}
	_, err = os.Stdout.Write(source)
	return err
}
