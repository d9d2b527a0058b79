package sim

// mostSamples is the largest number of samples that are listed. One random number then draws a
// sample from the list. The list fits into a processor's nearest cache.
const mostSamples = 1 << 12

// samplesOf lists every set of k of n marks that lie apart lanes from each other in one word. The
// sets are in ascending order as numbers. The list is nil if no draw is needed, if the marks do not
// fit one word, or if there are more than mostSamples.
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
	marks := make([]int, k) // the marks in the set, ascending
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

// advance changes marks to the next set of the same size from n, and reports whether there is one.
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
