// Package opinion has the second kind of knowledge: a number per topic, where package agents has a
// yes or no per dimension. The ring is the same, with rules of its own.
//
//	Opinions --externalize--> Claims --objectify--> Norms --internalize--> Opinions
//
// A rule is one of
//
//	Beginner      a person's first opinions
//	Externalizer  opinion -> claim
//	Objectifier   claims of the Voices -> norm
//	Internalizer  norm -> opinion
//
// and each has an adapter for functions (ExternalizeFunc and so on). It sees an agents.Person or an
// agents.Unit, and may be an agents.Validator and an agents.Rememberer.
//
// # The rules at hand
//
//	begin        Uniform
//	externalize  Candid
//	objectify    Average, Similar, Total
//	internalize  Approach, Compromise, Accumulate, Anchored
//
// # Words
//
// A topic is what an opinion is about, as a dimension is what a belief is about. A weight is how
// much a voice counts in a unit: see Voices.Weight.
package opinion
