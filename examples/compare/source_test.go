package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/examples/internal/orgflags"
)

// own writes files of an organization and returns its folder.
func own(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Six people who listen to each other.
const sixTies = "from,to,weight\na,b,1\na,c,9\nb,c,3\nb,a,1\nc,a,1\nc,b,50\nd,a,1\nd,b,9\n" +
	"e,b,2\nf,c,1\ne,a,1\nf,a,7\n"

// comparedOwn runs files of one's own and returns the report in one line.
func comparedOwn(t *testing.T, files map[string]string, args ...string) (text, folder string) {
	t.Helper()
	t.Chdir(own(t, files))
	text, folder = compared(t, append(args, "-replicates", "3", "-ticks", "10")...)
	return strings.Join(strings.Fields(text), " "), folder
}

// Ties alone are compared with a made-up hierarchy, and what would make units is said.
func TestTiesAlone(t *testing.T) {
	text, _ := comparedOwn(t, map[string]string{"t.csv": sixTies}, "-ties", "t.csv")
	for _, want := range []string{"hierarchy*", "isolated: no departments, no chart and no teams",
		"-teams FILE"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q: %s", want, text)
		}
	}
}

// Teams that a file names are the units, and a person may be in several.
func TestTeamsFile(t *testing.T) {
	text, _ := comparedOwn(t, map[string]string{"t.csv": sixTies,
		"teams.csv": "id,team\na,x\nb,x\nc,x\nc,y\nd,y\ne,y\nf,z\na,z\n"},
		"-ties", "t.csv", "-teams", "teams.csv")
	if !strings.Contains(text, "3 teams of -teams") || !strings.Contains(text, "isolated 1.33 3") {
		t.Error(text)
	}
}

// Second superiors are the second line of a matrix.
func TestMatrixOfSecondSuperiors(t *testing.T) {
	files := map[string]string{"t.csv": sixTies,
		"r.csv": "from,to\nb,a\nc,a\nd,b\nd,c\ne,b\nf,c\nf,b\n"}
	text, _ := comparedOwn(t, files, "-ties", "t.csv", "-reports", "r.csv", "-matrix")
	// The first line has teams of 3, 3 and 2, the second two of 2: 12 seats of 6 people.
	if !strings.Contains(text, "the chart and its second line") ||
		!strings.Contains(text, "matrix 2.00 5") {
		t.Error(text)
	}
}

// Who is left out is seen in the report, the verdict, the manifest and the figure.
func TestLostIsSeen(t *testing.T) {
	files := map[string]string{"t.csv": sixTies,
		"p.csv": "id,department\na,1\nb,1\nc,1\nd,2\ne,2\nf,2\ng,1\nh,2\n"}
	text, folder := comparedOwn(t, files, "-ties", "t.csv", "-roster", "p.csv")
	const want = "6 of 8 people are simulated; 2 have no tie to the others"
	_, verdict, _ := strings.Cut(text, "What was seen")
	caption := strings.Join(strings.Fields(read(t, folder, "comparison.svg")), " ")
	for name, output := range map[string]string{"the report": text, "the verdict": verdict,
		"the manifest": read(t, folder, "manifest.json")} {
		if !strings.Contains(output, want) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
	if !strings.Contains(caption, "6 of 8") {
		t.Error("the figure does not say it")
	}
	text, _ = comparedOwn(t, files, "-ties", "t.csv", "-roster", "p.csv", "-isolates")
	if strings.Contains(text, want) || !strings.Contains(text, "8 people, 64 dimensions") {
		t.Error("-isolates leaves people out")
	}
}

// Weights count by a flag; else the report says that they do not.
func TestWeigh(t *testing.T) {
	t.Chdir(own(t, map[string]string{"t.csv": sixTies}))
	args := []string{"-ties", "t.csv", "-replicates", "20", "-ticks", "40"}
	plain, _ := compared(t, args...)
	votes, _ := compared(t, append(args, "-weigh")...)
	least, _ := compared(t, append(args, "-least", "2")...)
	for text, want := range map[string]string{plain: "The rules do not use weights",
		votes: "A vote counts by the weight of its tie", least: "Ties weaker than 2"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("does not say %q", want)
		}
	}
	table := func(text string) string { // of scores
		_, rest, _ := strings.Cut(text, "\nScore:")
		scores, _, _ := strings.Cut(rest, "\nhierarchy")
		return scores
	}
	if table(plain) == table(votes) || table(plain) == table(least) {
		t.Error("weights change nothing")
	}
}

// With equal weights the weighed vote is the plain one, with the same chance.
func TestWeighedIsSuperior(t *testing.T) {
	claims := []agents.Knowledge{{{Yes: 0xF0, No: 0x0F}}, {{Yes: 0xFF}}, {{Yes: 0x3C, No: 0xC3}}}
	standings := []int32{3, 1, 2}
	for seed := range uint64(50) {
		norms := [2]agents.Knowledge{{{Yes: 0x11, No: 0x22}}, {{Yes: 0x11, No: 0x22}}}
		for i, rule := range []agents.Objectifier{agents.Superior{Rate: .5},
			practice.Weighed{Rate: .5}} {
			said := agents.NewVoices(claims, standings, nil)
			u := &agents.Unit{Standing: 1, Dimensions: 8, Stream: agents.NewStream(seed)}
			rule.Objectify(u, said, norms[i])
		}
		if norms[0][0] != norms[1][0] {
			t.Fatalf("seed %d: %v, want %v", seed, norms[1][0], norms[0][0])
		}
	}
}

// A look says what was understood of the files, runs nothing and makes no folder.
func TestLook(t *testing.T) {
	t.Chdir(own(t, map[string]string{"t.csv": sixTies,
		"p.csv": "Personalnummer;Abteilung;Alter\na;1;30\nb;1;40\nc;1;50\nd;2;30\ne;2;3\nf;2;4\n"}))
	var out bytes.Buffer
	err := runTo(context.Background(), []string{"-roster", "p.csv", "-ties", "t.csv", "-look",
		"-out", "made"}, &out)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{"a 1 30 b 1 40", `"Abteilung" is department. Not used: "Alter".`,
		"12 kept of 12 rows", "Would be compared: communities", "Nothing was run"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q: %s", want, text)
		}
	}
	if _, err := os.Stat("made"); err == nil {
		t.Error("it made a folder")
	}
}

// -help names no value `to` or `from`, which are words of the flags' descriptions.
func TestHelpNames(t *testing.T) {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	new(orgflags.Flags).Add(flags)
	flags.VisitAll(func(f *flag.Flag) {
		if name, _ := flag.UnquoteUsage(f); name == "to" || name == "from" {
			t.Errorf("-%s %s", f.Name, name)
		}
	})
}

// What contradicts itself is refused.
func TestOwnFlags(t *testing.T) {
	t.Chdir(own(t, map[string]string{"t.csv": sixTies}))
	for args, want := range map[string]string{
		"-sent -undirected":       "exclude each other",
		"-first-superior -matrix": "exclude each other",
		"-least -1":               "-least is -1, want 0 or more",
		"-match luck":             `-match: "luck" is unknown`,
		"-data hightech":          "do not go together",
		"-weigh -look -isolates":  "",
		"-id x":                   "",
	} {
		_, err := parse(append([]string{"-ties", "t.csv"}, strings.Fields(args)...))
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", args, err, want)
		}
	}
}
