package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"orglearn/agents/practice"
	"orglearn/examples/internal/programtest"
	"orglearn/metrics"
	"orglearn/sim"
)

func TestRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-away", "8,4", "-own", ".5", "-heard", "0,1",
		"-cost", ".3", "-compel", ".2", "-crowd", "-.5", "-turnover", ".02", "-ticks", "9",
		"-replicates", "3")
	want := "away,own,heard,short_term,cost,compel,crowd,every,enough,learn,visible,origin," +
		"overload,capacity,open,energy,quiet,shown,assigned,withhold,narrow,contact,firm," +
		"first,dose,depth,at,turnover,ticks,replicates,score_mean,score_se," +
		"newcomers_mean,newcomers_se,will_mean,left_mean,leavers_mean,leavers_runs,words_mean," +
		"energy_mean,individualism_mean,impatient_mean,impatient_runs,arm"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"8,0.5,0", "8,0.5,1", "4,0.5,0", "4,0.5,1"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got,
			want+",0,0.3,0.2,-0.5,"+strings.Repeat("0,", 20)+"0.02,9,3,") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if len(all) != 5 {
		t.Errorf("%d rows, want 5 with the header", len(all))
	}
}

// A parameter that is given makes all others one value each, also if it is given as it is anyway.
func TestOthersAreOff(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-own", "0", "-replicates", "2")
	if got := strings.Join(all[len(all)-1], ","); len(all) != 2 ||
		!strings.HasPrefix(got, strings.Repeat("0,", 28)+"100,2,") {
		t.Errorf("%d rows, the last of which is %s", len(all)-1, got)
	}
}

// Without parameters the program runs its own arms, and draws them. The lines fit a terminal.
func TestDefault(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs all arms")
	}
	folder := t.TempDir()
	p, text := newParticipation(), new(strings.Builder)
	p.Stdout = text
	if err := p.run(t.Context(), []string{"-replicates", "3", "-out", folder}); err != nil {
		t.Fatal(err)
	}
	programtest.Writes(t, "participation", folder, "Individualism", "difference of score")
	programtest.Says(t, text.String(), "the 25 intervals of table and verdict",
		"Who leaves first", "Culture, traits", "Culture, effects", "Match: all arms")
}

// One run has no interval, so it shows nothing, and fits a terminal. Also with parameters the
// report has paired differences, a verdict and a match.
func TestCombinationsAreCompared(t *testing.T) {
	for replicates, want := range map[string]string{
		"1": "Not shown: compel=1", "20": "Higher in: compel=1",
	} {
		p, text := newParticipation(), new(strings.Builder)
		p.Stdout = text
		if err := p.run(t.Context(), []string{"-away", "12", "-compel", "0,1", "-ticks", "30",
			"-replicates", replicates, "-out", t.TempDir()}); err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(text.String(), "higher in", "Higher in")
		programtest.Says(t, got, want, "Match: all arms", "first")
	}
}

func score(t *testing.T, s sim.Scenario) float64 {
	t.Helper()
	m, err := sim.New(s, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	return metrics.Score.Of(m)
}

// What is off changes no bit: neither rules that are off, nor traits without slopes. And who always
// must come learns as who always comes.
func TestOffAndCompelled(t *testing.T) {
	o := organization{name: "off", turnover: .02, ticks: 30}
	s := o.scenario()
	s.Channels[0].Participate, s.Self = nil, nil
	want := score(t, s)
	if got := score(t, o.scenario()); got != want {
		t.Errorf("score %v with all off, want %v", got, want)
	}
	o.attend = practice.Attendance{Away: half, Compel: 1}
	if got := score(t, o.scenario()); got != want {
		t.Errorf("score %v where all must come, want %v", got, want)
	}
	if o.attend.Crowd = -.5; score(t, o.scenario()) == want {
		t.Error("saying half as much changes nothing")
	}
}

// A programme and seeding spend the same dose.
func TestDosesAreEqual(t *testing.T) {
	after := func(name string) float64 {
		for _, a := range cultures() {
			if a.name != name {
				continue
			}
			a.ticks, a.culture.Drift.Contact = spentAt, 0
			a.culture.Drift.Firm, a.culture.Drift.First = 0, 0
			m, err := sim.New(a.scenario(), 1, 0)
			if err != nil || m.Run() != nil {
				t.Fatal(err, m.Err())
			}
			return trait.Of(m)
		}
		t.Fatalf("there is no arm %s", name)
		return 0
	}
	without := after(noChange)
	for _, name := range []string{programme, seeded, scattered} {
		if got, want := after(name), without-dose/100.; got-want > 1e-9 || want-got > 1e-9 {
			t.Errorf("%s: mean individualism %v, want %v", name, got, want)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-away 17", Want: "entry 1: 17 is not 0 to 16"},
		programtest.Refusal{Args: "-own 2", Want: "entry 1: 2 is not -1 to 1"},
		programtest.Refusal{Args: "-heard x", Want: `entry 1: "x" is no number`},
		programtest.Refusal{Args: "-cost -1", Want: "entry 1: -1 is not 0 to"},
		programtest.Refusal{Args: "-compel 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-crowd -2", Want: "entry 1: -2 is not -1 to 1"},
		programtest.Refusal{Args: "-turnover 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-ticks 0", Want: "entry 1: 0 is not 1 to"},
		programtest.Refusal{Args: "-every -1", Want: "entry 1: -1 is not 0 to"},
		programtest.Refusal{Args: "-learn 2", Want: "entry 1: 2 is not -1 to 1"},
		programtest.Refusal{Args: "-quiet 2", Want: "entry 1: 2 is not 0 to 1"},
		programtest.Refusal{Args: "-withhold -2", Want: "entry 1: -2 is not -1 to 1"},
		programtest.Refusal{Args: "-short-term -2", Want: `invalid value "-2" for flag ` +
			"-short-term: entry 1: -2 is not -1 to 1"},
		programtest.Refusal{Args: "-overload 16", Want: "entry 1: 16 is not 0 to 15"},
		programtest.Refusal{Args: "-capacity -1", Want: "entry 1: -1 is not 0 to"},
		programtest.Refusal{Args: "-open 65", Want: "entry 1: 65 is not 0 to 64"},
		programtest.Refusal{Args: "-open 6", Want: "Attend.Open is 6, want a multiple of 4"},
		programtest.Refusal{Args: "-depth 16", Want: "entry 1: 16 is not 0 to 15"},
	)
}

// The number of workers changes no file.
func TestWorkers(t *testing.T) {
	var want []byte
	for _, workers := range []string{"1", "2", "7"} {
		file := filepath.Join(t.TempDir(), "rows.csv")
		p := newParticipation()
		p.Stdout = io.Discard
		if err := p.run(t.Context(), []string{"-away", "8", "-own", "1", "-heard", "0,1", "-every",
			"3", "-learn", "1", "-energy", "1", "-withhold", "1", "-contact", ".3", "-dose", "90",
			"-turnover", ".02", "-ticks", "12", "-replicates", "5", "-workers", workers, "-csv",
			file, "-out", t.TempDir()}); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(file)
		if err != nil || len(got) == 0 {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s workers: %s, want %s", workers, got, want)
		}
	}
}

// Each flag reaches the organization that is run: its column holds what was given.
func TestFlagsAreColumns(t *testing.T) {
	var args, want []string
	for _, x := range newParticipation().parameters {
		value := "1"
		switch x.name {
		case "firm", "first": // with contact they sum to 1
			value = "0"
		case "open": // whole blocks
			value = "8"
		}
		args, want = append(args, "-"+x.name, value), append(want, value)
	}
	all := programtest.Rows(t, run, t.TempDir(), append(args, "-replicates", "2")...)
	if got := all[len(all)-1][:len(want)]; !slices.Equal(got, want) {
		t.Errorf("the row is %v, want %v", got, want)
	}
}

func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 10, "participation", run) }

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{"participation away=0", "participation away=8"},
		"-away", "0,8")
}
