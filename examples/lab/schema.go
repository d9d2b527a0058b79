package main

import (
	"context"
	"os"

	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

// printSchema prints the JSON schema of study files.
func printSchema(_ context.Context, args []string) error {
	if _, err := parse(flagsOf("schema"), args, 0, 0); err != nil {
		return err
	}
	text, err := file.Schema(kinds.All())
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(append(text, '\n'))
	return err
}
