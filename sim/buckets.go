package sim

// buckets is a list of numbered items sorted by bucket, and within a bucket by number.
type buckets struct {
	starts []uint32 // where each bucket begins
	items  []int32
}

// sort puts item i into bucket of[i], one of n, or into none if that is below 0.
func (b *buckets) sort(of []int32, n int) {
	b.starts = resized(b.starts, n+2)
	clear(b.starts)
	for _, k := range of {
		if k >= 0 {
			b.starts[k+2]++
		}
	}
	for k := range n {
		b.starts[k+2] += b.starts[k+1]
	}
	b.items = resized(b.items, int(b.starts[n+1]))
	for i, k := range of {
		if k >= 0 {
			b.items[b.starts[k+1]] = int32(i)
			b.starts[k+1]++
		}
	}
}

// of returns the items of a bucket.
func (b *buckets) of(k int) []int32 { return b.items[b.starts[k]:b.starts[k+1]] }
