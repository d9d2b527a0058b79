package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"orglearn/examples/program"
)

// first is the study that init writes: the default comparison over two axes.
//
//go:embed study.yaml
var first []byte

func initialize(_ context.Context, args []string) error {
	files, err := parse(flagsOf("init"), args, 0, 1)
	if err != nil {
		return err
	}
	path := "study.yaml"
	if len(files) == 1 {
		path = files[0]
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return program.Misuse("%s is there already: init overwrites nothing", path)
	}
	if err != nil {
		return err
	}
	if _, err = f.Write(first); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	fmt.Printf("%s is written. Change it, then: lab validate %s, lab run %s\n", path, path, path)
	return nil
}
