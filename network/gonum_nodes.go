package network

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"
)

// contacts walks a row of a graph as gonum nodes, in ascending order.
type contacts struct {
	ids  []int32
	next int // the next index; the current node is at next-1; past the end there is none
}

var (
	_ graph.Nodes      = (*contacts)(nil)
	_ graph.NodeSlicer = (*contacts)(nil)
)

// Len is the number of nodes still to come.
func (c *contacts) Len() int { return max(0, len(c.ids)-c.next) }

// Next moves to the next node, and reports whether there is one.
func (c *contacts) Next() bool {
	c.next = min(c.next, len(c.ids)) + 1
	return c.next <= len(c.ids)
}

// Node returns the node that Next moved to, or nil.
func (c *contacts) Node() graph.Node {
	if c.next < 1 || c.next > len(c.ids) {
		return nil
	}
	return simple.Node(c.ids[c.next-1])
}

// Reset begins again before the first node.
func (c *contacts) Reset() { c.next = 0 }

// NodeSlice returns the nodes still to come, and moves past them.
func (c *contacts) NodeSlice() []graph.Node {
	if c.Len() == 0 {
		return nil
	}
	nodes := make([]graph.Node, 0, c.Len())
	for _, id := range c.ids[c.next:] {
		nodes = append(nodes, simple.Node(id))
	}
	c.next = len(c.ids) + 1
	return nodes
}
