// Package agents holds what people know, the random numbers that they draw, and the rules by which
// they share knowledge. Berger and Luckmann (1966) describe three moments. People externalize: they
// say aloud what they believe. They objectify: what is said becomes what counts as knowledge in a
// social unit. They internalize: they learn what counts as knowledge there. Each rule is one
// method. The method may work on 64 dimensions at a time or on one; the signature is the same.
//
//	Beliefs --externalize--> Claims --objectify--> Norms --internalize--> Beliefs
//	a row per person         a row per person      a row per social unit
//	(private)                (said aloud)          (what counts as knowledge there, and
//	                                                outlives its people)
//
// # Words
//
//	dimension  one fact or practice about which a person can be right or wrong
//	reality    what is true in every dimension, and what it pays for a body of beliefs: the score
//	belief     what a person holds of a dimension: +1, -1, or 0 for none
//	claim      what a person says aloud of a dimension: +1, -1, or 0 for nothing
//	norm       what counts as knowledge in a unit: +1, -1, or 0 for nothing
//	body       the beliefs of one person, his claims, or one norm, in all dimensions
//	unit       a social unit, such as a team, where claims become a norm; a Unit is what a rule
//	           sees of one
//	circle     the unit of one person and those he listens to; only he learns from it, and its
//	           norm starts empty each tick
//	voice      a person heard in a unit; Voices are all of them at one tick; the rule Say speaks
//	seat       a unit from which a person learns; he heeds it in a tick if he learns there then
//	group      a subset of the voices of a unit
//	tie        the link from a voice to a unit that hears it; its Weight is how much the voice
//	           counts, 1 by default; its Memory is what the unit's rule remembers of the voice
//	rank       the role of a person in a unit: a network.Rank, 0 for a plain member
//	standing   how well a person, or a norm, visibly does: its score
//	tick       one step of time, once around the ring above
//	channel    one ring: a set of units and its three rules
//	replicate  one run of an organization, with random numbers of its own
//	engine     package sim, which calls the rules
//	stream     a sequence of random numbers; each person and unit has one per tick and purpose
//	coin       a random yes or no; heads is yes
//	to flip    Stream.Flip throws coins, one a lane; the rule Flip tries the opposite belief
//	lane       one bit of a word: a dimension, or, for rules that are Lanewise, a replicate
//	block      many people or units on whom a rule works at once: kernel.Block
//	absorbed   in a state in which no rule can change anything any more
//
// # Knowledge
//
// A [Belief] is +1, -1 or 0. A [Word] is 64 beliefs, stored as two words of bits. [Knowledge] is a
// body of beliefs, claims or a norm. [Width] is the number of words of a body, and [Lanes] are the
// lanes in use. Package opinion holds the other kind of knowledge: a number per topic.
//
// # Random numbers
//
// A [Stream] holds the random numbers of one person or unit at one tick, for one purpose.
// [Stream.Coins] throws up to 64 coins, only in the lanes that are asked for. [Stream.Flip] does so
// for all words of a body. [Stream.Skip] stands for calls of either that a rule leaves out.
// [StreamVersion] names the way in which random numbers are drawn.
//
// # Writing a rule
//
// A rule is a value. Its fields are its parameters. It holds no state, and all replicates share it.
// It implements one of
//
//	Beginner      writes a person's first beliefs
//	Externalizer  belief -> claim
//	Objectifier   claims of the Voices -> norm
//	Internalizer  norm -> belief
//	Experiencer   writes what a person tries by himself
//	Participant   says who hears and who is heard in a unit
//	Agenda        says which dimensions a unit is about
//	Reflector     changes what a person is beside his beliefs
//
// and each has an adapter for functions ([ExternalizeFunc] and so on). A rule is given a [Person],
// or a [Unit] and its [Voices]. The Person and the Unit hold the Stream from which the rule draws.
// A rule may also implement
//
//	Validator     says what is wrong with its parameters
//	Fitter        says which numbers of dimensions and people it can serve
//	Rememberer    asks the engine to keep words of memory for it
//	Monotone      lets the engine test whether a model is absorbed
//	Reviewer      looks back at the end of a tick on what people learned in a unit
//	Lanewise      lets replicates of a small organization be the lanes of its words
//
// Package agentstest checks a rule against all of these contracts. [NewStream] and [NewVoices] make
// the arguments for other tests of a rule. Package kernel holds what only the engine calls. It also
// holds kernel.Block, with which a rule works on many people at once.
//
// # Ready rules
//
//	begin        Mixed, Traits
//	externalize  Say, Act
//	objectify    Superior, Majority, Best, Conformity, Authority, Screen, Decree, Consensus,
//	             Threshold
//	internalize  Absorb, Gradual, Fill, Interact
//	experience   Flip
package agents
