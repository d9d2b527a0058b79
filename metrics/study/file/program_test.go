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
	text := strings.Replace(everything, "replicates: 2", "replicates: 1", 1)
	// 2 organizations, 8 points, 3 columns
	same(t, "a.yaml", text, 2*8*3)
}

// So has that of a roster, which it reads from the folder of the study.
func TestProgramOfRoster(t *testing.T) {
	text := strings.Replace(real, "undirected: true",
		"undirected: true, match: [case], weigh: true", 1) + "replicates: 1\n"
	path := folder(t, "a,b,2\nb,c,1\nc,d,1\nd,e,3\n")
	ties := filepath.Join(filepath.Dir(path), "ties.csv")
	rows, err := os.ReadFile(ties)
	if err == nil {
		err = os.WriteFile(ties, []byte(strings.Replace(string(rows), "from,to", "from,to,weight",
			1)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	// 3 organizations, 2 points, 1 column
	same(t, path, text, 3*2)
}

// same runs the program of a study, which must have its plan and print so many numbers.
func same(t *testing.T, study, text string, numbers int) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short does not build a program")
	}
	source, err := file.Program(study, []byte(text), kinds.All())
	if err != nil {
		t.Fatal(err)
	}
	// An overlay puts the program into the module without a file there.
	folder := t.TempDir()
	path, binary := filepath.Join(folder, "main.go"), filepath.Join(folder, "made")
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
	build := exec.Command("go", "build", "-o", binary, "-overlay",
		filepath.Join(folder, "overlay.json"), "orglearn/examples/made")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s\n%s", err, out, source)
	}
	run := exec.Command(binary)
	run.Dir = filepath.Dir(study)
	var said, failed strings.Builder
	run.Stdout, run.Stderr = &said, &failed
	if err := run.Run(); err != nil {
		t.Fatalf("%v: %s\n%s", err, failed.String(), source)
	}
	if want := "plan " + hashAt(t, study, text); !strings.Contains(failed.String(), want) {
		t.Errorf("it says %q, want %q", failed.String(), want)
	}
	if n := strings.Count(said.String(), "\n"); n != numbers+1 {
		t.Errorf("it prints %d lines", n)
	}
}

func TestProgramIsRefused(t *testing.T) {
	if _, err := file.Program("a.yaml", []byte(eight), kinds.All()); err == nil {
		t.Error("eight faults have a program")
	}
}
