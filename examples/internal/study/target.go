package study

import (
	"fmt"
	"math"

	"orglearn/metrics/stats"
)

// Target is a number that a paper publishes, beside the same number simulated.
type Target struct {
	Figure    string // of the paper: "Figure 1"
	What      string // "p1=0.1 p2=0.9"
	Kind      Kind
	Published float64
	Tolerance float64 // of Near
	Simulated stats.Estimate
	// shown beside the published number, but no stated target: to miss it ends no program
	Shown bool
}

// Kind is what a paper says about a number.
type Kind int

const (
	Near   Kind = iota // it is Published, within the Tolerance
	Above              // it is more than Published: the interval of Simulated lies above it
	Silent             // nothing: Simulated stands alone
)

// Verdict is whether a simulated number agrees with what is published.
type Verdict string

// The verdicts, as they are printed.
const (
	Agrees  Verdict = "yes"
	Differs Verdict = "NO"
	Unknown Verdict = "?" // one replicate has no standard error to widen by
	None    Verdict = ""
)

// Widening is how many standard errors agreement widens by where parameters or replicates were
// changed.
const Widening = 3

// verdict compares; widened, where parameters or replicates were changed.
func (t Target) verdict(widened bool) Verdict {
	switch {
	case t.Kind == Silent:
		return None
	case t.Simulated.N == 0:
		return Unknown
	case t.Kind == Above:
		return t.above(widened)
	}
	tolerance := t.Tolerance
	if widened {
		tolerance += float64(Widening * t.Simulated.SE)
	}
	if math.Abs(t.Simulated.Mean-t.Published) <= tolerance+1e-12 {
		return Agrees
	}
	if widened && t.Simulated.N == 1 {
		return Unknown
	}
	return Differs
}

func (t Target) above(widened bool) Verdict {
	low := t.Simulated.Low
	if widened {
		low += float64(Widening * t.Simulated.SE)
	}
	switch {
	case t.Simulated.N < 2:
		return Unknown
	case low > t.Published:
		return Agrees
	}
	return Differs
}

// published is the number as a paper gives it.
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
	case Silent:
		return ""
	case Above:
		return "99 %"
	}
	return decimal(t.Tolerance)
}

// decimal writes a number to three places, or to one where it is 10 or more.
func decimal(v float64) string {
	if math.Abs(v) >= 10 {
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.3f", v)
}
