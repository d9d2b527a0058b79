package chart

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"orglearn/network"
)

// Two teams of three, and a person of the first who is heard in the second as well: the second's
// three hear him, and he hears the second's three.
func TestBetweenCountsHearing(t *testing.T) {
	member := func(people ...int32) (m network.Membership) {
		for _, p := range people {
			m.Voices = append(m.Voices, network.Voice{Person: p, Weight: 1})
		}
		return m
	}
	u, err := network.NewUnits(7, member(0, 1, 2), member(2, 3, 4, 5))
	if err != nil {
		t.Fatal(err)
	}
	n := Between("t", u, []int{0, 0, 0, 1, 1, 1, 2}, "teams")
	if err := n.Validate(); err != nil {
		t.Fatal(err)
	}
	// 3x3 voices heard in the first unit, and in the second 3x3 and 1 within, 3+3 between
	if !slices.Equal(n.Edges, [][2]int{{0, 1}}) || !slices.Equal(n.Width, []float64{6}) ||
		!slices.Equal(n.Size, []float64{3, 3, 1}) {
		t.Errorf("edges %v, widths %v, sizes %v", n.Edges, n.Width, n.Size)
	}
	if !strings.Contains(n.Note, "76 % of hearing is within nodes") { // 19 of 25
		t.Error(n.Note)
	}
}

func TestBetweenRefuses(t *testing.T) {
	u := built(t, network.Isolated{Size: 5}, 10)
	for name, group := range map[string][]int{
		"too few": {0, 1}, "none": nil, "negative": {0, 0, 0, 0, 0, -1, 1, 1, 1, 1},
		"too many": {MaxNodes, 0, 0, 0, 0, 0, 0, 0, 0, 0},
	} {
		if Between(name, u, group, "groups").Validate() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Every person is a group: the widest flows are drawn, the same ones each time.
func TestBetweenDrawsTheWidest(t *testing.T) {
	u, group := built(t, network.Communities{Team: 10, Size: 10}, 100), make([]int, 100)
	for p := range group {
		group[p] = p
	}
	n := Between("t", u, group, "people")
	if len(n.Edges) != FlowsDrawn || !slices.IsSorted(n.Width) ||
		!strings.Contains(n.Note, "the widest 400 of 900;") {
		t.Errorf("%d edges, %s", len(n.Edges), n.Note)
	}
	draw := func() []byte {
		var b bytes.Buffer
		if err := Encode(&b, "png", Between("t", u, group, "people")); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if !bytes.Equal(draw(), draw()) {
		t.Error("two drawings differ")
	}
}
