package ledger_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

// smallDisk mounts a file system of 20 MB for the test.
func smallDisk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("orglearn", folder, "tmpfs", 0, "size=20m"); err != nil {
		t.Skipf("no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	return folder
}

// wide returns a plan whose results do not fit on a small disk.
func wide() study.Plan {
	p := plan(20, 640)
	for m := range 100 {
		p.Columns = append(p.Columns, study.Column{Metric: fmt.Sprint("m", m), Tick: 0})
	}
	return p
}

// addAll adds what is missing, until an error.
func addAll(path string, p study.Plan) error {
	l, err := ledger.Create(path, p)
	if err != nil {
		return err
	}
	missing, err := l.Missing(p.Tasks())
	for _, task := range missing {
		if err == nil {
			err = l.Add(task, made(p, task))
		}
	}
	return errors.Join(err, l.Close())
}

// A full disk gives a clear error. The store can be read, and goes on once there is space.
func TestFullDisk(t *testing.T) {
	p, folder := wide(), smallDisk(t)
	path, ballast := filepath.Join(folder, "store.sqlite"), filepath.Join(folder, "ballast")
	fatal(t, os.WriteFile(ballast, make([]byte, 10<<20), 0o666))
	for range 3 { // the second and third run find the disk full
		err := addAll(path, p)
		if err == nil || !strings.Contains(err.Error(), "the disk is full") {
			t.Fatalf("the error is %v", err)
		}
	}
	brim(t, filepath.Join(folder, "brim"))
	whole := stored(t, path)
	if whole%ledger.Batch != 0 || whole == 0 {
		t.Fatalf("%d runs are stored, want whole batches of %d", whole, ledger.Batch)
	}
	fatal(t, os.Remove(ballast))
	tasks := p.Tasks()[:whole/study.Block+10]
	fill(t, path, p, tasks[whole/study.Block:])
	other := store(t)
	fill(t, other, p, tasks)
	if export(t, path) != export(t, other) {
		t.Error("a store that met a full disk has another export")
	}
}

// brim writes a file until nothing more fits on its disk.
func brim(t *testing.T, path string) {
	t.Helper()
	file, err := os.Create(path)
	fatal(t, err)
	defer file.Close()
	for err == nil {
		_, err = file.Write(make([]byte, 4096))
	}
}

// What a crash left on a disk that is full can be read: the log needs no room then.
func TestReadsAfterCrashOnFullDisk(t *testing.T) {
	p, folder := plan(3, 192), smallDisk(t)
	path, crashed := filepath.Join(folder, "store"), filepath.Join(folder, "crashed")
	l := create(t, path, p)
	for _, task := range p.Tasks()[:6] {
		fatal(t, l.Add(task, made(p, task)))
	}
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + suffix)
		fatal(t, err)
		fatal(t, os.WriteFile(crashed+suffix, b, 0o666))
	}
	brim(t, filepath.Join(folder, "brim"))
	if n := stored(t, crashed); n != 6*study.Block {
		t.Errorf("%d runs are stored, want those of 6 tasks", n)
	}
}
