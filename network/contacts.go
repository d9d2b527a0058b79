package network

import "slices"

// Contacts returns the graph of who hears whom: p listens to another person v if v is a voice in a
// unit whose audience includes p. Every tie has weight 1. For circles it is their own graph, with
// its weights.
//
// It takes 4 bytes for each ordered pair of people of whom the first hears the second. One unit of
// n people takes 4n(n-1) bytes. Budget counts the pairs, Ties, without the graph. More than
// MaxEdges pairs are a panic.
func (u *Units) Contacts() *Graph {
	if u.graph != nil {
		return u.graph
	}
	ties := u.countTies()
	if ties > MaxEdges {
		panic("network: the units have more contacts than a graph has edges")
	}
	g := &Graph{starts: make([]uint32, 1, u.people+1), heard: make([]int32, 0, ties)}
	met := make([]int32, u.people) // the last person, counted from 1, who hears this one
	for p := range int32(u.people) {
		met[p] = p + 1
		first := len(g.heard)
		for _, k := range u.seats.at(int(p)) {
			for _, v := range u.voices.at(int(k)) {
				if met[v] != p+1 {
					met[v] = p + 1
					g.heard = append(g.heard, v)
				}
			}
		}
		slices.Sort(g.heard[first:])
		g.starts = append(g.starts, uint32(len(g.heard)))
	}
	return g
}

// countTies counts the edges of Contacts. For a person of one seat it counts the voices there. For
// others it counts each voice once. So it takes time in proportion to the seats, plus the voices
// heard by people of several seats.
func (u *Units) countTies() int64 {
	if u.graph != nil {
		return int64(u.graph.EdgeCount())
	}
	total := int64(0)
	met := make([]int32, u.people)
	for p := range int32(u.people) {
		seats := u.seats.at(int(p))
		if len(seats) == 1 {
			total += int64(len(u.voices.at(int(seats[0]))))
			continue
		}
		for _, k := range seats {
			for _, v := range u.voices.at(int(k)) {
				if v != p && met[v] != p+1 {
					met[v] = p + 1
					total++
				}
			}
		}
	}
	return total - u.ownVoices(1)
}

// ownVoices counts the seats in units in which the person is a voice too. It counts people with the
// given number of seats, or all people if seats is 0.
func (u *Units) ownVoices(seats int) int64 {
	if u.graph != nil {
		return 0
	}
	total := int64(0)
	met := make([]int32, u.people) // the last unit, counted from 1, in which the person is a voice
	for k := range u.Len() {
		for _, v := range u.Voices(k) {
			met[v] = int32(k) + 1
		}
		for _, p := range u.Audience(k) {
			if met[p] == int32(k)+1 && (seats == 0 || len(u.Of(int(p))) == seats) {
				total++
			}
		}
	}
	return total
}
