// Package models holds published models of learning organizations. Each is a ready scenario for the
// ordinary engine: channels, rules, a reality and events. No model has an engine of its own. A user
// changes a model as he changes any scenario, by replacing one of its rules (see the example).
//
// March 1991 and models built on it:
//
//	March1991   exploration and exploitation: a code and its people learn from each other
//	Fang2010    semi-isolated subgroups: ties from isolated to random, payoff in blocks
//
// Models made of the same parts. The package tests the order of their results, not numbers of the
// papers:
//
//	Miller2006         March with neighbours to learn from, and knowledge that no code can hold
//	KaneAlavi2007      March with e-mail, a repository, team rooms and electronic communities
//	SchillingFang2014  Fang's learning on networks with hubs that forget, lie and play favourites
//	Carley1992         teams against hierarchies, with turnover
//
// Search:
//
//	LazerFriedman2007    search of a rugged landscape on networks: line, small world, complete
//	BarkocziGalesic2016  strategies of social learning, on efficient and inefficient networks
//	Shore2015            search for facts, and search for theories, with and without clusters
//
// Spread of features and of behaviour:
//
//	Axelrod1997  dissemination of culture: similar neighbours become more alike, a pair at a time
//	Threshold    contagion by thresholds: Granovetter 1978, Watts 2002, Centola and Macy 2007
//
// Opinions, which are numbers (see opinion.Opinion):
//
//	DeGroot1974               weighted means of opinions
//	FriedkinJohnsen1990       the same, but some people hold on to their first opinions
//	HegselmannKrause2002      means of the opinions close to one's own, for all people at once
//	Deffuant2000              compromises of close pairs, one pair at a time
//	Zollman2007               people try a method or not, and see the results of others
//	Becker2017                groups estimate a number, and who errs more moves more
//
// # Parameters
//
// A model is a struct of its paper's parameters, with a method Scenario. The zero struct is the
// paper's baseline. Where 0 is a possible value but the baseline is another, the field is a [Rate]
// or a [Count]. Such a field has its baseline when it is left out; At(0) and Exactly(0) set it to
// 0. All other fields are plain numbers. Either their baseline is 0, or 0 makes no sense and stands
// for the baseline. The comment of the field says which: "(0: 50)" means that 0 stands for 50.
//
//	models.March1991{}                                 // p1 = p2 = .5
//	models.March1991{P1: models.At(.1), P3: .02}       // p1 = .1, p2 = .5, turnover .02
//	models.March1991{P2: models.At(0)}                 // a code that never learns
//
// # Words
//
//	baseline           the value of a parameter in the basic run of the paper
//	code               March's organizational knowledge: the norm of one unit that holds everybody
//	claim, act         what a person says or does in a channel this period; others see only this
//	payoff, score      what reality pays for a body of beliefs
//	period, step       one tick of the engine
//	circle             the unit of one person: he learns there from the people whom he is tied to
//	paired difference  A less B in the same replicate, which has the same world and chance
//
// # Published numbers
//
// The comment of each model gives its rules in order, its source, where the paper is silent and
// what was chosen there, and what of the published numbers is met. Where a condition was chosen
// after looking at results, such as the period compared, it says so: such a claim is an
// observation, and no test of the paper. The tests of the package hold
// the models against these numbers; those that need minutes run with
//
//	go test ./sim/models ./examples/march1991 -full
package models

// Rate is a rate from 0 to 1 whose baseline is not 0. The zero Rate stands for the baseline.
type Rate struct {
	value float64
	given bool
}

// At returns the given rate, 0 to 1. At(0) is a rate of 0, not the baseline.
func At(rate float64) Rate { return Rate{rate, true} }

func (r Rate) or(baseline float64) float64 {
	if r.given {
		return r.value
	}
	return baseline
}

// Count is a whole number, 0 or more, whose baseline is not 0. The zero Count stands for the
// baseline.
type Count struct {
	value int
	given bool
}

// Exactly returns the given count, 0 or more. Exactly(0) is a count of 0, not the baseline.
func Exactly(n int) Count { return Count{n, true} }

func (c Count) or(baseline int) int {
	if c.given {
		return c.value
	}
	return baseline
}

// orElse returns n, or the baseline where n is 0.
func orElse(n, baseline int) int {
	if n == 0 {
		return baseline
	}
	return n
}
