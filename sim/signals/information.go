package signals

import "math"

// Information is how many bits a signal tells that is right with probability q, 0 to 1, about
// something that is as likely to be true as not. It is 1 - H2(q), where the binary entropy H2(q) is
// -q log2 q - (1-q) log2(1-q) (Shannon 1948). It is 0 at .5, 1 at 0 and at 1, and NaN outside the
// range.
// It is rounded to 12 digits after the point, so that it is the same on all machines.
func Information(q float64) float64 {
	if !(q >= 0 && q <= 1) {
		return math.NaN()
	}
	return round12(1 - surprise(q) - surprise(1-q))
}

// surprise is -p log2 p.
func surprise(p float64) float64 {
	if p == 0 {
		return 0
	}
	return -p * math.Log2(p)
}

// Match is how many signals that are right with probability right tell as much as each signals that
// are right with probability q: each Information(q) / Information(right). It is infinite or NaN
// where right is .5, because such signals tell nothing.
func Match(each, q, right float64) float64 {
	return round12(each * Information(q) / Information(right))
}

func round12(x float64) float64 { return math.Round(x*1e12) / 1e12 }
