package networktest

import (
	"errors"
	"fmt"
	"slices"

	"orglearn/network"
)

func checkGenerator(g network.Generator, n int, seed uint64) error {
	graph, again, err := buildTwice(func() (*network.Graph, error) {
		return g.Graph(n, source(seed, 0))
	})
	if err != nil {
		return err
	}
	if graph == nil || again == nil {
		return errors.New("the graph is nil")
	}
	return firstError(checkGraph(graph, n), sameGraph(graph, again))
}

func checkGraph(g *network.Graph, n int) error {
	if g.People() != n {
		return fmt.Errorf("the graph has %d people", g.People())
	}
	edges := 0
	for u := range n {
		row := g.Heard(u)
		edges += len(row)
		for k, v := range row {
			if v < 0 || int(v) >= n || int(v) == u || k > 0 && row[k-1] >= v {
				return fmt.Errorf("person %d hears %v, want others from 0 to %d, ascending", u,
					row, n-1)
			}
		}
		if err := checkTies(g.Weights(u), len(row)); err != nil {
			return fmt.Errorf("person %d: %w", u, err)
		}
	}
	if edges != g.EdgeCount() {
		return fmt.Errorf("%d edges, but the people hear %d", g.EdgeCount(), edges)
	}
	return nil
}

func sameGraph(a, b *network.Graph) error {
	if a.People() != b.People() {
		return fmt.Errorf("%d people, and %d with the same chance", a.People(), b.People())
	}
	for u := range a.People() {
		if !slices.Equal(a.Heard(u), b.Heard(u)) || !slices.Equal(a.Weights(u), b.Weights(u)) {
			return fmt.Errorf("person %d hears %v, and %v with the same chance", u, a.Heard(u),
				b.Heard(u))
		}
	}
	return nil
}
