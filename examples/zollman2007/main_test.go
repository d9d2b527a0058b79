package main

import (
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

func TestRows(t *testing.T) {
	folder := t.TempDir()
	args := []string{"-network", "complete,wheel,cycle", "-people", "10,4", "-replicates", "40"}
	all := programtest.Rows(t, run, folder, args...)
	want := "network,people,replicates,success_mean,success_se"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{
		"complete,10,40,", "complete,4,40,", "wheel,10,40,", "wheel,4,40,", "cycle,10,40,",
		"cycle,4,40,",
	} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want) {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	if a, b := strings.Join(all[2][2:], ","), strings.Join(all[4][2:], ","); a != b {
		t.Errorf("a wheel of 4 is complete, but succeeds with %s and not %s", b, a)
	}
	programtest.Published(t, "zollman2007", folder)
	programtest.Writes(t, "zollman2007", folder, "4", "10", "complete")
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{
			Args: "-people 2",
			Want: `invalid value "2" for flag -people: entry 1: 2 is not 3 to 1000 (-help lists ` +
				`the flags)`,
		},
		programtest.Refusal{
			Args: "-network star", Want: `entry 1: "star" is unknown, want complete, wheel, cycle`,
		},
		programtest.Refusal{Args: "-network cycle,", Want: "entry 2 is empty"},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"zollman2007 network=wheel people=4 pulls=1000 better=0.501",
	})
}
