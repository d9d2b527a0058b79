package agenda_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/simtest"
)

// plain is a unit that attends, one dimension at a time.
type plain struct {
	begun bool
	truth []agents.Belief // as it was before
	since []int           // the tick of a change that is not noticed, or -1
	on    []bool
	did   practice.Attended
	norm  []agents.Belief
}

// read reads what the model keeps of a unit; truth and begun it cannot read.
func (x *plain) read(m *sim.Model, unit int) {
	is := issues(m, unit)
	x.since, x.on, x.norm, x.did = nil, nil, nil, is.Attended()
	for d := range m.Dimensions() {
		x.since = append(x.since, is.Changed(d))
		x.on = append(x.on, is.On()[d/64]>>uint(d%64)&1 != 0)
		x.norm = append(x.norm, m.Norm(0, unit).Get(d))
	}
}

// attend is Attention written from its comment.
func (x *plain) attend(e agenda.Attention, m *sim.Model, unit int, chance *agents.Stream,
	coin func() bool,
) {
	truth := bodyOf(m.Landscape().Truth(), m.Dimensions())
	for d, b := range truth {
		switch {
		case !x.begun || b == x.truth[d]:
		case x.since[d] < 0:
			x.since[d] = m.Tick()
		default:
			x.since[d] = -1
		}
	}
	x.begun, x.truth = true, truth
	if m.Tick() == 0 {
		return
	}
	about, claims, leads := make([]bool, len(truth)), [][]agents.Belief{}, []bool{}
	for d := range about {
		about[d] = m.About(0, unit)[d/64]>>uint(d%64)&1 != 0
	}
	for k, p := range m.Units(0).Voices(unit) {
		claims = append(claims, bodyOf(m.Claims(0, int(p)), len(truth)))
		leads = append(leads, m.Units(0).Ranks(unit)[k] == network.Leader)
	}
	weight := make([]int, len(truth))
	for d := range weight {
		yes, no := 0, 0
		for k, claim := range claims {
			if claim[d] == 1 {
				yes++
			}
			if claim[d] == -1 {
				no++
			}
			opposes := claim[d] != 0 && claim[d] != x.norm[d] && about[d]
			if opposes && (e.By == agenda.Ballot || e.By == agenda.Manager && leads[k]) {
				weight[d]++
			}
		}
		switch {
		case e.By == agenda.Disagreement && about[d]:
			weight[d] = min(yes, no)
		case e.By == agenda.Loss: // additive
			weight[d] = 1 - int(x.norm[d]*truth[d])
		}
		if e.Work == 0 && about[d] {
			x.on[d] = false
		}
	}
	x.contest(claims, about, coin)
	for _, d := range ordered(e.Look, e.Guided, e.By, weight, chance,
		func(int) bool { return true }) {
		x.did.Looked++
		if x.since[d] < 0 {
			continue
		}
		if x.did.Seen++; !chance.Coin(e.Miss) {
			x.did.Found++
			x.did.Lag += m.Tick() - x.since[d] + 1
			x.since[d], x.on[d] = -1, true
		}
	}
	on := slices.Clone(x.on)
	for _, d := range ordered(e.Work, true, e.By, weight, chance,
		func(d int) bool { return on[d] }) {
		sign := -x.norm[d]
		if sign == 0 {
			sign = agents.Belief(2*chance.IntN(2) - 1)
		}
		if x.did.Tried++; sign == truth[d] {
			x.norm[d] = sign
			x.did.Kept++
		}
		x.on[d] = false
	}
}

// contest raises what is contested and not on the agenda.
func (x *plain) contest(claims [][]agents.Belief, about []bool, coin func() bool) {
	for d := range about {
		yes := slices.ContainsFunc(claims, func(c []agents.Belief) bool { return c[d] == 1 })
		no := slices.ContainsFunc(claims, func(c []agents.Belief) bool { return c[d] == -1 })
		if yes && no && about[d] && !x.on[d] {
			x.on[d] = coin()
		}
	}
}

// inRow gives the coins of calls for 64 lanes, one by one.
func inRow(rate float64, chance *agents.Stream) func() bool {
	heads, left := uint64(0), 0
	return func() bool {
		if left == 0 {
			heads, left = chance.Coins(rate, ^uint64(0)), 64
		}
		left--
		return heads>>uint(63-left)&1 != 0
	}
}

// ordered returns the first of some dimensions, by the ranking or in an order that is drawn.
func ordered(most int, ranked bool, by agenda.Ranking, weight []int, chance *agents.Stream,
	of func(int) bool,
) (all []int) {
	for d := range weight {
		if of(d) {
			all = append(all, d)
		}
	}
	most = min(most, len(all))
	if most == 0 {
		return nil
	}
	ranked = ranked && by != agenda.Drawn
	draws := most
	if ranked {
		draws = len(all)
	}
	for i := range draws {
		j := i + chance.IntN(len(all)-i)
		all[i], all[j] = all[j], all[i]
	}
	if !ranked {
		return all[:most]
	}
	var sorted []int
	for top := slices.Max(weight); top >= 0; top-- {
		for _, d := range all {
			if weight[d] == top {
				sorted = append(sorted, d)
			}
		}
	}
	return sorted[:most]
}

func bodyOf(k agents.Knowledge, dimensions int) (all []agents.Belief) {
	for d := range dimensions {
		all = append(all, k.Get(d))
	}
	return all
}

// Attention does what its comment says, over random parameters.
func TestAttentionIsTheDefinition(t *testing.T) {
	r, did := rand.New(rand.NewPCG(3, 4)), practice.Attended{}
	for run := range 60 {
		dimensions := 1 + r.IntN(90)
		e := agenda.Attention{Channel: "work", Look: r.IntN(dimensions + 1), Miss: r.Float64(),
			Guided: r.IntN(2) == 0, By: agenda.Ranking(r.IntN(5)), Contest: .3 * r.Float64(),
			Work: r.IntN(4)}
		units := make([]plain, 4)
		compared := sim.EventFunc(func(m *sim.Model, s *agents.Stream) {
			chance := *s
			coin := inRow(e.Contest, &chance)
			for u := range units {
				units[u].read(m, u)
				units[u].attend(e, m, u, &chance, coin)
			}
			e.Happen(m, s)
			for u, want := range units {
				got := want
				got.read(m, u)
				if fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("%+v, tick %d, unit %d:\n%v, want\n%v", e, m.Tick(), u, got, want)
				}
			}
		})
		s := teams(practice.Attend{Open: r.IntN(dimensions + 1), Talk: 2*r.Float64() - 1},
			sim.Turbulence{Rate: .1 * r.Float64()}, sim.Turnover{Rate: .02}, compared)
		s.Dimensions = dimensions
		if err := simtest.Built(t, s, uint64(run)).Run(); err != nil {
			t.Fatal(err)
		}
		for _, x := range units {
			did.Found, did.Tried = did.Found+x.did.Found, did.Tried+x.did.Tried
			did.Kept += x.did.Kept
		}
	}
	if did.Found < 200 || did.Tried < 500 || did.Kept < 100 {
		t.Errorf("%+v: too few to test", did)
	}
}
