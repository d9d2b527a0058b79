package setups_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/network/data"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// The contact of the compared organizations, counted by hand. Communities have 200 seats in 40
// units of 5. A matrix has 124 in its first line, and 60+15 of 61 people in its second: 199 in 40.
// A hierarchy has 124 in 25; brokered communities come nearest with 5 communities, 125 in 25.
func TestMatched(t *testing.T) {
	communities, hierarchy := setups.Communities{}.Scenario(), setups.Hierarchy{}.Scenario()
	for _, c := range []struct {
		of   setups.Organization
		like sim.Scenario
		want network.Structure
		fit  string
	}{
		{setups.Matrix{}, communities, network.Matrix{Span: 4, Second: 61},
			"within 1 %: 1.99 seats a person (2.00 wanted), 40 norms (40), " +
				"4.97 people in a unit (5.00)"},
		{setups.Brokered{}, hierarchy, network.Brokered{Team: 5, Size: 5, Share: .25},
			"within 1 %: 1.25 seats a person (1.24 wanted), 25 norms (25), " +
				"5.00 people in a unit (4.96)"},
		{setups.Brokered{Connected: true}, hierarchy,
			network.Brokered{Team: 5, Size: 5, Share: .25, Connected: true},
			"within 1 %: 1.25 seats a person (1.24 wanted), 25 norms (25), " +
				"5.00 people in a unit (4.96)"},
		{setups.Brokered{}, communities, network.Brokered{Team: 5, Size: 5, Share: 1},
			"exactly: 2.00 seats a person (2.00 wanted), 40 norms (40), " +
				"5.00 people in a unit (5.00)"},
		{setups.Communities{Team: 3}, communities, network.Communities{Team: 5, Size: 5},
			"exactly: 2.00 seats a person (2.00 wanted), 40 norms (40), " +
				"5.00 people in a unit (5.00)"},
		{setups.Hierarchy{}, communities, network.Hierarchy{Span: 4},
			"within 38 %: 1.24 seats a person (2.00 wanted), 25 norms (40), " +
				"4.96 people in a unit (5.00)"},
		{setups.Isolated{}, hierarchy, network.Isolated{Size: 5},
			"within 20 %: 1.00 seats a person (1.24 wanted), 20 norms (25), " +
				"5.00 people in a unit (4.96)"},
	} {
		s, fit, err := setups.Matched(c.of, c.like)
		if err != nil {
			t.Fatal(err)
		}
		if s.Channels[0].Structure != c.want || fit.String() != c.fit ||
			s.Name != "matched "+c.of.Scenario().Name {
			t.Errorf("%s: %+v, %s; want %+v, %s", s.Name, s.Channels[0].Structure, fit, c.want,
				c.fit)
		}
		s.Name, s.Channels[0].Structure = c.like.Name, c.like.Channels[0].Structure
		if !reflect.DeepEqual(s, c.like) {
			t.Errorf("%+v differs from %+v in more than name and structure", s, c.like)
		}
	}
}

// Nested units are matched by their people, and the match has leaders and is nested as they are.
func TestMatchedIsNested(t *testing.T) {
	plain, like := setups.Communities{}.Scenario(), setups.Communities{}.Scenario()
	like.Channels[0].Structure = network.Nested{Of: network.Led{Of: plain.Channels[0].Structure}}
	a, fitA, err := setups.Matched(setups.Matrix{}, plain)
	if err != nil {
		t.Fatal(err)
	}
	b, fitB, err := setups.Matched(setups.Matrix{}, like)
	if err != nil {
		t.Fatal(err)
	}
	want := network.Nested{Of: network.Led{Of: a.Channels[0].Structure}}
	if got := b.Channels[0].Structure; got != want || fitA != fitB {
		t.Errorf("a match of nested units is %+v, %v, want %+v, %v", got, fitB, want, fitA)
	}
	mixed, err := setups.Mixed(plain, like)
	if err != nil {
		t.Fatal(err)
	}
	sizes := mixed.Channels[0].Structure.(network.Dealt).Sizes
	if len(sizes) != 40 || slices.Min(sizes) != 5 {
		t.Errorf("the sizes of nested units are %v, want 40 of 5", sizes)
	}
}

// No other parameters come nearer. The test builds all of them, for several numbers of people and
// several contacts.
func TestMatchedIsNearest(t *testing.T) {
	on := setups.Default()
	on.People = 37
	for _, like := range []sim.Scenario{setups.Communities{On: &on, Team: 3, Size: 6}.Scenario(),
		setups.Matrix{On: &on, Span: 2, Second: 20}.Scenario(),
		setups.Brokered{On: &on, Team: 4, Size: 3, Share: .5}.Scenario()} {
		want := contact(t, like.Channels[0].Structure, on.People)
		for _, of := range []setups.Organization{setups.Communities{}, setups.Brokered{},
			setups.Brokered{Connected: true}, setups.Hierarchy{}, setups.Matrix{},
			setups.Isolated{}} {
			s, fit, err := setups.Matched(of, like)
			if err != nil {
				t.Fatal(err)
			}
			reached := contact(t, s.Channels[0].Structure, on.People)
			if fit.Wanted != want || fit.Reached != reached {
				t.Errorf("%s like %s: fit %+v, want %+v and %+v", s.Name, like.Name, fit, want,
					reached)
			}
			for _, other := range kinds(of, on.People) {
				u, err := other.Build(on.People, source())
				if err != nil {
					continue
				}
				if far(counted(u), want) < far(reached, want)*(1-1e-12) {
					t.Errorf("%s like %s: %+v is nearer than %+v", s.Name, like.Name, other,
						s.Channels[0].Structure)
				}
			}
		}
	}
}

// kinds lists all structures of a kind whose units have one size.
func kinds(of setups.Organization, n int) (all []network.Structure) {
	for k := 1; k <= n; k++ {
		switch of := of.(type) {
		case setups.Communities:
			all = append(all, network.Communities{Team: k, Size: k})
		case setups.Hierarchy:
			all = append(all, network.Hierarchy{Span: k})
		case setups.Isolated:
			all = append(all, network.Isolated{Size: k})
		case setups.Brokered:
			for c := range n / k {
				all = append(all, network.Brokered{Team: k, Size: k, Connected: of.Connected,
					Share: float64((c+1)*k) / float64(n)})
			}
		case setups.Matrix:
			for second := 2; second <= n; second++ {
				all = append(all, network.Matrix{Span: k, Second: second})
			}
		}
	}
	return all
}

func far(c, want setups.Contact) float64 {
	return math.Exp(math.Abs(math.Log(c.Seats/want.Seats)) +
		math.Abs(math.Log(c.Size/want.Size)))
}

func source() network.Source { return agents.NewStream(1) }

func contact(t *testing.T, s network.Structure, n int) setups.Contact {
	t.Helper()
	u, err := s.Build(n, source())
	if err != nil {
		t.Fatal(err)
	}
	return counted(u)
}

// counted returns the contact as Budget counts it.
func counted(u *network.Units) setups.Contact {
	b := u.Budget()
	return setups.Contact{Seats: b.Seats, Size: b.Size, Norms: b.Units}
}

// Every kind can be matched to a structure from data.
func TestMatchedToData(t *testing.T) {
	for _, name := range data.Names() {
		firm, err := data.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		active, err := firm.Active()
		if err != nil {
			t.Fatal(err)
		}
		all, errs := arrangements(setups.Real{Roster: active})
		for i, like := range all {
			if errs[i] != nil {
				continue
			}
			of := []setups.Organization{setups.Brokered{}, setups.Matrix{}}
			for _, of := range of {
				s, fit, err := setups.Matched(of, like)
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				if m := built(t, s); m.People() != active.People() || fit.Off() < 0 {
					t.Errorf("%s: %s over %d people: %s", name, s.Name, m.People(), fit)
				}
				t.Logf("%s, %s like its %s: %s", name, s.Name, like.Name, fit)
			}
		}
	}
}

func TestMatchedRefuses(t *testing.T) {
	nobody, of := setups.Isolated{}.Scenario(), setups.Matrix{}
	nobody.Name, nobody.Channels[0].Structure = "nobody", network.Explicit{}
	alone := func(people int) sim.Scenario {
		return setups.Isolated{On: &setups.Conditions{People: people}, Size: 1}.Scenario()
	}
	for _, c := range []struct {
		want string
		of   setups.Organization
		like sim.Scenario
	}{
		{`scenario "self-taught" has 0 channels`, of, setups.SelfTaught{}.Scenario()},
		{`scenario "nobody" has no seats to match`, of, nobody},
		{`matrix of no size fits 1 people`, of, alone(1)},
		{`brokered of no size fits 2 people`, setups.Brokered{Connected: true}, alone(2)},
		{`network: Isolated.Size is 101`, of, setups.Isolated{Size: 101}.Scenario()},
		{`communities of no size fits 100 people`, setups.Communities{Periphery: 10},
			setups.Isolated{}.Scenario()},
	} {
		if _, _, err := setups.Matched(c.of, c.like); err == nil ||
			!strings.Contains(err.Error(), c.want) ||
			!strings.HasPrefix(err.Error(), "setups: ") {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// Mixed changes one thing at a time between two randomizations. Everybody has the seats of one. The
// sizes of units are those of the other, as near as the sum allows.
func TestMixed(t *testing.T) {
	wide := setups.Isolated{Size: 10}.Scenario()
	communities, hierarchy := setups.Communities{}.Scenario(), setups.Hierarchy{}.Scenario()
	for _, c := range []struct {
		seats, sizes sim.Scenario
		want         map[int]int // units of each size
	}{
		{communities, hierarchy, map[int]int{5: 40}},
		{hierarchy, communities, map[int]int{5: 24, 4: 1}},
		{hierarchy, wide, map[int]int{10: 8, 11: 4}}, // 124 places in 12 units
		{communities, wide, map[int]int{10: 20}},
		{communities, setups.Communities{Team: 4, Size: 10}.Scenario(), map[int]int{4: 25, 10: 10}},
	} {
		s, err := setups.Mixed(c.seats, c.sizes)
		if err != nil {
			t.Fatal(err)
		}
		u, of := built(t, s).Units(0), built(t, c.seats).Units(0)
		if s.Name != "seats of "+c.seats.Name+", sizes of "+c.sizes.Name ||
			!slices.Equal(u.SeatCounts(), of.SeatCounts()) {
			t.Errorf("%s: other seats", s.Name)
		}
		units := map[int]int{}
		for _, k := range u.Sizes() {
			units[k]++
		}
		if !reflect.DeepEqual(units, c.want) {
			t.Errorf("%s: units of sizes %v, want %v", s.Name, units, c.want)
		}
		if m := built(t, setups.Connected(s)); m.Units(0).Budget().Reachable != 1 {
			t.Errorf("%s: connected falls apart", s.Name)
		}
	}
	few := setups.Isolated{On: &setups.Conditions{People: 5}}.Scenario()
	for want, c := range map[string][2]sim.Scenario{
		"5 and 100 people, want the same": {few, communities},
		"no such units have as many":      {hierarchy, setups.Isolated{Size: 100}.Scenario()},
		"has 0 channels":                  {communities, setups.SelfTaught{}.Scenario()},
	} {
		if _, err := setups.Mixed(c[0], c[1]); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
