package shard_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
)

// writeAfter writes a plan that goes on after some replicates, in 2 shards.
func writeAfter(t *testing.T, p study.Plan, after int) (shard.Folder, error) {
	t.Helper()
	c := contents(p, 2)
	c.After = after
	return shard.Write(filepath.Join(t.TempDir(), "plan"), c, nil)
}

// A plan that goes on after another one has no run of it, and both together give the export of one.
// Its store must have the runs of the first.
func TestAfter(t *testing.T) {
	p := march(1)
	first := p
	first.Replicates = 2 * study.Block
	before := write(t, first, 3)
	run(t, before, first)
	next, err := writeAfter(t, p, first.Replicates)
	fatal(t, err)
	for i := range next.Shards {
		for _, task := range next.Tasks(i + 1) {
			if task.First != first.Replicates || task.Count != 130-first.Replicates {
				t.Errorf("shard %d has %v, want the last block only", i+1, task)
			}
		}
	}
	run(t, next, p)
	store := filepath.Join(t.TempDir(), "store.sqlite")
	if err := next.Merge(store); err == nil || !strings.Contains(err.Error(),
		"goes on after 128 replicates, which the store must have: ledger: no store") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(store); err == nil {
		t.Error("a store was made")
	}
	l, err := ledger.Create(store, p)
	fatal(t, err)
	fatal(t, l.Close())
	if err := next.Merge(store); err == nil || !strings.Contains(err.Error(),
		"lacks some of them, as of cell 0: merge the plan before into it first") {
		t.Errorf("the error is %v", err)
	}
	fatal(t, before.Merge(store))
	fatal(t, next.Merge(store))
	if csv(t, store) != single(t, p) {
		t.Error("two plans give another export than one")
	}
}

// A plan goes on after whole blocks, and has replicates of its own.
func TestAfterIsWholeBlocks(t *testing.T) {
	for _, after := range []int{-64, 1, 65, 130, 192} {
		if _, err := writeAfter(t, march(1), after); err == nil ||
			!strings.Contains(err.Error(), "want a multiple of 64 below 130") {
			t.Errorf("after %d: the error is %v", after, err)
		}
	}
}
