package network_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"orglearn/network"
)

func ExampleNewUnits() {
	u, err := network.NewUnits(4,
		network.Membership{Voices: []network.Voice{{Person: 0, Rank: network.Leader, Weight: 1},
			{Person: 1, Weight: 1}}},
		network.Membership{Voices: []network.Voice{{Person: 1, Weight: 1}}, Audience: []int32{2,
			3}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("heard in unit 1:", u.Voices(1), "learning from it:", u.Audience(1))
	fmt.Println("seats of person 1:", u.Of(1), "and of person 3:", u.Of(3))
	// Output:
	// heard in unit 1: [1] learning from it: [2 3]
	// seats of person 1: [0] and of person 3: [1]
}

func ExampleHierarchy() {
	u, err := network.Hierarchy{Span: 2}.Build(7, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for k := range u.Len() {
		fmt.Println("team", k, u.Voices(k), "led by",
			u.Voices(k)[slices.Index(u.Ranks(k), network.Leader)])
	}
	// Output:
	// team 0 [0 1 2] led by 0
	// team 1 [1 3 4] led by 1
	// team 2 [2 5 6] led by 2
}

func TestUnitsRoundTrip(t *testing.T) {
	for name, s := range structures() {
		u := mustBuild(t, s, 60, 1)
		var units []network.Membership
		for k := range u.Len() {
			units = append(units, u.Membership(k))
		}
		again, err := network.NewUnits(60, units...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for k := range units {
			if !reflect.DeepEqual(units[k], again.Membership(k)) {
				t.Errorf("%s: unit %d is %+v, want %+v", name, k, again.Membership(k), units[k])
			}
		}
		for p := range 60 {
			if !slices.Equal(u.Of(p), again.Of(p)) {
				t.Errorf("%s: seats of person %d: %v, want %v", name, p, again.Of(p), u.Of(p))
			}
		}
	}
}

func TestNewUnitsErrors(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, c := range []struct {
		unit network.Membership
		want string
	}{
		{given(0, 3), "network: unit 1: person 3 among the voices, want 0 to 2"},
		{given(-1), "network: unit 1: person -1 among the voices, want 0 to 2"},
		{given(1, 2, 1), "network: unit 1: person 1 is twice among the voices"},
		{network.Membership{Audience: []int32{1, 1}},
			"network: unit 1: person 1 is twice among the " +
				"audience"},
		{network.Membership{Voices: []network.Voice{{Person: 2, Weight: nan}}},
			"network: unit 1: the tie of person 2 is NaN, want a finite number of at least 0"},
		{network.Membership{Voices: []network.Voice{{Person: 2, Weight: inf}}},
			"network: unit 1: the tie of person 2 is +Inf, want a finite number of at least 0"},
	} {
		if _, err := network.NewUnits(3, given(0, 1), c.unit); err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// TestNewUnitsTooLarge checks that more places than 32 bits can count are refused at once. The
// units of the test share one list.
func TestNewUnitsTooLarge(t *testing.T) {
	people := make([]int32, 1<<16)
	units := make([]network.Membership, 1<<16)
	for k := range units {
		units[k].Audience = people
	}
	const want = "network: 4294967296 voices and people in audiences, want at most 4294967295"
	if _, err := network.NewUnits(1<<16, units...); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestIsolatedSizes(t *testing.T) {
	for n := 1; n <= 50; n++ {
		for want := 1; want <= n; want++ {
			u := mustBuild(t, network.Isolated{Size: want}, n, 1)
			next := int32(0)
			for k := range u.Len() {
				if m := len(u.Voices(k)); m != n/u.Len() && m != n/u.Len()+1 || m < want {
					t.Fatalf("%d people, size %d: a team of %d", n, want, m)
				}
				for _, p := range u.Voices(k) {
					if p != next {
						t.Fatalf("%d people, size %d: team %d is %v", n, want, k, u.Voices(k))
					}
					next++
				}
			}
			if int(next) != n || u.Len() != n/want {
				t.Fatalf("%d people, size %d: %d teams of %d", n, want, u.Len(), next)
			}
		}
	}
}

func TestHierarchySeats(t *testing.T) {
	for _, span := range []int{1, 2, 3, 10, 200} {
		for n := 1; n <= 100; n++ {
			u := mustBuild(t, network.Hierarchy{Span: span}, n, 1)
			for p := range n {
				leads, reports := p*span+1 < n || n == 1, p > 0
				if want := seats(leads) + seats(reports); len(u.Of(p)) != want {
					t.Fatalf("span %d, %d people: person %d has the seats %v, want %d", span, n, p,
						u.Of(p), want)
				}
				if reports && !slices.Contains(u.Of(p), int32((p-1)/span)) {
					t.Fatalf("span %d, %d people: person %d is not in the team of %d", span, n, p,
						(p-1)/span)
				}
				if leads && (u.Voices(p)[0] != int32(p) || u.Ranks(p)[0] != network.Leader) {
					t.Fatalf("span %d, %d people: unit %d is not led by its person", span, n, p)
				}
			}
		}
	}
}

func seats(has bool) int {
	if has {
		return 1
	}
	return 0
}

func TestReportsToSeveralChiefs(t *testing.T) {
	u := mustBuild(t, network.ReportsTo{Superior: []int32{-1, 3, 3, -1, 1}}, 5, 1)
	for k, want := range [][]int32{{0}, {1, 4}, {3, 1, 2}} {
		if !slices.Equal(u.Voices(k), want) || u.Ranks(k)[0] != network.Leader {
			t.Errorf("unit %d is %+v, want %v", k, u.Membership(k), want)
		}
	}
}

func FuzzReportsTo(f *testing.F) {
	f.Add([]byte{0, 1, 1, 2})
	f.Add([]byte{2, 1})
	f.Fuzz(func(t *testing.T, bytes []byte) {
		superior := make([]int32, len(bytes))
		for p, b := range bytes {
			superior[p] = int32(b) - 1
		}
		u, err := network.ReportsTo{Superior: superior}.Build(len(bytes), nil)
		if sound := reachable(superior); sound != (err == nil) {
			t.Fatalf("%v: %v", superior, err)
		}
		for p := range superior {
			if err == nil && len(u.Of(p)) == 0 {
				t.Fatalf("%v: person %d has no seat", superior, p)
			}
		}
	})
}

// reachable reports, in the obvious way, whether everybody has a chief.
func reachable(superior []int32) bool {
	for p := range superior {
		at, steps := int32(p), 0
		for ; at >= 0 && int(at) < len(superior) && steps <= len(superior); steps++ {
			at = superior[at]
		}
		if at != -1 {
			return false
		}
	}
	return len(superior) > 0
}

// checkPairs checks that everybody hears exactly one person, who hears him too. If the number of
// people is odd, one person hears nobody.
func checkPairs(u *network.Units) error {
	alone := 0
	for p := range u.Len() {
		voices := u.Voices(p)
		if len(voices) == 0 {
			alone++
		} else if len(voices) != 1 || u.Voices(int(voices[0]))[0] != int32(p) {
			return fmt.Errorf("person %d hears %v", p, voices)
		}
	}
	if alone != u.People()%2 {
		return fmt.Errorf("%d of %d people are alone", alone, u.People())
	}
	return nil
}

// Each of the 9*7*5*3 = 945 pairings of 9 people, which leave one person alone, is equally likely.
func TestPairsAreUniform(t *testing.T) {
	u := mustBuild(t, network.Pairs{}, 9, 1)
	seen := make(map[string]int)
	src := chance(12)
	for tick := range 945 * 30 {
		network.Pairs{}.Rewire(u, tick, src)
		if err := checkPairs(u); err != nil {
			t.Fatal(err)
		}
		key := ""
		for p := range 9 {
			key += fmt.Sprint(u.Voices(p))
		}
		seen[key]++
	}
	var counts []int
	for _, c := range seen {
		counts = append(counts, c)
	}
	if len(counts) != 945 || tooUneven(counts, 944) {
		t.Errorf("%d pairings, want 945; chi-square %.0f, want about 944", len(counts),
			chiSquare(counts))
	}
}

func TestPairsDoNotAllocate(t *testing.T) {
	u, src := mustBuild(t, network.Pairs{}, 101, 1), chance(1)
	if allocs := testing.AllocsPerRun(10, func() {
		network.Pairs{}.Rewire(u, 1, src)
	}); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestTeamsInTheOrderOfTheirNumbers(t *testing.T) {
	u := mustBuild(t, network.Teams{Of: []int{40, 7, 40, 1 << 30, 7}}, 5, 1)
	for k, want := range [][]int32{{1, 4}, {0, 2}, {3}} {
		if !slices.Equal(u.Voices(k), want) || !slices.Equal(u.Audience(k), want) {
			t.Errorf("team %d is %v, want %v", k, u.Voices(k), want)
		}
	}
}
