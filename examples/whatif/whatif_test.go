package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"orglearn/examples/program"
	"orglearn/metrics/stats"
)

// The people of the made-up firm: departments and how many are in each.
var staff = []struct {
	name string
	n    int
}{{"Sales", 9}, {"Service, field", 7}, {"Lab", 8}, {"Law", 3}, {"Chief", 1}}

// firmFiles writes the files of a made-up firm into a folder of the test and goes there. In each
// department people listen to the next two. The first of each department listens to those of the
// others. In ties2.csv people listen to the next but two as well.
func firmFiles(t *testing.T) {
	t.Helper()
	var people, ties, more strings.Builder
	fmt.Fprintln(&people, "id,department")
	fmt.Fprintln(&ties, "from,to")
	for _, d := range staff {
		for i := range d.n {
			id := func(k int) string {
				return fmt.Sprintf("%s%02d", strings.ToLower(d.name[:3]), k%d.n)
			}
			fmt.Fprintf(&people, "%s,%q\n", id(i), d.name)
			for step := 1; step <= 2 && step < d.n; step++ {
				fmt.Fprintf(&ties, "%s,%s\n", id(i), id(i+step))
			}
			if d.n > 3 {
				fmt.Fprintf(&more, "%s,%s\n", id(i), id(i+3))
			}
		}
		for _, other := range staff {
			if other.name != d.name {
				fmt.Fprintf(&ties, "%s00,%s00\n", strings.ToLower(d.name[:3]),
					strings.ToLower(other.name[:3]))
			}
		}
	}
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"people.csv": people.String(),
		"ties.csv": ties.String(), "ties2.csv": ties.String() + more.String(),
		"key.txt": "correct-horse-battery-staple\n"} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var ownFiles = []string{"-roster", "people.csv", "-ties", "ties.csv"}

// ids matches the ids of the made-up firm.
var ids = regexp.MustCompile(`\b(sal|ser|lab|law|chi)\d\d\b`)

// asked runs a question about the made-up firm, and returns the text and the rows of the -csv file.
// The text fits a terminal, and the figure and the manifest are there.
func asked(t *testing.T, args ...string) (text string, rows [][]string) {
	t.Helper()
	var b bytes.Buffer
	args = append(slices.Clone(ownFiles), args...)
	args = append(args, "-out", "out", "-csv", "rows.csv")
	if err := runTo(context.Background(), args, &b); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if len([]rune(line)) > 80 {
			t.Errorf("%v: a line is longer than 80 columns: %s", args, line)
		}
	}
	for _, name := range []string{"whatif.png", "whatif.svg", "manifest.json"} {
		if info, err := os.Stat(filepath.Join("out", name)); err != nil || info.Size() < 100 {
			t.Errorf("%v: %s: %v", args, name, err)
		}
	}
	file, err := os.Open("rows.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if rows, err = csv.NewReader(file).ReadAll(); err != nil {
		t.Fatal(err)
	}
	return b.String(), rows
}

// few is a small run.
var few = []string{"-replicates", "6", "-ticks", "40"}

// questions are all questions, about the made-up firm.
var questions = [][]string{
	{"-merge", "Sales,Service, field", "-split", "Lab", "-rotate", "-tie", "sal01:lab01",
		"-remove", "lab03", "-join", "sal02:Lab", "-community", "sal00,lab00,ser00,law00,sal03"},
	{"-dates", "ties2.csv@10"},
	{"-seats", "2"},
	{"-flip", "communities,isolated"},
	{"-lineage", "Lab:7", "-turnover", ".01"},
	{"-story", "-turnover", ".01"},
}

// Every question is answered with a table, a figure, a manifest and rows. Each says what it may be
// taken to show, none has NaN, and none shows the id of a person: not the text, not the rows, not
// the figure.
func TestEveryQuestion(t *testing.T) {
	for _, q := range questions {
		firmFiles(t)
		text, rows := asked(t, append(slices.Clone(few), q...)...)
		svg, err := os.ReadFile("out/whatif.svg")
		if err != nil {
			t.Fatal(err)
		}
		joined := strings.Join(strings.Fields(text), " ")
		if !strings.Contains(joined, mayShow) {
			t.Errorf("%v does not say what it may not be taken to show", q)
		}
		if len(rows) < 3 {
			t.Errorf("%v: %d rows", q, len(rows))
		}
		for _, shown := range []string{text, fmt.Sprint(rows), string(svg)} {
			if ids.MatchString(shown) || strings.Contains(shown, "NaN") {
				t.Errorf("%v shows %q, or NaN", q, ids.FindString(shown))
			}
		}
	}
}

// The same command gives the same rows and text with any number of workers.
func TestAnyWorkers(t *testing.T) {
	for _, q := range questions {
		var first string
		for _, workers := range []string{"1", "7"} {
			firmFiles(t)
			text, rows := asked(t, append(append(slices.Clone(few), q...), "-workers", workers)...)
			if first == "" {
				first = text + fmt.Sprint(rows)
			}
			if text+fmt.Sprint(rows) != first {
				t.Errorf("%v differs with %s workers", q, workers)
			}
		}
	}
}

// What was asked and read stands in the manifest, so that it can be repeated.
func TestManifest(t *testing.T) {
	firmFiles(t)
	asked(t, append(slices.Clone(few), "-remove", "lab03", "-remove", "sal01,sal02")...)
	text, err := os.ReadFile("out/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	manifest := strings.Join(strings.Fields(string(text)), " ")
	for _, want := range []string{`"remove": [ "lab03", "sal01,sal02" ]`, `"at": 10`,
		`"ties.csv": "`, `"people.csv": "`, `"handover": 0.5`, `"roster": "people.csv"`} {
		if !strings.Contains(manifest, want) {
			t.Errorf("the manifest lacks %s: %s", want, manifest)
		}
	}
}

// A wrong question is one line that says what is wrong, with status 2. Nothing is written.
func TestWrongInput(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-merge|Sales,Labb", `there is no department "Labb": did you mean "Lab"?`},
		{"-merge|Sales,Sales", "Sales cannot be merged with itself"},
		{"-merge|Sales", "want two departments with a comma between them"},
		{"-split|Nobody knows", `there is no department "Nobody knows"`},
		{"-split|Chief", "Chief has one person, and cannot be divided"},
		{"-remove|lab3", `there is nobody with the id "lab3": did you mean "lab03"?`},
		{"-remove|", `there is nobody with the id ""`},
		{"-remove|lab03|-at|0", "-remove wants -at 1 or later"},
		{"-remove|lab03|-ticks|2", "-remove wants -at 1 or later"},
		{"-rotate=perhaps", `invalid boolean value "perhaps"`},
		{"-rotate|-handover|.3", "-handover goes with -remove"},
		{"-story|-at|3", "-at goes with a change or with -seats"},
		{"-flip|communities,isolated|-at|3", "-at goes with a change or with -seats"},
		{"-lineage|Lab:3|-at|3", "-at goes with a change or with -seats"},
		{"-remove|lab03,lab03", `"lab03" is there twice`},
		{"-join|lab03:Lab", `"lab03" is in Lab already`},
		{"-join|lab03", "want ID:DEPARTMENT"},
		{"-join|lab03:Sale", `did you mean "Sales"?`},
		{"-community|lab03", "a community has two people or more"},
		{"-tie|lab03:lab03", `"lab03" cannot be tied to himself`},
		{"-tie|lab03:lab04", `"lab03" listens to "lab04" already`},
		{"-tie|lab03", "want ID:ID"},
		{"-rotate|-at|40", "-at is 40, want 0 to 39"},
		{"-rotate|-at|-1", "-at is -1, want 0 to 39"},
		{"-rotate|-seats|3", "a change and -seats are two questions"},
		{"-seats|0", "-seats is 0, want 1 to 100"},
		{"-rotate|-turnover|2", "-turnover is 2, want 0 to 1"},
		{"-remove|lab03|-handover|0", "-handover is 0, want above 0 to 1"},
		{"-flip|communities", "want two of communities, hierarchy, matrix, isolated"},
		{"-flip|communities,isolatd", `did you mean "isolated"?`},
		{"-flip|isolated,isolated", "isolated cannot be compared with itself"},
		{"-flip|matrix,isolated", "no second line"},
		{"-lineage|Lab", "want DEPARTMENT:DIMENSION"},
		{"-lineage|Lab:65", `the dimension is "65", want 1 to 64`},
		{"-lineage|Law:3", "Law has 3 people, and results are shown of 5 people or more"},
		{"-dates|ties2.csv", "want FILE@TICK"},
		{"-dates|ties2.csv@x", `the tick of ties2.csv is "x", want 0 to 39, in time order`},
		{"-dates|ties2.csv@9,ties.csv@9", "want 10 to 39, in time order"},
		{"-dates|none.csv@9", "none.csv: no such file"},
		{"-dates|ties2.csv@9|-at|3", "-at does not go with -dates"},
		{"-teams|people.csv|-rotate", "-teams is not read here"},
		{"-rotate|-seen|3", "-seen is 3, want whole blocks of 4"},
		{"-rotate|-weigh", "-weigh needs a column of weights"},
		{"-ticks|1|-story", "-ticks is 1, want 2 or more"},
		{"-remove|lab03|-pseudonyms|key.txt", `there is nobody with the pseudonym "lab03"`},
	} {
		firmFiles(t)
		args := append(slices.Clone(ownFiles), "-out", "out", "-ticks", "40")
		err := runTo(context.Background(), append(args, strings.Split(c.args, "|")...),
			new(bytes.Buffer))
		if err == nil || !strings.Contains(err.Error(), c.want) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", c.args, err, c.want)
			continue
		}
		if strings.Contains(c.want, "weights") || strings.Contains(c.want, "no such file") {
			continue // of the files, not of the flags
		}
		if got := program.Status(err, false); got != program.Misused {
			t.Errorf("%s: status %d, want 2", c.args, got)
		}
		if _, err := os.Stat("out"); err == nil {
			t.Errorf("%s: a folder was made", c.args)
		}
	}
}

// A change of departments where there are none says what would make them.
func TestNoDepartments(t *testing.T) {
	for _, args := range [][]string{{"-merge", "a,b"}, {"-rotate"}, {"-seats", "1"},
		{"-lineage", "a:1"}, {"-community", "lab00,lab01"}, {"-split", "a"}} {
		firmFiles(t)
		err := runTo(context.Background(), append([]string{"-ties", "ties.csv"}, args...),
			new(bytes.Buffer))
		if err == nil || !strings.Contains(err.Error(), "a column department in -roster") {
			t.Errorf("%v: %v", args, err)
		}
	}
}

// Without a question the program says what was read and what can be asked. It writes nothing.
func TestLook(t *testing.T) {
	for _, args := range [][]string{nil, {"-look", "-rotate"}} {
		firmFiles(t)
		var b bytes.Buffer
		err := runTo(context.Background(), append(append(slices.Clone(ownFiles), "-out", "out"),
			args...), &b)
		if program.Status(err, false) != program.OK {
			t.Fatal(err)
		}
		for _, want := range []string{`"Sales"`, `"Service, field"`, "-merge", "Nothing was run"} {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%v: lacks %s:\n%s", args, want, b.String())
			}
		}
		if _, err := os.Stat("out"); err == nil {
			t.Errorf("%v: a folder was made", args)
		}
	}
}

// -rotate=false asks nothing.
func TestRotateOff(t *testing.T) {
	firmFiles(t)
	if p := checked(t, "-rotate=false", "-story"); len(p.changes) > 0 {
		t.Errorf("%v", p.changes)
	}
}

// Nothing is meant by an empty word, although a short name differs from it by one letter.
func TestMeant(t *testing.T) {
	for word, want := range map[string]string{"": "", "Labb": `: did you mean "Lab"?`, "Xyz": ""} {
		if got := meant(word, []string{"Lab", "7"}); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

// -explain says how the organization and each change would run.
func TestExplain(t *testing.T) {
	firmFiles(t)
	var b bytes.Buffer
	err := runTo(context.Background(), append(slices.Clone(ownFiles), "-rotate", "-explain"), &b)
	if err != program.ErrExplained || !strings.Contains(b.String(), "all change departments\n") {
		t.Errorf("%v: %s", err, b.String())
	}
}

// After the change of dates the ties are those of the other file: people listen to more.
func TestDatesChangeTies(t *testing.T) {
	firmFiles(t)
	p := newAsking()
	if err := p.Flags.Parse(append(slices.Clone(ownFiles), "-dates", "ties2.csv@10")); err != nil {
		t.Fatal(err)
	}
	if err := p.check(); err != nil {
		t.Fatal(err)
	}
	g, _, err := p.tiesOf("ties2.csv")
	if err != nil {
		t.Fatal(err)
	}
	was := p.firm.Graph()
	if g.EdgeCount() != was.EdgeCount()+9+7+8 {
		t.Errorf("%d ties, want 24 more than %d", g.EdgeCount(), was.EdgeCount())
	}
	for e := range was.Edges() {
		if !g.Has(int(e.From), int(e.To)) {
			t.Errorf("the tie %d to %d is lost", e.From, e.To)
		}
	}
}

// One run has differences with their signs, as several have, and no interval.
func TestOneRun(t *testing.T) {
	firmFiles(t)
	text, _ := asked(t, "-rotate", "-replicates", "1", "-ticks", "40")
	if !regexp.MustCompile(`all change departments +[-+]0\.\d{4} +[-+]0\.\d{4}\n`).MatchString(
		text) || !strings.Contains(text, "Verdict: 1 run does not show") {
		t.Error(text)
	}
}

// If it is not shown who is ahead as things are, the answer says so; one run shows nothing.
func TestDoubt(t *testing.T) {
	for _, c := range []struct {
		now  stats.Estimate
		want bool
	}{
		{stats.Estimate{N: 9, Mean: .1, SE: .1, Low: -.1, High: .3}, true},
		{stats.Estimate{N: 1, Mean: .1, Note: "one replicate"}, true},
		{stats.Estimate{N: 9, Mean: .1, SE: .01, Low: .08, High: .12}, false},
		{stats.Estimate{N: 9, Mean: -.1, SE: .01, Low: -.12, High: -.08}, false},
	} {
		if got := doubt(c.now); (got != "") != c.want {
			t.Errorf("%+v: %q", c.now, got)
		}
	}
	firmFiles(t)
	text, _ := asked(t, "-flip", "communities,isolated", "-replicates", "1", "-ticks", "10")
	if !strings.Contains(strings.Join(strings.Fields(text), " "), "That they are ahead is not") {
		t.Errorf("one run shows who is ahead: %s", text)
	}
}

// Where nearly all is earned anyway, the answer says so.
func TestCeiling(t *testing.T) {
	if ceiling(.97) != nil || len(ceiling(.99)) != 1 {
		t.Error("want a note from .98 on")
	}
}
