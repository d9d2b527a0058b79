// Package kernel holds what the engine needs and rules do not: layers of bodies, chance, counters
// and loops that work on 64 lanes at once. Users find in packages agents and opinion what of it
// they need. Only a rule that works on many people or units at once needs more: a Block.
//
// A word is 64 lanes, one per bit. A lane is a dimension of one replicate, or one of 64 replicates
// of one dimension.
//
//	bodies    Layer, RealLayer: a row per person or unit
//	voices    Voices, RealVoices: who is heard, as the engine tells it; Group
//	chance    Stream, Key, Philox2x64 below them
//	counting  Add3, Add4, Add8; Counts, one a lane; Scores, one a row and lane
//	comparing Above, Counts.Compare
//	layout    Transpose
//	people    Known, Agreement, Learner, Better, Votes
//	numbers   Log, CountOf, CheckRate
//
// Some loops exist twice: in Go, and in assembly for processors with AVX-512. Both give the same
// bits. Wide says whether the second is used; the build tag purego leaves it out.
//
// # Rules that work on blocks
//
// A rule is asked for one person or unit at a time, unless it is a [BlockExternalizer], a
// [BlockObjectifier] or a [BlockInternalizer] itself: what it embeds does not count. Such a rule is
// given a [Block] of people or units, and does to all of them what it does one by one. [Dress]
// gives rows of a block the type that rules know:
//
//	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs)
//	for p := b.From; p < b.To; p++ {
//		norm := kernel.NormOf[agents.Knowledge](b, p)
//		...
//
// Package agentstest holds a rule's blocks against the rule itself.
package kernel
