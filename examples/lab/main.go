// Lab runs studies: which organizations, under which conditions, what to record, in one file.
//
//	go run ./examples/lab init study.yaml
//	go run ./examples/lab run study.yaml
//	go run ./examples/lab report study.yaml
//
// Without a command it lists all commands. Each takes -help.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"

	"orglearn/examples/program"
)

// command is one thing that the program can do.
type command struct {
	name, takes string
	does        string // one line
	run         func(ctx context.Context, args []string) error
}

// commands are all that the program can do, in the order of use.
func commands() []command {
	return []command{
		{"init", "[FILE]", "write a commented study (study.yaml)", initialize},
		{"validate", "[FILE]", "say all that is wrong with a study", validate},
		{"run", "[FILE|DIR]", "run what is not in the store yet, or a shard of a plan", runStudy},
		{"status", "[FILE|DIR]", "say how many runs are done, failed and left", status},
		{"export", "[FILE]", "write all runs of the store as a table", export},
		{"plan", "[FILE]", "write a plan that machines run apart, in shards", plan},
		{"submit", "DIR", "send the shards of a plan to a cluster", submit},
		{"merge", "DIR", "put the shards of a plan into one store, or of a class into one table",
			merge},
		{"compare", "[FILE]", "say who is ahead, and which hypotheses are confirmed", compare},
		{"sensitivity", "[FILE]", "say how far the outcome depends on each axis", sensitivity},
		{"calibrate", "[FILE]", "find the values of the axes that reach the targets", calibrate},
		{"report", "[FILE]", "write the report of a study, as HTML and perhaps PDF", writeReport},
		{"verify", "[FILE]", "run a random sample of runs again, and compare", verify},
		{"kinds", "[NAME]", "list all that a study can name, or the fields of a kind", listKinds},
		{"schema", "", "print the JSON schema of study files, for editors", printSchema},
	}
}

func main() { program.Main("lab", run) }

func run(ctx context.Context, args []string) error {
	if len(args) == 0 || slices.Contains([]string{"help", "-help", "--help", "-h"}, args[0]) {
		list()
		return flag.ErrHelp
	}
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == args[0] })
	if i < 0 {
		return program.Misuse("unknown command %q (without a command all are listed)", args[0])
	}
	return all[i].run(ctx, args[1:])
}

// list prints the commands.
func list() {
	fmt.Fprintln(os.Stdout, "usage: lab COMMAND [FLAGS] [ARGUMENTS]")
	for _, c := range commands() {
		fmt.Fprintf(os.Stdout, "  %-28s %s\n", c.name+" "+c.takes, c.does)
	}
}
