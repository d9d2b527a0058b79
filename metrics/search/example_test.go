package search_test

import (
	"context"
	"fmt"
	"log"

	"orglearn/metrics/search"
	"orglearn/metrics/stats"
)

// A difference of 3 less the value turns at 3.
func ExampleFlip() {
	f := search.Flip{Now: 0, Until: 10, Tries: 5, Within: .01}
	turn, err := f.Search(context.Background(), func(_ context.Context, value float64) (
		stats.Estimate, error,
	) {
		return stats.Estimate{Mean: 3 - value, N: 10}, nil
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("between %.2f and %.2f\n", turn.Before, turn.After)
	// Output:
	// between 2.99 and 3.00
}
