package sim_test

import (
	"math"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
)

// ideas is the number of dimensions, each of which is an idea that rises or not. Five standard
// deviations of a share are at most .018.
const ideas, fiveErrors = 20_000, .018

// screened returns the share of ideas that have reached the last unit after some ticks. Unit 0 has
// them all. Unit 1 opposes them all, and each of the units that hear it may block an idea.
func screened(t *testing.T, rule agents.Objectifier, ticks int, hears ...[]int32) float64 {
	t.Helper()
	units := make([]network.Membership, 2+len(hears))
	for k, of := range hears {
		units[2+k] = network.Membership{Audience: []int32{}, Heard: of}
		for _, unit := range of {
			rank := network.Member
			if unit == 1 {
				rank = network.Leader
			}
			units[2+k].HeardRanks = append(units[2+k].HeardRanks, rank)
		}
	}
	c := certain("work", network.Explicit{Units: units})
	c.Objectify = rule
	m := built(t, byHand(1, ideas, c), 1, 0)
	for d := range ideas {
		m.Norm(0, 0).Set(d, m.Landscape().Truth().Get(d))
		m.Norm(0, 1).Set(d, -m.Landscape().Truth().Get(d))
	}
	advance(t, m, ticks)
	return float64(m.Norm(0, len(units)-1).Known()) / ideas
}

// screens are the rules by which a unit that is heard keeps a change out with a probability.
func screens(veto float64) map[string]agents.Objectifier {
	return map[string]agents.Objectifier{
		"Screen":  agents.Screen{Rate: 1, Veto: veto},
		"Consult": practice.Vote{Rate: 1, Consult: veto},
		"Screen, and a decree that nobody gives": practice.Decreed{
			Of: agents.Screen{Rate: 1, Veto: veto},
		},
	}
}

// A change that must rise through L levels, each of which blocks it with probability v, is on top
// after L ticks with probability (1-v)^L.
func TestChangeSurvivesVetoes(t *testing.T) {
	for _, veto := range []float64{0, .2, .5, 1} {
		for name, rule := range screens(veto) {
			hears := [][]int32{{0, 1}}
			for levels := 1; levels <= 4; levels++ {
				want := math.Pow(1-veto, float64(levels))
				if got := screened(t, rule, levels, hears...); math.Abs(got-want) > fiveErrors {
					t.Errorf("%s: of vetoes of %v %d let %.3f pass, want %.3f", name, veto, levels,
						got, want)
				}
				hears = append(hears, []int32{int32(1 + levels), 1})
			}
		}
	}
}

// Sah and Stiglitz (1986, American Economic Review 76:716-727): who accepts an idea with
// probability f lets it pass with f² as one of two levels, and with 1-(1-f)² as one of two
// polyarchs, either of whom suffices. The difference is 2f(1-f), at most .5.
func TestHierarchyAndPolyarchy(t *testing.T) {
	most := 0.
	for _, f := range []float64{.1, .3, .5, .7, .9} {
		for name, rule := range screens(1 - f) {
			hierarchy := screened(t, rule, 2, []int32{0, 1}, []int32{2, 1})
			polyarchy := screened(t, rule, 2, []int32{0, 1}, []int32{0, 1}, []int32{2, 3})
			for _, c := range []struct {
				what      string
				got, want float64
			}{
				{"a hierarchy", hierarchy, f * f}, {"a polyarchy", polyarchy, 1 - (1-f)*(1-f)},
				{"the difference", polyarchy - hierarchy, 2 * f * (1 - f)},
			} {
				if math.Abs(c.got-c.want) > fiveErrors {
					t.Errorf("%s, f %v: %s accepts %.3f, want %.3f", name, f, c.what, c.got,
						c.want)
				}
			}
			most = max(most, polyarchy-hierarchy)
		}
	}
	if math.Abs(most-.5) > fiveErrors {
		t.Errorf("the largest difference is %.3f, want .5", most)
	}
}

// Goals are decreed by the head whatever it is worth, and in no other dimension. By hand: the head
// is wrong in all four dimensions, of which the first half are goals, and the unit is right.
func TestGoalsAreDecreed(t *testing.T) {
	c := certain("work", network.Headed{Of: network.Isolated{Size: 2}, Down: true})
	c.Objectify = practice.Decreed{Of: agents.Superior{Rate: 1}, Rate: 1}
	c.Relay = practice.Goals{Share: .5}
	c.Internalize = agents.Absorb{Rate: 0}
	m := built(t, byHand(4, 4, c), 1, 0)
	for u, body := range [][]int8{{1, 1, 1, 1}, {1, 0, 1, 0}, {-1, -1, -1, -1}} {
		hold(m, m.Norm(0, u), body)
	}
	step(t, m)
	holds(t, m, "the better norm", m.Norm(0, 0), -1, -1, 1, 1)
	holds(t, m, "the other norm", m.Norm(0, 1), -1, -1, 1, 0)
	holds(t, m, "the norm of the head", m.Norm(0, 2), 1, 1, 1, 1)
}

// Who leads a unit has no part in what the head decides. By hand: as above, and both members of the
// unit lead it and are wrong. Without a head they decide in all dimensions.
func TestLeadersDoNotDecideForTheHead(t *testing.T) {
	team := network.Explicit{Units: []network.Membership{{Voices: []network.Voice{
		{Person: 0, Rank: network.Leader, Weight: 1}, {Person: 1, Rank: network.Leader, Weight: 1},
	}, Audience: []int32{0, 1}}}}
	for _, goals := range []float64{0, .5} {
		c := certain("work", network.Headed{Of: team, Down: true})
		c.Objectify = practice.Decreed{Of: agents.Superior{Rate: 1}, Rate: 1}
		c.Relay = practice.Goals{Share: goals}
		c.Internalize = agents.Absorb{Rate: 0}
		m := built(t, byHand(2, 4, c), 1, 0)
		for u, body := range [][]int8{{1, 1, 1, 1}, {-1, -1, -1, -1}} {
			hold(m, m.Norm(0, u), body)
			hold(m, m.Beliefs(u), []int8{-1, -1, -1, -1})
		}
		step(t, m)
		goal := int8(1 - 4*goals) // wrong where there are goals
		holds(t, m, "the norm", m.Norm(0, 0), goal, goal, 1, 1)
	}
	c := certain("work", team)
	c.Objectify = practice.Decreed{Of: agents.Superior{Rate: 1}, Rate: 1}
	m := built(t, byHand(2, 4, c), 1, 0)
	hold(m, m.Norm(0, 0), []int8{1, 1, 1, 1})
	for p := range 2 {
		hold(m, m.Beliefs(p), []int8{-1, -1, -1, -1})
	}
	step(t, m)
	holds(t, m, "the norm without a head", m.Norm(0, 0), -1, -1, -1, -1)
}
