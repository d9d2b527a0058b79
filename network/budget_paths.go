package network

import "math/bits"

// The most steps that Budget takes to measure distances. pathSteps limits the steps over ties that
// search from everybody at once. walkSteps limits the steps over seats and voices from one person
// after another.
const (
	pathSteps = 3e7
	walkSteps = 5e7
)

// distances returns the mean distance, the share of pairs that are joined by a path, and the number
// of people from whom they were measured. If there are few ties, it measures from all people in the
// graph Contacts. Otherwise it measures from some: in the graph of circles, or over the units,
// which needs no list of ties.
func (u *Units) distances(ties int64) (path, reachable float64, sources int) {
	if float64(u.people/64+1)*float64(ties+int64(u.people)) <= pathSteps {
		p := PathsOf(u.Contacts())
		return p.Mean, p.Reachable, u.people
	}
	w := newWalk(u)
	from := someOf(u.people, max(16, walkSteps/w.cost()))
	measure := w.fromAll
	if u.graph != nil {
		measure = func(from []int32) (steps, reached int64) { return wavesFrom(u.graph, from) }
	}
	steps, reached := measure(from)
	pairs := int64(len(from)) * int64(u.people-1)
	return ratio(steps, reached), ratio(reached, pairs), len(from)
}

// someOf returns count people spread over 0..n-1, or all if there are not as many.
func someOf(n, count int) []int32 {
	if count >= n {
		return consecutive(n, 1).items
	}
	from := make([]int32, count)
	for i := range from {
		from[i] = int32(spreadPerson(i, n))
	}
	return from
}

// wavesFrom returns the sum of the distances from the given people in a graph, and the number of
// other people reached, summed as well.
func wavesFrom(g *Graph, from []int32) (steps, reached int64) {
	w := newWaves(g.People())
	w.runAll(g, from)
	for d, pairs := range w.counts[1:] {
		steps, reached = steps+int64(d+1)*pairs, reached+pairs
	}
	return steps, reached
}

// spreadPerson returns the i-th of a sequence of people. Any first part of the sequence is spread
// evenly over 0..n-1, and it follows no period of the people's numbers. It takes the fractional
// parts of the multiples of the golden ratio (Weyl 1916).
func spreadPerson(i, n int) int {
	high, _ := bits.Mul64(uint64(i)*0x9E3779B97F4A7C15, uint64(n))
	return int(high)
}

// A walk measures the shortest paths from one person, breadth first over people and the units in
// which they learn.
type walk struct {
	u       *Units
	people  []int32 // the last source, counted from 1, that reached the person
	units   []int32 // the last source that reached the unit
	queue   []int32
	sources int32
	own     [1]int32
}

func newWalk(u *Units) *walk {
	return &walk{u: u, people: make([]int32, u.people), units: make([]int32, u.Len()),
		queue: make([]int32, 0, u.people)}
}

// cost is the largest number of steps that one source takes, at least 1.
func (w *walk) cost() int {
	if w.u.circles != nil {
		return w.u.people + w.u.circles.EdgeCount()
	}
	return w.u.people + len(w.u.seats.items) + len(w.u.voices.items)
}

// fromAll sums what from returns of each of the given people.
func (w *walk) fromAll(people []int32) (steps, reached int64) {
	for _, p := range people {
		s, r := w.from(p)
		steps, reached = steps+s, reached+r
	}
	return steps, reached
}

// from returns the sum of the distances from a source and the number of other people reached.
func (w *walk) from(source int32) (steps, reached int64) {
	w.sources++
	w.people[source] = w.sources
	w.queue = append(w.queue[:0], source)
	for begin, distance := 0, int64(1); begin < len(w.queue); distance++ {
		end := len(w.queue)
		for _, p := range w.queue[begin:end] {
			w.visit(p)
		}
		steps += distance * int64(len(w.queue)-end)
		begin = end
	}
	return steps, int64(len(w.queue) - 1)
}

// visit queues the people whom p hears and whom this walk has not reached yet.
func (w *walk) visit(p int32) {
	for _, k := range w.seats(p) {
		if w.units[k] == w.sources {
			continue
		}
		w.units[k] = w.sources
		for _, v := range w.u.Voices(int(k)) {
			if w.people[v] != w.sources {
				w.people[v] = w.sources
				w.queue = append(w.queue, v)
			}
		}
	}
}

func (w *walk) seats(p int32) []int32 {
	if w.u.circles != nil {
		w.own[0] = p
		return w.own[:]
	}
	return w.u.seats.at(int(p))
}
