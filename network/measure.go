package network

import "fmt"

// OutDegrees is, for each person, the number of people to whom he listens.
func OutDegrees(g *Graph) []int {
	degrees := make([]int, g.People())
	for u := range degrees {
		degrees[u] = len(g.Heard(u))
	}
	return degrees
}

// InDegrees is, for each person, the number of people who listen to him.
func InDegrees(g *Graph) []int {
	degrees := make([]int, g.People())
	for _, v := range g.heard {
		degrees[v]++
	}
	return degrees
}

// MeanDegree is the mean number of people to whom a person listens, edges/n: 0 to n-1. The mean
// number of people who listen to him is the same. If all ties hold both ways, it is the mean number
// of contacts.
func MeanDegree(g *Graph) float64 { return ratio(int64(g.EdgeCount()), int64(g.People())) }

// Density is the share of the n(n-1) possible edges that exist, 0 to 1. It is 0 for one person.
func Density(g *Graph) float64 {
	n := int64(g.People())
	return ratio(int64(g.EdgeCount()), n*(n-1))
}

// Reciprocity is the share of edges u->v for which there is an edge v->u, 0 to 1. It is 0 if there
// are no edges.
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

// checkGroups returns an error unless there is one label for each person.
func checkGroups(g *Graph, groups []int) error {
	if len(groups) != g.People() {
		return fmt.Errorf("network: %d group labels, want one for each of %d people", len(groups),
			g.People())
	}
	return nil
}
