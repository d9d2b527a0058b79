package main

import (
	"os"
	"strings"
	"testing"

	"orglearn/examples/program"
)

// ours is a study of a roster.
const ours = `replicates: 70
roster: {people: data/people.csv, ties: data/ties.csv, undirected: true}
organizations: {own-contacts: {}, own-chart: {}}
record: {score: [10]}
`

// rostered makes a folder with the study of a roster and goes there.
func rostered(t *testing.T, study string) {
	t.Helper()
	t.Chdir(t.TempDir())
	err := os.Mkdir("data", 0o777)
	for name, text := range map[string]string{
		"study.yaml":      study,
		"data/people.csv": "id,department,manager\na,x,\nb,x,a\nc,x,a\nd,y,a\ne,y,d\nf,y,d\n",
		"data/ties.csv":   "from,to\na,b\nb,c\nc,d\nd,e\ne,f\n",
		"key.txt":         "a long key of many letters\n",
	} {
		if err == nil {
			err = os.WriteFile(name, []byte(text), 0o600)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A plan brings the files of a roster with it, so that its shards run on any machine.
func TestPlanBringsRoster(t *testing.T) {
	rostered(t, ours)
	works(t, "run")
	want := works(t, "export", "-csv", "-")
	works(t, "plan", "-shards", "2", "-out", "p")
	for _, name := range []string{"study.yaml", "data"} {
		if err := os.Rename(name, "away-"+name); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Rename("p", "q"); err != nil {
		t.Fatal(err)
	}
	works(t, "run", "q", "-shard", "1/2")
	works(t, "run", "q", "-shard", "2/2")
	works(t, "merge", "q", "-store", "m.sqlite")
	if works(t, "export", "-store", "m.sqlite", "-csv", "-") != want {
		t.Error("the shards give another export")
	}
}

// A copy that was changed is refused by a sentence.
func TestChangedRoster(t *testing.T) {
	rostered(t, ours)
	works(t, "plan", "-shards", "2", "-out", "p")
	entries, err := os.ReadDir("p")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile("p/" + e.Name())
		if err == nil && strings.HasPrefix(string(text), "from,to") {
			err = os.WriteFile("p/"+e.Name(), append(text, "f,a\n"...), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := lab(t, "run", "p", "-shard", "1/2"); err == nil ||
		!strings.Contains(err.Error(), "a file that the study reads has changed") {
		t.Errorf("the error is %v", err)
	}
}

// A roster with pseudonyms runs, and is not copied into a plan.
func TestPseudonymsStay(t *testing.T) {
	rostered(t, strings.Replace(ours, "undirected", "pseudonyms: key.txt, undirected", 1))
	works(t, "run", "-replicates", "1")
	_, err := lab(t, "plan", "-shards", "2", "-out", "p")
	if program.Status(err, false) != program.Misused ||
		!strings.Contains(err.Error(), "leave pseudonyms out") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat("p"); err == nil {
		t.Error("the folder of the plan was made")
	}
}
