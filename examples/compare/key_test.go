package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// list names the files of a folder.
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

const secret = "correct-horse-battery-staple"

// With -pseudonyms no id and no part of the key is printed or written.
func TestPseudonyms(t *testing.T) {
	files := firm(map[string]int{"Zoo": 12, "Art": 6, "Mill": 9})
	files["key.txt"] = secret + "\n"
	files["t.csv"] += "person3,stranger\nperson3,person3\n"
	t.Chdir(own(t, files))
	args := []string{"-roster", "p.csv", "-ties", "t.csv", "-pseudonyms", "key.txt"}
	text, folder := compared(t, append(args, "-replicates", "3", "-ticks", "20", "-panels")...)
	var look bytes.Buffer
	if err := runTo(context.Background(), append(args, "-look"), &look); err != nil {
		t.Fatal(err)
	}
	outputs := map[string]string{"the report": text, "the look": look.String()}
	for _, name := range strings.Fields(list(t, folder)) {
		outputs[name] = read(t, folder, name)
	}
	for name, output := range outputs {
		for _, s := range []string{"person3", "person1", "stranger", secret, "horse", "key.txt"} {
			if strings.Contains(output, s) {
				t.Errorf("%s holds %q", name, s)
			}
		}
	}
	if !regexp.MustCompile(`P-[0-9A-Z]{5}-[0-9A-Z]`).MatchString(look.String()) ||
		!strings.Contains(text, "P-") || !strings.Contains(outputs["manifest.json"], "pseudonyms") {
		t.Error("no pseudonyms")
	}
	plain, _ := compared(t, "-roster", "p.csv", "-ties", "t.csv", "-replicates", "3", "-ticks",
		"20")
	scores := func(text string) string {
		_, rest, _ := strings.Cut(text, "\nScore:")
		return rest[:500]
	}
	if scores(plain) != scores(text) {
		t.Error("pseudonyms change the results")
	}
}

// A key that is none is one sentence, and nothing is written.
func TestBadKeys(t *testing.T) {
	files := firm(map[string]int{"Zoo": 12})
	files["empty"], files["short"], files["table"] = "", "secret", "id,code\nperson1,x\n"
	files["same"] = strings.Repeat("a", 40)
	t.Chdir(own(t, files))
	os.Mkdir("dir", 0o777)
	for key, want := range map[string]string{
		"empty": "empty: the key is empty", "short": "short: the key has 6 characters",
		"table": "table: the key has 2 lines", "none": "none", "dir": "dir: is a directory",
		"same": "only 1 different", "t.csv": "is one of the files that are read",
		"": "-pseudonyms is empty, want a file",
	} {
		var out bytes.Buffer
		err := runTo(context.Background(), []string{"-ties", "t.csv", "-out", "out",
			"-pseudonyms", key}, &out)
		if err == nil || !strings.Contains(err.Error(), want) ||
			strings.Contains(err.Error(), "\n") || out.Len() > 0 {
			t.Errorf("%s: %v, want %q", key, err, want)
		}
		if _, err := os.Stat(filepath.Join("out")); err == nil {
			t.Fatal("a folder was made")
		}
	}
}
