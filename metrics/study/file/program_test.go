package file_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
)

// The program has the same plan as the file, and runs.
func TestProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("-short does not build a program")
	}
	text := strings.Replace(everything, "replicates: 2", "replicates: 1", 1)
	source, err := file.Program("a.yaml", []byte(text), kinds.All())
	if err != nil {
		t.Fatal(err)
	}
	// An overlay puts the program into the module without a file there.
	folder := t.TempDir()
	path := filepath.Join(folder, "main.go")
	root, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{
		"Replace": {filepath.Join(root, "examples", "made", "main.go"): path}})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{path: source,
		filepath.Join(folder, "overlay.json"): overlay} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.Command("go", "run", "-overlay", filepath.Join(folder, "overlay.json"),
		"orglearn/examples/made")
	run.Dir = root
	var said, failed strings.Builder
	run.Stdout, run.Stderr = &said, &failed
	if err := run.Run(); err != nil {
		t.Fatalf("%v: %s\n%s", err, failed.String(), source)
	}
	if want := "plan " + hash(t, text); !strings.Contains(failed.String(), want) {
		t.Errorf("it says %q, want %q", failed.String(), want)
	}
	// 2 organizations, 8 points, 3 columns, and the head
	if n := strings.Count(said.String(), "\n"); n != 2*8*3+1 {
		t.Errorf("it prints %d lines", n)
	}
}

func TestProgramIsRefused(t *testing.T) {
	if _, err := file.Program("a.yaml", []byte(eight), kinds.All()); err == nil {
		t.Error("eight faults have a program")
	}
	if _, err := file.Program(folder(t, "a,b\nb,c\n"), []byte(real), kinds.All()); err == nil {
		t.Error("a roster has a program")
	}
}
