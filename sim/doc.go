// Package sim runs organizations. A Scenario describes one: its people, what is true, the channels
// through which people share what they know, and the events that happen to them. A Model is one run
// of a scenario, tick by tick. An Experiment runs several scenarios, each in several replicates.
// Replicate r of every scenario has the same world, first beliefs and chance. So organizations are
// compared pair by pair.
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
// New builds the model and applies the events of tick 0. Step runs one tick:
//
//  1. Structures that change by themselves rewire.
//  2. The engine finds the standing of everybody's beliefs and of every norm. Standing is what
//     reality pays for them.
//  3. Each Agenda says what its units are about. Each Participant says who hears and who is heard
//     in each unit. The scenario's Activity says what each person does. The answers hold for the
//     tick.
//  4. Everybody externalizes in every channel. Units that other units hear say what they pass on of
//     their norms. Where a channel has ByClaims, the engine finds the standing of the claims. Where
//     a channel has Ask, people choose whom they ask in the seats that they heed. Then each voice
//     chooses whom he answers (Load).
//  5. People internalize in the Simultaneous channels, from the norms as they stood.
//  6. Units whose turn it is (Every) objectify, from the claims and their own norms.
//  7. People internalize in the other channels. Everybody learns from the seats that he heeds this
//     tick (Attention), in an order drawn for him. The norm of his circle is made at this moment,
//     and is then dropped. Here and in step 5, who asks in a seat learns from the answer instead
//     of the norm.
//  8. If the scenario has Topics, people form opinions in channels of their own. Those who create
//     (Activity) meet. Then everybody else may try a change by himself (Experience). He keeps it if
//     reality pays strictly more for it.
//  9. Rules that look back do so, unit by unit (agents.Reviewer): they remember what people learned
//     in each seat, and what that was worth. Then people reflect on what they gained (Reflect).
//  10. The tick advances. The events of the new tick happen: first those of the environment, then
//     of people, then of structure.
//
// So at tick t a model shows the state after t cycles and after the events of tick t. A Flow counts
// what happened in the cycle just ended.
//
// In each step a person or a unit writes its own row only. It reads another row only if nobody
// writes that row in the step. So there is no order of activation, and any number of workers gives
// the same run. Only an Asynchronous scenario has an order. There, in place of steps 4 to 8, people
// are activated one after the other, each drawn at random. The person activated hears his circles
// as they stand at that moment.
//
// # Where to find what
//
//	describe an organization  [Scenario], [Channel], [RealChannel]; ready ones: setups, models
//	say what is true          [Additive], [Blocks], [NK]
//	                          write another: [Reality], [Landscape], [Sighted], [Whole]
//	say who people are        [Scenario] (Beliefs, Self, Reflect), [Selves]
//	say what happens          [Turnover], [Turbulence], [Reshuffle], [RotateLeaders],
//	                          [ElectLeaders], [Reorganize], [Succession], [Tradition],
//	                          [Endowment], [Curate], [PermuteTrust]; [During] some ticks only;
//	                          units in stages: flows; traits that change: culture; communities
//	                          that come and go: formation; time that is given: power; issues and
//	                          animators: agenda; tasks: tasks; what reality tells people: signals
//	                          read worlds of the past: [Recaller], [Model.Past]
//	                          write another: [Event], [EventFunc], [Named], [Ordered], [Switched],
//	                          [Suited]; say which units take part: [Chooser]
//	change it in an event     [Model.Replace], [Model.Leave], [Model.Rearrange]
//	run one                   [New], [Model.Step], [Model.Run]
//	branch                    [Model.Clone], [Model.Follow]; change one thing: package whatif
//	look at it                [Model.Beliefs], [Model.Norm], [Model.Claims], [Model.Flow],
//	                          [Model.Activity], [Model.Ledger], [Model.First],
//	                          [Model.Landscape], [Model.Remembered]; package metrics
//	run many                  [Experiment], [Sweep], [Vary], [Factor]
//	know that it is over      [Scenario] (Stop), [Absorbed], [ErrDone]
//	know how it runs          [Model.Plan]
//
// # What is reproducible
//
// Chance is a function of seed, replicate, purpose, channel name, tick, and person or unit. The
// same scenario, seed and replicate give the same run to the last bit. This holds on any platform,
// with any number of workers, in any order of runs, and with any observers.
//
// A mechanism that is off changes nothing. These are off: an event whose Off says so ([Switched]);
// Every at 1; Heed of at least all voices; Attention to at least all seats; Seen of all dimensions;
// a nil Participant, Agenda, Relay, Asker, Reflector or Activity; Load of at least all requests; a
// Ledger.
//
// The chance of a channel depends on its name. The chance of an event depends on its name, and on
// its number among the events of that name that are on ([Named]). So a channel or event that you
// add leaves the chance of the others as it is. But one more seat takes attention, even if nobody
// learns from it, and even in a channel of opinions. It also has a place in the order in which a
// person heeds his seats. From one version of the library to the next, results change only with
// agents.StreamVersion.
//
// # How a model runs
//
// The tick is written once (tick.go). There are two faster ways than person by person. One is
// another layout of the data. The other is a rule that works on a block of people or units at once
// (kernel.Block). Both run under the same tick. The plan (plan.go) decides for each channel which
// of them it can use, and [Model.Plan] says why. Each way lists the fields of Scenario and Channel
// that it handles. If any other field is set, the channel runs person by person. None of this
// changes a bit of the run.
//
// Workers share the people of a large organization, and the runs of an Experiment.
//
// Up to 64 replicates of a small organization run as one: each replicate is one lane of every word.
// Small means up to 48 dimensions and 262,144 beliefs. This also requires:
//
//   - rules that are agents.Lanewise;
//   - the same arrangement in all replicates;
//   - at most one seat a person;
//   - a reality that is Additive or Blocks, with all dimensions seen;
//   - no events but Turnover and Turbulence, always or During some ticks.
//
// A channel whose dimensions, rules and structure allow lanes draws its chance as a lane does, in
// any model. So its run does not depend on whether the replicate runs alone or as a lane.
//
// # What 0 means
//
// The zero of a field means one of these, and the comment of the field says which.
//
//	a rate, a share, a number of things that happen   0 is 0: none of it
//	a limit (Attention, Heed, Seen)                   0 is no limit: all
//	a size or a step that cannot be 0 (Every,         0 stands for the default, which the comment
//	Workers; sizes in setups and models)              of the field gives
//	a rule, a reality, a list                         nil is what the comment of the field says:
//	                                                  nobody does it, or all do
//
// Where 0 is a possible value and the default is another, the field is a models.Rate or a
// models.Count.
//
// # Words
//
// Users meet these.
//
//	unit        where knowledge becomes objective: a team, a community, the whole organization
//	voice       a person who is heard in a unit
//	seat        a unit from which a person learns
//	circle      the unit of one person on a graph: he learns there from his neighbours
//	standing    how well someone visibly does: the score of his beliefs or claims, or of a norm
//	agenda      the dimensions or topics that a unit is about at one tick
//	claim       what a person says in a channel at one tick
//	norm        what counts as knowledge in a unit
//	cycle       one turn of the ring: what a tick does before its events
//	activity    the one thing that a person does with his seats in a tick
//	meeting     two or more people who create in one unit at one tick
//	ledger      the account of what all people know, over one step
//	request     what a person asks of a voice in a seat that he heeds
//	flow        how many dimensions were said, objectified and taken over in a cycle, and how many
//	            requests there were
//	founder     a person who has been there since tick 0
//	newcomer    a person who takes a place in a later tick
//	world       reality as it was drawn for one replicate: a Landscape
//	body        the beliefs of a person, his claims or the norm of a unit, over all dimensions
//	lane        one bit of every word: a dimension, or a replicate
//
// The engine also uses these.
//
//	forum       what a channel of beliefs and one of opinions have in common: units, who is heard,
//	            what is remembered, chance
//	matter      what people share in a forum: beliefs, or opinions
//	place       a person in a unit that hears him or from which he learns
//	turn        whose chance an action uses: a person's, a unit's, or an activation's
//	stage       when in a tick people learn from a forum: early, late, or afterward
//	block       up to 128 people or units on whom a phase works at once
//	layout      what the lanes of a word are: dimensions, or replicates
//	mark        a bit for something that a body is paid for
//	hearing     who is heard in each unit this tick
//	way         a layout or a block rule, and whether it can be used
//
// # Errors
//
// A parameter out of its range is an error of [New] or [Experiment.Run]. It names scenario, field,
// value and range. A rule, event or observer that panics ends its own run only. The error names
// scenario, seed, replicate, tick, person or unit, and the line of code (see [RunError]).
package sim
