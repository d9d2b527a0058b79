package practice_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// asks counts, in many draws, which of three voices is asked: -1, 0, 1 or 2.
func asks(r practice.Led, rank uint8, ranks ...uint8) (counts map[int]int) {
	claims := []agents.Knowledge{{{}}, {{}}, {{}}}
	said := agents.NewVoices(claims, nil, ranks)
	p := &agents.Person{ID: 7, Rank: rank, Stream: agents.NewStream(1991)}
	counts = map[int]int{}
	for range 16_000 {
		counts[r.Ask(p, &agents.Unit{}, said)]++
	}
	return counts
}

// People heed their leader with the share. A leader, and people without one, never do.
func TestLed(t *testing.T) {
	const member, leader = 0, 1
	for _, c := range []struct {
		share     int
		rank      uint8
		ranks     []uint8
		want      map[int]float64 // share of draws
		tolerance float64
	}{
		{0, member, []uint8{leader, 0, 0}, map[int]float64{-1: 1}, 0},
		{16, member, []uint8{0, leader, 0}, map[int]float64{1: 1}, 0},
		{16, leader, []uint8{0, leader, 0}, map[int]float64{-1: 1}, 0},
		{16, member, nil, map[int]float64{-1: 1}, 0},
		// 4 standard errors of 16,000 draws at most: 4 sqrt(.25/16000) = .016
		{4, member, []uint8{0, leader, 0}, map[int]float64{-1: .75, 1: .25}, .016},
		{8, member, []uint8{leader, 0, leader}, map[int]float64{-1: .5, 0: .25, 2: .25}, .016},
	} {
		got := asks(practice.Led{Share: c.share}, c.rank, c.ranks...)
		for k := -1; k < 3; k++ {
			if share := float64(got[k]) / 16_000; math.Abs(share-c.want[k]) > c.tolerance {
				t.Errorf("share %d, rank %d, ranks %v: voice %d is asked with share %.3f, want %v",
					c.share, c.rank, c.ranks, k, share, c.want[k])
			}
		}
	}
	if err := (practice.Led{Share: 17}).Validate(); err == nil ||
		err.Error() != "Led.Share is 17, want 0 to 16" {
		t.Errorf("error %v", err)
	}
}
