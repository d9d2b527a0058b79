package module

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

const version = "go1.26.8"

// module returns a module with one imported function, one of its own and a table of functions.
func module(entries int) ([]byte, []byte) {
	memory := make([]byte, 100_000)
	copy(memory[200:], "before")
	at := 4000
	for k := range entries {
		copy(memory[at+k*entryBytes:], entry(k))
	}
	copy(memory[at+entries*entryBytes:], "after")
	s := sections{typing: {1, 0x60, 0, 0}, importing: {1, 1, 'a', 1, 'b', 0, 0}, functions: {1, 0},
		5: {1, 0, 2}, code: {1, 2, 0, 0x0b}, data: fold(memory)}
	return s.join(), memory
}

func TestPack(t *testing.T) {
	const entries = 2000
	before, memory := module(entries)
	after, err := Pack(before, version)
	if err != nil {
		t.Fatal(err)
	}
	if len(after) > 200 {
		t.Errorf("%d bytes, and %d before", len(after), len(before))
	}
	s, err := split(after)
	if err != nil {
		t.Fatal(err)
	}
	got, err := unfold(s[data])
	if err != nil {
		t.Fatal(err)
	}
	clear(memory[4000:][:entries*entryBytes])
	if !bytes.Equal(got, bytes.TrimRight(memory, "\x00")) {
		t.Error("the rest of the memory is not as it was")
	}
	want := sections{typing: {2, 0x60, 0, 0, 0x60, 0, 0}, importing: {1, 1, 'a', 1, 'b', 0, 0},
		functions: {2, 0, 1}, 5: {1, 0, 2}, starting: {2}, data: s[data],
		code: slices.Concat([]byte{2, 2, 0, 0x0b}, writer(4000, entries))}
	for id := range want {
		if !bytes.Equal(s[id], want[id]) {
			t.Errorf("section %d is %x, want %x", id, s[id], want[id])
		}
	}
}

func TestKnows(t *testing.T) {
	for version, want := range map[string]bool{"go1.26": true, "go1.26.8": true, "go1.25.1": false,
		"go1.260": false, "go1.27rc1": false, "devel": false, "": false} {
		if Knows(version) != want {
			t.Errorf("%q is known: %v", version, !want)
		}
	}
}

// What has no table, and what is no module.
func TestPackNothing(t *testing.T) {
	small, _ := module(least - 1)
	if got, err := Pack(small, version); err != nil || !bytes.Equal(got, small) {
		t.Errorf("a small table: %v, or another module", err)
	}
	large, _ := module(least)
	if again, err := Pack(large, version); err != nil || len(again) >= len(large) {
		t.Errorf("a table that is just large enough: %v, %d bytes", err, len(again))
	} else if got, err := Pack(again, version); err != nil || !bytes.Equal(got, again) {
		t.Errorf("a module that is packed: %v, or another module", err)
	}
	for _, text := range []string{"", "wasm", header[:7], header + "\x01", header + "\x01\x05a",
		header + "\x0b\x02\x01\x01", header + "\x0d\x00", header + "\x01\x00\x01\x00"} {
		if _, err := Pack([]byte(text), version); err == nil {
			t.Errorf("%q is no error", text)
		}
	}
}

func TestSigned(t *testing.T) {
	for v, want := range map[int][]byte{0: {0}, 63: {63}, 64: {0xc0, 0}, 8191: {0xff, 0x3f},
		8192: {0x80, 0xc0, 0}} {
		if got := signed(v); !bytes.Equal(got, want) {
			t.Errorf("%d is %x, want %x", v, got, want)
		}
	}
}

// A module cannot make Pack count further than it has bytes.
func TestCount(t *testing.T) {
	for text, want := range map[string]int{"\x02ab": 2, "\x03ab": 0, "\xff\xff\xff\xff\x07ab": 0} {
		r := reader{rest: []byte(text)}
		if got := r.count(); got != want || r.bad != (want == 0) {
			t.Errorf("%q counts %d, and is bad: %v", text, got, r.bad)
		}
	}
	for name, read := range map[string]func([]byte) error{
		"code":    func(b []byte) error { _, err := bodies(b); return err },
		"imports": func(b []byte) error { _, err := countImports(b); return err },
		"data":    func(b []byte) error { _, err := unfold(b); return err },
	} {
		if read([]byte("\xff\xff\xff\xff\x07")) == nil {
			t.Errorf("%s of too many elements is no error", name)
		}
	}
}

func FuzzPack(f *testing.F) {
	large, _ := module(least)
	f.Add(large)
	f.Fuzz(func(t *testing.T, text []byte) {
		out, err := Pack(text, version)
		if err != nil || bytes.Equal(out, text) {
			return
		}
		if _, err := split(out); err != nil {
			t.Error("what is packed cannot be read")
		}
	})
}

var packages = flag.String("packages", "",
	"packages of the standard library whose tests are run before and after packing")

// A program does the same before and after, in two thirds of the bytes.
func TestPackedRuns(t *testing.T) {
	node := nodeOf(t)
	path := filepath.Join(t.TempDir(), "program.wasm")
	forBrowsers(t, ".", "build", "-ldflags=-s -w", "-o", path, "testdata/program.go")
	want := node(path)
	pack(t, path)
	if got := node(path); got != want || !strings.Contains(want, "exit status 3") {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}

// Tests of packages that ask for no names of functions, such as regexp and encoding/json, pass and
// fail as before.
func TestPackages(t *testing.T) {
	if *packages == "" {
		t.Skip("needs -packages")
	}
	node := nodeOf(t)
	for _, name := range strings.Split(*packages, ",") {
		path := filepath.Join(t.TempDir(), "test.wasm")
		out := forBrowsers(t, ".", "list", "-f", "{{.Dir}}", name)
		t.Chdir(strings.TrimSpace(out))
		forBrowsers(t, ".", "test", "-c", "-ldflags=-s -w", "-o", path, ".")
		results := func() (lines []string) {
			for line := range strings.Lines(node(path, "-test.short", "-test.v")) {
				if name, _, ok := strings.Cut(line, " ("); ok && strings.Contains(name, "--- ") {
					lines = append(lines, name)
				}
			}
			return lines
		}
		want := results()
		pack(t, path)
		if got := results(); !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%s:\n%q\nwant\n%q", name, got, want)
		}
		t.Logf("%s: %d results", name, len(want))
	}
}

// nodeOf returns a function that runs a module in node. What the module prints comes back, with the
// status in which it exits.
func nodeOf(t *testing.T) func(args ...string) string {
	node, err := exec.LookPath("node")
	if err != nil || testing.Short() || !Knows(runtime.Version()) {
		t.Skip("needs node, Go 1.26, and not -short")
	}
	script := filepath.Join(strings.TrimSpace(forBrowsers(t, ".", "env", "GOROOT")),
		"lib/wasm/wasm_exec_node.js")
	return func(args ...string) string {
		c := exec.Command(node, append([]string{"--stack-size=8192", script}, args...)...)
		out, err := c.Output()
		return fmt.Sprint(string(out), err)
	}
}

// forBrowsers runs go for WebAssembly.
func forBrowsers(t *testing.T, folder string, args ...string) string {
	c := exec.Command("go", args...)
	c.Dir, c.Env = folder, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	out, err := c.Output()
	if err != nil {
		t.Fatalf("go %v: %v", args, err)
	}
	return string(out)
}

// pack packs a file, which must then have at most two thirds of the bytes.
func pack(t *testing.T, path string) {
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Pack(before, version)
	if err != nil || len(after) > len(before)*2/3 {
		t.Fatalf("%v, or %d bytes of %d", err, len(after), len(before))
	}
	if err := os.WriteFile(path, after, 0o666); err != nil {
		t.Fatal(err)
	}
}
