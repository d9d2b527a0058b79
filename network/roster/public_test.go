package roster

import (
	"strings"
	"testing"
)

// TestPublicShapes: the shapes in which well-known public data sets are found, with people and ties
// that are made up.
func TestPublicShapes(t *testing.T) {
	numbers := Reader{NoHeader: true}
	for _, k := range []kind{
		// SNAP's email-Eu-core: pairs, and a file of department labels, both without a header.
		{name: "email-Eu-core", options: Reader{NoHeader: true, Direction: ToListens},
			people: "0 1\n1 1\n2 21\n3 21\n", ties: "0 1\n2 3\n2 0\n3 3\n",
			want: "0>2 1>0 3>2", says: "Departments: 2 from the column department"},
		{name: "SNAP with comments", options: numbers, want: "0>1 1>0",
			ties: "# Directed graph (each \"unordered\" pair is saved once): x.txt\n" +
				"# Nodes: 2 Edges: 2\n# FromNodeId\tToNodeId\n0\t1\n1\t0\n"},
		{name: "SNAP with comments, told", says: "-no-header",
			ties: "# Directed graph: x.txt\n# FromNodeId\tToNodeId\n0\t1\n1\t0\n"},
		{name: "email-Eu-core-temporal", options: numbers, want: "1>2 2>1 3>1",
			ties: "1 2 0\n2 1 797\n3 1 1600000\n1 2 69459254\n", says: "holds times"},
		{name: "KONECT", options: numbers, ties: "% asym positive\n1 2 1 1082040961\n",
			says: "line 2: a row of 4 fields in a file without a header"},
		{name: "KONECT, columns named", want: "1>2 2>3*2",
			options: Reader{NoHeader: true, Columns: Columns{From: "1", To: "2", Weight: "3"}},
			ties:    "% asym positive\n1 2 1 1082040961\n2 3 2 1082040962\n"},
		// Krackhardt's managers: UCINET's DL of three relations, Pajek, layers of pairs.
		{name: "Krackhardt, DL", want: "1>2 2>1 2>3", says: "first matrix counts",
			ties: "DL\nN=3 NM=3\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nLEVEL LABELS:\nADVICE\n" +
				"FRIENDSHIP\nREPORTS_TO\nDATA:\n 0 1 0\n 1 0 1\n 0 0 0\n 0 0 0\n 1 0 0\n 0 0 0\n" +
				" 0 1 0\n 0 0 0\n 0 1 0\n"},
		{name: "Krackhardt, DL with labels", want: "A>B B>A B>C",
			ties: "DL N=3 NM=2\nROW LABELS:\n\"A\"\n\"B\"\n\"C\"\nCOLUMN LABELS:\n\"A\"\n\"B\"\n" +
				"\"C\"\nLEVEL LABELS:\n\"ADVICE\"\n\"FRIENDSHIP\"\nDATA:\n0 1 0\n1 0 1\n0 0 0\n" +
				"0 0 0\n0 0 0\n0 0 0\n"},
		{name: "Krackhardt, Pajek", want: "A>B B>C", says: "first relation counts",
			ties: "*Vertices 3\n1 \"A\"\n2 \"B\"\n3 \"C\"\n*Arcs :1 \"advice\"\n1 2 1\n2 3 1\n" +
				"*Arcs :2 \"friendship\"\n3 1 1\n"},
		{name: "Krackhardt, Pajek's project", want: "A>B", says: "first relation counts",
			ties: "*Network advice.net\r\n*Vertices 2\r\n1 \"A\"\r\n2 \"B\"\r\n*Arcs\r\n1 2 1\r\n" +
				"\r\n*Network friends.net\r\n*Vertices 2\r\n1 \"A\"\r\n2 \"B\"\r\n*Arcs\r\n" +
				"2 1 1\r\n*Partition level.clu\r\n*Vertices 2\r\n1\r\n2\r\n"},
		{name: "Krackhardt, layers", options: numbers, ties: "1 1 2 1\n1 2 3 1\n2 3 1 1\n",
			says: "-from 1 -to 2 names columns by their numbers"},
		{name: "Krackhardt, layers named", want: "1>2 2>3",
			options: Reader{NoHeader: true, Columns: Columns{From: "2", To: "3"}},
			ties:    "1 1 2 1\n1 2 3 1\n"},
		{name: "Krackhardt, reports as a matrix", people: abc, ties: "from,to\na,b\n",
			reports: ",a,b,c,d\na,0,0,0,0\nb,1,0,0,0\nc,1,0,0,0\nd,0,1,0,0\n", want: "a>b",
			says: "Chart: 3 reports in reports.csv; 1 chief, 2 levels below"},
		{name: "Krackhardt, reports as DL", people: "id\n1\n2\n3\n", ties: "from,to\n1,2\n",
			reports: "DL\nN=3\nFORMAT = FULLMATRIX\nDATA:\n 0 0 0\n 1 0 0\n 1 0 0\n", want: "1>2",
			says: "Chart: 2 reports"},
		// Lazega's lawyers: a square of numbers, and attributes without a header.
		{name: "Lazega", options: Reader{NoHeader: true, Columns: Columns{Department: "4"}},
			people: "   1   1   1   1  31  64\n   2   1   1   1  32  62\n" +
				"   3   1   1   2  13  67\n   4   2   2   2  31  59\n",
			ties: "   0   1   0   0\n   1   0   1   0\n   0   0   0   1\n   0   0   0   0\n",
			want: "1>2 2>1 2>3 3>4", says: "Departments: 2 from the column 4"},
		{name: "Lazega, people of another number", options: numbers,
			people: "1 1\n2 1\n3 1\n",
			ties:   "0 1 0 0\n1 0 1 0\n0 0 0 1\n0 0 0 0\n", says: "for each of the 3 people"},
		{name: "statnet in R", people: abc, want: "a>b b>a",
			ties: "\"\" \"a\" \"b\" \"c\" \"d\"\n\"a\" 0 1 0 0\n\"b\" 1 0 0 0\n\"c\" 0 0 0 0\n" +
				"\"d\" 0 0 0 0\n"},
		{name: "networkx", people: abc, options: numbers, ties: "a b {}\nb a {}\n",
			says: "the weight is"},
		{name: "networkx, columns named", people: abc, want: "a>b b>a",
			options: Reader{NoHeader: true, Columns: Columns{From: "1", To: "2"}},
			ties:    "a b {}\nb a {}\n"},
	} {
		if k.name == "SNAP with comments, told" {
			k.people = "id\n0\n1\n"
		}
		k.check(t)
	}
}

// TestNoHeaderKeepsHeaders: people with a header keep it beside ties without one.
func TestNoHeaderKeepsHeaders(t *testing.T) {
	r := mustRead(t, Reader{NoHeader: true}, abc, "a b\nb a\n", "from,to\nb,a\nc,a\nd,a\n")
	text := r.Import().String()
	if r.People() != 4 || !r.HasChart() || strings.Contains(text, "people.csv is read without") {
		t.Error(text)
	}
}
