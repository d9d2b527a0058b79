package kinds

import (
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

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
