package main

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// told runs the program into a folder, and returns the run and its text without the names of the
// files.
func told(t *testing.T, folder, args string) (*attainment, string) {
	t.Helper()
	a, text := newAttainment(), new(strings.Builder)
	a.Stdout = text
	err := a.run(context.Background(), append(strings.Fields(args), "-out", folder))
	if err != nil {
		t.Fatal(err)
	}
	said, _, _ := strings.Cut(text.String(), "\nWritten to ")
	return a, said
}

// small are organizations that differ little, so that each is ahead at times.
const small = "-structure communities,unequal -ticks 21 -turnover .02 -replicates 6 -at-least .02"

// The chance is that of a count over all draws of rivals, ties shared. It has a column where it is
// asked for, which is empty for the rivals' own kind.
func TestRivals(t *testing.T) {
	a, text := told(t, t.TempDir(), small+" -rivals 1,2")
	own, rivals := a.scores(1), a.scores(0)
	want := [3]float64{}
	for _, x := range own {
		for _, y := range rivals {
			want[1] += first2(x, y, math.Inf(-1)) / 36
			for _, z := range rivals {
				want[2] += first2(x, y, z) / 216
			}
		}
	}
	for k := 1; k <= 2; k++ {
		if got := a.ahead(1, k).Mean; math.Abs(got-want[k]) > 1e-9 || got == 0 || got == 1 {
			t.Errorf("ahead of %d: %v, want %v", k, got, want[k])
		}
	}
	programtest.Says(t, text, "9 intervals", "Ahead of 2 rivals",
		"Ahead of 1 rival of the kind of arm 1,")
	all := programtest.Rows(t, run, t.TempDir(), strings.Fields(small+" -rivals 1,2")...)
	n := len(all[0]) - 4
	if got := strings.Join(all[0][n:], ","); got !=
		"ahead_1_mean,ahead_1_se,ahead_2_mean,ahead_2_se" {
		t.Errorf("the last columns are %s", got)
	}
	if got := strings.Join(all[1][n:], ""); got != "" || all[2][n] == "" || all[2][n+3] == "" {
		t.Errorf("the rows end with %v and %v", all[1][n:], all[2][n:])
	}
}

// first2 is the share of the first place that x has beside y and z.
func first2(x, y, z float64) float64 {
	if x < y || x < z {
		return 0
	}
	places := 1.
	for _, v := range []float64{y, z} {
		if v == x {
			places++
		}
	}
	return 1 / places
}

// An organization that is the same, and differs in what is asked of it only, has the share of an
// identical one. One that is always better is always ahead, which has no interval.
func TestIdenticalAndBetterRivals(t *testing.T) {
	a, text := told(t, t.TempDir(), "-at-least .02,.5 -ticks 12 -rivals 1,3 -replicates 4")
	if one, three := a.ahead(1, 1), a.ahead(1, 3); one.Mean != .5 || three.Mean != .25 {
		t.Errorf("ahead of one's like: %v and %v", one, three)
	}
	programtest.Says(t, text, "Not shown: at-least=0.5.")
	folder := t.TempDir()
	_, text = told(t, folder, "-structure isolated,communities,unequal -ticks 60 -rivals 2 "+
		"-replicates 4")
	programtest.Says(t, text, "Always, in all draws from these runs, which give no interval: "+
		"structure=communities; structure=unequal. Never: none.", "1.000 (no variance)")
	manifest, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil || !strings.Contains(string(manifest), `"rivals": "2"`) {
		t.Errorf("the manifest lacks the rivals (%v):\n%s", err, manifest)
	}
}

// The figure draws the chances less the share of an identical one.
func TestRivalPanels(t *testing.T) {
	folder := t.TempDir()
	told(t, folder, small+" -rivals 1,2,3")
	programtest.Writes(t, "attainment", folder, "Ahead of 1 rival of the first kind",
		"Ahead of 3 rivals of the first kind")
}

// What is off changes nothing that is said or written, and months are a paragraph more.
func TestReadingsThatAreOff(t *testing.T) {
	folder := t.TempDir()
	_, without := told(t, folder, small)
	manifest, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil || strings.Contains(string(manifest), "rivals") ||
		strings.Contains(string(manifest), "months") {
		t.Errorf("nothing is on, and the manifest is (%v)\n%s", err, manifest)
	}
	_, with := told(t, t.TempDir(), small+" -months")
	before, rest, found := strings.Cut(with, "Months:")
	_, after, ends := strings.Cut(rest, "no calendar.\n")
	if !found || !ends || before+after != without {
		t.Errorf("with months the text is\n%s\nwithout\n%s", with, without)
	}
	all := programtest.Rows(t, run, t.TempDir(), strings.Fields(small)...)
	if last := all[0][len(all[0])-1]; last != "agenda_mean" {
		t.Errorf("the last column is %s", last)
	}
}

// Where .75 is left after 10 ticks, and after a month in the yards, a tick is a tenth of a month.
// Its interval is turned: who keeps more has the shorter ticks.
func TestInMonths(t *testing.T) {
	liberty := metrics.Depreciations[0]
	e := inMonths(liberty, stats.Estimate{Mean: .75, Low: .5625, High: math.Sqrt(.75), N: 9}, 10)
	for _, c := range []struct{ got, want float64 }{{e.Mean, .1}, {e.Low, .05}, {e.High, .2}} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("a tick is %v of a month, want .1 [.05, .2]", e)
		}
	}
	if e := inMonths(liberty, stats.Estimate{Mean: 1, N: 9}, 10); e.N != 0 {
		t.Errorf("nothing is lost, and a tick is %v", e)
	}
	e = inMonths(liberty, stats.Estimate{Mean: .9, Low: .7, High: 1.1, N: 9}, 10)
	if e.N != 9 || e.HasInterval() {
		t.Errorf("the interval of a share above 1 gives %v", e)
	}
}

// The month of a run is that of its mark, in the row too. What is not lost sets none.
func TestMonths(t *testing.T) {
	a, text := told(t, t.TempDir(), small+" -months")
	kept := a.end(a.arms[0], held)
	want := math.Log(kept.Mean) / (10 * math.Log(.75))
	if got := inMonths(metrics.Depreciations[0], kept, window).Mean; !(kept.Mean < .9) ||
		math.Abs(got-want) > 1e-12 {
		t.Errorf("a tick is %v of a month, want %v, as %v is left", got, want, kept)
	}
	// At a turnover of .02 a month of 10 % leavers has ln(.9)/ln(.98) = 5.2 ticks: .1918 each.
	programtest.Says(t, text, "Turnover alone would leave .817", "shipyards .192",
		"20 ticks later")
	// One arm has no rivals. Who never comes learns nothing that could be lost.
	_, text = told(t, t.TempDir(), "-away 16 -ticks 20 -replicates 2 -months -rivals 1")
	programtest.Says(t, text, "Rivals: there is one organization",
		"no tick can be set against published losses")
}

// What is asked of the runs changes none of them: the program still runs its own arms.
func TestReadingsAreNoParameters(t *testing.T) {
	a := newAttainment()
	err := a.Parse([]string{"-rivals", "1", "-months", "-out", t.TempDir()})
	if err != nil || a.ParametersGiven() || a.Changed() {
		t.Errorf("parameters are given (%v)", err)
	}
}
