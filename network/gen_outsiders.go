package network

import "fmt"

// Outsiders divides people into groups of Size consecutive people. Each is tied to exactly Ties
// others, of whom exactly Outside are not of his group. So the share of ties that lead to the
// other, to people who know something else, changes at equal degree. It is drawn at random: a
// regular graph whose ties are swapped in pairs, 10 attempts per tie, inside each group and outside
// apart (see RewireDegrees).
//
// With Outside 0 the groups are isolated. With Outside at Ties nobody is tied to his own group. The
// groups are those of Caveman and of practice.Work. RewiredCaveman has the share of ties outside as
// a probability, and degrees that differ. Fang, Lee and Schilling (2010), who use it, find that a
// share of .1 to .3 lets groups learn most in the long run. Found here (go run
// ./examples/practice): of 16 ties, 4 outside end highest, .284 [.240, .328] above 0; that 8 or 12
// are worse is not shown.
type Outsiders struct {
	Size    int // people in a group, at least 1; a divisor of n
	Ties    int // contacts of each person
	Outside int // those outside his group, 0 to Ties
}

// Validate reports a Size below 1, Ties below 0 and an Outside that is not within 0..Ties.
func (c Outsiders) Validate() error {
	err := firstError(checkLeast("Outsiders.Size", c.Size, 1),
		checkLeast("Outsiders.Ties", c.Ties, 0))
	if err == nil && (c.Outside < 0 || c.Outside > c.Ties) {
		err = fmt.Errorf("network: Outsiders.Outside is %d, want 0 to %d (Outsiders.Ties)",
			c.Outside, c.Ties)
	}
	return err
}

// Fits reports a number of people that is no multiple of Size, and ties for which there are not
// enough people inside a group or outside. An odd number of ties on one side needs an even number
// of people there.
func (c Outsiders) Fits(_, n int) error {
	if err := firstError(c.Validate(), checkCaves("Outsiders.Size", n, c.Size)); err != nil {
		return err
	}
	inside := c.Ties - c.Outside
	if inside >= c.Size || inside*c.Size%2 != 0 {
		return fmt.Errorf("network: Outsiders.Ties less Outsiders.Outside is %d, want 0 to %d in "+
			"groups of %d, and even if these are odd", inside, c.Size-1, c.Size)
	}
	if c.Outside%2 != 0 && n%2 != 0 || c.Outside > 0 && !c.hasSteps(n) {
		return fmt.Errorf("network: Outsiders.Outside is %d, which %d people in groups of %d do "+
			"not allow: there are too few outside, or both numbers are odd", c.Outside, n, c.Size)
	}
	return checkSize(n, int64(n)*int64(c.Ties))
}

// hasSteps reports whether there are as many steps as acrossGroups takes.
func (c Outsiders) hasSteps(n int) bool {
	groups, last := n/c.Size, (n-1)/2
	free := last - last/groups
	if c.Outside%2 != 0 && groups > 1 {
		free-- // a step of 1 is taken by half
	}
	return groups > 1 && c.Outside/2 <= free
}

// Graph ties n·Ties/2 pairs.
func (c Outsiders) Graph(n int, src Source) (*Graph, error) {
	if err := c.Fits(0, n); err != nil {
		return nil, err
	}
	s := &swapper{mutual: true, pairs: make([]pair, 0, n*c.Ties/2)}
	var kinds []int // where the ties of each group end, and those across
	for first := 0; first < n; first += c.Size {
		s.pairs = c.withinGroup(s.pairs, first)
		kinds = append(kinds, len(s.pairs))
	}
	s.pairs = c.acrossGroups(s.pairs, n)
	kinds = append(kinds, len(s.pairs))
	s.hash()
	begin := 0
	for _, end := range kinds {
		c.mix(s, begin, end, src)
		begin = end
	}
	return s.graph(n), nil
}

// withinGroup adds the ties inside one group: a ring lattice and, for an odd number of ties, those
// across the ring.
func (c Outsiders) withinGroup(pairs []pair, first int) []pair {
	inside := c.Ties - c.Outside
	for k := range c.Size {
		for step := 1; step <= inside/2; step++ {
			pairs = append(pairs, pair{int32(first + k), int32(first + (k+step)%c.Size)})
		}
	}
	for k := range c.Size / 2 * (inside % 2) {
		pairs = append(pairs, pair{int32(first + k), int32(first + k + c.Size/2)})
	}
	return pairs
}

// acrossGroups adds the ties between groups. People stand in a ring in which the groups take turns.
// So all steps lead to another group but those that are multiples of the number of groups. If the
// number of ties is odd, every second step of 1 is taken, too.
func (c Outsiders) acrossGroups(pairs []pair, n int) []pair {
	groups, odd := n/c.Size, c.Outside%2
	who := func(at int) int32 { at %= n; return int32(at%groups*c.Size + at/groups) }
	for at := range n / 2 * odd {
		pairs = append(pairs, pair{who(2 * at), who(2*at + 1)})
	}
	step := odd
	for range c.Outside / 2 {
		for step++; step%groups == 0; step++ {
		}
		for at := range n {
			pairs = append(pairs, pair{who(at), who(at + step)})
		}
	}
	return pairs
}

// mix swaps ties of one kind, and keeps each of its kind.
func (c Outsiders) mix(s *swapper, begin, end int, src Source) {
	size, count := int32(c.Size), end-begin
	crosses := func(a, b int32) bool { return a/size != b/size }
	for range swapsPerEdge * count {
		i, j := begin+src.IntN(count), begin+src.IntN(count)
		if src.IntN(2) == 1 {
			s.turn(i)
		}
		x, y := s.pairs[i], s.pairs[j]
		if i != j && crosses(x.a, y.b) == crosses(x.a, x.b) &&
			crosses(y.a, x.b) == crosses(y.a, y.b) {
			s.swap(i, j)
		}
	}
}
