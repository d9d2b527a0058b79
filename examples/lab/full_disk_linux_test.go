package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"orglearn/examples/program"
)

// A shard whose disk is full ends with the status that makes a cluster try again, and leaves no
// file. Once there is room it runs.
func TestShardOnFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	disk := t.TempDir()
	if err := syscall.Mount("orglearn", disk, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	lab := binary(t)
	folder(t)
	p, ballast := filepath.Join(disk, "p"), filepath.Join(disk, "ballast")
	works(t, "plan", "-shards", "1", "-out", p)
	if err := os.WriteFile(ballast, make([]byte, 900<<10), 0o666); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(lab, "run", p, "-shard", "1/1")
	out, _ := c.CombinedOutput()
	if c.ProcessState.ExitCode() != program.TryAgain ||
		!strings.Contains(string(out), "the disk is full") {
		t.Errorf("the status is %d, want %d: %s", c.ProcessState.ExitCode(), program.TryAgain, out)
	}
	if left, _ := os.ReadDir(p); len(left) != 1 {
		t.Errorf("%v are left, want the plan", left)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	execute(t, lab, "run", p, "-shard", "1/1")
}
