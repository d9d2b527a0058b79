package main

import (
	"reflect"
	"sync/atomic"
	"testing"

	"orglearn/network"
)

func TestEachVisitsAllOnce(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7, 100} {
		for _, n := range []int{0, 1, 5, 64} {
			visits := make([]atomic.Int32, n)
			each(workers, n, func(i int) { visits[i].Add(1) })
			for i := range visits {
				if visits[i].Load() != 1 {
					t.Errorf("%d workers: %d of %d visited %d times", workers, i, n,
						visits[i].Load())
				}
			}
		}
	}
}

// TestDraftsAreDrawnOnce: an organization's first replicate is drawn once, and is what a model has.
func TestDraftsAreDrawnOnce(t *testing.T) {
	o, err := parse([]string{"-organizations", "communities,hierarchy"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range org.scenarios() {
		again, err := org.drafts.units(s, o.seed)
		if err != nil || again != org.units[s.Name] {
			t.Errorf("%s is drawn twice (%v)", s.Name, err)
		}
		var fresh drafts
		want, err := fresh.units(s, o.seed)
		if err != nil || !reflect.DeepEqual(memberships(again), memberships(want)) {
			t.Errorf("%s: the trial has changed its units (%v)", s.Name, err)
		}
		if org.drafts.cost(s.Name).tick <= 0 {
			t.Errorf("%s: no trial", s.Name)
		}
	}
}

func memberships(u *network.Units) (all []network.Membership) {
	for k := range u.Len() {
		all = append(all, u.Membership(k))
	}
	return all
}

// TestBuildingIsTheSameForAnyWorkers: which organizations there are, in which order, with which
// units and controls, and what is left out.
func TestBuildingIsTheSameForAnyWorkers(t *testing.T) {
	build := func(workers string) (names, left []string, units [][]network.Membership) {
		o, err := parse([]string{"-workers", workers, "-replicates", "20", "-people", "60"})
		if err != nil {
			t.Fatal(err)
		}
		org, err := organize(o)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range org.scenarios() {
			names = append(names, s.Name)
			units = append(units, memberships(org.units[s.Name]))
		}
		return names, org.left, units
	}
	names, left, units := build("1")
	for _, workers := range []string{"2", "7"} {
		n, l, u := build(workers)
		if !reflect.DeepEqual(n, names) || !reflect.DeepEqual(l, left) ||
			!reflect.DeepEqual(u, units) {
			t.Errorf("%s workers: %q, left out %q, want %q and %q", workers, n, l, names, left)
		}
	}
}

func TestContactIsMeasuredOnce(t *testing.T) {
	o, err := parse([]string{"-organizations", "hierarchy,isolated"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	org.measureContact(2)
	org.each(func(_ organization, _, name string) {
		u := org.units[name]
		if b, ok := org.budgets.of[u]; !ok || b != u.Budget() || b != org.budgetOf(u) {
			t.Errorf("%s: %+v (measured before: %v), want %+v", name, b, ok, u.Budget())
		}
	})
}
