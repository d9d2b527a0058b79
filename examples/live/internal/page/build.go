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
	version, runtime, err := toolchain(ctx)
	if err != nil {
		return nil, err
	}
	if wasm, err = module.Pack(wasm, version); err != nil {
		return nil, fmt.Errorf("%s: %w", target, err)
	}
	return New(wasm, runtime)
}

// cold are packages that no tick needs. Their functions stay apart, which takes fewer bytes.
var cold = []string{"context", "fmt", "reflect", "time"}

func compile(ctx context.Context, target string) error {
	args := []string{"build", "-trimpath", "-ldflags=-s -w", "-tags=utf8only", "-o", target}
	for _, name := range cold {
		args = append(args, "-gcflags="+name+"=-l")
	}
	c := exec.CommandContext(ctx, "go", append(args, program)...)
	c.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errors.New("the page is compiled by Go, and there is no go command")
		}
		return fmt.Errorf("%s: %w: %s", program, err, bytes.TrimSpace(out))
	}
	return nil
}

// toolchain returns the version of the Go that compiles, and its wasm_exec.js: that of another
// version does not fit.
func toolchain(ctx context.Context) (version string, runtime []byte, err error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOVERSION", "GOROOT").Output()
	if err != nil {
		return "", nil, fmt.Errorf("go env: %w", err)
	}
	version, root, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	runtime, err = os.ReadFile(filepath.Join(strings.TrimSpace(root), "lib", "wasm",
		"wasm_exec.js"))
	return strings.TrimSpace(version), runtime, err
}
