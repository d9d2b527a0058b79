// Package search looks for what would change most in an organization: the seats that would help
// most, and the value of a parameter at which another organization is ahead.
//
//	candidates --Halving, on common replicates--> best --other replicates--> estimate
//	parameter  --Flip, on common replicates-----> threshold
//
// By task:
//
//   - [Seats] finds additional seats one by one, and estimates what all of them give together in
//     replicates that the search has not seen. Beside it stand as many seats drawn at random, and
//     as many given to people of high betweenness.
//   - [Halving] is the search among candidates; it may be used for others.
//   - [Flip] finds the least change of a parameter that reverses a difference.
//
// # Winner's curse
//
// The best of many noisy means is too high on average, because it was chosen for being high. So the
// replicates that choose must not be those that estimate. Seats keeps the two apart, and shows both
// numbers.
//
// # Kinds, not people
//
// A seat is of a kind: from a group of people to a unit. Who of the group takes it is drawn anew in
// each replicate. So no number is about a single person.
package search
