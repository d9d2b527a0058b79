// Package kernel holds what the engine, package sim, needs and rules do not: storage, streams,
// counters and fast loops. Users find what they need of it in packages agents and opinion. Only a
// rule that works on many people or units at once needs more: a Block.
//
//	bodies    Layer, RealLayer: a row per person or unit
//	voices    Voices, RealVoices: who is heard in a unit, as the engine sets it; Group
//	streams   Stream and Key, made from Philox2x64
//	counting  Add3, Add4, Add8; Counts, a counter per lane; Scores, a number per row and lane
//	comparing Above, Counts.Compare
//	layout    Transpose
//	people    Known, Agreement, Learner, Better, Votes
//	numbers   Log, CountOf, CheckRate
//
// Some loops exist twice: in Go, and in assembly for processors with AVX-512. Both give the same
// bits. [Wide] says whether the assembly is used. The build tag purego leaves it out.
//
// # Words
//
// Package agents defines unit, circle, voice, norm, standing, replicate, coin and the like.
//
//	word        64 bits, or a [Word]: two of them that hold 64 beliefs
//	lane        one bit of a word: one of 64 dimensions, or one of 64 replicates of one dimension
//	row         the body of one person or unit in a Layer; its width is its number of words
//	bit-sliced  64 numbers stored as words: word j holds binary digit j of each number
//	contact     a person whom another person hears in his circle
//	key         the number from which the streams of one purpose in one replicate are made
//	block       of a stream: two random words, one call of Philox2x64; a [Block] is many people
//	call        one use of Coins or Flip; calls of a stream are numbered
//	digit       a binary digit of a probability, or a random word of 64 such digits
//	open        a lane whose coin is still undecided
//	mark        a bit of a body that counts for its standing, right or wrong
//	scratch     memory that is reused between calls
//
// # Rules that work on blocks
//
// The engine calls a rule for one person or unit at a time, unless the rule is a
// [BlockExternalizer], a [BlockObjectifier] or a [BlockInternalizer]. A method that it inherits
// from an embedded rule does not count. Such a rule is given a [Block] of people or units. It must
// do to all of them what it does one by one. [Dress] gives rows of a block the type that rules
// know:
//
//	beliefs := kernel.Dress[agents.Knowledge](b.Beliefs)
//	for p := b.From; p < b.To; p++ {
//		norm := kernel.NormOf[agents.Knowledge](b, p)
//		...
//
// Package agentstest compares what a rule does to blocks with what it does one by one.
package kernel
