// Package metrics measures organizations that learn and compares them. It measures what people
// know, how alike they are, what moved between them, who hears whom, how long learning took and how
// much was kept. It does so replicate by replicate, and gives means with intervals. A metric is one
// number read off a model. A table holds it for every scenario, replicate and recorded tick of an
// experiment. The order of rows does not depend on the workers.
//
//	sim.Experiment --Measure--> Table --Estimate--------> mean [low, high] over replicates
//	scenarios x replicates      scenario                  at a tick, of a metric
//	x recorded ticks            replicate --Compare-----> difference, effect size, verdict
//	                            tick      --Parts-------> parts that a difference is made of
//	                            metrics   --Outcome-----> one number per run: time to, area under
//	                                      --WriteCSV----> the numbers themselves
//
// # Words
//
//	metric     one number read off a model at a tick
//	curve      the values of a metric in one run, at all recorded ticks
//	outcome    one number computed from a curve, such as the time to a threshold
//	history    what a metric keeps of the ticks of a run that it has read
//	missing    a value that does not exist, such as the consensus of one person
//	replicate  one run of every scenario with the same world, first beliefs and chance
//	whole      of a replicate: every scenario's run went to its end and was read
//	margin     a difference that does not matter, fixed before the runs are seen
//	shard      the table of some replicates of a larger experiment
//	family     hypotheses that are tested together, with p-values adjusted for their number
//	budget     contact budget: sizes of units and seats per person; of circles, the degrees
//
// By task:
//
//   - what people know: [Score], [Performance], [Best], [Knowledge]; how unequally: [Inequality]
//   - how alike they are: [Consensus], [Diversity], [Distinct]; between units and within:
//     [Between], [Within]
//   - what moved in a tick: [Said], [Objectified], [Taken]; by asking: [Answered], [Reused]; in
//     meetings: [Kept]
//   - through which channels: [InformalShare]; what people say against what they believe:
//     [Withheld], [Unbelieved], [Contradicted]
//   - what is written down: [Entries], [Wrong], [Outdated], [EntryAge]; what it is worth to heed a
//     channel, and to whom: [Gain], by a [Group]
//   - how fast: [Age], [Pace]
//   - what is taken for granted: [Strength], [Granted]; whom units trust: [Trust], [TrustSpread],
//     [TrustInMerit], and to answer: [TrustToAnswer]; how long voices were heard: [VoiceTenure]
//   - who comes, and is heard (package practice): [Attendance], [Left], [Leavers], [Commitment],
//     [Energy], [Heard]; who has the floor: [Animation], [Silence]; culture: [Trait], [SetApart]
//   - tasks (package tasks): [TasksDone], [KnownFor], [RightlyKnown]; what units attend to (package
//     agenda): [AttentionLag], [AttentionWasted], [SolutionsKept], [OnAgenda]
//   - who hears whom: [Contacts], [Density], [PathLength], [Reachable], [Clustering], [External],
//     and any other measure of a graph by [OfContacts]
//   - what the organization knows, and its units: [TopNorm], [NormScore]; who believes it:
//     [Acceptance]; what it teaches: [NewcomersScore]; how long knowledge takes to rise: [Lags]
//   - the same over some people, to compare organizations that do not have the same people:
//     [ScoreAmong], [NormScoreAmong]
//   - how a flow goes (package flows): [Ahead], [Apart], [Insularity]; how norms are held:
//     [Complacency], [Drama], [Reversals]; how easy it is to measure and to manage: [ToSample],
//     [Interventions]
//   - units of a person that contradict each other (package power): [Contradiction]; which side
//     wins: [SideTaken], [SideKept]; what time units get: [MeetingTime], [Occupied]
//   - communities that come and go (package formation): [Communities], [CommunitySize],
//     [CommunityAge], [CommunityIdle], [InCommunities], [Affinity], [Survival], [Closure]; their
//     members: [Idle]
//   - whether an objective is attained, in fact and in members' eyes: [Objective], [View]
//   - one number read off each unit: [Local]; over seats and over units: [OverSeats], [Correlation]
//   - the marks of organizational knowledge: [Disseminated], [Transmissible], [Consensual],
//     [Followed], [Integrated], [Permanent]; how much is lost in a month: [Depreciations]; what is
//     new: [Innovation]; how unequal units are: [BetweenShare]
//   - the mean of a metric over the ticks of a run: [SoFar]
//   - who is new, and for how long: [Newcomers], [Tenure], [Core], [FullMembers]; how soon
//     newcomers do as well as others: [Follow]
//   - one number for a whole run: [TimeTo], [TimeToShare], [AreaUnder], [Retention]; read them with
//     [Table.Outcomes], [Table.OutcomeEstimate] and, where not every run reaches the outcome,
//     [Table.Arrival]
//   - measure: [Measure], which gives a [Table]; join shards: [Join]; read a table from a file:
//     [ReadCSV]
//   - compare: [Table.Compare], [Table.CompareAll], [Table.CompareOutcome], [Family],
//     [Table.Parts]; claim what is shown of many contrasts at once: [Table.Judge]
//   - your own measure: a [Metric] or an [Outcome] literal
//
// Package stats has the statistics, package chart the figures.
//
// A missing value is NaN in slices of values and nowhere else. Estimates say in words that it is
// missing, files have an empty field, figures a gap. Sums are of integers and exact up to 2^63, so
// the order of people does not matter. For 64 dimensions this allows up to 300 million people.
package metrics
