package sim_test

import (
	"math/rand/v2"

	"orglearn/network"
)

// plainPeers are people who learn from their contacts on a graph (Fang, Lee and Schilling 2010,
// with additive scores), written in plain Go without the library. There is a struct for each person
// and a byte for each belief, and coins are drawn one at a time. All learn at once, each from those
// of his contacts who do strictly better.
type plainPeers struct {
	people []plainPeer
	truth  []int8
	votes  []int
	rng    *rand.Rand
	// votes are counted dimension by dimension, as the rule is stated; if false, voice by voice,
	// which is faster
	stated bool
}

type plainPeer struct {
	beliefs  []int8
	next     []int8 // beliefs after the tick
	contacts []int
	score    int
}

// The rate at which peers learn, and their dimensions.
const (
	peerRate       = .3
	peerDimensions = 100
)

// newPlainPeers returns n people on a small world of 6 neighbours each, with beliefs of -1, 0 and
// +1 with probability 1/3 each.
func newPlainPeers(n int, rewire float64, rng *rand.Rand) (*plainPeers, error) {
	graph, err := network.WattsStrogatz{Neighbours: 6, Rewire: rewire}.Graph(n, rng)
	if err != nil {
		return nil, err
	}
	w := &plainPeers{
		people: make([]plainPeer, n),
		truth:  make([]int8, peerDimensions),
		votes:  make([]int, peerDimensions),
		rng:    rng,
	}
	for d := range w.truth {
		w.truth[d] = plainCoin(rng)
	}
	for i := range w.people {
		w.people[i] = newPlainPeer(graph.Heard(i), rng)
	}
	return w, nil
}

func newPlainPeer(heard []int32, rng *rand.Rand) plainPeer {
	p := plainPeer{
		beliefs:  make([]int8, peerDimensions),
		next:     make([]int8, peerDimensions),
		contacts: make([]int, len(heard)),
	}
	for d := range p.beliefs {
		p.beliefs[d] = int8(rng.IntN(3) - 1)
	}
	for k, c := range heard {
		p.contacts[k] = int(c)
	}
	return p
}

// tick lets everybody learn from the beliefs at the start of the tick.
func (w *plainPeers) tick() {
	for i := range w.people {
		w.people[i].score = plainMatches(w.people[i].beliefs, w.truth)
	}
	for i := range w.people {
		w.learn(&w.people[i])
	}
	for i := range w.people {
		p := &w.people[i]
		p.beliefs, p.next = p.next, p.beliefs
	}
}

// learn takes over, with a probability per dimension, the majority belief of the contacts who do
// better.
func (w *plainPeers) learn(p *plainPeer) {
	clear(w.votes)
	if w.stated {
		w.vote(p)
	} else {
		w.voteByVoice(p)
	}
	copy(p.next, p.beliefs)
	for d, sum := range w.votes {
		if norm := plainSign(sum); norm != 0 && norm != p.beliefs[d] && w.rng.Float64() < peerRate {
			p.next[d] = norm
		}
	}
}

func (w *plainPeers) vote(p *plainPeer) {
	for d := range w.votes {
		for _, c := range p.contacts {
			if better := &w.people[c]; better.score > p.score {
				w.votes[d] += int(better.beliefs[d])
			}
		}
	}
}

func (w *plainPeers) voteByVoice(p *plainPeer) {
	for _, c := range p.contacts {
		better := &w.people[c]
		if better.score <= p.score {
			continue
		}
		for d, b := range better.beliefs {
			w.votes[d] += int(b)
		}
	}
}

// measured returns the mean score as a share of the largest, the share of beliefs that are not 0,
// and the share of ties and dimensions in which both people believe the same.
func (w *plainPeers) measured() []float64 {
	var score, known, alike, ties int
	for i := range w.people {
		p := &w.people[i]
		score += plainMatches(p.beliefs, w.truth)
		for _, b := range p.beliefs {
			known += int(b * b)
		}
		ties += len(p.contacts)
		for _, c := range p.contacts {
			alike += plainAlike(p.beliefs, w.people[c].beliefs)
		}
	}
	all := float64(len(w.people) * peerDimensions)
	return []float64{float64(score) / all, float64(known) / all,
		float64(alike) / float64(ties*peerDimensions)}
}
