package program

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/metrics/stats"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func list(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// No file has its final name before the manifest is written. Afterwards all have it.
func TestFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder")
	f, err := NewFolder(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write("a.csv", text("1,2\n")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(f.Path("a.csv")); err == nil {
		t.Error("a.csv is there before the manifest")
	}
	if err := f.WriteManifest(Manifest{Program: "test"}); err != nil {
		t.Fatal(err)
	}
	if got := list(t, path); got != "a.csv manifest.json" {
		t.Errorf("the folder holds %s", got)
	}
	hash, err := Hash(f.Path("a.csv"))
	manifest, _ := os.ReadFile(f.Path("manifest.json"))
	if err != nil || !strings.Contains(string(manifest), hash) {
		t.Errorf("the manifest does not hold the hash %s (%v)", hash, err)
	}
}

// After a failure the folder holds the files from before, and nothing else.
func TestFolderFails(t *testing.T) {
	path := t.TempDir()
	if err := os.WriteFile(filepath.Join(path, "a.csv"), []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := NewFolder(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err = errors.Join(f.Write("a.csv", text("new")), f.Write("b.csv", func(io.Writer) error {
		return broken
	}))
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "b.csv") {
		t.Errorf("error %v, want one of b.csv", err)
	}
	if got := list(t, path); got != "a.csv" {
		t.Errorf("the folder holds %s", got)
	}
	if old, _ := os.ReadFile(filepath.Join(path, "a.csv")); string(old) != "old" {
		t.Errorf("a.csv holds %q", old)
	}
}

func TestFolderInTheWay(t *testing.T) {
	path := t.TempDir()
	if err := os.Mkdir(filepath.Join(path, "b.csv"), 0o777); err != nil {
		t.Fatal(err)
	}
	f, err := NewFolder(path)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(f.Write("a.csv", text("new")), f.Write("b.csv", text("new")))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.WriteManifest(Manifest{}); err == nil || !strings.Contains(err.Error(),
		"is a folder") {
		t.Errorf("error %v, want one that names the folder", err)
	}
	if got := list(t, path); got != "b.csv" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		err         error
		interrupted bool
		want        int
	}{
		{nil, false, OK}, {flag.ErrHelp, false, OK}, {io.ErrUnexpectedEOF, false, Failed},
		{Misuse("no"), false, Misused},
		{fmt.Errorf("more: %w", Misuse("no")), false, Misused}, {io.EOF, true, Interrupted},
	} {
		if got := Status(c.err, c.interrupted); got != c.want {
			t.Errorf("%v: status %d, want %d", c.err, got, c.want)
		}
	}
	for message, want := range map[string]string{
		"-replicates is 0, want 1 to 1000000":       "-replicates is 0, want 1 to 1,000,000",
		"10000 people (12345), -99999: 9999 or so.": "10,000 people (12,345), -99,999: 9999 or so.",
		"12 do not fit: use -people 12000, seed 12345": "12 do not fit: use -people 12000, " +
			"seed 12345",
		`no person "A 10234 5" in out/12345 or 20240101.csv, of 20000`: `no person "A 10234 5"` +
			` in ` +
			`out/12345 or 20240101.csv, of 20,000`,
	} {
		if got := Line(errors.New(message)); got != want {
			t.Errorf("the line is %q, want %q", got, want)
		}
	}
	if got := Line(errors.New("one\ntwo\nthree")); got != "one (and 2 more)" {
		t.Errorf("a line of %q", got)
	}
}

func TestParse(t *testing.T) {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	n := flags.Int("n", 1, "a number")
	if err := Parse(flags, []string{"-n", "2"}); err != nil || *n != 2 {
		t.Errorf("n is %d (%v)", *n, err)
	}
	for _, args := range [][]string{{"-m"}, {"-n", "x"}, {"-n", "3", "more"}, {"more", "-n", "3"}} {
		if err := Parse(flags, args); Status(err, false) != Misused {
			t.Errorf("%q: %v, want a misuse", args, err)
		}
	}
}

// What is no value of a flag is told with the flag and what it wants.
func TestUnreadFlags(t *testing.T) {
	const whole, most = "want a whole number, 0 to 18446744073709551615 (",
		"want a whole number, at most "
	for args, want := range map[string]string{
		"-seed -1":                         `value "-1" for flag -seed: ` + whole,
		"-seed 1e3":                        `value "1e3" for flag -seed: ` + whole,
		"-replicates x":                    `value "x" for flag -replicates: ` + most,
		"-replicates 99999999999999999999": "-replicates: " + most,
		"-alpha x":                         `value "x" for flag -alpha: want a number (`,
		"-quick=maybe":                     `value "maybe" for -quick: parse error (`,
		"-nothing":                         "flag provided but not defined: -nothing (",
	} {
		flags := flag.NewFlagSet("test", flag.ContinueOnError)
		flags.Uint64("seed", 0, "")
		flags.Int("replicates", 0, "")
		flags.Float64("alpha", 0, "")
		flags.Bool("quick", false, "")
		err := Parse(flags, strings.Fields(args))
		if err == nil || !strings.Contains(err.Error(), want) || Status(err, false) != Misused {
			t.Errorf("%s: the error is %v, want %q", args, err, want)
		}
	}
}

// An interval that does not hold 0 does not read as if it did, however near 0 it is.
func TestIntervalBesideZero(t *testing.T) {
	for _, c := range []struct {
		mean, low, high float64
		want            string
	}{
		{.009, .00049, .019, ".009 [.0005, .019]"},
		{.009, .00031, .019, ".009 [.0003, .019]"},
		{-.009, -.019, -.00014, "-.009 [-.019, -.0001]"},
		{-.009, -.019, -.00004, "-.009 [-.019, >-.0001]"},
		{.009, 2e-12, .019, ".009 [<.0001, .019]"},
		{.0001, 2e-12, .00031, "0 [<.0001, .0003]"},
		{-.0001, -.0004, -.00003, "0 [-.0004, >-.0001]"},
		{.009, -.0003, .019, ".009 [0, .019]"},
		{.009, 0, .019, ".009 [0, .019]"},
		{.009, .0005001, .019, ".009 [.001, .019]"},
	} {
		e := stats.Estimate{N: 10, Mean: c.mean, Low: c.low, High: c.high}
		if got := Interval(e); got != c.want {
			t.Errorf("%v to %v: %s, want %s", c.low, c.high, got, c.want)
		}
	}
}
