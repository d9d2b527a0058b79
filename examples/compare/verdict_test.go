package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/network"
)

// made is a result of a table with the values of a metric at tick 20: of communities, the hierarchy
// and isolated units, each beside its randomization, replicate by replicate. Everybody but the
// isolated has two seats.
func made(t *testing.T, values [3][]float64, controls [3][]float64) *result {
	t.Helper()
	var file strings.Builder
	fmt.Fprintln(&file, "scenario,replicate,tick,stopped,score")
	for i, setup := range names {
		for s, xs := range [][]float64{values[i], controls[i]} {
			name := []string{setup, randomized(setup)}[s]
			for r, x := range xs {
				fmt.Fprintf(&file, "%s,%d,20,20,%s\n", name, r, metrics.Number(x))
			}
		}
	}
	return resultOf(t, file.String(), metrics.Score)
}

func resultOf(t *testing.T, file string, ms ...metrics.Metric) *result {
	t.Helper()
	table, err := metrics.ReadCSV(strings.NewReader(file), ms...)
	if err != nil {
		t.Fatal(err)
	}
	units, err := network.Organization{}.Build(3, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &result{options: &options{}, organizations: &organizations{}, table: table,
		horizons: []int{20}, networks: map[string]*network.Units{},
		contacts: map[string]network.Budget{}}
	for _, setup := range names {
		r.networks[setup], r.contacts[setup] = units, network.Budget{Seats: 2}
	}
	r.contacts["isolated"] = network.Budget{Seats: 1}
	return r
}

// swinging are ten values about a mean, as far below it as above, plus what is added to all.
func swinging(mean, by float64) []float64 {
	xs := make([]float64, 10)
	for i := range xs {
		if xs[i] = mean - by; i%2 == 0 {
			xs[i] = mean + by
		}
	}
	return xs
}

// flat are ten values that are the same.
func flat(v float64) []float64 { return swinging(v, 0) }

// A difference counts as shown from p < .05 on, and not from any other.
func TestShown(t *testing.T) {
	for p, want := range map[float64]bool{0: true, .0499: true, .05: false, .0501: false,
		.07: false, .0999: false, .5: false} {
		if got := shown(metrics.Comparison{P: p}); got != want {
			t.Errorf("a difference with p %v counts as shown: %v, want %v", p, got, want)
		}
	}
	if shown(metrics.Comparison{Note: "none"}) {
		t.Error("what cannot be compared is shown")
	}
}

// The ranking at a tick rests on one family: what one test alone would show is not shown among
// three, if Holm's method says so.
func TestRankingIsOneFamily(t *testing.T) {
	// t = 3 mean/by with 9 degrees of freedom; p of 2.571 is .0301, and of three .0904
	r := made(t, [3][]float64{swinging(.5857, .1), flat(.5), swinging(.54, .4)},
		[3][]float64{flat(0), flat(0), flat(0)})
	alone := r.table.Compare("communities", "hierarchy", metrics.Score, 20, margin)
	if alone.P < .025 || alone.P > .035 || alone.Equal.Verdict == stats.Equivalent {
		t.Fatalf("alone p is %v, want .03", alone.P)
	}
	want := "no difference between communities and hierarchy was shown, nor that there is none"
	if got := r.ranking(20); !strings.Contains(got, want) || strings.Contains(got, " above ") {
		t.Errorf("the ranking is %q, want it to say %q", got, want)
	}
	if owed := r.owed(20); owed != nil {
		t.Errorf("what was not shown is owed to something: %q", owed)
	}
	clear := made(t, [3][]float64{swinging(.62, .1), flat(.5), swinging(.54, .4)},
		[3][]float64{flat(0), flat(0), flat(0)})
	want = "people in communities score .120 [.045, .195] above those in the hierarchy"
	if got := clear.ranking(20); !strings.Contains(got, want) {
		t.Errorf("the ranking is %q, want it to say %q", got, want)
	}
}

// Controls are one family too.
func TestControlsAreOneFamily(t *testing.T) {
	r := made(t, [3][]float64{swinging(.5857, .1), swinging(.51, .4), flat(.5)},
		[3][]float64{flat(.5), flat(.5), flat(.5)})
	all := r.againstControls(20)
	if len(all) != 2 || !strings.Contains(all[0], "communities was not shown to differ") {
		t.Errorf("against controls: %q", all)
	}
}

// A difference that was shown and lies within the margin is called equivalent, and nothing else:
// there is no telling what it is owed to.
func TestShownAndEquivalent(t *testing.T) {
	tiny := swinging(.51, .002)
	r := made(t, [3][]float64{tiny, flat(.5), flat(.5)},
		[3][]float64{flat(.5), flat(.5), flat(.5)})
	c := r.table.Compare("communities", "hierarchy", metrics.Score, 20, margin)
	if !shown(c) || c.Equal.Verdict != stats.Equivalent {
		t.Fatalf("p is %v, the verdict %v: want it shown and equivalent", c.P, c.Equal.Verdict)
	}
	got := r.ranking(20)
	if strings.Count(got, "are equivalent within .02 (difference .010 [.008, .012])") != 2 ||
		strings.Contains(got, "above") || strings.Contains(got, "no difference") {
		t.Errorf("the ranking is %q", got)
	}
	if owed := r.owed(20); owed != nil {
		t.Errorf("what is equivalent is owed to something: %q", owed)
	}
	if all := r.againstControls(20); !strings.Contains(all[0],
		"communities scored the same within .02") || strings.Contains(all[0], "better") {
		t.Errorf("against controls: %q", all)
	}
	if s := program.Sentence(c); !strings.Contains(s, "are equivalent within .020") {
		t.Errorf("the sentence is %q", s)
	}
}

// Everybody is at the ceiling only where no run differs: equal means that vary are no ceiling.
func TestCeiling(t *testing.T) {
	none := [3][]float64{flat(0), flat(0), flat(0)}
	for _, c := range []struct {
		values [3][]float64
		want   bool
	}{
		{[3][]float64{flat(1), flat(1), flat(1)}, true},
		{[3][]float64{swinging(.5, .25), swinging(.5, .25), swinging(.5, .25)}, false},
		{[3][]float64{flat(.5), swinging(.5, .25), flat(.5)}, false},
		{[3][]float64{flat(1), flat(1), flat(.5)}, false},
	} {
		r := made(t, c.values, none)
		if got := r.ceiling(); (got != "") != c.want {
			t.Errorf("%v: it says %q", c.values, got)
		}
	}
}

// An interval seen from the other side has its ends swapped and their signs turned.
func TestMirrored(t *testing.T) {
	e := mirrored(stats.Estimate{Mean: -.3, Low: -.5, High: -.2, SE: .1, N: 10})
	if want := (stats.Estimate{Mean: .3, Low: .2, High: .5, SE: .1, N: 10}); e != want {
		t.Errorf("mirrored it is %+v, want %+v", e, want)
	}
	behind := made(t, [3][]float64{flat(.5), swinging(.62, .1), flat(.5)},
		[3][]float64{flat(.5), swinging(.74, .1), flat(.5)})
	// .12 -+ 2.2622 (t of 9 degrees of freedom) times .1054/sqrt(10)
	want := "people in the hierarchy score .120 [.045, .195] above those in communities"
	if got := behind.ranking(20); !strings.Contains(got, want) {
		t.Errorf("the ranking is %q, want it to say %q", got, want)
	}
	c := behind.table.Compare("communities", "hierarchy", metrics.Score, 20, margin)
	want = `At tick 20 "hierarchy" has a score .120 [.045, .195] above "communities".`
	if got := program.Sentence(c); got != want {
		t.Errorf("the sentence is %q, want %q", got, want)
	}
}

// Who lies below his control did worse, by what he lies below it; above it, better.
func TestWorse(t *testing.T) {
	r := made(t, [3][]float64{swinging(.38, .1), swinging(.62, .1), flat(.5)},
		[3][]float64{flat(.5), flat(.5), flat(.5)})
	all := r.againstControls(20)
	for i, want := range []string{
		"communities did worse, by .120 [.045, .195]: the control wins.",
		"the hierarchy did better, by .120 [.045, .195].",
	} {
		if !strings.HasSuffix(all[i], want) {
			t.Errorf("it says %q, want %q", all[i], want)
		}
	}
}

// What is the same in every run is said to be so.
func TestNothingVaries(t *testing.T) {
	r := made(t, [3][]float64{flat(.5), flat(.5), flat(.75)},
		[3][]float64{flat(.5), flat(.25), flat(.5)})
	want := "At tick 20 communities and hierarchy are the same in every run; communities and " +
		"isolated differ by -.250 in every run; hierarchy and isolated differ by -.250 in every run."
	if got := r.ranking(20); got != want {
		t.Errorf("the ranking is %q, want %q", got, want)
	}
	all := r.againstControls(20)
	if !strings.HasSuffix(all[0], "communities scored the same in every run.") ||
		!strings.HasSuffix(all[1], "the hierarchy scored .250 more in every run.") {
		t.Errorf("against controls: %q", all)
	}
}

// Intake is the mean over the ticks that there were: at tick 0 nobody has taken anything yet.
func TestIntake(t *testing.T) {
	r := resultOf(t, "scenario,replicate,tick,stopped,taken to heart\n"+
		"isolated,0,0,2,99\nisolated,0,1,2,1\nisolated,0,2,2,4\n", taken)
	if got := r.intake("isolated"); got != 2.5 { // (1 + 4) / 2
		t.Errorf("the intake is %v, want 2.5", got)
	}
	start := resultOf(t, "scenario,replicate,tick,stopped,taken to heart\nisolated,0,0,0,99\n",
		taken)
	if got := start.intake("isolated"); got != 0 {
		t.Errorf("the intake of a run of no ticks is %v", got)
	}
}

// Where exactly half of the runs arrived there is no median.
func TestHalfArrived(t *testing.T) {
	rising := func(up, of int) *result {
		file := "scenario,replicate,tick,stopped,score\n"
		for r := range of {
			end := "0"
			if r < up {
				end = "1"
			}
			file += fmt.Sprintf("isolated,%d,0,20,0\nisolated,%d,20,20,%s\n", r, r, end)
		}
		return resultOf(t, file, metrics.Score)
	}
	for _, c := range []struct {
		up, of int
		want   string
		median bool
	}{{0, 8, "never", false}, {4, 8, "none/50%", false}, {5, 8, "20/62%", true}, {8, 8, "20", true},
		{3, 7, "none/43%", false}, {4, 7, "20/57%", true}} {
		r := rising(c.up, c.of)
		if got := r.arrival("isolated"); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.up, c.of, got, c.want)
		}
		a, err := r.table.Arrival("isolated", metrics.Score, ninety)
		if err != nil {
			t.Fatal(err)
		}
		if e := unreached(a); (e.N > 0) != c.median {
			t.Errorf("%d of %d: the median is %+v", c.up, c.of, e)
		}
	}
}

// The verdict of runs that show nothing, and of a ceiling, ends with what it is about.
func TestVerdictScope(t *testing.T) {
	r := made(t, [3][]float64{flat(1), flat(1), flat(1)}, [3][]float64{flat(1), flat(1), flat(1)})
	all := r.verdict()
	if !strings.HasPrefix(all[0], "At tick 20 every organization scores 1.000 in every run") ||
		!slices.ContainsFunc(all, func(s string) bool {
			return strings.Contains(s, "is below .05")
		}) {
		t.Errorf("the verdict is %q", all)
	}
}
