package main

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/network"
	"orglearn/network/networktest"
	"orglearn/sim"
)

// small are flags of a run of a second.
var small = []string{"-structure", "communities,doubled", "-seen", "4,0", "-replicates", "12",
	"-ticks", "60"}

func TestRows(t *testing.T) {
	folder := t.TempDir()
	all := programtest.Rows(t, run, folder, append(small, "-ticks", "60,20")...)
	want := "structure,seen,authority,leader,people,dimensions,block,size,superior,absorb," +
		"outcome,tick,replicates,mean,se,low,high"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	if len(all) != 1+2*2*3*3*2 {
		t.Errorf("%d rows, want one per combination, outcome and tick", len(all))
	}
	means := map[string]float64{}
	for _, row := range all[1:] {
		mean, err := strconv.ParseFloat(row[13], 64)
		if err != nil || mean < 0 || mean > 1 {
			t.Errorf("row %v has the mean %q", row, row[13])
		}
		means[strings.Join(append(row[:3:3], row[10], row[11]), " ")] = mean
	}
	if a, b := means["communities 0 none social 60"], means["doubled 0 none social 60"]; a <= b {
		t.Errorf("communities score %v, and teams of the same contact %v", a, b)
	}
	// A leader who decides looks at nobody's merit.
	if a, b := means["doubled 0 decides social 60"], means["doubled 4 decides social 60"]; a != b {
		t.Errorf("people score %v where merit is seen and %v where it is not", a, b)
	}
	for _, file := range []string{"judges.png", "manifest.json"} {
		if _, err := os.Stat(folder + "/" + file); err != nil {
			t.Error(err)
		}
	}
	programtest.Writes(t, "judges", folder, "communities", "doubled", "screens: top unit")
}

// The text fits a terminal, prints the match, and says what was found.
func TestText(t *testing.T) {
	for _, c := range []struct {
		args string
		want string
	}{
		{"-structure communities,doubled -seen 0,4", "So overlap is shown to help"},
		{"-structure isolated -seen 0", "-structure needs communities and doubled"},
		{"-structure isolated,matrix -seen 0,64 -superior .2,.5", "the first entry of each other"},
		{"-replicates 1 -structure communities,doubled -seen 4,0", "is not known"},
	} {
		j := newJudges()
		var out bytes.Buffer
		j.Stdout = &out
		args := append(strings.Fields("-replicates 6 -ticks 20 -out "+t.TempDir()),
			strings.Fields(c.args)...)
		if err := j.run(t.Context(), args); err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(out.String(), "\nWritten to ")
		for _, line := range strings.Split(text, "\n") {
			if len([]rune(line)) > 80 {
				t.Errorf("a line is longer than 80 columns: %s", line)
			}
		}
		if whole := strings.Join(strings.Fields(text), " "); !strings.Contains(whole, c.want) ||
			!strings.Contains(whole, "Matched in every arm") || strings.Contains(text, "NaN") {
			t.Errorf("%s: it does not print %q:\n%s", c.args, c.want, text)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-structure teams", Want: `entry 1: "teams" is unknown, want ` +
			"communities, brokered, hierarchy, matrix, doubled, isolated"},
		programtest.Refusal{Args: "-authority veto", Want: "want none, screens, decides"},
		programtest.Refusal{Args: "-seen 6", Want: "Blocks.Seen is 6, want 0 to 64 in whole"},
		programtest.Refusal{Args: "-seen 0,128", Want: "Blocks.Seen is 128"},
		programtest.Refusal{Args: "-size 30", Want: "do not fit 100 people"},
		programtest.Refusal{Args: "-superior 2", Want: "2 is not 0 to 1"},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{"communities seen=0 authority=none"}, small...)
}

// Doubled keeps the contract of structures. It has the seats, sizes and norms of communities.
func TestDoubled(t *testing.T) {
	networktest.Structure(t, Doubled{Team: 5}, 10, 100)
	budget := func(s network.Structure) network.Budget {
		u, err := s.Build(100, network.Source(nil))
		if err != nil {
			t.Fatal(err)
		}
		return u.Budget()
	}
	if b := budget(Doubled{Team: 5}); b.Seats != 2 || b.Units != 40 || b.Size != 5 ||
		b.Ties != 400 {
		t.Errorf("the contact is %+v", b)
	}
}

// In every arm each unit has one leader, and the top unit hears all the others.
func TestArmsMatch(t *testing.T) {
	j := newJudges()
	for range j.Combinations(j.structure, j.authority) {
		m, err := sim.New(j.scenario(), 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		u := m.Units(0)
		if led(u) != float64(u.Len()-1) || u.Top() != u.Len()-1 ||
			len(u.Heard(u.Top())) != u.Len()-1 {
			t.Errorf("%s: %v leaders of %d units", j.name(), led(u), u.Len()-1)
		}
	}
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 4, "judges", run) }
