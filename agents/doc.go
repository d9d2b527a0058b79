// Package agents says what people know, what chance they have, and by which rules they share what
// they know. Berger and Luckmann (1966) call the three moments of it externalizing, objectifying
// and internalizing: a person says aloud what he holds true, what is said becomes what counts as
// knowledge in a social unit, and people make that their own. A rule is one method, written for 64
// dimensions at a time or for one, with the same signature.
//
//	Beliefs --externalize--> Claims --objectify--> Norms --internalize--> Beliefs
//	a row per person         a row per person      a row per social unit
//	(private)                (said aloud)          (what counts as knowledge there, and
//	                                                outlives its people)
//
// # What is known
//
// A [Belief] is +1, -1 or 0 for none; a [Word] is 64 of them, as two bit planes; [Knowledge] is the
// body of a person's beliefs, of his claims, or of a unit's norm. [Width] and [Lanes] tell where
// dimensions end. Where knowledge is a number per topic, see package opinion.
//
// # Chance
//
// A [Stream] is the chance of one person or unit at one tick, for one purpose. [Stream.Coins]
// decides 64 coins at a time, in the lanes that matter, and [Stream.Flip] those of a whole body.
// [Stream.Skip] stands for calls of either that a rule leaves out. [StreamVersion] names how chance
// is drawn.
//
// # Writing a rule
//
// A rule is a value that is its parameters, shared by all replicates, and holds no state. It is one
// of
//
//	Beginner      a person's first beliefs
//	Externalizer  belief -> claim
//	Objectifier   claims of the Voices -> norm
//	Internalizer  norm -> belief
//	Experiencer   what a person tries alone
//
// and each has an adapter for functions ([ExternalizeFunc] and so on). It sees a [Person], or a
// [Unit] and its [Voices], which carry the Stream that it draws from. It may also be a [Validator],
// which says what is wrong with its parameters; a [Fitter], which says what numbers of dimensions
// and people it serves; a [Rememberer], for which the engine keeps words of memory; [Monotone], so that absorption can be told; and [Lanewise], so that replicates of a small
// organization can be the lanes of its words. Package agentstest checks a rule against all of this.
// [NewStream] and [NewVoices] make what a test of one's own needs. What only the engine calls is in
// package kernel, and so is how a rule works on many people at once (kernel.Block).
//
// # The rules at hand
//
//	begin        Mixed, Traits
//	externalize  Say, Act
//	objectify    Superior, Majority, Best, Conformity, Authority, Screen, Decree, Consensus,
//	             Threshold
//	internalize  Absorb, Gradual, Fill, Interact
//	experience   Flip
package agents
