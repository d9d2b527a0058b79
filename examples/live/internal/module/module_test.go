package module

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

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
	after, err := Pack(before)
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

// What has no table, and what is no module.
func TestPackNothing(t *testing.T) {
	small, _ := module(least - 1)
	if got, err := Pack(small); err != nil || !bytes.Equal(got, small) {
		t.Errorf("a small table: %v, or another module", err)
	}
	large, _ := module(least)
	if again, err := Pack(large); err != nil || len(again) >= len(large) {
		t.Errorf("a table that is just large enough: %v, %d bytes", err, len(again))
	} else if got, err := Pack(again); err != nil || !bytes.Equal(got, again) {
		t.Errorf("a module that is packed: %v, or another module", err)
	}
	for _, text := range []string{"", "wasm", header[:7], header + "\x01", header + "\x01\x05a",
		header + "\x0b\x02\x01\x01", header + "\x0d\x00", header + "\x01\x00\x01\x00"} {
		if _, err := Pack([]byte(text)); err == nil {
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

func FuzzPack(f *testing.F) {
	large, _ := module(least)
	f.Add(large)
	f.Fuzz(func(t *testing.T, text []byte) {
		out, err := Pack(text)
		if err != nil || bytes.Equal(out, text) {
			return
		}
		if _, err := split(out); err != nil {
			t.Error("what is packed cannot be read")
		}
	})
}

// A program says the same of its functions and lines before and after.
func TestPackedRuns(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil || testing.Short() {
		t.Skip("needs node, and not -short")
	}
	path := filepath.Join(t.TempDir(), "trace.wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", path, "testdata/trace.go")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	run := func() string {
		script := filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec_node.js")
		out, err := exec.Command(node, "--stack-size=8192", script, path).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	want := run()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Pack(before)
	if err != nil || len(after) > len(before)*19/20 {
		t.Fatalf("%v, or %d bytes of %d", err, len(after), len(before))
	}
	if err := os.WriteFile(path, after, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := run(); got != want || !strings.Contains(got, "main.deep 27") {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}
