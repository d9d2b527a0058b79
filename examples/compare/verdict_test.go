package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"orglearn/metrics"
	"orglearn/network"
	"orglearn/sim"
)

// made is a result of made-up runs: of each scenario its scores at ticks 20 and 200, replicate by
// replicate. What is not given is a control, and has the runs of its organization.
func made(t *testing.T, runs map[string][2][]float64) *result {
	t.Helper()
	org := &organizations{units: map[string]*network.Units{}}
	for _, name := range known {
		if _, ok := runs[name]; !ok {
			continue
		}
		o := organization{name: name, scenario: sim.Scenario{Name: name}, units: units(t, name)}
		for _, c := range []string{randomized, connected} {
			o.controls = append(o.controls, control{c, sim.Scenario{Name: name + " " + c}})
			if _, ok := runs[name+" "+c]; !ok {
				runs[name+" "+c] = runs[name]
			}
		}
		org.all = append(org.all, o)
	}
	for _, s := range org.scenarios() {
		org.units[s.Name] = org.all[0].units
	}
	r := &result{organizations: org, horizons: []int{20, 200}, table: tableOf(t, org, runs),
		options: &options{limits: metrics.Limits{Alpha: .05, Margin: .02, Relative: .05}}}
	r.conditions.Ticks = 200
	if err := r.judge(); err != nil {
		t.Fatal(err)
	}
	return r
}

// units are such that brokered communities and the hierarchy have the same contact.
func units(t *testing.T, name string) *network.Units {
	t.Helper()
	var s network.Structure = network.Hierarchy{Span: 4}
	switch name {
	case communities:
		s = network.Explicit{Units: []network.Membership{pair(0, 1), pair(1, 2), pair(0, 2)}}
	case isolated:
		s = network.Isolated{Size: 1}
	}
	u, err := s.Build(3, nil)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func pair(a, b int32) network.Membership {
	return network.Membership{Voices: []network.Voice{{Person: a}, {Person: b}}}
}

func tableOf(t *testing.T, org *organizations, runs map[string][2][]float64) *metrics.Table {
	t.Helper()
	var file strings.Builder
	fmt.Fprintln(&file, "scenario,replicate,tick,stopped,score")
	for _, s := range org.scenarios() {
		for r := range runs[s.Name][0] {
			for k, tick := range []int{20, 200} {
				fmt.Fprintf(&file, "%s,%d,%d,200,%s\n", s.Name, r, tick,
					metrics.Number(runs[s.Name][k][r]))
			}
		}
	}
	table, err := metrics.ReadCSV(strings.NewReader(file.String()), metrics.Score)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// swinging are so many values about a mean, as far below it as above.
func swinging(n int, mean, by float64) []float64 {
	xs := make([]float64, n)
	for i := range xs {
		if xs[i] = mean - by; (i+i/2)%2 == 0 {
			xs[i] = mean + by
		}
	}
	return xs
}

// both are runs of the same scores at both ticks.
func both(xs []float64) [2][]float64 { return [2][]float64{xs, xs} }

func constant(n int, v float64) []float64 { return slices.Repeat([]float64{v}, n) }

// Every branch of the verdict, of tables that are made up.
func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		name    string
		runs    map[string][2][]float64
		says    string // the first sentence begins so
		reasons string // and this is among the reasons
		open    string // and this among what was not shown
	}{
		{
			"one run", map[string][2][]float64{communities: both([]float64{.8}),
				hierarchy: both([]float64{.4})},
			"One run of each organization shows nothing", "", "All of this is about these rules",
		},
		{
			"flat", map[string][2][]float64{communities: both(constant(9, .25)),
				hierarchy: both(constant(9, .25)), isolated: both(constant(9, .25))},
			"At tick 200 every organization scores .250 in every run", "", "",
		},
		{
			"ceiling", map[string][2][]float64{communities: both(constant(9, 1)),
				hierarchy: both(constant(9, 1))},
			"At tick 200 every organization scores 1.000 in every run", "", "",
		},
		{
			"same varying runs", map[string][2][]float64{communities: both(swinging(9, .5, .1)),
				hierarchy: both(swinging(9, .5, .1))},
			"At tick 200 every organization has the same score as the others in every run", "", "",
		},
		{
			"ahead", map[string][2][]float64{communities: both(swinging(20, .8, .02)),
				hierarchy: both(constant(20, .49))},
			"With the contact they come with, communities end 31 of 100 points above people in " +
				"the hierarchy.", "At tick 200: communities .800 > hierarchy .490.", "",
		},
		{
			"behind", map[string][2][]float64{communities: both(swinging(20, .49, .02)),
				hierarchy: both(constant(20, .8))},
			"With the contact they come with, communities end 31 of 100 points below people in " +
				"the hierarchy.", "At tick 200: hierarchy .800 > communities .490.", "",
		},
		{
			"1 and 0", map[string][2][]float64{communities: both(constant(20, 1)),
				hierarchy: both(constant(20, 0))},
			"With the contact they come with, communities end 100 of 100 points above people in " +
				"the hierarchy.", "communities 1.000 > hierarchy 0.", "",
		},
		{
			"equivalent and shown", map[string][2][]float64{
				communities: both(swinging(20, .51, .002)), hierarchy: both(constant(20, .5))},
			"With the contact they come with, communities end level with people in the hierarchy.",
			"At tick 200: communities .510 = hierarchy .500.", "",
		},
		{
			"a tenth of a small level", map[string][2][]float64{
				communities: both(swinging(20, .0484, .0002)),
				hierarchy:   both(constant(20, .044))},
			"With the contact they come with, communities end 0.4 of 100 points above people in " +
				"the hierarchy.", "", "",
		},
		{
			"none shown", map[string][2][]float64{communities: both(swinging(4, .55, .2)),
				hierarchy: both(constant(4, .5))},
			"With the contact they come with, the runs are too few to tell communities from " +
				"people in the hierarchy.", "At tick 200: communities .550 ? hierarchy .500.",
			"Too few runs to tell: communities and hierarchy (score at tick 20)",
		},
		{
			"crossed", map[string][2][]float64{
				communities: {swinging(20, .1, .01), swinging(20, .9, .01)},
				hierarchy:   {constant(20, .3), constant(20, .4)}},
			"With the contact they come with, communities end 50 of 100 points above",
			"At tick 20: hierarchy .300 > communities .100.", "",
		},
		{
			"equal contact", map[string][2][]float64{communities: both(swinging(20, .8, .02)),
				brokered: both(swinging(20, .46, .02)), hierarchy: both(constant(20, .49))},
			"With the contact they come with, communities end 31 of 100 points above people in " +
				"the hierarchy; with equal contact brokered communities end 3 of 100 points " +
				"below people in the hierarchy.",
			"ahead in 0 % of the runs", "",
		},
		{
			"communities are not compared", map[string][2][]float64{
				matrix: both(swinging(20, .8, .02)), isolated: both(constant(20, .1))},
			"With the contact they come with, people in the matrix end 70 of 100 points above " +
				"isolated units.", "", "",
		},
	} {
		v := made(t, c.runs).verdict()
		if !strings.HasPrefix(v.sentence, c.says) {
			t.Errorf("%s: %q, want %q", c.name, v.sentence, c.says)
		}
		if all := strings.Join(v.reasons, "\n"); !strings.Contains(all, c.reasons) {
			t.Errorf("%s: the reasons are\n%s\nwant %q", c.name, all, c.reasons)
		}
		if all := strings.Join(v.open, "\n"); !strings.Contains(all, c.open) {
			t.Errorf("%s: open is\n%s\nwant %q", c.name, all, c.open)
		}
		if len(v.reasons) > 10 {
			t.Errorf("%s: %d reasons, want at most 10", c.name, len(v.reasons))
		}
	}
}

// Median times are told where more than half came there, and not at exactly half.
func TestArrival(t *testing.T) {
	late, never := constant(4, .6), constant(4, .1)
	half := []float64{.6, .6, .1, .1}
	most := []float64{.6, .6, .6, .1}
	r := made(t, map[string][2][]float64{communities: {never, late}, brokered: {never, half},
		hierarchy: {never, most}, isolated: both(never)})
	for name, want := range map[string]string{communities: "200", brokered: "none/50%",
		hierarchy: "200/75%", isolated: "never"} {
		if got := r.arrival(name, .5); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The control wins where it does, and a difference that is turned round is mirrored.
func TestAgainstChance(t *testing.T) {
	r := made(t, map[string][2][]float64{
		communities: both(swinging(20, .5, .01)), "communities connected": both(constant(20, .6)),
		hierarchy: both(swinging(20, .5, .01)), "hierarchy connected": both(constant(20, .4)),
	})
	said := strings.Join(r.againstChance(), "")
	for _, want := range []string{"communities < -.100 [-.105, -.095]",
		"hierarchy > .100 [.095, .105]"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q, want %q", said, want)
		}
	}
	a, b := r.all[0], r.all[1]
	there, back := r.found(a, b, r.atEnd()), r.found(b, a, r.atEnd())
	if there.Difference.Low != -back.Difference.High {
		t.Errorf("%+v turned round is %+v", there.Difference, back.Difference)
	}
}

// Communities have fewer seats, in larger units, than a hierarchy made up here: no part of their
// lead is said to come from more seats.
func TestMoreOf(t *testing.T) {
	a := organization{name: communities, units: &network.Units{}}
	b := organization{name: hierarchy, units: &network.Units{}}
	r := &result{organizations: &organizations{}}
	r.budgets.of = map[*network.Units]network.Budget{
		a.units: {Seats: 1, Size: 38.4}, b.units: {Seats: 1.22, Size: 5.5}}
	for what, want := range map[string]string{
		contact: "fewer seats and larger units", seats: "fewer seats a person",
		sizes: "larger units", together: together, arrangement: arrangement,
	} {
		if got := r.moreOf(what, a, b); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	if got := r.moreOf(seats, b, a); got != "more seats a person" {
		t.Error(got)
	}
	if got := r.moreOf(contact, a, a); got != contact {
		t.Error(got)
	}
}

// The parts of a difference sum to it, whichever way they are taken, and each is the difference of
// two organizations that were run.
func TestPartsSumUp(t *testing.T) {
	o, err := parse([]string{"-replicates", "3", "-ticks", "40", "-size", "4", "-span", "8",
		"-panel", "0"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := compare(t.Context(), o, org)
	if err != nil {
		t.Fatal(err)
	}
	two := 0
	for _, p := range r.pairs() {
		ways := r.parts(p[0], p[1])
		two += len(ways) - 1
		for _, way := range ways {
			at, sum := p[0].scenario.Name, 0.
			for _, s := range way {
				if s.from != at {
					t.Errorf("%s and %s: a step from %s, want from %s", p[0].name, p[1].name,
						s.from, at)
				}
				at = s.to
				sum += r.claims.of(s.from, s.to, r.atEnd()).Difference.Mean
			}
			d := r.found(p[0], p[1], r.atEnd()).Difference.Mean
			if at != p[1].scenario.Name || math.Abs(sum-d) > 1e-12 {
				t.Errorf("%s less %s is %v, its parts sum to %v and end at %s", p[0].name,
					p[1].name, d, sum, at)
			}
		}
	}
	if two == 0 {
		t.Error("no difference has two ways, with units of 4 and of 9")
	}
}

// Of each tick from 1 on, what a person takes over; not of tick 0, before which nothing happened.
func TestIntake(t *testing.T) {
	o, err := parse([]string{"-replicates", "2", "-ticks", "2", "-panel", "0"})
	if err != nil {
		t.Fatal(err)
	}
	org, err := organize(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := compare(t.Context(), o, org)
	if err != nil {
		t.Fatal(err)
	}
	e := r.table.Estimates(communities, taken)
	want := (e[1].Mean + e[2].Mean) / 2
	if got := r.intake(communities); math.Abs(got-want) > 1e-12 || want == 0 {
		t.Errorf("%v are taken over a tick, want %v", got, want)
	}
}
