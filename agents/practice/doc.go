// Package practice holds the rules of what the literature on communities of practice adds to the
// ring of package agents. Every field of a rule is off at 0. With all of them off, a rule does what
// the plain rule of package agents does, and throws the same coins.
//
// # Words
//
// Package agents defines unit, norm, voice, vote, standing, tick, lane, coin and the like.
//
//	taken for granted  what counts as knowledge so firmly that nobody asks for reasons any more
//	strength           how much a norm is taken for granted: 0 to 7, of each unit and dimension
//	net vote           the weights of the voices above a unit who say yes, less those who say no
//	tenure             the votes of a unit in which a person was heard before, 0 to 255
//	slope              a parameter whose sign the literature argues about: -1 to 1, 0 by default
//
// # Words of newcomers and calendars
//
//	founder      a person who is there from tick 0; he is a full member at once
//	full member  a person who is heard; an apprentice is one who is not yet
//	wait         the tenure, in ticks since he came, at which an apprentice is heard
//	master       the full member whom an apprentice heeds instead of the norm
//	open         a unit is open in a tick in which its calendar lets it meet
//	phase        the first tick of an opening, of those that a calendar repeats
//
// # Rules
//
//	objectify    Vote: the vote of those above, against the strength of the norm
//	internalize  Take: a norm is learned more readily the stronger it is
//	participate  Apprenticeship: newcomers learn and are not heard
//	ask          Apprenticeship: newcomers heed a master
//	agenda       Calendar: units meet now and then
//
// [Strengths] reads and writes how strong the norms of a unit are.
//
// # Signs
//
// These parameters can have either sign, because the sign is what people argue about:
//
//	Vote.Tenure  do those who have been heard for long count for more
//	Take.Pull    is what is taken for granted learned more readily
package practice
