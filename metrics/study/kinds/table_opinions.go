package kinds

import (
	"orglearn/agents/opinion"
	"orglearn/network"
	"orglearn/sim"
)

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
