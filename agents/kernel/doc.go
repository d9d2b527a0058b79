// Package kernel holds what the engine needs and users never call: chance, counters and loops
// that work on 64 lanes at once. Users find in package agents what of it they need.
//
// A word is 64 lanes, one per bit. A lane is a dimension of one replicate, or one of 64 replicates
// of one dimension.
//
//	chance    Stream, Key, Philox2x64 below them
//	counting  Add3, Add4, Add8; Counts, one a lane; Scores, one a row and lane
//	comparing Above, Counts.Compare
//	layout    Transpose
//	people    Known, Agreement, Learner, Better, Votes
//	numbers   Log, CountOf, CheckRate
//
// Some loops exist twice: in Go, and in assembly for processors with AVX-512. Both give the same
// bits. Wide says whether the second is used; the build tag purego leaves it out.
package kernel
