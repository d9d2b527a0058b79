package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"orglearn/examples/program"
)

// bad is an input that is refused: files, by the flags that name them, and further flags.
type bad struct {
	people, ties, reports, teams string // "": there is no such file
	args                         string
	want                         string // words of the sentence
}

// okTies are ties of five people, and okPeople are they.
const (
	okTies   = "from,to\na,b\nb,c\nc,d\nd,e\ne,a\n"
	okPeople = "id,department\na,1\nb,1\nc,2\nd,2\ne,2\n"
)

// run writes the files and returns the error of the program. There is no file of ties if the flags
// name one, or the library's data.
func (c bad) run(t *testing.T) error {
	t.Helper()
	files, args := map[string]string{}, []string{"-out", "out"}
	for _, f := range []struct{ flag, text string }{
		{"roster", c.people}, {"ties", c.ties}, {"reports", c.reports}, {"teams", c.teams},
	} {
		if f.text != "" {
			files[f.flag+".csv"] = strings.TrimPrefix(f.text, "<empty>")
			args = append(args, "-"+f.flag, f.flag+".csv")
		}
	}
	t.Chdir(own(t, files))
	if err := os.Mkdir("folder", 0o777); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err := runTo(context.Background(), append(args, strings.Fields(c.args)...), &out)
	if _, made := os.Stat("out"); made == nil && err != nil {
		t.Errorf("%v: refused, and a folder was made", c)
	}
	if out.Len() > 0 && err != nil {
		t.Errorf("%v: refused, and %d bytes printed", c, out.Len())
	}
	return err
}

// String is what a failure says of an input.
func (c bad) String() string {
	return fmt.Sprintf("%.60q %.60q %.60q %.60q %s", c.people, c.ties, c.reports, c.teams, c.args)
}

// check checks that an input is refused with one clear sentence, and that nothing is written.
func (c bad) check(t *testing.T) {
	t.Helper()
	err := c.run(t)
	if err == nil {
		t.Errorf("%v is read", c)
		return
	}
	text := err.Error()
	if program.Status(err, false) == program.OK || len(text) > 600 || len(text) < 20 ||
		strings.ContainsAny(text, "\n\r\x00") || strings.Contains(text, "goroutine") ||
		strings.Contains(text, "NaN") && !strings.Contains(c.args+c.ties, "NaN") {
		t.Errorf("%v: no clear sentence: %q", c, text)
	}
	if !strings.Contains(text, c.want) {
		t.Errorf("%v:\n got  %s\n want %s", c, text, c.want)
	}
}

// TestBadInputs: each of two hundred bad inputs is refused by one sentence that says where and why.
func TestBadInputs(t *testing.T) {
	n := 0
	for _, list := range [][]bad{badTies, badPeople, badReports, badTeams, badTexts, badShapes,
		badFlags, badFlagPairs} {
		for _, c := range list {
			c.check(t)
			n++
		}
	}
	if n < 200 {
		t.Errorf("%d bad inputs, want 200", n)
	}
}
