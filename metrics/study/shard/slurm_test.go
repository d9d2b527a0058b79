package shard_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics/study/shard"
)

// cluster puts programs with the names of Slurm's first in the path. They note what sbatch is
// asked, and show a queue. .ci/slurm has the same done by a real Slurm.
func cluster(t *testing.T, maxArraySize, queue string) (asked func() []string) {
	t.Helper()
	folder := t.TempDir()
	for name, script := range map[string]string{
		"scontrol": "echo 'MaxArrayTasks = 9'\necho 'MaxArraySize        = " + maxArraySize + "'",
		"squeue":   "echo \"" + queue + "\"",
		"sbatch":   "echo \"$@\" >>" + folder + "/asked\necho \"7;cluster\"",
	} {
		path := filepath.Join(folder, name)
		fatal(t, os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o777))
	}
	t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
	return func() []string {
		text, _ := os.ReadFile(filepath.Join(folder, "asked"))
		os.Remove(filepath.Join(folder, "asked"))
		return strings.Split(strings.TrimSpace(string(text)), "\n")
	}
}

// What is missing is sent in arrays below the cluster's limit. What is there or queued is not.
func TestSubmit(t *testing.T) {
	p := march(1)
	f := write(t, p, 9)
	fatal(t, f.Run(context.Background(), p, 2, 1, nil))
	name := "lab-" + f.Hash[:12] + "-9-"
	asked := cluster(t, "4", name+"0 3\n"+name+"4 0\nanother 2\n")
	s := shard.Slurm{Folder: f, Program: "/opt/it's/lab", Options: []string{"--time=5"}}
	sent, err := s.Submit(context.Background())
	fatal(t, err)
	// Of shards 1 to 4, 2 is there and 4 is queued; of 5 to 8, 5 is queued.
	if !slices.Equal(sent.Sent, []int{1, 3, 6, 7, 8, 9}) || sent.Done != 1 ||
		!slices.Equal(sent.Queued, []int{4, 5}) ||
		!slices.Equal(sent.Jobs, []string{"7", "7", "7"}) {
		t.Errorf("sent is %+v", sent)
	}
	got := asked()
	for i, want := range [][2]string{{"--array=0,2 ", " 0"}, {"--array=1-3 ", " 4"},
		{"--array=0 ", " 8"}} {
		if i >= len(got) || !strings.Contains(got[i], want[0]) ||
			!strings.HasSuffix(got[i], "job.sh"+want[1]) || !strings.Contains(got[i], "--time=5") ||
			!strings.Contains(got[i], "--requeue") {
			t.Fatalf("sbatch is asked %q, want %s in %d", got, want, i)
		}
	}
	job, err := os.ReadFile(filepath.Join(f.Path, "job.sh"))
	fatal(t, err)
	if !strings.Contains(string(job), `exec '/opt/it'\''s/lab' run '`+f.Path+
		`' -shard "$((SLURM_ARRAY_TASK_ID + $1 + 1))/9"`) {
		t.Errorf("the job is %s", job)
	}
}

// A study of which all shards are there sends nothing.
func TestSubmitNothing(t *testing.T) {
	p := march(1)
	f := write(t, p, 2)
	run(t, f, p)
	asked := cluster(t, "1001", "")
	sent, err := shard.Slurm{Folder: f, Program: "lab"}.Submit(context.Background())
	if err != nil || sent.Done != 2 || len(sent.Sent) > 0 || asked()[0] != "" {
		t.Errorf("sent is %+v (%v)", sent, err)
	}
}

// What Slurm refuses is said in its words.
func TestSubmitRefused(t *testing.T) {
	f := write(t, march(1), 2)
	cluster(t, "0", "")
	_, err := shard.Slurm{Folder: f}.Submit(context.Background())
	if err == nil || !strings.Contains(err.Error(), "MaxArraySize of this cluster is 0") {
		t.Errorf("the error is %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	_, err = shard.Slurm{Folder: f}.Submit(context.Background())
	if err == nil || !strings.Contains(err.Error(), `"scontrol": executable file not found`) {
		t.Errorf("the error is %v", err)
	}
}
