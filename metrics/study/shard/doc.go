// Package shard runs a study on many machines that share a folder and nothing else.
//
// A plan is written to a folder once, with the number of its shards. A shard is a part of the
// tasks. Each machine runs some shards, and each shard becomes a file in the folder. When all are
// there, they are merged into one store, as if one machine had run them.
//
//	Write -> plan.json -> Folder.Run -> shard-3-of-5.sqlite -> Folder.Merge -> store
//	                      Submit, Job: the same, sent to a cluster
//
// The files need no locks, so a network file system serves. A shard is written aside, sealed with
// its SHA-256, and renamed when it is whole. The seal stands after the last page of the SQLite
// file, where SQLite does not look: 8 bytes "orglseal" and 32 bytes of the hash of all before them.
//
// A study with study.Until needs a plan for each look, because a plan never changes. Contents.After
// is the number of replicates that the store has from the looks before. No shard runs them again,
// and Merge refuses a store without them.
//
// Merge takes every file with a name like shard-*.sqlite. It refuses, by name, a file of another
// plan or of another number of shards, a file with a flipped bit, and a shard that is missing or
// not whole. If a shard is there twice, both must be the same.
package shard
