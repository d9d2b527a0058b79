package layout

import (
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/network"
)

func built(t *testing.T, s network.Structure, n int) *network.Units {
	t.Helper()
	u, err := s.Build(n, rand.New(rand.NewPCG(1, 2)))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// People whose first units are the same stand on the same places, whatever ties they have.
func TestTeamsStandAlikeInBothOrganizations(t *testing.T) {
	with := built(t, network.Communities{Team: 5, Size: 5}, 25)
	without := built(t, network.Isolated{Size: 5}, 25)
	a, b := People(with, nil), People(without, nil)
	if !slices.Equal(a.X, b.X) || !slices.Equal(a.Y, b.Y) || a.Levels || b.Levels {
		t.Errorf("people stand at %v and %v, want the same places", a, b)
	}
}

func TestTooManyAreNotListed(t *testing.T) {
	u := built(t, network.Communities{Team: 5, Size: 5}, 25) // 10 units of 25 voices heard each
	if pairs, _, ok := Ties(u, 249); ok || pairs != nil {
		t.Errorf("%d ties are listed, want none", len(pairs))
	}
	if pairs, sided, ok := Ties(u, 250); !ok || len(pairs) != 100 || sided != nil {
		t.Errorf("%d ties are listed (%v), want 10 in each of 10 units", len(pairs), sided)
	}
	if pairs, ok := Overlaps(u, 24); ok || pairs != nil {
		t.Errorf("%d overlaps are listed, want none", len(pairs))
	}
	if pairs, ok := Overlaps(u, 25); !ok || len(pairs) != 25 {
		t.Errorf("%d overlaps are listed, want one of each team and community", len(pairs))
	}
}

// Units that share nobody have no ties to be placed by.
func TestUnitsApartAreRings(t *testing.T) {
	at := Units(built(t, network.Isolated{Size: 5}, 25), nil)
	x, y := Rings(make([]int, 5))
	if !slices.Equal(at.X, x) || !slices.Equal(at.Y, y) {
		t.Errorf("they stand at %v, %v, want %v, %v", at.X, at.Y, x, y)
	}
}

// Units of a hierarchy are a tree. Others are apart, or are placed by who shares people.
func TestUnitsHavePlaces(t *testing.T) {
	for _, c := range []struct {
		structure network.Structure
		levels    bool
	}{
		{network.Hierarchy{Span: 4}, true}, {network.Isolated{Size: 5}, false},
		{network.Communities{Team: 5, Size: 5}, false}, {network.Matrix{Span: 4}, false},
	} {
		u := built(t, c.structure, 25)
		overlaps, _ := Overlaps(u, 1000)
		at := Units(u, overlaps)
		if len(at.X) != u.Len() || at.Levels != c.levels {
			t.Errorf("%T: %d places, levels %v, want %d and %v", c.structure, len(at.X), at.Levels,
				u.Len(), c.levels)
		}
		checkPlaces(t, "units", at.X, at.Y)
	}
}
