package practice_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// valid tries what Validate says.
func valid(t *testing.T, rule agents.Validator, want string) {
	t.Helper()
	got := ""
	if err := rule.Validate(); err != nil {
		got = err.Error()
	}
	if got != want {
		t.Errorf("%+v: %q, want %q", rule, got, want)
	}
}

func TestValidate(t *testing.T) {
	valid(t, practice.Shares{Ask: 8, Create: 4, Idle: 4}, "")
	valid(t, practice.Shares{Ask: -1}, "Shares.Ask is -1, want 0 to 16")
	valid(t, practice.Shares{Create: 17}, "Shares.Create is 17, want 0 to 16")
	valid(t, practice.Shares{Idle: 20}, "Shares.Idle is 20, want 0 to 16")
	valid(t, practice.Shares{Ask: 8, Create: 8, Idle: 1},
		"Shares.Ask, Create and Idle sum to 17, want at most 16")
	valid(t, practice.Respondent{By: practice.ByStanding}, "")
	valid(t, practice.Respondent{By: 5}, "Respondent.By is 5, want 0 to 4")
}

// Each activity is drawn with its share. The bound is 4 standard errors of 16,000 draws.
func TestShares(t *testing.T) {
	const n = 16_000
	for _, r := range []practice.Shares{
		{}, {Ask: 16}, {Create: 16}, {Idle: 16}, {Ask: 4, Create: 3, Idle: 2},
		{Ask: 5, Create: 5, Idle: 6},
	} {
		p := &agents.Person{Stream: agents.NewStream(1991)}
		var counts [4]int
		for range n {
			counts[r.Do(p)]++
		}
		for a, share := range []int{16 - r.Ask - r.Create - r.Idle, r.Ask, r.Create, r.Idle} {
			q := float64(share) / 16
			if d := math.Abs(float64(counts[a]) - n*q); d > 4*math.Sqrt(n*q*(1-q)) {
				t.Errorf("%+v: activity %d in %d of %d ticks, want %v of them", r, a, counts[a], n,
					q)
			}
			if r.May(agents.Activity(a)) != (share > 0) {
				t.Errorf("%+v: May(%d) is %v", r, a, share == 0)
			}
		}
	}
}
