package network_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/network"
)

// Set copies units into storage of their own.
func TestSet(t *testing.T) {
	for name, s := range map[string]network.Structure{
		"hierarchy": network.Hierarchy{Span: 2}, "pairs": network.Pairs{},
		"lasting": network.Circles{Of: network.RingLattice{Neighbours: 2}, Lasting: true},
	} {
		u, _ := network.Isolated{Size: 3}.Build(12, nil)
		v, err := s.Build(12, chance(1))
		if err != nil {
			t.Fatal(err)
		}
		u.Set(v)
		if u.Copied() || u.Len() != v.Len() || u.Largest() != v.Largest() {
			t.Errorf("%s: %d units, the largest of %d, copied: %v", name, u.Len(), u.Largest(),
				u.Copied())
		}
		before := fmt.Sprint(u.Membership(0), u.Membership(3))
		if r, ok := network.RewirerOf(s); ok {
			r.Rewire(v, 1, chance(2))
		} else if v.Graph() == nil {
			v.RotateLeaders(chance(2))
			if err := v.Reshuffle(chance(2)); err != nil {
				t.Fatal(err)
			}
		}
		if after := fmt.Sprint(u.Membership(0), u.Membership(3)); after != before {
			t.Errorf("%s: the units change with those they were set to: %s, then %s", name, before,
				after)
		}
	}
}

// Units that were copied by assignment report it, and do not change the units whose lists they
// share.
func TestCopied(t *testing.T) {
	u, _ := network.Hierarchy{Span: 3}.Build(13, nil)
	if u.Copied() || u.Clone(true).Copied() || u.Clone(false).Copied() {
		t.Error("units that were built, or cloned, are no copies")
	}
	v := *u
	if !v.Copied() || u.Copied() {
		t.Errorf("copied: %v, and those it was copied from: %v", v.Copied(), u.Copied())
	}
	for name, change := range map[string]func(){
		"Reshuffle":     func() { _ = v.Reshuffle(chance(1)) },
		"RotateLeaders": func() { v.RotateLeaders(chance(1)) },
	} {
		text := func() (text string) {
			defer func() { text = fmt.Sprint(recover()) }()
			change()
			return ""
		}()
		if !strings.Contains(text, "copied by assignment") {
			t.Errorf("%s: %s", name, text)
		}
	}
	c := v.Clone(true)
	if err := c.Reshuffle(chance(1)); err != nil {
		t.Error(err)
	}
}

// Randomized does not change the units that a structure keeps.
func TestRandomizedLeavesWhatIsKept(t *testing.T) {
	kept, _ := network.Isolated{Size: 5}.Build(100, nil)
	before := fmt.Sprint(kept.Voices(0))
	s := network.Randomized{Of: keeps{kept}}
	a, err := s.Build(100, chance(1))
	if err != nil {
		t.Fatal(err)
	}
	if after := fmt.Sprint(kept.Voices(0)); after != before {
		t.Errorf("team 0 is %s, then %s", before, after)
	}
	if fmt.Sprint(a.Voices(0)) == before {
		t.Error("nothing is randomized")
	}
}

type keeps struct{ u *network.Units }

func (s keeps) Build(int, network.Source) (*network.Units, error) { return s.u, nil }
