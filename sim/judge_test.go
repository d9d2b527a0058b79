package sim_test

import (
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
)

// judgements are what each person's circle sees of merit, activation by activation.
type judgements struct {
	// by person and tick: how those whom he hears stand, and he himself last
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

// Who is activated twice in a tick judges on two samples; and on each he judges all, himself too,
// by the same dimensions: whoever believes the same as he stands as he does.
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
			copy(m.Beliefs(p), m.Beliefs(p%6)) // of each body there are two
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
						voice++ // he is not among those whom he hears
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

// Where all act at once a unit judges once a tick: on the same sample its voices and its norm, and
// on another at the next.
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
