package networktest

import (
	"strings"
	"testing"

	"orglearn/network"
)

// hoarder returns units that it keeps.
type hoarder struct {
	units *network.Units
	give  func(u *network.Units) *network.Units
}

func (s hoarder) Build(int, network.Source) (*network.Units, error) { return s.give(s.units), nil }

// hoarding is a hoarder that rewires.
type hoarding struct {
	hoarder
	network.Pairs
}

func (s hoarding) Build(n int, src network.Source) (*network.Units, error) {
	return s.hoarder.Build(n, src)
}

// blind copies units by assignment instead of calling Set.
type blind struct{ network.Isolated }

func (s blind) Rewire(u *network.Units, _ int, src network.Source) {
	v, _ := s.Build(u.People(), src)
	*u = *v
}

func TestSharedUnitsAreFound(t *testing.T) {
	teams, _ := network.Hierarchy{Span: 3}.Build(12, nil)
	pairs, _ := network.Pairs{}.Build(12, source(1, 0))
	same := func(u *network.Units) *network.Units { return u }
	assigned := func(u *network.Units) *network.Units { v := *u; return &v }
	for _, c := range []struct {
		s    network.Structure
		want string
	}{
		{hoarder{teams, same}, "Build gives the same Units twice"},
		{hoarder{teams, assigned}, "copied by assignment"},
		{hoarding{hoarder{pairs, same}, network.Pairs{}}, "Build gives the same Units twice"},
		{hoarding{hoarder{pairs, func(u *network.Units) *network.Units { return u.Clone(false) }},
			network.Pairs{}}, "at tick 1: the units of another Build change, too"},
		{blind{network.Isolated{Size: 3}}, "at tick 1: the units were copied by assignment"},
	} {
		if err := checkStructure(c.s, 12, 1); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%T: %v, want an error that says %q", c.s, err, c.want)
		}
	}
	deep := func(u *network.Units) *network.Units { return u.Clone(true) }
	Structure(t, hoarder{teams, deep}, 12)
}
