package kinds

import (
	"math"

	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/models"
)

// published are the published models in which people learn what is true.
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
