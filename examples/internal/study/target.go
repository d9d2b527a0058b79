package study

import (
	"fmt"
	"math"

	"orglearn/metrics/chart"
	"orglearn/metrics/stats"
)

// Target is a published number or claim, and the simulated number to compare with it.
type Target struct {
	Figure    string // heading of a group of rows: "Figure 1"
	What      string // name of the row: "p1=0.1 p2=0.9"
	Kind      Kind
	Published float64
	Tolerance float64 // of a Near target
	Simulated stats.Estimate
	// true: the row is only shown. If it misses, the exit status does not change.
	Shown bool
}

// Kind says what a paper states about a number.
type Kind int

const (
	Near   Kind = iota // the number is Published, within the Tolerance
	Above              // the number is above Published, and so must be the interval of Simulated
	Beside             // the number is Published, and only stands beside Simulated: no verdict
	Silent             // the paper states nothing; only Simulated is printed
)

// Verdict says whether a simulated number agrees with the published one.
type Verdict string

// The verdicts, as they are printed.
const (
	Agrees  Verdict = "yes"
	Differs Verdict = "NO"
	Unknown Verdict = "?" // too few replicates were run to tell
	None    Verdict = ""
)

// Widening is how many standard errors the tolerance of Near widens by where parameters or
// replicates were changed.
const Widening = 3

// verdict compares; changed, where parameters or replicates were changed.
func (t Target) verdict(changed bool) Verdict {
	switch {
	case t.Kind == Silent || t.Kind == Beside:
		return None
	case t.Simulated.N == 0:
		return Unknown
	case t.Kind == Above:
		return t.above(changed)
	}
	return t.near(changed)
}

func (t Target) near(changed bool) Verdict {
	tolerance := t.Tolerance
	if changed {
		tolerance += float64(Widening * t.Simulated.SE)
	}
	switch {
	case math.Abs(t.Simulated.Mean-t.Published) <= tolerance+1e-12:
		return Agrees
	case changed && t.Simulated.N == 1:
		return Unknown // one replicate has no standard error to widen by
	}
	return Differs
}

// above asks for an interval that excludes the published number: a wider one never helps a claim of
// order.
func (t Target) above(changed bool) Verdict {
	switch {
	case t.Simulated.N < 2:
		return Unknown
	case t.Simulated.Low > t.Published:
		return Agrees
	case changed && t.Simulated.High >= t.Published:
		return Unknown
	}
	return Differs
}

// published formats the published number.
func (t Target) published() string {
	switch t.Kind {
	case Silent:
		return ""
	case Above:
		return "> " + decimal(t.Published)
	}
	return decimal(t.Published)
}

func (t Target) tolerance() string {
	switch t.Kind {
	case Silent, Beside:
		return ""
	case Above:
		return "99 %"
	}
	return decimal(t.Tolerance)
}

// decimal writes a number to three places, to one where it is 10 or more, and to none from 1,000.
func decimal(v float64) string {
	switch {
	case math.Abs(v) >= 1000:
		return chart.Thousands(int(math.Round(v)))
	case math.Abs(v) >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.3f", v)
}
