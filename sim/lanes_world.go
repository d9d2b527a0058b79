package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// laneWorld is reality where lanes are replicates. Its scores are not those of the Landscape, but
// order bodies in the same way.
type laneWorld interface {
	// set gives a lane its landscape.
	set(lane int, l Landscape)
	// most is the largest score.
	most() int
	// score adds the score of a body, which has a word per dimension, to row i: a number for each
	// replicate.
	score(k agents.Knowledge, to *kernel.Scores, i int)
}

// newLaneWorld returns a world for landscapes of the same kind as l, which is an *additive or a
// *blocks. It has no landscapes yet.
func newLaneWorld(l Landscape) laneWorld {
	if b, ok := l.(*blocks); ok {
		truth := laneTruth{make([]uint64, b.dimensions)}
		return &blockLanes{truth, b.size, make([]uint64, b.dimensions/b.size)}
	}
	dimensions := l.(*additive).dimensions
	return &additiveLanes{laneTruth{make([]uint64, dimensions)}, make([]uint64, 2*dimensions)}
}

// laneTruth is the truth in each dimension and replicate: 1 for yes.
type laneTruth struct{ yes []uint64 }

func (t laneTruth) set(lane int, l Landscape) {
	truth := l.Truth()
	for d := range t.yes {
		t.yes[d] = t.yes[d]&^(1<<uint(lane)) | truth[d>>6].Yes>>uint(d&63)&1<<uint(lane)
	}
}

// additiveLanes counts dimensions that are right plus dimensions that are not wrong. That is the
// score of additive plus the number of dimensions.
type additiveLanes struct {
	laneTruth
	points []uint64
}

func (a *additiveLanes) most() int { return len(a.points) }

func (a *additiveLanes) score(k agents.Knowledge, to *kernel.Scores, i int) {
	points := a.points[:2*len(k)]
	for d, w := range k {
		t := a.yes[d]
		points[2*d] = w.Yes&t | w.No&^t
		points[2*d+1] = ^(w.No&t | w.Yes&^t)
	}
	to.Add(i, points)
}

// blockLanes counts blocks that are wholly right.
type blockLanes struct {
	laneTruth
	size   int
	points []uint64
}

func (b *blockLanes) most() int { return len(b.points) }

func (b *blockLanes) score(k agents.Knowledge, to *kernel.Scores, i int) {
	for block := range b.points {
		right := ^uint64(0)
		for d := block * b.size; d < (block+1)*b.size; d++ {
			right &= k[d].Yes&b.yes[d] | k[d].No&^b.yes[d]
		}
		b.points[block] = right
	}
	to.Add(i, b.points)
}
