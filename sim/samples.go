package sim

// mostSamples is the number of samples up to which all of them are listed: they are then drawn by
// one number each. A processor's nearest cache holds so many.
const mostSamples = 1 << 12

// samplesOf lists every set of k of n marks that lie so far apart in one word, or is nil where
// there are none to draw or more than mostSamples. The sets come in the order of their numbers as
// words.
func samplesOf(n, k, apart int) []uint64 {
	if k <= 0 || k >= n || (n-1)*apart > 63 {
		return nil
	}
	count := 1
	for i := range k {
		if count = count * (n - i) / (i + 1); count > mostSamples {
			return nil
		}
	}
	all := make([]uint64, 0, count)
	marks := make([]int, k) // which marks are in the set, ascending
	for i := range marks {
		marks[i] = i
	}
	for {
		set := uint64(0)
		for _, mark := range marks {
			set |= 1 << uint(mark*apart)
		}
		all = append(all, set)
		if !advance(marks, n) {
			return all
		}
	}
}

// advance makes marks the next set of as many of n, and reports whether there is one.
func advance(marks []int, n int) bool {
	for i := range marks {
		next := n
		if i+1 < len(marks) {
			next = marks[i+1]
		}
		if marks[i]+1 < next {
			marks[i]++
			for j := range i {
				marks[j] = j
			}
			return true
		}
	}
	return false
}
