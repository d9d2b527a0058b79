package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

const real = `roster: {people: people.csv, ties: ties.csv, undirected: true}
organizations: {own-contacts: {}, own-chart: {}, own-units: {}}
axes: {absorb: [.1, .2]}
record: {score: [10]}
`

// folder writes the files of a small organization and returns the path of the study.
func folder(t *testing.T, ties string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"people.csv": "id,department,manager\na,x,\nb,x,a\nc,x,a\nd,y,a\ne,y,d\nf,y,d\n",
		"ties.csv":   "from,to\n" + ties,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "study.yaml")
}

// Files are sought from the folder of the study, and what is in them goes into the hash.
func TestRoster(t *testing.T) {
	hashes := map[string]bool{}
	for _, ties := range []string{"a,b\nb,c\nc,d\nd,e\ne,f\n", "a,b\nb,c\nc,d\nd,e\na,f\n"} {
		s, err := file.Parse(folder(t, ties), []byte(real), kinds.All())
		if err != nil {
			t.Fatal(err)
		}
		p, err := s.Plan()
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Cells) != 6 || p.Cells[0].Scenario.People != 6 {
			t.Errorf("%d cells of %d people", len(p.Cells), p.Cells[0].Scenario.People)
		}
		hashes[p.Hash()] = true
	}
	if len(hashes) != 2 {
		t.Error("other ties have the same hash")
	}
}

func TestRosterFaults(t *testing.T) {
	path := folder(t, "a,b\nb,c\nc,d\n")
	for _, c := range []struct{ old, with, want string }{
		{"ties.csv", "tie.csv", ":1:36: roster: "},
		{"undirected", "indirected", `did you mean "undirected"?`},
		{"true", "yes", "want true or false"},
		{"undirected: true", "lest: 2", `did you mean "least"?`},
		{"undirected: true", "match: [cases]", `match is "cases"`},
	} {
		text := strings.Replace(real, c.old, c.with, 1)
		_, err := file.Parse(path, []byte(text), kinds.All())
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\ngives\n%v\nwant %s", text, err, c.want)
		}
		if faults := (file.Faults)(nil); !errors.As(err, &faults) || len(faults) != 1 {
			t.Errorf("%s\nhas %d faults, want 1:\n%v", text, len(faults), err)
		}
	}
}

// What is wrong with the files of a roster is told with the keys of a study, and at one of them.
func TestRosterFaultsNameKeys(t *testing.T) {
	const ring = "a,b\nb,c\nc,d\n"
	for _, c := range []struct{ tie, options, at, want string }{
		{"a,b", "least: 2", ":4:10: roster: ", "least: 2 needs a column of weights; weight: names"},
		{"A,d", "isolates: true", ":3:9: roster: ", "match: [case] accepts that; partial: true"},
		{"A,d", "match: [zeros]", ":4:10: roster: ", "match: [zeros, case] accepts that"},
		{"-least,d", "isolates: true", ":3:9: roster: ", `such as "-least"; partial: true leaves`},
	} {
		_, rest, _ := strings.Cut(real, "\n")
		text := "roster:\n  people: people.csv\n  ties: ties.csv\n  " + c.options +
			"\n  undirected: true\n" + rest
		path := folder(t, ring+c.tie+"\n")
		_, err := file.Parse(path, []byte(text), kinds.All())
		if err == nil || !strings.Contains(err.Error(), c.at) ||
			!strings.Contains(err.Error(), c.want) {
			t.Errorf("%s gives\n%v\nwant %s...%s", c.options, err, c.at, c.want)
		}
	}
}

// Ids may match as they are, whatever they look like.
func TestRosterExact(t *testing.T) {
	path := folder(t, "a,b\nb,c\nc,d\n")
	exact := strings.Replace(real, "undirected", "match: [exact], undirected", 1)
	if _, err := file.Parse(path, []byte(exact), kinds.All()); err != nil {
		t.Error(err)
	}
}

// A key of pseudonyms changes no result, and errors then name no id. Weights need a column.
func TestRosterOptions(t *testing.T) {
	path := folder(t, "a,b\nb,c\nc,d\n")
	key := filepath.Join(filepath.Dir(path), "key.txt")
	if err := os.WriteFile(key, []byte("a long key of many letters\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	hidden := strings.Replace(real, "undirected", "pseudonyms: key.txt, undirected", 1)
	if hashAt(t, path, real) != hashAt(t, path, hidden) {
		t.Error("pseudonyms change the plan")
	}
	_, err := file.Parse(path, []byte(strings.Replace(real, "undirected", "weigh: true, undirected",
		1)), kinds.All())
	if err == nil || !strings.Contains(err.Error(), ":1:53: roster: weigh: true needs a "+
		"column of weights, and the ties have none; weight: names it") {
		t.Errorf("weigh without weights gives %v", err)
	}
	if hashAt(t, path, strings.Replace(real, "undirected", "isolates: true, undirected", 1)) ==
		hashAt(t, path, real) {
		t.Error("isolates make no other plan")
	}
}

// Copies of the files give the same plan, wherever they are.
func TestParseCopied(t *testing.T) {
	path := folder(t, "a,b\nb,c\nc,d\n")
	want := hashAt(t, path, real)
	copies, elsewhere := map[string]string{}, t.TempDir()
	for i, name := range []string{"people.csv", "ties.csv"} {
		copies[name] = filepath.Join(elsewhere, []string{"1.csv", "2.csv"}[i])
		if err := os.Rename(filepath.Join(filepath.Dir(path), name), copies[name]); err != nil {
			t.Fatal(err)
		}
	}
	s, err := file.ParseCopied("nowhere/study.yaml", []byte(real), kinds.All(), copies)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil || p.Hash() != want {
		t.Errorf("the copies give another plan: %v", err)
	}
	if len(s.Files) != 2 || s.Files[0] != "people.csv" || s.Files[1] != "ties.csv" {
		t.Errorf("the files are %v", s.Files)
	}
}
