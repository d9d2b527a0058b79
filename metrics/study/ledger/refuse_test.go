package ledger_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// Names that cannot be columns of one table are refused before a file is made.
func TestRefusesNames(t *testing.T) {
	for want, change := range map[string]func(*study.Plan){
		`a metric has the name "SCORE", which is that of a metric too`: func(p *study.Plan) {
			p.Columns[1].Metric = "SCORE"
		},
		`a metric has the name "Tick", which is that of a column of every store too`: func(
			p *study.Plan) {
			p.Columns[1].Metric = "Tick"
		},
		`a metric has the name "score", which is that of a factor too`: func(p *study.Plan) {
			p.Cells[0].Factors[0].Name = "score"
		},
		`a metric has the name "a\rb", want one line`: func(p *study.Plan) {
			p.Columns[1].Metric = "a\rb"
		},
		"the plan has 0 columns, want 1 to 10000": func(p *study.Plan) { p.Columns = nil },
	} {
		p, path := plan(1, 1), store(t)
		change(&p)
		if _, err := ledger.Create(path, p); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
		if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) > 0 {
			t.Errorf("%s: it made %v", want, entries)
		}
	}
}

// What cannot be of the plan is refused.
func TestRefusesResults(t *testing.T) {
	p := plan(2, 64)
	l := create(t, store(t), p)
	for want, r := range map[string]study.Result{
		"cell 2, want 0 to 1":       {Cell: 2, Values: make([]float64, 4)},
		"cell -1, want 0 to 1":      {Cell: -1, Values: make([]float64, 4)},
		"3 values, want one for":    {Values: make([]float64, 3)},
		"replicate 16777216, want ": {Replicate: study.MaxReplicates, Values: make([]float64, 4)},
	} {
		if err := l.Add(study.Task{}, []study.Result{r}); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}

// What is no store is refused, and left as it is.
func TestRefusesFiles(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "text")
	fatal(t, os.WriteFile(text, []byte(strings.Repeat("no store at all\n", 99)), 0o666))
	for path, want := range map[string]string{
		text:                            "text: it is not the store of a study",
		folder:                          "is a folder, want a file",
		filepath.Join(folder, "a", "b"): "cannot be locked",
	} {
		if _, err := ledger.Create(path, plan(1, 1)); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
	if _, err := ledger.Open(filepath.Join(folder, "none")); err == nil ||
		!strings.Contains(err.Error(), "no store: stat ") {
		t.Errorf("the error is %v", err)
	}
	if _, err := ledger.Draft(text, plan(1, 1)); err == nil ||
		!strings.Contains(err.Error(), "text is there already") {
		t.Errorf("the error is %v", err)
	}
}

// Another database is refused, and stays as it is.
func TestRefusesDatabases(t *testing.T) {
	path := store(t)
	sqlite(t, path, "CREATE TABLE t (a); PRAGMA application_id = 7")
	before, err := os.ReadFile(path)
	fatal(t, err)
	for _, open := range []func() (*ledger.Ledger, error){
		func() (*ledger.Ledger, error) { return ledger.Create(path, plan(1, 1)) },
		func() (*ledger.Ledger, error) { return ledger.Open(path) },
	} {
		if _, err := open(); err == nil ||
			!strings.Contains(err.Error(), "is not the store of a study") {
			t.Errorf("the error is %v", err)
		}
	}
	after, err := os.ReadFile(path)
	if err != nil || string(after) != string(before) {
		t.Errorf("the file has changed (%v)", err)
	}
}

// A store with the tables of another version is refused in words, and stays as it is.
func TestRefusesVersions(t *testing.T) {
	p, path := plan(1, 1), store(t)
	fill(t, path, p, nil)
	sqlite(t, path, "PRAGMA user_version = 1")
	before, err := os.ReadFile(path)
	fatal(t, err)
	_, opened := ledger.Open(path)
	_, created := ledger.Create(path, p)
	for _, err := range []error{opened, created} {
		if err == nil || !strings.Contains(err.Error(), "has tables of version 1, and this "+
			"program reads version 2 only: run the study again into another store") {
			t.Errorf("the error is %v", err)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file has changed (%v)", err)
	}
}

// A draft has all that a store has, once it is closed.
func TestDraft(t *testing.T) {
	p, path, other := plan(3, 100), store(t), store(t)
	l, err := ledger.Draft(path, p)
	fatal(t, err)
	for _, task := range p.Tasks() {
		fatal(t, l.Add(task, made(p, task)))
	}
	fatal(t, l.Close())
	fill(t, other, p, p.Tasks())
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("beside a draft stand %v", entries)
	}
	if export(t, path) != export(t, other) {
		t.Error("a draft has another export than a store")
	}
}

// A folder is no store, and nothing is left beside it.
func TestRefusesFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder")
	fatal(t, os.Mkdir(path, 0o777))
	_, created := ledger.Create(path, plan(1, 1))
	_, opened := ledger.Open(path)
	for _, err := range []error{created, opened} {
		if err == nil || !strings.Contains(err.Error(), "folder is a folder, want a file") {
			t.Errorf("the error is %v", err)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("it left %v", entries)
	}
}
