package stats_test

import (
	"fmt"
	"log"

	"orglearn/metrics/stats"
)

// The samples are the knowledge at tick 200 in ten replicates of two organizations, on common
// random numbers.
var (
	communities = []float64{0.52, 0.61, 0.47, 0.58, 0.66, 0.49, 0.55, 0.71, 0.60, 0.53}
	hierarchy   = []float64{0.50, 0.55, 0.48, 0.51, 0.60, 0.44, 0.56, 0.62, 0.57, 0.49}
)

func Example() {
	difference, err := stats.Paired(communities, hierarchy, 0.95)
	if err != nil {
		log.Fatal(err)
	}
	effect, err := stats.HedgesG(communities, hierarchy, 0.95)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("communities ", stats.TInterval(communities, 0.95))
	fmt.Println("hierarchy   ", stats.TInterval(hierarchy, 0.95))
	fmt.Println("difference  ", difference)
	fmt.Println("Hedges' g   ", effect)
	// Output:
	// communities  0.572 [0.5181, 0.6259] (n = 10)
	// hierarchy    0.532 [0.4911, 0.5729] (n = 10)
	// difference   0.04 [0.01639, 0.06361] (n = 10)
	// Hedges' g    0.5727 [-0.2945, 1.425] (n = 20)
}

// Where there is no interval, the estimate says why.
func ExampleTInterval() {
	fmt.Println(stats.TInterval([]float64{0.52}, 0.95))
	fmt.Println(stats.TInterval([]float64{1, 1, 1}, 0.95))
	// Output:
	// 0.52 (n = 1, one replicate)
	// 1 (n = 3, no variance)
}

func ExampleBCa() {
	skew := []float64{1, 1, 2, 2, 3, 4, 4, 6, 9, 15, 28}
	mean, err := stats.BCa(skew, nil, 0.95, 2000, 1991)
	if err != nil {
		log.Fatal(err)
	}
	median, err := stats.BCa(skew, stats.Median, 0.95, 2000, 1991)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("Student's t", stats.TInterval(skew, 0.95))
	fmt.Println("BCa        ", mean)
	fmt.Println("the median ", median)
	// Output:
	// Student's t 6.818 [1.337, 12.3] (n = 11)
	// BCa         6.818 [3.455, 13.08] (n = 11)
	// the median  4 [2, 9] (n = 11)
}

func ExampleCliffsDelta() {
	delta, err := stats.CliffsDelta(communities, hierarchy, 0.95)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(delta)
	// Output: 0.29 [-0.2136, 0.6718] (n = 20)
}

// A difference whose interval excludes 0 can still be too small to matter.
func ExampleTOST() {
	for _, margin := range []float64{0.02, 0.05, 0.10} {
		e, err := stats.TOST(communities, hierarchy, margin, 0.05)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("margin %.2f: %s (P = %.4f)\n", margin, e.Verdict, e.P)
	}
	// Output:
	// margin 0.02: different by more than the margin (P = 0.9562)
	// margin 0.05: not shown either way (P = 0.1815)
	// margin 0.10: equivalent within the margin (P = 0.0001)
}

func ExamplePairsNeeded() {
	n, err := stats.PairsNeeded(0.02, 0.05, 0.01, 0.95)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.1f pairs\n", n)
	// Output: 114.7 pairs
}

func ExampleHolm() {
	adjusted, err := stats.Holm([]float64{0.010, 0.040, 0.030, 0.005})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.3f\n", adjusted)
	// Output: [0.030 0.060 0.060 0.020]
}

// Twelve of twenty replicates reached 0.9 within 300 ticks, which is how long all of them ran.
func ExampleCensored() {
	ticks := []float64{41, 58, 62, 77, 90, 94, 120, 133, 151, 187, 230, 288}
	reached, err := stats.Censored(ticks, 20, 0.95)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("share  ", reached.Share)
	fmt.Println("median ", reached.Median, "from", reached.Median.Low)
	// Output:
	// share   0.6 [0.3866, 0.7812] (n = 20)
	// median  208.5 (n = 20, no upper limit: 12 of 20 reached it) from 94
}
