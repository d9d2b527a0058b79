package stats

import (
	"fmt"
	"slices"
)

// MaxReplicates is the largest number of replicates that Censored takes.
const MaxReplicates = 1_000_000

// An Arrival describes the times to an event that some replicates never reached.
type Arrival struct {
	Share  Estimate // share of the replicates that reached it, with Wilson's interval
	Median Estimate // median time over all replicates; a Note where it or a limit is undefined
}

// Censored describes the time to an event over a number of replicates. The slice reached holds the
// times of the replicates that reached the event. The others were watched for as long and never
// reached it. There is no mean, because a mean over those that reached it would look better when
// slow replicates fail altogether.
//
// Share is the share that reached it, 0 to 1, with the score interval of Wilson (1927). Median is
// the median time over all replicates; those that never reached it count as later than every time.
// The median is defined where more than half reached it.
//
// The limits of the median at a level such as 0.95 are order statistics: the r-th time and the r-th
// from the end of all replicates. Here r is the largest number with P(X < r) ≤ (1-level)/2 for X
// binomial (replicates, 1/2). They are valid for any distribution (Thompson 1936; David and
// Nagaraja 2003, section 7.1). The SE of the median is 0: none is known.
//
// Median has a Note instead of an interval in three cases. It is undefined (Mean, Low and High are
// then 0). Or there are too few replicates for the level (6 are enough for 0.95). Or so few reached
// the event that there is no upper limit: Low is then the lower limit, and High the last known
// time.
//
// It is an error where replicates is 0, above MaxReplicates, or below the number of times; where a
// time is not finite; and where level is not between 0 and 1.
func Censored(reached []float64, replicates int, level float64) (Arrival, error) {
	if err := check("Censored", "reached", reached, 0); err != nil {
		return Arrival{}, err
	}
	if err := checkShare("Censored", "level", level, 1); err != nil {
		return Arrival{}, err
	}
	if least := max(1, len(reached)); replicates < least || replicates > MaxReplicates {
		return Arrival{}, fmt.Errorf("stats: Censored: replicates is %d, want %d to %d", replicates,
			least, MaxReplicates)
	}
	sorted := slices.Sorted(slices.Values(reached))
	return Arrival{
		Share:  wilson(len(reached), replicates, level),
		Median: censoredMedian(sorted, replicates, level),
	}, nil
}

// censoredMedian returns the median of n times, of which only the earliest are known.
func censoredMedian(sorted []float64, n int, level float64) Estimate {
	came := len(sorted)
	switch {
	case came == 0:
		return point(0, n, "none reached it")
	case came <= n/2:
		return point(0, n, fmt.Sprintf("no median: %d of %d reached it", came, n))
	}
	median := float64(sorted[(n-1)/2]/2) + float64(sorted[n/2]/2)
	cut := binomialCut(n, (1-level)/2)
	switch {
	case n == 1:
		return point(median, n, "one replicate")
	case cut == 0:
		return point(median, n, fmt.Sprintf("too few for level %v", level))
	}
	e := Estimate{Mean: median, Low: sorted[cut-1], N: n}
	if last := n - cut; last < came {
		e.High = sorted[last]
		return e
	}
	e.High = sorted[came-1]
	e.Note = fmt.Sprintf("no upper limit: %d of %d reached it", came, n)
	return e
}
