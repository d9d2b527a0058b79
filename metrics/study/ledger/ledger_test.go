package ledger_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// plan returns a plan of some cells. Its results are made up, so it has no scenarios.
func plan(cells, replicates int) study.Plan {
	p := study.Plan{
		Study: "study: a test\n", Seed: math.MaxUint64, Replicates: replicates,
		Columns: []study.Column{{Metric: "score", Tick: 200},
			{Metric: `odd "name", it's`, Tick: 50}, {Metric: "score", Tick: 50},
			{Metric: "score", Tick: 0}},
	}
	for c := range cells {
		p.Cells = append(p.Cells, study.Cell{
			Organization: "teams, many", Recipe: "teams",
			Factors: []study.Factor{{Name: "absorb", Value: fmt.Sprint(c)}},
		})
	}
	return p
}

// made returns the results of a task: values of all kinds, the same every time.
func made(p study.Plan, t study.Task) (all []study.Result) {
	for i := range t.Count {
		r := study.Result{Cell: t.Cell, Replicate: uint64(t.First + i)}
		chance := rand.New(rand.NewPCG(uint64(t.Cell), r.Replicate))
		for range p.Columns {
			r.Values = append(r.Values, number(chance))
		}
		if chance.IntN(20) == 0 {
			r.Values, r.Failed = nil, fmt.Sprintf("rule %d panicked,\n\"badly\"", t.Cell)
		}
		all = append(all, r)
	}
	return all
}

func number(chance *rand.Rand) float64 {
	switch chance.IntN(8) {
	case 0:
		return math.NaN()
	case 1:
		return float64(chance.IntN(3))
	case 2:
		return math.Inf(1)
	case 3:
		return math.SmallestNonzeroFloat64
	case 4:
		return -math.MaxFloat64
	}
	return chance.Float64()
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// create opens a store to write, and closes it when the test ends.
func create(t *testing.T, path string, p study.Plan) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Create(path, p)
	fatal(t, err)
	t.Cleanup(func() { l.Close() })
	return l
}

func store(t *testing.T) string { return filepath.Join(t.TempDir(), "100% of #it?.sqlite") }

// fill adds tasks and closes the store.
func fill(t *testing.T, path string, p study.Plan, tasks []study.Task) {
	t.Helper()
	l := create(t, path, p)
	for _, task := range tasks {
		fatal(t, l.Add(task, made(p, task)))
	}
	fatal(t, l.Close())
}

// export returns the store as CSV with all digits.
func export(t *testing.T, path string) string {
	t.Helper()
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	var b bytes.Buffer
	fatal(t, l.WriteCSV(&b, true))
	return b.String()
}

// kept returns the plan of a store.
func kept(t *testing.T, path string) study.Plan {
	t.Helper()
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	return l.Plan()
}

// stored returns the number of runs in a store that is opened to read.
func stored(t *testing.T, path string) int {
	t.Helper()
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	s, err := l.Status()
	fatal(t, err)
	return s.Done + s.Failed
}

func shuffled(tasks []study.Task, seed uint64) []study.Task {
	tasks = slices.Clone(tasks)
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(tasks), func(i, j int) {
		tasks[i], tasks[j] = tasks[j], tasks[i]
	})
	return tasks
}

// bits returns values so that two of them are equal if all bits are. NaN has one form.
func bits(values []float64) (all []uint64) {
	for _, v := range values {
		if v != v {
			v = math.NaN()
		}
		all = append(all, math.Float64bits(v))
	}
	return all
}

// Every bit of every value comes back, in the order of cells and replicates.
func TestKeepsBits(t *testing.T) {
	p, path := plan(7, 150), store(t)
	fill(t, path, p, shuffled(p.Tasks(), 1))
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	n := 0
	for r, err := range l.Results() {
		fatal(t, err)
		cell, replicate := n/150, n%150
		want := made(p, study.Task{Cell: cell, First: replicate, Count: 1})[0]
		if r.Cell != cell || r.Replicate != uint64(replicate) || r.Failed != want.Failed ||
			!reflect.DeepEqual(bits(r.Values), bits(want.Values)) {
			t.Fatalf("result %d is %v, want %v", n, r, want)
		}
		n++
	}
	if n != 7*150 {
		t.Errorf("%d results, want 7 cells times 150", n)
	}
}

// The plan comes back without what is made again from its text.
func TestKeepsPlan(t *testing.T) {
	p, path := plan(3, 10), store(t)
	fill(t, path, p, nil)
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	if !reflect.DeepEqual(l.Plan(), p) || l.Hash() != p.Hash() {
		t.Errorf("the plan is %v, want %v", l.Plan(), p)
	}
}

// The export is the same bytes for any order, and for stores that were closed and taken up.
func TestExportOfAnyOrder(t *testing.T) {
	p, a := plan(7, 150), store(t)
	fill(t, a, p, p.Tasks())
	want := export(t, a)
	if lines := strings.Count(want, "teams, many"); lines != 7*150*3 {
		t.Fatalf("%d rows, want 7 cells times 150 replicates times 3 ticks", lines)
	}
	for seed := range uint64(4) {
		b, tasks := store(t), shuffled(p.Tasks(), seed)
		for i := 0; i < len(tasks); i += 4 {
			fill(t, b, p, tasks[i:min(i+4, len(tasks))])
		}
		if export(t, b) != want {
			t.Errorf("another order, %d, gives another export", seed)
		}
	}
}

// A run may be added again if it is the same. Otherwise the error names both, and nothing of its
// batch is stored.
func TestRunTwice(t *testing.T) {
	p, path := plan(2, 64), store(t)
	fill(t, path, p, p.Tasks())
	fill(t, path, p, p.Tasks())
	want := export(t, path)
	done, failed := -1, -1
	results := made(p, p.Tasks()[0])
	for i, r := range results {
		if r.Failed != "" {
			failed = i
		} else if r.Values[0] == r.Values[0] && !math.IsInf(r.Values[0], 0) {
			done = i
		}
	}
	for name, c := range map[string]struct {
		of     int
		change func(*study.Result)
		says   []string
	}{
		"one bit": {done, func(r *study.Result) {
			r.Values[0] = math.Nextafter(r.Values[0], 2)
		}, []string{"score at 200 was " + fmt.Sprint(results[done].Values[0]) + " and is now",
			fmt.Sprint(math.Nextafter(results[done].Values[0], 2))}},
		"missing": {done, func(r *study.Result) { r.Values[0] = math.NaN() },
			[]string{"is now missing"}},
		"fails now": {done, func(r *study.Result) { r.Failed = "a panic" },
			[]string{`its error was "" and is now "a panic"`}},
		"went well now": {failed, func(r *study.Result) {
			r.Failed, r.Values = "", make([]float64, 4)
		}, []string{`panicked,\n\"badly\"" and is now ""`}},
	} {
		l := create(t, path, p)
		other := made(p, p.Tasks()[0])
		c.change(&other[c.of])
		err := errors.Join(l.Add(p.Tasks()[0], other), l.Flush())
		different := (*ledger.DifferentError)(nil)
		if !errors.As(err, &different) || different.Cell != "teams, many absorb=0" ||
			different.Replicate != uint64(c.of) {
			t.Errorf("%s: the error is %v", name, err)
			continue
		}
		for _, s := range c.says {
			if !strings.Contains(err.Error(), s) {
				t.Errorf("%s: the error is\n%v, want in it\n%s", name, err, s)
			}
		}
		fatal(t, l.Close())
		if export(t, path) != want {
			t.Errorf("%s: the store has changed", name)
		}
	}
}

// Two runs of one batch are compared too.
func TestRunTwiceInOneBatch(t *testing.T) {
	p, path := plan(1, 1), store(t)
	l := create(t, path, p)
	r := study.Result{Values: []float64{1, 2, 3, 4}}
	fatal(t, l.Add(study.Task{}, []study.Result{r}))
	r.Values = []float64{1, 2, 3, 5}
	fatal(t, l.Add(study.Task{}, []study.Result{r}))
	if err := l.Flush(); err == nil ||
		!strings.Contains(err.Error(), "score at 0 was 4 and is now 5") {
		t.Errorf("the error is %v", err)
	}
	if s, err := l.Status(); err != nil || s.Done != 0 {
		t.Errorf("%v (%v), want no run", s, err)
	}
}

// A store is of one plan. Who runs another one on it reads in what they differ.
func TestForeignPlan(t *testing.T) {
	path := store(t)
	fill(t, path, plan(2, 64), nil)
	for want, change := range map[string]func(*study.Plan){
		"its seed is 18446744073709551615, want 7": func(p *study.Plan) { p.Seed = 7 },
		"it has 2 cells, want 1":                   func(p *study.Plan) { p.Cells = p.Cells[:1] },
		"it records 4 numbers, want 3": func(p *study.Plan) {
			p.Columns = p.Columns[:3]
		},
		`its number 0 is "score at 200", want "score at 201"`: func(p *study.Plan) {
			p.Columns[0].Tick++
		},
		`its cell 1 is "teams, many absorb=1", want "x absorb=1"`: func(p *study.Plan) {
			p.Cells[1].Organization = "x"
		},
		`its cell 1, "teams, many absorb=1", is made in another way`: func(p *study.Plan) {
			p.Cells[1].Recipe = "teams, other people"
		},
	} {
		p := plan(2, 64)
		change(&p)
		_, err := ledger.Create(path, p)
		foreign := (*ledger.ForeignError)(nil)
		if !errors.As(err, &foreign) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
	fill(t, path, plan(2, 64), nil) // none of them holds the lock
}

// More replicates take a store up, and fewer leave it.
func TestReplicates(t *testing.T) {
	path := store(t)
	fill(t, path, plan(2, 60), plan(2, 60).Tasks())
	p := plan(2, 130)
	l := create(t, path, p)
	missing, err := l.Missing(p.Tasks())
	fatal(t, err)
	if !reflect.DeepEqual(missing, p.Tasks()) {
		t.Errorf("missing are %v, want all: the first block of a cell has 60 of 64 runs", missing)
	}
	for _, task := range missing {
		fatal(t, l.Add(task, made(p, task)))
	}
	fatal(t, l.Close())
	fill(t, path, plan(2, 60), nil)
	if n := stored(t, path); n != 260 {
		t.Errorf("%d runs are stored, want 260", n)
	}
	if n := kept(t, path).Replicates; n != 130 {
		t.Errorf("the plan has %d replicates, want 130: a store never has fewer than before", n)
	}
	whole := store(t)
	fill(t, whole, p, p.Tasks())
	if export(t, path) != export(t, whole) {
		t.Error("a store that grew has another export")
	}
	l = create(t, path, p)
	if s, err := l.Status(); err != nil || s.Want != 260 || s.Left() != 0 {
		t.Errorf("%v (%v), want 260 runs and none left", s, err)
	}
}

// What is missing is what has neither been stored nor waits to be.
func TestMissing(t *testing.T) {
	p, path := plan(3, 150), store(t)
	l := create(t, path, p)
	tasks := p.Tasks()
	for i, task := range tasks {
		missing, err := l.Missing(tasks)
		fatal(t, err)
		if !reflect.DeepEqual(missing, tasks[i:]) {
			t.Fatalf("after %d tasks %v are missing", i, missing)
		}
		fatal(t, l.Add(task, made(p, task)))
	}
}

// Failed runs are kept, are counted, and name what repeats them.
func TestFailed(t *testing.T) {
	p, path := plan(2, 150), store(t)
	fill(t, path, p, p.Tasks())
	var want []ledger.Failure
	for cell := range 2 {
		for i := range 150 {
			r := made(p, study.Task{Cell: cell, First: i, Count: 1})[0]
			if r.Failed != "" {
				want = append(want, ledger.Failure{Cell: cell, Replicate: r.Replicate,
					Error: r.Failed, Line: fmt.Sprintf("verify -run %d:%d", cell, i)})
			}
		}
	}
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	got, err := l.Failures(300)
	if err != nil || len(want) < 5 || !reflect.DeepEqual(got, want) {
		t.Errorf("failed are %v (%v), want %v", got, err, want)
	}
	s, err := l.Status()
	if err != nil || s.Failed != len(want) || s.Done != 300-len(want) || s.Left() != 0 {
		t.Errorf("the status is %v (%v), want %d failed", s, err, len(want))
	}
	rows := strings.Count(export(t, path), ",failed,")
	if rows != 3*len(want) {
		t.Errorf("%d rows of failed runs, want one for each of 3 ticks", rows)
	}
}

// One writes at a time, and others read meanwhile what is stored.
func TestOneWrites(t *testing.T) {
	p, path := plan(2, 128), store(t)
	l := create(t, path, p)
	if _, err := ledger.Create(path, p); err == nil ||
		!strings.Contains(err.Error(), "another program is writing to "+path) {
		t.Errorf("the error is %v", err)
	}
	for _, task := range p.Tasks()[:3] {
		fatal(t, l.Add(task, made(p, task)))
	}
	reader, err := ledger.Open(path)
	fatal(t, err)
	defer reader.Close()
	if s, err := reader.Status(); err != nil || s.Done+s.Failed != 192 {
		t.Errorf("a reader sees %v (%v), want one batch of 192", s, err)
	}
	fatal(t, l.Close())
	fill(t, path, p, p.Tasks())
}

// Who reads cannot write.
func TestOpenToRead(t *testing.T) {
	p, path := plan(1, 64), store(t)
	fill(t, path, p, nil)
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	if err := l.Add(p.Tasks()[0], made(p, p.Tasks()[0])); err == nil ||
		!strings.Contains(err.Error(), "open to read only") {
		t.Errorf("the error is %v", err)
	}
}

// The texts of the study are kept with the runs that were there before each.
func TestTexts(t *testing.T) {
	p, path := plan(1, 64), store(t)
	fill(t, path, p, p.Tasks())
	p.Study += "# a hypothesis, found afterwards\n"
	fill(t, path, p, nil)
	fill(t, path, plan(1, 64), nil)
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	got, err := l.Texts()
	want := []ledger.Text{{Study: plan(1, 64).Study}, {Study: p.Study, Runs: 64}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the texts are %v (%v), want %v", got, err, want)
	}
	if l.Plan().Study != plan(1, 64).Study {
		t.Error("the plan has not the first text")
	}
}

// Flags and the time spent are kept.
func TestNotes(t *testing.T) {
	p, path := plan(1, 100), store(t)
	l := create(t, path, p)
	fatal(t, l.SetFlag("replicates", "50"))
	fatal(t, l.SetFlag("replicates", "60"))
	fatal(t, l.Add(p.Tasks()[0], made(p, p.Tasks()[0])))
	fatal(t, l.Flush())
	fatal(t, l.Spend(32, 4))
	fatal(t, l.Spend(32, 2))
	flags, err := l.Flags()
	if err != nil || !reflect.DeepEqual(flags, map[string]string{"replicates": "60"}) {
		t.Errorf("the flags are %v (%v)", flags, err)
	}
	s, err := l.Status()
	if err != nil || s.SecondsLeft() != 6./64*36 {
		t.Errorf("%v seconds left (%v), want those of 36 runs at 64 in 6", s.SecondsLeft(), err)
	}
}
