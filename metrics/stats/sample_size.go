package stats

// SampleSize is how many of N people must be drawn, and asked, for the 95 % interval of a mean to
// have a half-width of margin. For a variance s² it is
//
//	n = n0 / (1 + (n0-1)/N),  n0 = s² (1.96/margin)²
//
// with the correction for a finite population. It is 0 where nobody differs, and not rounded. A
// share of half the people has s² = .25, the largest. Then of 100 people 80 are needed for ±.05.
// margin is above 0 and people is 1 or more.
func SampleSize(variance, margin float64, people int) float64 {
	z := 1.96 / margin
	n0 := float64(variance * float64(z*z))
	if n0 <= 0 {
		return 0
	}
	return min(n0/(1+(n0-1)/float64(people)), float64(people))
}
