package programtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/program"
)

// Explains runs a program with -explain. The program must print once how each organization would
// run, in lines that fit a terminal. It must run none and make no folder.
func Explains(t *testing.T, run Run, organizations []string, args ...string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "out")
	text, err := printed(t, run, append(args, "-explain", "-out", folder))
	if err != program.ErrExplained {
		t.Fatalf("the error is %v, want that of a program that explained", err)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("it made a folder")
	}
	if longest(text) > 80 || !strings.Contains(text, "\n  layout: ") {
		t.Errorf("a line is longer than 80 columns, or it does not say how anything runs:\n%s",
			text)
	}
	for _, name := range organizations {
		if strings.Count("\n"+text, "\n"+name+"\n") != 1 {
			t.Errorf("it does not explain %q, once:\n%s", name, text)
		}
	}
}
