// Package study plans studies and runs them.
//
// A study asks a question of several organizations at all combinations of some parameters, its
// axes. A cell is one organization at one value of each axis. A Plan lists the cells and what is
// recorded of each run. A Task is up to 64 replicates of a cell.
//
//	Study -> Plan -> Tasks -> Run -> Results
//	          Hash                    by task, in any order
//
// The results do not depend on the number of workers, the order of tasks, the machine, or on how
// often a study was broken off and taken up again. The same task gives the same results in every
// plan with the same Hash.
package study
