package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"orglearn/examples/program"
	"orglearn/metrics/study/ledger"
)

// sequential is a study that ends at its second look or later.
const sequential = `study: a test
seed: 7
until: {score: 10, between: [communities, isolated], half-width: .0012, most: 512}
organizations:
  communities: {}
  isolated: {}
axes: {absorb: [.1, .2]}
record: {score: [10], consensus: [5, 10]}
compare: [{score: 10, between: [communities, isolated]}]
`

func sequentialFolder(t *testing.T, text string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("study.yaml", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// runLook runs all shards of a look's plan and merges them. It returns what merge prints, and the
// arguments of the next plan, if there is one.
func runLook(t *testing.T, folder string, shards int) (text string, next []string) {
	t.Helper()
	for i := shards; i > 0; i-- {
		works(t, "run", folder, "-shard", fmt.Sprintf("%d/%d", i, shards))
	}
	text = works(t, "merge", folder, "-store", "many.sqlite")
	if _, after, is := strings.Cut(text, "Next:\n  lab "); is {
		next = strings.Fields(after)
	}
	return text, next
}

// sentences returns the lines that say how well the difference is known.
func sentences(text string) (all []string) {
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "With ") {
			all = append(all, line)
		}
	}
	return all
}

// A study with until is planned look by look, as merge says. It ends at the same look as on one
// machine, with the same export, question and flags.
func TestLooks(t *testing.T) {
	sequentialFolder(t, sequential)
	want := sentences(works(t, "run", "-seed", "8", "-store", "one.sqlite"))
	works(t, "plan", "-shards", "3", "-out", "looks", "-seed", "8", "-store", "many.sqlite")
	var got []string
	for folder, next := "looks", []string(nil); ; folder = next[5] {
		var text string
		text, next = runLook(t, folder, 3)
		got = append(got, sentences(text)...)
		if next == nil {
			break
		}
		works(t, next...)
	}
	if len(want) < 2 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the looks say %q, want %q", got, want)
	}
	for _, args := range []string{"export -csv - -exact -store", "status -store",
		"compare -store"} {
		of := func(store string) string {
			text := works(t, append(strings.Fields(args), store)...)
			return strings.ReplaceAll(text, store, "STORE")
		}
		if of("many.sqlite") != of("one.sqlite") {
			t.Errorf("%s of the looks is\n%s, want\n%s", args, of("many.sqlite"), of("one.sqlite"))
		}
	}
	_, err := lab(t, "plan", "-shards", "3", "-out", "more", "-store", "many.sqlite")
	if err == nil || !strings.Contains(err.Error(), "there is nothing left to plan: With ") {
		t.Errorf("the error is %v", err)
	}
	if text := works(t, "run", "-store", "many.sqlite"); !strings.Contains(text, " 0 left") ||
		fmt.Sprint(sentences(text)) != fmt.Sprint(want[len(want)-1:]) {
		t.Errorf("run goes on with what is answered: %s", text)
	}
}

// A look needs the runs of those before. lab run and plans take turns on one store.
func TestLooksNeedThoseBefore(t *testing.T) {
	sequentialFolder(t, sequential)
	if text := works(t, "validate"); !strings.Contains(text, "64 to 512 replicates each") {
		t.Errorf("validate prints %s", text)
	}
	works(t, "plan", "-shards", "1", "-out", "look", "-store", "many.sqlite")
	_, next := runLook(t, "look", 1)
	if want := "study.yaml -shards 1 -out look-128 -store many.sqlite"; len(next) != 8 ||
		!strings.HasSuffix(strings.Join(next, " "), want) {
		t.Fatalf("next is %q, want %s", next, want)
	}
	text := strings.Join(strings.Fields(works(t, next...)), " ")
	if !strings.Contains(text, "128 replicates each, 64 of them in the store") {
		t.Errorf("plan prints %s", text)
	}
	works(t, "run", "look-128", "-shard", "1/1")
	if _, err := lab(t, "merge", "look-128"); err == nil || !strings.Contains(err.Error(),
		"goes on after 64 replicates, which the store must have: ledger: no store") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat("look-128.sqlite"); err == nil {
		t.Error("a store was made")
	}
	works(t, "run", "-store", "one.sqlite")
	works(t, "run", "-store", "many.sqlite")
	works(t, "merge", "look-128", "-store", "many.sqlite") // the same runs twice
	if works(t, "export", "-store", "many.sqlite", "-csv", "-", "-exact") !=
		works(t, "export", "-store", "one.sqlite", "-csv", "-", "-exact") {
		t.Error("run after a look has another export")
	}
}

// A store that lacks runs of a look does not answer: the next plan is of that look.
func TestLookIsWhole(t *testing.T) {
	sequentialFolder(t, strings.Replace(sequential, ".0012", "100", 1))
	works(t, "plan", "-shards", "1", "-out", "look", "-store", "many.sqlite")
	s, err := load("study.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s.Replicates = 128
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Create("many.sqlite", p)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	text, next := runLook(t, "look", 1)
	if len(next) != 8 || next[5] != "look-128" || sentences(text) != nil {
		t.Fatalf("half of a look says %q", text)
	}
	works(t, next...)
	text, next = runLook(t, "look-128", 1)
	if next != nil || len(sentences(text)) != 1 {
		t.Errorf("the whole look says %q", text)
	}
}

// -store is of studies with until only, and -replicates of those without.
func TestLookMisuse(t *testing.T) {
	sequentialFolder(t, sequential)
	for _, c := range []struct{ args, text, want string }{
		{"plan -shards 1 -out p -replicates 9", sequential, "the study says until when it runs"},
		{"plan -shards 1 -out p -store s", eight, "-store: study.yaml has no until"},
	} {
		sequentialFolder(t, c.text)
		_, err := lab(t, strings.Fields(c.args)...)
		if program.Status(err, false) != program.Misused || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: the error is %v, want %s", c.args, err, c.want)
		}
	}
}

// The next look has a folder of its own, and arguments are written as a shell reads them.
func TestNextFolder(t *testing.T) {
	for path, want := range map[string]string{"a": "a-128", "a-64": "a-128",
		"b/look 1": "b/look 1-128", "b-64/c": "b-64/c-128"} {
		if got := nextFolder(path, 128); got != want {
			t.Errorf("the folder after %s is %s, want %s", path, got, want)
		}
	}
	for s, want := range map[string]string{"a/b-1.x": "a/b-1.x", "a b": "'a b'", "": "''",
		"it's": `'it'\''s'`} {
		if got := word(s); got != want {
			t.Errorf("%q is written %s, want %s", s, got, want)
		}
	}
}
