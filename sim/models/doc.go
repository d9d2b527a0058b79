// Package models holds published models of learning organizations, each as a ready organization on
// the ordinary engine: channels, rules, a reality and events. No model is an engine of its own, and
// each is changed like any other scenario, by putting another rule in place of one of its own (see
// the example).
//
//	March1991   exploration and exploitation: a code and its people learn from each other
//	Fang2010    semi-isolated subgroups: who hears whom, from isolated to random; payoff in blocks
//
// configurations of these, with ordinal claims only,
//
//	Miller2006         March with neighbours to learn from, and knowledge that no code can hold
//	KaneAlavi2007      March with e-mail, a repository, team rooms and electronic communities
//	SchillingFang2014  Fang's learning on networks with hubs, with forgetting, lies, favourites
//	Carley1992         teams against hierarchies, with turnover
//
// search,
//
//	LazerFriedman2007    search of a rugged landscape on networks: line, small world, complete
//	BarkocziGalesic2016  strategies of social learning, on efficient and inefficient networks
//
// conversation, of features and of thresholds,
//
//	Axelrod1997  dissemination of culture: who is alike becomes more alike, one pair at a time
//	Threshold    contagion by thresholds: Granovetter 1978, Watts 2002, Centola and Macy 2007
//
// and opinions, which are numbers (see opinion.Opinion)
//
//	DeGroot1974, FriedkinJohnsen1990  weighted means of opinions; some hold on to their first
//	HegselmannKrause2002              means of opinions close to one's own, all at once
//	Deffuant2000                      compromises of close pairs, one pair at a time
//	Zollman2007                       people who try a method or not, and see others' results
//
// # Parameters
//
// A model is a struct of its paper's parameters, whose zero value is the paper's baseline, with a
// method Scenario. Where 0 is a value that a parameter may have while the baseline is another, the
// field is a [Rate] or a [Count]: left out it is the baseline, and At(0) or Exactly(0) is 0, so
// that a 0 is never taken for a default. All other fields are plain numbers: either their baseline
// is 0, or 0 makes no sense and stands for the baseline, as the field's comment says.
//
//	models.March1991{}                                 // p1 = p2 = .5
//	models.March1991{P1: models.At(.1), P3: .02}       // p1 = .1, p2 = .5, turnover .02
//	models.March1991{P2: models.At(0)}                 // a code that never learns
//
// # Published numbers
//
// The comment of each model gives its rules in order, its source, where the paper is silent and
// what was chosen there, and what of the published numbers is met. The tests of the package hold
// the models against these numbers; those that need minutes run with
//
//	go test ./sim/models ./examples/march1991 -full
package models

// Rate is a rate from 0 to 1 whose baseline is not 0: the zero Rate is the baseline.
type Rate struct {
	value float64
	given bool
}

// At is a rate, 0 included.
func At(rate float64) Rate { return Rate{rate, true} }

func (r Rate) or(baseline float64) float64 {
	if r.given {
		return r.value
	}
	return baseline
}

// Count is a number from 0 whose baseline is not 0: the zero Count is the baseline.
type Count struct {
	value int
	given bool
}

// Exactly is a count, 0 included.
func Exactly(n int) Count { return Count{n, true} }

func (c Count) or(baseline int) int {
	if c.given {
		return c.value
	}
	return baseline
}

// orElse is n, or where n is 0 the baseline.
func orElse(n, baseline int) int {
	if n == 0 {
		return baseline
	}
	return n
}
