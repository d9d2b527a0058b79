package kinds

import (
	"math"

	"orglearn/agents"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// modelOf puts the scenario of a published model, if its parameters are in their ranges.
func modelOf[T interface{ Scenario() sim.Scenario }](t T, d *Draft) error {
	if v, ok := any(t).(agents.Validator); ok {
		if err := v.Validate(); err != nil {
			return err
		}
	}
	return scenarioOf(t, d)
}

// population is WholeOf for the people of a model.
func population[T any](least, most int, high float64, at func(*T) *int) FieldOf[T] {
	return WholeOf("people", people, "number of people", least, most, at).Upto(high)
}

// width is WholeOf for the dimensions of a model.
func width[T any](at func(*T) *int) FieldOf[T] {
	return WholeOf("dimensions", dimensions, "facts to be right or wrong about", 1,
		sim.MaxDimensions, at).Upto(200)
}

// length is WholeOf for the ticks of a model.
func length[T any](name string, least int, high float64, at func(*T) *int) FieldOf[T] {
	return WholeOf(name, ticks, "the most of them in a run", least, sim.MaxTicks, at).Upto(high)
}

// leaving is NumberOf for turnover in a model.
func leaving[T any](name string, at func(*T) *float64) FieldOf[T] {
	return NumberOf(name, rate, "that a person leaves and is replaced, per period", 0, 1, at)
}

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
