package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"orglearn/examples/program"
)

var kills = flag.Int("kills", 25, "how often TestKilled kills the program")

// eight is a study of 8 cells that takes about a second.
const eight = `study: a test
seed: 7
replicates: 300
organizations:
  communities: {}
  isolated: {}
axes:
  absorb: [.1, .2]
  turnover: [0, .01]
record: {score: [10, 40], consensus: [40]}
`

// folder makes a folder with that study and goes there.
func folder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("study.yaml", []byte(eight), 0o666); err != nil {
		t.Fatal(err)
	}
}

// works runs the program, which must succeed, and returns what it prints.
func works(t *testing.T, args ...string) string {
	t.Helper()
	text, err := lab(t, args...)
	if err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	return text
}

// The commands work as the README says, in any folder, and without naming the study.
func TestFromStudyToTable(t *testing.T) {
	folder(t)
	works(t, "validate")
	text := works(t, "run", "-replicates", "60")
	if !strings.Contains(text, "480 runs done, 0 failed, 0 left") {
		t.Errorf("run prints %s", text)
	}
	csv := works(t, "export", "-csv", "-")
	if n := strings.Count(csv, "\n"); n != 1+480*2 {
		t.Errorf("%d lines, want one for each of 480 runs at 2 ticks", n)
	}
	if again := works(t, "run"); again != text {
		t.Errorf("a second run prints %s, want the same: the store keeps -replicates 60", again)
	}
	works(t, "plan", "--shards", "5", "--out", "a plan", "--replicates", "60")
	for _, i := range []int{4, 2, 5, 1} {
		works(t, "run", "a plan", "-shard", fmt.Sprintf("%d/5", i))
	}
	if text := works(t, "status", "a plan"); !strings.Contains(text, "4 of 5 shards are there; "+
		"missing: 3") {
		t.Errorf("status prints %s", text)
	}
	if _, err := lab(t, "merge", "a plan", "-store", "m.sqlite"); err == nil ||
		!strings.Contains(err.Error(), "lacks 1 of 5 shards: 3") {
		t.Errorf("the error is %v", err)
	}
	t.Setenv("SLURM_ARRAY_TASK_ID", "2")
	works(t, "run", "a plan", "-shard", "auto")
	works(t, "merge", "a plan", "-store", "m.sqlite")
	if works(t, "export", "-store", "m.sqlite", "-csv", "-") != csv {
		t.Error("the merged store has another export")
	}
	works(t, "export", "-csv", "exact.csv", "-exact", "-parquet", "runs.parquet")
	exact, err := os.ReadFile("exact.csv")
	if err != nil || len(exact) <= len(csv) {
		t.Errorf("-exact writes %d bytes (%v), want more than %d", len(exact), err, len(csv))
	}
	entries, _ := filepath.Glob("*")
	if got := fmt.Sprint(entries); got != "[a plan exact.csv m.sqlite "+
		"runs.parquet study.sqlite study.yaml]" {
		t.Errorf("the folder has %s", got)
	}
}

// The line of a run in the store repeats it.
func TestRepeatsRun(t *testing.T) {
	folder(t)
	works(t, "run", "-replicates", "70")
	rows := strings.Split(works(t, "export", "-csv", "-", "-exact"), "\n")
	row := rows[1+2*(3*70+66)+1] // cell 3, replicate 66, the second tick
	fields := strings.Split(row, ",")
	text := works(t, "verify", "-run", "3:66")
	want := fmt.Sprintf("score at 40: %s\n", fields[len(fields)-2])
	if !strings.HasPrefix(row, "3,communities,0.2,0.01,66,40,") || !strings.Contains(text, want) ||
		!strings.Contains(text, "study.sqlite has the same, to the bit") {
		t.Errorf("verify prints %s, want %s of the row %s", text, want, row)
	}
	for _, run := range []string{"8:0", "-1:0", "3:70", "3", "3:x"} {
		if _, err := lab(t, "verify", "-run="+run); program.Status(err, false) != program.Misused {
			t.Errorf("-run %s gives %v", run, err)
		}
	}
}

// What cannot be is refused with status 2.
func TestStoreMisuse(t *testing.T) {
	folder(t)
	works(t, "plan", "-shards", "2", "-out", "p", "-replicates", "1")
	for want, args := range map[string]string{
		"-replicates is 0, want 1 to 16777216":      "run -replicates 0",
		"-workers is -1, want 0 to 65536":           "run -workers -1",
		"p holds a plan of 2 shards: -shard 1/2":    "run p",
		`-shard is "0/2", want 1/2 to 2/2, or auto`: "run p -shard 0/2",
		`-shard is "1/3", want 1/2 to 2/2, or auto`: "run p -shard 1/3",
		"none of SLURM_ARRAY_TASK_ID":               "run p -shard auto",
		"which no -replicates or -seed changes":     "run p -shard 1/2 -seed 4",
		"nothing to export to: -csv FILE":           "export",
		"-shards is 0, want 1 to 100000":            "plan -out q",
		"-out is missing":                           "plan -shards 3",
		"1 or more":                                 "merge",
		"no plan: open nowhere":                     "merge nowhere",
	} {
		_, err := lab(t, strings.Fields(args)...)
		if program.Status(err, false) != program.Misused || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want %s", args, err, want)
		}
	}
}

// A store is of one study: another seed is refused, and says why.
func TestOtherSeed(t *testing.T) {
	folder(t)
	works(t, "run", "-replicates", "2")
	if _, err := lab(t, "run", "-seed", "8"); err == nil ||
		!strings.Contains(err.Error(), "its seed is 7, want 8") {
		t.Errorf("the error is %v", err)
	}
}

// A run that is broken off keeps what is done, and says how to go on.
func TestInterrupted(t *testing.T) {
	folder(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	err := run(ctx, []string{"run", "-replicates", "20000"})
	line := program.Line(err)
	if err == nil || !strings.Contains(line, "run again to go on") ||
		!strings.Contains(line, "interrupted: ") {
		t.Errorf("the error is %v", err)
	}
	if text := works(t, "status"); !strings.Contains(text, "0 failed, ") {
		t.Errorf("status prints %s", text)
	}
}

// binary builds the program.
func binary(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lab")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

// execute runs the real program and returns its standard output.
func execute(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	c := exec.Command(program, args...)
	var errors bytes.Buffer
	c.Stderr = &errors
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%q: %v: %s", args, err, errors.Bytes())
	}
	return out
}

// The program is killed at random moments, and taken up. The export is that of a run that nobody
// disturbed, and no lock of a killed program is in the way.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes half a minute")
	}
	lab := binary(t)
	folder(t)
	begun := time.Now()
	execute(t, lab, "run", "-store", "whole")
	whole := time.Since(begun)
	want := execute(t, lab, "export", "-store", "whole", "-csv", "-", "-exact")
	chance := rand.New(rand.NewPCG(uint64(*kills), 3))
	for killed, round := 0, 0; killed < *kills; round++ {
		store := fmt.Sprint("store", round)
		for range 10 {
			c := exec.Command(lab, "run", "-store", store)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			timer := time.AfterFunc(time.Duration(chance.Int64N(int64(whole))), func() {
				c.Process.Kill()
			})
			if err := c.Wait(); err == nil {
				timer.Stop()
				break
			}
			if c.ProcessState.Exited() {
				t.Fatalf("%v: want success, or killed by a signal", c.ProcessState)
			}
			killed++
		}
		execute(t, lab, "run", "-store", store)
		if got := execute(t, lab, "export", "-store", store, "-csv", "-",
			"-exact"); !bytes.Equal(got, want) {
			t.Fatalf("after %d kills the export is another one", killed)
		}
		if left, _ := filepath.Glob(store + "-*"); len(left) > 0 {
			t.Errorf("%v are left", left)
		}
	}
}

// Of two programs that run on one store one is refused, or both give the same export.
func TestTwoPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	lab := binary(t)
	folder(t)
	execute(t, lab, "run", "-store", "whole")
	want := execute(t, lab, "export", "-store", "whole", "-csv", "-")
	var both sync.WaitGroup
	texts := make([]string, 3)
	for i := range texts {
		both.Add(1)
		go func() {
			defer both.Done()
			out, err := exec.Command(lab, "run", "-store", "two").CombinedOutput()
			if err != nil {
				texts[i] = string(out)
			}
		}()
	}
	both.Wait()
	for _, text := range texts {
		if text != "" && !strings.Contains(text, "another program is writing to two: wait for it") {
			t.Errorf("one is refused with %s", text)
		}
	}
	if got := execute(t, lab, "export", "-store", "two", "-csv", "-"); !bytes.Equal(got, want) {
		t.Error("the export is another one")
	}
}
