// Package opinion holds the second kind of knowledge: a number per topic. In package agents it is a
// yes or no per dimension. The cycle is the same, with rules of its own.
//
//	Opinions --externalize--> Claims --objectify--> Norms --internalize--> Opinions
//
// A rule implements one of
//
//	Beginner      writes a person's first opinions
//	Externalizer  opinion -> claim
//	Objectifier   claims of the Voices -> norm
//	Internalizer  norm -> opinion
//
// and each has an adapter for functions (ExternalizeFunc and so on). A rule is given an
// agents.Person or an agents.Unit. It may also be an agents.Validator, an agents.Fitter and an
// agents.Rememberer.
//
// # Ready rules
//
//	begin        Uniform
//	externalize  Candid
//	objectify    Average, Similar, Total
//	internalize  Approach, Compromise, Accumulate, Anchored
//
// # Words
//
// Package agents defines unit, circle, voice, tie, claim and norm.
//
//	topic    what an opinion is about, as a dimension is what a belief is about
//	opinion  a person's numbers, one per topic
//	weight   how much a voice counts in a unit: see Voices.Weight
package opinion
