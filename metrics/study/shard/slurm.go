package shard

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Slurm sends the shards of a folder as array jobs. All nodes see the folder under the same path.
type Slurm struct {
	Folder
	Program string   // the absolute path of the program, which takes "run FOLDER -shard i/N"
	Options []string // more options of sbatch, as "--time=30"
}

// Sent says what Submit did.
type Sent struct {
	Done   int      // shards that are there
	Queued []int    // shards that wait or run
	Sent   []int    // shards that were sent now
	Jobs   []string // the numbers of the array jobs
}

// Submit sends the shards that are neither there nor in the queue. An array job has at most
// MaxArraySize tasks, as the cluster says, so there may be several. Slurm runs a task again whose
// node fails, and one that exits with a status of its RequeueExit.
func (s Slurm) Submit(ctx context.Context) (Sent, error) {
	var sent Sent
	size, err := maxArraySize(ctx)
	if err != nil {
		return sent, err
	}
	// The queue is asked first: a shard that ends meanwhile is not sent twice.
	if sent.Queued, err = s.queued(ctx, size); err != nil {
		return sent, err
	}
	missing := s.Missing()
	sent.Done = s.Shards - len(missing)
	missing = slices.DeleteFunc(missing, func(i int) bool {
		return slices.Contains(sent.Queued, i)
	})
	if err := place(s.script(), []byte(s.job())); err != nil {
		return sent, err
	}
	for first := 0; first < s.Shards; first += size {
		var array []int // numbers of tasks, from 0
		for _, i := range missing {
			if i > first && i <= first+size {
				array = append(array, i-1-first)
			}
		}
		if len(array) == 0 {
			continue
		}
		job, err := s.send(ctx, first, array)
		if err != nil {
			return sent, err
		}
		sent.Jobs = append(sent.Jobs, job)
		for _, a := range array {
			sent.Sent = append(sent.Sent, a+1+first)
		}
	}
	return sent, nil
}

// send sends one array job, whose task 0 is the shard first+1.
func (s Slurm) send(ctx context.Context, first int, array []int) (job string, err error) {
	folder, err := filepath.Abs(s.Path)
	if err != nil {
		return "", fmt.Errorf("shard: %w", err)
	}
	args := []string{"--parsable", "--requeue", "--array=" + Ranges(array), "--job-name=" +
		s.name(first), "--chdir=" + folder, "--output=" + filepath.Join(folder, "log-%A_%a.txt"),
		"--open-mode=append"}
	args = append(append(args, s.Options...), s.script(), strconv.Itoa(first))
	out, err := tool(ctx, "sbatch", args...)
	job, _, _ = strings.Cut(strings.TrimSpace(out), ";") // a cluster's name may follow
	return job, err
}

// name is that of the job with the shard first+1.
func (s Slurm) name(first int) string {
	return fmt.Sprintf("lab-%.12s-%d-%d", s.Hash, s.Shards, first)
}

func (s Slurm) script() string { return filepath.Join(s.Path, "job.sh") }

// job returns the text of the script that runs one task.
func (s Slurm) job() string {
	folder, err := filepath.Abs(s.Path)
	if err != nil {
		folder = s.Path
	}
	return fmt.Sprintf(`#!/bin/sh
# Task SLURM_ARRAY_TASK_ID of an array, from 0, runs the shard after it. The first argument is the
# number of shards in the arrays before this one.
exec %s run %s -shard "$((SLURM_ARRAY_TASK_ID + $1 + 1))/%d" -workers "${SLURM_CPUS_PER_TASK:-1}"
`, quote(s.Program), quote(folder), s.Shards)
}

// quote quotes a word for the shell.
func quote(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }

// queued returns the shards that wait or run, ascending.
func (s Slurm) queued(ctx context.Context, size int) (shards []int, err error) {
	first := map[string]int{}
	var names []string
	for i := 0; i < s.Shards; i += size {
		first[s.name(i)] = i
		names = append(names, s.name(i))
	}
	out, err := tool(ctx, "squeue", "--noheader", "--array", "--format=%j %K",
		"--name="+strings.Join(names, ","))
	if err != nil {
		return nil, err
	}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		name, task, _ := strings.Cut(strings.TrimSpace(line), " ")
		before, ours := first[name]
		i, err := strconv.Atoi(strings.TrimSpace(task))
		if ours && err == nil {
			shards = append(shards, before+i+1)
		}
	}
	slices.Sort(shards)
	return slices.Compact(shards), nil
}

var arraySize = regexp.MustCompile(`(?m)^MaxArraySize\s*=\s*(\d+)`)

// maxArraySize returns the number above the largest index of an array.
func maxArraySize(ctx context.Context) (int, error) {
	out, err := tool(ctx, "scontrol", "show", "config")
	if err != nil {
		return 0, err
	}
	found := arraySize.FindStringSubmatch(out)
	if found == nil {
		return 0, errors.New("shard: scontrol show config gives no MaxArraySize")
	}
	n, err := strconv.Atoi(found[1])
	if err != nil || n < 1 {
		return 0, fmt.Errorf("shard: MaxArraySize of this cluster is %s: it takes no arrays",
			found[1])
	}
	return n, nil
}

// tool runs a program of Slurm and returns what it prints.
func tool(ctx context.Context, name string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, name, args...).Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return "", fmt.Errorf("shard: %s %s: %s (%w)", name, args[0],
			strings.TrimSpace(string(failed.Stderr)), err)
	}
	if err != nil {
		return "", fmt.Errorf("shard: %w", err)
	}
	return string(out), nil
}
