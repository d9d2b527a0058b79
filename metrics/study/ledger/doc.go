// Package ledger keeps the runs of a study in one SQLite file, its store. The store is taken up
// again after a crash, and R, pandas, DuckDB and browsers of databases open it.
//
//	Plan.Run -> Ledger.Add -> store -> Ledger.Results -> WriteCSV, WriteParquet
//	   ^                        |
//	   +--- Ledger.Missing <----+
//
// A program creates a store or takes one up with [Create], gives [Ledger.Missing] tasks to
// study.Plan.Run and [Ledger.Add] as what is done with their results, and closes it. [Open] opens a
// store to read. [Draft] makes a file of its own, for a shard on a network file system.
//
// # The tables
//
//	plan      1 row: hash, seed (text: it has 64 bits), replicates (of each cell), version,
//	          stream_version
//	studies   each text of the study from which runs were made: number (from 0), text, and the
//	          runs that the store had when the text was first seen (0: written before any run)
//	flags     name and value of what a program's flags put in place of the text's
//	columns   what is recorded of a run: number (from 0), metric, tick, and where it stands:
//	          part (the table, outcomes, outcomes_2, ...) and name (of its column there)
//	cells     cell (from 0), organization, recipe
//	factors   cell, place (from 0), name and value (both texts)
//	runs      cell, replicate, status ('done', 'failed'), error ('' or why it failed), and line:
//	          the arguments of the program that repeat the run
//	outcomes  cell, replicate, and one column for each recorded number, with the name of its
//	          metric and its tick: score_200. NULL: the metric is missing. A failed run has no
//	          row. A name with a hyphen or space needs quotes: "norm-score_200". With more than
//	          256 numbers, the next 256 are in outcomes_2, and so on.
//	curves    a view of all outcomes with one value a row: cell, organization, replicate, tick,
//	          metric, value. Missing values have no row.
//	spent     1 row: the runs added, and the seconds that programs spent on them
//
// So the mean score of each cell at tick 200 is
//
//	SELECT cell, avg(score_200) FROM outcomes GROUP BY cell;
//
// or, where SQL must not depend on what was recorded,
//
//	SELECT cell, tick, avg(value) FROM curves WHERE metric = 'score' GROUP BY cell, tick;
//
// Values are 64-bit floating-point numbers, with all their bits. NaN is NULL, and -0 is 0.
//
// # What holds
//
//   - A batch of about Batch runs is one transaction, with write-ahead log and full
//     synchronization. After a crash the store has whole tasks, and reads as before.
//   - One program at a time writes. Its lock, on a file STORE-lock, ends with its process. While it
//     writes, STORE-wal and STORE-shm belong to the store. When it ends, the store is one file.
//   - A run that is added twice must give the same values, or Add returns an error that names both.
//     This is a check of determinism.
//   - What is read is sorted by cell, replicate and tick. It does not depend on the order in which
//     runs were added.
//   - Errors leave the store as it was after the last transaction.
package ledger
