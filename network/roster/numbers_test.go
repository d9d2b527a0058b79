package roster

import "testing"

// TestNumbers: the decimal mark of weights is that of the whole column, or it is asked for.
func TestNumbers(t *testing.T) {
	for _, k := range []kind{
		{name: "German", ties: "von;an;Anzahl\na;b;1.234\na;c;2,5\na;d;1.234.567,8\n",
			want: "a>b*1234 a>c*2.5 a>d*1.2345678e+06", says: `"1.234" is read as 1234`},
		{name: "English", ties: "from,to,count\na,b,\"1,234\"\na,c,2.5\n",
			want: "a>b*1234 a>c*2.5", says: `"1,234" is read as 1234`},
		{name: "points are decimal", ties: "from,to,count\na,b,1.234\na,c,0.125\n",
			want: "a>b*1.234 a>c*0.125"},
		{name: "points are decimal beside a long number", want: "a>b*1.234 a>c*1234",
			ties: "from,to,count\na,b,1.234\na,c,1234\n"},
		{name: "commas are decimal", ties: "from;to;count\na;b;1,234\na;c;0,125\n",
			want: "a>b*1.234 a>c*0.125", says: `"1,234" is read as 1.234`},
		{name: "points in doubt", ties: "von;an;Anzahl\na;b;1.234\na;c;5\n",
			says: `line 2, column 3 (anzahl): "1.234" may be 1.234, or 1234 with a mark between ` +
				`thousands; -decimal point or -decimal comma`},
		{name: "commas in doubt", ties: "from;to;count\na;b;1,234\na;c;5\n",
			says: `"1,234" may be 1.234, or 1234`},
		{name: "both in doubt", ties: "from;to;count\na;b;1,234\na;c;1.234\n", says: "may be"},
		{name: "said: comma", options: Reader{Decimal: ","}, want: "a>b*1234 a>c*5",
			ties: "von;an;Anzahl\na;b;1.234\na;c;5\n", says: `"1.234" is read as 1234`},
		{name: "said: point", options: Reader{Decimal: "."}, want: "a>b*1.234",
			ties: "von;an;Anzahl\na;b;1.234\n"},
		{name: "not wanted", options: Reader{Columns: Columns{Weight: NoColumn}}, want: "a>b",
			ties: "von;an;Anzahl\na;b;1.234\n"},
		{name: "contradiction", ties: "from;to;count\na;b;1,5\na;c;2.5\n",
			says: `line 2, column 3 (count): "1,5" has a decimal comma, but "2.5" in line 3`},
		{name: "French", ties: "de;à;Poids\na;b;1\u202f234,5\na;c;2\n",
			want: "a>b*1234.5 a>c*2", says: `"1 234,5" is read as 1234.5`},
		{name: "Swiss", ties: "von;an;Anzahl\na;b;1'234.5\na;c;2\n", want: "a>b*1234.5 a>c*2"},
		{name: "several marks", ties: "from;to;count\na;b;1.234.567\na;c;1.234\n",
			want: "a>b*1.234567e+06 a>c*1234"},
		{name: "powers", ties: "from,to,count\na,b,1e3\na,c,2.5\n", want: "a>b*1000 a>c*2.5"},
		{name: "a date", ties: "from;to;count\na;b;12.05.2024\n", says: "want a number"},
		{name: "a matrix", ties: ";a;b;c\na;0;1.234;0,5\nb;0;0;0\nc;0;0;0\n",
			want: "a>b*1234 a>c*0.5"},
		{name: "Pajek", ties: "*Vertices 2\n1 a\n2 b\n*Arcs\n1 2 1.234\n", want: "a>b*1.234"},
		{name: "unknown mark", options: Reader{Decimal: "x"}, ties: "from,to\na,b\n",
			says: "Reader.Decimal"},
	} {
		k.people = abc
		k.check(t)
	}
}
