package shard

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Job is an indexed Job of Kubernetes that runs the shards of a folder. The folder is on a
// persistent volume, which all nodes can write to at once.
type Job struct {
	Folder
	Image       string // of the container; it holds the program
	Program     string // the path of the program in the container; "": lab
	Claim       string // the claim of the persistent volume
	In          string // the path of the folder on the volume; "": the volume itself
	Parallelism int    // shards that run at once, 1 to Shards
}

// retries is how often a shard that fails is tried again.
const retries = 3

// object is an object of JSON, and list a list.
type (
	object = map[string]any
	list   = []any
)

// Manifest returns the job as JSON, for kubectl apply -f -. A pod whose disk is full exits with the
// status temporary, and does not count as a failure.
func (j Job) Manifest(temporary int) ([]byte, error) {
	switch {
	case j.Image == "":
		return nil, errors.New("shard: the job has no image")
	case j.Claim == "":
		return nil, errors.New("shard: the job has no claim of a persistent volume")
	case j.Parallelism < 1 || j.Parallelism > j.Shards:
		return nil, fmt.Errorf("shard: the parallelism of the job is %d, want 1 to %d",
			j.Parallelism, j.Shards)
	}
	name := fmt.Sprintf("lab-%.12s-%d", j.Hash, j.Shards)
	text, err := json.MarshalIndent(object{
		"apiVersion": "batch/v1", "kind": "Job",
		"metadata": object{"name": name, "labels": object{"app.kubernetes.io/name": "lab"}},
		"spec": object{
			"completionMode": "Indexed", "completions": j.Shards, "parallelism": j.Parallelism,
			"backoffLimitPerIndex": retries,
			"podFailurePolicy": object{"rules": list{object{"action": "Ignore",
				"onExitCodes": object{"operator": "In", "values": list{temporary}}}}},
			"template": object{"spec": j.pod()},
		},
	}, "", "  ")
	return append(text, '\n'), err
}

// pod returns what runs one shard.
func (j Job) pod() object {
	program := j.Program
	if program == "" {
		program = "lab"
	}
	mount := object{"name": "plan", "mountPath": "/plan"}
	if j.In != "" {
		mount["subPath"] = j.In
	}
	return object{
		"restartPolicy": "Never",
		"containers": list{object{
			"name": "lab", "image": j.Image,
			"command":      list{program, "run", "/plan", "-shard", "auto"},
			"volumeMounts": list{mount},
		}},
		"volumes": list{object{"name": "plan",
			"persistentVolumeClaim": object{"claimName": j.Claim}}},
	}
}
