// Package sim runs organizations. A Scenario says who the people are, what is true, through which
// channels people share what they know, and what happens to them. A Model is one run of it, tick by
// tick. An Experiment is scenarios times replicates: replicate r of every scenario has the same
// world, first beliefs and chance, so that organizations are compared pair by pair.
//
//	Beliefs --externalize--> Claims --objectify--> Norms --internalize--> Beliefs
//	a row per person         a row per person      a row per social unit
//	(private)                (said aloud)          (what counts as knowledge there, and
//	                                                outlives its people)
//
// A channel is one complete ring through one set of social units: a structure and three rules. A
// new organization is a new structure or a new rule, never a new engine.
//
// # A tick, in order
//
// New builds the model and applies the events of tick 0. Step runs:
//
//  1. Structures that change by themselves rewire.
//  2. The standing of every norm and of everybody's beliefs is found: what reality pays for them.
//  3. Agendas say what each unit is about, and Participants who hears and is heard in it. The
//     answers hold for the tick.
//  4. Everybody externalizes in every channel. Units that are heard by others say what they pass on
//     of their norms. Where a channel says ByClaims, the standing of the claims is found.
//  5. Simultaneous channels internalize: from the norms as they stood.
//  6. Units whose turn it is (Every) objectify: from the claims and their own norms.
//  7. The other channels internalize. Everybody learns from the seats that he heeds this tick
//     (Attention), in an order drawn for him. What is objective in his circle is found then, and
//     lasts no longer.
//  8. Opinions are formed in channels of their own, if the scenario has Topics. Then everybody may
//     try a change alone (Experience), and keeps it if reality pays strictly more.
//  9. People reflect on what they gained (Reflect).
//  10. The tick advances, and the events of the new tick happen: environment, then people, then
//     structure.
//
// So at tick t a model shows the state after t cycles and after the events of tick t. What flowed
// belongs to the cycle just ended. In each step a person or a unit writes its own row only, and
// reads other rows only of what nobody writes in that step. So there is no order of activation, and
// any number of workers gives the same run. Only an Asynchronous scenario has an order: in place of
// steps 4 to 8 people are activated one after the other, as they are drawn, and hear their circles
// as they stand then.
//
// # What is to be done
//
//	describe an organization  [Scenario], [Channel], [RealChannel]; ready ones: setups, models
//	say what is true          [Additive], [Blocks], [NK]
//	                          one's own: [Reality], [Landscape], [Sighted], [Whole]
//	say who people are        [Scenario] (Beliefs, Self, Reflect), [Selves]
//	say what happens          [Turnover], [Turbulence], [Reshuffle], [RotateLeaders], [Reorganize]
//	                          one's own: [Event], [EventFunc], [Named], [Ordered], [Switched]
//	change it in an event     [Model.Replace], [Model.Leave], [Model.Rearrange]
//	run one                   [New], [Model.Step], [Model.Run]
//	branch                    [Model.Clone], [Model.Follow]
//	look at it                [Model.Beliefs], [Model.Norm], [Model.Claims], [Model.Flow],
//	                          [Model.Landscape], [Model.Remembered]; package metrics
//	run many                  [Experiment], [Sweep], [Vary], [Factor]
//	know that it is over      [Scenario] (Stop), [Absorbed], [ErrDone]
//	know how it runs          [Model.Plan]
//
// # What is reproducible
//
// Chance is a function of seed, replicate, purpose, channel's name, tick and person or unit. The
// same scenario, seed and replicate give the same run to the last bit: on any platform, with any
// number of workers, in any order of runs, whoever looks on. What is off changes nothing: an event
// that says so ([Switched]), Every 1, Heed of at least all voices, Attention to at least all seats,
// Seen of all dimensions, a nil Participant, Agenda, Relay or Reflector.
//
// A channel's chance goes with its name, and an event's with its name and its number among those of
// the name that are on ([Named]). So what is added beside them leaves it as it is. But a further
// seat, of a channel of opinions too, takes attention, and has a place in the order in which seats
// are heeded, even if nobody learns from it. Results change only with agents.StreamVersion.
//
// # How a model runs
//
// The tick is written once (tick.go). What is faster than going from person to person is a layout
// of the data, or a rule that works on a block of people or units at once (kernel.Block), under the
// same tick. The plan (plan.go) decides per channel which of them serve, and [Model.Plan] tells
// why. It lists what each way knows: a field of Scenario or Channel that a way does not know takes
// the plain way. None of it changes a bit.
//
// Workers share the people of a large organization, and the runs of an Experiment. Replicates of a
// small one, of up to 48 dimensions and 262,144 beliefs, run up to 64 as one, a lane of every word
// each. That takes rules that are agents.Lanewise, the same arrangement in all replicates, at most
// one seat a person, Additive or Blocks wholly seen, and no events but Turnover and Turbulence. A
// channel whose dimensions, rules and structure are such has the chance of a lane in any model, so
// that how a replicate runs makes no difference to it.
//
// # What 0 means
//
// The zero of a field means one of these, and its comment says which.
//
//	a rate, a share, a number of things that happen   0 is 0: none of it
//	a limit (Attention, Heed, Seen)                   0 is no limit: all
//	a size or a step that cannot be 0 (Every,         0 stands for the default that the field's
//	Workers; sizes in setups and models)              comment tells
//	a rule, a reality, a list                         nil is what its comment tells: nobody does
//	                                                  it, or all do
//
// Where 0 is a value and the default is another, the field is a models.Rate or a models.Count.
//
// # The engine's words
//
//	forum      what a channel of beliefs and one of opinions have in common: units, who is heard,
//	           what is remembered, chance
//	matter     what people share in a forum: beliefs, or opinions
//	seat       a unit from which a person learns
//	place      a person in a unit that hears him or from which he learns
//	turn       whose chance an action uses: a person's, a unit's, or an activation's
//	stage      when in a tick people learn from a forum: early, late, or afterward
//	block      up to 128 people or units on whom a phase works at once
//	layout     what the lanes of a word are: dimensions, or replicates
//	lane       one bit of every word: a dimension, or a replicate
//	mark       a bit for something that a body of beliefs is paid for
//	hearing    who is heard in each unit this tick
//	way        a layout or a block rule, and whether it serves
//
// # Errors
//
// What is out of its range is an error of [New] or [Experiment.Run] that names scenario, field,
// value and range. A rule, event or observer that panics ends its own run only: the error names
// scenario, seed, replicate, tick, person or unit, and the line of code (see [RunError]).
package sim
