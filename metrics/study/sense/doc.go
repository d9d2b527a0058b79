// Package sense says how far the outcome of a study depends on its parameters, and which parameters
// give a wanted outcome.
//
// A design is a matrix of points in the unit cube: a row for each point and a column for each
// parameter. The caller computes an outcome for each row, in order, in any way he likes.
//
//	Sobol    which share of the variance comes from each parameter, alone and in all
//	Morris   how much the outcome changes with each parameter, by few runs
//	Latin    a Latin hypercube: points for a regression or an emulator
//	Halton   scrambled, evenly spread points
//	Noise    which share of the variance comes from the replicates
//	ABC      calibration: the parameters that give outcomes near a target
//	Minimize calibration: the one best point (CMA-ES)
//	Plan     the plan of a study at the points of a design
//
// The same seed gives the same design. Evaluate all points with the same numbers of replicates
// (common random numbers), as Plan does.
package sense
