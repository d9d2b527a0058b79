package chart

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestSpreadKeepsLabelsApartAndInside(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for range 2000 {
		n := r.IntN(12)
		want, height := make([]vg.Length, n), make([]vg.Length, n)
		total := vg.Length(0)
		for i := range want {
			want[i] = vg.Length(r.IntN(140) - 20) // some ties, some outside
			height[i] = vg.Length(1 + r.IntN(20))
			total += height[i]
		}
		lo, hi := vg.Length(0), total+vg.Length(r.IntN(60))
		got := spread(want, height, lo, hi)
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(want[a], want[b]) })
		edge := lo
		for _, i := range order {
			if got[i]-height[i]/2 < edge-1e-6 {
				t.Fatalf("label %d from %v lies over its neighbour, which ends at %v: %v %v", i,
					got[i]-height[i]/2, edge, want, got)
			}
			edge = got[i] + height[i]/2
		}
		if edge > hi+1e-6 {
			t.Fatalf("labels reach %v, over %v", edge, hi)
		}
	}
}

func TestSpreadLeavesFreeLabelsAlone(t *testing.T) {
	got := spread([]vg.Length{50, 10, 30}, []vg.Length{10, 10, 10}, 0, 100)
	if want := []vg.Length{50, 10, 30}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Two labels that want the same place move by the same amount. At the edge they move only as far as
// necessary.
func TestSpreadMovesLittle(t *testing.T) {
	got := spread([]vg.Length{50, 50}, []vg.Length{10, 20}, 0, 100)
	if mid := (got[0] + got[1]) / 2; math.Abs(float64(mid-50)) > 1e-9 || got[1]-got[0] != 15 {
		t.Errorf("%v, want 15 apart around 50", got)
	}
	if got := spread([]vg.Length{2}, []vg.Length{10}, 0, 100); got[0] != 5 {
		t.Errorf("%v, want 5", got)
	}
}

func TestSpreadOfTooManyIsEven(t *testing.T) {
	got := spread([]vg.Length{1, 2, 3, 4}, []vg.Length{10, 10, 10, 10}, 0, 20)
	if want := []vg.Length{2.5, 7.5, 12.5, 17.5}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
