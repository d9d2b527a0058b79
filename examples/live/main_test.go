package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/share"
	"orglearn/examples/live/internal/pane"
	"orglearn/examples/program"
	"orglearn/metrics"
)

const link = "a=organization/isolated&conditions/conditions/people=10&conditions/conditions/ticks=5"

func TestWrongFlags(t *testing.T) {
	for args, want := range map[string]string{
		"-address 0.0.0.0:80":                       "want a port of this machine",
		"-address :80":                              "want a port of this machine",
		"-address localhost":                        "want a port of this machine",
		"-export x -single y":                       "want one of",
		"-class 0.0.0.0:80":                         "want the address that students type",
		"-class :80 -code apple":                    "want the address that students type",
		"-class 192.0.2.1:80":                       "-code has 0 letters",
		"-class 192.0.2.1:80 -code x":               "-code has 1 letters",
		"-share 1":                                  "need -link",
		"-share 1001 -link x":                       "want 1 to 1000",
		"-trace":                                    "need -link",
		"-trace -link a=x":                          `"x"`,
		"-share 1 -link a=x":                        `"x"`,
		"-class 192.0.2.1:80 -code apple -link a=x": `"x"`,
		"-merge .":                                  "no share-*.txt",
		"page":                                      "unexpected argument",
	} {
		err := run(t.Context(), strings.Fields(args))
		var usage program.Usage
		if !errors.As(err, &usage) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %q", args, err, want)
		}
	}
}

// The shares of a class of sixty, by the program, are what one run writes, to the last byte.
func TestSharesMerge(t *testing.T) {
	folder := t.TempDir()
	for student := range 60 {
		o := options{share: student + 1, link: link, out: folder}
		if err := o.runShare(&bytes.Buffer{}); err != nil {
			t.Fatal(err)
		}
	}
	o := options{merge: folder, out: filepath.Join(folder, "all")}
	var said bytes.Buffer
	if err := o.mergeShares(&said); err != nil {
		t.Fatal(err)
	}
	rows, err := os.ReadFile(filepath.Join(folder, "all", "class.csv"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := pane.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	e, err := s.Experiment()
	if err != nil {
		t.Fatal(err)
	}
	e.Replicates = 60 * share.PerStudent
	table, err := metrics.Measure(t.Context(), e, share.Metrics()...)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := table.WriteCSV(&want); err != nil || !bytes.Equal(rows, want.Bytes()) {
		t.Errorf("class.csv differs from one run: %v", err)
	}
	if !strings.Contains(said.String(), "60 shares of #") {
		t.Errorf("it says %q", said.String())
	}
}

// A trace has a row for each pane and tick.
func TestTrace(t *testing.T) {
	var out bytes.Buffer
	if err := (options{link: link + "&b=organization/pairs"}).printTrace(&out); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "\n"); n != 1+2*6 {
		t.Errorf("it has %d lines, want a header and two panes of 6 ticks", n)
	}
}
