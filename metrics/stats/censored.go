package stats

import (
	"fmt"
	"slices"
)

// MaxReplicates is the largest number of replicates that Censored takes.
const MaxReplicates = 1_000_000

// An Arrival describes times to an event that some replicates never reached.
type Arrival struct {
	Share  Estimate // of the replicates that reached it, with Wilson's interval
	Median Estimate // time, over all replicates; Note says where it or a limit is undefined
}

// Censored describes the time to an event over a number of replicates, of which only those with a
// time in reached came to it, while the others were watched as long and never did. There is no
// mean: a mean over those that reached it grows better when the slow ones fail altogether.
//
// Share is the share that reached it, 0 to 1, with the score interval of Wilson (1927). Median is
// the median over all, those that never came counting as later than every time: it is defined where
// more than half came. Its limits at a level such as 0.95 are order statistics: the r-th time and
// the r-th from the end of all replicates, r the largest with P(X < r) ≤ (1-level)/2 for X binomial
// (replicates, 1/2). They hold for any distribution (Thompson 1936; David and Nagaraja 2003,
// section 7.1). Its SE is 0: none is known.
//
// Median has a Note instead of an interval where it is undefined (Mean, Low and High are then 0),
// where the replicates are too few for the level (6 are enough for 0.95), and where so few came
// that there is no upper limit: Low is then the lower limit, and High the last time at which one
// came.
//
// It is an error with no replicates, more than MaxReplicates, or fewer than there are times; with
// times that are not finite; and with a level not between 0 and 1.
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

// censoredMedian is the median of n times, of which only the earliest are known.
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
