package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim/setups"
)

// TestNothingIsBlank: at any size each organization is drawn, with as many nodes as are legible.
func TestNothingIsBlank(t *testing.T) {
	for _, people := range []int{100, 500, 5000, 50_000} {
		c := setups.Default()
		c.People = people
		o := options{conditions: c, size: 5, span: 4, share: .25, chosen: known}
		r := &result{options: &o, organizations: &organizations{}}
		for _, m := range o.makers() {
			n := r.drawing(drafted(t, m))
			title, tree := n.Title, n.Fill
			if err := n.Validate(); err != nil || n.Nodes < 2 || !strings.HasSuffix(title, m.name) {
				t.Errorf("%d people: %q: %d nodes (%v)", people, title, n.Nodes, err)
			}
			if m.name == isolated {
				if between := len(n.Edges); people > legible && between > 0 {
					t.Errorf("%d people: isolated units are joined by %d lines", people, between)
				}
			} else if len(n.Edges) == 0 {
				t.Errorf("%d people: %q has no line", people, title)
			}
			if tree != (m.name == hierarchy) || !tree && n.Nodes > legible {
				t.Errorf("%d people: %q has %d nodes (tree: %v)", people, title, n.Nodes, tree)
			}
		}
	}
}

// TestBunchesOfAFile: without departments a bunch of one's own data is people in the file's order.
func TestBunchesOfAFile(t *testing.T) {
	var ties strings.Builder
	ties.WriteString("from,to\n")
	for p := range legible + 1 {
		fmt.Fprintf(&ties, "p%d,p%d\n", p, p+1)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("t.csv", []byte(ties.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	o, err := parse([]string{"-ties", "t.csv"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	r := &result{options: o, organizations: org}
	note := r.drawing(*org.named(communities)).Note
	if !strings.Contains(note, "24 bunches of people, in the order of the file") {
		t.Error(note)
	}
}

func drafted(t *testing.T, m maker) organization {
	t.Helper()
	s, err := m.make()
	if err != nil {
		t.Fatal(err)
	}
	var d drafts
	u, err := d.units(s, 1)
	if err != nil {
		t.Fatal(err)
	}
	return organization{name: m.name, scenario: s, units: u}
}

// TestBunchesKeepUnitsWhole: teams of 7 are never divided, and bunches have about the same size.
func TestBunchesKeepUnitsWhole(t *testing.T) {
	u, err := network.Isolated{Size: 7}.Build(7*300, nil)
	if err != nil {
		t.Fatal(err)
	}
	group, sizes := bunched(u), map[int]int{}
	for p, g := range group {
		sizes[g]++
		if team := u.Voices(int(u.Of(p)[0])); group[team[0]] != g {
			t.Fatalf("person %d is in bunch %d, and his team's first in %d", p, g, group[team[0]])
		}
	}
	if len(sizes) != bunches || slices.Max(group) != bunches-1 {
		t.Fatalf("%d bunches, numbered to %d, want %d", len(sizes), slices.Max(group), bunches)
	}
	for g, n := range sizes {
		if mean := len(group) / bunches; n < mean-7 || n > mean+7 {
			t.Errorf("bunch %d has %d people, want %d, a team more or less", g, n, mean)
		}
	}
}

// TestSmallDepartmentsAreOneNode: department d has d+1 people, of mostGroups+5 departments.
func TestSmallDepartmentsAreOneNode(t *testing.T) {
	var of []int
	for d := range mostGroups + 5 {
		for range d + 1 {
			of = append(of, d)
		}
	}
	group := largest(of, mostGroups+5)
	if last := group[len(group)-1]; last != 0 {
		t.Errorf("the largest is node %d, want 0", last)
	}
	if people := 1 + 2 + 3 + 4 + 5 + 6; group[people-1] != mostGroups-1 ||
		group[people] != mostGroups-2 || slices.Max(group) != mostGroups-1 {
		t.Errorf("the six smallest are nodes %v, and the next %d", group[:people], group[people])
	}
	u, err := network.Isolated{Size: 1}.Build(len(of), nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := chart.Between("t", u, group, "departments"); n.Validate() != nil ||
		n.Nodes != mostGroups {
		t.Errorf("%d nodes (%v), want %d", n.Nodes, n.Validate(), mostGroups)
	}
}
