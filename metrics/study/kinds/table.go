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
		leading(), learning(), controls(),
	)
}

// Section: conditions.

// conditions is the kind of what compared organizations have in common.
func conditions() Kind {
	return New(Conditions, "conditions", "What the compared organizations have in common.",
		func() (Put, Fields) {
			t := setups.Default()
			put := func(d *Draft) error {
				t.Practice = d.On.Practice
				d.On = t
				return nil
			}
			return put, Fields{
				WholeOf("people", people, "number of people", 1, network.MaxPeople,
					&t.People).Upto(1000),
				WholeOf("dimensions", dimensions,
					"facts to be right or wrong about; a multiple of block", 1, sim.MaxDimensions,
					&t.Dimensions).Upto(256),
				WholeOf("block", dimensions, "consecutive dimensions that pay only together", 1,
					sim.MaxDimensions, &t.Block).Upto(16),
				WholeOf("seen", dimensions,
					"on which a unit judges merit; a multiple of block; 0 is all", 0,
					sim.MaxDimensions, &t.Seen).Upto(64),
				NumberOf("superior", rate, "that the vote of the better voices becomes the norm", 0,
					1, &t.Superior),
				NumberOf("absorb", rate, "that a person takes over a norm", 0, 1, &t.Absorb),
				WholeOf("attention", "seats", "that a person heeds per tick; 0 is all", 0,
					math.MaxInt32, &t.Attention).Upto(8),
				WholeOf("ticks", ticks, "the length of a run", 0, sim.MaxTicks,
					&t.Ticks).Upto(1000),
			}
		})
}

// Section: organizations. The setups, and what they are compared with.

// organizations are the setups that are compared.
func organizations() Table {
	dial := func(name, sentence string, at *float64) Field {
		return NumberOf(name, share, sentence, 0, 1, at)
	}
	return Table{
		New(Organization, "communities",
			"Teams, and overlapping communities of practice across them: two seats a person.",
			func() (Put, Fields) {
				t := setups.Communities{Team: 5, Size: 5}
				return setup(&t.On, &t), Fields{
					size("team", "in a team", 1, &t.Team),
					size("size", "in a community", 1, &t.Size),
					WholeOf("periphery", people, "of each community who listen only", 0,
						network.MaxPeople-1, &t.Periphery).Upto(20),
				}
			}),
		New(Organization, "brokered", "Teams, and communities across them for a few people.",
			func() (Put, Fields) {
				t := setups.Brokered{Team: 5, Size: 5, Share: .25}
				return setup(&t.On, &t), Fields{
					size("team", "in a team", 1, &t.Team),
					size("size", "in a community", 1, &t.Size),
					NumberOf("share", share, "of the people who are in communities", 1./256, 1,
						&t.Share),
					SwitchOf("connected",
						"draw only arrangements in which everybody can reach everybody",
						&t.Connected),
				}
			}),
		New(Organization, "hierarchy", "Overlapping teams, joined by their managers.",
			func() (Put, Fields) {
				t := setups.Hierarchy{Span: 4}
				return setup(&t.On, &t), Fields{
					size("span", "who report to a manager", 1, &t.Span),
				}
			}),
		New(Organization, "matrix", "Two hierarchies over the same people.", func() (Put, Fields) {
			t := setups.Matrix{Span: 4}
			return setup(&t.On, &t), Fields{
				size("span", "who report to a manager", 1, &t.Span),
				size("second", "who are in the second line too; 0 is all", 0, &t.Second),
			}
		}),
		New(Organization, "isolated", "Teams with no person in common.", func() (Put, Fields) {
			t := setups.Isolated{Size: 5}
			return setup(&t.On, &t), Fields{size("size", "in a team", 1, &t.Size)}
		}),
		New(Organization, "institution",
			"Communities that a firm sponsors, fills, compels, directs and hears.",
			func() (Put, Fields) {
				t := setups.Institution{}
				return setup(&t.On, &t), Fields{
					dial("sponsored", "of ticks in which teams are closed for communities",
						&t.Sponsored),
					dial("assigned", "of a community's seats that the firm fills", &t.Assigned),
					dial("compelled", "of those who would not come and must", &t.Compelled),
					dial("goals", "of dimensions in which the head decides", &t.Goals),
					dial("way-up", "of communities that the head hears", &t.WayUp),
				}
			}),
	}
}

// compared are the organizations that others are compared with.
func compared() Table {
	return Table{
		New(Organization, "pairs", "Everybody meets one other person a tick, drawn anew.",
			func() (Put, Fields) {
				t := setups.Pairs{}
				return setup(&t.On, &t), nil
			}),
		New(Organization, "self-taught", "Nobody meets anybody; each tries changes by himself.",
			func() (Put, Fields) {
				t := setups.SelfTaught{}
				return setup(&t.On, &t), nil
			}),
		New(Organization, "contacts", "Everybody learns from his contacts on a graph.",
			func() (Put, Fields) {
				t := net{Shape: smallWorld, Neighbours: 4, Rewire: .1}
				put := func(d *Draft) error {
					d.Scenario = d.On.Scenario("contacts",
						network.Circles{Of: t.generator(), Lasting: true})
					return nil
				}
				return put, netFields(&t)
			}),
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
	return New(Organization, name, sentence, func() (Put, Fields) {
		t := base
		put := func(d *Draft) error {
			of, like, err := t.both(&d.On)
			if err == nil {
				d.Scenario, err = make(of, like)
			}
			return err
		}
		return put, Fields{
			ChoiceOf(first, of, &t.of, all...),
			ChoiceOf(second, like, &t.like, all...),
			size("size", "in a unit of the two", 2, &t.size),
		}
	})
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
	return fit("mixed",
		"A random organization with the seats of one and the unit sizes of another.", "seats",
		"sizes", fitting{like: 2, size: 5},
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
	return New(Organization, "opinions", "People share opinions on a graph.", func() (Put, Fields) {
		t := opinionated{net: net{Shape: smallWorld, Neighbours: 4, Rewire: .1}, topics: 1,
			rate: .5, confidence: .25, high: 1}
		put := func(d *Draft) error {
			d.Scenario = t.scenario(d.On.People, d.On.Ticks)
			return nil
		}
		return put, append(netFields(&t.net),
			WholeOf("topics", "topics", "of which people have opinions", 1, sim.MaxTopics,
				&t.topics).Upto(10),
			ChoiceOf("objectify", "what becomes the norm of a circle", &t.norm, "average",
				"similar", "total"),
			ChoiceOf("internalize", "how a person learns it", &t.learn, "approach",
				"compromise", "anchored", "accumulate"),
			NumberOf("self", "weight", "of one's own claim in an average", 0, 1e6,
				&t.self).Upto(10),
			NumberOf("rate", share, "of the way that a person moves", 0, 1, &t.rate),
			NumberOf("confidence", "opinion", "largest difference that is heard", 0, 1e6,
				&t.confidence).Upto(1),
			NumberOf("low", "opinion", "the lowest first one", -1e6, 1e6, &t.low),
			NumberOf("high", "opinion", "the highest first one", -1e6, 1e6, &t.high))
	})
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
	var readings []string
	for _, r := range models.Readings() {
		readings = append(readings, r.String())
	}
	return New(Model, "march", "People learn from an organizational code, and the code from "+
		"those who do better (March 1991).", func() (Put, Fields) {
		t := models.March1991{People: 50, Dimensions: 30}
		return modelOf(&t), Fields{
			rateOf("p1", "that people learn from the code", .5, 1, &t.P1),
			rateOf("p2", "that the code learns, per vote", .5, 1, &t.P2),
			leaving("p3", &t.P3),
			NumberOf("p4", rate, "that reality changes in a dimension, per period", 0, 1, &t.P4),
			NumberOf("fast", share, "of the people who learn at fast-p1", 0, 1, &t.Fast),
			rateOf("fast-p1", "that fast people learn from the code", .9, 1, &t.FastP1),
			WholeOf("wait", ticks, "that a newcomer learns before the code hears him", 0,
				math.MaxInt32, &t.Wait).Upto(50),
			population(1, network.MaxPeople, 200, &t.People),
			width(&t.Dimensions),
			length("periods", 0, 200, &t.Periods),
			ChoiceOf("reading", "how the paper is read where it can be read in two ways",
				&t.Reading, readings...),
		}
	})
}

func fang() Kind {
	return New(Model, "fang",
		"People learn from contacts in semi-isolated subgroups (Fang, Lee and Schilling 2010).",
		func() (Put, Fields) {
			t := models.Fang2010{Block: 5, People: 280, Size: 7, Dimensions: 100, Cap: 3000}
			return modelOf(&t), Fields{
				ChoiceOf("base", "graph before ties are rewired", &t.Base, "isolated", "caveman"),
				NumberOf("beta", rate, "that a tie within a subgroup is rewired", 0, 1, &t.Beta),
				rateOf("p", "of learning, per dimension and period", .3, 1, &t.P),
				WholeOf("block", dimensions, "that pay only together", 1, sim.MaxDimensions,
					&t.Block).Upto(20),
				population(1, network.MaxPeople, 560, &t.People),
				WholeOf("size", people, "in a subgroup", 1, mostAll, &t.Size).Upto(20),
				width(&t.Dimensions),
				length("cap", 1, 3000, &t.Cap),
			}
		})
}

func schillingFang() Kind {
	return New(Model, "schilling-fang",
		"Hubs forget, lie and play favourites (Schilling and Fang 2014).", func() (Put, Fields) {
			t := models.SchillingFang2014{Ties: 3, Block: 5, People: 280, Dimensions: 100,
				Periods: 3000}
			return modelOf(&t), Fields{
				NumberOf("hubbiness", "preference", "for those who have many ties", 0,
					network.MaxHubbiness, &t.Hubbiness),
				NumberOf("forget", rate, "that a hub does not say a belief", 0, 1, &t.Forget),
				NumberOf("lie", rate, "that a hub says the opposite of what he believes", 0, 1,
					&t.Lie),
				NumberOf("favour", rate, "that a person tied to a hub does not hear him", 0, 1,
					&t.Favour),
				countOf("hubs", people, "who forget, lie and play favourites", 14, math.MaxInt32,
					&t.Hubs).Upto(280),
				rateOf("p", "of learning, per dimension and period", .3, 1, &t.P),
				WholeOf("ties", people, "to whom each person makes a tie", 1, (mostAll-1)/2,
					&t.Ties).Upto(20),
				WholeOf("block", dimensions, "that pay only together", 1, sim.MaxDimensions,
					&t.Block).Upto(20),
				population(3, 1<<30-1, 560, &t.People),
				width(&t.Dimensions),
				length("periods", 1, 3000, &t.Periods),
			}
		})
}

func carley() Kind {
	return New(Model, "carley", "Teams and hierarchies under turnover (after Carley 1992).",
		func() (Put, Fields) {
			t := models.Carley1992{Span: 3, People: 13, Dimensions: 30, Periods: 200}
			return modelOf(&t), Fields{
				ChoiceOf("form", "of the organization", &t.Form, "team", "hierarchy"),
				leaving("turnover", &t.Turnover),
				SwitchOf("analysts", "only people who lead nobody leave", &t.Analysts),
				rateOf("p1", "that people learn from their units", .1, 1, &t.P1),
				rateOf("p2", "that units learn", .5, 1, &t.P2),
				size("span", "who report to a manager", 1, &t.Span),
				population(1, network.MaxPeople, 200, &t.People),
				width(&t.Dimensions),
				length("periods", 1, 1000, &t.Periods),
			}
		})
}

func kaneAlavi() Kind {
	return New(Model, "kane-alavi", "People learn by e-mail, repository, team rooms and "+
		"electronic communities (Kane and Alavi 2007).", func() (Put, Fields) {
		t := models.KaneAlavi2007{People: 50, Team: 5, Community: 10, Dimensions: 30, Periods: 200}
		tools := [5]bool{true} // none stands for the code, as in the model
		put := func(d *Draft) error {
			for i, on := range tools {
				if on {
					t.Tools |= 1 << i
				}
			}
			return modelOf(&t)(d)
		}
		return put, Fields{
			SwitchOf("code", "March's code", &tools[0]),
			SwitchOf("email", "pairs of people, drawn anew in every period", &tools[1]),
			SwitchOf("repository", "a second code, which learns fast from the best person",
				&tools[2]),
			SwitchOf("rooms", "a code for each team", &tools[3]),
			SwitchOf("communities", "a code for each community of people from different teams",
				&tools[4]),
			rateOf("p1", "that people learn from the code", .5, 1, &t.P1),
			rateOf("p2", "that code, rooms and communities learn, per vote", .5, 1, &t.P2),
			rateOf("learn", "that people learn by the other tools", .5, 1, &t.Learn),
			rateOf("fast", "that the repository learns", .9, 1, &t.Fast),
			leaving("turnover", &t.Turnover),
			population(1, network.MaxPeople, 200, &t.People),
			size("team", "in a team room", 1, &t.Team),
			size("community", "in an electronic community", 1, &t.Community),
			width(&t.Dimensions),
			length("periods", 1, 1000, &t.Periods),
		}
	})
}

func miller() Kind {
	return New(Model, "miller", "March's code beside learning from each other, and tacit "+
		"knowledge (Miller, Zhao and Calantone 2006).", func() (Put, Fields) {
		t := models.Miller2006{Dimensions: 30, Side: 10}
		return modelOf(&t), Fields{
			rateOf("p1", "that people learn from the code", .5, 1, &t.P1),
			rateOf("p2", "that the code learns, per vote", .5, 1, &t.P2),
			rateOf("interpersonal", "that people learn from each other", .5, 1, &t.Interpersonal),
			rateOf("distant", "of watching somebody distant, per person and period", .1, 1,
				&t.Distant),
			countOf("tacit", dimensions, "that cannot be told", 15, sim.MaxDimensions,
				&t.Tacit).Upto(30),
			leaving("turnover", &t.Turnover),
			width(&t.Dimensions),
			WholeOf("side", people, "in a row of the grid", 1, 23170, &t.Side).Upto(20),
			length("periods", 0, 1000, &t.Periods),
		}
	})
}

// Section: published models of search in landscapes, of culture, opinion and contagion.

// crowds are the models of search in rugged landscapes, of culture, opinion and contagion.
func crowds() Table {
	return Table{lazerFriedman(), barkocziGalesic(), shore(), axelrod(), threshold(), zollman(),
		becker(), deGroot(), friedkinJohnsen(), hegselmannKrause(), deffuant()}
}

func lazerFriedman() Kind {
	return onGraph("lazer-friedman",
		"People copy contacts in a rugged landscape (Lazer and Friedman 2007).", net{},
		func() (organization, *network.Generator, Fields) {
			t := models.LazerFriedman2007{N: 20, People: 100, Ticks: 200}
			return &t, &t.Network, Fields{
				WholeOf("n", dimensions, "of a solution", 1, sim.MaxLoci, &t.N),
				countOf("k", dimensions, "on which the payoff of each depends, below n", 5,
					mostPartners, &t.K),
				population(1, network.MaxPeople, 500, &t.People),
				length("ticks", 1, 1000, &t.Ticks),
			}
		})
}

func barkocziGalesic() Kind {
	return onGraph("barkoczi-galesic",
		"A strategy says whom of few contacts people copy (Barkoczi and Galesic 2016).", net{},
		func() (organization, *network.Generator, Fields) {
			t := models.BarkocziGalesic2016{Sample: 3, N: 15, People: 100, Ticks: 200}
			return &t, &t.Network, Fields{
				ChoiceOf("strategy", "whom people copy", &t.Strategy, "best-member", "conformity",
					"random-copying", "individual"),
				WholeOf("sample", people, "heard in a step", 1, math.MaxInt32, &t.Sample).Upto(20),
				WholeOf("n", dimensions, "of a solution", 1, sim.MaxLoci, &t.N),
				countOf("k", dimensions, "on which the payoff of each depends, below n", 7,
					mostPartners, &t.K),
				population(1, 1<<sim.MaxLoci, 500, &t.People),
				length("ticks", 1, 1000, &t.Ticks),
			}
		})
}

func shore() Kind {
	return onGraph("shore",
		"People look for facts, or for theories (after Shore, Bernstein and Lazer 2015).",
		net{Shape: ringLattice, Neighbours: 2}, func() (organization, *network.Generator, Fields) {
			t := models.Shore2015{People: 16, Ticks: 25}
			return &t, &t.Network, Fields{
				ChoiceOf("search", "what people look for", &t.Search, "facts", "theories"),
				WholeOf("dimensions", dimensions,
					"facts or parts of a theory; 0 is 68 facts or 20 parts", 0, sim.MaxDimensions,
					&t.Dimensions).Upto(200),
				rateOf("share", "of saying a known fact", 1, 1, &t.Share),
				countOf("k", dimensions, "on which the payoff of each part of a theory depends", 5,
					mostPartners, &t.K),
				population(1, network.MaxPeople, 100, &t.People),
				length("ticks", 1, 200, &t.Ticks),
			}
		})
}

func axelrod() Kind {
	return New(Model, "axelrod",
		"Neighbours become more alike, the more alike they are (Axelrod 1997).",
		func() (Put, Fields) {
			t := models.Axelrod1997{Features: 5, Traits: 10, Side: 10}
			return modelOf(&t), Fields{
				WholeOf("features", "features", "of a person", 1, 1000, &t.Features).Upto(20),
				WholeOf("traits", "traits", "that a feature can have", 1, agents.MaxTraits,
					&t.Traits).Upto(30),
				WholeOf("side", people, "in a row of the grid", 1, 10_000, &t.Side).Upto(30),
			}
		})
}

func threshold() Kind {
	return onGraph("threshold", "Who sees enough contacts do something does it too (Granovetter "+
		"1978, Watts 2002, Centola and Macy 2007).", net{Shape: ringLattice},
		func() (organization, *network.Generator, Fields) {
			t := models.Threshold{People: 100, Number: 1, Seeds: 1}
			return &t, &t.Network, Fields{
				WholeOf("number", people, "contacts who must have adopted", 0, math.MaxInt32,
					&t.Number).Upto(20),
				NumberOf("share", share, "of the contacts who must have adopted too", 0, 1,
					&t.Share),
				WholeOf("seeds", people, "who have adopted at the start", 0, network.MaxPeople,
					&t.Seeds).Upto(100),
				population(1, network.MaxPeople, 1000, &t.People),
			}
		})
}

func zollman() Kind {
	return onGraph("zollman",
		"Scientists try a new method and see each other's results (Zollman 2007).", net{},
		func() (organization, *network.Generator, Fields) {
			t := models.Zollman2007{People: 10, Pulls: 1000, Better: .501}
			return &t, &t.Network, Fields{
				WholeOf("pulls", "tries", "per person and round", 1, math.MaxInt32,
					&t.Pulls).Upto(2000),
				NumberOf("better", rate, "that the new method works", .5+1./1024, 1-1./1024,
					&t.Better),
				SwitchOf("beta", "opinions are beta distributions", &t.Beta),
				population(1, network.MaxPeople, 100, &t.People),
			}
		})
}

func becker() Kind {
	return New(Model, "becker", "A crowd estimates a number and sees others' estimates (Becker, "+
		"Brackbill and Centola 2017).", func() (Put, Fields) {
		t := models.Becker2017{Neighbours: 4, People: 37, Revisions: 2}
		return modelOf(&t), Fields{
			ChoiceOf("network", "who sees whose estimates", &t.Network, "decentralized",
				"centralized", "solo"),
			WholeOf("neighbours", people,
				"whom each sees in a decentralized network; an even number", 2, mostAll-1,
				&t.Neighbours).Upto(20),
			WholeOf("revisions", ticks, "in which people revise", 1, sim.MaxTicks,
				&t.Revisions).Upto(20),
			rateOf("correlation", "of self-weight and error, with the sign reversed", .1, 1,
				&t.Correlation),
			rateOf("spread",
				"of the logarithms of first estimates: their standard deviation", .6, 1,
				&t.Spread).from(1. / 1024),
			rateOf("below", "the truth, where the median is, in standard deviations", .8, 1,
				&t.Below),
			rateOf("self-weight", "that a person gives his own estimate, on average", .6, 1,
				&t.SelfWeight),
			rateOf("self-spread", "of self-weights: their standard deviation", .3, 1,
				&t.SelfSpread),
			population(1, network.MaxPeople, 200, &t.People),
		}
	})
}

func deGroot() Kind {
	return New(Model, "degroot", "People average the opinions of all (DeGroot 1974).",
		func() (Put, Fields) {
			t := models.DeGroot1974{People: 10, Ticks: 10_000}
			return modelOf(&t), Fields{
				WholeOf("people", people, "number of people", 1, 4096, &t.People).Upto(200),
				length("ticks", 1, 10_000, &t.Ticks),
			}
		})
}

func friedkinJohnsen() Kind {
	return New(Model, "friedkin-johnsen",
		"People average, and hold on to their first opinions (Friedkin and Johnsen 1990).",
		func() (Put, Fields) {
			t := models.FriedkinJohnsen1990{People: 10, Ticks: 10_000}
			return modelOf(&t), Fields{
				WholeOf("people", people, "number of people", 1, 4096, &t.People).Upto(200),
				length("ticks", 1, 10_000, &t.Ticks),
			}
		})
}

func hegselmannKrause() Kind {
	return New(Model, "hegselmann-krause",
		"People average the opinions that are near their own (Hegselmann and Krause 2002).",
		func() (Put, Fields) {
			t := models.HegselmannKrause2002{People: 100, Ticks: 10_000}
			return modelOf(&t), Fields{
				rateOf("confidence", "largest difference of opinions that are heard", .25, 1,
					&t.Confidence),
				SwitchOf("random", "first opinions are drawn", &t.Random),
				population(2, mostAll, 1000, &t.People),
				length("ticks", 1, 10_000, &t.Ticks),
			}
		})
}

func deffuant() Kind {
	return onGraph("deffuant", "Pairs of people with near opinions compromise (Deffuant, Neau, "+
		"Amblard and Weisbuch 2000).", net{}, func() (organization, *network.Generator, Fields) {
		t := models.Deffuant2000{People: 1000, Ticks: 50}
		return &t, &t.Network, Fields{
			rateOf("confidence", "largest difference that allows a compromise", .2, 1,
				&t.Confidence),
			rateOf("rate", "share of the way that each moves", .5, .5, &t.Rate),
			population(1, network.MaxPeople, 2000, &t.People),
			length("ticks", 1, 1000, &t.Ticks),
		}
	})
}

// Section: mechanisms. First those of who learns from whom.

// sharing are the mechanisms of who learns from whom.
func sharing() Table {
	return Table{
		mechanism("sharing",
			"In a tick a person gathers, asks, creates or does nothing (Huysman and de Wit 2002).",
			func() (onPractice, Fields) {
				t := setups.Practice{Shares: practice.Shares{Ask: 4}}
				put := func(p *setups.Practice) {
					p.Shares, p.Respondent.By = t.Shares, t.Respondent.By
					p.Load, p.Reuse = t.Load, t.Reuse
				}
				return put, Fields{
					parts("ask", "of ticks in which a person asks", &t.Shares.Ask),
					parts("create", "in which he meets to create; needs the rule flip",
						&t.Shares.Create),
					parts("idle", "in which he learns nothing from others", &t.Shares.Idle),
					ChoiceOf("respondent", "whom he asks", &t.Respondent.By, "drawn", "standing",
						"directory", "trusted", "helpful"),
					WholeOf("load", "requests", "that a voice answers per tick; 0 is all", 0,
						math.MaxInt32, &t.Load).Upto(10),
					rateAt("reuse", "that an answer is taken over; 0 is that of absorb",
						&t.Reuse),
				}
			}),
		apprenticeship(),
		mechanism("trust", "A unit trusts those more by whom its people gained.",
			func() (onPractice, Fields) {
				t := setups.Practice{Trust: 1, TrustRate: .5}
				put := func(p *setups.Practice) {
					p.Trust, p.TrustRate, p.HelpRate = t.Trust, t.TrustRate, t.HelpRate
				}
				return put, Fields{
					slopeOf("slope", "of a voice's weight by trust in him", &t.Trust),
					rateAt("rate", "at which trust follows what people learn", &t.TrustRate),
					rateAt("help", "at which trust that one answers follows answers",
						&t.HelpRate),
				}
			}),
		mechanism("granted", "What has counted as knowledge for long is taken for granted "+
			"(Berger and Luckmann 1966).", func() (onPractice, Fields) {
			t := setups.Practice{Hold: .5}
			return func(p *setups.Practice) { p.Hold, p.Pull = t.Hold, t.Pull }, Fields{
				NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
					practice.MaxHold, &t.Hold).Upto(10),
				NumberOf("pull", slope, "of taking over by a norm's strength", -1, practice.MaxPull,
					&t.Pull).Upto(5),
			}
		}),
		mechanism("led", "People heed the leader of a unit.", func() (onPractice, Fields) {
			t := practice.Led{Share: 8}
			return func(p *setups.Practice) { p.Led = t }, Fields{
				parts("share", "of ticks in which a person heeds the leader", &t.Share),
				slopeOf("trust", "of the share by trust in the leader", &t.Trust),
			}
		}),
		nested(),
		repository(),
	}
}

func apprenticeship() Kind {
	return mechanism("apprenticeship",
		"Newcomers learn at the edge before they are heard (Lave and Wenger 1991).",
		func() (onPractice, Fields) {
			t := practice.Apprenticeship{Wait: 10}
			return func(p *setups.Practice) { p.Apprenticeship = t }, Fields{
				every("wait", "that one learns before one is heard", 0, practice.MaxWait, &t.Wait),
				ChoiceOf("master", "whom an apprentice heeds", &t.Master, "norm", "drawn",
					"longest", "best"),
				slopeOf("slope", "of a voice's weight by tenure", &t.Slope),
				SwitchOf("per-seat", "tenure counts in each unit; without a master", &t.PerSeat),
			}
		})
}

func nested() Kind {
	return mechanism("nested", "Parents stand over the units.", func() (onPractice, Fields) {
		t := setups.Practice{Nested: setups.Nested{Top: true, Fan: 4}}
		return func(p *setups.Practice) { p.Nested, p.Consult = t.Nested, t.Consult }, Fields{
			WholeOf("fan", "units", "children of a parent, 2 or more; 0 is one top unit over all",
				0, math.MaxInt32, &t.Nested.Fan).Upto(20),
			SwitchOf("down", "the norm of a parent is a voice in its children", &t.Nested.Down),
			SwitchOf("formal", "communities of practice have no parent", &t.Nested.Formal),
			rateAt("hidden", "that a parent does not hear a dimension of a norm", &t.Nested.Hidden),
			WholeOf("every", "times", "that each level is slower than the one below; 0 is 1", 0,
				math.MaxInt32, &t.Nested.Every).Upto(20),
			rateAt("consult", "that a unit that is heard blocks a change", &t.Consult),
		}
	})
}

func repository() Kind {
	return mechanism("repository", "What is written down for all to read, beside the units.",
		func() (onPractice, Fields) {
			t := setups.Repository{On: true}
			return func(p *setups.Practice) { p.Repository = t }, Fields{
				SwitchOf("curated", "one community writes, else everybody does", &t.Curated),
				every("until", "after which nobody writes; 0 is never", 0, sim.MaxTicks, &t.Until),
				rateAt("fade", "that an entry is lost, per tick", &t.Fade),
			}
		})
}

// Section: mechanisms of when units meet, who comes, and who speaks there.

// meeting are the mechanisms of when units meet, who comes, and who speaks there.
func meeting() Table {
	return Table{calendar(), stages(), time(), attendance(), commitment(), expectations()}
}

func calendar() Kind {
	return mechanism("calendar", "Units meet in some ticks.", func() (onPractice, Fields) {
		t := practice.Calendar{Every: 4, For: 1}
		return func(p *setups.Practice) { p.Calendar = t }, Fields{
			every("every", "from one opening to the next; 0 is always open", 0, practice.MaxEvery,
				&t.Every),
			every("for", "that an opening lasts", 0, practice.MaxEvery, &t.For),
			every("phase", "before the first opening, less than every", 0, practice.MaxEvery-1,
				&t.Phase),
		}
	})
}

func stages() Kind {
	return mechanism("stages", "Units go through a flow: one part of what there is after another.",
		func() (onPractice, Fields) {
			t := practice.Stages{Stages: 4, Ticks: 200, Block: 4}
			return func(p *setups.Practice) { p.Stages = t }, Fields{
				WholeOf("stages", "stages", "of the flow", 0, practice.MaxStages,
					&t.Stages).Upto(16),
				WholeOf("loops", "times", "through the flow; 0 is 1", 0, practice.MaxLoops,
					&t.Loops).Upto(10),
				WholeOf("ticks", ticks, "of the flow; 0 is each unit at its own pace", 0,
					sim.MaxTicks, &t.Ticks).Upto(1000),
				WholeOf("block", dimensions, "that no border between stages cuts; 0 is 1", 0,
					sim.MaxDimensions, &t.Block).Upto(16),
				WholeOf("straddle", dimensions, "by which each border is moved on", 0,
					sim.MaxDimensions/2-1, &t.Straddle).Upto(16),
				SwitchOf("cumulative", "stages that the unit has been in stay open", &t.Cumulative),
			}
		})
}

func time() Kind {
	return mechanism("time", "The firm allots meeting ticks to units.",
		func() (onPractice, Fields) {
			t := setups.Time{Every: 8, Allot: power.Allot{Ticks: 4, Skew: 16}}
			return func(p *setups.Practice) { p.Time = t }, Fields{
				WholeOf("every", ticks, "of a period; 0 is that units always meet", 0,
					practice.MaxPeriod, &t.Every),
				WholeOf("ticks", ticks, "of a period in which a unit meets, on average", 0,
					practice.MaxPeriod, &t.Allot.Ticks),
				parts("skew", "of the most inequality there can be", &t.Allot.Skew),
				ChoiceOf("by", "which units get more", &t.Allot.By, "chance", "agreement", "merit"),
				WholeOf("manager", "person", "with whom units agree", 0, math.MaxInt32-1,
					&t.Allot.Manager).Upto(100),
			}
		})
}

func attendance() Kind {
	return mechanism("attendance", "People come to a unit of their own will.",
		func() (onPractice, Fields) {
			t := practice.Attendance{Away: 8, Own: 1}
			return func(p *setups.Practice) { p.Attendance = t }, Fields{
				parts("away", "of meetings that one misses at first", &t.Away),
				slopeOf("own", "of the will to come by one's own gain", &t.Own),
				slopeOf("heard", "of the will by how often one is heard", &t.Heard),
				slopeOf("short-term", "of the will by short-termism where there is no gain",
					&t.ShortTerm),
				NumberOf("cost", "gain", "that coming costs", 0, practice.MaxCost,
					&t.Cost).Upto(10),
				rateAt("compel", "that who would not come must", &t.Compel),
				slopeOf("crowd", "of talk by compel", &t.Crowd),
			}
		})
}

func commitment() Kind {
	return mechanism("commitment", "Who gains in a unit is committed to it, and speaks.",
		func() (onPractice, Fields) {
			t := practice.Commitment{Slope: 1, Quiet: .3}
			return func(p *setups.Practice) { p.Commitment = t }, Fields{
				slopeOf("slope", "of being heard by commitment", &t.Slope),
				rateAt("quiet", "that one of middle commitment is not heard", &t.Quiet),
			}
		})
}

func expectations() Kind {
	return mechanism("expectations", "Tasks give energy or take it.", func() (onPractice, Fields) {
		t := practice.Expectations{Every: 4, Learn: 1, Energy: 1, Quiet: .3}
		return func(p *setups.Practice) { p.Expectations = t }, Fields{
			every("every", "of a task; 0 is no tasks", 0, practice.MaxEvery, &t.Every),
			WholeOf("enough", dimensions, "above which a task has something to learn", 0,
				practice.MaxCapacity, &t.Enough).Upto(64),
			slopeOf("learn", "of energy by what there is to learn", &t.Learn),
			slopeOf("visible", "of energy by visible results", &t.Visible),
			slopeOf("origin", "of energy by tasks that are set from above", &t.Origin),
			slopeOf("energy", "of being heard by energy", &t.Energy),
			NumberOf("shown", share, "of tasks whose results are visible", 0, 1, &t.Shown),
			NumberOf("assigned", share, "of tasks that are set from above", 0, 1, &t.Assigned),
			NumberOf("overload", "energy", "that a task above capacity takes", 0,
				practice.MostEnergy, &t.Overload),
			WholeOf("capacity", dimensions, "that a task can have without overload", 0,
				practice.MaxCapacity, &t.Capacity).Upto(64),
			rateAt("quiet", "that one of middle energy is not heard", &t.Quiet),
		}
	})
}

// Section: mechanisms of what units are about, and of what people are.

// believing are the mechanisms of what units are about, and what people are.
func believing() Table { return Table{cultures(), attention(), task(), communities()} }

func cultures() Kind {
	return mechanism("culture",
		"People have traits, which drift, and which decide what they say and hear.",
		func() (onPractice, Fields) {
			t := setups.Culture{Drift: culture.Drift{Contact: .1}, Withhold: 1}
			return func(p *setups.Practice) { p.Culture = t }, Fields{
				rateAt("contact", "that a trait becomes that of a contact, per tick",
					&t.Drift.Contact),
				rateAt("firm", "that it becomes that of the firm", &t.Drift.Firm),
				rateAt("first", "that it becomes the first one again", &t.Drift.First),
				slopeOf("withhold", "of keeping back what sets one apart, by individualism",
					&t.Withhold),
				slopeOf("narrow",
					"of not listening to contradiction, by competition; not with pull", &t.Narrow),
			}
		})
}

func attention() Kind {
	return mechanism("attention", "Units look at some dimensions, and work on issues.",
		func() (onPractice, Fields) {
			t := setups.Attention{Attention: agenda.Attention{Look: 4, Work: 1}}
			return func(p *setups.Practice) { p.Attention = t }, Fields{
				WholeOf("look", dimensions, "looked at, per unit and tick", 0, sim.MaxDimensions,
					&t.Look).Upto(64),
				rateAt("miss", "that a change is not noticed", &t.Miss),
				SwitchOf("guided", "looks go where the ranking says, else they are blind",
					&t.Guided),
				ChoiceOf("by", "the ranking of issues", &t.By, "drawn", "disagreement", "manager",
					"ballot", "loss"),
				rateAt("contest", "that hearing the opposite makes an issue", &t.Contest),
				WholeOf("work", "issues", "worked on, per unit and tick", 0, sim.MaxDimensions,
					&t.Work).Upto(16),
				WholeOf("open", dimensions, "talked of in a tick, a multiple of block; 0 is all", 0,
					sim.MaxDimensions, &t.Open).Upto(64),
				slopeOf("talk", "of talking of issues first", &t.Talk),
			}
		})
}

func task() Kind {
	return mechanism("tasks",
		"Units have tasks, and come to know who knows what (transactive memory).",
		func() (onPractice, Fields) {
			t := tasks.Work{Size: 2}
			return func(p *setups.Practice) { p.Tasks = t }, Fields{
				WholeOf("size", dimensions, "of a task", 0, sim.MaxDimensions, &t.Size).Upto(16),
				ChoiceOf("by", "who must be right", &t.By, "someone", "most", "named"),
				SwitchOf("stale", "who replaces a person is taken for him", &t.Stale),
				SwitchOf("open", "tasks are drawn within what the unit is about", &t.Open),
			}
		})
}

func communities() Kind {
	return mechanism("formation",
		"People found and join communities about what interests them; not with stages.",
		func() (onPractice, Fields) {
			t := setups.Formation{Formation: formation.Formation{Every: 5, Founders: 2,
				Shared: 1, Seats: 1, Join: .2}, Topics: 8, Each: 2, Incidental: 2}
			goal := 0 // the first topics
			put := func(p *setups.Practice) {
				for topic := range goal {
					t.Purpose.Goal |= practice.Topics(topic)
				}
				p.Formation = t
			}
			return put, Fields{
				every("every", "from one chance of a birth to the next", 1, sim.MaxTicks, &t.Every),
				size("founders", "who found a community; 0 is 2", 0, &t.Founders),
				WholeOf("shared", "topics", "that a member must share; 0 is 1", 0,
					practice.MaxTopics, &t.Shared).Upto(8),
				WholeOf("seats", "communities", "that one may be in; 0 is 1", 0, math.MaxInt32,
					&t.Seats).Upto(10),
				rateAt("join", "that one joins, per tick", &t.Join),
				NumberOf("contact", "times", "by which contacts raise it", 0, formation.MaxContact,
					&t.Contact).Upto(10),
				WholeOf("patience", "meetings", "without gain before one leaves; 0 is no end", 0,
					sim.MaxTicks, &t.Patience).Upto(50),
				size("smallest", "below whom a community ends; 0 is when nobody is left", 0,
					&t.Size),
				WholeOf("life", "meetings", "without gain before it ends; 0 is no end", 0,
					sim.MaxTicks, &t.Life).Upto(50),
				SwitchOf("heir", "its norm goes to an heir", &t.Heir),
				WholeOf("topics", "topics", "into which the dimensions are divided", 1,
					practice.MaxTopics, &t.Topics),
				WholeOf("each", "topics", "that interest a person", 1, practice.MaxTopics, &t.Each),
				WholeOf("purpose", "topics", "that one topic of the joint goal counts for", 0,
					practice.MaxPurpose, &t.Purpose.Weight),
				WholeOf("goal", "topics", "of the joint goal, the first ones", 0,
					practice.MaxTopics, &goal),
				parts("incidental", "of talk outside a community's topics", &t.Incidental),
			}
		})
}

// Section: realities, and the events that change reality and people.

// realities are what can be true.
func realities() Table {
	return Table{
		New(Reality, "additive", "Each dimension that is right pays one point.",
			func() (Put, Fields) {
				t := sim.Additive{}
				return func(d *Draft) error { d.Scenario.Reality = t; return nil }, Fields{
					WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
						sim.MaxDimensions, &t.Seen).Upto(64),
				}
			}),
		New(Reality, "blocks", "Dimensions pay in blocks, each only if it is wholly right.",
			func() (Put, Fields) {
				t := sim.Blocks{Size: 4, Seen: 16}
				return func(d *Draft) error { d.Scenario.Reality = t; return nil }, Fields{
					WholeOf("size", dimensions, "of a block", 1, sim.MaxDimensions,
						&t.Size).Upto(16),
					WholeOf("seen", dimensions,
						"on which others judge merit, whole blocks; 0 is all", 0, sim.MaxDimensions,
						&t.Seen).Upto(64),
				}
			}),
		New(Reality, "nk", "A rugged landscape (Kauffman 1993), in which everybody begins with "+
			"a whole solution; at most 24 dimensions.", func() (Put, Fields) {
			t := sim.NK{K: 5}
			put := func(d *Draft) error {
				d.Scenario.Reality = t
				if d.Scenario.Beliefs == nil {
					d.Scenario.Beliefs = agents.Mixed{}
				}
				return nil
			}
			return put, Fields{
				WholeOf("k", dimensions, "on which the payoff of each depends", 0, mostPartners,
					&t.K),
				ChoiceOf("partners", "which dimensions those are", &t.Partners, "adjacent", "drawn",
					"drawn-any"),
				WholeOf("decimals", "decimals", "of a contribution; 0 is about 6", 0, 6,
					&t.Decimals),
				WholeOf("seen", dimensions, "on which others judge merit; 0 is all", 0,
					sim.MaxLoci, &t.Seen),
			}
		}),
	}
}

// environment are the events that change reality and people.
func environment() Table {
	return Table{
		event("turnover", "People leave and are replaced.", func() (happening, Fields) {
			t := sim.Turnover{Rate: .01}
			return func(string) sim.Event { return t }, Fields{
				rateAt("rate", "that a person leaves, per tick", &t.Rate),
			}
		}),
		event("turbulence", "Reality changes.", func() (happening, Fields) {
			t := sim.Turbulence{Rate: .01}
			return func(string) sim.Event { return t }, Fields{
				rateAt("rate", "that reality changes in a dimension, per tick", &t.Rate),
			}
		}),
		event("endowment", "First beliefs are unequal among the members of a unit.",
			func() (happening, Fields) {
				t := sim.Endowment{Contrast: .5}
				return func(c string) sim.Event { t.Channel = c; return t }, Fields{
					NumberOf("contrast", share, "0 is equal", 0, 1, &t.Contrast),
				}
			}),
		event("tradition", "Norms are taken for granted from the start; with granted.",
			func() (happening, Fields) {
				t := sim.Tradition{Strength: 4}
				return func(c string) sim.Event { t.Channel = c; return t }, Fields{
					WholeOf("strength", "steps", "of the norms at the start", 0,
						practice.MostStrength, &t.Strength),
				}
			}),
		signal(),
		cultural("programme", "A programme changes a trait of everybody a little; with culture.",
			func(t *dose) (happening, Field) {
				return func(string) sim.Event {
					return culture.Programme{At: t.At, Trait: t.Trait, Dose: t.Dose, Up: t.Up,
						Miss: t.Miss}
				}, parts("miss", "of people whom it does not reach", &t.Miss)
			}),
		cultural("seeded", "A trait changes in whole units; with culture.",
			func(t *dose) (happening, Field) {
				t.Depth = 5
				return func(c string) sim.Event {
						return culture.Seeded{Channel: c, At: t.At, Trait: t.Trait, Dose: t.Dose,
							Up: t.Up, Depth: t.Depth}
					}, WholeOf("depth", "steps", "of each person at most", 0, practice.MostTrait,
						&t.Depth)
			}),
	}
}

func signal() Kind {
	return event("signals", "People get signals of what is true.", func() (happening, Fields) {
		t := signals.Signals{Each: 1, Right: .6}
		return func(string) sim.Event { return t }, Fields{
			NumberOf("each", "signals", "of a person per tick", 0, signals.MaxEach,
				&t.Each).Upto(10),
			rateAt("right", "that a signal is right", &t.Right),
			size("per", "of whom one gets signals; 0 is everybody", 0, &t.Per),
			every("stale", "by which the truth is old", 0, sim.MaxTicks, &t.Stale),
			WholeOf("domains", "domains", "of work; 0 is that all work on everything", 0,
				practice.MaxStages, &t.Work.Domains).Upto(16),
		}
	})
}

// dose is a change of a trait.
type dose struct {
	At, Dose, Miss, Depth int
	Trait                 practice.Trait
	Up                    bool
}

// cultural is event for a change of a trait.
func cultural(name, sentence string, of func(*dose) (happening, Field)) Kind {
	return event(name, sentence, func() (happening, Fields) {
		t := dose{Dose: 200}
		in, field := of(&t)
		return in, Fields{
			at(&t.At),
			ChoiceOf("trait", "that changes", &t.Trait, "individualism", "competition",
				"short-termism"),
			WholeOf("dose", "person-steps", "of change", 0, culture.MaxDose, &t.Dose).Upto(2000),
			SwitchOf("up", "towards more of it", &t.Up),
			field,
		}
	})
}

// Section: events that change who sits where, and how units go on.

// arranging are the events that change who sits where.
func arranging() Table {
	return Table{reshuffle(), rotate(), elect(),
		event("succession", "Who has been there longest leaves, and a newcomer follows.",
			func() (happening, Fields) {
				t := sim.Succession{Every: 10}
				return func(string) sim.Event { return t }, Fields{
					every("every", "from one to the next; 0 is never", 0, sim.MaxTicks, &t.Every),
				}
			}),
		event("permute-trust", "Trust is dealt anew; with trust.", func() (happening, Fields) {
			t := sim.PermuteTrust{Every: 10}
			return func(c string) sim.Event { t.Channel = c; return t }, Fields{
				every("every", "from one to the next; 0 is never", 0, sim.MaxTicks, &t.Every),
			}
		}),
		event("curate", "One community writes the repository; with repository.",
			func() (happening, Fields) {
				return func(c string) sim.Event {
					return sim.Curate{Channel: setups.RepositoryChannel, By: c}
				}, nil
			}),
		event("reorganize", "Everybody is put into teams anew.", func() (happening, Fields) {
			t, team := sim.Reorganize{At: 100}, network.Isolated{Size: 5}
			put := func(c string) sim.Event {
				t.Channel, t.Structure = c, team
				return t
			}
			return put, Fields{at(&t.At), size("size", "in a team", 1, &team.Size)}
		}),
		event("sponsor", "Teams are closed for communities in some ticks; with allotment.",
			func() (happening, Fields) {
				t := power.Sponsor{Time: .25}
				return func(c string) sim.Event { t.Channel = c; return t }, Fields{
					NumberOf("time", share, "of ticks that are for communities", 0, 1, &t.Time),
				}
			}),
		animate(), progress(),
	}
}

func reshuffle() Kind {
	return event("reshuffle", "People exchange places.", func() (happening, Fields) {
		t := sim.Reshuffle{Every: 10}
		return func(c string) sim.Event { t.Channel = c; return t }, Fields{
			every("every", "from one to the next", 1, sim.MaxTicks, &t.Every),
			parts("stay", "of people who stay where they are", &t.Stay),
			ChoiceOf("leaders", "what leaders do", &t.Leaders, "mix", "stay", "move"),
		}
	})
}

func rotate() Kind {
	return event("rotate-leaders", "The lead of units passes on.", func() (happening, Fields) {
		t := sim.RotateLeaders{Every: 10}
		return func(c string) sim.Event { t.Channel = c; return t }, Fields{
			every("every", "from one to the next", 1, sim.MaxTicks, &t.Every),
		}
	})
}

func elect() Kind {
	return event("elect-leaders", "Units elect who leads them.", func() (happening, Fields) {
		t := sim.ElectLeaders{Every: 10}
		return func(c string) sim.Event { t.Channel = c; return t }, Fields{
			every("every", "from one to the next", 1, sim.MaxTicks, &t.Every),
			SwitchOf("by-trust", "whom they trust most; with trust", &t.ByTrust),
		}
	})
}

func animate() Kind {
	return event("animate", "An animator passes on what nobody heard; with floor and pass-on.",
		func() (happening, Fields) {
			t := agenda.Animate{Voices: 2, Pass: .5, Invite: .5}
			return func(c string) sim.Event { t.Channel = c; return t }, Fields{
				WholeOf("voices", people, "with the floor, per unit and tick; 0 is off", 0,
					math.MaxInt32, &t.Voices).Upto(10),
				rateAt("pass", "that he passes a claim on, per tick", &t.Pass),
				rateAt("invite", "that he invites who was silent, per tick", &t.Invite),
			}
		})
}

func progress() Kind {
	return event("progress", "Units go through stages at their own pace; with stages of ticks 0.",
		func() (happening, Fields) {
			t := flows.Progress{Limit: 20, Mastery: 12, Share: 8}
			return func(c string) sim.Event { t.Channel = c; return t }, Fields{
				parts("mastery", "of a stage in which one must be right", &t.Mastery),
				parts("share", "of the members who must master", &t.Share),
				every("limit", "after which a phase ends anyway; 0 is never", 0, sim.MaxTicks,
					&t.Limit),
				WholeOf("exam", dimensions, "of the stage that are examined; 0 is all", 0,
					sim.MaxDimensions, &t.Exam).Upto(64),
				SwitchOf("by-norm", "right is what the norm says", &t.ByNorm),
				SwitchOf("bound", "no unit is far ahead of the slowest", &t.Bound),
				WholeOf("within", "phases", "that a unit may be ahead, if bound", 0, sim.MaxTicks,
					&t.Within).Upto(16),
				SwitchOf("back", "a unit returns to a stage in which it fails", &t.Back),
			}
		})
}

// Section: rules. Each takes the place of the rule of its role.

// speaking are the rules of first beliefs, of what people learn alone, and of what they say.
func speaking() Table {
	return append(beginning(),
		rule(Externalize, "say", "People say what they believe.", func() (onChannel, Fields) {
			t := agents.Say{Rate: 1}
			return func(c *sim.Channel) { c.Externalize = t }, Fields{
				only("that a belief is said", &t.Rate),
			}
		}),
		rule(Externalize, "act",
			"People do what they believe, and guess where they believe nothing (March 1991).",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Externalize = agents.Act{} }, nil
			}),
		rule(Externalize, "withhold", "Individualists hide what sets them apart; with culture.",
			func() (onChannel, Fields) {
				t := practice.Withhold{Rate: 1, Slope: 1}
				return func(c *sim.Channel) { c.Externalize = t }, Fields{
					only("that a belief is said", &t.Rate),
					slopeOf("slope", "of keeping back, by individualism", &t.Slope),
				}
			}),
		rule(Externalize, "pass-on", "People may pass on the claim of another, beside their rule.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Externalize = practice.PassOn{Of: c.Externalize} },
					nil
			}),
		rule(Relay, "visibility", "How much of a norm other units see; with nested.",
			func() (onChannel, Fields) {
				t := practice.Visibility{HideUp: .5}
				return func(c *sim.Channel) { c.Relay = t }, Fields{
					rateAt("hide-up", "that a dimension is hidden from the parent", &t.HideUp),
					rateAt("hide-down", "that a dimension of the top is hidden from below",
						&t.HideDown),
				}
			}),
		rule(Relay, "goals", "A parent passes down its goals only; with nested.",
			func() (onChannel, Fields) {
				t := practice.Goals{Share: .5}
				put := func(c *sim.Channel) {
					t.Of = c.Relay
					c.Relay = t
				}
				return put, Fields{
					NumberOf("share", share, "of the dimensions that are goals", 0, 1, &t.Share),
				}
			}),
	)
}

// beginning are the rules of first beliefs and of what people learn alone.
func beginning() Table {
	return Table{
		scenarioRule(Beliefs, "mixed", "First beliefs are drawn.", func() (onScenario, Fields) {
			t := agents.Mixed{Unknown: 1. / 3}
			return func(s *sim.Scenario) { s.Beliefs = t }, Fields{
				rateAt("unknown", "that a person has no belief", &t.Unknown),
			}
		}),
		scenarioRule(Beliefs, "traits",
			"First beliefs are features, each with one of some values; they fill the dimensions.",
			func() (onScenario, Fields) {
				t := agents.Traits{Features: 16, Values: 16}
				return func(s *sim.Scenario) { s.Beliefs = t }, Fields{
					WholeOf("features", "features", "of a person", 1, sim.MaxDimensions,
						&t.Features).Upto(64),
					WholeOf("values", "values", "that a feature can have", 1, agents.MaxTraits,
						&t.Values).Upto(64),
				}
			}),
		scenarioRule(Beliefs, "specialist", "People begin with beliefs about their own work only.",
			func() (onScenario, Fields) {
				t := practice.Specialist{Of: agents.Mixed{Unknown: 1. / 3},
					Work: practice.Work{Domains: 4, Group: 5}}
				return func(s *sim.Scenario) { s.Beliefs = t }, Fields{
					WholeOf("domains", "domains", "of work; 0 is that all work on everything",
						0, practice.MaxStages, &t.Work.Domains).Upto(16),
					size("group", "in a group of the same work; 0 is 1", 0, &t.Work.Group),
					WholeOf("block", dimensions, "that no border between domains cuts; 0 is 1",
						0, sim.MaxDimensions, &t.Work.Block).Upto(16),
				}
			}),
		scenarioRule(Experience, "flip", "People try a change alone, and keep it if it pays.",
			func() (onScenario, Fields) {
				t := agents.Flip{}
				return func(s *sim.Scenario) { s.Experience = t }, Fields{
					SwitchOf("idle", "only where one took nothing over from others", &t.Idle),
				}
			}),
		scenarioRule(Experience, "flip-within",
			"People try a change alone, within what their units are about.",
			func() (onScenario, Fields) {
				t := agents.Flip{}
				return func(s *sim.Scenario) { s.Experience = practice.Within{Of: t} }, Fields{
					SwitchOf("idle", "only where one took nothing over from others", &t.Idle),
				}
			}),
	}
}

// deciding are the rules of what becomes the norm of a unit.
func deciding() Table {
	return Table{
		rule(Objectify, "superior", "Those who stand above the unit vote (March 1991).",
			func() (onChannel, Fields) {
				t := agents.Superior{Rate: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
					SwitchOf("per-vote", "each vote counts by itself", &t.PerVote),
				}
			}),
		rule(Objectify, "majority", "All vote.", func() (onChannel, Fields) {
			t := agents.Majority{Rate: .5}
			return func(c *sim.Channel) { c.Objectify = t }, Fields{
				only("that the vote becomes the norm", &t.Rate),
			}
		}),
		rule(Objectify, "weighed", "Those who stand above the unit vote, by the weights of ties.",
			func() (onChannel, Fields) {
				t := practice.Weighed{Rate: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
				}
			}),
		rule(Objectify, "best", "The best voice decides.", func() (onChannel, Fields) {
			return func(c *sim.Channel) { c.Objectify = agents.Best{} }, nil
		}),
		rule(Objectify, "conformity", "The claim that most share decides.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Objectify = agents.Conformity{} }, nil
			}),
		rule(Objectify, "consensus", "What is agreed for some time becomes the norm.",
			func() (onChannel, Fields) {
				t := agents.Consensus{Share: .75, Ticks: 3}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					NumberOf("share", share, "of those who speak that must agree", .5+1./1024, 1,
						&t.Share),
					every("ticks", "that agreement must last", 1, agents.MaxTicks, &t.Ticks),
				}
			}),
		rule(Objectify, "threshold", "Enough who say yes make a norm of it.",
			func() (onChannel, Fields) {
				t := agents.Threshold{Count: 2}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					WholeOf("count", people, "who must say yes", 0, math.MaxInt32,
						&t.Count).Upto(20),
					NumberOf("share", share, "of the voices who must say yes", 0, 1, &t.Share),
				}
			}),
	}
}

// leading are the rules of deciding in which somebody counts more than others, and those that are
// beside another rule.
func leading() Table {
	return Table{
		rule(Objectify, "authority", "Those above the unit vote; the leader's vote counts more.",
			func() (onChannel, Fields) {
				t := agents.Authority{Rate: .5, Weight: 3}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
					WholeOf("weight", "votes", "of the leader", 0, agents.MaxWeight,
						&t.Weight).Upto(10),
				}
			}),
		rule(Objectify, "screen", "Those above the unit vote, and the leader has a veto.",
			func() (onChannel, Fields) {
				t := agents.Screen{Rate: .5, Veto: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that the vote becomes the norm", &t.Rate),
					rateAt("veto", "that a leader who is against blocks a change", &t.Veto),
				}
			}),
		rule(Objectify, "decree", "The leader decides, whatever his standing.",
			func() (onChannel, Fields) {
				t := agents.Decree{Rate: .5}
				return func(c *sim.Channel) { c.Objectify = t }, Fields{
					only("that his claim becomes the norm", &t.Rate),
				}
			}),
		vote(),
		rule(Objectify, "decreed", "The head decides beside the rule of the units; with nested.",
			func() (onChannel, Fields) {
				t := practice.Decreed{Rate: .5}
				put := func(c *sim.Channel) {
					t.Of = c.Objectify
					c.Objectify = t
				}
				return put, Fields{only("that what the head says becomes the norm", &t.Rate)}
			}),
		rule(Objectify, "levels", "Parents are slower than the units below; with nested.",
			func() (onChannel, Fields) {
				t := practice.Levels{Every: 2}
				put := func(c *sim.Channel) {
					t.Of = c.Objectify
					c.Objectify = t
				}
				return put, Fields{
					WholeOf("every", "times", "that each level is slower; 0 is 1", 0, math.MaxInt32,
						&t.Every).Upto(20),
				}
			}),
		rule(Objectify, "transactive", "Units keep a directory of who knows what.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Objectify = practice.Transactive{Of: c.Objectify} },
					nil
			}),
	}
}

func vote() Kind {
	return rule(Objectify, "vote", "Those above the unit vote against what is taken for granted.",
		func() (onChannel, Fields) {
			t := practice.Vote{Rate: .5, Hold: .5}
			return func(c *sim.Channel) { c.Objectify = t }, Fields{
				only("that the vote becomes the norm", &t.Rate),
				SwitchOf("per-vote", "each vote counts by itself", &t.PerVote),
				NumberOf("hold", "votes", "that each step of a norm's strength outweighs", 0,
					practice.MaxHold, &t.Hold).Upto(10),
				slopeOf("tenure", "of a voice's weight by tenure", &t.Tenure),
				rateAt("consult", "that a unit that is heard blocks a change", &t.Consult),
				slopeOf("trust", "of a voice's weight by trust in him", &t.Trust),
				rateAt("trust-rate", "at which trust follows what people learn", &t.TrustRate),
				rateAt("help-rate", "at which trust that one answers follows answers", &t.HelpRate),
			}
		})
}

// learning are the rules of how people learn a norm, who takes part, and when.
func learning() Table {
	return Table{
		rule(Internalize, "absorb", "A person takes over a norm.", func() (onChannel, Fields) {
			t := agents.Absorb{Rate: .1}
			return func(c *sim.Channel) { c.Internalize = t }, Fields{
				only("per dimension", &t.Rate),
			}
		}),
		rule(Internalize, "gradual", "A person moves a step towards a norm.",
			func() (onChannel, Fields) {
				t := agents.Gradual{Rate: .1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
				}
			}),
		rule(Internalize, "fill", "A person takes over a norm where he believes nothing.",
			func() (onChannel, Fields) {
				t := agents.Fill{Rate: .1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
				}
			}),
		rule(Internalize, "interact",
			"A person takes over one feature, the more so the more he agrees (Axelrod 1997).",
			func() (onChannel, Fields) {
				t := agents.Interact{Size: 4}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					WholeOf("size", dimensions, "of a feature", 1, sim.MaxDimensions,
						&t.Size).Upto(16),
				}
			}),
		rule(Internalize, "take", "What is taken for granted is learned more readily, or less.",
			func() (onChannel, Fields) {
				t := practice.Take{Rate: .1, Pull: 1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
					SwitchOf("gradual", "a person moves a step", &t.Gradual),
					NumberOf("pull", slope, "by the strength of the norm", -1, practice.MaxPull,
						&t.Pull).Upto(5),
				}
			}),
		rule(Internalize, "narrow", "Who sees rivals listens less to contradiction; with culture.",
			func() (onChannel, Fields) {
				t := practice.Narrow{Rate: .1, Slope: 1}
				return func(c *sim.Channel) { c.Internalize = t }, Fields{
					only("per dimension", &t.Rate),
					slopeOf("slope", "of not listening, by competition", &t.Slope),
				}
			}),
		rule(Participate, "floor", "Only those who have the floor are heard; for animate.",
			func() (onChannel, Fields) {
				return func(c *sim.Channel) { c.Participate = practice.Floor{Of: c.Participate} },
					nil
			}),
		rule(Participate, "tally", "Units count their meetings without gain.",
			func() (onChannel, Fields) {
				t := practice.Tally{}
				put := func(c *sim.Channel) {
					t.Of = c.Participate
					c.Participate = t
				}
				return put, Fields{
					WholeOf("cost", "points", "that a meeting must gain", 0, 1<<30,
						&t.Cost).Upto(100),
				}
			}),
		allotment(), domain(), timing(),
	}
}

func allotment() Kind {
	return rule(Agenda, "allotment", "Units meet in the ticks that they are given; for sponsor.",
		func() (onChannel, Fields) {
			t := practice.Allotment{Every: 8}
			put := func(c *sim.Channel) {
				t.Of = c.Agenda
				c.Agenda = t
			}
			return put, Fields{
				WholeOf("every", ticks, "of a period; 0 is that units always meet", 0,
					practice.MaxPeriod, &t.Every),
			}
		})
}

func domain() Kind {
	return rule(Agenda, "domain", "Units may have a domain that they talk about.",
		func() (onChannel, Fields) {
			t := practice.Domain{Topics: 8, Incidental: 2}
			return func(c *sim.Channel) { c.Agenda = t }, Fields{
				WholeOf("topics", "topics", "into which the dimensions are divided", 0,
					practice.MaxTopics, &t.Topics),
				parts("incidental", "of talk outside the domain", &t.Incidental),
				WholeOf("block", dimensions, "of a piece; 0 is 1", 0, sim.MaxDimensions,
					&t.Block).Upto(16),
			}
		})
}

func timing() Kind {
	return rule(Timing, "timing", "When units objectify, and how many voices they hear.",
		func() (onChannel, Fields) {
			t := sim.Channel{Every: 1}
			put := func(c *sim.Channel) {
				c.Every, c.Heed = t.Every, t.Heed
				c.Simultaneous, c.ByClaims = t.Simultaneous, t.ByClaims
			}
			return put, Fields{
				every("every", "from one objectification to the next", 1, math.MaxInt32, &t.Every),
				WholeOf("heed", "voices", "counted per unit and tick; 0 is all", 0, math.MaxInt32,
					&t.Heed).Upto(20),
				SwitchOf("simultaneous", "people learn before units objectify", &t.Simultaneous),
				SwitchOf("by-claims", "standing is by what is said", &t.ByClaims),
			}
		})
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
		control("members-drawn",
			"Communities form and end as they do, with members drawn; with formation.",
			drawn(formation.Members)),
		control("domains-drawn",
			"Communities form and end as they do, with topics drawn; with formation.",
			drawn(formation.Domains)),
	}
}
