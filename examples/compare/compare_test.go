package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"orglearn/examples/internal/orgflags"
	"orglearn/examples/program"
	"orglearn/network/data"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// compared runs the program in a folder of its own and returns its tables and the folder.
func compared(t *testing.T, args ...string) (text, folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "out")
	var out bytes.Buffer
	if !slices.Contains(args, "-panel") {
		args = append(args, "-panel", "0")
	}
	if err := runTo(context.Background(), append(args, "-out", folder), &out); err != nil {
		t.Fatal(err)
	}
	return out.String(), folder
}

func read(t *testing.T, path ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What the same seed gives stays the same, to the byte, on every machine. A change of these files
// is a new stream version.
func TestGolden(t *testing.T) {
	text, folder := compared(t, "-replicates", "4", "-ticks", "30", "-people", "40")
	text, _, _ = strings.Cut(text, "\nWritten:")
	for name, got := range map[string]string{
		"summary.csv": read(t, folder, "summary.csv"), "report.txt": text,
	} {
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if want := read(t, golden); got != want {
			t.Errorf("%s is not the golden one:\n%s", name, got)
		}
	}
}

func TestWorkersChangeNothing(t *testing.T) {
	_, one := compared(t, "-replicates", "6", "-ticks", "20", "-panel", "2", "-workers", "1")
	for _, workers := range []string{"2", "7"} {
		_, many := compared(t, "-replicates", "6", "-ticks", "20", "-panel", "2", "-workers",
			workers)
		for _, file := range []string{"curves.csv", "runs.csv", "summary.csv",
			"panel.csv"} {
			if read(t, one, file) != read(t, many, file) {
				t.Errorf("%s differs between 1 and %s workers", file, workers)
			}
		}
	}
}

func TestFiles(t *testing.T) {
	_, folder := compared(t, "-replicates", "3", "-ticks", "25")
	var manifest program.Manifest
	if err := json.Unmarshal([]byte(read(t, folder, "manifest.json")), &manifest); err != nil {
		t.Fatal(err)
	}
	for name, want := range manifest.Files {
		sum := sha256.Sum256([]byte(read(t, folder, name)))
		if got := hex.EncodeToString(sum[:]); got != want {
			t.Errorf("%s has the hash %s, the manifest says %s", name, got, want)
		}
	}
	if len(manifest.Files) != 5 || manifest.Seed != 1991 || manifest.Parameters["ticks"] != 25. {
		t.Errorf("manifest: %+v", manifest)
	}
	rows, err := csv.NewReader(strings.NewReader(read(t, folder, "summary.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := "setup,control,metric,tick,replicates,mean,se,low,high"
	if got := strings.Join(rows[0], ","); got != want {
		t.Errorf("columns %s", got)
	}
	for _, row := range rows[1:] {
		if _, err := strconv.Atoi(row[3]); err != nil ||
			!slices.Contains(append([]string{"matched matrix"}, known...), row[0]) &&
				!strings.HasPrefix(row[0], "seats of ") ||
			!slices.Contains([]string{"", randomized, connected}, row[1]) {
			t.Errorf("row of setup %q, control %q, tick %q", row[0], row[1], row[3])
		}
	}
	left, _ := filepath.Glob(filepath.Join(folder, ".*"))
	if len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// Whatever is asked for, there are words and no NaN, and lines fit a terminal.
func TestEdges(t *testing.T) {
	for name, args := range map[string][]string{
		"one replicate": {"-replicates", "1", "-ticks", "20"},
		"one person":    {"-people", "1", "-size", "1", "-replicates", "2", "-ticks", "20"},
		"one dimension": {
			"-dimensions", "1", "-block", "1", "-seen", "1", "-replicates", "2", "-ticks", "60",
		},
		"no ties":       {"-size", "1", "-people", "6", "-replicates", "2", "-ticks", "5"},
		"no ticks":      {"-ticks", "0", "-replicates", "2"},
		"nobody learns": {"-absorb", "0", "-replicates", "2", "-ticks", "20"},
		"all is learned": {
			"-superior", "1", "-absorb", "1", "-block", "1", "-seen", "0",
			"-attention", "0", "-replicates", "3", "-ticks", "60",
		},
		"hightech":            {"-data", "hightech", "-replicates", "2", "-ticks", "20"},
		"lawfirm":             {"-data", "lawfirm", "-replicates", "2", "-ticks", "20"},
		"manufacturer":        {"-data", "manufacturer", "-replicates", "2", "-ticks", "5"},
		"a large seed":        {"-seed", "18446744073709551615", "-replicates", "2", "-ticks", "5"},
		"more ticks than two": {"-ticks", "2", "-replicates", "2"},
		"other sizes":         {"-size", "4", "-span", "8", "-replicates", "2", "-ticks", "20"},
		"equal units":         {"-units", "4", "-replicates", "2", "-ticks", "20"},
		"two only": {"-organizations", "hierarchy,isolated", "-replicates", "2",
			"-ticks", "20"},
		"a panel": {"-panel", "2", "-replicates", "2", "-ticks", "20"},
		"a panel of hightech": {"-data", "hightech", "-panel", "2", "-replicates", "2",
			"-ticks", "5"},
		"a slide": {"-shape", "slide", "-panels", "-replicates", "2", "-ticks", "20"},
	} {
		t.Run(name, func(t *testing.T) {
			text, folder := compared(t, args...)
			for _, file := range []string{"curves.csv", "runs.csv", "summary.csv",
				"manifest.json"} {
				text += read(t, folder, file)
			}
			for _, bad := range []string{"NaN", "Inf", "%!"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s is printed or written", bad)
				}
			}
			printed, _, _ := strings.Cut(text, "\nWritten:")
			for _, line := range strings.Split(printed, "\n") {
				if len([]rune(line)) > width {
					t.Errorf("a line of %d characters: %s", len([]rune(line)), line)
				}
			}
		})
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	people := file("people.csv", "id,department\na,x\nb,x\nc,y\n")
	ties := file("ties.csv", "from,to\na,b\nb,c\nc,a\n")
	circle := file("circle.csv", "from,to\na,b\nb,c\nc,a\n")
	broken := file("broken.csv", "from,to\na,b\nb\n")
	stranger := file("stranger.csv", "from,to\na,zz\n")
	for _, c := range []struct {
		args   string
		status int
		says   string
	}{
		{"-bogus", program.Misused, "-bogus"},
		{"-absorb 1.3", program.Misused, "-absorb is 1.3, want 0 to 1"},
		{"-superior NaN", program.Misused, "-superior is NaN, want 0 to 1"},
		{"-people 0", program.Misused, "-people is 0"},
		{"-people 2000000000", program.Misused, "-people is 2,000,000,000"},
		{"-ticks -5", program.Misused, "-ticks is -5"},
		{"-replicates 0", program.Misused, "-replicates is 0"},
		{"-workers -1", program.Misused, "-workers is -1"},
		{"-alpha 0", program.Misused, "-alpha is 0, want more than 0 and less than 0.5"},
		{"-margin NaN", program.Misused, "-margin is NaN"},
		{"-margin-relative 2", program.Misused, "-margin-relative is 2"},
		{"-share 0", program.Misused, "-share is 0, want more than 0 to 1"},
		{"-panel -1", program.Misused, "-panel is -1, want 0 to 10,000"},
		{"-units 1", program.Misused, "-units is 1, want 2 to"},
		{"-units 5 -size 4", program.Misused, "-units sets -size and -span"},
		{"-shape round", program.Misused, "want page or slide"},
		{"-organizations x", program.Misused, `"x" is unknown, want some of communities,brokered`},
		{"-organizations matrix,matrix", program.Misused, `"matrix" is there twice`},
		{"-organizations matrix", program.Misused, "want two organizations or more"},
		{"-size 200", program.Misused, "want 1 to 100"},
		{"-size 11", program.Misused, "do not fit 100 people"},
		{"-block 5", program.Misused, "-block is 5, want a divisor of the 64 dimensions"},
		{"-seen 5", program.Misused, "-seen is 5, want whole blocks of 4"},
		{"more", program.Misused, `unexpected argument "more"`},
		{"-weigh", program.Misused, "go with -data or -ties"},
		{"-least 2", program.Misused, "needs -ties"},
		{"-data nowhere", program.Misused, "manufacturer, hightech, lawfirm, research-institute"},
		{"-data hightech -roster " + people, program.Misused, "do not go together"},
		{"-data hightech -people 5", program.Misused,
			"-people does not go with a real organization"},
		{"-roster " + people, program.Misused, "needs -ties"},
		{"-roster " + people + " -ties " + dir + "/none.csv", program.Failed, "none.csv"},
		{"-roster " + people + " -ties " + dir, program.Failed, "directory"},
		{"-roster " + people + " -ties " + broken, program.Failed, "line 3"},
		{
			"-roster " + people + " -ties " + stranger,
			program.Failed,
			`line 2, column 2 (to): no person "zz"`,
		},
		{
			"-roster " + people + " -ties " + ties + " -reports " + circle,
			program.Failed,
			"superiors in a circle",
		},
		{
			"-roster " + people + " -ties " + ties + " -reports " + stranger,
			program.Failed,
			`line 2, column 2 (to): no person "zz"`,
		},
	} {
		out := filepath.Join(t.TempDir(), "out")
		var text bytes.Buffer
		err := runTo(context.Background(), append(strings.Fields(c.args), "-out", out), &text)
		if err == nil {
			t.Errorf("%s: no error", c.args)
			continue
		}
		if got := program.Status(err, false); got != c.status {
			t.Errorf("%s: exit status %d, want %d", c.args, got, c.status)
		}
		if line := program.Line(err); !strings.Contains(line, c.says) ||
			strings.Contains(line, "\n") {
			t.Errorf("%s: says %q, want one line with %q", c.args, line, c.says)
		}
		if files, _ := os.ReadDir(out); len(files) > 0 || text.Len() > 0 {
			t.Errorf("%s: %d files written, %d bytes printed", c.args, len(files), text.Len())
		}
	}
}

func TestUnwritableFolder(t *testing.T) {
	taken := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(taken, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	err := runTo(context.Background(), []string{"-replicates", "1", "-out", taken},
		new(bytes.Buffer))
	if program.Status(err, false) != program.Failed || !strings.Contains(err.Error(), taken) {
		t.Errorf("a file in the folder's place: %v", err)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "out")
	err := runTo(ctx, []string{"-replicates", "5", "-out", out}, new(bytes.Buffer))
	if err == nil || !strings.Contains(err.Error(), "interrupted after 0 of 65 runs") ||
		!errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	if got := program.Status(err, true); got != program.Interrupted {
		t.Errorf("exit status %d, want %d", got, program.Interrupted)
	}
	if files, _ := os.ReadDir(out); len(files) > 0 {
		t.Errorf("%d files written", len(files))
	}
}

// Where the data hold no hierarchy, every output says so.
func TestMadeUpHierarchy(t *testing.T) {
	text, folder := compared(t, "-data", "lawfirm", "-replicates", "2", "-ticks", "5")
	for name, output := range map[string]string{
		"the report": text, "manifest.json": read(t, folder, "manifest.json"),
		"comparison.svg": read(t, folder, "comparison.svg"),
	} {
		if !strings.Contains(strings.ReplaceAll(output, "\n", " "), "made up") {
			t.Errorf("%s does not say that the hierarchy is made up", name)
		}
	}
	text, _ = compared(t, "-data", "hightech", "-replicates", "2", "-ticks", "5")
	if strings.Contains(text, "made up") {
		t.Error("the hierarchy of hightech is its own")
	}
}

// No result is shown of fewer than five people of a real organization.
func TestMergedGroups(t *testing.T) {
	for _, name := range data.Names() {
		roster, err := data.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		active, err := roster.Active()
		if err != nil {
			t.Fatal(err)
		}
		people := 0
		for _, g := range groupsOf(active) {
			people += len(g.People)
			if len(g.People) < orgflags.Smallest {
				t.Errorf("%s: the group %q has %d people", name, g.Name, len(g.People))
			}
		}
		if people != active.People() {
			t.Errorf("%s: groups of %d people, want %d", name, people, active.People())
		}
	}
}

func TestExplain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "out")
	var out bytes.Buffer
	err := runTo(context.Background(), []string{"-data", "hightech", "-explain", "-out", folder},
		&out)
	if err != program.ErrExplained || program.Status(err, false) != program.OK {
		t.Errorf("the error is %v", err)
	}
	for _, want := range []string{"communities randomized\n", "\n  layout: "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, out.String())
		}
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("it made a folder")
	}
}
