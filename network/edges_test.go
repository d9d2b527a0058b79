package network

import (
	"bytes"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"orglearn/network/internal/table"
)

// lines returns a file with the given lines.
func lines(rows ...string) string { return strings.Join(rows, "\n") + "\n" }

// wide is a text of ASCII in UTF-16, little end first.
func wide(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteByte(text[i])
		b.WriteByte(0)
	}
	return b.String()
}

func TestReadEdges(t *testing.T) {
	want, err := NewGraph(3, []Edge{{0, 1, 2.5}, {2, 0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"plain":            lines("from,to,tie", "0,1,2.5", "2,0,1"),
		"no last newline":  "from,to,tie\n0,1,2.5\n2,0,1",
		"byte order mark":  lines("\ufefffrom,to,tie", "0,1,2.5", "2,0,1"),
		"carriage returns": "from,to,tie\r\n0,1,2.5\r\n2,0,1\r\n",
		"quotes":           lines(`"from","to","tie"`, `"0","1","2.5"`, `2,"0",1`),
		"spaces":           lines(" from , to, tie", " 0 , 1 , 2.5 ", "2, 0, 1"),
		"semicolons":       lines("from;to;tie", "0;1;2.5", "2;0;1"),
		"tabs":             lines("from\tto\ttie", "0\t1\t2.5", "2\t0\t1"),
		"upper case":       lines("FROM,To,Messages", "0,1,2.5", "2,0,1"),
		"blank rows":       lines("", "from,to,weight", "", "0,1,2.5", " , ,", "2,0,1", "", ""),
		"returns alone":    "from,to,tie\r0,1,2.5\r2,0,1\r",
		"bars":             lines("from|to|tie", "0|1|2.5", "2|0|1"),
		"spaces between":   lines(`"from" "to" "tie"`, `"0" 1  2.5`, "2\t0 1"),
		"sep line":         lines("sep=;", "from;to;tie", "0;1;2.5", "2;0;1"),
		"UTF-16, marked":   "\xff\xfe" + wide("from,to,tie\n0,1,2.5\n2,0,1\n"),
		"UTF-16, unmarked": wide("from,to,tie\n0,1,2.5\n2,0,1\n"),
		"empty cells":      lines("from,to,tie,", "0,1,2.5", "2,0,1,,,"),
		"invisible":        lines("from,to,tie", "\u200b0,1\u00a0,2.5", "2,0,1"),
		"other columns":    lines("tie,,when,to,from", "2.5,,2010,1,0", "1,,2011,0,2"),
	} {
		g, err := ReadEdges(strings.NewReader(text), 3)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !reflect.DeepEqual(g, want) {
			t.Errorf("%s: %v, want %v", name, g, want)
		}
	}
}

// TestReadEdgesErrors checks that each error names the file, which is "edges", and the line.
func TestReadEdgesErrors(t *testing.T) {
	const columns = `line 1: the file is empty; want a header with "from", "to"`
	const number = `, want a number of at least 0, as 2 or 2.5`
	for _, c := range []struct{ text, want string }{
		{"", columns},
		{"\n \n", columns},
		{"a,b\n0,1\n", `line 1: no column "from"; the columns are "a", "b"`},
		{"from;b\n0;1\n", `line 1: no column "to"; the columns are "from", "b"`},
		{"from,to\n", `line 1: no rows below the header`},
		{"from,to,from\n0,1,2\n", `line 1, column 3 (from): the column "from" is there twice`},
		{"from,to,tie,weight\n",
			`line 1, column 3 (tie): two columns of weights, "weight" and "tie": keep one`},
		{"from,to\n0,1\n0\n", `line 3, column 1 (from): a row of 1 field, want 2 as in the header`},
		{"from,to\n0,1,2\n", `line 2, column 3: a row of 3 fields, want 2 as in the header`},
		{"from,to\n0,1\n\n0,3\n",
			`line 4, column 2 (to): no person "3", want a number from 0 to 2`},
		{"from,to\n0,x\n", `line 2, column 2 (to): no person "x", want a number from 0 to 2`},
		{"from,to\n1,1\n", `line 2, column 2 (to): a tie of "1" to himself`},
		{"from,to\n0,1\n1,0\n0,1\n", `line 4, column 2 (to): the same tie is in line 2`},
		{"from,to,tie\n0,1,NaN\n", `line 2, column 3 (tie): the weight is "NaN"` + number},
		{"from,to,tie\n0,1,-1\n", `line 2, column 3 (tie): the weight is "-1"` + number},
		{"from,to,tie\n0,1,inf\n", `line 2, column 3 (tie): the weight is "inf"` + number},
		{"from,to,tie\n0,1,1e99\n", `line 2, column 3 (tie): the weight is "1e99"` + number},
		{"from;to;tie\n0;1;2,5\n", `line 2, column 3 (tie): the weight is "2,5"` + number},
		{"from,to,tie\n0,1,\n", `line 2, column 3 (tie): the weight is ""` + number},
		{"from,to\n0,\xff\n",
			`line 2, column 2 (to): no person "ÿ", want a number from 0 to 2`},
		{"from,to\n0,é\xff\n", `line 2: not UTF-8 text; save the file as CSV in UTF-8`},
		{"from,to\n0,\x81\n",
			`line 2: not UTF-8 text; save the file as CSV in UTF-8`},
		{"\xff\xfef\x00", `line 1: no column "from"; the columns are "f"`},
		{"PK\x03\x04", `line 1: this is a spreadsheet that cannot be read, or a zip file; ` +
			`open it and save its first sheet as CSV in UTF-8 (Excel: Save as, CSV UTF-8; ` +
			`LibreOffice: Save as, Text CSV)`},
		{"{\"edges\": []}", `line 1: this is JSON; ` +
			`in Python: pandas.DataFrame(...).to_csv(..., index=False)`},
		{"from,to\n0,1\"\n", `line 2, byte 4: a " within a field that is not quoted`},
		{"from,to\n0,\"1\n2,0\n",
			`line 2: a quoted field that does not end, or goes on after its "`},
		{"from,to\n0,\"1\"2\n", `line 2: a quoted field that does not end, or goes on after its "`},
		{"from,to\n0," + long(5000), `line 2, column 2 (to): no person "` + long(40) +
			`", want a number from 0 to 2`},
		{"from,to\n0,1\n" + long(table.MaxLine+1), `line 3: longer than 1048576 bytes`},
		{long(table.MaxLine + 1), `line 1: longer than 1048576 bytes`},
	} {
		_, err := ReadEdges(strings.NewReader(c.text), 3)
		if err == nil || err.Error() != "edges: "+c.want {
			t.Errorf("%.60q:\n got %v\nwant %s", c.text, err, c.want)
		}
	}
	if _, err := ReadEdges(strings.NewReader("from,to\n"), 0); err == nil {
		t.Error("0 people are no error")
	}
}

// long returns a word of n bytes.
func long(n int) string { return strings.Repeat("x", n) }

// TestEdgesRoundTrip checks that ReadEdges reads the same graph that WriteEdges wrote.
func TestEdgesRoundTrip(t *testing.T) {
	src := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		n := 2 + src.IntN(12)
		edges := []Edge{{0, 1, 1}}
		weighted := src.IntN(2) == 1
		for u := range n {
			for v := range n {
				if u == v || u+v == 1 || src.IntN(3) > 0 {
					continue
				}
				edges = append(edges, Edge{int32(u), int32(v), 1})
				if weighted {
					bits := src.Uint32N(math.Float32bits(math.MaxFloat32))
					edges[len(edges)-1].Weight = math.Float32frombits(bits)
				}
			}
		}
		g, err := NewGraph(n, edges)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := WriteEdges(&b, g); err != nil {
			t.Fatal(err)
		}
		back, err := ReadEdges(&b, n)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(g, back) {
			t.Fatalf("%v, want %v", back, g)
		}
	}
}

// FuzzReadEdges checks that any file gives an error of one line, or a graph that stays the same
// when it is written and read again.
func FuzzReadEdges(f *testing.F) {
	f.Add([]byte("from,to,tie\n0,1,2.5\n2,0,1\n"))
	f.Add([]byte("\ufeffTO;from\r\n1;0\r\n\r\n"))
	f.Add([]byte("from\tto\n\"0\"\t1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		g, err := ReadEdges(bytes.NewReader(text), 5)
		if err != nil {
			checkOneLine(t, err)
			return
		}
		var b bytes.Buffer
		if err := WriteEdges(&b, g); err != nil {
			t.Fatal(err)
		}
		back, err := ReadEdges(&b, 5)
		if err != nil || !reflect.DeepEqual(g, back) {
			t.Fatalf("%v, %v, want %v", back, err, g)
		}
	})
}

// checkOneLine checks that an error is one short line.
func checkOneLine(t *testing.T, err error) {
	t.Helper()
	text := err.Error()
	if text == "" || len(text) > 2000 || strings.ContainsAny(text, "\r\n\x00") {
		t.Fatalf("not one short line: %q", text)
	}
}
