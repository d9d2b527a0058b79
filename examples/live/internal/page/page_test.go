package page

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"orglearn/examples/live/internal/module"
	"orglearn/examples/live/internal/pane"
	"orglearn/metrics"
)

func site(t *testing.T) Site {
	t.Helper()
	s, err := New([]byte("wasm"), []byte("exec();"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestVendoredFilesAreAsTheyShip(t *testing.T) {
	table, err := static.ReadFile("static/vendor/README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`\| (\S+) \| ([0-9a-f]{64}) \|`).FindAllStringSubmatch(
		string(table), -1)
	if len(rows) != 2 {
		t.Fatalf("%d files have a hash, want 2", len(rows))
	}
	for _, row := range rows {
		text, err := static.ReadFile("static/vendor/" + row[1])
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != row[2] {
			t.Errorf("%s is not as it ships", row[1])
		}
	}
}

// What is sent is small: the module, the module compressed, and the whole folder.
func TestSizes(t *testing.T) {
	if testing.Short() || !module.Knows(runtime.Version()) {
		t.Skip("compiles the library with Go 1.26")
	}
	s, err := Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(s["live.wasm.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.Copy(io.Discard, unzipped)
	if err != nil || raw > 5_000_000 || len(s["live.wasm.gz"]) > 1_400_000 {
		t.Errorf("%v, or %d bytes and %d compressed, want 5,000,000 and 1,400,000 at most", err,
			raw, len(s["live.wasm.gz"]))
	}
	all := 0
	for _, text := range s {
		all += len(text)
	}
	if all > 8_000_000 {
		t.Errorf("the folder has %d bytes, want 8,000,000 at most", all)
	}
}

// No module is forgotten in the page of one file, and no two have a name in common there.
func TestModulesAreOneScript(t *testing.T) {
	s := site(t)
	top := regexp.MustCompile(
		`(?m)^(?:export )?(?:async )?(?:const|let|function|class) (\w+)`)
	seen := map[string]string{}
	for name := range s {
		if filepath.Ext(name) != ".js" || strings.Contains(name, "/") || name == "worker.js" ||
			name == "wasm_exec.js" {
			continue
		}
		if !slices.Contains(modules, name) {
			t.Errorf("%s is not in the page of one file", name)
		}
		for _, match := range top.FindAllStringSubmatch(string(s[name]), -1) {
			if other, ok := seen[match[1]]; ok {
				t.Errorf("%s and %s have a %s", name, other, match[1])
			}
			seen[match[1]] = name
		}
	}
	if script := s.script(); strings.Contains(script, "import {") ||
		strings.Contains(script, "\nexport ") {
		t.Error("the one script still imports or exports")
	}
}

// Every word of the page is in the one file of words, and no word is there for nothing.
func TestWords(t *testing.T) {
	s := site(t)
	var words map[string]string
	if err := json.Unmarshal(s["words.en.json"], &words); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for name, text := range s {
		if ext := filepath.Ext(name); ext != ".js" && ext != ".html" {
			continue
		}
		said := regexp.MustCompile(`'([a-zA-Z]+)'|data-word="(\w+)"`)
		for _, m := range said.FindAllStringSubmatch(string(text), -1) {
			used[m[1]+m[2]] = true
		}
		for _, m := range regexp.MustCompile(`\bt\('(\w+)'`).FindAllStringSubmatch(
			string(text), -1) {
			if words[m[1]] == "" {
				t.Errorf("%s: no word for %q", name, m[1])
			}
		}
	}
	for key := range words {
		if !used[key] && !strings.HasPrefix(key, "role-") {
			t.Errorf("nothing says %q", key)
		}
	}
	for _, k := range pane.Table() {
		if words["role-"+string(k.Role)] == "" && k.Role != "conditions" {
			t.Errorf("no word for the role %s", k.Role)
		}
	}
}

// Nothing is fetched from elsewhere, and no script stands in the page of the folder.
func TestNothingFromElsewhere(t *testing.T) {
	s := site(t)
	address := regexp.MustCompile(`(?:https?:)?//[a-z]`)
	for _, name := range append(slices.Clone(modules), "index.html", "style.css", "worker.js") {
		for _, line := range strings.Split(string(s[name]), "\n") {
			if address.MatchString(line) && !strings.HasPrefix(strings.TrimSpace(line), "//") {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
	if page := string(s["index.html"]); !strings.Contains(page, Policy) ||
		regexp.MustCompile(`<script>|<style>| style="| on\w+="`).MatchString(page) {
		t.Error("index.html has no policy, or something inline")
	}
}

func TestSingleHoldsAll(t *testing.T) {
	s := site(t)
	single := string(s.Single())
	for _, want := range []string{`id="live.wasm.gz"`, `id="worker.js"`, `id="catalog.json"`,
		`id="words.en.json"`, `id="lessons.en.json"`, "class Network", "uPlot", "exec();"} {
		if !strings.Contains(single, want) {
			t.Errorf("it does not hold %s", want)
		}
	}
	if regexp.MustCompile(`<script [^>]*src=|<link rel="stylesheet"`).MatchString(single) {
		t.Error("it needs other files")
	}
	if saved := string(s["saved.html"]); strings.Contains(saved, "live.wasm.gz\">") ||
		!strings.Contains(saved, `id="saved">null`) {
		t.Error("the page of a saved run holds the library, or has no place for a run")
	}
}

func TestExport(t *testing.T) {
	folder, s := t.TempDir(), site(t)
	if err := s.Export(folder); err != nil {
		t.Fatal(err)
	}
	for name, want := range s {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: %v, or another text", name, err)
		}
	}
	path := filepath.Join(folder, "new", "live.html")
	if err := s.ExportSingle(path); err != nil {
		t.Fatal(err)
	}
}

// lesson is what a test needs of a lesson.
type lesson struct {
	ID, Link string
	Choices  []string
	Right    int
	Above    [][3]any // two panes, and by how much at least the one ends above the other
}

// shownEnd returns the score at the end of the run that the page shows, by pane.
func shownEnd(t *testing.T, s *pane.Setting) map[string]float64 {
	t.Helper()
	ends := map[string]float64{}
	for i := range s.Panes {
		p, err := pane.New(s, i)
		more := true
		for more && err == nil {
			_, more, err = p.Next(nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		ends[string(rune('a'+i))] = metrics.Score.Of(p.Model())
	}
	return ends
}

// What a lesson says is what the runs of its band show, and the run that is shown does not deny it.
func TestLessonsHold(t *testing.T) {
	var all []lesson
	if err := json.Unmarshal(site(t)["lessons.en.json"], &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 8 {
		t.Errorf("%d lessons, want 8", len(all))
	}
	for _, l := range all {
		s, err := pane.Parse(l.Link)
		if err != nil {
			t.Fatalf("%s: %v", l.ID, err)
		}
		e, err := s.Experiment()
		if err != nil {
			t.Fatalf("%s: %v", l.ID, err)
		}
		e.First, e.Replicates = 1, pane.Replicates
		table, err := metrics.Measure(t.Context(), e, metrics.Score)
		if err != nil {
			t.Fatalf("%s: %v", l.ID, err)
		}
		if len(l.Above) == 0 || l.Right < 0 || l.Right >= len(l.Choices) {
			t.Errorf("%s: it says nothing, or its answer is no choice", l.ID)
		}
		last := e.At[len(e.At)-1]
		end := func(of any) float64 {
			i := int(of.(string)[0] - 'a')
			return table.Estimate(table.Scenarios()[i], metrics.Score, last).Mean
		}
		shown := shownEnd(t, s)
		for _, a := range l.Above {
			if shown[a[0].(string)] <= shown[a[1].(string)] {
				t.Errorf("%s: in the run that is shown %v is not above %v", l.ID, a[0], a[1])
			}
			if by := end(a[0]) - end(a[1]); by < a[2].(float64) {
				t.Errorf("%s: %v ends %.3f above %v, want %v", l.ID, a[0], by, a[1], a[2])
			}
		}
	}
}
