package roster

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestNamesOfColumns: the usual names in four languages are guessed, and any name can be given.
func TestNamesOfColumns(t *testing.T) {
	const both = "a>b b>a"
	for _, k := range []kind{
		{name: "German", people: "Personal-Nr.;Abteilung;Vorgesetzter\na;X;\nb;X;a\n",
			ties: "Von;An;Häufigkeit\na;b;1\nb;a;1\n", want: both,
			says: `"Personal-Nr." is id, "Abteilung" is department, "Vorgesetzter" is manager`},
		{name: "Dutch", people: "Medewerkernummer;Afdeling;Leidinggevende\na;X;\nb;X;a\n",
			ties: "van;naar;aantal\na;b;1\nb;a;1\n", want: both, says: `"Afdeling" is department`},
		{name: "French", people: "Matricule;Service;Supérieur\na;X;\nb;X;a\n",
			ties: "De;À;Fréquence\na;b;1\nb;a;1\n", want: both, says: `"Service" is department`},
		{name: "English", people: "Employee ID,Business Unit,Reports To\na,X,\nb,X,a\n",
			ties: "Source,Target,Count\na,b,1\nb,a,1\n", want: both,
			says: `"Reports To" is manager`},
		{name: "given", people: "x,y\na,X\nb,X\n", ties: "p,q\na,b\nb,a\n", want: both,
			options: Reader{Columns: Columns{ID: "X", Department: "y", From: "P", To: "Q"}},
			says:    `"y" is department`},
		{name: "given, not there", people: "x,y\na,X\nb,X\n", ties: "p,q\na,b\n",
			options: Reader{Columns: Columns{ID: "z"}}, says: `no column "z", which -id names`},
		{name: "department, not there", people: abc, ties: "from,to\na,b\n",
			options: Reader{Columns: Columns{Department: "site"}}, says: "-department"},
		{name: "none", people: "id,team\na,X\nb,X\n", ties: "from,to,value\na,b,much\nb,a,0\n",
			options: Reader{Columns: Columns{Department: NoColumn, Weight: NoColumn}}, want: both,
			says: "Departments: none"},
		{name: "wanted twice", people: "id,department,department\na,1,2\n",
			says: `column 3 (department): the column "department" is there twice`},
		{name: "others twice, in lines", people: "id,\"a\nb\",x,x\na,1,2,3\nb,\"1\n2\",3,4\n",
			ties: "from,to\na,b\nb,a\n", want: both, says: "columns a b, x, x"},
		{name: "alike", people: "id,department\na,Sales\nb,sales\nc,IT\n",
			ties: "from,to\na,b\nb,a\n", want: both, says: "differ only in case"},
		{name: "one department", people: "id,department\na,X\nb,X\n",
			ties: "from,to\na,b\nb,a\n", want: both, says: "Everybody is in one department"},
		{name: "a department each", people: "id,department\na,X\nb,Y\n",
			ties: "from,to\na,b\nb,a\n", want: both, says: "a department of his own"},
	} {
		k.check(t)
	}
}

// TestDirections: who listens is told by the file or the user, or asked for.
func TestDirections(t *testing.T) {
	for _, k := range []kind{
		{name: "log", ties: "from,to,subject\na,b,x\n", says: "-sent"},
		{name: "log in German", ties: "von;an;Betreff\na;b;x\n", says: "the column Betreff"},
		{name: "log with times", ties: "timestamp,source,target\n1,a,b\n", says: "-undirected"},
		{name: "log, sent", options: Reader{Direction: ToListens},
			ties: "from,to,subject\na,b,x\n", want: "b>a"},
		{name: "log, asked", options: Reader{Direction: FromListens},
			ties: "from,to,subject\na,b,x\n", want: "a>b"},
		{name: "sender", ties: "Sender,Recipient,Date\na,b,1\n", want: "b>a",
			says: "tell the direction"},
		{name: "plain", ties: "from,to\na,b\n", want: "a>b"},
		{name: "Gephi", ties: "Source,Target,Type,Weight\na,b,Undirected,2\nb,c,Undirected,1\n",
			want: "a>b*2 b>a*2 b>c c>b", says: "Every tie is undirected"},
		{name: "Gephi, mixed", ties: "Source,Target,Type\na,b,Undirected\nb,c,Directed\n",
			want: "a>b b>a b>c", says: "1 tie is undirected"},
		{name: "flag", options: Reader{Direction: BothListen}, ties: "from,to\na,b\nb,a\nb,c\n",
			want: "a>b b>a b>c c>b", says: "1 tie there before"},
	} {
		k.check(t)
	}
}

// TestMissing: what is missing is nobody and nothing, and is counted.
func TestMissing(t *testing.T) {
	for _, k := range []kind{
		{name: "departments", people: "id,department\na,NA\nb,#N/A\nc,null\nd,-\ne,X\nf,.\ng,nan\n",
			ties: "from,to\na,b\n", want: "a>b", says: "6 people are in no department"},
		{name: "receivers", people: abc, ties: "from,to\na,b\na,c\na,d\nb,a\nb,c\na,NA\n",
			want: "a>b a>c a>d b>a b>c", says: "1 row without sender or receiver"},
		{name: "weights", people: abc, ties: "from,to,weight\na,b,NA\na,c,2\na,d,\n",
			want: "a>c*2", says: "2 ties without a weight"},
		{name: "zero is nobody", people: "id,manager\na,0\nb,a\nc,a\n", ties: "from,to\na,b\n",
			want: "a>b", says: "2 reports in the column manager"},
		{name: "zero is somebody", people: "id,manager\n0,\nb,0\nc,0\n", ties: "from,to\n0,b\n",
			want: "0>b", says: "2 reports in the column manager"},
		{name: "chief", people: abc, ties: "from,to\na,b\n", want: "a>b", says: "3 reports",
			reports: "from,to\na,None\nb,a\nc,a\nd,a\n"},
		{name: "zeros in a chart", people: abc, ties: "from,to\na,b\n", want: "a>b",
			reports: "from,to,value\na,b,0\nb,a,1\nc,a,1\nc,b,0\n", says: "2 reports of weight 0"},
		{name: "ids", people: "id,x\na,1\nb,1\nc,1\nd,1\ne,1\n,note\n", ties: "from,to\na,b\n",
			want: "a>b", says: "1 row of people.csv without an id is dropped"},
		{name: "many ids", people: "id,x\na,1\n,1\n", ties: "from,to\na,b\n", says: "-partial"},
		{name: "totals", people: abc + "Total,4\n", want: "a>b b>a c>d d>a",
			ties: "from,to,weight\na,b,1\nb,a,1\nc,d,1\nd,a,1\nTotal,,4\n",
			says: `Rows named "Total" (2) are passed over as sums`},
		{name: "totals beside the id", people: "nr,name\n1,a\n2,b\nSumme,2\n", want: "a>b",
			ties: "from,to\na,b\n", says: "People: 2 people", options: Reader{
				Columns: Columns{ID: "name"}}},
		{name: "a person Total", people: abc + "Total,4\n", options: Reader{Totals: true},
			ties: "from,to\na,Total\n", want: "a>Total"},
		{name: "weak", people: abc, options: Reader{Least: 2}, want: "a>b*2",
			ties: "from,to,weight\na,b,2\na,c,1\na,d,1.9\n", says: "2 ties below the least weight"},
		{name: "weak without weights", people: abc, options: Reader{Least: 2},
			ties: "from,to\na,b\n", says: "-least"},
	} {
		k.check(t)
	}
}

// TestMatch: what would make ids match is said, and accepted by name.
func TestMatch(t *testing.T) {
	const people = "id,mail\nAnn,a@x\nBob,b@x\n007,c@x\n12,d@x\n"
	for _, k := range []kind{
		{name: "case", ties: "from,to\nann,Bob\nBob,ann\n", says: "-match case"},
		{name: "case, accepted", options: Reader{Match: []string{"case"}},
			ties: "from,to\nann,BOB\nBob,ann\n", want: "Ann>Bob Bob>Ann", says: "3 ids by -match"},
		{name: "zeros", ties: "from,to\n7,Bob\nBob,7\n", says: "leading zeros"},
		{name: "decimals", ties: "from,to\n12.0,Bob\nBob,12.0\n", says: "-match decimals"},
		{name: "decimals and zeros", options: Reader{Match: []string{"zeros", "decimals"}},
			ties: "from,to\n12.0,7.0\n", want: "12>007"},
		{name: "names", ties: "from,to\nAnn A. <Ann>,Bob\nBob,Ann A. <Ann>\n",
			says: "-match names"},
		{name: "several", ties: "from,to\nAnn,Bob; 12\nBob,Ann;12\n", says: "-match several"},
		{name: "several, accepted", options: Reader{Match: []string{"several"}},
			ties: "from,to\nAnn,Bob; 12\nBob,Ann\n", want: "Ann>12 Ann>Bob Bob>Ann"},
		{name: "another column", ties: "from,to\na@x,b@x\nb@x,a@x\n", says: `-id "mail"`},
		{name: "two at once", ties: "from,to\nANN A. <ann>,Bob\nBob,X <bob>\n",
			says: "in several ways"},
		{name: "another column, in ways", ties: "from,to\nX <A@X>,Y <B@X>\nY <B@X>,X <A@X>\n",
			says: `would match the column "mail" in several ways: -id "mail" -match case,names`},
		{name: "order", options: Reader{Match: []string{"order"}},
			ties: "from,to\n\"x, Ann\",Bob\n", says: `no person "x, Ann"`},
		{name: "nothing", ties: "from,to\nx,Bob\nAnn,Bob\n", says: "1 of 2 rows names nobody"},
		{name: "partial", options: Reader{Partial: true}, ties: "from,to\nx,Bob\nAnn,Bob\n",
			want: "Ann>Bob", says: `1 tie to unknown ids, such as "x"`},
		{name: "unknown way", options: Reader{Match: []string{"luck"}}, ties: "from,to\nAnn,Bob\n",
			says: `no way "luck"`},
		{name: "even anyhow", ties: "from,to\n Ann\u00a0,\u200bBob\n", want: "Ann>Bob",
			says: "Evened out: 2 cells"},
	} {
		k.people = people
		k.check(t)
	}
	_, err := Reader{Match: []string{"case"}}.Read(file("id\na\nA\n"), file("from,to\na,A\n"), nil)
	if err == nil || !strings.Contains(err.Error(), `the ids "a" and "A" are the same`) {
		t.Error(err)
	}
}

// TestTiesAloneAlike: ids of ties without people that are hardly people of their own are refused,
// or said where they are few, and evened out by -match.
func TestTiesAloneAlike(t *testing.T) {
	const mails = "from;to\nAnn A. <a@x>;b@x, c@x\nb@x;A@x, c@x\nc@x;a@x\n"
	many := "from,to\na,A\n"
	for i := range 10 {
		many += fmt.Sprintf("p%d,a\n", i)
	}
	for _, k := range []kind{
		{name: "mails", ties: mails, says: "-match names,several evens that out, and " +
			"-match exact takes the ids as they are"},
		{name: "mails, matched", ties: mails, want: "Ann A. <a@x>>b@x Ann A. <a@x>>c@x " +
			"b@x>Ann A. <a@x> b@x>c@x c@x>Ann A. <a@x>",
			options: Reader{Match: []string{"case", "names", "several"}}},
		{name: "exact", options: Reader{Match: []string{"exact"}}, ties: "from,to\na,A\n",
			want: "a>A"},
		{name: "case", ties: "from,to\na,A\n", says: "1 differ from another only in case"},
		{name: "few", ties: many, says: "1 differ from another only in case; -match case evens",
			want: "a>A p0>a p1>a p2>a p3>a p4>a p5>a p6>a p7>a p8>a p9>a"},
		{name: "order", ties: "from;to\nSmith, Ann;Bob\nBob;Ann Smith\n", says: "-match order"},
		{name: "order, matched", ties: "from;to\nSmith, Ann;Bob\nBob;Ann Smith\n",
			options: Reader{Match: []string{"order"}}, want: "Bob>Smith, Ann Smith, Ann>Bob"},
		{name: "plain", ties: "from,to\na,b\nb,c\n", want: "a>b b>c"},
	} {
		k.check(t)
	}
}

// TestCharts: charts of every kind, and a way on for second superiors.
func TestCharts(t *testing.T) {
	const ties, two = "from,to\na,b\n", "from,to\nb,a\nc,a\nd,b\nd,c\n"
	for _, k := range []kind{
		{name: "id and manager", reports: "employee_id,manager_id,status\na,,x\nb,a,former\n",
			want: "a>b", says: "The column status of reports.csv is not read"},
		{name: "status in the people", people: "id,status\na,active\nb,terminated\n", want: "a>b",
			says: `it says "terminated" or the like in 1 row`},
		{name: "status of another kind", people: "id,status,end date\na,1,\nb,2,\n", want: "a>b"},
		{name: "end date", people: "id,End Date\na,\nb,2020-01-01\n", want: "a>b",
			says: "The column End Date of people.csv is not read"},
		{name: "two", reports: two, says: "-first-superior"},
		{name: "two, first", reports: two, options: Reader{Second: SecondDropped}, want: "a>b",
			says: "1 report to a second superior is left out"},
		{name: "two, matrix", reports: two, options: Reader{Second: SecondLine}, want: "a>b",
			says: "1 report to a second superior makes the second line"},
		{name: "both charts", people: "id,manager\na,\nb,a\n", reports: "from,to\na,b\n",
			want: "a>b", says: "The column manager of people.csv is not read"},
		{name: "unknown", people: "id,manager\na,boss\nb,a\n", says: "-partial"},
		{name: "unknown, partial", people: "id,manager\na,boss\nb,a\n", want: "a>b",
			options: Reader{Partial: true}, says: "1 report of or to unknown people"},
		{name: "names for ids", people: "id,name,manager\na,Ann,\nb,Bob,Ann\n", want: "a>b",
			says: "By the column name of people.csv its column manager names superiors"},
		{name: "names that two have", says: `-id "name"`,
			people: "id,name,manager\na,Ann,\nb,Ann,Ann\n"},
		{name: "numbers for addresses", want: "a>b", says: "By the column personal-nr.",
			people:  "E-Mail;Personal-Nr.;Vorgesetzter (Pers.-Nr.)\na;001;\nb;002;001\n",
			options: Reader{Columns: Columns{ID: "E-Mail"}}},
		{name: "name and id", people: "id,manager,manager id\na,,\nb,Ann A.,a\n", want: "a>b",
			says: "1 report in the column manager id"},
		{name: "circle", people: "id,manager\na,b\nb,a\n", says: "line 2 (manager): superiors in"},
		{name: "his own", people: "id,manager\na,a\nb,a\n", want: "a>b",
			says: "1 person reports to themselves"},
		{name: "empty", people: "id,manager\na,\nb,\n", want: "a>b",
			says: "manager of people.csv is empty"},
		{name: "dotted line", people: "id,manager,dotted line\na,,\nb,a,\nc,b,a\n", want: "a>b",
			says: "The column dotted line of people.csv is not read; -matrix"},
		{name: "dotted line, read", people: "id,manager,dotted line\na,,\nb,a,\nc,b,a\n",
			options: Reader{Second: SecondLine}, want: "a>b", says: "makes the second line"},
		{name: "dotted line of a chief", people: "id,manager,dotted line\na,,b\nb,a,\nc,a,b\n",
			options: Reader{Second: SecondLine}, want: "a>b",
			says: "2 reports to a second superior"},
		{name: "dotted line beside a chart", people: "id,dotted line\na,\nb,a\n", want: "a>b",
			reports: "from,to\nb,a\n", says: "The column dotted line of people.csv is not read"},
		{name: "a column of reports", reports: "id,manager,Dotted-line manager\nb,a,\nc,a,b\n",
			want: "a>b", says: "names 1 dotted line, which is not read; -matrix"},
		{name: "a column of reports, read", options: Reader{Second: SecondLine}, want: "a>b",
			reports: "id,manager,Dotted-line manager\nb,a,\nc,a,b\n",
			says:    "1 report to a second superior makes the second line"},
		{name: "kinds of reports", reports: "from,to,type\nc,b,dotted\nb,a,solid\nc,a,solid\n",
			want: "a>b", says: "The column type of reports.csv names 1 dotted line"},
		{name: "kinds of reports, read", options: Reader{Second: SecondLine}, want: "a>b",
			reports: "von;an;Linie\nc;b;fachlich\nb;a;disziplinarisch\nc;a;disziplinarisch\n",
			says:    "2 reports in reports.csv; 1 chief"},
		{name: "rows of one person", people: "id,department\na,1\nb,1\na,2\n", says: "-first-row"},
		{name: "first row", people: "id,department\na,1\nb,1\na,2\n", want: "a>b",
			options: Reader{FirstRow: true}, says: "his first row counts"},
	} {
		if k.people == "" {
			k.people = abc
		}
		k.ties = ties
		k.check(t)
	}
}

// TestDottedFirst: a dotted line is in the second line, wherever its row stands.
func TestDottedFirst(t *testing.T) {
	r := mustRead(t, Reader{Second: SecondLine}, "id\na\nb\nc\n", "from,to\na,b\n",
		"from,to,type\nc,b,dotted\nb,a,solid\nc,a,solid\n")
	if got, want := r.Superior(), []int32{-1, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("superiors %v, want %v", got, want)
	}
	if got, want := r.SecondLine(), []int32{-1, -1, 1}; !slices.Equal(got, want) {
		t.Errorf("second line %v, want %v", got, want)
	}
}

// TestEnded: columns that say that ties or people have ended are named, and only those.
func TestEnded(t *testing.T) {
	const people = "id\na\nb\nc\n"
	for _, k := range []kind{
		{name: "status of ties", ties: "from,to,status\na,b,active\na,c,ended\n",
			want: "a>b a>c", says: `The column status of ties.csv is not read: it says "ended"`},
		{name: "end of ties", ties: "von;an;Enddatum\na;b;\na;c;31.12.2020\n", want: "a>b a>c",
			says: `The column Enddatum of ties.csv is not read: it says "31.12.2020"`},
		{name: "no end", people: "id,valid to\na,31.12.9999\nb,9999-12-31\nc,-\n", want: "a>b",
			ties: "from,to\na,b\n", says: "People: 3 people"},
		{name: "left", people: "id,left\na,no\nb,no\nc,yes\n", want: "a>b",
			ties: "from,to\na,b\n", says: `it says "yes" or the like in 1 row`},
		{name: "bis is to", ties: "von;bis\na;b\n", options: Reader{Columns: Columns{To: "bis"}},
			want: "a>b"},
	} {
		if k.people == "" {
			k.people = people
		}
		k.check(t)
	}
	r := mustRead(t, Reader{}, "id,valid to,left\na,31.12.9999,no\nb,9999-12-31,0\n",
		"from,to\na,b\n", "")
	if text := r.Import().String(); strings.Contains(text, "not read") {
		t.Error(text)
	}
}

// TestSecondLine: the second superiors are a line of their own, and Active keeps it.
func TestSecondLine(t *testing.T) {
	r := mustRead(t, Reader{Second: SecondLine}, "id\nx\na\nb\nc\nd\n", "from,to\na,b\nb,c\nc,d\n",
		"from,to\nb,a\nc,a\nd,b\nd,c\nx,a\n")
	if got, want := r.SecondLine(), []int32{-1, -1, -1, -1, 3}; !slices.Equal(got, want) {
		t.Errorf("second line %v, want %v", got, want)
	}
	active, err := r.Active()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := active.SecondLine(), []int32{-1, -1, -1, 2}; !slices.Equal(got, want) {
		t.Errorf("active second line %v, want %v", got, want)
	}
}

// TestEncodings: files in other encodings are read as the same people.
func TestEncodings(t *testing.T) {
	wide := func(text string) string {
		var b strings.Builder
		b.WriteString("\xff\xfe")
		for _, r := range text {
			b.WriteByte(byte(r))
			b.WriteByte(byte(r >> 8))
		}
		return b.String()
	}
	const people = "id,department\nJosé,Geschäft\nb,X\n"
	for _, k := range []kind{
		{name: "UTF-16", ties: wide("from,to\nJosé,b\n"), want: "José>b", says: "UTF-16"},
		{name: "Windows-1252", ties: "from,to\nJos\xe9,b\n", want: "José>b", says: "Windows-1252"},
		{name: "another form", ties: "from,to\nJose\u0301,b\n", want: "José>b",
			says: "1 cell with"},
		{name: "broken", ties: "from,to\nJosé,b\nJos\xe9,b\n", says: "not UTF-8"},
	} {
		k.people = people
		k.check(t)
	}
}
