package metrics_test

import (
	"testing"

	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/models"
)

// A reading reads what is wanted and leaves the rest; a panic becomes an error.
func TestReading(t *testing.T) {
	m, err := sim.New(models.March1991{}.Scenario(), 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	broken := metrics.Metric{Name: "broken", Of: func(*sim.Model) float64 { panic("no") }}
	r := metrics.NewReading(metrics.Score, metrics.Consensus, broken)
	values := []float64{7, 7, 7}
	if err := r.Read(m, []int{1}, values); err != nil {
		t.Fatal(err)
	}
	if want := metrics.Consensus.Of(m); values[0] != 7 || values[1] != want {
		t.Errorf("the values are %v, want 7 and %v", values, want)
	}
	for range 5 {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Read(m, []int{0, 1}, values); err != nil || values[1] != metrics.Consensus.Of(m) ||
		values[0] != metrics.Score.Of(m) {
		t.Errorf("later the values are %v: %v", values, err)
	}
	if err := r.Read(m, []int{2}, values); err == nil {
		t.Error("a metric that panics gives no error")
	}
}
