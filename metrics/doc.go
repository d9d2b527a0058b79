// Package metrics measures organizations that learn and compares them: what people know and how
// alike they are, what moved between them, who hears whom, how long it took and how much was kept,
// each replicate by replicate, with honest intervals. A metric is one number read off a model; a
// table holds it for every scenario, replicate and tick of an experiment, in an order that no
// worker changes.
//
//	sim.Experiment --Measure--> Table --Estimate--------> mean [low, high] over replicates
//	scenarios x replicates      scenario                  at a tick, of a metric
//	x recorded ticks            replicate --Compare-----> difference, effect size, verdict
//	                            tick      --Parts-------> what a difference is owed to
//	                            metrics   --Outcome-----> one number per run: time to, area under
//	                                      --WriteCSV----> the numbers themselves
//
// By task:
//
//   - what people know: [Score], [Performance], [Best], [Knowledge], [NormScore]; how unequally:
//     [Inequality]
//   - how alike they are: [Consensus], [Diversity], [Distinct]; between units and within:
//     [Between], [Within]
//   - what moved in a tick: [Said], [Objectified], [Taken]
//   - who hears whom, beside that: [Contacts], [Density], [PathLength], [Reachable], [Clustering],
//     [External], and any other measure of a graph by [OfContacts]
//   - who is new: [Newcomers]
//   - one number for a whole run: [TimeTo], [TimeToShare], [AreaUnder], [Retention], read by
//     [Table.Outcomes], [Table.OutcomeEstimate] and, where not every run gets there,
//     [Table.Arrival]
//   - to measure: [Measure], which gives a [Table]; to put shards of one together: [Join]; to read
//     what a table wrote: [ReadCSV]
//   - to compare: [Table.Compare], [Table.CompareAll], [Table.CompareOutcome], [Family],
//     [Table.Parts]
//   - a measure of one's own: a [Metric] or an [Outcome] literal
//
// Package stats has the statistics, package chart the figures.
//
// A number that is not there (the consensus of one person, an outcome never reached) is NaN among
// values in memory and nowhere else: estimates say in words that it is missing, files have an empty
// field, figures a gap. Sums are of integers, and exact up to 2^63, so that the order of people
// does not matter: for 64 dimensions, up to 300 million people.
package metrics
