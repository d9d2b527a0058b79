// Package roster reads real organizations from CSV files: their people, who listens to whom, and
// who reports to whom.
//
//	people.csv    id, department       --+
//	ties.csv      from, to, messages   --+--> Reader --> Roster --Active--> Roster
//	reports.csv   from, to             --+
//
// A Roster holds people 0..n-1. A tie says that one person listens to another. The chart says who
// reports to whom. A department is a group of people. It comes from a column of people.csv, or else
// from the chart. The method Active keeps the people who have a place in ties, chart and
// departments alike. All structures can then be compared over the same people.
//
//   - reading: Read and Open, and Reader if the files need options;
//   - people: Roster.People, Person, Columns, Attribute;
//   - structures: Roster.Graph for network.Circles, Roster.Superior for network.ReportsTo,
//     Roster.Department for network.Teams;
//   - reports: Roster.Import says what was read and what was dropped;
//   - writing: Roster.WritePeople, WriteTies, WriteReports.
//
// Package network/data holds four real organizations, which this package reads.
package roster
