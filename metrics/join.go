package metrics

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Join puts the shards of one experiment together. Shards are tables of the same scenarios,
// factors, metrics and ticks, but of different replicates (sim.Experiment.First). Replicates come
// in the order of their numbers, so shards in any order give the table of the whole experiment.
//
// It is an error where two tables share a replicate, or differ in anything but their replicates. It
// is also an error where there is no table, and where there are more than MaxNumbers numbers.
// Tables do not know the seed of their experiments. It must be the same for all.
func Join(tables ...*Table) (*Table, error) {
	if len(tables) == 0 || slices.Contains(tables, nil) {
		return nil, errors.New("metrics: Join: no table, or one that is nil")
	}
	l, total := tables[0].layout, 0
	for i, t := range tables {
		if err := l.differs(t.layout); err != nil {
			return nil, fmt.Errorf("metrics: Join: tables 0 and %d: %w", i, err)
		}
		total += t.Replicates()
	}
	if err := checkSize(len(l.scenarios), total, len(l.ticks), len(l.metrics)); err != nil {
		return nil, err
	}
	all, err := places(tables)
	if err != nil {
		return nil, err
	}
	numbers := make([]uint64, len(all))
	for i, p := range all {
		numbers[i] = p.number
	}
	joined := newTable(l, numbers)
	for i, p := range all {
		joined.put(i, tables[p.table], p.at)
	}
	return joined, nil
}

// place says where a replicate is.
type place struct {
	number    uint64
	table, at int
}

// places returns the places of all replicates, in the order of their numbers.
func places(tables []*Table) ([]place, error) {
	var all []place
	for i, t := range tables {
		for _, r := range t.replicates {
			all = append(all, place{t.numbers[r], i, r})
		}
	}
	slices.SortStableFunc(all, func(a, b place) int { return cmp.Compare(a.number, b.number) })
	for i := range max(0, len(all)-1) {
		if a, b := all[i], all[i+1]; a.number == b.number {
			return nil, fmt.Errorf("metrics: Join: replicate %d is in tables %d and %d", a.number,
				a.table, b.table)
		}
	}
	return all, nil
}

// put copies a replicate of another table to a place.
func (t *Table) put(to int, from *Table, at int) {
	size := len(t.ticks) * len(t.metrics)
	for s := range t.scenarios {
		copy(t.values[s][to*size:(to+1)*size], from.values[s][at*size:])
		t.stopped[s][to] = from.stopped[s][at]
	}
}

// differs returns an error for the first thing in which two layouts differ.
func (l layout) differs(o layout) error {
	for _, f := range []struct {
		what string
		a, b []string
	}{
		{"scenario", l.scenarios, o.scenarios}, {"factor", l.columns, o.columns},
		{"metric", l.inWords(), o.inWords()}, {"tick", words(l.ticks), words(o.ticks)},
	} {
		if err := unlike(f.what, f.a, f.b); err != nil {
			return err
		}
	}
	for s, name := range l.scenarios {
		if err := unlike("factor", words(l.factors[s]), words(o.factors[s])); err != nil {
			return fmt.Errorf("scenario %q: %w", name, err)
		}
	}
	return nil
}

// unlike returns an error for the first entry in which two lists differ.
func unlike(what string, a, b []string) error {
	if len(a) != len(b) {
		return fmt.Errorf("they have %d and %d %ss, want the same", len(a), len(b), what)
	}
	for i := range a {
		if a[i] != b[i] {
			return fmt.Errorf("%s %d is %q and %q, want the same", what, i, a[i], b[i])
		}
	}
	return nil
}

func words[T any](list []T) []string {
	all := make([]string, len(list))
	for i, v := range list {
		all[i] = fmt.Sprint(v)
	}
	return all
}

// inWords returns the metrics as text, with their units.
func (l layout) inWords() []string {
	all := make([]string, len(l.metrics))
	for i, m := range l.metrics {
		all[i] = fmt.Sprintf("%s (%s)", m.Name, m.Unit)
	}
	return all
}
