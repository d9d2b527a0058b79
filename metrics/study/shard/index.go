package shard

import (
	"fmt"
	"strconv"
	"strings"
)

// counters are the variables in which engines say which task of an array a process is, and the
// number of their first task. Grid Engine and LSF count from 1. Arrays of Slurm and PBS begin where
// their user says: it must be 0.
var counters = []struct {
	name, engine string
	first        int
	none         string // the value outside of an array
}{
	{"SLURM_ARRAY_TASK_ID", "Slurm", 0, ""},
	{"JOB_COMPLETION_INDEX", "Kubernetes", 0, ""},
	{"PBS_ARRAY_INDEX", "PBS", 0, ""},
	{"SGE_TASK_ID", "Grid Engine", 1, "undefined"},
	{"LSB_JOBINDEX", "LSF", 1, "0"},
	{"AWS_BATCH_JOB_ARRAY_INDEX", "AWS Batch", 0, ""},
}

// Index returns the shard, from 1 to shards, that the engine of a cluster gives this process. It
// reads the one variable that is set, by get, which is os.Getenv. No variable, two of them, and an
// index out of range are errors. The number of shards comes from the plan: an array that is sent
// again in part says another one.
func Index(get func(string) string, shards int) (int, error) {
	shard, from := 0, ""
	for _, c := range counters {
		text := strings.TrimSpace(get(c.name))
		if text == "" || text == c.none {
			continue
		}
		if from != "" {
			return 0, fmt.Errorf("shard: both %s and %s are set: give the shard by number", from,
				c.name)
		}
		i, err := strconv.Atoi(text)
		if err != nil || i < c.first || i >= c.first+shards {
			return 0, fmt.Errorf("shard: %s is %q, want %d to %d: arrays of %s begin at %d",
				c.name, text, c.first, c.first+shards-1, c.engine, c.first)
		}
		shard, from = i-c.first+1, c.name
	}
	if from == "" {
		return 0, fmt.Errorf("shard: no engine gives an index: none of %s is set", names())
	}
	return shard, nil
}

func names() string {
	var all []string
	for _, c := range counters {
		all = append(all, c.name)
	}
	return strings.Join(all, ", ")
}
