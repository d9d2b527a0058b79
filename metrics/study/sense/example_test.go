package sense_test

import (
	"fmt"
	"log"

	"orglearn/metrics/study/sense"
)

// Of y = 4a + b + ab the parameter a decides most of the variance.
func Example() {
	design, err := sense.NewSobol(4096, 2, 1)
	if err != nil {
		log.Fatal(err)
	}
	var outcomes []float64
	for _, x := range design.Points {
		outcomes = append(outcomes, 4*x[0]+x[1]+x[0]*x[1])
	}
	indices, err := design.Indices(outcomes)
	if err != nil {
		log.Fatal(err)
	}
	for i, x := range indices {
		fmt.Printf("%c: %.2f alone, %.2f in all\n", 'a'+i, x.First.Mean, x.Total.Mean)
	}
	// Output:
	// a: 0.90 alone, 0.90 in all
	// b: 0.10 alone, 0.10 in all
}
