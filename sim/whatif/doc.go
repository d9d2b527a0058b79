// Package whatif changes one thing in an organization, at one tick, and lets it run on by the same
// chance. A run with the change differs from a run without it by the change alone. So their paired
// difference says what the change does, under these rules and on these ties.
//
//	scenario --Scenario(tick, changes)--> another scenario    for sim.Experiment, metrics.Measure
//	model ----Branch(changes)-----------> another model       for a program that owns the loop
//
//	tick  0 ... 49   the same, to the last bit
//	tick 50          the changes are made, after the events of the tick
//	tick 51 ...      the same chance in both
//
// The engine is that of package sim: a change uses sim.Model.Leave, Replace and Rearrange. Scenario
// makes the changes by an event, so an experiment runs both, on all workers and with all metrics.
// Branch makes them in a copy of a model (sim.Model.Clone). Both give the same run. The branch may
// also follow other rules (sim.Model.Follow).
//
// People and units keep their numbers, by which their chance goes. So whom a change cannot reach
// ends with the same beliefs, to the last bit.
//
// # Changes
//
//   - people: [Remove], with a successor or without, and with a handover or without
//   - units: [Merge], [Split], [Join], [Community], [Rotate]
//   - ties: [Tie], [Ties]
//   - another: [Change], [Func]
//
// A change names people and units by their numbers in the model. It makes its own chance, which
// depends on seed, replicate, tick and the kind of the change only.
//
// [Reach] says how many people a change can have reached after so many ticks. Where they are few, a
// difference is hardly more than the result of single people: do not show it.
package whatif
