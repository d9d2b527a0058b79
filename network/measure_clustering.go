package network

// Clustering is the mean over all people of a share, 0 to 1: of all pairs of a person's contacts,
// the share who are tied to each other (Watts and Strogatz 1998, Nature 393:440-442). A person with
// fewer than two contacts counts as 0. Directions and weights do not count: two people are tied if
// either listens to the other.
func Clustering(g *Graph) float64 {
	sum := 0.0
	countTriangles(g.Undirected(), func(closed, pairs int64) { sum += ratio(closed, pairs) })
	return sum / float64(g.People())
}

// Transitivity is the share of paths of two ties, u-v-w, for which there is a tie u-w, over the
// whole graph. It is three times the triangles over the connected triples, 0 to 1 (Newman, Strogatz
// and Watts 2001, Physical Review E 64:026118). It is 0 if there is no such path. Directions and
// weights do not count. People with many contacts have more weight in it than in Clustering.
func Transitivity(g *Graph) float64 {
	closed, pairs := int64(0), int64(0)
	countTriangles(g.Undirected(), func(c, p int64) {
		closed += c
		pairs += p
	})
	return ratio(closed, pairs)
}

// countTriangles calls person for each person, with the number of his pairs of contacts and how
// many of these are tied. The time is in proportion to the sum of the squares of the degrees.
func countTriangles(g *Graph, person func(closed, pairs int64)) {
	marked := make([]int32, g.People()) // the last person, counted from 1, who has this contact
	for u := range g.People() {
		contacts := g.Heard(u)
		for _, v := range contacts {
			marked[v] = int32(u + 1)
		}
		ends := int64(0)
		for _, v := range contacts {
			ends += countMarked(g.Heard(int(v)), marked, int32(u+1))
		}
		k := int64(len(contacts))
		person(ends/2, k*(k-1)/2)
	}
}

// countMarked counts the people whose mark is by. It touches 8 bytes an edge, half of them at
// random.
func countMarked(people, marked []int32, by int32) int64 {
	count := int64(0)
	for _, w := range people {
		if marked[w] == by {
			count++
		}
	}
	return count
}
