package programtest

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/program"
)

// Rows runs a program into a folder and returns the rows of its -csv file, the header first.
func Rows(t *testing.T, run Run, folder string, args ...string) [][]string {
	t.Helper()
	path := filepath.Join(folder, "rows.csv")
	if err := run(context.Background(), append(args, "-out", folder, "-csv", path)); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Published checks that a program of a published model wrote its figure, targets and manifest into
// a folder.
func Published(t *testing.T, name, folder string) {
	t.Helper()
	for _, file := range []string{name + ".png", name + ".svg", "targets.csv", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, file)); err != nil {
			t.Error(err)
		}
	}
}

// Writes checks that a program has left a figure, as SVG in a folder, with these words in it.
func Writes(t *testing.T, name, folder string, words ...string) {
	t.Helper()
	svg, err := os.ReadFile(filepath.Join(folder, name+".svg"))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words {
		if !strings.Contains(string(svg), ">"+w+"</text>") {
			t.Errorf("%s.svg does not write %q", name, w)
		}
	}
}

// Refusal is what a program is given that makes no sense, and what its one line must hold.
type Refusal struct{ Args, Want string }

// Refuses runs a program with wrong arguments. Each must give an error of one line and exit status
// 2.
func Refuses(t *testing.T, run Run, refusals ...Refusal) {
	t.Helper()
	for _, c := range refusals {
		err := run(context.Background(), append([]string{"-out", t.TempDir()},
			strings.Fields(c.Args)...))
		if err == nil || !strings.Contains(program.Line(err), c.Want) ||
			program.Status(err, false) != program.Misused {
			t.Errorf("%s: the error is\n%v, want in it\n%s", c.Args, err, c.Want)
		}
	}
}
