package main

import "strings"

// badTies are files of ties.
var badTies = []bad{
	{ties: "<empty>", want: `ties.csv: line 1: the file is empty; want a header with "from", "to"`},
	{ties: "\n\n\n", want: "ties.csv: line 1: the file is empty"},
	{ties: " \t ", want: "ties.csv: line 1: the file is empty"},
	{ties: "from,to\n", want: "ties.csv: line 1: no rows below the header"},
	{ties: "from,to\n,\n,\n", want: "ties.csv: line 1: no rows below the header"},
	{ties: "from\na\n", want: `line 1: no column "to"; the columns are "from"; -to names it`},
	{ties: "to\na\n", want: `no column "from"; the columns are "to"; -from names it`},
	{ties: "from,from\na,b\n", want: `no column "to"`},
	{ties: "from,to,to\na,b,c\n", want: `the column "to" is there twice`},
	{ties: "from,from,to\na,b,c\n", want: `column 2 (from): the column "from" is there twice`},
	{ties: "p,q\na,b\n", want: `no column "from"; the columns are "p", "q"; -from names it`},
	{ties: "a,b\nb,c\n", people: okPeople, want: "this line names people already"},
	{ties: "1,2\n2,3\n", want: "-no-header reads a file without one"},
	{ties: "from,to\na\n", want: "line 2, column 1 (from): a row of 1 field, want 2"},
	{ties: "from,to\na,b,c\n", want: "line 2, column 3: a row of 3 fields, want 2"},
	{ties: "from,to\na,b\nSmith, Ann,b\n", want: "line 3, column 3: a row of 3 fields"},
	{ties: "from,to\n\"a,b\n", want: "line 2: a quoted field that does not end"},
	{ties: "from,to\na,b\"c\n", want: `line 2, byte 4: a " within a field`},
	{ties: "from,to\n\"a\"b,c\n", want: "line 2: a quoted field that does not end, or goes on"},
	{ties: "from,to\na,a\n", want: `line 2, column 2 (to): a tie of "a" to himself (none of the`},
	{ties: "from,to\na,a\nb,b\n", people: okPeople, want: "2 to oneself"},
	{ties: "from,to\nx,y\n", people: okPeople, want: `no person "x" in roster.csv`},
	{ties: "from,to\nA,B\nB,C\n", people: okPeople, want: "-match case accepts that"},
	{ties: "from,to\na,x\na,b\n", people: okPeople, want: "-partial leaves them out"},
	{ties: "from,to\na,\nb,NA\n", want: "an empty id (none of the 2 ties is left"},
	{ties: "from,to\n-,null\n", want: "the id is missing"},
	{ties: "from,to\na,b;c\nb,a;c\n", people: okPeople, want: "-match several accepts that"},
	{ties: "from,to\n\"a\nb\",c\n", want: "has a control character"},
	{ties: "from,to\n" + strings.Repeat("x", 201) + ",b\n", want: "an id of 201 bytes"},
	{ties: "from,to\n" + strings.Repeat("y", 1<<20+1), want: "line 2: longer than 1048576 bytes"},
	{ties: strings.Repeat("a,", 70_000) + "\n", want: "more than 65536 columns"},
	{ties: "from,to,weight\na,b,NaN\n", want: "the weight is missing (none of the 1 tie is left"},
	{ties: "from,to,weight\na,b,-1\n", want: `column 3 (weight): the weight is "-1", want a`},
	{ties: "from,to,weight\na,b,Inf\n", want: `the weight is "Inf"`},
	{ties: "from,to,weight\na,b,1e99\n", want: `the weight is "1e99"`},
	{ties: "from,to,weight\na,b," + strings.Repeat("9", 60) + "\n", want: "the weight is"},
	{ties: "from,to,weight\na,b,much\n", want: `the weight is "much", want a number of at least 0`},
	{ties: "from,to,weight\na,b,2024-05-01\n", want: `the weight is "2024-05-01"`},
	{ties: "from,to,weight\na,b,12.05.2024\n", want: `the weight is "12.05.2024"`},
	{ties: "from,to,weight\na,b,3 %\n", want: `the weight is "3 %"`},
	{ties: "from,to,weight\na,b,1.2.3\n", want: `the weight is "1.2.3"`},
	{ties: "from,to,weight\na,b,0x1F\n", want: `the weight is "0x1F"`},
	{ties: "from,to,weight\na,b,1_000\n", want: `the weight is "1_000"`},
	{ties: "from,to,weight\na,b,1.234\nb,c,2\n", want: "-decimal point or -decimal comma says it"},
	{ties: "from;to;weight\na;b;1,5\nb;c;2.5\n", want: "write all numbers in one way"},
	{ties: "from,to,weight\na,b,0\nb,c,0\n", want: "the weight is 0, which is no tie"},
	{ties: "from,to,weight\na,b,\nb,c,NA\n", want: "the weight is missing"},
	{ties: "from,to,weight\na,b,3e38\na,b,3e38\n", want: "add up to more than"},
	{ties: "from,to,weight,weight\na,b,1,2\n", want: `the column "weight" is there twice`},
	{ties: "from,to,subject\na,b,Hi\n", want: "looks like a log of messages"},
	{ties: "from,to,date\na,b,1.5.24\n", want: "say who listens: -sent"},
	{ties: "from,to\na,b\nb,a\n", want: "ties.csv: only 2 of 2 people are left in all"},
	{ties: "from,to\nTotal,b\n", want: "line 2, column 1 (from): a row of sums"},
	{ties: "from,to\na,0\nb,0\n", people: okPeople, want: `the id is missing ("0")`},
}

// badPeople are files of people, beside ties that are right.
var badPeople = withTies([]bad{
	{people: "<empty>", want: `roster.csv: line 1: the file is empty; want a header with "id"`},
	{people: "id,department\n", want: "roster.csv: line 1: no rows below the header"},
	{people: "x,y\na,1\n", want: `no column "id"; the columns are "x", "y"; -id names it`},
	{people: "a,1\nb,1\nc,2\n", want: `no column "id"`},
	{people: "id,id\na,b\n", want: `the column "id" is there twice`},
	{people: "id,department,department\na,1,2\n", want: `the column "department" is there twice`},
	{people: "id\na\nb\na\n", want: `line 4, column 1 (id): the id "a" is there twice`},
	{people: "id,department\na,1\na,2\n", want: "-first-row takes the first"},
	{people: "id,x\n,1\n,2\n", want: `no row has an id in the column "id"; -id names another`},
	{people: "id,x\na,1\n,2\n", want: "1 of 2 rows has no id in the column"},
	{people: "id\nNA\nnull\n", want: "no row has an id"},
	{people: "id\nTotal\n", want: "no row has an id"},
	{people: "id\n\"a\tb\"\n", want: "has a control character"},
	{people: "id\n" + strings.Repeat("x", 300) + "\n", want: "an id of 300 bytes, want at most"},
	{people: "id,department\na,1,2\n", want: "a row of 3 fields, want 2"},
	{people: "id,department\na\n", want: "a row of 1 field, want 2"},
	{people: "id,department\n\"a,1\n", want: "a quoted field that does not end"},
	{people: five("id,manager", "x", "a", "a", "a", "a"),
		want: `line 2 (manager): no person "x" in roster.csv`},
	{people: five("id,manager", "b", "a", "a", "a", "a"), want: "superiors in a circle"},
	{people: five("id,manager", "b", "c", "d", "a", "a"), want: "superiors in a circle"},
	{people: "id,manager,manager\na,,\nb,a,a\n", want: `the column "manager" is there twice`},
	{people: five("id,name,manager", "Ann,", "Bob,Ann", "C,Bob", "Bob,Bob", "E,Bob"),
		want: `-id "name"`},
	{people: five("id,manager", "", "A", "A", "a", "b"), want: "-match case accepts that"},
	{people: okPeople, args: "-id number", want: `no column "number", which -id names`},
	{people: okPeople, args: "-department site", want: "-department names the column"},
	{people: okPeople, args: "-manager boss", want: `no column "boss"`},
	{people: "id\nx\ny\nz\nv\nw\n", want: `no person "a" in roster.csv (none of the 5 ties`},
	{people: "id\na\nA\nb\nc\nd\ne\n", args: "-match case",
		want: `the ids "a" and "A" are the same`},
	{people: "id\n007\n7\n", args: "-match zeros", want: "are the same with -match zeros"},
	{people: "id,department\na,1\nb,\nc,\nd,\ne,\n", want: "4 in no department"},
	{people: five("id,dotted line,manager", ",", "b,a", ",a", ",a", ",a"), args: "-matrix",
		want: "reports to himself in the second line"},
	{people: five("id,manager,dotted line", ",", "a,c", "a,b", "a,", "a,"), args: "-matrix",
		want: "superiors in a circle"},
})

// badReports are charts, beside ties that are right.
var badReports = withTies([]bad{
	{reports: "<empty>", want: `reports.csv: line 1: the file is empty`},
	{reports: "from,to\n", want: "reports.csv: line 1: no rows below the header"},
	{reports: "a,b\nb,c\n", want: "reports.csv: line 1: this line names people already"},
	{reports: "from\na\n", want: `no column "to"`},
	{reports: "from,to\na,a\n", want: `line 2, column 2 (to): "a" reports to himself`},
	{reports: "from,to\na,b\nb,a\n", want: "superiors in a circle"},
	{reports: "from,to\na,b\nb,c\nc,d\nd,a\n", want: "superiors in a circle"},
	{reports: "from,to\na,b\na,c\n", want: `a second superior of "a", whose first is in line 2`},
	{reports: "from,to\na,b\na,c\na,d\n", args: "-matrix", want: "a third superior of"},
	{reports: "from,to\na,\nb,\n", want: "in all arrangements"},
	{reports: "from,to\n,a\n", want: "no row says who reports to whom"},
	{reports: "from,to\nx,y\n", people: okPeople, want: `no person "x" in roster.csv`},
	{reports: "from,to\nA,b\n", people: okPeople, want: "-match case accepts that"},
	{reports: "from,to\na,b,c\n", want: "a row of 3 fields, want 2"},
	{reports: "from,to\na,\"b\n", want: "a quoted field that does not end"},
	{reports: "from,to,weight\na,b,0\nb,c,0\n", want: "no row says who reports to whom"},
	{reports: "id,manager,manager\na,b,c\n", want: "is there twice"},
	{reports: "from,to\na,b\n", people: okPeople, want: "only 2 of 5 people are left"},
	{reports: "from,to,type\na,b,solid\nb,c,dotted\nc,b,dotted\n", args: "-matrix",
		want: "superiors in a circle"},
	{reports: "from,to\n\"a\nb\",c\n", want: "has a control character"},
	{reports: "from,to\na,b\nb,c\nc,d\nd,e\ne,a\n", want: `he to "e", he to "a"`},
	{reports: "from,to\na," + strings.Repeat("q", 500) + "\n", want: "an id of 500 bytes"},
})

// badTeams are files of teams, beside ties that are right.
var badTeams = withTies([]bad{
	{teams: "<empty>", want: `teams.csv: line 1: the file is empty; want a header with "id"`},
	{teams: "id,team\n", want: "teams.csv: line 1: no rows below the header"},
	{teams: "id\na\n", want: `no column "team"`},
	{teams: "team\nx\n", want: `no column "id"`},
	{teams: "id,team,team\na,x,y\n", want: `the column "team" is there twice`},
	{teams: "id,team\nx,1\n", people: okPeople, want: `no person "x" in roster.csv`},
	{teams: "id,team\na,x,y\n", want: "a row of 3 fields, want 2"},
	{teams: "id,team\na,NA\nb,\n", want: "teams.csv: no row puts a person in a team"},
	{teams: "id,team\na,x\nb,x\n", want: "only 2 of 5 people are left"},
	{teams: "id,team\na,\"x\n", want: "a quoted field that does not end"},
})

// five is a file of the people a to e, each with the rest of his row.
func five(head string, rows ...string) string {
	for i, row := range rows {
		head += "\n" + string(rune('a'+i)) + "," + row
	}
	return head + "\n"
}

// withTies gives each input the ties that are right.
func withTies(list []bad) []bad {
	for i := range list {
		list[i].ties = okTies
	}
	return list
}
