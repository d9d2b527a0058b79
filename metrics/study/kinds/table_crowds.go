package kinds

import (
	"math"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// on is a model whose people are on a graph that a kind names.
type on[M interface{ Scenario() sim.Scenario }] struct {
	Model M
	Net   net
	set   func(*M, network.Generator)
}

// Scenario returns the organization of the model on the graph.
func (o on[M]) Scenario() sim.Scenario { return o.model().Scenario() }

// Validate asks the model, if that can say.
func (o on[M]) Validate() error {
	if v, ok := any(o.model()).(agents.Validator); ok {
		return v.Validate()
	}
	return nil
}

func (o on[M]) model() M {
	o.set(&o.Model, o.Net.generator())
	return o.Model
}

// onGraph returns the kind of a model on a graph: with more fields, and then those of the graph.
func onGraph[M interface{ Scenario() sim.Scenario }](
	name, sentence string, base M, first net, set func(*M, network.Generator),
	fields ...FieldOf[on[M]],
) Kind {
	if first.Neighbours == 0 {
		first.Neighbours = 4
	}
	return New(Model, name, sentence, on[M]{base, first, set}, modelOf[on[M]],
		append(fields, netFields(func(t *on[M]) *net { return &t.Net })...)...)
}

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
