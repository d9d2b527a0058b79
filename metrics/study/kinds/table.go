package kinds

import (
	"math"
	"slices"

	"orglearn/agents"
	"orglearn/agents/opinion"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/agenda"
	"orglearn/sim/culture"
	"orglearn/sim/flows"
	"orglearn/sim/formation"
	"orglearn/sim/models"
	"orglearn/sim/power"
	"orglearn/sim/setups"
	"orglearn/sim/signals"
	"orglearn/sim/tasks"
)

// All returns a new copy of the table. The kinds of a role are in the order in which they are put.
func All() Table {
	return slices.Concat(
		Table{conditions()}, organizations(), compared(), published(), crowds(), sharing(),
		meeting(), believing(), realities(), environment(), arranging(), speaking(), deciding(),
		learning(), controls(),
	)
}

// Section: conditions.

// conditions is the kind of what compared organizations have in common.
func conditions() Kind {
	type T = setups.Conditions
	return New(Conditions, "conditions", "What the compared organizations have in common.",
		setups.Default(), func(t T, d *Draft) error {
			t.Practice = d.On.Practice
			d.On = t
			return nil
		},
		WholeOf("people", people, "number of people", 1, network.MaxPeople,
			func(t *T) *int { return &t.People }).Upto(1000),
		WholeOf("dimensions", dimensions, "facts to be right or wrong about; a multiple of block",
			1, sim.MaxDimensions, func(t *T) *int { return &t.Dimensions }).Upto(256),
		WholeOf("block", dimensions, "consecutive dimensions that pay only together", 1,
			sim.MaxDimensions, func(t *T) *int { return &t.Block }).Upto(16),
		WholeOf("seen", dimensions, "on which a unit judges merit; a multiple of block; 0 is all",
			0, sim.MaxDimensions, func(t *T) *int { return &t.Seen }).Upto(64),
		NumberOf("superior", rate, "that the vote of the better voices becomes the norm", 0, 1,
			func(t *T) *float64 { return &t.Superior }),
		NumberOf("absorb", rate, "that a person takes over a norm", 0, 1,
			func(t *T) *float64 { return &t.Absorb }),
		WholeOf("attention", "seats", "that a person heeds per tick; 0 is all", 0, math.MaxInt32,
			func(t *T) *int { return &t.Attention }).Upto(8),
		WholeOf("ticks", ticks, "the length of a run", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Ticks }).Upto(1000),
	)
}

// Section: organizations. The setups, and what they are compared with.

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

// compared are the organizations that others are compared with.
func compared() Table {
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
		matched(), mixed(), opinions(),
	}
}

// fitting names two of the organizations that setups.OfSize returns, in its order.
type fitting struct {
	of, like int
	size     int
}

// both returns the two organizations, with units of one size.
func (t fitting) both(on *setups.Conditions) (of, like setups.Organization, err error) {
	all, err := setups.OfSize(on, t.size)
	if err != nil {
		return nil, nil, err
	}
	return all[t.of], all[t.like], nil
}

// fit returns the kind of an organization that is fitted to two others.
func fit(name, sentence, first, second string, base fitting,
	make func(of, like setups.Organization) (sim.Scenario, error), of, like string,
) Kind {
	all := []string{"communities", "brokered", "hierarchy", "matrix", "isolated"}
	return New(Organization, name, sentence, base, func(t fitting, d *Draft) error {
		of, like, err := t.both(&d.On)
		if err == nil {
			d.Scenario, err = make(of, like)
		}
		return err
	}, ChoiceOf(first, of, func(t *fitting) *int { return &t.of }, all...),
		ChoiceOf(second, like, func(t *fitting) *int { return &t.like }, all...),
		size("size", "in a unit of the two", 2, func(t *fitting) *int { return &t.size }))
}

func matched() Kind {
	return fit("matched", "An organization of one kind with the contact of another: nearly as "+
		"many seats a person, in units of nearly the same size.", "of", "like",
		fitting{of: 3, size: 5}, func(of, like setups.Organization) (sim.Scenario, error) {
			s, _, err := setups.Matched(of, like.Scenario())
			return s, err
		}, "its kind", "whose contact it has")
}

func mixed() Kind {
	return fit("mixed", "A random organization with the seats of one and the unit sizes of "+
		"another.", "seats", "sizes", fitting{like: 2, size: 5},
		func(of, like setups.Organization) (sim.Scenario, error) {
			return setups.Mixed(of.Scenario(), like.Scenario())
		}, "whose seats per person it has", "whose sizes of units it has")
}

// opinionated is a ring of opinions on a graph.
type opinionated struct {
	net
	topics, norm, learn    int
	self, rate, confidence float64
	low, high              float64
}

// opinions is the organization whose people share opinions, and no beliefs.
func opinions() Kind {
	type T = opinionated
	return New(Organization, "opinions", "People share opinions on a graph.",
		T{net: net{Shape: smallWorld, Neighbours: 4, Rewire: .1}, topics: 1, rate: .5,
			confidence: .25, high: 1},
		func(t T, d *Draft) error {
			d.Scenario = t.scenario(d.On.People, d.On.Ticks)
			return nil
		},
		append(netFields(func(t *T) *net { return &t.net }),
			WholeOf("topics", "topics", "of which people have opinions", 1, sim.MaxTopics,
				func(t *T) *int { return &t.topics }).Upto(10),
			ChoiceOf("objectify", "what becomes the norm of a circle",
				func(t *T) *int { return &t.norm }, "average", "similar", "total"),
			ChoiceOf("internalize", "how a person learns it", func(t *T) *int { return &t.learn },
				"approach", "compromise", "anchored", "accumulate"),
			NumberOf("self", "weight", "of one's own claim in an average", 0, 1e6,
				func(t *T) *float64 { return &t.self }).Upto(10),
			NumberOf("rate", share, "of the way that a person moves", 0, 1,
				func(t *T) *float64 { return &t.rate }),
			NumberOf("confidence", "opinion", "largest difference that is heard", 0, 1e6,
				func(t *T) *float64 { return &t.confidence }).Upto(1),
			NumberOf("low", "opinion", "the lowest first one", -1e6, 1e6,
				func(t *T) *float64 { return &t.low }),
			NumberOf("high", "opinion", "the highest first one", -1e6, 1e6,
				func(t *T) *float64 { return &t.high }))...)
}

func (t opinionated) scenario(people, ticks int) sim.Scenario {
	return sim.Scenario{
		Name: "opinions", People: people, Dimensions: 1, Ticks: ticks, Topics: t.topics,
		Opinions: opinion.Uniform{Low: t.low, High: t.high},
		RealChannels: []sim.RealChannel{{
			Name:        "opinions",
			Structure:   network.Circles{Of: t.generator()},
			Externalize: opinion.Candid{},
			Objectify: []opinion.Objectifier{opinion.Average{Self: t.self},
				opinion.Similar{Confidence: t.confidence}, opinion.Total{}}[t.norm],
			Internalize: []opinion.Internalizer{opinion.Approach{Rate: t.rate},
				opinion.Compromise{Rate: t.rate, Confidence: t.confidence},
				opinion.Anchored{Rate: t.rate}, opinion.Accumulate{}}[t.learn],
		}},
	}
}

// Section: published models. First those in which people learn what is true.

// published are the models in which people learn what is true.
func published() Table {
	return Table{march(), fang(), schillingFang(), carley(), kaneAlavi(), miller()}
}

func march() Kind {
	type T = models.March1991
	var readings []string
	for _, r := range models.Readings() {
		readings = append(readings, r.String())
	}
	return New(Model, "march", "People learn from an organizational code, and the code from those "+
		"who do better (March 1991).", T{People: 50, Dimensions: 30}, modelOf[T],
		rateOf("p1", "that people learn from the code", .5, 1,
			func(t *T, r models.Rate) { t.P1 = r }),
		rateOf("p2", "that the code learns, per vote", .5, 1,
			func(t *T, r models.Rate) { t.P2 = r }),
		leaving("p3", func(t *T) *float64 { return &t.P3 }),
		NumberOf("p4", rate, "that reality changes in a dimension, per period", 0, 1,
			func(t *T) *float64 { return &t.P4 }),
		NumberOf("fast", share, "of the people who learn at fast-p1", 0, 1,
			func(t *T) *float64 { return &t.Fast }),
		rateOf("fast-p1", "that fast people learn from the code", .9, 1,
			func(t *T, r models.Rate) { t.FastP1 = r }),
		WholeOf("wait", ticks, "that a newcomer learns before the code hears him", 0,
			math.MaxInt32, func(t *T) *int { return &t.Wait }).Upto(50),
		population(1, network.MaxPeople, 200, func(t *T) *int { return &t.People }),
		width(func(t *T) *int { return &t.Dimensions }),
		length("periods", 0, 200, func(t *T) *int { return &t.Periods }),
		ChoiceOf("reading", "how the paper is read where it can be read in two ways",
			func(t *T) *models.Reading { return &t.Reading }, readings...),
	)
}

func fang() Kind {
	type T = models.Fang2010
	return New(Model, "fang", "People learn from contacts in semi-isolated subgroups (Fang, Lee "+
		"and Schilling 2010).",
		T{Block: 5, People: 280, Size: 7, Dimensions: 100, Cap: 3000}, modelOf[T],
		ChoiceOf("base", "graph before ties are rewired",
			func(t *T) *models.Base { return &t.Base }, "isolated", "caveman"),
		NumberOf("beta", rate, "that a tie within a subgroup is rewired", 0, 1,
			func(t *T) *float64 { return &t.Beta }),
		rateOf("p", "of learning, per dimension and period", .3, 1,
			func(t *T, r models.Rate) { t.P = r }),
		WholeOf("block", dimensions, "that pay only together", 1, sim.MaxDimensions,
			func(t *T) *int { return &t.Block }).Upto(20),
		population(1, network.MaxPeople, 560, func(t *T) *int { return &t.People }),
		WholeOf("size", people, "in a subgroup", 1, mostAll,
			func(t *T) *int { return &t.Size }).Upto(20),
		width(func(t *T) *int { return &t.Dimensions }),
		length("cap", 1, 3000, func(t *T) *int { return &t.Cap }),
	)
}

func schillingFang() Kind {
	type T = models.SchillingFang2014
	return New(Model, "schilling-fang", "Hubs forget, lie and play favourites (Schilling and Fang "+
		"2014).", T{Ties: 3, Block: 5, People: 280, Dimensions: 100, Periods: 3000}, modelOf[T],
		NumberOf("hubbiness", "preference", "for those who have many ties", 0,
			network.MaxHubbiness, func(t *T) *float64 { return &t.Hubbiness }),
		NumberOf("forget", rate, "that a hub does not say a belief", 0, 1,
			func(t *T) *float64 { return &t.Forget }),
		NumberOf("lie", rate, "that a hub says the opposite of what he believes", 0, 1,
			func(t *T) *float64 { return &t.Lie }),
		NumberOf("favour", rate, "that a person tied to a hub does not hear him", 0, 1,
			func(t *T) *float64 { return &t.Favour }),
		countOf("hubs", people, "who forget, lie and play favourites", 14, math.MaxInt32,
			func(t *T, n models.Count) { t.Hubs = n }).Upto(280),
		rateOf("p", "of learning, per dimension and period", .3, 1,
			func(t *T, r models.Rate) { t.P = r }),
		WholeOf("ties", people, "to whom each person makes a tie", 1, (mostAll-1)/2,
			func(t *T) *int { return &t.Ties }).Upto(20),
		WholeOf("block", dimensions, "that pay only together", 1, sim.MaxDimensions,
			func(t *T) *int { return &t.Block }).Upto(20),
		population(3, 1<<30-1, 560, func(t *T) *int { return &t.People }),
		width(func(t *T) *int { return &t.Dimensions }),
		length("periods", 1, 3000, func(t *T) *int { return &t.Periods }),
	)
}

func carley() Kind {
	type T = models.Carley1992
	return New(Model, "carley", "Teams and hierarchies under turnover (after Carley 1992).",
		T{Span: 3, People: 13, Dimensions: 30, Periods: 200}, modelOf[T],
		ChoiceOf("form", "of the organization", func(t *T) *models.Form { return &t.Form },
			"team", "hierarchy"),
		leaving("turnover", func(t *T) *float64 { return &t.Turnover }),
		SwitchOf("analysts", "only people who lead nobody leave",
			func(t *T) *bool { return &t.Analysts }),
		rateOf("p1", "that people learn from their units", .1, 1,
			func(t *T, r models.Rate) { t.P1 = r }),
		rateOf("p2", "that units learn", .5, 1, func(t *T, r models.Rate) { t.P2 = r }),
		size("span", "who report to a manager", 1, func(t *T) *int { return &t.Span }),
		population(1, network.MaxPeople, 200, func(t *T) *int { return &t.People }),
		width(func(t *T) *int { return &t.Dimensions }),
		length("periods", 1, 1000, func(t *T) *int { return &t.Periods }),
	)
}

// tools are a KaneAlavi2007 whose tools are switches.
type tools struct {
	models.KaneAlavi2007
	on [5]bool
}

// Scenario returns the organization. No tool stands for the code, as in the model.
func (t tools) Scenario() sim.Scenario { return t.model().Scenario() }

// Validate asks the model.
func (t tools) Validate() error { return t.model().Validate() }

func (t tools) model() models.KaneAlavi2007 {
	for i, on := range t.on {
		if on {
			t.Tools |= 1 << i
		}
	}
	return t.KaneAlavi2007
}

func kaneAlavi() Kind {
	type T = tools
	tool := func(i int, name, sentence string) FieldOf[T] {
		return SwitchOf(name, sentence, func(t *T) *bool { return &t.on[i] })
	}
	base := T{models.KaneAlavi2007{People: 50, Team: 5, Community: 10, Dimensions: 30,
		Periods: 200}, [5]bool{true}}
	return New(Model, "kane-alavi", "People learn by e-mail, repository, team rooms and "+
		"electronic communities (Kane and Alavi 2007).", base, modelOf[T],
		tool(0, "code", "March's code"),
		tool(1, "email", "pairs of people, drawn anew in every period"),
		tool(2, "repository", "a second code, which learns fast from the best person"),
		tool(3, "rooms", "a code for each team"),
		tool(4, "communities", "a code for each community of people from different teams"),
		rateOf("p1", "that people learn from the code", .5, 1,
			func(t *T, r models.Rate) { t.P1 = r }),
		rateOf("p2", "that code, rooms and communities learn, per vote", .5, 1,
			func(t *T, r models.Rate) { t.P2 = r }),
		rateOf("learn", "that people learn by the other tools", .5, 1,
			func(t *T, r models.Rate) { t.Learn = r }),
		rateOf("fast", "that the repository learns", .9, 1,
			func(t *T, r models.Rate) { t.Fast = r }),
		leaving("turnover", func(t *T) *float64 { return &t.Turnover }),
		population(1, network.MaxPeople, 200, func(t *T) *int { return &t.People }),
		size("team", "in a team room", 1, func(t *T) *int { return &t.Team }),
		size("community", "in an electronic community", 1,
			func(t *T) *int { return &t.Community }),
		width(func(t *T) *int { return &t.Dimensions }),
		length("periods", 1, 1000, func(t *T) *int { return &t.Periods }),
	)
}

func miller() Kind {
	type T = models.Miller2006
	return New(Model, "miller", "March's code beside learning from each other, and tacit "+
		"knowledge (Miller, Zhao and Calantone 2006).", T{Dimensions: 30, Side: 10}, modelOf[T],
		rateOf("p1", "that people learn from the code", .5, 1,
			func(t *T, r models.Rate) { t.P1 = r }),
		rateOf("p2", "that the code learns, per vote", .5, 1,
			func(t *T, r models.Rate) { t.P2 = r }),
		rateOf("interpersonal", "that people learn from each other", .5, 1,
			func(t *T, r models.Rate) { t.Interpersonal = r }),
		rateOf("distant", "of watching somebody distant, per person and period", .1, 1,
			func(t *T, r models.Rate) { t.Distant = r }),
		countOf("tacit", dimensions, "that cannot be told", 15, sim.MaxDimensions,
			func(t *T, n models.Count) { t.Tacit = n }).Upto(30),
		leaving("turnover", func(t *T) *float64 { return &t.Turnover }),
		width(func(t *T) *int { return &t.Dimensions }),
		WholeOf("side", people, "in a row of the grid", 1, 23170,
			func(t *T) *int { return &t.Side }).Upto(20),
		length("periods", 0, 1000, func(t *T) *int { return &t.Periods }),
	)
}

// Section: published models of search in landscapes, of culture, opinion and contagion.

// crowds are the models of search in rugged landscapes, of culture, opinion and contagion.
func crowds() Table {
	return Table{lazerFriedman(), barkocziGalesic(), shore(), axelrod(), threshold(), zollman(),
		becker(), deGroot(), friedkinJohnsen(), hegselmannKrause(), deffuant()}
}

func lazerFriedman() Kind {
	type (
		M = models.LazerFriedman2007
		T = on[M]
	)
	return onGraph("lazer-friedman", "People copy contacts in a rugged landscape (Lazer and "+
		"Friedman 2007).", M{N: 20, People: 100, Ticks: 200}, net{},
		func(m *M, g network.Generator) { m.Network = g },
		WholeOf("n", dimensions, "of a solution", 1, sim.MaxLoci,
			func(t *T) *int { return &t.Model.N }),
		countOf("k", dimensions, "on which the payoff of each depends, below n", 5, mostPartners,
			func(t *T, n models.Count) { t.Model.K = n }),
		population(1, network.MaxPeople, 500, func(t *T) *int { return &t.Model.People }),
		length("ticks", 1, 1000, func(t *T) *int { return &t.Model.Ticks }))
}

func barkocziGalesic() Kind {
	type (
		M = models.BarkocziGalesic2016
		T = on[M]
	)
	return onGraph("barkoczi-galesic", "A strategy says whom of few contacts people copy "+
		"(Barkoczi and Galesic 2016).", M{Sample: 3, N: 15, People: 100, Ticks: 200}, net{},
		func(m *M, g network.Generator) { m.Network = g },
		ChoiceOf("strategy", "whom people copy",
			func(t *T) *models.Strategy { return &t.Model.Strategy },
			"best-member", "conformity", "random-copying", "individual"),
		WholeOf("sample", people, "heard in a step", 1, math.MaxInt32,
			func(t *T) *int { return &t.Model.Sample }).Upto(20),
		WholeOf("n", dimensions, "of a solution", 1, sim.MaxLoci,
			func(t *T) *int { return &t.Model.N }),
		countOf("k", dimensions, "on which the payoff of each depends, below n", 7, mostPartners,
			func(t *T, n models.Count) { t.Model.K = n }),
		population(1, 1<<sim.MaxLoci, 500, func(t *T) *int { return &t.Model.People }),
		length("ticks", 1, 1000, func(t *T) *int { return &t.Model.Ticks }))
}

func shore() Kind {
	type (
		M = models.Shore2015
		T = on[M]
	)
	return onGraph("shore", "People look for facts, or for theories (after Shore, Bernstein and "+
		"Lazer 2015).", M{People: 16, Ticks: 25}, net{Shape: ringLattice, Neighbours: 2},
		func(m *M, g network.Generator) { m.Network = g },
		ChoiceOf("search", "what people look for",
			func(t *T) *models.Search { return &t.Model.Search }, "facts", "theories"),
		WholeOf("dimensions", dimensions, "facts or parts of a theory; 0 is 68 facts or 20 parts",
			0, sim.MaxDimensions, func(t *T) *int { return &t.Model.Dimensions }).Upto(200),
		rateOf("share", "of saying a known fact", 1, 1,
			func(t *T, r models.Rate) { t.Model.Share = r }),
		countOf("k", dimensions, "on which the payoff of each part of a theory depends", 5,
			mostPartners, func(t *T, n models.Count) { t.Model.K = n }),
		population(1, network.MaxPeople, 100, func(t *T) *int { return &t.Model.People }),
		length("ticks", 1, 200, func(t *T) *int { return &t.Model.Ticks }))
}

func axelrod() Kind {
	type T = models.Axelrod1997
	return New(Model, "axelrod", "Neighbours become more alike, the more alike they are (Axelrod "+
		"1997).", T{Features: 5, Traits: 10, Side: 10}, modelOf[T],
		WholeOf("features", "features", "of a person", 1, 1000,
			func(t *T) *int { return &t.Features }).Upto(20),
		WholeOf("traits", "traits", "that a feature can have", 1, agents.MaxTraits,
			func(t *T) *int { return &t.Traits }).Upto(30),
		WholeOf("side", people, "in a row of the grid", 1, 10_000,
			func(t *T) *int { return &t.Side }).Upto(30))
}

func threshold() Kind {
	type (
		M = models.Threshold
		T = on[M]
	)
	return onGraph("threshold", "Who sees enough contacts do something does it too (Granovetter "+
		"1978, Watts 2002, Centola and Macy 2007).", M{People: 100, Number: 1, Seeds: 1},
		net{Shape: ringLattice}, func(m *M, g network.Generator) { m.Network = g },
		WholeOf("number", people, "contacts who must have adopted", 0, math.MaxInt32,
			func(t *T) *int { return &t.Model.Number }).Upto(20),
		NumberOf("share", share, "of the contacts who must have adopted too", 0, 1,
			func(t *T) *float64 { return &t.Model.Share }),
		WholeOf("seeds", people, "who have adopted at the start", 0, network.MaxPeople,
			func(t *T) *int { return &t.Model.Seeds }).Upto(100),
		population(1, network.MaxPeople, 1000, func(t *T) *int { return &t.Model.People }))
}

func zollman() Kind {
	type (
		M = models.Zollman2007
		T = on[M]
	)
	return onGraph("zollman", "Scientists try a new method and see each other's results (Zollman "+
		"2007).", M{People: 10, Pulls: 1000, Better: .501}, net{},
		func(m *M, g network.Generator) { m.Network = g },
		WholeOf("pulls", "tries", "per person and round", 1, math.MaxInt32,
			func(t *T) *int { return &t.Model.Pulls }).Upto(2000),
		NumberOf("better", rate, "that the new method works", .5+1./1024, 1-1./1024,
			func(t *T) *float64 { return &t.Model.Better }),
		SwitchOf("beta", "opinions are beta distributions",
			func(t *T) *bool { return &t.Model.Beta }),
		population(1, network.MaxPeople, 100, func(t *T) *int { return &t.Model.People }))
}

func becker() Kind {
	type T = models.Becker2017
	return New(Model, "becker", "A crowd estimates a number and sees others' estimates (Becker, "+
		"Brackbill and Centola 2017).", T{Neighbours: 4, People: 37, Revisions: 2}, modelOf[T],
		ChoiceOf("network", "who sees whose estimates",
			func(t *T) *models.CrowdNetwork { return &t.Network },
			"decentralized", "centralized", "solo"),
		WholeOf("neighbours", people, "whom each sees in a decentralized network; an even number",
			2, mostAll-1, func(t *T) *int { return &t.Neighbours }).Upto(20),
		WholeOf("revisions", ticks, "in which people revise", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Revisions }).Upto(20),
		rateOf("correlation", "of self-weight and error, with the sign reversed", .1, 1,
			func(t *T, r models.Rate) { t.Correlation = r }),
		rateOf("spread", "of the logarithms of first estimates: their standard deviation", .6, 1,
			func(t *T, r models.Rate) { t.Spread = r }).from(1./1024),
		rateOf("below", "the truth, where the median is, in standard deviations", .8, 1,
			func(t *T, r models.Rate) { t.Below = r }),
		rateOf("self-weight", "that a person gives his own estimate, on average", .6, 1,
			func(t *T, r models.Rate) { t.SelfWeight = r }),
		rateOf("self-spread", "of self-weights: their standard deviation", .3, 1,
			func(t *T, r models.Rate) { t.SelfSpread = r }),
		population(1, network.MaxPeople, 200,
			func(t *T) *int { return &t.People }))
}

func deGroot() Kind {
	type T = models.DeGroot1974
	return New(Model, "degroot", "People average the opinions of all (DeGroot 1974).",
		T{People: 10, Ticks: 10_000}, modelOf[T],
		WholeOf("people", people, "number of people", 1, 4096,
			func(t *T) *int { return &t.People }).Upto(200),
		length("ticks", 1, 10_000, func(t *T) *int { return &t.Ticks }))
}

func friedkinJohnsen() Kind {
	type T = models.FriedkinJohnsen1990
	return New(Model, "friedkin-johnsen", "People average, and hold on to their first opinions "+
		"(Friedkin and Johnsen 1990).", T{People: 10, Ticks: 10_000}, modelOf[T],
		WholeOf("people", people, "number of people", 1, 4096,
			func(t *T) *int { return &t.People }).Upto(200),
		length("ticks", 1, 10_000, func(t *T) *int { return &t.Ticks }))
}

func hegselmannKrause() Kind {
	type T = models.HegselmannKrause2002
	return New(Model, "hegselmann-krause", "People average the opinions that are near their own "+
		"(Hegselmann and Krause 2002).", T{People: 100, Ticks: 10_000}, modelOf[T],
		rateOf("confidence", "largest difference of opinions that are heard", .25, 1,
			func(t *T, r models.Rate) { t.Confidence = r }),
		SwitchOf("random", "first opinions are drawn", func(t *T) *bool { return &t.Random }),
		population(2, mostAll, 1000, func(t *T) *int { return &t.People }),
		length("ticks", 1, 10_000, func(t *T) *int { return &t.Ticks }))
}

func deffuant() Kind {
	type (
		M = models.Deffuant2000
		T = on[M]
	)
	return onGraph("deffuant", "Pairs of people with near opinions compromise (Deffuant, Neau, "+
		"Amblard and Weisbuch 2000).", M{People: 1000, Ticks: 50}, net{},
		func(m *M, g network.Generator) { m.Network = g },
		rateOf("confidence", "largest difference that allows a compromise", .2, 1,
			func(t *T, r models.Rate) { t.Model.Confidence = r }),
		rateOf("rate", "share of the way that each moves", .5, .5,
			func(t *T, r models.Rate) { t.Model.Rate = r }),
		population(1, network.MaxPeople, 2000, func(t *T) *int { return &t.Model.People }),
		length("ticks", 1, 1000, func(t *T) *int { return &t.Model.Ticks }))
}

// Section: mechanisms. First those of who learns from whom.

// asking is how people ask each other.
type asking struct {
	shares practice.Shares
	by     practice.Way
	load   int
	reuse  float64
}

// trusting is how a unit trusts its voices.
type trusting struct{ trust, trustRate, helpRate float64 }

// granting is how a norm comes to be taken for granted.
type granting struct{ hold, pull float64 }

// sharing are the mechanisms of who learns from whom.
func sharing() Table {
	return Table{
		mechanism("sharing", "In a tick a person gathers, asks, creates or does nothing (Huysman "+
			"and de Wit 2002).", asking{shares: practice.Shares{Ask: 4}},
			func(p *setups.Practice, t asking) {
				p.Shares, p.Respondent.By, p.Load, p.Reuse = t.shares, t.by, t.load, t.reuse
			},
			parts("ask", "of ticks in which a person asks",
				func(t *asking) *int { return &t.shares.Ask }),
			parts("create", "in which he meets to create; needs the rule flip",
				func(t *asking) *int { return &t.shares.Create }),
			parts("idle", "in which he learns nothing from others",
				func(t *asking) *int { return &t.shares.Idle }),
			ChoiceOf("respondent", "whom he asks", func(t *asking) *practice.Way { return &t.by },
				"drawn", "standing", "directory", "trusted", "helpful"),
			WholeOf("load", "requests", "that a voice answers per tick; 0 is all", 0,
				math.MaxInt32, func(t *asking) *int { return &t.load }).Upto(10),
			rateAt("reuse", "that an answer is taken over; 0 is that of absorb",
				func(t *asking) *float64 { return &t.reuse })),
		apprenticeship(),
		mechanism("trust", "A unit trusts those more by whom its people gained.",
			trusting{trust: 1, trustRate: .5}, func(p *setups.Practice, t trusting) {
				p.Trust, p.TrustRate, p.HelpRate = t.trust, t.trustRate, t.helpRate
			},
			slopeOf("slope", "of a voice's weight by trust in him",
				func(t *trusting) *float64 { return &t.trust }),
			rateAt("rate", "at which trust follows what people learn",
				func(t *trusting) *float64 { return &t.trustRate }),
			rateAt("help", "at which trust that one answers follows answers",
				func(t *trusting) *float64 { return &t.helpRate })),
		mechanism("granted", "What has counted as knowledge for long is taken for granted (Berger "+
			"and Luckmann 1966).", granting{hold: .5}, func(p *setups.Practice, t granting) {
			p.Hold, p.Pull = t.hold, t.pull
		},
			NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
				practice.MaxHold, func(t *granting) *float64 { return &t.hold }).Upto(10),
			NumberOf("pull", slope, "of taking over by a norm's strength", -1, practice.MaxPull,
				func(t *granting) *float64 { return &t.pull }).Upto(5)),
		mechanism("led", "People heed the leader of a unit.", practice.Led{Share: 8},
			func(p *setups.Practice, t practice.Led) { p.Led = t },
			parts("share", "of ticks in which a person heeds the leader",
				func(t *practice.Led) *int { return &t.Share }),
			slopeOf("trust", "of the share by trust in the leader",
				func(t *practice.Led) *float64 { return &t.Trust })),
		nested(),
		repository(),
	}
}

func apprenticeship() Kind {
	type T = practice.Apprenticeship
	return mechanism("apprenticeship", "Newcomers learn at the edge before they are heard (Lave "+
		"and Wenger 1991).", T{Wait: 10}, func(p *setups.Practice, t T) { p.Apprenticeship = t },
		every("wait", "that one learns before one is heard", 0, practice.MaxWait,
			func(t *T) *int { return &t.Wait }),
		ChoiceOf("master", "whom an apprentice heeds",
			func(t *T) *practice.Master { return &t.Master },
			"norm", "drawn", "longest", "best"),
		slopeOf("slope", "of a voice's weight by tenure",
			func(t *T) *float64 { return &t.Slope }),
		SwitchOf("per-seat", "tenure counts in each unit; without a master",
			func(t *T) *bool { return &t.PerSeat }))
}

// nesting is setups.Nested, and how a unit below is consulted.
type nesting struct {
	setups.Nested
	consult float64
}

func nested() Kind {
	type T = nesting
	return mechanism("nested", "Parents stand over the units.",
		T{Nested: setups.Nested{Top: true, Fan: 4}},
		func(p *setups.Practice, t T) { p.Nested, p.Consult = t.Nested, t.consult },
		WholeOf("fan", "units", "children of a parent, 2 or more; 0 is one top unit over all", 0,
			math.MaxInt32, func(t *T) *int { return &t.Fan }).Upto(20),
		SwitchOf("down", "the norm of a parent is a voice in its children",
			func(t *T) *bool { return &t.Down }),
		SwitchOf("formal", "communities of practice have no parent",
			func(t *T) *bool { return &t.Formal }),
		rateAt("hidden", "that a parent does not hear a dimension of a norm",
			func(t *T) *float64 { return &t.Hidden }),
		WholeOf("every", "times", "that each level is slower than the one below; 0 is 1", 0,
			math.MaxInt32, func(t *T) *int { return &t.Every }).Upto(20),
		rateAt("consult", "that a unit that is heard blocks a change",
			func(t *T) *float64 { return &t.consult }))
}

func repository() Kind {
	type T = setups.Repository
	return mechanism("repository", "What is written down for all to read, beside the units.",
		T{On: true}, func(p *setups.Practice, t T) { p.Repository = t },
		SwitchOf("curated", "one community writes, else everybody does",
			func(t *T) *bool { return &t.Curated }),
		every("until", "after which nobody writes; 0 is never", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Until }),
		rateAt("fade", "that an entry is lost, per tick", func(t *T) *float64 { return &t.Fade }))
}

// Section: mechanisms of when units meet, who comes, and who speaks there.

// meeting are the mechanisms of when units meet, who comes, and who speaks there.
func meeting() Table {
	return Table{calendar(), stages(), time(), attendance(), commitment(), expectations()}
}

func calendar() Kind {
	type T = practice.Calendar
	return mechanism("calendar", "Units meet in some ticks.", T{Every: 4, For: 1},
		func(p *setups.Practice, t T) { p.Calendar = t },
		every("every", "from one opening to the next; 0 is always open", 0, practice.MaxEvery,
			func(t *T) *int { return &t.Every }),
		every("for", "that an opening lasts", 0, practice.MaxEvery,
			func(t *T) *int { return &t.For }),
		every("phase", "before the first opening, less than every", 0, practice.MaxEvery-1,
			func(t *T) *int { return &t.Phase }))
}

func stages() Kind {
	type T = practice.Stages
	return mechanism("stages", "Units go through a flow: one part of what there is after another.",
		T{Stages: 4, Ticks: 200, Block: 4}, func(p *setups.Practice, t T) { p.Stages = t },
		WholeOf("stages", "stages", "of the flow", 0, practice.MaxStages,
			func(t *T) *int { return &t.Stages }).Upto(16),
		WholeOf("loops", "times", "through the flow; 0 is 1", 0, practice.MaxLoops,
			func(t *T) *int { return &t.Loops }).Upto(10),
		WholeOf("ticks", ticks, "of the flow; 0 is each unit at its own pace", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Ticks }).Upto(1000),
		WholeOf("block", dimensions, "that no border between stages cuts; 0 is 1", 0,
			sim.MaxDimensions, func(t *T) *int { return &t.Block }).Upto(16),
		WholeOf("straddle", dimensions, "by which each border is moved on", 0,
			sim.MaxDimensions/2-1,
			func(t *T) *int { return &t.Straddle }).Upto(16),
		SwitchOf("cumulative", "stages that the unit has been in stay open",
			func(t *T) *bool { return &t.Cumulative }))
}

func time() Kind {
	type T = setups.Time
	return mechanism("time", "The firm allots meeting ticks to units.",
		T{Every: 8, Allot: power.Allot{Ticks: 4, Skew: 16}},
		func(p *setups.Practice, t T) { p.Time = t },
		WholeOf("every", ticks, "of a period; 0 is that units always meet", 0, practice.MaxPeriod,
			func(t *T) *int { return &t.Every }),
		WholeOf("ticks", ticks, "of a period in which a unit meets, on average", 0,
			practice.MaxPeriod, func(t *T) *int { return &t.Allot.Ticks }),
		parts("skew", "of the most inequality there can be",
			func(t *T) *int { return &t.Allot.Skew }),
		ChoiceOf("by", "which units get more", func(t *T) *power.Ground { return &t.Allot.By },
			"chance", "agreement", "merit"),
		WholeOf("manager", "person", "with whom units agree", 0, math.MaxInt32-1,
			func(t *T) *int { return &t.Allot.Manager }).Upto(100))
}

func attendance() Kind {
	type T = practice.Attendance
	return mechanism("attendance", "People come to a unit of their own will.", T{Away: 8, Own: 1},
		func(p *setups.Practice, t T) { p.Attendance = t },
		parts("away", "of meetings that one misses at first", func(t *T) *int { return &t.Away }),
		slopeOf("own", "of the will to come by one's own gain",
			func(t *T) *float64 { return &t.Own }),
		slopeOf("heard", "of the will by how often one is heard",
			func(t *T) *float64 { return &t.Heard }),
		slopeOf("short-term", "of the will by short-termism where there is no gain",
			func(t *T) *float64 { return &t.ShortTerm }),
		NumberOf("cost", "gain", "that coming costs", 0, practice.MaxCost,
			func(t *T) *float64 { return &t.Cost }).Upto(10),
		rateAt("compel", "that who would not come must", func(t *T) *float64 { return &t.Compel }),
		slopeOf("crowd", "of talk by compel", func(t *T) *float64 { return &t.Crowd }))
}

func commitment() Kind {
	type T = practice.Commitment
	return mechanism("commitment", "Who gains in a unit is committed to it, and speaks.",
		T{Slope: 1, Quiet: .3}, func(p *setups.Practice, t T) { p.Commitment = t },
		slopeOf("slope", "of being heard by commitment",
			func(t *T) *float64 { return &t.Slope }),
		rateAt("quiet", "that one of middle commitment is not heard",
			func(t *T) *float64 { return &t.Quiet }))
}

func expectations() Kind {
	type T = practice.Expectations
	return mechanism("expectations", "Tasks give energy or take it.",
		T{Every: 4, Learn: 1, Energy: 1, Quiet: .3},
		func(p *setups.Practice, t T) { p.Expectations = t },
		every("every", "of a task; 0 is no tasks", 0, practice.MaxEvery,
			func(t *T) *int { return &t.Every }),
		WholeOf("enough", dimensions, "above which a task has something to learn", 0,
			practice.MaxCapacity, func(t *T) *int { return &t.Enough }).Upto(64),
		slopeOf("learn", "of energy by what there is to learn",
			func(t *T) *float64 { return &t.Learn }),
		slopeOf("visible", "of energy by visible results",
			func(t *T) *float64 { return &t.Visible }),
		slopeOf("origin", "of energy by tasks that are set from above",
			func(t *T) *float64 { return &t.Origin }),
		slopeOf("energy", "of being heard by energy", func(t *T) *float64 { return &t.Energy }),
		NumberOf("shown", share, "of tasks whose results are visible", 0, 1,
			func(t *T) *float64 { return &t.Shown }),
		NumberOf("assigned", share, "of tasks that are set from above", 0, 1,
			func(t *T) *float64 { return &t.Assigned }),
		NumberOf("overload", "energy", "that a task above capacity takes", 0,
			practice.MostEnergy, func(t *T) *float64 { return &t.Overload }),
		WholeOf("capacity", dimensions, "that a task can have without overload", 0,
			practice.MaxCapacity, func(t *T) *int { return &t.Capacity }).Upto(64),
		rateAt("quiet", "that one of middle energy is not heard",
			func(t *T) *float64 { return &t.Quiet }))
}

// Section: mechanisms of what units are about, and of what people are.

// believing are the mechanisms of what units are about, and what people are.
func believing() Table { return Table{cultures(), attention(), task(), communities()} }

func cultures() Kind {
	type T = setups.Culture
	return mechanism("culture", "People have traits, which drift, and which decide what they say "+
		"and hear.", T{Drift: culture.Drift{Contact: .1}, Withhold: 1},
		func(p *setups.Practice, t T) { p.Culture = t },
		rateAt("contact", "that a trait becomes that of a contact, per tick",
			func(t *T) *float64 { return &t.Drift.Contact }),
		rateAt("firm", "that it becomes that of the firm",
			func(t *T) *float64 { return &t.Drift.Firm }),
		rateAt("first", "that it becomes the first one again",
			func(t *T) *float64 { return &t.Drift.First }),
		slopeOf("withhold", "of keeping back what sets one apart, by individualism",
			func(t *T) *float64 { return &t.Withhold }),
		slopeOf("narrow", "of not listening to contradiction, by competition; not with pull",
			func(t *T) *float64 { return &t.Narrow }))
}

func attention() Kind {
	type T = setups.Attention
	base := T{Attention: agenda.Attention{Look: 4, Work: 1}}
	return mechanism("attention", "Units look at some dimensions, and work on issues.", base,
		func(p *setups.Practice, t T) { p.Attention = t },
		WholeOf("look", dimensions, "looked at, per unit and tick", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Look }).Upto(64),
		rateAt("miss", "that a change is not noticed", func(t *T) *float64 { return &t.Miss }),
		SwitchOf("guided", "looks go where the ranking says, else they are blind",
			func(t *T) *bool { return &t.Guided }),
		ChoiceOf("by", "the ranking of issues", func(t *T) *agenda.Ranking { return &t.By },
			"drawn", "disagreement", "manager", "ballot", "loss"),
		rateAt("contest", "that hearing the opposite makes an issue",
			func(t *T) *float64 { return &t.Contest }),
		WholeOf("work", "issues", "worked on, per unit and tick", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Work }).Upto(16),
		WholeOf("open", dimensions, "talked of in a tick, a multiple of block; 0 is all", 0,
			sim.MaxDimensions, func(t *T) *int { return &t.Open }).Upto(64),
		slopeOf("talk", "of talking of issues first", func(t *T) *float64 { return &t.Talk }))
}

func task() Kind {
	type T = tasks.Work
	return mechanism("tasks", "Units have tasks, and come to know who knows what (transactive "+
		"memory).", T{Size: 2}, func(p *setups.Practice, t T) { p.Tasks = t },
		WholeOf("size", dimensions, "of a task", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Size }).Upto(16),
		ChoiceOf("by", "who must be right", func(t *T) *tasks.By { return &t.By },
			"someone", "most", "named"),
		SwitchOf("stale", "who replaces a person is taken for him",
			func(t *T) *bool { return &t.Stale }),
		SwitchOf("open", "tasks are drawn within what the unit is about",
			func(t *T) *bool { return &t.Open }))
}

// forming is setups.Formation with a goal of the first topics.
type forming struct {
	setups.Formation
	goal int
}

func communities() Kind {
	type T = forming
	base := T{Formation: setups.Formation{Formation: formation.Formation{Every: 5, Founders: 2,
		Shared: 1, Seats: 1, Join: .2}, Topics: 8, Each: 2, Incidental: 2}}
	return mechanism("formation", "People found and join communities about what interests "+
		"them; not with stages.", base, func(p *setups.Practice, t T) {
		for topic := range t.goal {
			t.Purpose.Goal |= practice.Topics(topic)
		}
		p.Formation = t.Formation
	},
		every("every", "from one chance of a birth to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }),
		size("founders", "who found a community; 0 is 2", 0,
			func(t *T) *int { return &t.Founders }),
		WholeOf("shared", "topics", "that a member must share; 0 is 1", 0, practice.MaxTopics,
			func(t *T) *int { return &t.Shared }).Upto(8),
		WholeOf("seats", "communities", "that one may be in; 0 is 1", 0, math.MaxInt32,
			func(t *T) *int { return &t.Seats }).Upto(10),
		rateAt("join", "that one joins, per tick", func(t *T) *float64 { return &t.Join }),
		NumberOf("contact", "times", "by which contacts raise it", 0, formation.MaxContact,
			func(t *T) *float64 { return &t.Contact }).Upto(10),
		WholeOf("patience", "meetings", "without gain before one leaves; 0 is no end", 0,
			sim.MaxTicks, func(t *T) *int { return &t.Patience }).Upto(50),
		size("smallest", "below whom a community ends; 0 is when nobody is left", 0,
			func(t *T) *int { return &t.Size }),
		WholeOf("life", "meetings", "without gain before it ends; 0 is no end", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Life }).Upto(50),
		SwitchOf("heir", "its norm goes to an heir", func(t *T) *bool { return &t.Heir }),
		WholeOf("topics", "topics", "into which the dimensions are divided", 1, practice.MaxTopics,
			func(t *T) *int { return &t.Topics }),
		WholeOf("each", "topics", "that interest a person", 1, practice.MaxTopics,
			func(t *T) *int { return &t.Each }),
		WholeOf("purpose", "topics", "that one topic of the joint goal counts for", 0,
			practice.MaxPurpose, func(t *T) *int { return &t.Purpose.Weight }),
		WholeOf("goal", "topics", "of the joint goal, the first ones", 0, practice.MaxTopics,
			func(t *T) *int { return &t.goal }),
		parts("incidental", "of talk outside a community's topics",
			func(t *T) *int { return &t.Incidental }))
}

// Section: realities, and the events that change reality and people.

// realities are what can be true.
func realities() Table {
	seen := func(at func(*sim.NK) *int) FieldOf[sim.NK] {
		return WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
			sim.MaxLoci, at)
	}
	return Table{
		New(Reality, "additive", "Each dimension that is right pays one point.", sim.Additive{},
			func(t sim.Additive, d *Draft) error { d.Scenario.Reality = t; return nil },
			WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
				sim.MaxDimensions, func(t *sim.Additive) *int { return &t.Seen }).Upto(64)),
		New(Reality, "blocks", "Dimensions pay in blocks, each only if it is wholly right.",
			sim.Blocks{Size: 4, Seen: 16},
			func(t sim.Blocks, d *Draft) error { d.Scenario.Reality = t; return nil },
			WholeOf("size", dimensions, "of a block", 1, sim.MaxDimensions,
				func(t *sim.Blocks) *int { return &t.Size }).Upto(16),
			WholeOf("seen", dimensions, "on which others judge merit, whole blocks; 0 is all", 0,
				sim.MaxDimensions, func(t *sim.Blocks) *int { return &t.Seen }).Upto(64)),
		New(Reality, "nk", "A rugged landscape (Kauffman 1993), in which everybody begins with a "+
			"whole solution; at most 24 dimensions.", sim.NK{K: 5},
			func(t sim.NK, d *Draft) error {
				d.Scenario.Reality = t
				if d.Scenario.Beliefs == nil {
					d.Scenario.Beliefs = agents.Mixed{}
				}
				return nil
			},
			WholeOf("k", dimensions, "on which the payoff of each depends", 0, mostPartners,
				func(t *sim.NK) *int { return &t.K }),
			ChoiceOf("partners", "which dimensions those are",
				func(t *sim.NK) *sim.Partners { return &t.Partners },
				"adjacent", "drawn", "drawn-any"),
			WholeOf("decimals", "decimals", "of a contribution; 0 is about 6", 0, 6,
				func(t *sim.NK) *int { return &t.Decimals }),
			seen(func(t *sim.NK) *int { return &t.Seen })),
	}
}

// environment are the events that change reality and people.
func environment() Table {
	return Table{
		event("turnover", "People leave and are replaced.", sim.Turnover{Rate: .01},
			func(t sim.Turnover, _ string) sim.Event { return t },
			rateAt("rate", "that a person leaves, per tick",
				func(t *sim.Turnover) *float64 { return &t.Rate })),
		event("turbulence", "Reality changes.", sim.Turbulence{Rate: .01},
			func(t sim.Turbulence, _ string) sim.Event { return t },
			rateAt("rate", "that reality changes in a dimension, per tick",
				func(t *sim.Turbulence) *float64 { return &t.Rate })),
		event("endowment", "First beliefs are unequal among the members of a unit.",
			sim.Endowment{Contrast: .5}, func(t sim.Endowment, c string) sim.Event {
				t.Channel = c
				return t
			},
			NumberOf("contrast", share, "0 is equal", 0, 1,
				func(t *sim.Endowment) *float64 { return &t.Contrast })),
		event("tradition", "Norms are taken for granted from the start; with granted.",
			sim.Tradition{Strength: 4}, func(t sim.Tradition, c string) sim.Event {
				t.Channel = c
				return t
			},
			WholeOf("strength", "steps", "of the norms at the start", 0, practice.MostStrength,
				func(t *sim.Tradition) *int { return &t.Strength })),
		signal(),
		cultural("programme", "A programme changes a trait of everybody a little; with culture.",
			dose{Dose: 200}, func(t dose, _ string) sim.Event {
				return culture.Programme{At: t.At, Trait: t.Trait, Dose: t.Dose, Up: t.Up,
					Miss: t.Miss}
			}, parts("miss", "of people whom it does not reach",
				func(t *dose) *int { return &t.Miss })),
		cultural("seeded", "A trait changes in whole units; with culture.",
			dose{Dose: 200, Depth: 5}, func(t dose, c string) sim.Event {
				return culture.Seeded{Channel: c, At: t.At, Trait: t.Trait, Dose: t.Dose, Up: t.Up,
					Depth: t.Depth}
			}, WholeOf("depth", "steps", "of each person at most", 0, practice.MostTrait,
				func(t *dose) *int { return &t.Depth })),
	}
}

func signal() Kind {
	type T = signals.Signals
	return event("signals", "People get signals of what is true.", T{Each: 1, Right: .6},
		func(t T, _ string) sim.Event { return t },
		NumberOf("each", "signals", "of a person per tick", 0, signals.MaxEach,
			func(t *T) *float64 { return &t.Each }).Upto(10),
		rateAt("right", "that a signal is right", func(t *T) *float64 { return &t.Right }),
		size("per", "of whom one gets signals; 0 is everybody", 0,
			func(t *T) *int { return &t.Per }),
		every("stale", "by which the truth is old", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Stale }),
		WholeOf("domains", "domains", "of work; 0 is that all work on everything", 0,
			practice.MaxStages, func(t *T) *int { return &t.Work.Domains }).Upto(16))
}

// dose is a change of a trait.
type dose struct {
	At, Dose, Miss, Depth int
	Trait                 practice.Trait
	Up                    bool
}

// cultural is event for a change of a trait.
func cultural(
	name, sentence string, base dose, in func(dose, string) sim.Event, field FieldOf[dose],
) Kind {
	return event(name, sentence, base, in, at(func(t *dose) *int { return &t.At }),
		ChoiceOf("trait", "that changes", func(t *dose) *practice.Trait { return &t.Trait },
			"individualism", "competition", "short-termism"),
		WholeOf("dose", "person-steps", "of change", 0, culture.MaxDose,
			func(t *dose) *int { return &t.Dose }).Upto(2000),
		SwitchOf("up", "towards more of it", func(t *dose) *bool { return &t.Up }), field)
}

// Section: events that change who sits where, and how units go on.

// arranging are the events that change who sits where.
func arranging() Table {
	return Table{reshuffle(), rotate(), elect(),
		event("succession", "Who has been there longest leaves, and a newcomer follows.",
			sim.Succession{Every: 10},
			func(t sim.Succession, _ string) sim.Event { return t },
			every("every", "from one to the next; 0 is never", 0, sim.MaxTicks,
				func(t *sim.Succession) *int { return &t.Every })),
		event("permute-trust", "Trust is dealt anew; with trust.", sim.PermuteTrust{Every: 10},
			func(t sim.PermuteTrust, c string) sim.Event { t.Channel = c; return t },
			every("every", "from one to the next; 0 is never", 0, sim.MaxTicks,
				func(t *sim.PermuteTrust) *int { return &t.Every })),
		event("curate", "One community writes the repository; with repository.", sim.Curate{},
			func(_ sim.Curate, c string) sim.Event {
				return sim.Curate{Channel: setups.RepositoryChannel, By: c}
			}),
		event("reorganize", "Everybody is put into teams anew.", teams{At: 100, Size: 5},
			func(t teams, c string) sim.Event {
				return sim.Reorganize{Channel: c, At: t.At,
					Structure: network.Isolated{Size: t.Size}}
			}, at(func(t *teams) *int { return &t.At }),
			size("size", "in a team", 1, func(t *teams) *int { return &t.Size })),
		event("sponsor", "Teams are closed for communities in some ticks; with allotment.",
			power.Sponsor{Time: .25}, func(t power.Sponsor, c string) sim.Event {
				t.Channel = c
				return t
			}, NumberOf("time", share, "of ticks that are for communities", 0, 1,
				func(t *power.Sponsor) *float64 { return &t.Time })),
		animate(), progress(),
	}
}

// teams says when people are put into teams.
type teams struct{ At, Size int }

func reshuffle() Kind {
	type T = sim.Reshuffle
	return event("reshuffle", "People exchange places.", T{Every: 10},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		every("every", "from one to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }),
		parts("stay", "of people who stay where they are", func(t *T) *int { return &t.Stay }),
		ChoiceOf("leaders", "what leaders do", func(t *T) *sim.Placing { return &t.Leaders },
			"mix", "stay", "move"))
}

func rotate() Kind {
	type T = sim.RotateLeaders
	return event("rotate-leaders", "The lead of units passes on.", T{Every: 10},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		every("every", "from one to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }))
}

func elect() Kind {
	type T = sim.ElectLeaders
	return event("elect-leaders", "Units elect who leads them.", T{Every: 10},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		every("every", "from one to the next", 1, sim.MaxTicks,
			func(t *T) *int { return &t.Every }),
		SwitchOf("by-trust", "whom they trust most; with trust",
			func(t *T) *bool { return &t.ByTrust }))
}

func animate() Kind {
	type T = agenda.Animate
	return event("animate", "An animator passes on what nobody heard; with floor and pass-on.",
		T{Voices: 2, Pass: .5, Invite: .5},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		WholeOf("voices", people, "with the floor, per unit and tick; 0 is off", 0, math.MaxInt32,
			func(t *T) *int { return &t.Voices }).Upto(10),
		rateAt("pass", "that he passes a claim on, per tick",
			func(t *T) *float64 { return &t.Pass }),
		rateAt("invite", "that he invites who was silent, per tick",
			func(t *T) *float64 { return &t.Invite }))
}

func progress() Kind {
	type T = flows.Progress
	return event("progress", "Units go through stages at their own pace; with stages of ticks 0.",
		T{Limit: 20, Mastery: 12, Share: 8},
		func(t T, c string) sim.Event { t.Channel = c; return t },
		parts("mastery", "of a stage in which one must be right",
			func(t *T) *int { return &t.Mastery }),
		parts("share", "of the members who must master", func(t *T) *int { return &t.Share }),
		every("limit", "after which a phase ends anyway; 0 is never", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Limit }),
		WholeOf("exam", dimensions, "of the stage that are examined; 0 is all", 0,
			sim.MaxDimensions, func(t *T) *int { return &t.Exam }).Upto(64),
		SwitchOf("by-norm", "right is what the norm says", func(t *T) *bool { return &t.ByNorm }),
		SwitchOf("bound", "no unit is far ahead of the slowest",
			func(t *T) *bool { return &t.Bound }),
		WholeOf("within", "phases", "that a unit may be ahead, if bound", 0, sim.MaxTicks,
			func(t *T) *int { return &t.Within }).Upto(16),
		SwitchOf("back", "a unit returns to a stage in which it fails",
			func(t *T) *bool { return &t.Back }))
}

// Section: rules. Each takes the place of the rule of its role.

// speaking are the rules of first beliefs, of what people learn alone, and of what they say.
func speaking() Table {
	return append(beginning(),
		rule(Externalize, "say", "People say what they believe.", agents.Say{Rate: 1},
			func(c *sim.Channel, t agents.Say) { c.Externalize = t },
			only("that a belief is said", func(t *agents.Say) *float64 { return &t.Rate })),
		rule(Externalize, "act", "People do what they believe, and guess where they believe "+
			"nothing (March 1991).", agents.Act{},
			func(c *sim.Channel, t agents.Act) { c.Externalize = t }),
		rule(Externalize, "withhold", "Individualists hide what sets them apart; with culture.",
			practice.Withhold{Rate: 1, Slope: 1},
			func(c *sim.Channel, t practice.Withhold) { c.Externalize = t },
			only("that a belief is said", func(t *practice.Withhold) *float64 { return &t.Rate }),
			slopeOf("slope", "of keeping back, by individualism",
				func(t *practice.Withhold) *float64 { return &t.Slope })),
		rule(Externalize, "pass-on", "People may pass on the claim of another, beside their rule.",
			practice.PassOn{}, func(c *sim.Channel, t practice.PassOn) {
				c.Externalize = practice.PassOn{Of: c.Externalize}
			}),
		rule(Relay, "visibility", "How much of a norm other units see; with nested.",
			practice.Visibility{HideUp: .5}, func(c *sim.Channel, t practice.Visibility) {
				c.Relay = t
			},
			rateAt("hide-up", "that a dimension is hidden from the parent",
				func(t *practice.Visibility) *float64 { return &t.HideUp }),
			rateAt("hide-down", "that a dimension of the top is hidden from below",
				func(t *practice.Visibility) *float64 { return &t.HideDown })),
		rule(Relay, "goals", "A parent passes down its goals only; with nested.",
			practice.Goals{Share: .5}, func(c *sim.Channel, t practice.Goals) {
				t.Of = c.Relay
				c.Relay = t
			}, NumberOf("share", share, "of the dimensions that are goals", 0, 1,
				func(t *practice.Goals) *float64 { return &t.Share })),
	)
}

// specialist is practice.Specialist without the rule that it holds.
type specialist struct{ Work practice.Work }

// beginning are the rules of first beliefs and of what people learn alone.
func beginning() Table {
	return Table{
		scenarioRule(Beliefs, "mixed", "First beliefs are drawn.", agents.Mixed{Unknown: 1. / 3},
			func(s *sim.Scenario, t agents.Mixed) { s.Beliefs = t },
			rateAt("unknown", "that a person has no belief",
				func(t *agents.Mixed) *float64 { return &t.Unknown })),
		scenarioRule(Beliefs, "traits", "First beliefs are features, each with one of some "+
			"values; they fill the dimensions.", agents.Traits{Features: 16, Values: 16},
			func(s *sim.Scenario, t agents.Traits) { s.Beliefs = t },
			WholeOf("features", "features", "of a person", 1, sim.MaxDimensions,
				func(t *agents.Traits) *int { return &t.Features }).Upto(64),
			WholeOf("values", "values", "that a feature can have", 1, agents.MaxTraits,
				func(t *agents.Traits) *int { return &t.Values }).Upto(64)),
		scenarioRule(Beliefs, "specialist", "People begin with beliefs about their own work only.",
			specialist{practice.Work{Domains: 4, Group: 5}},
			func(s *sim.Scenario, t specialist) {
				s.Beliefs = practice.Specialist{Of: agents.Mixed{Unknown: 1. / 3}, Work: t.Work}
			},
			WholeOf("domains", "domains", "of work; 0 is that all work on everything", 0,
				practice.MaxStages, func(t *specialist) *int { return &t.Work.Domains }).Upto(16),
			size("group", "in a group of the same work; 0 is 1", 0,
				func(t *specialist) *int { return &t.Work.Group }),
			WholeOf("block", dimensions, "that no border between domains cuts; 0 is 1", 0,
				sim.MaxDimensions, func(t *specialist) *int { return &t.Work.Block }).Upto(16)),
		scenarioRule(Experience, "flip", "People try a change alone, and keep it if it pays.",
			agents.Flip{}, func(s *sim.Scenario, t agents.Flip) { s.Experience = t },
			SwitchOf("idle", "only where one took nothing over from others",
				func(t *agents.Flip) *bool { return &t.Idle })),
		scenarioRule(Experience, "flip-within", "People try a change alone, within what their "+
			"units are about.", agents.Flip{}, func(s *sim.Scenario, t agents.Flip) {
			s.Experience = practice.Within{Of: t}
		}, SwitchOf("idle", "only where one took nothing over from others",
			func(t *agents.Flip) *bool { return &t.Idle })),
	}
}

// deciding are the rules of what becomes the norm of a unit.
func deciding() Table {
	return Table{
		rule(Objectify, "superior", "Those who stand above the unit vote (March 1991).",
			agents.Superior{Rate: .5},
			func(c *sim.Channel, t agents.Superior) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Superior) *float64 { return &t.Rate }),
			SwitchOf("per-vote", "each vote counts by itself",
				func(t *agents.Superior) *bool { return &t.PerVote })),
		rule(Objectify, "majority", "All vote.", agents.Majority{Rate: .5},
			func(c *sim.Channel, t agents.Majority) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Majority) *float64 { return &t.Rate })),
		rule(Objectify, "weighed", "Those who stand above the unit vote, by the weights of ties.",
			practice.Weighed{Rate: .5},
			func(c *sim.Channel, t practice.Weighed) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *practice.Weighed) *float64 { return &t.Rate })),
		rule(Objectify, "best", "The best voice decides.", agents.Best{},
			func(c *sim.Channel, t agents.Best) { c.Objectify = t }),
		rule(Objectify, "conformity", "The claim that most share decides.", agents.Conformity{},
			func(c *sim.Channel, t agents.Conformity) { c.Objectify = t }),
		rule(Objectify, "consensus", "What is agreed for some time becomes the norm.",
			agents.Consensus{Share: .75, Ticks: 3},
			func(c *sim.Channel, t agents.Consensus) { c.Objectify = t },
			NumberOf("share", share, "of those who speak that must agree", .5+1./1024, 1,
				func(t *agents.Consensus) *float64 { return &t.Share }),
			every("ticks", "that agreement must last", 1, agents.MaxTicks,
				func(t *agents.Consensus) *int { return &t.Ticks })),
		rule(Objectify, "threshold", "Enough who say yes make a norm of it.",
			agents.Threshold{Count: 2}, func(c *sim.Channel, t agents.Threshold) {
				c.Objectify = t
			},
			WholeOf("count", people, "who must say yes", 0, math.MaxInt32,
				func(t *agents.Threshold) *int { return &t.Count }).Upto(20),
			NumberOf("share", share, "of the voices who must say yes", 0, 1,
				func(t *agents.Threshold) *float64 { return &t.Share })),
		rule(Objectify, "authority", "Those above the unit vote; the leader's vote counts more.",
			agents.Authority{Rate: .5, Weight: 3},
			func(c *sim.Channel, t agents.Authority) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Authority) *float64 { return &t.Rate }),
			WholeOf("weight", "votes", "of the leader", 0, agents.MaxWeight,
				func(t *agents.Authority) *int { return &t.Weight }).Upto(10)),
		rule(Objectify, "screen", "Those above the unit vote, and the leader has a veto.",
			agents.Screen{Rate: .5, Veto: .5},
			func(c *sim.Channel, t agents.Screen) { c.Objectify = t },
			only("that the vote becomes the norm",
				func(t *agents.Screen) *float64 { return &t.Rate }),
			rateAt("veto", "that a leader who is against blocks a change",
				func(t *agents.Screen) *float64 { return &t.Veto })),
		rule(Objectify, "decree", "The leader decides, whatever his standing.",
			agents.Decree{Rate: .5}, func(c *sim.Channel, t agents.Decree) { c.Objectify = t },
			only("that his claim becomes the norm",
				func(t *agents.Decree) *float64 { return &t.Rate })),
		vote(),
		rule(Objectify, "decreed", "The head decides beside the rule of the units; with nested.",
			practice.Decreed{Rate: .5}, func(c *sim.Channel, t practice.Decreed) {
				t.Of = c.Objectify
				c.Objectify = t
			}, only("that what the head says becomes the norm",
				func(t *practice.Decreed) *float64 { return &t.Rate })),
		rule(Objectify, "levels", "Parents are slower than the units below; with nested.",
			practice.Levels{Every: 2}, func(c *sim.Channel, t practice.Levels) {
				t.Of = c.Objectify
				c.Objectify = t
			}, WholeOf("every", "times", "that each level is slower; 0 is 1", 0, math.MaxInt32,
				func(t *practice.Levels) *int { return &t.Every }).Upto(20)),
		rule(Objectify, "transactive", "Units keep a directory of who knows what.",
			practice.Transactive{}, func(c *sim.Channel, t practice.Transactive) {
				c.Objectify = practice.Transactive{Of: c.Objectify}
			}),
	}
}

func vote() Kind {
	type T = practice.Vote
	return rule(Objectify, "vote", "Those above the unit vote against what is taken for granted.",
		T{Rate: .5, Hold: .5}, func(c *sim.Channel, t T) { c.Objectify = t },
		only("that the vote becomes the norm", func(t *T) *float64 { return &t.Rate }),
		SwitchOf("per-vote", "each vote counts by itself", func(t *T) *bool { return &t.PerVote }),
		NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
			practice.MaxHold, func(t *T) *float64 { return &t.Hold }).Upto(10),
		slopeOf("tenure", "of a voice's weight by tenure",
			func(t *T) *float64 { return &t.Tenure }),
		rateAt("consult", "that a unit that is heard blocks a change",
			func(t *T) *float64 { return &t.Consult }),
		slopeOf("trust", "of a voice's weight by trust in him",
			func(t *T) *float64 { return &t.Trust }),
		rateAt("trust-rate", "at which trust follows what people learn",
			func(t *T) *float64 { return &t.TrustRate }),
		rateAt("help-rate", "at which trust that one answers follows answers",
			func(t *T) *float64 { return &t.HelpRate }))
}

// learning are the rules of how people learn a norm, who takes part, and when.
func learning() Table {
	return Table{
		rule(Internalize, "absorb", "A person takes over a norm.", agents.Absorb{Rate: .1},
			func(c *sim.Channel, t agents.Absorb) { c.Internalize = t },
			only("per dimension", func(t *agents.Absorb) *float64 { return &t.Rate })),
		rule(Internalize, "gradual", "A person moves a step towards a norm.",
			agents.Gradual{Rate: .1}, func(c *sim.Channel, t agents.Gradual) { c.Internalize = t },
			only("per dimension", func(t *agents.Gradual) *float64 { return &t.Rate })),
		rule(Internalize, "fill", "A person takes over a norm where he believes nothing.",
			agents.Fill{Rate: .1}, func(c *sim.Channel, t agents.Fill) { c.Internalize = t },
			only("per dimension", func(t *agents.Fill) *float64 { return &t.Rate })),
		rule(Internalize, "interact", "A person takes over one feature, the more so the more he "+
			"agrees (Axelrod 1997).", agents.Interact{Size: 4},
			func(c *sim.Channel, t agents.Interact) { c.Internalize = t },
			WholeOf("size", dimensions, "of a feature", 1, sim.MaxDimensions,
				func(t *agents.Interact) *int { return &t.Size }).Upto(16)),
		rule(Internalize, "take", "What is taken for granted is learned more readily, or less.",
			practice.Take{Rate: .1, Pull: 1},
			func(c *sim.Channel, t practice.Take) { c.Internalize = t },
			only("per dimension", func(t *practice.Take) *float64 { return &t.Rate }),
			SwitchOf("gradual", "a person moves a step", func(t *practice.Take) *bool {
				return &t.Gradual
			}),
			NumberOf("pull", slope, "by the strength of the norm", -1, practice.MaxPull,
				func(t *practice.Take) *float64 { return &t.Pull }).Upto(5)),
		rule(Internalize, "narrow", "Who sees rivals listens less to contradiction; with culture.",
			practice.Narrow{Rate: .1, Slope: 1},
			func(c *sim.Channel, t practice.Narrow) { c.Internalize = t },
			only("per dimension", func(t *practice.Narrow) *float64 { return &t.Rate }),
			slopeOf("slope", "of not listening, by competition",
				func(t *practice.Narrow) *float64 { return &t.Slope })),
		rule(Participate, "floor", "Only those who have the floor are heard; for animate.",
			practice.Floor{}, func(c *sim.Channel, t practice.Floor) {
				c.Participate = practice.Floor{Of: c.Participate}
			}),
		rule(Participate, "tally", "Units count their meetings without gain.", practice.Tally{},
			func(c *sim.Channel, t practice.Tally) {
				t.Of = c.Participate
				c.Participate = t
			}, WholeOf("cost", "points", "that a meeting must gain", 0, 1<<30,
				func(t *practice.Tally) *int { return &t.Cost }).Upto(100)),
		rule(Agenda, "allotment", "Units meet in the ticks that they are given; for sponsor.",
			practice.Allotment{Every: 8}, func(c *sim.Channel, t practice.Allotment) {
				t.Of = c.Agenda
				c.Agenda = t
			}, WholeOf("every", ticks, "of a period; 0 is that units always meet", 0,
				practice.MaxPeriod, func(t *practice.Allotment) *int { return &t.Every })),
		domain(), timing(),
	}
}

func domain() Kind {
	type T = practice.Domain
	return rule(Agenda, "domain", "Units may have a domain that they talk about.",
		T{Topics: 8, Incidental: 2}, func(c *sim.Channel, t T) { c.Agenda = t },
		WholeOf("topics", "topics", "into which the dimensions are divided", 0,
			practice.MaxTopics, func(t *T) *int { return &t.Topics }),
		parts("incidental", "of talk outside the domain",
			func(t *T) *int { return &t.Incidental }),
		WholeOf("block", dimensions, "of a piece; 0 is 1", 0, sim.MaxDimensions,
			func(t *T) *int { return &t.Block }).Upto(16))
}

func timing() Kind {
	type T = sim.Channel
	return rule(Timing, "timing", "When units objectify, and how many voices they hear.",
		T{Every: 1}, func(c *sim.Channel, t T) {
			c.Every, c.Heed, c.Simultaneous, c.ByClaims = t.Every, t.Heed, t.Simultaneous,
				t.ByClaims
		},
		every("every", "from one objectification to the next", 1, math.MaxInt32,
			func(t *T) *int { return &t.Every }),
		WholeOf("heed", "voices", "counted per unit and tick; 0 is all", 0, math.MaxInt32,
			func(t *T) *int { return &t.Heed }).Upto(20),
		SwitchOf("simultaneous", "people learn before units objectify",
			func(t *T) *bool { return &t.Simultaneous }),
		SwitchOf("by-claims", "standing is by what is said",
			func(t *T) *bool { return &t.ByClaims }))
}

// Section: controls. Each is an organization again, but for what is drawn at random.

// controls are the controls of organizations and models.
func controls() Table {
	drawn := func(what formation.Drawn) func(sim.Scenario) (sim.Scenario, error) {
		return func(s sim.Scenario) (sim.Scenario, error) {
			c, err := formation.NewControls(s)
			if err != nil {
				return s, err
			}
			return c.Scenario(what), nil
		}
	}
	return Table{
		control("randomized", "Members are drawn: the same seats and sizes of units.",
			func(s sim.Scenario) (sim.Scenario, error) { return setups.Randomized(s), nil }),
		control("connected", "Members are drawn so that everybody can reach everybody.",
			func(s sim.Scenario) (sim.Scenario, error) { return setups.Connected(s), nil }),
		control("members-drawn", "Communities form and end as they do, with members drawn; with "+
			"formation.", drawn(formation.Members)),
		control("domains-drawn", "Communities form and end as they do, with topics drawn; with "+
			"formation.", drawn(formation.Domains)),
	}
}
