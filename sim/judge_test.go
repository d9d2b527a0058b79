package sim_test

import (
	"fmt"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// judgements holds what each person's circle sees of merit, activation by activation.
type judgements struct {
	// by person and tick: the standing of those whom he hears, and last his own
	seen map[[2]int][][]int32
}

func (j judgements) Objectify(u *unit, said *voices, _ knowledge) {
	var standing []int32
	for k := range said.Len() {
		standing = append(standing, said.Standing(k))
	}
	who := [2]int{u.ID, u.Tick}
	j.seen[who] = append(j.seen[who], append(standing, u.Standing))
}

// A person who is activated twice in a tick judges on two samples. On each he judges all, himself
// too, by the same dimensions. So people who believe the same have the same standing.
func TestActivatedTwiceJudgesTwice(t *testing.T) {
	for _, reality := range []sim.Reality{sim.Additive{Seen: 10}, sim.Blocks{Size: 2, Seen: 10}} {
		j := judgements{map[[2]int][][]int32{}}
		s := sim.Scenario{
			Name: "judges", People: 12, Dimensions: 40, Ticks: 12, Asynchronous: true,
			Reality: reality,
			Channels: []sim.Channel{{
				Name: "talk", Structure: network.Circles{Of: network.Complete{}},
				Externalize: agents.Say{Rate: 1}, Objectify: j,
				Internalize: agents.Absorb{Rate: 0},
			}},
		}
		m := built(t, s, 1, 0)
		for p := range m.People() {
			copy(m.Beliefs(p), m.Beliefs(p%6)) // two people hold each body
		}
		if err := m.Run(); err != nil {
			t.Fatal(err)
		}
		twice, another := 0, 0
		for who, all := range j.seen {
			for _, standing := range all {
				for k, s := range standing[:len(standing)-1] {
					voice := k
					if k >= who[0] {
						voice++ // skip him: he does not hear himself
					}
					if voice%6 == who[0]%6 && s != standing[len(standing)-1] {
						t.Errorf("person %d stands at %d, and his like at %d", who[0],
							standing[len(standing)-1], s)
					}
				}
			}
			if len(all) > 1 {
				twice++
				if !slices.Equal(all[0], all[1]) {
					another++
				}
			}
		}
		if twice < 20 || another < twice*9/10 {
			t.Errorf("%T: of %d activated twice in a tick %d judged on another sample, want "+
				"nearly all",
				reality, twice, another)
		}
	}
}

// If all act at once, a unit judges once a tick. It judges its voices and its norm on the same
// sample, and on another one in the next tick.
func TestUnitJudgesOnceATick(t *testing.T) {
	seen := map[int][]int32{} // by tick
	c := certain("work", network.Organization{})
	c.Objectify = agents.ObjectifyFunc(func(u *unit, said *voices, _ knowledge) {
		for k := range said.Len() {
			seen[u.Tick] = append(seen[u.Tick], said.Standing(k))
		}
		if seen[u.Tick][0] != u.Standing {
			t.Errorf("tick %d: the norm stands at %d, and who believes the same at %d",
				u.Tick, u.Standing, seen[u.Tick][0])
		}
	})
	c.Internalize = agents.Absorb{Rate: 0}
	s := byHand(10, 40, c)
	s.Reality = sim.Additive{Seen: 8}
	m := built(t, s, 1, 0)
	copy(m.Norm(0, 0), m.Beliefs(0))
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	same := 0
	for tick := 1; tick < s.Ticks; tick++ {
		if slices.Equal(seen[tick], seen[tick-1]) {
			same++
		}
	}
	if same > 2 {
		t.Errorf("in %d of %d ticks merit was seen as in the tick before", same, s.Ticks)
	}
}

// liars say the opposite of what they believe, if their number is even.
type liars struct{}

func (liars) Externalize(p *agents.Person, belief, claim agents.Knowledge) {
	for i, w := range belief {
		if claim[i] = w; p.ID%2 == 0 {
			claim[i] = agents.Word{Yes: w.No, No: w.Yes}
		}
	}
}

// If standing is by claims and merit is seen in part, voices and circles are judged by what is
// said, on what the unit sees. All people believe the truth, and some say the opposite. By claims
// the liars stand lower; by beliefs they stand like the others. NK has no marks, so its score is
// computed directly.
func TestJudgedByClaims(t *testing.T) {
	for _, c := range []struct {
		reality      sim.Reality
		truth, lie   int32 // their standings; 0 and 0: they must only differ
		structure    network.Structure
		asynchronous bool
	}{
		{sim.Additive{Seen: 10}, 10, -10, network.Organization{}, false},
		{sim.Blocks{Size: 2, Seen: 10}, 10, 0, network.Organization{}, false},
		{sim.NK{K: 2, Seen: 10}, 0, 0, network.Organization{}, false},
		{sim.Additive{Seen: 10}, 10, -10, circle, false},
		{sim.Blocks{Size: 2, Seen: 10}, 10, 0, circle, false},
		{sim.NK{K: 2, Seen: 10}, 0, 0, circle, false},
		{sim.Additive{Seen: 10}, 10, -10, circle, true},
		{sim.Blocks{Size: 2, Seen: 10}, 10, 0, circle, true},
	} {
		for _, byClaims := range []bool{true, false} {
			name := fmt.Sprintf("%#v, %T, asynchronous %v, by claims %v", c.reality, c.structure,
				c.asynchronous, byClaims)
			for who, s := range standingsOf(t, c.reality, c.structure, byClaims, c.asynchronous) {
				lies := who%2 == 0 && byClaims
				if (s[0] != s[1]) != lies || c.truth != 0 && (s[1] != c.truth ||
					lies && s[0] != c.lie) {
					t.Errorf("%s: person %d stands at %d, and person 1 at %d", name, who, s[0],
						s[1])
				}
			}
		}
	}
}

// standingsOf returns the standing of people who believe the truth in unit 0, as its voices or as
// the person of the circle, and that of person 1.
func standingsOf(
	t *testing.T, reality sim.Reality, structure network.Structure, byClaims, asynchronous bool,
) map[int][2]int32 {
	t.Helper()
	all := map[int][2]int32{}
	c := certain("work", structure)
	c.Externalize, c.ByClaims, c.Internalize = liars{}, byClaims, agents.Absorb{Rate: 0}
	c.Objectify = agents.ObjectifyFunc(func(u *unit, said *agents.Voices, _ knowledge) {
		if u.ID != 0 {
			return
		}
		one := int32(0)
		for k := range said.Len() {
			if said.ID(k) == 1 {
				one = said.Standing(k)
			}
		}
		for k := range said.Len() {
			all[said.ID(k)] = [2]int32{said.Standing(k), one}
		}
		if structure == network.Structure(circle) {
			all[0] = [2]int32{u.Standing, one}
		}
	})
	aside := c // by beliefs, also if the first channel has ByClaims
	aside.Name, aside.ByClaims = "aside", false
	aside.Objectify = agents.ObjectifyFunc(func(u *unit, said *agents.Voices, _ knowledge) {
		for k := range said.Len() {
			if said.Standing(k) != said.Standing(0) {
				t.Errorf("%#v: beside standing by claims, beliefs stand at %d and %d", reality,
					said.Standing(0), said.Standing(k))
			}
		}
	})
	s := byHand(8, 20, c, aside)
	s.Reality, s.Ticks, s.Asynchronous = reality, 1, asynchronous
	s.Beliefs = agents.Mixed{} // NK takes no 0
	if asynchronous {
		s.Ticks = 12 // so that person 0 is drawn, and learns in both channels
	}
	m := built(t, s, 1, 0)
	for p := range m.People() {
		copy(m.Beliefs(p), m.Landscape().Truth())
	}
	if err := m.Run(); err != nil {
		t.Fatal(err)
	}
	if len(all) < 3 {
		t.Fatalf("unit 0 has judged %d people, want 3 or more", len(all))
	}
	return all
}
