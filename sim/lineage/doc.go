// Package lineage records where what counts as knowledge comes from: who said it first, when it
// became objective in which unit, and who took it from there. It follows one dimension of a run.
//
//	r := lineage.New(dimension) // of one run
//	for r.Observe(m, 0); !m.Done(); r.Observe(m, m.Tick()) { m.Step() }
//	norm, ever := r.Norm(lineage.Place{Channel: 0, Unit: 3}, +1)
//	norm.Line()
//
//	a person believes it --Said--> unit --Objective--> its norm --Taken--> other people ...
//
// A [Recorder] is an observer: it reads a model after each tick and changes no bit of it. A run
// without one records nothing.
//
// # What it sees
//
// A cycle leaves its claims, norms and beliefs behind. So what was said and what became objective
// is exact. A person takes a belief from the norm of a unit in which he has a seat. If several of
// these held it in that cycle, the recorder names all of them. If none did, he has it from
// elsewhere: he found it alone or asked for it.
//
// Units are those that stand at the tick. If an event of the tick rearranges them, what was said in
// the cycle before is told of the new units.
package lineage
