package file_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"orglearn/metrics/study"
	"orglearn/metrics/study/file"
	"orglearn/metrics/study/kinds"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// leaving is the study of the issue, with fewer values.
const leaving = `study: Who learns faster when people leave?
seed: 1991
replicates: 50
organizations: {communities: {}, brokered: {}, hierarchy: {span: 4}, isolated: {size: 5}}
randomized: true
axes:
  absorb: [.02, .1, 5e-1]
  turnover: [0, .002]
  attention: [1, 2]
record: {score: [20, 50, 200], consensus: [200]}
compare: [{score: 200, between: [communities, hierarchy], margin: .02}]
`

func parse(text string) (study.Study, error) {
	return file.Parse("study.yaml", []byte(text), kinds.All())
}

func TestParse(t *testing.T) {
	s, err := parse(leaving)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Cells) != 2*4*3*2*2 || len(p.Columns) != 4 || p.Seed != 1991 || p.Replicates != 50 {
		t.Errorf("%d cells, %d columns, seed %d, %d replicates", len(p.Cells), len(p.Columns),
			p.Seed, p.Replicates)
	}
	c := p.Cells[11]
	if c.Name() != "communities absorb=0.5 turnover=0.002 attention=2" ||
		c.Scenario.Attention != 2 || c.Scenario.Ticks != 200 || len(c.Scenario.Events) != 1 {
		t.Errorf("cell 11 is %q: %+v", c.Name(), c.Scenario)
	}
	want := study.Compare{Metric: "score", Tick: 200,
		Between: [2]string{"communities", "hierarchy"}, Margin: .02}
	if len(s.Compare) != 1 || s.Compare[0] != want {
		t.Errorf("the comparison is %+v", s.Compare)
	}
}

// An organization can be a control, and is that of the library.
func TestControl(t *testing.T) {
	text := "organizations: {brokered: {}, joined: {kind: brokered, control: connected},\n" +
		"  apart: {kind: brokered, control: randomized}}\nrecord: {score: 20}\n"
	s, err := parse(text)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	of := p.Cells[0].Scenario
	for i, want := range []sim.Scenario{of, setups.Connected(of), setups.Randomized(of)} {
		if got := p.Cells[i].Scenario; got.Name != want.Name ||
			!reflect.DeepEqual(got.Channels[0].Structure, want.Channels[0].Structure) {
			t.Errorf("cell %d is %q: %+v", i, got.Name, got.Channels[0].Structure)
		}
	}
	for old, with := range map[string][2]string{
		`did you mean "connected"?`: {"control: connected", "control: conected"},
		"isolated has no \"control\"": {"joined: {kind: brokered, control: connected}",
			"isolated: {control: 5}"},
		"none of its own": {"record", "randomized: true\nrecord"},
	} {
		if _, err := parse(strings.Replace(text, with[0], with[1], 1)); err == nil ||
			!strings.Contains(err.Error(), old) {
			t.Errorf("%s: the error is %v", old, err)
		}
	}
}

// A study has the same meaning, and its plan the same hash, in other words.
func TestSameMeaning(t *testing.T) {
	want := hash(t, leaving)
	for name, text := range map[string]string{
		"a byte order mark": "\ufeff" + leaving,
		"line ends":         strings.ReplaceAll(leaving, "\n", "\r\n"),
		"a comment":         "# what we ask\n" + leaving,
		"5e-1 is .5":        strings.ReplaceAll(leaving, "5e-1", ".5"),
		"replicates":        strings.ReplaceAll(leaving, "replicates: 50", "replicates: 60"),
		"blocks": replace("{score: [20, 50, 200], consensus: [200]}",
			"\n  score:\n  - 20\n  - 50\n  - 200\n  consensus: 200"),
	} {
		if hash(t, text) != want {
			t.Errorf("%s changes the hash", name)
		}
	}
	if hash(t, strings.ReplaceAll(leaving, "span: 4", "span: 5")) == want {
		t.Error("another span leaves the hash as it is")
	}
}

func hash(t *testing.T, text string) string {
	t.Helper()
	return hashAt(t, "study.yaml", text)
}

func hashAt(t *testing.T, path, text string) string {
	t.Helper()
	s, err := file.Parse(path, []byte(text), kinds.All())
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return p.Hash()
}

// eight is a file with eight faults, by the text that each has and its place.
const eight = `study: Eight faults
seed: -1
replicates: ten
organisations: {}
organizations: {comunities: {}, hierarchy: {span: 0}}
axes: {absorb: [.1, 1.5], attention: [1, 1]}
record: {skore: [200], consensus: [end]}
`

func TestEightFaults(t *testing.T) {
	_, err := parse(eight)
	var faults file.Faults
	if !errors.As(err, &faults) {
		t.Fatal(err)
	}
	want := []struct {
		line, column int
		says         string
	}{
		{2, 7, "seed is -1, want a whole number, 0 to"},
		{3, 13, `replicates is "ten", want a number`},
		{4, 1, `unknown key "organisations" (did you mean "organizations"?)`},
		{5, 17, `no "comunities" (lab kinds lists all) (did you mean "communities"?)`},
		{5, 51, "span is 0, want a whole number, 1 to"},
		{6, 21, "absorb is 1.5, want 0 to 1"},
		{6, 42, "attention has the value 1 twice"},
		{7, 10, `no metric is called "skore" (did you mean "score"?)`},
	}
	for i, w := range want {
		if i >= len(faults) {
			break
		}
		f := faults[i]
		if f.Line != w.line || f.Column != w.column || !strings.Contains(f.What, w.says) ||
			f.Excerpt != strings.Split(eight, "\n")[w.line-1] {
			t.Errorf("fault %d is\n%v\nwant %d:%d: %s", i, f, w.line, w.column, w.says)
		}
	}
	if len(faults) != len(want) || faults.Count() != "8 faults" {
		t.Errorf("%s:\n%v", faults.Count(), faults)
	}
}

// Each text has the one fault.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "1:1: the file is empty"},
		{"# nothing\n", "1:1: the file is empty"},
		{"- 1", "1:1: the study is a list"},
		{"\xff", "1:1: the file is no text in UTF-8"},
		{"study: [1\n", "1:8: no YAML"},
		{leaving + "---\nstudy: b\n", "12:1: a second document"},
		{replace("seed: 1991", "seed: &s 1991"), "2:7: anchors and aliases"},
		{replace("seed: 1991", "seed: '1991'"), `2:7: seed is "1991", want a number`},
		{replace("seed: 1991", "seed: 0x10"), "2:7: seed is 0x10"},
		{replace("seed: 1991", "seed: 010"), "2:7: seed is 010"},
		{replace("seed: 1991", "seed: .nan"), "2:7: seed is .nan"},
		{replace("seed: 1991", "seed: !!int 1"), "2:7: tags (!)"},
		{replace("seed: 1991", "seed: 1\nseed: 2"),
			`3:1: the study has the key "seed" twice, first in line 2`},
		{replace("randomized: true", "randomized: yes"),
			`5:13: randomized is "yes", want true or false`},
		{replace("span: 4", "spam: 4"), `did you mean "span"?`},
		{replace("span: 4", "span: 4.5"), "span is 4.5, want a whole number"},
		{replace("{span: 4}", "[4]"), "hierarchy is a list, want a mapping"},
		{replace("{span: 4}", "{kind: hirarchy}"), `did you mean "hierarchy"?`},
		{replace("turnover", "turnovr"),
			`8:3: no organization has a parameter "turnovr" (did you mean "turnover"?)`},
		{replace("turnover", "span"), `communities has no parameter "span", which is an axis`},
		{replace("isolated: {size: 5}", "m: {kind: march}"), `m has no parameter "attention"`},
		{replace("size: 5", "size: 500"), "Isolated.Size is 500, want 1 to 100"},
		{replace("attention: [1, 2]", "attention: []"), "attention is an empty list"},
		{replace("{score: [20, 50, 200], consensus: [200]}", "{}"), "nothing is recorded"},
		{replace("[20, 50, 200]", "[20, 50, 50, 200]"), "score is recorded twice at 50"},
		{replace("{score: 200, b", "{score: 100, b"), "11:19: score is not recorded at 100"},
		{replace("[communities, hierarchy]", "[communities, herch]"),
			`there is no organization "herch"`},
		{replace("[communities, hierarchy]", "[isolated, isolated]"),
			`between has "isolated" twice`},
		{replace("margin: .02", "margin: -1"), "margin is -1, want 0 or more"},
		{replace("margin: .02", "mergin: 1"), `did you mean "margin"?`},
		{leaving + "until: {score: 200, between: [communities, hierarchy], half-width: 0}\n",
			"half-width is 0, want a number above 0"},
		{leaving +
			"until: {score: 200, between: [communities, hierarchy], half-width: 1, most: 100}\n",
			"most is 100, want one of"},
		{leaving + "hypotheses: {a: {score: 200, higher: isolated, lower: hierarchy}}\n",
			`there is no cell "isolated"`},
		{leaving + "mechanisms: {holdd: {}}\n", `mechanisms has no "holdd"`},
		{leaving + "rules: {objectify: {majority: {rate: 2}}}\n", "rate is 2, want 0 to 1"},
		{leaving + "rules: {objectif: {}}\n", `did you mean "objectify"?`},
		{leaving + "reality: {additive: {}, nk: {}}\n", "reality has several kinds"},
		{leaving + "events: {turnover: {}}\n", "events is a mapping, want a list"},
	} {
		_, err := parse(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\ngives\n%v\nwant %s", c.text, err, c.want)
		}
	}
}

// replace returns the study with a part of its text replaced.
func replace(old, with string) string { return strings.Replace(leaving, old, with, 1) }

// everything uses each key of a file, but the roster.
const everything = `study: Everything
replicates: 2
organizations:
  communities:
  wide: {kind: hierarchy, span: 8}
conditions: {people: 40, dimensions: 32, block: 4, seen: 8}
mechanisms: {apprenticeship: {wait: 5, master: best}, granted: {hold: .5}}
reality: {blocks: {size: 4, seen: 8}}
rules: {experience: {flip: {idle: true}}, externalize: {say: {rate: .9}}}
events: [{turnover: {rate: .01}}, {reshuffle: {every: 5, leaders: stay}}]
axes: {apprenticeship.slope: [-1, 1], granted: [0, 1], say: [.5, 1]}
record: {score: [5, 10], full-members: 10}
until: {score: 10, between: [communities, wide], half-width: .1}
hypotheses:
  slow: {score: 10, by: .05, higher: wide apprenticeship.slope=-1 granted=0 say=.5,
    lower: wide apprenticeship.slope=1.0 granted=0 say=0.5}
targets: {score: {10: .2}}
`

// A file can name everything that the library has, and what it makes runs.
func TestWhole(t *testing.T) {
	s, err := parse(everything)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Plan()
	if err != nil {
		t.Fatal(err)
	}
	results := 0
	err = p.Run(context.Background(), p.Tasks(), 0, func(_ study.Task, all []study.Result) error {
		for _, r := range all {
			results++
			if r.Failed != "" {
				t.Error(r.Failed)
			}
		}
		return nil
	})
	if err != nil || results != 2*8*2 {
		t.Errorf("%d results: %v", results, err)
	}
	if h := s.Hypotheses[0]; h.Higher != "wide apprenticeship.slope=-1 granted=0 say=0.5" {
		t.Errorf("the hypothesis is %+v", h)
	}
	if s.Targets[0] != (study.Target{Metric: "score", Tick: 10, Value: .2}) {
		t.Errorf("the target is %+v", s.Targets)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(leaving))
	f.Add([]byte(eight))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := file.Parse("f", text, kinds.All())
		var faults file.Faults
		if err != nil && !errors.As(err, &faults) {
			t.Errorf("the error is %v, want faults", err)
		}
		if err == nil && (len(s.Organizations) == 0 || len(s.Record) == 0) {
			t.Error("a study of nothing has no fault")
		}
	})
}
