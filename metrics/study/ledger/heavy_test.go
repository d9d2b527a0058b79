package ledger_test

import (
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

var full = flag.Bool("full", false, "a million runs of 144 numbers, which take minutes and 2 GB")

// A million runs fit in little memory, and the status of so many is there at once. Without -full
// there are 12,800 runs of 12 numbers, and the same limits.
func TestManyRuns(t *testing.T) {
	ticks, replicates := 1, 64
	if *full {
		ticks, replicates = 12, 5000
	}
	p := study.Plan{Seed: 1, Replicates: replicates}
	for tick := range ticks {
		for m := range 12 {
			p.Columns = append(p.Columns, study.Column{Metric: "m" + strconv.Itoa(m), Tick: tick})
		}
	}
	for c := range 200 {
		p.Cells = append(p.Cells, study.Cell{Organization: strconv.Itoa(c)})
	}
	path := store(t)
	begun := time.Now()
	l := create(t, path, p)
	chance := rand.New(rand.NewPCG(1, 2))
	for _, task := range p.Tasks() {
		results := make([]study.Result, task.Count)
		for i := range results {
			results[i] = study.Result{Cell: task.Cell, Replicate: uint64(task.First + i)}
			for range p.Columns {
				results[i].Values = append(results[i].Values, chance.Float64())
			}
		}
		fatal(t, l.Add(task, results))
	}
	fatal(t, l.Close())
	t.Logf("%d runs added in %v, and in %v of processor time; the store has %d MB", 200*replicates,
		time.Since(begun), processor(t), size(t, path)>>20)
	readMany(t, path, 200*replicates, ticks)
	debug.FreeOSMemory()
	if peak := resident(t); peak > 100<<20 {
		t.Errorf("the process took %d MB of memory, want 100 at most", peak>>20)
	}
}

// readMany takes the status and an export of many runs.
func readMany(t *testing.T, path string, runs, ticks int) {
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	begun := time.Now()
	s, err := l.Status()
	if took := time.Since(begun); err != nil || s.Done != runs || took > time.Second {
		t.Errorf("the status is %v (%v) after %v, want %d done within 1 s", s, err, took, runs)
	} else {
		t.Logf("the status took %v", took)
	}
	begun = time.Now()
	counts := &lines{}
	fatal(t, l.WriteCSV(counts, false))
	if counts.n != runs*ticks+1 {
		t.Errorf("%d lines of CSV, want one for each run and tick, and the header", counts.n)
	}
	t.Logf("the CSV took %v", time.Since(begun))
	t.Logf("all took %v of processor time", processor(t))
}

// lines counts the lines that are written to it.
type lines struct{ n int }

func (l *lines) Write(b []byte) (int, error) {
	l.n += strings.Count(string(b), "\n")
	return len(b), nil
}

var _ io.Writer = (*lines)(nil)

// processor returns the processor time that the process has had.
func processor(t *testing.T) time.Duration {
	t.Helper()
	text, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(text), ") ")
	ticks := 0
	for _, field := range strings.Fields(after)[11:13] { // of the user and of the system
		n, err := strconv.Atoi(field)
		fatal(t, err)
		ticks += n
	}
	return time.Duration(ticks) * (time.Second / 100)
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	fatal(t, err)
	return info.Size()
}

// resident returns the largest memory that the process has had, in bytes.
func resident(t *testing.T) int {
	t.Helper()
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skipf("memory is read from /proc, which %s does not have", runtime.GOOS)
	}
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.Fields(after)[0])
	fatal(t, err)
	return kilobytes << 10
}
