package kernel

// Group is a subset of the voices of a unit, for example those who stand above it. Where lanes are
// replicates the subset may differ from lane to lane. A Group is valid until the next one is made.
type Group struct {
	all     bool
	members []int    // where the row of each member begins; then 8 times that of a row of zeros
	size    int      // number of members
	lanes   []uint64 // where lanes are replicates: by voice, the lanes in which he is a member
	none    bool

	// if weighted, the group is those above a standing, and a leader's vote counts weight times
	weighted  bool
	weight    int
	standing  int32
	standings []uint64
}

// Empty reports whether the group has no voices.
func (g *Group) Empty() bool { return g.none }

// Size is the number of voices of a group that Above or Led made for beliefs as lanes.
func (g *Group) Size() int { return g.size }

// All returns the group of all voices.
func (v *Voices) All() *Group {
	v.chosen = Group{all: true, none: len(v.heard.ids) == 0}
	return &v.chosen
}

// Above returns the group of voices who stand strictly above a standing. Where lanes are
// replicates, it compares with each lane's number in standings. It reads 8 bytes a voice. It does
// not branch on the comparison, because a processor cannot predict whether a voice is better.
func (v *Voices) Above(standing int32, standings []uint64) *Group {
	switch {
	case v.scores != nil:
		return v.aboveReplicates(standings)
	case v.judged:
		return v.aboveJudged(standing)
	}
	list, width, n := v.list(len(v.heard.ids)), v.said.width, 0
	for _, p := range v.heard.ids {
		list[n] = int(p) * width
		n += int(less(standing, v.standing[p]))
	}
	return v.group(list, n)
}

func (v *Voices) aboveJudged(standing int32) *Group {
	list, width, n := v.list(len(v.heard.ids)), v.said.width, 0
	for k, p := range v.heard.ids {
		list[n] = int(p) * width
		n += int(less(standing, v.standing[k]))
	}
	return v.group(list, n)
}

// Led returns the group of voices whose rank is Leader.
func (v *Voices) Led() *Group {
	list, width, n := v.list(len(v.heard.ids)), v.said.width, 0
	for k, p := range v.heard.ids {
		if v.Rank(k) == Leader {
			list[n] = int(p) * width
			n++
		}
	}
	return v.group(list, n)
}

// Commanding returns the group of leaders that are units. If no unit leads, it is Led.
func (v *Voices) Commanding() *Group {
	list, width, n := v.list(len(v.heard.ids)), v.said.width, 0
	for k, p := range v.heard.ids {
		if v.Rank(k) == Leader && v.FromUnit(k) {
			list[n] = int(p) * width
			n++
		}
	}
	if n == 0 {
		return v.Led()
	}
	return v.group(list, n)
}

// AboveWeighing is Above, but a leader's vote counts weight times.
func (v *Voices) AboveWeighing(standing int32, standings []uint64, weight int) *Group {
	v.chosen = Group{weighted: true, weight: weight, standing: standing, standings: standings}
	return &v.chosen
}

// aboveReplicates is Above where lanes are replicates: 7 operations a voice and binary digit.
func (v *Voices) aboveReplicates(standings []uint64) *Group {
	if cap(v.lanes) < len(v.heard.ids) {
		v.lanes = make([]uint64, len(v.heard.ids))
	}
	lanes, any := v.lanes[:len(v.heard.ids)], uint64(0)
	for k, p := range v.heard.ids {
		lanes[k] = Above(v.scores.Row(int(p)), standings)
		any |= lanes[k]
	}
	v.chosen = Group{lanes: lanes, none: any == 0}
	return &v.chosen
}

// less returns 1 if a < b, else 0.
func less(a, b int32) uint64 {
	if a < b {
		return 1
	}
	return 0
}

// list returns scratch for n members and 8 more.
func (v *Voices) list(n int) []int {
	if len(v.members) < n+8 {
		v.members = make([]int, n+8)
	}
	return v.members
}

// group makes a group of the first n of a list. Eight members without claims follow, so that loops
// which count eight voices at a time need no check for the end.
func (v *Voices) group(list []int, n int) *Group {
	zeros := v.said.rows * v.said.width
	past := list[n : n+8]
	for k := range past {
		past[k] = zeros
	}
	v.chosen.members, v.chosen.size, v.chosen.none = list, n, n == 0
	v.chosen.all, v.chosen.lanes, v.chosen.weighted = false, nil, false
	return &v.chosen
}

// Votes compares the numbers of yes and no among the claims of a group, in each lane of word i. The
// Yes of the result has the lanes with more yes than no, the No those with more no than yes.
func (v *Voices) Votes(g *Group, i int) Word {
	if g.members == nil || g.size > 8 {
		v.Count(g, i)
		return v.result()
	}
	return votesOf(g.size, v.said.words[i:], (*[8]int)(g.members[:8]))
}

// votesOf returns the votes of n members, at most 8, in the first word of each. The other members
// have no claims.
func votesOf(n int, w []Word, at *[8]int) Word {
	switch {
	case n <= 2:
		return votesOf2(w[at[0]], w[at[1]])
	case n <= 4:
		return votesOf4(w[at[0]], w[at[1]], w[at[2]], w[at[3]])
	case n <= 6:
		return votesOf6(w[at[0]], w[at[1]], w[at[2]], w[at[3]], w[at[4]], w[at[5]])
	}
	return votesOf8(w[at[0]], w[at[1]], w[at[2]], w[at[3]], w[at[4]], w[at[5]], w[at[6]], w[at[7]])
}

// votesOf2 takes 4 operations.
func votesOf2(a, b Word) Word {
	yes, no := a.Yes|b.Yes, a.No|b.No
	return Word{yes &^ no, no &^ yes}
}

// votesOf3 takes 17 operations.
func votesOf3(a, b, c Word) Word {
	y0, y1 := Add3(a.Yes, b.Yes, c.Yes)
	n0, n1 := Add3(a.No, b.No, c.No)
	differ := (y0 ^ n0) &^ (y1 | n1)
	return Word{y1 | differ&y0, n1 | differ&n0}
}

// votesOf4 takes 34 operations.
func votesOf4(a, b, c, d Word) Word {
	y0, y1, y2 := Add4(a.Yes, b.Yes, c.Yes, d.Yes)
	n0, n1, n2 := Add4(a.No, b.No, c.No, d.No)
	return compareVotes(y0, y1, y2, n0, n1, n2)
}

// votesOf5 takes 38 operations.
func votesOf5(a, b, c, d, e Word) Word {
	abc, y1 := Add3(a.Yes, b.Yes, c.Yes)
	y0, carry := Add3(abc, d.Yes, e.Yes)
	y1, y2 := y1^carry, y1&carry
	abc, n1 := Add3(a.No, b.No, c.No)
	n0, carry := Add3(abc, d.No, e.No)
	return compareVotes(y0, y1, y2, n0, n1^carry, n1&carry)
}

// votesOf6 takes 48 operations.
func votesOf6(a, b, c, d, e, f Word) Word {
	abc, y1 := Add3(a.Yes, b.Yes, c.Yes)
	def, carry := Add3(d.Yes, e.Yes, f.Yes)
	y0 := abc ^ def
	y1, y2 := Add3(y1, carry, abc&def)
	abc, n1 := Add3(a.No, b.No, c.No)
	def, carry = Add3(d.No, e.No, f.No)
	n0 := abc ^ def
	n1, n2 := Add3(n1, carry, abc&def)
	return compareVotes(y0, y1, y2, n0, n1, n2)
}

// compareVotes returns the vote, from the numbers of yes and no in binary digits. The numbers are
// at most 6, and not both are 4 or more.
func compareVotes(y0, y1, y2, n0, n1, n2 uint64) Word {
	more, less := y2, n2
	differ := (y1 ^ n1) &^ (more | less)
	more, less = more|differ&y1, less|differ&n1
	differ = (y0 ^ n0) &^ (more | less)
	return Word{more | differ&y0, less | differ&n0}
}

// votesOf8 takes 75 operations.
func votesOf8(a, b, c, d, e, f, g, h Word) Word {
	y0, y1, y2, y3 := Add8(a.Yes, b.Yes, c.Yes, d.Yes, e.Yes, f.Yes, g.Yes, h.Yes)
	n0, n1, n2, n3 := Add8(a.No, b.No, c.No, d.No, e.No, f.No, g.No, h.No)
	more, less := y3&^n3, n3&^y3
	differ := (y2 ^ n2) &^ (more | less)
	more, less = more|differ&y2, less|differ&n2
	differ = (y1 ^ n1) &^ (more | less)
	more, less = more|differ&y1, less|differ&n1
	differ = (y0 ^ n0) &^ (more | less)
	return Word{more | differ&y0, less | differ&n0}
}

// Count counts yes and no in word i among a group, eight voices at a time. It takes 24 bytes and
// about 12 operations a voice. Counted and Spoke return the counts.
func (v *Voices) Count(g *Group, i int) {
	v.yes.Reset()
	v.no.Reset()
	n := g.size
	switch {
	case g.weighted:
		v.countWeighted(g, i)
		return
	case g.members == nil:
		n = len(v.heard.ids)
	}
	for from := 0; from < n; from += 8 {
		var w [8]Word
		v.gather(&w, g, i, from, min(from+8, n))
		v.yes.AddDigits(Add8(
			w[0].Yes, w[1].Yes, w[2].Yes, w[3].Yes, w[4].Yes, w[5].Yes, w[6].Yes, w[7].Yes,
		))
		v.no.AddDigits(Add8(
			w[0].No, w[1].No, w[2].No, w[3].No, w[4].No, w[5].No, w[6].No, w[7].No,
		))
	}
}

// gather collects word i of the claims of the members from..to-1 of a group, at most 8.
func (v *Voices) gather(w *[8]Word, g *Group, i, from, to int) {
	words, width := v.said.words, v.said.width
	switch {
	case g.all:
		for j, p := range v.heard.ids[from:to] {
			w[j&7] = words[int(p)*width+i]
		}
	case g.lanes != nil:
		lanes := g.lanes[from:to]
		for j, p := range v.heard.ids[from:to] {
			w[j&7] = keep(words[int(p)*width+i], lanes[j])
		}
	default:
		for j, at := range g.members[from : from+8] {
			w[j&7] = words[at+i]
		}
	}
}

// countWeighted is Count for the groups of AboveWeighing.
func (v *Voices) countWeighted(g *Group, i int) {
	for k, p := range v.heard.ids {
		var lanes uint64
		if v.scores != nil {
			lanes = Above(v.scores.Row(int(p)), g.standings)
		} else {
			lanes = -less(g.standing, v.Standing(k))
		}
		times := 1
		if v.Rank(k) == Leader {
			times = g.weight
		}
		w := keep(v.said.words[int(p)*v.said.width+i], lanes)
		v.yes.AddTimes(w.Yes, times)
		v.no.AddTimes(w.No, times)
	}
}

func (v *Voices) result() Word {
	more, less := v.yes.Compare(&v.no)
	return Word{more, less}
}
