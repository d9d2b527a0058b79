package study_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/study"
	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

type parameters struct {
	*study.Study
	network   *study.List[string]
	p         *study.List[float64]
	people    *study.List[int]
	out, errs bytes.Buffer
}

func begin() *parameters {
	s := study.New("test", 10)
	p := &parameters{
		Study:   s,
		network: s.Words("network", "who hears whom", []string{"line", "ring", "complete"}, "line"),
		p:       s.Rates("p", "a rate", .5),
		people:  s.Ints("people", "people", 1, 100, 50),
	}
	s.Stdout, s.Stderr = &p.out, &p.errs
	return p
}

func (p *parameters) parse(t *testing.T, args ...string) {
	t.Helper()
	if err := p.Parse(append(args, "-out", filepath.Join(t.TempDir(), "out"))); err != nil {
		t.Fatal(err)
	}
}

// A wrong flag is an error that names the flag and the entry, and no files are made.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-p .1,,.3",
			`invalid value ".1,,.3" for flag -p: entry 2 is empty (-help lists the flags)`},
		{"-p .1,x",
			`invalid value ".1,x" for flag -p: entry 2: "x" is no number (-help lists the flags)`},
		{"-p 1.5",
			`invalid value "1.5" for flag -p: entry 1: 1.5 is not 0 to 1 (-help lists the flags)`},
		{"-p NaN",
			`invalid value "NaN" for flag -p: entry 1: NaN is not 0 to 1 (-help lists the flags)`},
		{"-p .5,0.5",
			`invalid value ".5,0.5" for flag -p: entry 2: 0.5 is there twice (-help lists the ` +
				`flags)`},
		{"-people 0",
			`invalid value "0" for flag -people: entry 1: 0 is not 1 to 100 (-help lists the ` +
				`flags)`},
		{"-people 5.5",
			`invalid value "5.5" for flag -people: entry 1: "5.5" is no whole number (-help ` +
				`lists the flags)`},
		{"-network line,rng",
			`invalid value "line,rng" for flag -network: entry 2: "rng" is unknown, want line, ` +
				`ring, complete (-help lists the flags)`},
		{"-network=",
			`invalid value "" for flag -network: entry 1 is empty (-help lists the flags)`},
		{"-replicates 0", `-replicates is 0, want 1 to 1000000`},
		{"-workers -1", `-workers is -1, want 0 to 65536`},
		{"-csv=", `-csv is empty`},
		{"-p .1 .2", `unexpected argument ".2" (-help lists the flags)`},
	} {
		err := begin().Parse(strings.Fields(c.args))
		if err == nil || err.Error() != c.want || program.Status(err, false) != program.Misused {
			t.Errorf("%s: the error is\n%v, want\n%s", c.args, err, c.want)
		}
	}
}

func TestCombinations(t *testing.T) {
	p := begin()
	p.parse(t, "-network", "line,ring", "-p", "0,.25")
	var names, labels []string
	for c := range p.Combinations(p.network, p.p, p.people) {
		names, labels = append(names, c.Name()), append(labels, c.Label())
		if want := []string{p.network.Value(), map[float64]string{0: "0", .25: "0.25"}[p.p.Value()],
			"50"}; strings.Join(c.Fields(), " ") != strings.Join(want, " ") {
			t.Errorf("fields %q, want %q", c.Fields(), want)
		}
	}
	if got, want := strings.Join(names, "; "),
		"network=line p=0 people=50; network=line p=0.25 people=50; network=ring p=0 people=50; "+
			"network=ring p=0.25 people=50"; got != want {
		t.Errorf("names\n%s, want\n%s", got, want)
	}
	if got, want := strings.Join(labels, "; "), "network=line p=0; network=line p=0.25; "+
		"network=ring p=0; network=ring p=0.25"; got != want {
		t.Errorf("labels\n%s, want\n%s", got, want)
	}
}

// A number is missed strictly where nothing was changed, and by three standard errors more where
// something was; then the program fails only if -check is given. What is not shown is missed.
func TestAgreement(t *testing.T) {
	near := func(mean, se float64, n int) study.Target {
		return study.Target{Published: .5, Tolerance: .01, Simulated: stats.Estimate{Mean: mean,
			SE: se, Low: mean - 2*se, High: mean + 2*se, N: n}}
	}
	above := func(mean, se float64, n int) study.Target {
		u := near(mean, se, n)
		u.Kind, u.Published = study.Above, 0
		return u
	}
	shown := near(.9, .001, 100)
	shown.Shown = true
	beside := near(.9, .001, 100)
	beside.Kind = study.Beside
	for _, c := range []struct {
		what   string
		args   string
		target study.Target
		fails  bool
	}{
		{"within", "", near(.51, .004, 100), false},
		{"beyond", "", near(.511, .004, 100), true},
		{"beyond, with the replicates of the default", "-replicates 10", near(.511, .004, 100),
			true},
		{"beyond, another seed", "-seed 3", near(.511, .004, 100), true},
		{"far beyond, changed", "-p .1", near(.9, .004, 100), false},
		{"widened", "-p .1 -check", near(.521, .004, 100), false},
		{"beyond what is widened", "-p .1 -check", near(.523, .004, 100), true},
		{"fewer replicates", "-replicates 5 -check", near(.521, .004, 100), false},
		{"one replicate, checked", "-replicates 1 -check", near(.9, 0, 1), true},
		{"one replicate", "-replicates 1", near(.9, 0, 1), false},
		{"above", "", above(.1, .04, 100), false},
		{"not clearly above", "", above(.1, .06, 100), true},
		{"clearly above, changed", "-replicates 5 -check", above(.1, .04, 100), false},
		{"not clearly above, changed", "-replicates 5 -check", above(.1, .06, 100), true},
		{"not clearly above, changed, not checked", "-replicates 5", above(.1, .06, 100), false},
		{"below, changed", "-replicates 5 -check", above(-.1, .06, 100), true},
		{"shown only", "", shown, false},
		{"beside", "", beside, false},
		{"silent", "", study.Target{Kind: study.Silent}, false},
	} {
		p := begin()
		p.parse(t, strings.Fields(c.args)...)
		err := p.Finish(study.Report{Title: "A test", Targets: []study.Target{c.target}})
		if (err != nil) != c.fails {
			t.Errorf("%s: the error is %v", c.what, err)
		}
		if err != nil && (err.Error() != "1 of 1 targets missed" ||
			program.Status(err, false) != program.Failed) {
			t.Errorf("%s: the error is %v, want 1 of 1 targets missed, status 1", c.what, err)
		}
	}
}

// A combination in words: words alone, numbers with what they are of, and those of one entry not.
func TestWords(t *testing.T) {
	s := study.New("test", 10)
	base := s.Words("base", "graph", []string{"isolated", "caveman"}, "caveman", "isolated")
	people := s.Ints("people", "people", 1, 100_000, 20, 10_000)
	beta := s.Rates("beta", "share", .05)
	var all []string
	for c := range s.Combinations(base, people, beta) {
		all = append(all, c.Words())
	}
	for c := range s.Combinations(beta) {
		all = append(all, c.Words())
	}
	want := "caveman, people = 20; caveman, people = 10,000; isolated, people = 20; " +
		"isolated, people = 10,000; beta = 0.05"
	if got := strings.Join(all, "; "); got != want {
		t.Errorf("the words are\n%s, want\n%s", got, want)
	}
}

// However long the words are, and however wide the numbers, the table fits into 80 columns.
func TestTableFits(t *testing.T) {
	p := begin()
	p.parse(t, "-replicates", "5")
	long := study.Target{What: "small-world network less complete network, of people = 10,000",
		Published: -99_999, Tolerance: 1, Shown: true,
		Simulated: stats.Estimate{Mean: 12_345.6, SE: 123.4, N: 5}}
	silent := study.Target{What: strings.Repeat("word ", 20), Kind: study.Silent,
		Simulated: stats.Estimate{Mean: .5, SE: .25, N: 5}}
	p.Finish(study.Report{Title: "A test", Targets: []study.Target{long, silent}})
	table, _, _ := strings.Cut(p.out.String(), "Written to")
	for line := range strings.Lines(table) {
		if n := len([]rune(line)) - 1; n > 80 {
			t.Errorf("a line of %d columns: %s", n, line)
		}
	}
	words := strings.Join(strings.Fields(table), " ")
	for _, want := range []string{"-99,999", "12,346", "123.4", "NO, shown", "people = 10,000"} {
		if !strings.Contains(words, want) {
			t.Errorf("there is no %q in the table\n%s", want, table)
		}
	}
}

// With -csv - standard output has the rows and nothing else.
func TestRowsAlone(t *testing.T) {
	p := begin()
	p.parse(t, "-csv", "-", "-p", "0,1")
	p.Columns("p", "mean", "se")
	for c := range p.Combinations(p.p) {
		p.Row(append(c.Fields(), study.Mean(stats.Estimate{Mean: .5, N: 1}),
			study.SE(stats.Estimate{Mean: .5, N: 1}))...)
	}
	if err := p.Finish(study.Report{Title: "A test"}); err != nil {
		t.Fatal(err)
	}
	if got, want := p.out.String(), "p,mean,se\n0,0.5,\n1,0.5,\n"; got != want {
		t.Errorf("standard output is\n%s, want\n%s", got, want)
	}
	if !strings.HasPrefix(p.errs.String(), "A test\n10 runs of each, seed 1991.\n") {
		t.Errorf("standard error is\n%s", p.errs.String())
	}
}

func TestRowsInAFile(t *testing.T) {
	p := begin()
	path := filepath.Join(t.TempDir(), "new", "rows.csv")
	p.parse(t, "-csv", path)
	p.Columns("p")
	p.Row("0.5")
	if err := p.Finish(study.Report{}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "p\n0.5\n" {
		t.Errorf("%q, %v", got, err)
	}
}

// Scenarios of different lengths are measured together, each at its end. A parameter out of its
// range is a Usage error.
func TestMeasure(t *testing.T) {
	p := begin()
	p.parse(t, "-replicates", "3")
	short, long := models.March1991{Periods: 2}.Scenario(), models.March1991{Periods: 30}.Scenario()
	m, err := p.Measure(context.Background(), []sim.Scenario{short, long}, nil, metrics.NormScore)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := m.Estimate(short.Name, metrics.NormScore, study.End),
		m.Estimate(long.Name, metrics.NormScore, 30); !(a.Mean < b.Mean) || b.N != 3 {
		t.Errorf("after 2 periods %v, after 30 %v", a, b)
	}
	_, err = p.Measure(context.Background(),
		[]sim.Scenario{models.March1991{P1: models.At(2)}.Scenario()}, nil, metrics.NormScore)
	if program.Status(err, false) != program.Misused {
		t.Errorf("p1 = 2: %v, want a mistake of the user", err)
	}
}

// A folder that cannot be made, and rows that cannot be written, are known before anything is run.
func TestFilesThatCannotBe(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		flag, value, want string
	}{
		{"-out", file, "-out is " + file + ": "},
		{"-csv", folder, "-csv is " + folder + ", a folder, want a file or -"},
		{"-csv", filepath.Join(file, "rows.csv"), "-csv is " + filepath.Join(file, "rows.csv")},
	} {
		err := begin().Parse([]string{"-out", filepath.Join(folder, "out"), c.flag, c.value})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) ||
			program.Status(err, false) != program.Misused {
			t.Errorf("%s %s: the error is\n%v, want\n%s", c.flag, c.value, err, c.want)
		}
	}
}
