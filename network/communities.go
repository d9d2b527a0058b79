package network

import "fmt"

// Communities are teams like those of Isolated, and communities of practice across them. Everybody
// sits in exactly one team and in exactly one community. No community holds two people of the same
// team. All arrangements of this kind are equally likely. They are drawn by many curveball trades
// (see deal.go).
//
// There are n/Team teams and n/Size communities. The sizes of teams differ by at most one, and so
// do those of communities. The units are first the teams, of consecutive people, and then the
// communities. The voices of a community have the rank Core. A peripheral participant listens in
// his community and is not heard there.
//
// Sources: J. Lave and E. Wenger, Situated Learning: Legitimate Peripheral Participation (1991); E.
// Wenger, Communities of Practice (1998).
type Communities struct {
	Team      int // people in a team, 1 to n
	Size      int // people in a community, 1 to n
	Periphery int // peripheral participants of each community, drawn at random; 0 to Size-1
	// build the communities only, without the teams; for a channel beside that of Isolated{Team}
	Alone bool
}

// Validate reports a Team or Size below 1 and a Periphery that is not within 0..Size-1.
func (s Communities) Validate() error {
	err := firstError(checkLeast("Communities.Team", s.Team, 1),
		checkLeast("Communities.Size", s.Size, 1))
	if err != nil {
		return err
	}
	if s.Periphery < 0 || s.Periphery >= s.Size {
		return fmt.Errorf("network: Communities.Periphery is %d, want 0 to %d (below "+
			"Communities.Size)", s.Periphery, s.Size-1)
	}
	return nil
}

// Build returns the units. Values outside their ranges are errors. So are sizes that do not fit:
// there must be at least as many communities as people in the largest team.
func (s Communities) Build(n int, src Source) (*Units, error) {
	if err := s.check(n); err != nil {
		return nil, err
	}
	teams := consecutive(n, n/s.Team)
	communities := n / s.Size
	of := rows{starts: make([]uint32, n+1), items: make([]int32, n)} // person -> his community
	for p := range n {
		// The communities are assigned in turn. Teammates are consecutive, and a team has no more
		// people than there are communities, so no two teammates share one.
		of.items[p], of.starts[p+1] = int32(p%communities), uint32(p+1)
	}
	deal(teams.starts, of.items, communities, rounds(n/teams.len(), communities), src)
	circles := transpose(of, communities, rows{})
	if s.Alone {
		teams = emptyRows()
	}
	if s.Periphery == 0 {
		members := join(teams, circles)
		return assembleTogether(n, members, ranksBeyond(teams, members)), nil
	}
	for k := range communities {
		row := circles.at(k)
		src.Shuffle(len(row), func(i, j int) { row[i], row[j] = row[j], row[i] })
	}
	voices := join(teams, shorten(circles, s.Periphery))
	return assemble(n, voices, ranksBeyond(teams, voices), join(teams, circles)), nil
}

func (s Communities) check(n int) error {
	err := firstError(checkPeople(n), checkTeamSize("Communities.Team", s.Team, n),
		checkTeamSize("Communities.Size", s.Size, n), s.Validate())
	if err != nil {
		return err
	}
	teams, communities := n/s.Team, n/s.Size
	if largest := (n-1)/teams + 1; largest > communities {
		return fmt.Errorf("network: Communities.Team %d and Communities.Size %d do not fit %d "+
			"people: the largest team has %d people, "+
			"each of whom needs another community, and there are %d", s.Team, s.Size, n, largest,
			communities)
	}
	return nil
}

// join returns the rows of a followed by those of b.
func join(a, b rows) rows {
	r := rows{starts: make([]uint32, 0, a.len()+b.len()+1),
		items: make([]int32, 0, len(a.items)+len(b.items))}
	r.items = append(append(r.items, a.items...), b.items...)
	r.starts = append(r.starts, a.starts...)
	for _, start := range b.starts[1:] {
		r.starts = append(r.starts, uint32(len(a.items))+start)
	}
	return r
}

// shorten returns the rows without the last items of each.
func shorten(r rows, by int) rows {
	s := rows{starts: make([]uint32, 1, r.len()+1), items: make([]int32, 0, len(r.items))}
	for k := range r.len() {
		row := r.at(k)
		s.items = append(s.items, row[:len(row)-by]...)
		s.end()
	}
	return s
}

// ranksBeyond returns the ranks of the voices: Member in the teams and Core in the units after
// them.
func ranksBeyond(teams, voices rows) []Rank {
	ranks := make([]Rank, len(voices.items))
	for k := len(teams.items); k < len(ranks); k++ {
		ranks[k] = Core
	}
	return ranks
}
