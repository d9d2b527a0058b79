package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
	"orglearn/examples/program"
	"orglearn/metrics/chart"
	"orglearn/network"
)

// Times differ from run to run, so the test checks only that everything is there.
func TestCost(t *testing.T) {
	text, folder := programtest.Output(t, "cost", run, "-quick", "-replicates", "2", "-workers",
		"2")
	for _, want := range []string{
		"The median and the range of 2 measurements of 10 ticks with 2 goroutines. One\n" +
			"thing is varied at a time.",
		"ns per person and tick",
		"power by which it grows", "theory says 1", "A model\nof 10,000 people takes",
		"people            10,000", "dimensions         1,024",
		"contacts             200", "unit size         10,000",
	} {
		got := strings.Join(strings.Fields(text), " ")
		if !strings.Contains(got, strings.Join(strings.Fields(want), " ")) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	checkFile(t, filepath.Join(folder, "cost.csv"), 2)
	manifest, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil || !strings.Contains(string(manifest), `"extent": "quick"`) ||
		!strings.Contains(string(manifest), "their times cannot") {
		t.Errorf("the manifest (%v) does not say what was run:\n%s", err, manifest)
	}
}

// checkFile reads the measurements of a quick run: jobs, points and replicates in order, and every
// cost above 0.
func checkFile(t *testing.T, path string, replicates int) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := "job|people|dimensions|contacts|unit size|workers|replicate|" +
		"ns per person and tick|bytes per person"
	if got := strings.Join(rows[0], "|"); got != columns {
		t.Errorf("the header is %s", got)
	}
	rows = rows[1:]
	for _, j := range small.jobs() {
		for _, p := range j.points {
			for replicate := range replicates {
				want := []string{
					j.name, strconv.Itoa(p.people), strconv.Itoa(p.dimensions), field(p.contacts),
					field(p.unit),
					"2", strconv.Itoa(replicate),
				}
				if len(rows) == 0 || strings.Join(rows[0][:7], "|") != strings.Join(want, "|") {
					t.Fatalf("the rows go on with %v, want %v", rows[:min(len(rows), 1)], want)
				}
				for _, cell := range rows[0][7:] {
					if v, err := strconv.ParseFloat(cell, 64); err != nil || v <= 0 {
						t.Errorf("%v costs %q", want, cell)
					}
				}
				rows = rows[1:]
			}
		}
	}
	if len(rows) > 0 {
		t.Errorf("%d rows too many", len(rows))
	}
}

func TestMisuse(t *testing.T) {
	programtest.Misuse(t, run)
	err := run(t.Context(), []string{"-quick", "-full", "-out", filepath.Join(t.TempDir(), "out")})
	if program.Status(err, false) != program.Misused ||
		err.Error() != "-quick and -full do not go together" {
		t.Errorf("-quick -full: the error is %v", err)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	folder := t.TempDir()
	err := run(ctx, []string{"-quick", "-out", folder})
	if err == nil || program.Status(err, true) != program.Interrupted ||
		!strings.Contains(err.Error(), "no file was changed") {
		t.Errorf("the error is %v", err)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("the folder holds %v (%v)", entries, err)
	}
}

// Every point is a valid scenario, and the values of a job ascend to the stated largest one.
func TestPlans(t *testing.T) {
	for _, c := range []struct {
		plan                              plan
		people, dimensions, contacts, all int
	}{
		{small, 10_000, 1024, 200, 10_000}, {usual, 1_000_000, 4096, 1000, 100_000},
		{large, 10_000_000, 4096, 1000, 1_000_000},
	} {
		jobs := c.plan.jobs()
		for i, most := range []int{c.people, c.dimensions, c.contacts, c.all} {
			before := 0
			for _, p := range jobs[i].points {
				if err := p.scenario().Validate(); err != nil {
					t.Error(err)
				}
				if p.x <= before {
					t.Errorf("%s: %d after %d", jobs[i].name, p.x, before)
				}
				before = p.x
			}
			if before != most {
				t.Errorf("%s: up to %d, want %d", jobs[i].name, before, most)
			}
		}
		last := jobs[3].points[len(jobs[3].points)-1]
		if u, err := (network.Isolated{Size: last.unit}).Build(last.people, nil); err != nil ||
			u.Len() != 1 {
			t.Errorf("the largest unit is not alone (%v)", err)
		}
	}
}

// made returns a result of a plan. A function gives the median of each time; the memory is twice
// the time. Each range is from .5 to 3 times its median.
func made(p plan, of func(job int, p point) float64) *result {
	r := &result{options: &options{plan: p, replicates: 3, workers: 1}, jobs: p.jobs()}
	for i, j := range r.jobs {
		r.all = append(r.all, nil)
		for _, p := range j.points {
			v := of(i, p)
			r.all[i] = append(r.all[i], []measurement{{v, 2 * v}, {3 * v, 6 * v}, {v / 2, v}})
		}
	}
	return r
}

func TestGrowth(t *testing.T) {
	r := made(usual, func(i int, p point) float64 {
		switch i {
		case 0:
			return 7 * math.Pow(float64(p.x), .25)
		case 1:
			return 3 * words(p.x)
		case 2:
			return 11 * float64(p.x) * float64(p.x)
		}
		return 13
	})
	// 32 dimensions cost as much as 64
	for i, want := range []growth{{1.25, 1.25}, {11. / 12, 1}, {2, 2}, {1, 1}} {
		for _, c := range []cost{inTime, inMemory} {
			if got := r.growth(i, c); math.Abs(got.whole-want.whole) > 1e-9 ||
				math.Abs(got.last-want.last) > 1e-9 {
				t.Errorf("%s grows with %s by %v, want %v", c.name, r.jobs[i].name, got, want)
			}
		}
	}
	if v := r.curve(2, inMemory); v.x[1] != 6 || v.median[1] != 792 || v.low[1] != 396 ||
		v.high[1] != 2376 {
		t.Errorf("6 contacts: %v %v [%v, %v], want 792 [396, 2376]", v.x[1], v.median[1], v.low[1],
			v.high[1])
	}
	want := "Over the last tenfold time grows with people to the power 1.25, with dimensions " +
		"1.00, with contacts 2.00, and with the voices of a " +
		"unit 1.00; theory says 1. A model of 1,000,000 people takes 221 ms per tick and 443 MB."
	if got := r.verdict(); got != want {
		t.Errorf("the verdict is\n%s\nwant\n%s", got, want)
	}
}

func TestExponent(t *testing.T) {
	for _, c := range []struct {
		xs, ys []float64
		want   float64
	}{
		{[]float64{1, 10, 100}, []float64{2, 20, 200}, 1},
		{[]float64{1, 10, 100}, []float64{5, 5, 5}, 0},
		// (0,0), (1,1), (2,3): ((-1)(-4/3) + (1)(5/3)) / 2
		{[]float64{1, 10, 100}, []float64{1, 10, 1000}, 1.5},
		{[]float64{4, 2}, []float64{1, 4}, -2},
		{[]float64{7}, []float64{3}, 0},
		{[]float64{7, 7}, []float64{3, 4}, 0},
	} {
		if got := exponent(c.xs, c.ys); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v over %v: %v, want %v", c.ys, c.xs, got, c.want)
		}
	}
}

// Eight panels on two scales, each with its labels and with what theory expects.
func TestFigure(t *testing.T) {
	r := made(large, func(i int, p point) float64 {
		return 20 + float64(p.contacts) + words(p.dimensions)
	})
	f := r.figure()
	for k, row := range f.Rows {
		if len(row) != 4 {
			t.Fatalf("%d panels in row %d, want 4", len(row), k)
		}
		for i, p := range row {
			p, first := p.(chart.Curves), row[0].(chart.Curves)
			if p.Y.From != first.Y.From || p.Y.To != first.Y.To || !p.X.Log || !p.Y.Log ||
				!p.Series[0].Guide || len(p.Series[1].Low) != len(r.jobs[i].points) {
				t.Errorf("row %d, panel %d is not on the scale of its row, or not whole", k, i)
			}
		}
	}
	guide := f.Rows[0][1].(chart.Curves).Series[0] // 20 + 6 + 64 words in the end
	if guide.Y[0] != 90./64 || guide.Y[1] != 90./64 || guide.Y[2] != 90./32 || guide.Y[7] != 90 {
		t.Errorf("theory expects %v of dimensions", guide.Y)
	}
	guide = f.Rows[0][3].(chart.Curves).Series[0] // 20 + 2 words of 100 dimensions
	if guide.Y[0] != 22 || guide.Y[6] != 22 {
		t.Errorf("theory expects %v of units", guide.Y)
	}
	var svg bytes.Buffer
	if err := chart.Encode(&svg, "svg", f); err != nil {
		t.Fatal(err)
	}
	for want, times := range map[string]int{
		">More people<": 1, ">More dimensions<": 1, ">More contacts<": 1, ">Larger units<": 1,
		">ns per person and tick<": 3,
		">ns per voice and tick<":  1, ">bytes per person<": 3, ">bytes per voice<": 1,
		">people<":               2,
		">dimensions<":           2,
		">contacts of a person<": 2, ">voices in a unit<": 2, "the range of 3 measurements": 1,
	} {
		if got := strings.Count(svg.String(), want); got != times {
			t.Errorf("%d times %s, want %d", got, want, times)
		}
	}
	r.replicates = 1
	if p := r.figure().Rows[0][0].(chart.Curves); p.Series[1].Low != nil ||
		p.Series[1].High != nil {
		t.Error("one measurement has a range")
	}
}

func TestRound(t *testing.T) {
	for v, want := range map[float64]string{
		.5: "0.50", 9.876: "9.88", 10: "10.0", 99.87: "99.9", 100: "100", 13171.6: "13,172",
		1e7: "10,000,000",
	} {
		if got := round(v); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"people 280",
		"unit size 10000",
	}, "-quick")
}
