package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

// told matches an estimate with its interval.
var told = regexp.MustCompile(`[-+]?\d*\.\d+ \[[^]]*\]`)

var full = flag.Bool("full", false, "search for the seats of examples/README.md too")

// The numbers of the section in examples/README.md are those that the program prints. Two of its
// commands take seconds, so short tests skip them. The search for seats takes a minute of processor
// time, and is run with -full only.
func TestAsTold(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the whole program")
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## whatif:")
	section, _, _ = strings.Cut(section, "\n## ")
	section = strings.Join(strings.Fields(section), " ")
	var b bytes.Buffer
	commands := [][]string{{"-merge", "branch 01,branch 03", "-rotate"},
		{"-flip", "communities,hierarchy"}}
	if *full {
		commands = append(commands, []string{"-seats", "5"})
	}
	for _, args := range commands {
		if err := runTo(context.Background(), append(args, "-out", t.TempDir()), &b); err != nil {
			t.Fatal(err)
		}
	}
	text := strings.Join(strings.Fields(b.String()), " ")
	all := told.FindAllString(section, -1)
	if len(all) != 4 {
		t.Errorf("the section states %d estimates, want 4: %q", len(all), all)
	}
	for _, want := range append(all, "turnover up (at 0.149", "turbulence up (at 0.04",
		"size down (at 3") {
		if seats := want == "+0.0036 [+0.0001, +0.0071]"; seats && !*full {
			continue
		}
		if !strings.Contains(text, want) {
			t.Errorf("the section states %s, which the program does not print:\n%s", want, text)
		}
	}
}
