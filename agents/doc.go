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
// and people it serves; a [Rememberer], for which the engine keeps words of memory; [Monotone], so
// that absorption can be told; and [Lanewise], so that replicates of a small organization can be
// the lanes of its words. Package agentstest checks a rule against all of this. [NewStream] and
// [NewVoices] make what a test of one's own needs. What only the engine calls is in package kernel,
// and so is how a rule works on many people at once (kernel.Block).
//
// # The rules at hand
//
//	begin        Mixed, Traits
//	externalize  Say, Act
//	objectify    Superior, Majority, Best, Conformity, Authority, Screen, Decree, Consensus,
//	             Threshold
//	internalize  Absorb, Gradual, Fill, Interact
//	experience   Flip
//
// # Words
//
//	voice     a person heard in a unit; Voices are all of them at one tick; the rule is to Say
//	unit      where knowledge becomes objective; a Unit is how its rule sees it
//	seat      a unit from which a person learns
//	tie       who hears whom; its Weight is how much it counts, 1 where nobody says more. The
//	          Memory of a tie is what a unit knows of a voice
//	rank      what the structure makes of a person in a unit: a network.Rank, 0 for a member
//	group     some of the voices
//	lane      one bit of a word: a dimension, or among replicates (Lanewise) a replicate
//	block     many people or units on whom a rule works at once: kernel.Block
//	flip      to try another belief; Stream.Flip turns coins, one a lane
package agents
