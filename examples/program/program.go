// Package program is what the example programs have in common. It has one clear line for what goes
// wrong, a bar of progress, and files that are whole or not there.
package program

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// The exit statuses.
const (
	OK          = 0
	Failed      = 1   // what was asked for could not be done
	Misused     = 2   // what was asked for makes no sense
	Interrupted = 130 // Ctrl-C
)

// Usage is an error in what was asked for.
type Usage struct{ error }

// Misuse is a Usage error.
func Misuse(format string, args ...any) error { return Usage{fmt.Errorf(format, args...)} }

// MisusedBecause is a Usage error with a cause.
func MisusedBecause(err error) error { return Usage{err} }

// Parse reads flags, and takes what is left of the arguments for a mistake: package flag would
// ignore flags behind it. An error is a Usage.
func Parse(flags *flag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		flags.SetOutput(os.Stdout)
		flags.Usage()
		return err
	case err != nil:
		return Misuse("%v (-help lists the flags)", err)
	case flags.NArg() > 0:
		return Misuse("unexpected argument %q (-help lists the flags)", flags.Arg(0))
	}
	return nil
}

// Main runs a program until it is done or Ctrl-C ends it, and exits with its status.
func Main(name string, run func(ctx context.Context, args []string) error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends at once
	err := run(ctx, os.Args[1:])
	status := Status(err, ctx.Err() != nil)
	stop()
	if err != nil && status != OK {
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, Line(err))
	}
	os.Exit(status)
}

// Status is the exit status for an error, in a program that was interrupted or not.
func Status(err error, interrupted bool) int {
	var usage Usage
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp), errors.Is(err, ErrExplained):
		return OK
	case errors.As(err, &usage):
		return Misused
	case interrupted:
		return Interrupted
	}
	return Failed
}

// Line is an error in one line.
func Line(err error) string {
	lines := strings.Split(strings.TrimSpace(err.Error()), "\n")
	if len(lines) == 1 {
		return lines[0]
	}
	return fmt.Sprintf("%s (and %d more)", lines[0], len(lines)-1)
}
