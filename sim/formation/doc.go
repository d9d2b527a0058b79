// Package formation lets communities of practice come and go. People who share topics found one,
// others join it, some leave, and it ends. The event [Formation] does so in a channel whose Agenda
// is practice.Domain, among people whose Self is practice.Interests:
//
//	sim.Scenario{
//		Self: practice.Interests{Topics: 8, Each: 3},
//		Channels: []sim.Channel{{
//			Name: "work", Structure: network.Isolated{Size: 5},
//			Agenda: practice.Domain{Topics: 8},
//			Participate: practice.Tally{}, ...
//		}},
//		Events: []sim.Event{
//			formation.Formation{Channel: "work", Every: 2, Founders: 4, Shared: 1},
//		},
//	}
//
// [Controls] are two controls of such a scenario. In one the members are drawn, in the other the
// domains. Both have the number of communities, their sizes and their ages of the scenario, tick by
// tick, in every replicate. So they tell apart who is together and what they talk about.
//
// # Words
//
//	topic      some consecutive dimensions (practice.Domain)
//	interests  the topics that interest a person
//	community  a unit that has a domain; other units of the channel, such as teams, stay
//	domain     the topics that a community talks about
//	affinity   the topics that a person shares with a community (practice.Purpose)
//	member     a person who is heard in a community, or learns there
//	free       present, and in fewer communities than he may be in
//	contact    somebody whom a person hears in a unit of any channel of beliefs
//	meeting    a tick in which somebody learned in a community; for a member, in which he did
//	idle       meetings in a row without gain
//	heir       the community that takes over what one that ends knew
package formation
