package kinds

import (
	"math"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// crowds are the published models of search in rugged landscapes, of culture, opinion and
// contagion.
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
