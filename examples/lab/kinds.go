package main

import (
	"context"
	"fmt"
	"os"

	"orglearn/examples/program"
	"orglearn/metrics/study/kinds"
)

// listKinds prints the table of kinds, or one kind with its fields.
func listKinds(_ context.Context, args []string) error {
	names, err := parse(flagsOf("kinds"), args, 0, 1)
	if err != nil {
		return err
	}
	if len(names) == 1 {
		return describeKind(names[0])
	}
	role := kinds.Role("")
	for _, k := range kinds.All() {
		if k.Role != role {
			role = k.Role
			fmt.Printf("\n%s\n", role)
		}
		fmt.Printf("  %-18s %s\n", k.Name, k.Sentence)
	}
	fmt.Print("\nmetrics\n")
	for _, m := range kinds.Measures() {
		fmt.Printf("  %-18s %s\n", m.Name, m.Metric("work").Unit)
	}
	fmt.Println("\nlab kinds NAME lists the fields of a kind.")
	return nil
}

// describeKind prints the kinds of a name, in whatever role.
func describeKind(name string) error {
	found := false
	for _, k := range kinds.All() {
		if k.Name != name {
			continue
		}
		found = true
		fmt.Fprintf(os.Stdout, "%s (%s): %s\n", k.Name, k.Role, k.Sentence)
		for _, f := range k.Fields {
			fmt.Printf("  %-14s %-12s %s; %s; default %s\n", f.Name, f.Unit, f.Sentence, f.Range(),
				f.Default)
		}
	}
	if !found {
		return program.Misuse("there is no kind %q (lab kinds lists all)", name)
	}
	return nil
}
