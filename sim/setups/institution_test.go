package setups_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/metrics"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// dials are institutions with one dial at .5 each, by the name of the dial.
var dials = map[string]setups.Institution{
	"Sponsored": {Sponsored: .5}, "Assigned": {Assigned: .5}, "Compelled": {Compelled: .5},
	"Goals": {Goals: .5}, "WayUp": {WayUp: .5},
}

// course runs an organization for 20 ticks, and returns all beliefs and the top norm at each.
func course(t *testing.T, s sim.Scenario) (beliefs []agents.Word, top []float64) {
	t.Helper()
	m, err := sim.New(s, 1991, 0)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if err := m.Step(); err != nil {
			t.Fatal(err)
		}
		for p := range m.People() {
			beliefs = append(beliefs, m.Beliefs(p)...)
		}
		top = append(top, metrics.TopNorm(setups.Channel).Of(m))
	}
	return beliefs, top
}

// Without dials people learn, bit for bit, as in communities in which they come to every second
// meeting.
func TestInstitutionOff(t *testing.T) {
	on := setups.Default()
	on.Practice.Attendance.Away = 8
	want, _ := course(t, setups.Communities{On: &on}.Scenario())
	if got, _ := course(t, setups.Institution{}.Scenario()); !slices.Equal(got, want) {
		t.Error("people learn otherwise without dials")
	}
}

// Each dial changes what people learn, but the way up alone: it changes what the head learns.
func TestDialsChangeTheRun(t *testing.T) {
	beliefs, top := course(t, setups.Institution{}.Scenario())
	for name, i := range dials {
		b, n := course(t, i.Scenario())
		if slices.Equal(b, beliefs) != (name == "WayUp") || slices.Equal(n, top) {
			t.Errorf("%s: the same beliefs: %v, the same top norm: %v", name,
				slices.Equal(b, beliefs), slices.Equal(n, top))
		}
	}
	b, _ := course(t, setups.Institution{Goals: 1}.Scenario())
	if up, _ := course(t, setups.Institution{Goals: 1, WayUp: 1}.Scenario()); slices.Equal(up, b) {
		t.Error("with goals the way up changes nothing that people learn")
	}
}

func TestInstitutionErrors(t *testing.T) {
	for _, v := range []float64{-.1, 1.1, math.NaN()} {
		for name, i := range map[string]setups.Institution{
			"Sponsored": {Sponsored: v}, "Assigned": {Assigned: v}, "Compelled": {Compelled: v},
			"Goals": {Goals: v}, "WayUp": {WayUp: v},
		} {
			err := i.Validate()
			if err == nil || !strings.HasPrefix(err.Error(), "Institution."+name+" is ") ||
				!strings.HasSuffix(err.Error(), "want 0 to 1") {
				t.Errorf("%s %v: %v", name, v, err)
			}
			if _, err := sim.New(i.Scenario(), 1, 0); err == nil {
				t.Errorf("%s %v: it is built", name, v)
			}
		}
	}
	on := setups.Default()
	on.Practice.Time.Every = 4
	_, err := sim.New(setups.Institution{On: &on, Sponsored: 1}.Scenario(), 1, 0)
	if err == nil || !strings.Contains(err.Error(), "Institution.Sponsored and Practice.Time") {
		t.Errorf("two mechanisms of time: %v", err)
	}
}

// The number of workers changes no value.
func TestInstitutionWorkers(t *testing.T) {
	s := setups.Institution{
		Sponsored: .3, Assigned: .6, Compelled: .4, Goals: .5, WayUp: .7,
	}.Scenario()
	s.Ticks = 15
	var want []float64
	for _, workers := range []int{1, 2, 7} {
		table, err := metrics.Measure(t.Context(), sim.Experiment{
			Scenarios: []sim.Scenario{s}, Replicates: 5, Seed: 3, Workers: workers,
		}, metrics.Score)
		if err != nil {
			t.Fatal(err)
		}
		got := table.Values(s.Name, metrics.Score, 15)
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: %v, want %v", workers, got, want)
		}
	}
}
