package kernel

// Adopt lets the vote of a group become the norm, with probability rate per dimension.
func (v *Voices) Adopt(s *Stream, norm []Word, g *Group, rate float64) {
	votes, open := v.Ballot(len(norm)), s.Open(len(norm))
	for i, old := range norm {
		votes[i] = v.Votes(g, i)
		open[i] = votes[i].Yes&^old.Yes | votes[i].No&^old.No
	}
	s.Flip(rate, open)
	for i := range norm {
		take(&norm[i], votes[i], open[i])
	}
}

// Ballot returns scratch for the votes in a number of words.
func (v *Voices) Ballot(words int) []Word {
	if cap(v.votes) < words {
		v.votes = make([]Word, words)
	}
	return v.votes[:words]
}

// AdoptPerVote lets the vote of a group become the norm. The probability is 1-(1-rate)^k, where k
// is the difference between the numbers of yes and no.
func (v *Voices) AdoptPerVote(s *Stream, norm []Word, g *Group, rate float64) {
	for i, old := range norm {
		v.Count(g, i)
		vote := v.result()
		v.yes.SetDifference(&v.no, vote.Yes, vote.No)
		open := vote.Yes&^old.Yes | vote.No&^old.No
		take(&norm[i], vote, s.CoinsPerVote(rate, i, open, &v.yes))
	}
	s.Skip(MostDigits)
}

// Counted returns how many voices said yes and no in each lane at the last call of Count.
func (v *Voices) Counted() (yes, no *Counts) { return &v.yes, &v.no }

// Tallies returns the counters that Count uses, and one more. A rule may use them for counts of its
// own.
func (v *Voices) Tallies() (yes, no, more *Counts) { return &v.yes, &v.no, &v.spoke }

// Spoke returns how many voices said anything in each lane at the last call of Count.
func (v *Voices) Spoke() *Counts {
	v.spoke.SetSum(&v.yes, &v.no)
	return &v.spoke
}
