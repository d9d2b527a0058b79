package kinds

import (
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// scenarioOf puts the scenario of an organization.
func scenarioOf[T interface{ Scenario() sim.Scenario }](t T, d *Draft) error {
	d.Scenario = t.Scenario()
	return nil
}

// size is WholeOf for a number of people in a group.
func size[T any](name, sentence string, least int, at func(*T) *int) FieldOf[T] {
	return WholeOf(name, people, sentence, least, network.MaxPeople, at).Upto(20)
}

// organizations are the setups that are compared.
func organizations() Table {
	type (
		C = setups.Communities
		B = setups.Brokered
		H = setups.Hierarchy
		M = setups.Matrix
		I = setups.Isolated
		F = setups.Institution
	)
	dial := func(name, sentence string, at func(*F) *float64) FieldOf[F] {
		return NumberOf(name, share, sentence, 0, 1, at)
	}
	return Table{
		New(Organization, "communities", "Teams, and overlapping communities of practice across "+
			"them: two seats a person.", C{Team: 5, Size: 5},
			func(t C, d *Draft) error { t.On = &d.On; return scenarioOf(t, d) },
			size("team", "in a team", 1, func(t *C) *int { return &t.Team }),
			size("size", "in a community", 1, func(t *C) *int { return &t.Size }),
			WholeOf("periphery", people, "of each community who listen only", 0,
				network.MaxPeople-1, func(t *C) *int { return &t.Periphery }).Upto(20)),
		New(Organization, "brokered", "Teams, and communities across them for a few people.",
			B{Team: 5, Size: 5, Share: .25},
			func(t B, d *Draft) error { t.On = &d.On; return scenarioOf(t, d) },
			size("team", "in a team", 1, func(t *B) *int { return &t.Team }),
			size("size", "in a community", 1, func(t *B) *int { return &t.Size }),
			NumberOf("share", share, "of the people who are in communities", 1./256, 1,
				func(t *B) *float64 { return &t.Share }),
			SwitchOf("connected", "draw only arrangements in which everybody can reach everybody",
				func(t *B) *bool { return &t.Connected })),
		New(Organization, "hierarchy", "Overlapping teams, joined by their managers.", H{Span: 4},
			func(t H, d *Draft) error { t.On = &d.On; return scenarioOf(t, d) },
			size("span", "who report to a manager", 1, func(t *H) *int { return &t.Span })),
		New(Organization, "matrix", "Two hierarchies over the same people.", M{Span: 4},
			func(t M, d *Draft) error { t.On = &d.On; return scenarioOf(t, d) },
			size("span", "who report to a manager", 1, func(t *M) *int { return &t.Span }),
			size("second", "who are in the second line too; 0 is all", 0,
				func(t *M) *int { return &t.Second })),
		New(Organization, "isolated", "Teams with no person in common.", I{Size: 5},
			func(t I, d *Draft) error { t.On = &d.On; return scenarioOf(t, d) },
			size("size", "in a team", 1, func(t *I) *int { return &t.Size })),
		New(Organization, "institution", "Communities that a firm sponsors, fills, compels, "+
			"directs and hears.", F{},
			func(t F, d *Draft) error { t.On = &d.On; return scenarioOf(t, d) },
			dial("sponsored", "of ticks in which teams are closed for communities",
				func(t *F) *float64 { return &t.Sponsored }),
			dial("assigned", "of a community's seats that the firm fills",
				func(t *F) *float64 { return &t.Assigned }),
			dial("compelled", "of those who would not come and must",
				func(t *F) *float64 { return &t.Compelled }),
			dial("goals", "of dimensions in which the head decides",
				func(t *F) *float64 { return &t.Goals }),
			dial("way-up", "of communities that the head hears",
				func(t *F) *float64 { return &t.WayUp })),
	}
}

// controls are the setups that others are compared with.
func controls() Table {
	type N = net
	return Table{
		New(Organization, "pairs", "Everybody meets one other person a tick, drawn anew.",
			setups.Pairs{}, func(t setups.Pairs, d *Draft) error {
				t.On = &d.On
				return scenarioOf(t, d)
			}),
		New(Organization, "self-taught", "Nobody meets anybody; each tries changes by himself.",
			setups.SelfTaught{}, func(t setups.SelfTaught, d *Draft) error {
				t.On = &d.On
				return scenarioOf(t, d)
			}),
		New(Organization, "contacts", "Everybody learns from his contacts on a graph.",
			N{Shape: smallWorld, Neighbours: 4, Rewire: .1}, func(t N, d *Draft) error {
				d.Scenario = d.On.Scenario("contacts",
					network.Circles{Of: t.generator(), Lasting: true})
				return nil
			}, netFields(func(t *N) *net { return t })...),
		opinions(),
	}
}
