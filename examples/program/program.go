// Package program holds the parts that all example programs share: flags, exit statuses, one-line
// error messages, a progress bar, and output files that are never left half-written.
//
// A program calls [Main] with its run function. In it, [Begin] reads the flags,
// [Options.Measure] runs the experiment, and [Options.Write] writes the files.
package program

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"syscall"
)

// The exit statuses.
const (
	OK          = 0
	Failed      = 1   // the program could not finish
	Misused     = 2   // a flag or an argument is wrong
	TryAgain    = 75  // the same may succeed later, as on a disk that is full now
	Interrupted = 130 // Ctrl-C
)

// Usage is an error of the user: a wrong flag or argument. The exit status is Misused.
type Usage struct{ error }

// Misuse returns a Usage error with a formatted text.
func Misuse(format string, args ...any) error { return Usage{fmt.Errorf(format, args...)} }

// MisusedBecause returns a Usage error that wraps err.
func MisusedBecause(err error) error { return Usage{err} }

// temporary is an error after which the same may succeed later.
type temporary struct{ error }

func (t temporary) Unwrap() error { return t.error }

// Temporary returns an error with the exit status TryAgain. Engines of clusters send such a job
// again.
func Temporary(err error) error { return temporary{err} }

// Parse reads flags. An argument that is no flag is an error, because package flag would ignore all
// flags after it. Errors are Usage errors, except flag.ErrHelp.
func Parse(flags *flag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		flags.SetOutput(os.Stdout)
		flags.Usage()
		return err
	case err != nil:
		return Misuse("%s (-help lists the flags)", wanted(flags, err))
	case flags.NArg() > 0:
		return Misuse("unexpected argument %q (-help lists the flags)", flags.Arg(0))
	}
	return nil
}

// unread matches what package flag says of a text that is no value of its flag.
var unread = regexp.MustCompile(`for flag -(\S+): (parse error|value out of range)$`)

// wanted returns the text of an error of package flag, and what the flag wants.
func wanted(flags *flag.FlagSet, err error) string {
	text := err.Error()
	parts := unread.FindStringSubmatch(text)
	if parts == nil {
		return text
	}
	value, ok := flags.Lookup(parts[1]).Value.(flag.Getter)
	if !ok {
		return text
	}
	want := ""
	switch value.Get().(type) {
	case int:
		want = fmt.Sprintf("a whole number, at most %d", math.MaxInt)
	case uint64:
		want = fmt.Sprintf("a whole number, 0 to %d", uint64(math.MaxUint64))
	case float64:
		want = "a number"
	default:
		return text
	}
	return strings.TrimSuffix(text, parts[2]) + "want " + want
}

// Main runs a program until it ends or is interrupted by Ctrl-C, and exits with its status.
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

// Status returns the exit status for an error. The program may have been interrupted.
func Status(err error, interrupted bool) int {
	var usage Usage
	var again temporary
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp), errors.Is(err, ErrExplained):
		return OK
	case errors.As(err, &usage):
		return Misused
	case interrupted:
		return Interrupted
	case errors.As(err, &again):
		return TryAgain
	}
	return Failed
}

// Line returns the first line of an error, with the number of further lines. Numbers from 10,000 on
// have commas.
func Line(err error) string {
	lines := strings.Split(strings.TrimSpace(err.Error()), "\n")
	first := commas(lines[0])
	if len(lines) == 1 {
		return first
	}
	return fmt.Sprintf("%s (and %d more)", first, len(lines)-1)
}
