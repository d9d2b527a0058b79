// Package roster reads real organizations from the files that people have: their people, who
// listens to whom, and who reports to whom.
//
//	people    id, department, manager  --+
//	ties      from, to, weight         --+--> Reader --> Roster --Active--> Roster
//	reports   from, to                 --+
//	teams     id, team                 --+
//
// A Roster holds people 0..n-1. A tie says that one person listens to another. The chart says who
// reports to whom. A department is a group of people. It comes from a column of the people, or else
// from the chart. The method Active keeps the people who have a place in ties, chart and
// departments alike. All structures can then be compared over the same people.
//
//   - reading: Read and Open, and Reader if the files need options;
//   - people: Roster.People, Person, Columns, Attribute;
//   - structures: Roster.Graph for network.Circles, Roster.Superior for network.ReportsTo,
//     Roster.Department for network.Teams, and Roster.SecondLine and Roster.Teams;
//   - reports: Roster.Import says what was read and what was dropped;
//   - writing: Roster.WritePeople, WriteTies, WriteReports.
//
// # Files
//
// A file is a table with a header: CSV with commas, semicolons, tabs, bars or spaces between the
// fields, in UTF-8, UTF-16 or Windows-1252, or the first sheet of a spreadsheet (.xlsx). Lines
// above the header, a line sep=; and names of rows are passed over. A row named Total is no person.
// Columns have their usual names in English, German, Dutch or French, or any that Reader.Columns
// says. Only the people or the ties are needed.
//
//   - people: the column id, one row for each person. A column department groups them, and a column
//     manager is the chart if there is no file of reports.
//   - ties: the columns from and to, and perhaps a weight. Also an adjacency matrix, a node list
//     (ego, alter1, alter2), GraphML, GEXF, Pajek and UCINET DL. Whom these name without a tie is
//     a person too, if there is no file of people.
//   - reports: the columns from and to, where `to` is the superior of `from`, or id and manager.
//     The row of a chief may be left out, or have an empty `to`.
//   - teams: the columns id and team. A person may be in several teams.
//
// Another format is an error that names it and says how to save the file instead.
//
// # Cells
//
// An empty cell, NA, N/A, #N/A, null, None, nan, - and . are missing, and so is the id 0 where
// nobody has it. Surrounding spaces and invisible characters go, and accents have one form. Other
// differences between ids, such as case or leading zeros, count unless Reader.Match says otherwise.
//
// Weights have the decimal mark that the whole column shows. Numbers such as 1.234 alone, which may
// be a thousand, are an error that asks for Reader.Decimal.
//
// With Reader.Key reports, errors and written files hold pseudonyms for ids. A pseudonym is the
// first 50 bits of the id's HMAC-SHA256. The names of departments stay.
//
// # What is dropped
//
// Reader drops a loop (a tie to oneself), a tie to an id that is not among the people, a row
// without sender or receiver, and a tie whose weight is 0 or missing. It merges several ties from
// one person to another and adds up their weights. Import reports all this. If more than a fifth of
// the rows name nobody it is an error, which says what would make them match. A file of which no
// tie is left is an error too.
//
// Mistakes in the chart are errors: an id that is not among the people, two superiors of one person
// and superiors in a circle. So are an id that is twice among the people and a weight that is not a
// finite number of at least 0. Each error is one line that names the file, the line and the column.
// Where an option of Reader accepts a mistake, the error names it by its flag of the program
// compare.
//
// Package network/data holds four real organizations, which this package reads.
package roster
