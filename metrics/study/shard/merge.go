package shard

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// GapError says which shards of a folder are missing.
type GapError struct {
	Folder  string
	Missing []int // from 1
	Shards  int
}

// Error implements error.
func (e *GapError) Error() string {
	return fmt.Sprintf("shard: %s lacks %d of %d shards: %s", e.Folder, len(e.Missing), e.Shards,
		Ranges(e.Missing))
}

// Ranges writes ascending numbers as Slurm does: "1-3,7".
func Ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		part := strconv.Itoa(numbers[i])
		if j > i {
			part += "-" + strconv.Itoa(numbers[j])
		}
		parts, i = append(parts, part), j+1
	}
	return strings.Join(parts, ",")
}

// Missing returns the shards without a whole file, ascending from 1.
func (f Folder) Missing() (missing []int) {
	for i := range f.Shards {
		if f.check(f.shard(i+1)) != nil {
			missing = append(missing, i+1)
		}
	}
	return missing
}

// Merge puts all shards into a store, which it makes or takes up. It reads all of them before it
// writes anything. A shard that is missing is a GapError, a shard of another plan a
// ledger.ForeignError, one that has changed a BrokenError, and a run that differs from the same run
// elsewhere a ledger.DifferentError. It is an error too if the store lacks a run of the After
// replicates.
func (f Folder) Merge(store string) error {
	files, err := f.files()
	if err != nil {
		return err
	}
	if err := f.follows(store); err != nil {
		return err
	}
	to, err := ledger.Create(store, f.Plan)
	if err != nil {
		return err
	}
	for name, value := range f.Flags {
		err = errors.Join(err, to.SetFlag(name, value))
	}
	for _, path := range files {
		if err == nil {
			err = pour(to, path)
		}
	}
	if err = errors.Join(err, to.Close()); err == nil {
		f.sweep()
	}
	return err
}

// follows returns an error where a store lacks what the plan takes as there.
func (f Folder) follows(store string) error {
	if f.After == 0 {
		return nil
	}
	l, err := ledger.Open(store)
	if err != nil {
		return fmt.Errorf("shard: %s goes on after %d replicates, which the store must have: %w",
			f.Path, f.After, err)
	}
	defer l.Close()
	if err := l.Of(f.Plan); err != nil {
		return err
	}
	before := f.Plan
	before.Replicates = f.After
	missing, err := l.Missing(before.Tasks())
	if err == nil && len(missing) > 0 {
		err = fmt.Errorf("shard: %s goes on after %d replicates, and %s lacks some of them, as of "+
			"cell %d: merge the plan before into it first", f.Path, f.After, store,
			missing[0].Cell)
	}
	return err
}

// sweep removes the drafts of shards that were killed. Nobody needs them once all shards are there.
func (f Folder) sweep() {
	drafts, _ := filepath.Glob(filepath.Join(f.Path, draftOf("*", f.Shards)))
	for _, path := range drafts {
		os.RemoveAll(path)
	}
}

// files returns the paths of all files of shards. Every shard is there and is whole.
func (f Folder) files() (paths []string, err error) {
	there := make([]bool, f.Shards)
	entries, err := os.ReadDir(f.Path)
	if err != nil {
		return nil, fmt.Errorf("shard: %w", err)
	}
	for _, e := range entries {
		if ok, _ := filepath.Match("shard-*.sqlite", e.Name()); !ok {
			continue
		}
		path := filepath.Join(f.Path, e.Name())
		shard, err := f.open(path)
		if err != nil {
			return nil, err
		}
		there[shard-1] = true
		paths = append(paths, path)
	}
	gap := &GapError{Folder: f.Path, Shards: f.Shards}
	for i, is := range there {
		if !is {
			gap.Missing = append(gap.Missing, i+1)
		}
	}
	if len(gap.Missing) > 0 {
		return nil, gap
	}
	return paths, nil
}

// check returns an error where a file is not a whole shard of the folder.
func (f Folder) check(path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return err
	}
	_, err := f.open(path)
	return err
}

// open reads which shard a file is, and checks that the file is whole.
func (f Folder) open(path string) (shard int, err error) {
	if err := checkSeal(path); err != nil {
		return 0, err
	}
	l, err := ledger.OpenDraft(path)
	if err != nil {
		return 0, err
	}
	defer l.Close()
	if err := l.Of(f.Plan); err != nil {
		return 0, err
	}
	flags, err := l.Flags()
	if err != nil {
		return 0, err
	}
	if shard, err = f.number(flags["shard"]); err != nil {
		return 0, &BrokenError{path, err.Error()}
	}
	return shard, f.whole(l, path, shard)
}

// number reads "3/5".
func (f Folder) number(text string) (int, error) {
	i, of, _ := strings.Cut(text, "/")
	shard, err := strconv.Atoi(i)
	if of != strconv.Itoa(f.Shards) || err != nil || shard < 1 || shard > f.Shards {
		return 0, fmt.Errorf("is shard %q, want 1/%d to %[2]d/%[2]d", text, f.Shards)
	}
	return shard, nil
}

// whole returns an error where a shard has not the runs of its tasks and no others.
func (f Folder) whole(l *ledger.Ledger, path string, shard int) error {
	tasks, want := f.Tasks(shard), 0
	for _, t := range tasks {
		want += t.Count
	}
	missing, err := l.Missing(tasks)
	if err != nil {
		return err
	}
	s, err := l.Status()
	switch {
	case err != nil:
		return err
	case len(missing) > 0:
		t := missing[0]
		return &BrokenError{path, fmt.Sprintf("lacks runs of cell %d, replicates %d to %d", t.Cell,
			t.First, t.First+t.Count-1)}
	case s.Done+s.Failed != want:
		return &BrokenError{path, fmt.Sprintf("has %d runs, want %d", s.Done+s.Failed, want)}
	}
	return nil
}

// pour adds the runs of a file to a store.
func pour(to *ledger.Ledger, path string) error {
	from, err := ledger.OpenDraft(path)
	if err != nil {
		return err
	}
	for r, failed := range from.Results() {
		if err = failed; err == nil {
			err = to.Add(study.Task{}, []study.Result{r})
		}
		if err != nil {
			break
		}
	}
	if err = errors.Join(err, to.Flush(), from.Close()); err != nil {
		return fmt.Errorf("shard: %s: %w", path, err)
	}
	return nil
}
