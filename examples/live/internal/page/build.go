package page

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"orglearn/examples/live/internal/module"
)

const program = "orglearn/examples/live/wasm"

// Build compiles the library to WebAssembly with the Go that is installed, and returns the site.
// The file is kept in the user's cache, where go build finds it the next time. The site holds a
// smaller one that does the same (package module).
func Build(ctx context.Context) (Site, error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	folder = filepath.Join(folder, "orglearn")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, fmt.Errorf("the cache: %w", err)
	}
	target := filepath.Join(folder, "live.wasm")
	if err := compile(ctx, target); err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(target)
	if err != nil {
		return nil, err
	}
	if wasm, err = module.Pack(wasm); err != nil {
		return nil, fmt.Errorf("%s: %w", target, err)
	}
	runtime, err := runtimeOf(ctx)
	if err != nil {
		return nil, err
	}
	return New(wasm, runtime)
}

func compile(ctx context.Context, target string) error {
	c := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-tags=utf8only",
		"-o", target, program)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errors.New("the page is compiled by Go, and there is no go command")
		}
		return fmt.Errorf("%s: %w: %s", program, err, bytes.TrimSpace(out))
	}
	return nil
}

// runtimeOf returns wasm_exec.js of the Go that compiles: another version does not fit.
func runtimeOf(ctx context.Context) ([]byte, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm",
		"wasm_exec.js"))
}
