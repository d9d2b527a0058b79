package layout

import (
	"math"

	"gonum.org/v1/gonum/spatial/barneshut"
	"gonum.org/v1/gonum/spatial/r2"
)

const (
	springRounds = 80   // number of rounds; fixed, so that the layout is the same each time
	springTheta  = 0.9  // Barnes and Hut's accuracy: larger is faster and rougher
	exactNodes   = 300  // largest number of nodes for which every pair is counted
	heat         = 0.12 // longest step of the first round, as a share of the square's side
	gravity      = 0.4  // pull to the middle, so that parts without ties between them stay close
)

// Spring places the nodes of a general graph, 0 to MaxNodes, by the method of Fruchterman and
// Reingold 1991, Software: Practice and Experience 21, 1129. All nodes repel each other and ties
// attract. The steps become shorter over a fixed number of rounds. For many nodes Barnes and Hut's
// tree sums the repulsion of distant ones. Nodes start on a spiral in the order of their numbers. A
// tie of a node to itself, or to a node that does not exist, has no effect.
func Spring(n int, edges [][2]int) (x, y []float64) {
	if !placeable(n) {
		return nil, nil
	}
	s := newSpring(n, edges)
	for round := range springRounds {
		s.step(heat * (1 - float64(round)/springRounds))
	}
	x, y = make([]float64, n), make([]float64, n)
	for i, b := range s.nodes {
		x[i], y[i] = b.at.X, b.at.Y
	}
	fitSquare(x, y)
	part(x, y)
	return x, y
}

// body is a node as a particle.
type body struct{ at, move r2.Vec }

// Coord2 is where the node is.
func (b *body) Coord2() r2.Vec { return b.at }

// Mass is that of all nodes.
func (b *body) Mass() float64 { return 1 }

type spring struct {
	nodes     []*body
	particles []barneshut.Particle2 // the same nodes
	edges     [][2]int
	// pull is the attraction of each node's ties. It is less for a node with many ties, which would
	// otherwise draw everything into a ball.
	pull  []float64
	ideal float64 // the length of a tie at which attraction and repulsion are equal
}

func newSpring(n int, edges [][2]int) *spring {
	s := &spring{ideal: 1 / math.Sqrt(float64(max(n, 1)))}
	degree := make([]float64, n)
	for _, e := range edges {
		if e[0] != e[1] && min(e[0], e[1]) >= 0 && max(e[0], e[1]) < n {
			s.edges = append(s.edges, e)
			degree[e[0]]++
			degree[e[1]]++
		}
	}
	for i := range n {
		// On a spiral of one turn no two nodes start in one place, and neighbours by number start
		// as neighbours.
		px, py := onCircle(0, 0, 0.4+0.2*float64(i)/float64(n), turn(i, n))
		b := &body{at: r2.Vec{X: px, Y: py}}
		s.nodes, s.particles = append(s.nodes, b), append(s.particles, b)
		s.pull = append(s.pull, 1/math.Sqrt(max(1, degree[i]/4)))
	}
	return s
}

// step moves every node by the forces on it, at most by limit.
func (s *spring) step(limit float64) {
	s.repel()
	for _, e := range s.edges {
		a, b := s.nodes[e[0]], s.nodes[e[1]]
		d := r2.Sub(b.at, a.at)
		f := r2.Scale(r2.Norm(d)/s.ideal*math.Sqrt(s.pull[e[0]]*s.pull[e[1]]), d) // d²/k along d
		a.move, b.move = r2.Add(a.move, f), r2.Sub(b.move, f)
	}
	for _, b := range s.nodes {
		b.move = r2.Sub(b.move, r2.Scale(gravity, b.at))
		if length := r2.Norm(b.move); length > limit {
			b.move = r2.Scale(limit/length, b.move)
		}
		b.at = r2.Add(b.at, b.move)
	}
}

// repel sets every node's move to the repulsion of all others, k²/d.
func (s *spring) repel() {
	strength := float64(s.ideal * s.ideal)
	push := func(_, _ barneshut.Particle2, _, mass float64, v r2.Vec) r2.Vec {
		return r2.Scale(-strength*mass/max(r2.Norm2(v), 1e-12), v)
	}
	theta := springTheta
	if len(s.nodes) <= exactNodes {
		theta = 0
	}
	plane, err := barneshut.NewPlane(s.particles)
	for i, b := range s.nodes {
		b.move = r2.Vec{}
		if err == nil { // an error: nodes are too close together; this round only ties act
			b.move = plane.ForceOn(s.particles[i], theta, push)
		}
	}
}

// part moves apart nodes in the same place, each along a spiral to the first free spot.
func part(x, y []float64) {
	const spot = 1e-4
	taken := map[[2]int]bool{}
	for i := range x {
		cx, cy := x[i], y[i]
		for k := 1; ; k++ {
			at := [2]int{int(x[i] / spot), int(y[i] / spot)}
			if !taken[at] {
				taken[at] = true
				break
			}
			x[i], y[i] = onCircle(cx, cy, 2*spot*math.Sqrt(float64(k)), float64(k)*2.4)
			x[i], y[i] = min(max(x[i], 0), 1), min(max(y[i], 0), 1)
		}
	}
}
