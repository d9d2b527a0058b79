// Package practice holds the rules of what the literature on communities of practice adds to the
// ring of package agents.
//
// # Words
//
//	gather      to learn from the norm of a unit
//	ask         to learn from the claim of one voice of a unit, the respondent
//	create      to meet and try what is not decided yet
//	respondent  the voice who is asked
//
// # Rules
//
//	do   Shares: what a person does in a tick
//	ask  Respondent: whom a person asks
package practice
