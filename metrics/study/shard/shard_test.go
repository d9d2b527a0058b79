package shard_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
	"orglearn/sim/models"
)

// march returns a plan of March's model: three cells of 130 replicates make nine tasks.
func march(seed uint64) study.Plan {
	p := study.Plan{
		Study: "study: march <1991>\n", Seed: seed, Replicates: 130,
		Columns: []study.Column{{Metric: "knowledge", Tick: 5}, {Metric: "knowledge", Tick: 3}},
		Metrics: []metrics.Metric{metrics.Knowledge},
	}
	for _, rate := range []float64{.1, .5, .9} {
		s := models.March1991{P1: models.At(rate), P2: models.At(.5)}.Scenario()
		s.Ticks = 5
		p.Cells = append(p.Cells, study.Cell{Organization: "march", Scenario: s,
			Factors: []study.Factor{{Name: "p1", Value: metrics.Number(rate)}}})
	}
	return p
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func contents(p study.Plan, shards int) shard.Contents {
	return shard.Contents{Plan: p, Shards: shards, From: "study.yaml",
		Flags: map[string]string{"replicates": "130"}}
}

// write writes a plan into a new folder.
func write(t *testing.T, p study.Plan, shards int) shard.Folder {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a plan")
	_, err := shard.Write(path, contents(p, shards), nil)
	fatal(t, err)
	f, err := shard.Read(path)
	fatal(t, err)
	return f
}

// run runs all shards of a folder in some order.
func run(t *testing.T, f shard.Folder, p study.Plan) {
	t.Helper()
	for _, i := range rand.New(rand.NewPCG(uint64(f.Shards), 1)).Perm(f.Shards) {
		fatal(t, f.Run(context.Background(), p, i+1, 1, nil))
	}
}

// export merges a folder into a new store and returns the store as CSV.
func export(t *testing.T, f shard.Folder) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.sqlite")
	fatal(t, f.Merge(path))
	return csv(t, path)
}

func csv(t *testing.T, path string) string {
	t.Helper()
	l, err := ledger.Open(path)
	fatal(t, err)
	defer l.Close()
	var b bytes.Buffer
	fatal(t, l.WriteCSV(&b, true))
	return b.String()
}

// single runs a plan without shards and returns its store as CSV.
func single(t *testing.T, p study.Plan) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "single.sqlite")
	l, err := ledger.Create(path, p)
	fatal(t, err)
	fatal(t, p.Run(context.Background(), p.Tasks(), 2, l.Add))
	fatal(t, l.Close())
	return csv(t, path)
}

// Any number of shards, run in any order, give the export of a study that one machine runs. So does
// a folder in which one shard is there twice.
func TestAnyShards(t *testing.T) {
	p := march(1)
	want := single(t, p)
	if n := strings.Count(want, "\n"); n != 1+3*130*2 {
		t.Fatalf("%d lines, want those of 3 cells, 130 replicates and 2 ticks", n)
	}
	for _, shards := range []int{1, 2, 7, 20} {
		f := write(t, p, shards)
		run(t, f, p)
		if export(t, f) != want {
			t.Errorf("%d shards give another export", shards)
		}
		copyFile(t, name(f, shards), filepath.Join(f.Path, "shard-twice.sqlite"))
		if export(t, f) != want {
			t.Errorf("%d shards and one of them twice give another export", shards)
		}
		entries, err := os.ReadDir(f.Path)
		if err != nil || len(entries) != shards+2 {
			t.Errorf("the folder has %v (%v), want the plan and %d shards", entries, err, shards+1)
		}
	}
}

func name(f shard.Folder, i int) string {
	return filepath.Join(f.Path, fmt.Sprintf("shard-%d-of-%d.sqlite", i, f.Shards))
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	fatal(t, err)
	fatal(t, os.WriteFile(to, b, 0o666))
}

// merging returns the error of a merge. Nothing may be written then.
func merging(t *testing.T, f shard.Folder) error {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.sqlite")
	err := f.Merge(path)
	if _, there := os.Stat(path); there == nil {
		t.Error("it wrote a store")
	}
	if err == nil {
		return errors.New("none")
	}
	return err
}

// A gap is refused by the numbers of the shards.
func TestGap(t *testing.T) {
	p := march(1)
	f := write(t, p, 7)
	run(t, f, p)
	for _, i := range []int{2, 3, 7} {
		fatal(t, os.Remove(name(f, i)))
	}
	gap := (*shard.GapError)(nil)
	err := merging(t, f)
	if !errors.As(err, &gap) || !slices.Equal(gap.Missing, []int{2, 3, 7}) ||
		!strings.Contains(err.Error(), "lacks 3 of 7 shards: 2-3,7") {
		t.Errorf("the error is %v", err)
	}
	if got := f.Missing(); !slices.Equal(got, []int{2, 3, 7}) {
		t.Errorf("missing are %v", got)
	}
}

// A shard of another plan, and one of another number of shards, are refused by name.
func TestForeignShard(t *testing.T) {
	p := march(1)
	f, seven, other := write(t, p, 2), write(t, p, 7), write(t, march(2), 2)
	run(t, f, p)
	run(t, other, march(2))
	run(t, seven, p)
	copyFile(t, name(seven, 1), filepath.Join(f.Path, "shard-1-of-7.sqlite"))
	if err := merging(t, f); !strings.Contains(err.Error(),
		`shard-1-of-7.sqlite is shard "1/7", want 1/2 to 2/2`) {
		t.Errorf("the error is %v", err)
	}
	fatal(t, os.Remove(filepath.Join(f.Path, "shard-1-of-7.sqlite")))
	copyFile(t, name(other, 2), name(f, 2))
	foreign := (*ledger.ForeignError)(nil)
	err := merging(t, f)
	if !errors.As(err, &foreign) || !strings.HasSuffix(err.Error(), "its seed is 2, want 1") ||
		!strings.Contains(err.Error(), "shard-2-of-2.sqlite is of the plan ") {
		t.Errorf("the error is %v", err)
	}
}

// Every flipped bit is refused by name, and so is a file that was cut. Running that shard again
// heals it.
func TestFlippedBit(t *testing.T) {
	p := march(1)
	f := write(t, p, 2)
	run(t, f, p)
	want := export(t, f)
	whole, err := os.ReadFile(name(f, 2))
	fatal(t, err)
	chance := rand.New(rand.NewPCG(1, 1))
	for range 40 {
		i := chance.IntN(8 * len(whole))
		flipped := slices.Clone(whole)
		flipped[i/8] ^= 1 << (i % 8)
		refuses(t, f, flipped)
	}
	refuses(t, f, whole[:len(whole)-1])
	refuses(t, f, whole[:20])
	refuses(t, f, nil)
	fatal(t, f.Run(context.Background(), p, 2, 1, nil))
	if export(t, f) != want {
		t.Error("the shard that ran again gives another export")
	}
}

func refuses(t *testing.T, f shard.Folder, second []byte) {
	t.Helper()
	fatal(t, os.WriteFile(name(f, 2), second, 0o666))
	broken := (*shard.BrokenError)(nil)
	if err := merging(t, f); !errors.As(err, &broken) || broken.Path != name(f, 2) {
		t.Errorf("the error is %v", err)
	}
}

// Two files of one shard that differ are refused, and both results are named.
func TestShardsThatDiffer(t *testing.T) {
	p := march(1)
	f := write(t, p, 1)
	run(t, f, p)
	copyFile(t, name(f, 1), filepath.Join(f.Path, "shard-other.sqlite"))
	fatal(t, os.Remove(name(f, 1)))
	other := p
	other.Metrics = []metrics.Metric{{Name: "knowledge", Of: metrics.Consensus.Of}}
	fatal(t, f.Run(context.Background(), other, 1, 1, nil))
	different := (*ledger.DifferentError)(nil)
	err := f.Merge(filepath.Join(t.TempDir(), "store.sqlite"))
	if !errors.As(err, &different) || !strings.Contains(err.Error(), "shard-other.sqlite") {
		t.Errorf("the error is %v", err)
	}
}

// What was broken off leaves no file, and says that it was.
func TestInterruptedShard(t *testing.T) {
	p := march(1)
	f := write(t, p, 2)
	ctx, cancel := context.WithCancel(context.Background())
	err := f.Run(ctx, p, 1, 1, func(int) { cancel() })
	if err == nil {
		t.Error("no error")
	}
	entries, err := os.ReadDir(f.Path)
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder has %v (%v), want the plan", entries, err)
	}
}

// What a killed shard left is gone after a merge.
func TestMergeSweeps(t *testing.T) {
	p := march(1)
	f := write(t, p, 2)
	run(t, f, p)
	left := filepath.Join(f.Path, ".shard-2-of-2-123")
	fatal(t, os.Mkdir(left, 0o777))
	copyFile(t, name(f, 2), filepath.Join(left, "runs.sqlite"))
	export(t, f)
	if _, err := os.Stat(left); err == nil {
		t.Errorf("%s is left", left)
	}
}

// A shard that is there does not run again.
func TestShardIsThere(t *testing.T) {
	p := march(1)
	f := write(t, p, 2)
	run(t, f, p)
	fatal(t, f.Run(context.Background(), p, 1, 1, func(int) { t.Error("it ran") }))
}

// A plan never changes, and its folder says so.
func TestPlanIsImmutable(t *testing.T) {
	p := march(1)
	f := write(t, p, 3)
	if _, err := shard.Write(f.Path, contents(p, 3), nil); err != nil {
		t.Errorf("the same plan again: %v", err)
	}
	more := p
	more.Replicates++
	after := contents(p, 3)
	after.After = study.Block
	for name, err := range map[string]error{
		"shards":     second(shard.Write(f.Path, contents(p, 4), nil)),
		"seed":       second(shard.Write(f.Path, contents(march(2), 3), nil)),
		"replicates": second(shard.Write(f.Path, contents(more, 3), nil)),
		"after":      second(shard.Write(f.Path, after, nil)),
	} {
		if err == nil || !strings.Contains(err.Error(), "is another plan: a plan never changes") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
	path := filepath.Join(f.Path, "plan.json")
	text, err := os.ReadFile(path)
	fatal(t, err)
	for old, new := range map[string]string{`"Shards": 3`: `"Shards": 2`, "<1991>": "<1992>",
		"{": "["} {
		old = strings.NewReplacer("<", `\u003c`, ">", `\u003e`).Replace(old)
		new = strings.NewReplacer("<", `\u003c`, ">", `\u003e`).Replace(new)
		changed := strings.Replace(string(text), old, new, 1)
		if changed == string(text) {
			t.Fatalf("the plan has no %s:\n%s", old, text)
		}
		fatal(t, os.WriteFile(path, []byte(changed), 0o666))
		if _, err := shard.Read(f.Path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: the error is %v", new, err)
		}
	}
	if err := f.Run(context.Background(), march(2), 1, 1, nil); err == nil ||
		!strings.Contains(err.Error(), "but its text gives ") {
		t.Errorf("the error is %v", err)
	}
}

func second(_ shard.Folder, err error) error { return err }

// Numbers out of range are refused.
func TestRanges(t *testing.T) {
	p := march(1)
	for _, n := range []int{-1, 0, shard.MaxShards + 1} {
		_, err := shard.Write(t.TempDir(), contents(p, n), nil)
		want := fmt.Sprint(n, " shards, want 1 to 100000")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v", err)
		}
	}
	f := write(t, p, 2)
	for _, i := range []int{-1, 0, 3} {
		err := f.Run(context.Background(), p, i, 1, nil)
		if err == nil || !strings.Contains(err.Error(), fmt.Sprint(i, " of 2, want 1 to 2")) {
			t.Errorf("the error is %v", err)
		}
	}
	if got := shard.Ranges([]int{1, 2, 3, 7, 9, 10}); got != "1-3,7,9-10" {
		t.Errorf("the ranges are %s", got)
	}
}

// Each engine's index gives the shard, counted as that engine counts.
func TestIndex(t *testing.T) {
	type env map[string]string
	for _, c := range []struct {
		env  env
		want int
		says string
	}{
		{env{"SLURM_ARRAY_TASK_ID": "0"}, 1, ""},
		// After --array=3 Slurm says that there is 1 task. The plan says 5.
		{env{"SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "1"}, 4, ""},
		{env{"JOB_COMPLETION_INDEX": "4"}, 5, ""},
		{env{"PBS_ARRAY_INDEX": "4"}, 5, ""},
		{env{"AWS_BATCH_JOB_ARRAY_INDEX": "4"}, 5, ""},
		{env{"SGE_TASK_ID": "1"}, 1, ""},
		{env{"LSB_JOBINDEX": "5"}, 5, ""},
		{env{"SGE_TASK_ID": "undefined", "LSB_JOBINDEX": "0", "PBS_ARRAY_INDEX": "2"}, 3, ""},
		{env{"SLURM_ARRAY_TASK_ID": "5"}, 0, `SLURM_ARRAY_TASK_ID is "5", want 0 to 4`},
		{env{"SGE_TASK_ID": "0"}, 0, `SGE_TASK_ID is "0", want 1 to 5: arrays of Grid Engine`},
		{env{"LSB_JOBINDEX": "6"}, 0, `LSB_JOBINDEX is "6", want 1 to 5`},
		{env{"JOB_COMPLETION_INDEX": "x"}, 0, `JOB_COMPLETION_INDEX is "x", want 0 to 4`},
		{env{"JOB_COMPLETION_INDEX": "-1"}, 0, `JOB_COMPLETION_INDEX is "-1"`},
		{env{"PBS_ARRAY_INDEX": "1", "SLURM_ARRAY_TASK_ID": "1"}, 0, "both SLURM_ARRAY_TASK_ID " +
			"and PBS_ARRAY_INDEX are set"},
		{env{"SLURM_ARRAY_TASK_COUNT": "5"}, 0, "none of SLURM_ARRAY_TASK_ID, JOB_"},
	} {
		got, err := shard.Index(func(name string) string { return c.env[name] }, 5)
		if got != c.want || (err == nil) != (c.says == "") ||
			err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v gives %d (%v), want %d %s", c.env, got, err, c.want, c.says)
		}
	}
}

// The shards have all tasks of the plan, each once, and about as many each.
func TestTasksOfShards(t *testing.T) {
	p := march(1)
	for _, shards := range []int{1, 2, 7, 20} {
		f := write(t, p, shards)
		seen := map[study.Task]int{}
		for i := range shards {
			tasks := f.Tasks(i + 1)
			if n := len(tasks); n < 9/shards || n > (9+shards-1)/shards {
				t.Errorf("shard %d of %d has %d of 9 tasks", i+1, shards, n)
			}
			for _, task := range tasks {
				seen[task]++
			}
		}
		for _, task := range p.Tasks() {
			if seen[task] != 1 || len(seen) != 9 {
				t.Errorf("of %d shards, %d have the task %v", shards, seen[task], task)
			}
		}
	}
}
