// Package study plans studies, runs them and compares what they gave.
//
// A study asks a question of several organizations at all combinations of some parameters, its
// axes. A point is one value of each axis. A cell is one organization at one point. A Plan lists
// the cells and what is recorded of each run. A Task is up to 64 replicates of a cell.
//
//	Study -> Plan -> Tasks -> Run -> Results -> Data -> Differences, Findings
//	          Hash                  by task, in any order
//
// Its types by task:
//
//   - asking: Study, Organization, Axis, Record, Compare, Hypothesis, Until;
//   - planning: Study.Plan, Plan.Hash, Plan.Tasks;
//   - running: Plan.Run, Result;
//   - answering: Gather, Data, Study.Differences, Study.Findings, Until.Widest.
//
// Package kinds is the table of all that a study file can name, and file reads study files. Package
// ledger keeps results, and shard runs a plan on many machines. Package sense analyses sensitivity
// and calibrates, and report writes the report. The program examples/lab puts them together.
//
// The results do not depend on the number of workers, the order of tasks, the machine, or on how
// often a study was broken off and taken up again. The same task gives the same results in every
// plan with the same Hash.
package study
