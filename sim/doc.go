// Package sim runs organizations. A Scenario says who the people are, what is true, through which channels people share what they know,
// and what happens to them; a Model is one run of it, tick by tick; an Experiment is scenarios times replicates, in which replicate r of
// every scenario has the same world, first beliefs and chance, so that organizations are compared pair by pair.
//
//	Beliefs --externalize--> Claims --objectify--> Norms --internalize--> Beliefs
//	a row per person         a row per person      a row per social unit
//	(private)                (said aloud)          (what counts as knowledge there; outlives its people)
//
// A channel is one complete ring through one set of social units: a structure and three rules. A new organization is a new structure or
// a new rule, never a new engine.
//
// # A tick, in order
//
// New builds the model and applies the events of tick 0. Step runs:
//
//  1. Structures that change by themselves rewire.
//  2. The standing of everybody's beliefs is found: what reality pays for them.
//  3. Everybody externalizes in every channel; then, where a channel says ByClaims, the standing of the claims is found.
//  4. Simultaneous channels internalize: from the norms as they stood.
//  5. Units whose turn it is (Every) objectify: from the claims, and from their own norms, whose standing is found as they come to it.
//  6. The other channels internalize. Everybody learns from the seats that he heeds this tick (Attention), in an order drawn for him.
//     What is objective in his circle is found as he comes to it, from the claims, and lasts no longer.
//  7. Opinions, which are numbers beside the beliefs, are formed in channels of their own, if the scenario has Topics. Then everybody may
//     try a change alone (Experience), and keeps it if reality pays strictly more.
//  8. The tick advances, and the events of the new tick happen: environment, then people, then structure.
//
// So at tick t a model shows the state after t cycles and after the events of tick t; what flowed belongs to the cycle just ended. In each
// step a person or a unit writes its own row only, and reads other rows only of what nobody writes in that step: there is no order of
// activation, and any number of workers gives the same run. Only an Asynchronous scenario has one: in place of steps 2 to 7 people are
// activated one after the other, as they are drawn, and hear their circles as they stand then.
//
// # What is to be done
//
//	describe an organization    [Scenario], [Channel], [RealChannel]; ready ones are in packages setups and models
//	say what is true            [Additive], [Blocks], [NK]; one's own: [Reality], [Landscape], [Sighted], [Whole]
//	say what happens            [Turnover], [Turbulence], [Reshuffle], [RotateLeaders], [Reorganize]; one's own: [Event], [EventFunc]
//	run one                     [New], [Model.Step], [Model.Run]
//	look at it                  [Model.Beliefs], [Model.Norm], [Model.Claims], [Model.Flow], [Model.Landscape]; metrics are in package metrics
//	run many                    [Experiment], [Sweep], [Vary]
//	know that it is over        [Scenario] (Stop), [Absorbed]
//
// # What is reproducible
//
// Chance is a function of seed, replicate, purpose, channel's name, tick and person or unit. The same scenario, seed and replicate give
// the same run to the last bit, on any platform, with any number of workers, in any order of runs, and whoever looks on. What is off
// changes nothing: an event of rate 0, Every 1, Heed of at least all voices, Attention to at least all seats, Seen of all dimensions. A
// channel's chance goes with its name, and an event's with its type and its number among those of the type, so what is added beside
// them leaves it as it is; but a further seat takes attention, and has a place in the order in which seats are heeded, even if
// nobody learns from it. Results change only with agents.StreamVersion.
//
// # What runs side by side
//
// Workers share the people of a large organization, and the runs of an Experiment. Replicates of a small one, of up to 48 dimensions and
// 262,144 beliefs, run up to 64 as one, a lane of every word each, where all rules are agents.Lanewise, who hears whom is the same in all of them, nobody has two
// seats, reality is Additive or Blocks and wholly seen, and only Turnover and Turbulence happen. A channel whose dimensions, rules and
// structure are such has the chance of a lane in any model, so that it makes no difference to a replicate how it runs, nor to a channel
// what is on beside it: nothing here changes a bit.
//
// # Errors
//
// What is out of its range is an error of [New] or [Experiment.Run] that names scenario, field, value and range. A rule, event or observer
// that panics ends its own run only: the error names scenario, seed, replicate, tick, person or unit, and the line of code (see [RunError]).
package sim
