package table

import (
	"cmp"
	"math"
	"slices"
)

// merge sorts the ties and merges those with the same from and to. Their weights add up, in the
// order of the file. Then it adds the other way of those that go both ways.
func (in *tieReading) merge() error {
	if err := in.mergeKept(true); err != nil {
		return err
	}
	n := len(in.Kept)
	for _, t := range in.Kept[:n] {
		if t.Mutual {
			t.From, t.To = t.To, t.From
			in.Kept = append(in.Kept, t)
		}
	}
	if len(in.Kept) == n {
		return nil
	}
	for i := range in.Kept {
		in.Kept[i].Mutual = false
	}
	return in.mergeKept(false)
}

func (in *tieReading) mergeKept(counted bool) error {
	slices.SortStableFunc(in.Kept, compareTies)
	merged := in.Kept[:0]
	sum := 0.0 // of the weights of the last tie merged
	for _, next := range in.Kept {
		last := len(merged) - 1
		if last < 0 || compareTies(merged[last], next) != 0 {
			merged = append(merged, next)
			sum = float64(next.Weight)
			continue
		}
		sum += float64(next.Weight)
		if err := in.add(&merged[last], next, sum, counted); err != nil {
			return err
		}
	}
	in.Kept = merged
	return nil
}

// compareTies orders ties by From, To and whether they go both ways.
func compareTies(a, b Tie) int {
	c := cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	switch {
	case c != 0 || a.Mutual == b.Mutual:
		return c
	case b.Mutual:
		return -1
	}
	return 1
}

// add drops a tie that occurred before. sum is the weight of both together.
func (in *tieReading) add(before *Tie, next Tie, sum float64, counted bool) error {
	if counted {
		in.Duplicates++
		fault := in.FaultAt(next.line, in.reader.To, "the same tie is in line %d", before.line)
		if err := in.drop(fault); err != nil {
			return err
		}
	}
	if in.reader.Weight < 0 {
		return nil
	}
	if sum > math.MaxFloat32 {
		return in.FaultAt(next.line, in.reader.Weight,
			"the weights of this tie add up to more than %g", math.MaxFloat32)
	}
	before.Weight = float32(sum)
	return nil
}
