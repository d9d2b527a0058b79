package models_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/metrics/stats"
	"orglearn/sim"
	"orglearn/sim/models"
)

// reported is above, and logs the difference.
func reported(t *testing.T, what string, a, b []float64) {
	t.Helper()
	above(t, what, a, b)
	logged(t, what, a, b)
}

// logged logs a paired difference and tests nothing.
func logged(t *testing.T, what string, a, b []float64) {
	t.Helper()
	e, err := stats.Paired(a, b, .99)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s: %.3f [%.3f, %.3f]", what, e.Mean, e.Low, e.High)
}

// less returns a - b, pair by pair.
func less(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

// Miller, Zhao and Calantone (2006): interpersonal learning raises equilibrium knowledge, where all
// can be codified and where half can. In the latter case there are so few codified dimensions that
// the code finds nearly all of them alone. Without interpersonal learning nobody learns what is
// tacit.
func TestMillerInterpersonalLearning(t *testing.T) {
	p1s, shares := []float64{.5}, []int{0}
	if *full {
		p1s, shares = []float64{.1, .5, .9}, []int{0, 15}
	}
	for _, p1 := range p1s {
		for _, tacit := range shares {
			with := models.Miller2006{P1: models.At(p1), Tacit: models.Exactly(tacit)}
			without := with
			without.Interpersonal = models.At(0)
			m := metrics.Metric{Name: "codified", Of: with.Codified}
			v := ends(t, replicates(60, 500), m, with.Scenario(), without.Scenario())
			what := fmt.Sprintf("p1 = %v, %d tacit: codified knowledge in equilibrium, with "+
				"interpersonal learning less without", p1, tacit)
			if p1 == .1 && tacit == 15 {
				logged(t, what, v[0], v[1]) // both at the ceiling
				continue
			}
			reported(t, what, v[0], v[1])
		}
	}
	v := ends(t, replicates(20, 1000), metrics.Metric{Name: "tacit",
		Of: models.Miller2006{}.Untold},
		models.Miller2006{}.Scenario(), models.Miller2006{Interpersonal: models.At(0)}.Scenario())
	reported(t, "tacit knowledge in equilibrium, with interpersonal learning less without",
		v[0], v[1])
}

// Miller, Zhao and Calantone (2006): turnover hurts tacit knowledge more than codified.
func TestMillerTurnover(t *testing.T) {
	p1s, turnovers := []float64{.5}, []float64{.02}
	if *full {
		p1s, turnovers = []float64{.1, .5, .9}, []float64{.02, .1}
	}
	codified := metrics.Metric{Name: "codified", Of: models.Miller2006{}.Codified}
	tacit := metrics.Metric{Name: "tacit", Of: models.Miller2006{}.Untold}
	for _, p1 := range p1s {
		for _, turnover := range turnovers {
			stay := models.Miller2006{P1: models.At(p1), Periods: 100}
			leave := stay
			leave.Turnover = turnover
			v := at(t, replicates(40, 300), []int{100}, []metrics.Metric{codified, tacit},
				stay.Scenario(),
				leave.Scenario())
			what := fmt.Sprintf("p1 = %v, turnover %v, period 100: ", p1, turnover)
			reported(t, what+"loss of tacit less that of codified knowledge",
				less(v(0, tacit, 100), v(1, tacit, 100)),
				less(v(0, codified, 100), v(1, codified, 100)))
			logged(t, what+"loss of codified knowledge", v(0, codified, 100), v(1, codified, 100))
			logged(t, what+"loss of tacit knowledge", v(0, tacit, 100), v(1, tacit, 100))
		}
	}
}

// Both claims hold with 100 dimensions too, the size that a CoMSES entry of the model is said to
// have. Runs end after 300 periods, for their equilibrium takes far longer.
func TestMillerHundredDimensions(t *testing.T) {
	m := models.Miller2006{Dimensions: 100, Tacit: models.Exactly(50), Periods: 300}
	alone, leave := m, m
	alone.Interpersonal, leave.Turnover = models.At(0), .02
	codified := metrics.Metric{Name: "codified", Of: m.Codified}
	tacit := metrics.Metric{Name: "tacit", Of: m.Untold}
	v := at(t, replicates(20, 200), []int{300}, []metrics.Metric{codified, tacit},
		m.Scenario(), alone.Scenario(), leave.Scenario())
	reported(t, "m = 100: codified knowledge, with interpersonal learning less without",
		v(0, codified, 300), v(1, codified, 300))
	reported(t, "m = 100: tacit knowledge, with interpersonal learning less without",
		v(0, tacit, 300), v(1, tacit, 300))
	reported(t, "m = 100: loss of tacit less that of codified knowledge, turnover .02",
		less(v(0, tacit, 300), v(2, tacit, 300)), less(v(0, codified, 300), v(2, codified, 300)))
}

// Where nothing is tacit and nobody watches others it is March's organization, to the last bit.
func TestMillerIsMarch(t *testing.T) {
	miller := models.Miller2006{
		Interpersonal: models.At(0), Tacit: models.Exactly(0), Turnover: .1, Periods: 20,
	}.Scenario()
	march := models.March1991{People: 100, P3: .1, Periods: 20}.Scenario()
	for _, m := range []metrics.Metric{metrics.Score, metrics.NormScore} {
		v := ends(t, 20, m, miller, march)
		if fmt.Sprint(v[0]) != fmt.Sprint(v[1]) {
			t.Errorf("%s: %v, and March's %v", m.Name, v[0], v[1])
		}
	}
}

// Nothing tacit enters the code.
func TestMillerCode(t *testing.T) {
	m, err := sim.New(models.Miller2006{Periods: 50}.Scenario(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	code := m.Norm(0, 0)
	for d := range m.Dimensions() {
		if tacit := d >= 15; (code.Get(d) == 0) != tacit {
			t.Errorf("dimension %d: the code is %d", d, code.Get(d))
		}
	}
}

// After a run to equilibrium stops nothing changes any more.
func TestMillerEquilibriumIsFinal(t *testing.T) {
	for _, model := range []models.Miller2006{
		{}, {Side: 3, Dimensions: 8, Tacit: models.Exactly(4)},
		{Side: 3, Dimensions: 6, Tacit: models.Exactly(0), Distant: models.At(0)},
		{Side: 3, Dimensions: 6, Tacit: models.Exactly(6)}, {Interpersonal: models.At(0)},
	} {
		for replicate := range uint64(8) {
			if m := final(t, model.Scenario(), replicate, 100, state); m.Tick() > 5000 {
				t.Errorf("%v: no equilibrium", m)
			}
		}
	}
}

func TestMillerValidate(t *testing.T) {
	for _, c := range []struct {
		model models.Miller2006
		want  string
	}{
		{
			models.Miller2006{Turnover: .1},
			"models: Miller2006: Periods is 0 (to equilibrium), but turnover leaves none: want " +
				"1 or more",
		},
		{
			models.Miller2006{Tacit: models.Exactly(31)},
			`channel "code": Miller2006.Tacit is 31, want 0 to 30 (the dimensions)`,
		},
		{
			models.Miller2006{Distant: models.At(2)},
			`channel "distant others": Miller2006.Distant is 2, want 0 to 1`,
		},
		{
			models.Miller2006{Interpersonal: models.At(-1)},
			`channel "neighbours": Gradual.Rate is -1, want 0 to 1`,
		},
	} {
		if err := c.model.Validate(); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%v: the error is\n%v, want\n%s", c.model, err, c.want)
		}
	}
	if err := (models.Miller2006{Turnover: .1, Periods: 10}).Validate(); err != nil {
		t.Error(err)
	}
	if got, want := (models.Miller2006{P1: models.At(0)}).Scenario().Channels[0].Internalize,
		(agents.Gradual{Rate: 0}); got != want {
		t.Errorf("P1 is At(0): people learn by %v, want %v", got, want)
	}
}
