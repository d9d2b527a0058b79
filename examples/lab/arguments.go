package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"orglearn/examples/program"
)

// flagsOf returns an empty set of flags for a command. Its -help says what the command takes.
func flagsOf(name string) *flag.FlagSet {
	flags := flag.NewFlagSet("lab "+name, flag.ContinueOnError)
	flags.Usage = func() {
		all := commands()
		c := all[slices.IndexFunc(all, func(c command) bool { return c.name == name })]
		fmt.Fprintf(os.Stdout, "usage: lab %s [FLAGS] %s\n%s\n", c.name, c.takes, c.does)
		flags.SetOutput(os.Stdout)
		flags.PrintDefaults()
	}
	return flags
}

// parse reads flags that stand before or after arguments, with one dash or two. It returns the
// arguments, of which there must be least to most. After "--" everything is an argument.
func parse(flags *flag.FlagSet, args []string, least, most int) (rest []string, err error) {
	for len(args) > 0 {
		if args[0] == "--" {
			rest = append(rest, args[1:]...)
			break
		}
		if args[0] == "-" || args[0] == "" || args[0][0] != '-' {
			rest, args = append(rest, args[0]), args[1:]
			continue
		}
		if args, err = next(flags, args); err != nil {
			return nil, err
		}
	}
	switch {
	case len(rest) < least:
		return nil, program.Misuse("%d arguments, want %d or more (-help says which)", len(rest),
			least)
	case len(rest) > most:
		return nil, program.Misuse("unexpected argument %q (-help lists the flags)", rest[most])
	}
	return rest, nil
}

// next reads the flag at the front and returns what comes after it and its value.
func next(flags *flag.FlagSet, args []string) ([]string, error) {
	n := 1
	name, _, given := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	if f := flags.Lookup(name); f != nil && !given && !isSwitch(f) {
		n = min(2, len(args))
	}
	return args[n:], program.Parse(flags, args[:n])
}

// isSwitch reports whether a flag takes no value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}
