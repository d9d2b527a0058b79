package practice_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
)

// whom counts how often person 1 asks each of some voices with these standings.
func whom(r practice.Respondent, id, unknown int, standings ...int32) map[int]int {
	said := agents.NewVoices(make([]agents.Knowledge, len(standings)), standings, nil)
	p := &agents.Person{ID: id, Unknown: unknown, Stream: agents.NewStream(7)}
	counts := map[int]int{}
	for range 3000 {
		counts[r.Ask(p, &agents.Unit{}, said)]++
	}
	return counts
}

// A person asks one of the others: each equally often, or the best. The bound is 4 standard errors.
func TestRespondent(t *testing.T) {
	drawn, best := practice.Respondent{}, practice.Respondent{By: practice.ByStanding}
	for _, c := range []struct {
		name        string
		rule        practice.Respondent
		id, unknown int
		standings   []int32
		want        []int // all with the same probability
	}{
		{"drawn", drawn, 1, 5, []int32{0, 9, 3, 3}, []int{0, 2, 3}},
		{"drawn by the last", drawn, 3, 5, []int32{0, 9, 3, 3}, []int{0, 1, 2}},
		{"drawn by who is no voice", drawn, 7, 5, []int32{0, 9, 3}, []int{0, 1, 2}},
		{"the best of the others", best, 1, 5, []int32{0, 9, -3}, []int{0}},
		{"the best of equals", best, 0, 5, []int32{9, 2, 2, 1, 2}, []int{1, 2, 4}},
		{"who knows everything", drawn, 1, 0, []int32{0, 9, 3}, []int{-1}},
		{"the best, and who knows everything", best, 1, 0, []int32{0, 9, 3}, []int{-1}},
		{"alone", drawn, 0, 5, []int32{1}, []int{-1}},
		{"alone with the best", best, 0, 5, []int32{1}, []int{-1}},
		{"among none", drawn, 0, 5, nil, []int{-1}},
	} {
		counts := whom(c.rule, c.id, c.unknown, c.standings...)
		q := 1 / float64(len(c.want))
		for _, k := range c.want {
			if d := math.Abs(float64(counts[k]) - 3000*q); d > 4*math.Sqrt(3000*q*(1-q)) {
				t.Errorf("%s: voice %d was asked %d times of 3000, want %v", c.name, k, counts[k],
					3000*q)
			}
			delete(counts, k)
		}
		if len(counts) > 0 {
			t.Errorf("%s: asked too: %v", c.name, counts)
		}
	}
}
