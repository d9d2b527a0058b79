package network

// Pairs are pairs of people who listen to each other. They are drawn anew before every tick, as for
// e-mail or random encounters in a canteen. Each person's circle has one contact. If the number of
// people is odd, one person has none.
type Pairs struct{}

// Build returns pairs drawn at random. They last until the first Rewire, which comes before the
// first tick.
func (s Pairs) Build(n int, src Source) (*Units, error) {
	if err := checkPeople(n); err != nil {
		return nil, err
	}
	g := &Graph{starts: make([]uint32, n+1), heard: make([]int32, n-n%2, n)}
	u := NewCircles(g)
	u.spare = make([]int32, n)
	s.Rewire(u, 0, src)
	u.measure()
	return u, nil
}

// Rewire draws the pairs anew, in place and without allocation. All pairings are equally likely,
// whatever the pairs were before.
func (s Pairs) Rewire(u *Units, _ int, src Source) {
	g, order := u.circles, u.spare
	for p := range order {
		order[p] = int32(p)
	}
	shuffle(order, src)
	alone := int32(-1)
	if len(order)%2 == 1 {
		alone = order[len(order)-1]
	}
	for p := range order {
		g.starts[p+1] = uint32(p + 1)
		if alone >= 0 && p >= int(alone) {
			g.starts[p+1] = uint32(p)
		}
	}
	for i := 0; i+1 < len(order); i += 2 {
		a, b := order[i], order[i+1]
		g.heard[g.starts[a]], g.heard[g.starts[b]] = b, a
	}
}
