package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics/study/shard"
)

func submit(ctx context.Context, args []string) error {
	flags := flagsOf("submit")
	slurm := flags.Bool("slurm", false, "send array jobs to Slurm; what follows -- goes to sbatch")
	kubernetes := flags.Bool("kubernetes", false, "print an indexed Job, for kubectl apply -f -")
	j := shard.Job{}
	flags.StringVar(&j.Image, "image", "", "of the container, which holds lab (-kubernetes)")
	flags.StringVar(&j.Claim, "claim", "", "of the volume with the plan (-kubernetes)")
	flags.StringVar(&j.In, "in", "", "path of the plan on the volume (-kubernetes)")
	flags.IntVar(&j.Parallelism, "parallelism", 0, "shards at once (0: all; -kubernetes)")
	rest, err := parse(flags, args, 1, 100)
	if err != nil {
		return err
	}
	if *slurm == *kubernetes {
		return program.Misuse("where to: either -slurm or -kubernetes")
	}
	f, err := shard.Read(rest[0])
	if err != nil {
		return program.MisusedBecause(err)
	}
	if *slurm {
		return submitSlurm(ctx, f, rest[1:])
	}
	if len(rest) > 1 {
		return program.Misuse("unexpected argument %q (-help lists the flags)", rest[1])
	}
	j.Folder = f
	if j.Parallelism == 0 {
		j.Parallelism = f.Shards
	}
	manifest, err := j.Manifest(program.TryAgain)
	if err != nil {
		return program.MisusedBecause(err)
	}
	_, err = os.Stdout.Write(manifest)
	return err
}

func submitSlurm(ctx context.Context, f shard.Folder, options []string) error {
	lab, err := copyProgram(f.Path)
	if err != nil {
		return err
	}
	sent, err := shard.Slurm{Folder: f, Program: lab, Options: options}.Submit(ctx)
	if len(sent.Sent) > 0 {
		fmt.Println(program.Wrap(fmt.Sprintf("Sent are shards %s, as array job %s.",
			shard.Ranges(sent.Sent), strings.Join(sent.Jobs, ", "))))
	}
	if err != nil {
		return err
	}
	if len(sent.Queued) > 0 {
		fmt.Println(program.Wrap(fmt.Sprintf("Shards %s wait or run.", shard.Ranges(sent.Queued))))
	}
	fmt.Printf("%d of %d shards are there.\n", sent.Done, f.Shards)
	if sent.Done == f.Shards {
		fmt.Printf("Then: lab merge %s\n", f.Path)
	}
	return nil
}

// copyProgram copies this program beside a plan, because that of go run is gone when it ends. All
// shards of a plan run the copy that is there first.
func copyProgram(folder string) (string, error) {
	path, err := filepath.Abs(filepath.Join(folder, "lab"))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	from, err := os.Open(self)
	if err != nil {
		return "", err
	}
	defer from.Close()
	err = program.WriteFile(path, func(w io.Writer) error {
		_, err := io.Copy(w, from)
		return err
	})
	if err != nil {
		return "", err
	}
	return path, os.Chmod(path, 0o755)
}
