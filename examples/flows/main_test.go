package main

import (
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/sim"
	"orglearn/sim/flows"
)

// unlimited is a Progress without a limit of time.
func unlimited(e sim.Event) sim.Event {
	progress := e.(flows.Progress)
	progress.Limit = 0
	return progress
}

func TestRows(t *testing.T) {
	folder := t.TempDir()
	args := []string{
		"-size", "5,20", "-shuffle", "none,phase,7", "-leaders", "elect", "-led", "4", "-people",
		"20", "-dimensions", "16", "-stages", "2", "-ticks", "12", "-replicates", "3",
	}
	all := programtest.Rows(t, run, folder, args...)
	want := "size,loops,shuffle,leaders,led,pace,mastery,stages,people,dimensions,block,ticks," +
		"replicates,payoff_mean,payoff_se,ahead_mean,insularity_mean,complacency_mean,drama_mean," +
		"interventions_mean"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"5,1,none", "5,1,phase", "5,1,7", "20,1,none"} {
		got := strings.Join(all[i+1], ",")
		if !strings.HasPrefix(got, want+",elect,4,clock,0,2,20,16,4,12,3,0.") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if all[1][16] != "0.789473684211" || all[4][16] != "0" { // 1 - 4/19
		t.Errorf("insularity is %s and %s, want 15/19 and 0", all[1][16], all[4][16])
	}
	programtest.Writes(t, "flows", folder, "payoff", "difference of payoff")
}

// Without flags the rows are the one flow and units of five, whatever else the table shows.
func TestDefaultRows(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-replicates", "2")
	for i, want := range []string{"5,1,none,none,0,clock,0,4,100,64,4,200,2,",
		"100,1,none,none,0,clock,0,4,100,64,4,200,2,"} {
		if got := strings.Join(all[i+1], ","); len(all) != 3 || !strings.HasPrefix(got, want) {
			t.Errorf("%d rows, of which row %d is %s, want %s", len(all)-1, i+1, got, want)
		}
	}
}

// Each leadership and pace runs, and moves what it says.
func TestEveryKind(t *testing.T) {
	all := programtest.Rows(t, run, t.TempDir(), "-leaders", "stay,move,rotate,elect", "-led", "8",
		"-pace", "clock,free", "-mastery", "9", "-shuffle", "phase", "-size", "5", "-people", "20",
		"-dimensions", "32", "-ticks", "16", "-block", "1", "-replicates", "4")
	for _, row := range all[1:] {
		if ahead := row[15]; (ahead == "0") != (row[5] == "clock") {
			t.Errorf("%v: ahead is %s", row, ahead)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{Args: "-shuffle often",
			Want: `invalid value "often" for flag -shuffle: entry 1: "often" is unknown, want ` +
				`none, phase or 1 to 1,000,000 (-help lists the flags)`},
		programtest.Refusal{Args: "-led 17", Want: "entry 1: 17 is not 0 to 16"},
		programtest.Refusal{Args: "-size 101",
			Want: "Isolated.Size is 101, want 1 to 100 (the people)"},
		programtest.Refusal{Args: "-block 5", Want: "Blocks.Size is 5, want a divisor of 64"},
		programtest.Refusal{Args: "-stages 17", Want: "Stages.Stages is 17, want at most 16"},
		programtest.Refusal{Args: "-ticks 3", Want: "-ticks is 3, want 4 (-stages times -loops)"},
		programtest.Refusal{Args: "-superior 2", Want: "entry 1: 2 is not 0 to 1"},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"flows size=5 loops=1 shuffle=none leaders=none led=0 pace=clock mastery=0",
	}, "-size", "5")
}

// A leader whom nobody can heed is named.
func TestIdleParametersAreNamed(t *testing.T) {
	for _, c := range []struct {
		led     int
		leaders string
		want    int
	}{{0, "none", 0}, {8, "none", 1}, {8, "stay", 0}} {
		if got := idle([]arm{{flow: flow{led: c.led, leaders: c.leaders}}}); len(got) != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// The program prints what its section of examples/README.md says came out.
func TestAsTold(t *testing.T) { programtest.AsToldInCourse(t, 5, "flows", run) }
