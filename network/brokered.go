package network

import (
	"fmt"
	"math"
)

// Brokered are teams like those of Isolated, and communities across them for some people only.
// These people are brokers: each carries knowledge between his team and his community. Nobody is in
// two communities, and no community holds two people of the same team. All arrangements of this
// kind are equally likely; they are drawn by curveball trades (see deal.go).
//
// There are n/Team teams, whose sizes differ by at most one. The number of communities, all of Size
// people, is the one that comes nearest to Share. The units are first the teams, of consecutive
// people, and then the communities. The voices of a community have the rank Core.
//
// Connected draws from the connected arrangements only, all equally likely: communities then join
// all teams into one component. If seats are few, connected arrangements are too rare to wait for.
// They are drawn as Randomized does it. With no seat to spare, or one, they are drawn directly; an
// example is 100 people, Team and Size 5 and Share .25. Otherwise some arrangements are tried, and
// then exchanges of seats search for a connected one.
//
// Sources: R. S. Burt, Brokerage and Closure (2005); J. Lave and E. Wenger, Situated Learning:
// Legitimate Peripheral Participation (1991).
type Brokered struct {
	Team      int     // people in a team, 1 to n
	Size      int     // people in a community, 1 to the number of teams
	Share     float64 // share of the people who are in communities: above 0 to 1
	Connected bool    // draw connected arrangements only
}

// Validate reports a Team or Size below 1, and a Share that is not above 0 and at most 1.
func (s Brokered) Validate() error {
	err := firstError(checkLeast("Brokered.Team", s.Team, 1),
		checkLeast("Brokered.Size", s.Size, 1))
	if err != nil {
		return err
	}
	if !(s.Share > 0 && s.Share <= 1) {
		return fmt.Errorf("network: Brokered.Share is %v, want above 0 to 1", s.Share)
	}
	return nil
}

// Build returns the units. Values outside their ranges are errors. So is a Share that is less than
// half a community. With Connected, communities too few to join all teams are an error (ErrApart).
func (s Brokered) Build(n int, src Source) (*Units, error) {
	if err := s.check(n); err != nil {
		return nil, err
	}
	teams, communities := consecutive(n, n/s.Team), s.Communities(n)
	seats := communities * s.Size
	of, numbers := firstBrokers(teams, communities, seats), communities+n-seats
	if !s.Connected {
		deal(teams.starts, of, numbers, rounds(s.Size, teams.len()), src)
	} else if err := connect(teams, of, numbers, src); err != nil {
		return nil, err
	}
	return s.units(teams, of, communities), nil
}

// Communities is the number of communities among n people: Share*n/Size, rounded, and at most
// n/Size.
func (s Brokered) Communities(n int) int {
	wanted := math.Round(s.Share * float64(n) / float64(s.Size))
	return int(min(wanted, float64(n/s.Size)))
}

func (s Brokered) check(n int) error {
	err := firstError(checkPeople(n), checkTeamSize("Brokered.Team", s.Team, n), s.Validate())
	if err != nil {
		return err
	}
	teams := n / s.Team
	if s.Size > teams {
		return fmt.Errorf("network: Brokered.Size is %d, want 1 to %d (the teams of %d among %d "+
			"people, each of which may have one person in a community)", s.Size, teams, s.Team, n)
	}
	communities := s.Communities(n)
	if communities == 0 {
		return fmt.Errorf("network: Brokered.Share is %v, less than half a community of %d "+
			"among %d people; want %.4g (one) to 1", s.Share, s.Size, n,
			float64(s.Size)/float64(n))
	}
	if s.Connected {
		return s.checkJoins(n, teams, communities)
	}
	return nil
}

// checkJoins returns an error if the communities are too few to join all teams. A community of k
// people joins at most k-1 more teams.
func (s Brokered) checkJoins(n, teams, communities int) error {
	join := int64(communities)*int64(s.Size-1) + 1
	if join >= int64(teams) {
		return nil
	}
	most := int64(n/s.Size)*int64(s.Size-1) + 1
	if most < int64(teams) {
		return fmt.Errorf("network: Brokered.Connected: communities of %d people join at most "+
			"%d teams, and there are %d: want larger teams or communities (%w)", s.Size, most,
			teams, ErrApart)
	}
	needed := (teams - 2 + s.Size - 1) / (s.Size - 1)
	return fmt.Errorf("network: Brokered.Connected: %d communities of %d people join at most %d "+
		"teams, and there are %d: want a Share of at least %.4g (%w)", communities, s.Size, join,
		teams, float64(needed)*float64(s.Size)/float64(n), ErrApart)
}

// firstBrokers returns a valid arrangement to start from: each person's community. A person in no
// community gets a number of his own above those of the communities. The first people of each team
// go to the communities in turn, so no two teammates share one.
func firstBrokers(teams rows, communities, seats int) []int32 {
	of := make([]int32, len(teams.items))
	placed, alone := 0, communities
	for t := range teams.len() {
		for i, p := range teams.at(t) {
			if i < communities && placed < seats {
				of[p] = int32(placed % communities)
				placed++
				continue
			}
			of[p] = int32(alone)
			alone++
		}
	}
	return of
}

// connect draws a connected arrangement of teams in communities. Then it shuffles each team, so
// that chance decides who of it is a broker. A person in no community has a number of his own,
// which joins nobody.
func connect(teams rows, of []int32, numbers int, src Source) error {
	x := &exchange{units: rows{teams.starts, of}}
	for t := range teams.len() {
		for _, p := range teams.at(t) {
			x.add(place{voice: int(p), audience: int(p), person: int32(t), unit: of[p]})
		}
	}
	if !x.drawTogether(numbers, src) {
		return errNotFound("Brokered")
	}
	for t := range teams.len() {
		shuffle(of[teams.starts[t]:teams.starts[t+1]], src)
	}
	return nil
}

// units returns the teams and then the communities.
func (s Brokered) units(teams rows, of []int32, communities int) *Units {
	in := rows{starts: make([]uint32, 1, len(of)+1)} // person -> his community, if he is in one
	for _, c := range of {
		if int(c) < communities {
			in.items = append(in.items, c)
		}
		in.end()
	}
	members := join(teams, transpose(in, communities, rows{}))
	return assembleTogether(len(of), members, ranksBeyond(teams, members))
}
