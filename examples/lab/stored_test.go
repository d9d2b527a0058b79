package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
)

const quick = `study: Who is faster?
replicates: 10
organizations: {isolated: {size: 5}, hierarchy: {}}
conditions: {people: 30}
axes: {absorb: [.05, .5], turnover: [0, .05]}
record: {score: [20], newcomers: [20]}
compare: [{score: 20, between: [hierarchy, isolated], margin: .01}]
hypotheses:
  fast: {score: 20, higher: hierarchy absorb=.5 turnover=0,
    lower: hierarchy absorb=.05 turnover=0}
targets: {newcomers: {20: .5}}
`

// written writes a study file and, if it is to be stored, its store with all runs.
func written(t *testing.T, text string, run bool) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if run {
		fill(t, path, func(study.Result) {})
	}
	return path
}

// fill runs a study into its store, after a change of each result.
func fill(t *testing.T, path string, change func(study.Result)) {
	t.Helper()
	s, err := load(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Create(storeOf(path, ""), p)
	if err != nil {
		t.Fatal(err)
	}
	err = p.Run(context.Background(), p.Tasks(), 0, func(k study.Task, all []study.Result) error {
		for _, r := range all {
			change(r)
		}
		return l.Add(k, all)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// Each command prints what it found.
func TestCommands(t *testing.T) {
	path := written(t, quick, true)
	for want, args := range map[string][]string{
		"hierarchy less isolated  score": {"compare", path},
		"fast: confirmed":                {"compare", path},
		"a.html":                         {"report", path},
		"agree to the bit, 0 differ":     {"verify", path, "-runs", "20"},
		"newcomers at 20  turnover":      {"sensitivity", path, "-n", "8"},
		"study.Study{":                   {"export", path, "-go"},
		"absolute":                       {"sensitivity", path, "-n", "4", "-method", "morris"},
		"of 50 points":                   {"calibrate", path, "-n", "50", "-keep", ".1"},
		"nearest, at a distance of":      {"calibrate", path, "-n", "20", "-method", "cma"},
	} {
		text, err := lab(t, args...)
		if err != nil || !strings.Contains(text, want) {
			t.Errorf("%q prints %q, want %q: %v", args, text, want, err)
		}
	}
}

func TestCommandsAreRefused(t *testing.T) {
	path := written(t, strings.Split(quick, "compare:")[0], true)
	for _, args := range [][]string{{"compare", path}, {"calibrate", path},
		{"sensitivity", path, "-method", "x"}, {"sensitivity", path, "-n", "1"},
		{"sensitivity", path, "-replicates", "0"}, {"verify", path, "-runs", "0"}} {
		if _, err := lab(t, args...); program.Status(err, false) != program.Misused {
			t.Errorf("%q gives %v", args, err)
		}
	}
	other := written(t, strings.Replace(quick, "[20]", "[10, 20]", 1), false)
	for _, command := range []string{"compare", "report", "verify"} {
		if _, err := lab(t, command, other, "-store", storeOf(path, "")); err == nil {
			t.Errorf("%s takes the store of another study", command)
		}
		if _, err := lab(t, command, other); err == nil ||
			!strings.Contains(err.Error(), ".sqlite yet; lab run "+other+" makes it") {
			t.Errorf("%s without a store gives %v", command, err)
		}
	}
}

// verify names a run whose stored bits are not those of the run.
func TestVerifyFinds(t *testing.T) {
	path := written(t, quick, false)
	fill(t, path, func(r study.Result) {
		if r.Cell == 3 && r.Replicate == 2 {
			r.Values[0] += 1e-15
		}
	})
	text, err := lab(t, "verify", path, "-runs", "1000")
	if err == nil || !strings.Contains(text,
		"cell 3 (isolated absorb=0.5 turnover=0.05), replicate 2 differs") ||
		!strings.Contains(text, "63 agree to the bit, 1 differ") {
		t.Errorf("it prints %q: %v", text, err)
	}
}

// A hypothesis that is edited after the first run is found afterwards.
func TestEditedHypothesis(t *testing.T) {
	path := written(t, quick, true)
	edited := strings.Replace(quick, "{score: 20, higher", "{score: 20, by: .001, higher", 1)
	if err := os.WriteFile(path, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		text, err := lab(t, "compare", path)
		if err != nil || !strings.Contains(text, "fast: found afterwards") {
			t.Errorf("it prints %q: %v", text, err)
		}
		fill(t, path, func(study.Result) {}) // the store now knows the edited text too
	}
}

// The report has the same bytes when it is made again.
func TestReportAgain(t *testing.T) {
	path := written(t, quick, true)
	var before []byte
	for range 2 {
		if _, err := lab(t, "report", path); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(path, ".yaml") + ".html")
		if err != nil || before != nil && string(text) != string(before) {
			t.Fatalf("the report has other bytes: %v", err)
		}
		before = text
	}
}

// The numbers of examples/README.md are those of the study that init writes.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("-short does not run the default study")
	}
	path := written(t, string(first), true)
	if _, err := lab(t, "report", path); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(strings.TrimSuffix(path, ".yaml") + ".html")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for said, found := range map[string]string{
		"at 8 of 9 points of the\naxes, by .073 to .347": "at 8 of 9 points communities is " +
			"higher than hierarchy, by .073 to .347;",
		"are higher at none": "at 6 of 9 points the runs do not show whether brokered and " +
			"hierarchy differ",
	} {
		if !strings.Contains(string(readme), said) || !strings.Contains(string(page), found) {
			t.Errorf("the README does not say %q, or the report not %q", said, found)
		}
	}
	if strings.Contains(string(page), "brokered is higher") {
		t.Error("the report says that brokered communities are higher")
	}
}

// A PDF has the same bytes when it is made again, where there is a browser.
func TestPDF(t *testing.T) {
	if testing.Short() {
		t.Skip("-short starts no browser")
	}
	if !hasBrowser() {
		t.Skip("there is no Chromium")
	}
	path := written(t, quick, true)
	var before []byte
	for range 2 {
		pdf := strings.TrimSuffix(path, ".yaml") + ".pdf"
		if _, err := lab(t, "report", path, "-pdf", pdf); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(pdf)
		if err != nil || !strings.HasPrefix(string(text), "%PDF") ||
			before != nil && string(before) != string(text) {
			t.Fatalf("the PDF is of %d bytes and was of %d: %v", len(text), len(before), err)
		}
		before = text
		time.Sleep(1100 * time.Millisecond) // its dates have seconds
	}
}

// Two prints of one page, at other times and with other first tags, are one file.
func TestPlainPDF(t *testing.T) {
	text := func(date, root, link string) []byte {
		return []byte("/CreationDate (D:" + date + "+00'00') /Names [(node" + root +
			") 4 0 R (node" + link + ") 5 0 R] (node12)")
	}
	want := text("20000101000000", "00000001", "00000270")
	for _, made := range [][]byte{
		text("20261128120000", "00000349", "00000618"),
		text("20261128120001", "00000348", "00000617"),
	} {
		if got := plainPDF(made); string(got) != string(want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := plainPDF([]byte("%PDF")); string(got) != "%PDF" {
		t.Errorf("a PDF without tags became %q", got)
	}
}

func hasBrowser() bool {
	for _, name := range browsers {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}
