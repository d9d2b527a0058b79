package network

import "fmt"

// OutDegrees are, per person, the number of people whom he listens to.
func OutDegrees(g *Graph) []int {
	degrees := make([]int, g.People())
	for u := range degrees {
		degrees[u] = len(g.Heard(u))
	}
	return degrees
}

// InDegrees are, per person, the number of people who listen to him.
func InDegrees(g *Graph) []int {
	degrees := make([]int, g.People())
	for _, v := range g.heard {
		degrees[v]++
	}
	return degrees
}

// MeanDegree is the mean number of people whom a person listens to, edges/n: 0 to n-1. It is also
// the mean number of people who listen to him, and the mean number of contacts where all ties hold
// both ways.
func MeanDegree(g *Graph) float64 { return ratio(int64(g.EdgeCount()), int64(g.People())) }

// Density is the share of the n(n-1) possible edges that are there, 0 to 1. Of one person it is 0.
func Density(g *Graph) float64 {
	n := int64(g.People())
	return ratio(int64(g.EdgeCount()), n*(n-1))
}

// Reciprocity is the share of edges u->v for which there is an edge v->u, 0 to 1. Without edges it
// is 0.
func Reciprocity(g *Graph) float64 {
	returned := int64(0)
	for u := range g.People() {
		for _, v := range g.Heard(u) {
			if g.Has(int(v), u) {
				returned++
			}
		}
	}
	return ratio(returned, int64(g.EdgeCount()))
}

// checkGroups is the error of group labels that do not fit the people.
func checkGroups(g *Graph, groups []int) error {
	if len(groups) != g.People() {
		return fmt.Errorf("network: %d group labels, want one for each of %d people", len(groups),
			g.People())
	}
	return nil
}
