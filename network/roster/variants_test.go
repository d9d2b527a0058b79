package roster

import (
	"strings"
	"testing"
)

// wide16 is a text in UTF-16, little end first, with or without a byte order mark.
func wide16(text string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString("\xff\xfe")
	}
	for _, r := range text {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// TestVariants: the same two ties, a listens to b and b to a, as many programs and people write
// them.
func TestVariants(t *testing.T) {
	const both = "a>b b>a"
	sent := Reader{Direction: ToListens}
	for _, k := range []kind{
		{name: "byte order mark", ties: "\ufefffrom,to\na,b\nb,a\n"},
		{name: "CRLF and blanks", ties: "from , to\r\n a ,b \r\n\r\nb, a\r\n\r\n"},
		{name: "CR alone", ties: "from,to\ra,b\rb,a\r"},
		{name: "UTF-16", ties: wide16("from\tto\r\na\tb\r\nb\ta\r\n", true)},
		{name: "UTF-16 without mark", ties: wide16("from,to\na,b\nb,a\n", false)},
		{name: "quoted throughout", ties: "\"from\";\"to\"\n\"a\";\"b\"\n\"b\";\"a\"\n"},
		{name: "NBSP in headers", ties: "from\u00a0;\u00a0to\na;b\nb;a\n"},
		{name: "soft hyphens", ties: "from;to\na\u00ad;b\nb;a\n"},
		{name: "trailing semicolons", ties: "from;to;;\na;b;;\nb;a;;\n"},
		{name: "totals and a date below", ties: "from;to;n\na;b;2\nb;a;3\nGesamt;;5\n",
			want: "a>b*2 b>a*3", says: "passed over as sums"},
		{name: "totals of another column", ties: "n;from;to\n2;a;b\n3;b;a\n5;;\n",
			want: "a>b*2 b>a*3", says: "1 row without sender or receiver", options: Reader{
				Partial: true}},
		{name: "title lines", ties: "Who asks whom?;;\nStand 1.5.2024;;\n;;\nVon;An;\n" +
			"a;b;\nb;a;\n"},
		{name: "title in one cell", ties: "\"Ties, 2024\"\n\nfrom,to\na,b\nb,a\n"},
		{name: "German", ties: "Wer;Wen\na;b\nb;a\n", options: Reader{Columns: Columns{From: "wer",
			To: "WEN"}}},
		{name: "German log", options: sent, ties: "Gesendet;Absender;Empfänger\n1;b;a\n2;a;b\n"},
		{name: "Dutch", ties: "Van;Naar;Aantal\na;b;1\nb;a;1\n"},
		{name: "French", ties: "Émetteur;Destinataire\nb;a\na;b\n", says: "a tie was sent"},
		{name: "French, capitals", ties: "SOURCE;CIBLE\na;b\nb;a\n"},
		{name: "Gephi", ties: "Source,Target,Type,Id,Label,timeset,Weight\na,b,Directed,0,,,1.0\n" +
			"b,a,Directed,1,,,1.0\n"},
		{name: "igraph", ties: "\"\",\"from\",\"to\"\n\"1\",\"a\",\"b\"\n\"2\",\"b\",\"a\"\n"},
		{name: "pandas", ties: ",source,target,weight\n0,a,b,1\n1,b,a,1\n"},
		{name: "yes and no", ties: "from;to;Kontakt?\na;b;ja\nb;a;ja\n"},
		{name: "dyads with FALSE", ties: "ego,alter,tie\na,b,TRUE\na,c,FALSE\n" +
			"b,a,TRUE\nb,c,FALSE\n"},
		{name: "missing words", ties: "from,to,weight\na,b,1\nb,a,1\nc,NULL,1\nc,#N/A,1\n",
			options: Reader{Partial: true}},
		{name: "self ties", ties: "from,to\na,b\nb,a\na,a\n", says: "1 loop"},
		{name: "twice", ties: "from,to\na,b\nb,a\nb,a\n", says: "1 tie there before"},
		{name: "undirected", options: Reader{Direction: BothListen}, ties: "v1,v2\na,b\n"},
		{name: "names", options: Reader{Match: []string{"names"}},
			ties: "from,to\nAnn <a>,\"Bob, B. <b>\"\nb,a\n"},
		{name: "several with semicolons", options: Reader{Match: []string{"several"}},
			ties: "from,to\na,b;c\nb,a\n", want: "a>b a>c b>a"},
		{name: "several with commas", options: Reader{Match: []string{"several"}},
			ties: "from;to\na;b, c\nb;a\n", want: "a>b a>c b>a"},
		{name: "several in lines", options: Reader{Match: []string{"several"}},
			ties: "from;to\na;\"b\nc\"\nb;a\n", want: "a>b a>c b>a"},
		{name: "several with bars", options: Reader{Match: []string{"several"}},
			ties: "from,to\na,b|c\nb,a\n", want: "a>b a>c b>a"},
		{name: "matrix with totals", ties: ";a;b;c;Total\na;0;1;0;1\nb;1;0;0;1\nc;0;0;0;0\n" +
			"Total;1;1;0;2\n", says: "passed over as sums"},
		{name: "matrix with title", ties: "Advice;;;\n;a;b;c\na;0;1;0\nb;1;0;0\nc;0;0;0\n"},
		{name: "matrix of x", ties: ";a;b;c\na;;x;\nb;x;;\nc;;;\n"},
		{name: "matrix with diagonal", ties: ";a;b;c\na;-;1;0\nb;1;-;0\nc;0;0;-\n"},
		{name: "matrix, triangle", options: Reader{Direction: BothListen},
			ties: ";a;b;c\na;;;\nb;1;;\nc;0;0;\n"},
		{name: "GraphML of yEd without labels", ties: `<graphml><graph edgedefault="directed">` +
			`<node id="a"/><node id="b"/><edge source="a" target="b"/>` +
			`<edge source="b" target="a"/></graph></graphml>`},
		{name: "tabs and comments", ties: "# made by hand\nfrom\tto\na\tb\nb\ta\n"},
		{name: "weights with units", ties: "from,to,weight\na,b,2h\nb,a,1h\n", want: "-",
			says: `the weight is "2h"`},
		{name: "dates for weights", ties: "from,to,weight\na,b,01.05.2024\n", want: "-",
			says: `the weight is "01.05.2024"`},
	} {
		if k.people == "" {
			k.people = abc
		}
		switch k.want {
		case "":
			k.want = both
		case "-":
			k.want = ""
		}
		k.check(t)
	}
}

// TestVariantsOfPeople: people as HR systems and spreadsheets write them.
func TestVariantsOfPeople(t *testing.T) {
	for _, k := range []kind{
		{name: "title and total", people: "Personalliste;;\nStand 1.5.2024;;\n\nPers.-Nr.;Abt.\n" +
			"a;X\nb;Y\nSumme;2\n", says: `"Abt." is department`},
		{name: "Dutch", people: "Personeelsnummer;Afdeling;Leidinggevende\na;X;\nb;X;a\n",
			says: "1 report in the column leidinggevende"},
		{name: "French", people: "Matricule;Nom;Service;N+1\na;Ann;X;\nb;Bob;X;a\n",
			says: "1 report in the column n+1"},
		{name: "manager's name beside", people: "Employee ID,Name,Manager,Manager ID,Cost\n" +
			"a,Ann,,,1\nb,Bob,Ann,a,1\n", says: "1 report in the column manager id"},
		{name: "manager by his address", people: "id,Email,Manager Email\na,a@x,\nb,b@x,a@x\n",
			says: "By the column email"},
		{name: "chief reports to himself", people: "id,reports_to\na,a\nb,a\n",
			says: "1 person reports to themselves"},
		{name: "chief of another firm", people: "id,manager\na,EXT-1\nb,a\nc,a\n",
			options: Reader{Partial: true}, says: "1 report of or to unknown people"},
		{name: "department code and name", people: "id,Department Code,Department\na,1,X\nb,2,Y\n",
			says: "Departments: 2 from the column department"},
		{name: "org unit", people: "Personalnummer;Organisationseinheit\na;X\nb;Y\n",
			says: "organisationseinheit"},
		{name: "numbers with .0", people: "id,manager\na,\nb,a\n", ties: "from,to\na,b\n",
			says: "1 report"},
		{name: "missing words", people: "id,department\na,k.A.\nb,X\nc,n/a\n",
			says: "2 people are in no department"},
		{name: "a sum below a chart", people: "id\na\nb\nc\n", says: "Chart: 1 report in",
			reports: "from,to\nc,b\nTotal,1\na,Total\n"},
		{name: "position first", people: "Position,id\nChief,a\nClerk,b\n", says: "2 people"},
	} {
		if k.ties == "" {
			k.ties = "from,to\na,b\n"
		}
		k.want = "a>b"
		k.check(t)
	}
}
