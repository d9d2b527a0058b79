// Package programtest runs example programs in tests, and checks their output, files and errors.
package programtest

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"orglearn/examples/program"
)

// Run is the run function of a program.
type Run func(ctx context.Context, args []string) error

// Output runs a program with the given flags into a new folder. It returns the printed text and the
// folder. The program must write its figure, numbers and manifest. No printed line may be longer
// than 80 columns, and neither the text nor the files may contain NaN.
func Output(t *testing.T, name string, run Run, args ...string) (text, folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "out")
	text, err := printed(t, run, append(args, "-out", folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{name + ".svg", name + ".csv", "manifest.json"} {
		if b, err := os.ReadFile(filepath.Join(folder, file)); err != nil || len(b) < 100 ||
			bytes.Contains(b, []byte("NaN")) {
			t.Errorf("%s holds %d bytes (%v), want 100 or more, and no NaN", file, len(b), err)
		}
	}
	picture, err := os.Open(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer picture.Close()
	if _, err := png.Decode(picture); err != nil {
		t.Error(err)
	}
	if folder, _, _ := strings.Cut(text, "\nWritten to "); strings.Contains(folder, "NaN") ||
		longest(folder) > 80 {
		t.Errorf("a line is longer than 80 columns, or holds NaN:\n%s", text)
	}
	return text, folder
}

// told matches an estimate with its interval, as the examples write it.
var told = regexp.MustCompile(`-?\d*\.\d+ \[[^]]*\]`)

// AsTold runs a program with its default flags. It checks that the program prints every estimate in
// its section of examples/README.md. It takes seconds, so short tests skip it.
func AsTold(t *testing.T, name string, run Run) {
	t.Helper()
	section := sectionOf(t, "## "+name+":")
	text, _ := Output(t, name, run)
	prints(t, text, section)
}

// sectionOf returns the text under a heading of examples/README.md.
func sectionOf(t *testing.T, heading string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("it runs the whole program")
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(readme), "\n"+heading)
	if !found {
		t.Fatalf("the README has no section %q", heading)
	}
	level, _, _ := strings.Cut(heading, " ")
	section, _, _ = strings.Cut(section, "\n"+level+" ")
	return section
}

// prints reports estimates of a section that a program does not print.
func prints(t *testing.T, text, section string) {
	t.Helper()
	text = strings.Join(strings.Fields(text), " ")
	all := told.FindAllString(strings.Join(strings.Fields(section), " "), -1)
	if len(all) == 0 {
		t.Error("the README states no estimate")
	}
	for _, e := range all {
		if !strings.Contains(text, e) {
			t.Errorf("the README states %s, which the program does not print:\n%s", e, text)
		}
	}
}

// Says checks what a program has printed, up to where it says what it has written. No line may be
// longer than 80 columns, and none may hold NaN. Each of the given words must be there, however
// lines are broken. It returns the text in one line.
func Says(t *testing.T, text string, words ...string) string {
	t.Helper()
	text, _, _ = strings.Cut(text, "\nWritten to ")
	if longest(text) > 80 || strings.Contains(text, "NaN") {
		t.Errorf("a line is longer than 80 columns, or holds NaN:\n%s", text)
	}
	line := strings.Join(strings.Fields(text), " ")
	for _, w := range words {
		if !strings.Contains(line, w) {
			t.Errorf("the text lacks %q:\n%s", w, text)
		}
	}
	return line
}

func longest(text string) (n int) {
	for _, line := range strings.Split(text, "\n") {
		n = max(n, len([]rune(line)))
	}
	return n
}

// printed runs a program, and returns its standard output and its error.
func printed(t *testing.T, run Run, args []string) (string, error) {
	t.Helper()
	file, err := os.CreateTemp(t.TempDir(), "stdout")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out := os.Stdout
	os.Stdout = file
	defer func() { os.Stdout = out }()
	failed := run(context.Background(), args)
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), failed
}

// Misuse runs a program with wrong flags. Each must give an error of one line and exit status 2.
// The program must print nothing and make no folder.
func Misuse(t *testing.T, run Run) {
	t.Helper()
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-replicates", "0"}, "-replicates is 0, want 1 to 100000"},
		{[]string{"-workers", "-1"}, "-workers is -1, want 0 to 65536"},
		{[]string{"-seed", "x"}, `invalid value "x" for flag -seed`},
		{[]string{"-nonsense"}, "flag provided but not defined: -nonsense"},
		{[]string{"nonsense"}, `unexpected argument "nonsense"`},
	} {
		folder := filepath.Join(t.TempDir(), "out")
		text, err := printed(t, run, append([]string{"-out", folder}, c.args...))
		switch {
		case err == nil:
			t.Errorf("%v: no error", c.args)
		case program.Status(err, false) != program.Misused || !strings.HasPrefix(err.Error(),
			c.want) || strings.Contains(err.Error(), "\n"):
			t.Errorf("%v: the error is %q with status %d, want one line that begins with %q and "+
				"status 2", c.args, err, program.Status(err, false), c.want)
		}
		if _, err := os.Stat(folder); err == nil || text != "" {
			t.Errorf("%v: it printed %q, or made a folder", c.args, text)
		}
	}
}
