// Package culture holds how the culture of people changes: their traits drift, and somebody tries
// to move them. [Selves] gives people traits (practice.Traits): individualism, competition and
// short-termism. [Drift] moves them by contact, by the firm, and back. [Programme] and [Seeded] are
// two ways to change a culture at the same dose. [Notice] tells people what sets them apart.
//
//	sim.Scenario{
//		Self: culture.Selves{},
//		Channels: []sim.Channel{{
//			Name: "work", Externalize: practice.Withhold{Rate: .5, Slope: 1},
//		}},
//		Events: []sim.Event{
//			culture.Drift{Channel: "work", Contact: .05, Firm: .01, First: .02},
//			culture.Programme{At: 20, Trait: practice.Individualism, Dose: 200},
//			culture.Notice{Channel: "work"},
//		},
//	}
//
// What traits do is told by slopes of rules, all 0 by default: practice.Withhold (individualism),
// practice.Narrow (competition) and practice.Attendance (short-termism). Traits and their effects
// are apart, because less withholding is what a change of culture is wished to bring.
//
// # Words
//
//	trait        what a person has of his culture: 0 to 15
//	first value  the value of a trait with which a person came
//	drift        a change of a trait by one step, of itself
//	person-step  one step of one trait of one person
//	dose         person-steps that somebody spends to change a culture
//	set apart    of a person by a belief: no norm of his units says the same
package culture
