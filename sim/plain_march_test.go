package sim_test

import (
	"math"
	"math/rand/v2"
)

// plainMarch is the organization of March (1991), written in plain Go without the library. It has a
// struct for each person and a byte for each belief, and draws one coin at a time. It can follow
// two readings of the paper, models.Original and models.Text. The library's speed is compared with
// it.
type plainMarch struct {
	text    bool      // models.Text, else models.Original
	p1      float64   // rate at which people learn from the code
	change  []float64 // probability that the code changes, by the absolute sum of the votes
	reality []int8
	code    []int8
	people  []plainMember
	votes   []int
	rng     *rand.Rand
}

type plainMember struct {
	beliefs []int8
	action  []int8
	score   int // of his action
}

// newPlainMarch returns an organization of 50 people and 30 dimensions.
func newPlainMarch(text bool, p1, p2 float64, rng *rand.Rand) *plainMarch {
	const people, dimensions = 50, 30
	o := &plainMarch{
		text:    text,
		p1:      p1,
		change:  make([]float64, people+1),
		reality: make([]int8, dimensions),
		code:    make([]int8, dimensions),
		people:  make([]plainMember, people),
		votes:   make([]int, dimensions),
		rng:     rng,
	}
	for k := range o.change {
		o.change[k] = 1 - math.Pow(1-p2, float64(k))
	}
	for d := range o.reality {
		o.reality[d] = plainCoin(rng)
	}
	for i := range o.people {
		o.people[i] = plainMember{beliefs: make([]int8, dimensions),
			action: make([]int8, dimensions)}
		for d := range o.people[i].beliefs {
			o.people[i].beliefs[d] = int8(rng.IntN(3) - 1)
		}
	}
	return o
}

// plainCoin returns -1 or +1.
func plainCoin(rng *rand.Rand) int8 { return int8(2*rng.IntN(2) - 1) }

// period runs one period without turbulence and turnover. People learn before the code does, from
// the code of the last period.
func (o *plainMarch) period() {
	for i := range o.people {
		o.act(&o.people[i])
	}
	standing := o.score(o.code)
	for i := range o.people {
		o.learn(o.people[i].beliefs)
	}
	o.learnCode(standing)
}

func (o *plainMarch) act(m *plainMember) {
	copy(m.action, m.beliefs)
	if !o.text {
		for d, b := range m.action {
			if b == 0 {
				m.action[d] = plainCoin(o.rng)
			}
		}
	}
	m.score = o.score(m.action)
}

// score returns the number of dimensions right; in the original reading, minus the number wrong.
func (o *plainMarch) score(body []int8) int {
	if o.text {
		return plainAlike(body, o.reality)
	}
	return plainMatches(body, o.reality)
}

// plainAlike counts the dimensions in which two bodies of beliefs are the same.
func plainAlike(a, b []int8) int {
	n := 0
	for d, v := range a {
		if v == b[d] {
			n++
		}
	}
	return n
}

// plainMatches returns the number of beliefs right minus the number wrong.
func plainMatches(body, truth []int8) int {
	n := 0
	for d, b := range body {
		n += int(b * truth[d])
	}
	return n
}

// learn moves a person's beliefs towards the code: by one step, or in the reading of the text all
// the way.
func (o *plainMarch) learn(beliefs []int8) {
	for d, norm := range o.code {
		if norm == 0 || beliefs[d] == norm || o.rng.Float64() >= o.p1 {
			continue
		}
		if o.text || beliefs[d] == 0 {
			beliefs[d] = norm
		} else {
			beliefs[d] = 0
		}
	}
}

// learnCode changes the code by the vote of the people whose score is above the code's.
func (o *plainMarch) learnCode(standing int) {
	clear(o.votes)
	for i := range o.people {
		m := &o.people[i]
		if m.score <= standing {
			continue
		}
		for d, a := range m.action {
			o.votes[d] += int(a)
		}
	}
	for d, sum := range o.votes {
		vote, k := plainSign(sum), max(sum, -sum)
		if vote != 0 && vote != o.code[d] && o.rng.Float64() < o.change[k] {
			o.code[d] = vote
		}
	}
}

func plainSign(sum int) int8 {
	switch {
	case sum > 0:
		return 1
	case sum < 0:
		return -1
	}
	return 0
}

// codeKnowledge returns the score of the code as a share of the largest possible score.
func (o *plainMarch) codeKnowledge() float64 {
	return float64(o.score(o.code)) / float64(len(o.reality))
}

// knowledge returns the mean over people of the score of their beliefs, as a share of the largest
// possible score.
func (o *plainMarch) knowledge() float64 {
	sum := 0
	for i := range o.people {
		sum += o.score(o.people[i].beliefs)
	}
	return float64(sum) / float64(len(o.people)*len(o.reality))
}
