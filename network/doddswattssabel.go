package network

import (
	"fmt"
	"math"
	"slices"
)

// DoddsWattsSabel is the family of hierarchies with informal ties of Dodds, Watts and Sabel,
// Information exchange and the robustness of organizational networks, PNAS 100(21):12516-12521
// (2003). It has the ties of a Tree, and Extra more ties between people who are not tied in the
// tree. The extra ties are drawn one by one, without replacement, with probabilities in proportion
// to
//
//	exp(-D/Depth) exp(-x/Distance),  x = sqrt(d² + e² - 2)
//
// The lowest common superior of the two people is D levels below the root. They are d and e levels
// below him; 0 stands for the superior himself. Depth and Distance are the paper's lambda and zeta.
// A small Depth favours pairs whose common superior is near the root. A small Distance favours
// pairs who are near each other in the tree. Two people with the same direct superior have x = 0.
//
//	                   Depth     Distance
//	random             1e9       1e9       any pair
//	local team         1e9       0         people with the same direct superior, at any level
//	interdivisional    0         1e9       people of different branches below the root
//	core-periphery     0         0         the people directly below the root
//	multiscale         .5        .5        more ties near the root and at short distances
//
// 0 is the limit of small values. If Depth is 0, the pairs of least D are tied first, and when none
// is left, those of the next D. If Distance is 0, the same holds for x; if both are 0, for D + x. A
// large number such as 1e9 stands for infinity. People are numbered as in Tree, and the last level
// need not be full. The paper has Branching 5 and 781 people, which are five full levels.
type DoddsWattsSabel struct {
	Branching int     // people directly below each, at least 2
	Extra     int     // ties beside those of the tree: 0 to n(n-1)/2 - (n-1)
	Depth     float64 // lambda, finite and at least 0
	Distance  float64 // zeta, finite and at least 0
}

// Validate reports a Branching below 2, a negative Extra, and a Depth or Distance that is negative
// or not finite.
func (d DoddsWattsSabel) Validate() error {
	return firstError(
		checkLeast("DoddsWattsSabel.Branching", d.Branching, 2),
		checkLeast("DoddsWattsSabel.Extra", d.Extra, 0),
		checkLength("DoddsWattsSabel.Depth", d.Depth),
		checkLength("DoddsWattsSabel.Distance", d.Distance))
}

// checkLength returns an error if a number is negative or not finite.
func checkLength(field string, value float64) error {
	if !(value >= 0 && value <= math.MaxFloat64) {
		return fmt.Errorf("network: %s is %v, want a finite number of at least 0", field, value)
	}
	return nil
}

// Graph ties n-1+Extra pairs. An extra tie takes about 150 ns, unless nearly all pairs of its kind
// are tied. Tying all N pairs of a kind takes time in proportion to N log N.
func (d DoddsWattsSabel) Graph(n int, src Source) (*Graph, error) {
	if err := d.Fits(0, n); err != nil {
		return nil, err
	}
	pairs := slices.AppendSeq(make([]pair, 0, n-1+d.Extra), Tree{d.Branching}.ties(n))
	if d.Extra > 0 {
		pairs = d.informal(n, pairs, src)
	}
	return mutualGraph(n, slices.Values(pairs)), nil
}

// informal appends the extra ties. It draws a kind of pairs in proportion to its size times its
// weight, and then one pair of the kind. If the pair is tied already, it draws again, so the other
// pairs keep their relative probabilities.
func (d DoddsWattsSabel) informal(n int, pairs []pair, src Source) []pair {
	tree := newLevels(n, d.Branching)
	k := kinds{all: tree.kinds(), lambda: d.Depth, zeta: d.Distance}
	k.weigh()
	tied := newTieSet(d.Extra, slotsToAdd, func(i int) uint64 { return pairs[n-1+i].key() })
	for i := range d.Extra {
		for {
			kind := k.draw(src)
			p := tree.draw(kind, src)
			if !tied.add(p.key(), i) {
				continue
			}
			pairs = append(pairs, p)
			if kind.left--; kind.left == 0 {
				k.weigh()
			}
			break
		}
	}
	return pairs
}

// A kind is the set of all pairs with the same D, d and e.
type kind struct {
	top, near, far int   // D, and d <= e
	pairs, left    int64 // how many pairs there are, and how many are not tied yet
}

// cost is the negative logarithm of the weight of a pair. A Depth or Distance of 0 is replaced by a
// length so small that any difference in D or x outweighs all others.
func (k *kind) cost(lambda, zeta float64) float64 {
	const zero = 1e-6
	x := math.Sqrt(float64(k.near*k.near + k.far*k.far - 2))
	return float64(k.top)/max(lambda, zero) + x/max(zeta, zero)
}

// kinds draws a kind that has a pair left, in proportion to its weight.
type kinds struct {
	all          []*kind
	lambda, zeta float64
	sums         []float64 // the sum of the weights up to each kind
}

// weigh computes the weights of the kinds that have a pair left, relative to the heaviest pair.
func (k *kinds) weigh() {
	k.sums = k.sums[:0]
	open, least := k.all[:0], math.Inf(1)
	for _, kind := range k.all {
		if kind.left > 0 {
			open, least = append(open, kind), min(least, kind.cost(k.lambda, k.zeta))
		}
	}
	k.all = open
	sum := 0.
	for _, kind := range open {
		sum += float64(float64(kind.pairs) * digits12(math.Exp(least-kind.cost(k.lambda, k.zeta))))
		k.sums = append(k.sums, sum)
	}
}

func (k *kinds) draw(src Source) *kind { return k.all[draw(k.sums, src)] }
