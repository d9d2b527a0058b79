package roster

import (
	"strings"
	"testing"
)

// TestUnreadColumns: what a column of ties that is not used says is said, or asked.
func TestUnreadColumns(t *testing.T) {
	const both, ac = "a>b b>a", "a>b a>c b>a"
	sent := Reader{Direction: ToListens}
	for _, k := range []kind{
		{name: "pairs with FALSE", people: abc, want: ac,
			ties: "from,to,connected\na,b,TRUE\nb,a,TRUE\na,c,FALSE\n",
			says: `it says "FALSE" in 1 row, which counts as ties like the others`},
		{name: "the same, told", people: abc, want: both,
			options: Reader{Columns: Columns{Weight: "connected"}},
			ties:    "from,to,connected\na,b,TRUE\nb,a,TRUE\na,c,FALSE\n"},
		{name: "pairs with n", people: abc, want: both, ties: "from,to,tie\na,b,Y\nb,a,y\na,c,n\n",
			says: "1 pair of weight 0"},
		{name: "waves", people: abc, want: "a>b a>c b>a c>a",
			ties: "wave,from,to\n1,a,b\n1,b,a\n2,a,c\n2,c,a\n",
			says: `The column wave of ties.csv is not read: rows with "1" and "2" count alike.`},
		{name: "copies", people: abc, options: sent, want: both,
			ties: "from,to,cc\na,b,c\nb,a,d\na,b,a\n", says: "it names people in 3 rows"},
		{name: "days", people: abc, ties: "from,to,day\na,b,2024-05-01\nb,a,2024-05-02\n",
			says: "the column day looks like a log"},
		{name: "German days", people: abc, ties: "from;to;Tag\na;b;1.5.2024 10:00\nb;a;2.5.24\n",
			says: "the column Tag looks like a log"},
		{name: "days, told", people: abc, options: sent, want: both,
			ties: "from,to,day\na,b,2024-05-01\nb,a,2024-05-02\n"},
		{name: "since when", people: abc, want: both,
			ties: "from,to,since\na,b,2024-05-01\nb,a,2024-05-02\n"},
		{name: "names that are no dates", people: abc, want: both,
			ties: "from,to,day\na,b,2024-05-01\nb,a,May\n"},
		{name: "two people", people: abc, want: "a>b", ties: "person1,person2\na,b\n",
			says: "do not tell who listens: person1 is taken to listen"},
		{name: "directed, no", people: abc, want: both,
			ties: "source,target,directed\na,b,FALSE\n", says: "Every tie is undirected"},
		{name: "directed, yes", people: abc, want: "a>b",
			ties: "source,target,directed\na,b,TRUE\n"},
	} {
		k.check(t)
	}
}

// TestUnreadHidesNames: with a key the values of a column that is not read are not named.
func TestUnreadHidesNames(t *testing.T) {
	ties := "from,to,by\na,b,Ann\nb,a,Ann\na,c,Bob\nc,a,Bob\n"
	r, err := Reader{Key: []byte("0123456789abcdef")}.Read(file(abc), file(ties), file(""))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(r.Import().String()), " ")
	if strings.Contains(said, "Ann") || !strings.Contains(said, "rows with 2 values count alike") {
		t.Error(said)
	}
}

// TestUnknownDepartment: a word for a department that is not known is none.
func TestUnknownDepartment(t *testing.T) {
	people := "id,department\na,Unknown\nb,1\nc,TBD\nd,1\ne,nicht zugeordnet\n"
	r, err := Reader{}.Read(file(people), file("from,to\na,b\n"), file(""))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(r.Departments()); n != 1 {
		t.Errorf("%d departments %v, want 1", n, r.Departments())
	}
}

// TestHardlyDepartments: names of departments that are others', or several, are named.
func TestHardlyDepartments(t *testing.T) {
	people := "id,department\na,1\nb,01\nc,Sales\nd,Legal\ne,Sales; Legal\nf,\"Sales, West\"\n"
	r, err := Reader{}.Read(file(people), file("from,to\na,b\n"), file(""))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(r.Import().String()), " ")
	for _, want := range []string{`"01" and "1" differ only`,
		`"Sales; Legal" seems to be several`} {
		if !strings.Contains(said, want) {
			t.Errorf("does not say %q: %s", want, said)
		}
	}
	if strings.Contains(said, `"Sales, West" seems`) {
		t.Error(said)
	}
}

// TestNoHintOfManagers: a superior whom nobody knows is not looked for in the column of superiors.
func TestNoHintOfManagers(t *testing.T) {
	people := "id,manager\na,vacant\nb,a\n"
	_, err := Reader{}.Read(file(people), file("from,to\na,b\n"), file(""))
	if err == nil || strings.Contains(err.Error(), "-id") {
		t.Error(err)
	}
}

// TestReversedReports: the error of a second superior says if the superiors seem to be in from.
func TestReversedReports(t *testing.T) {
	const hint = "if \"from\" holds the superiors"
	for reports, want := range map[string]bool{
		"from,to\na,b\na,c\na,d\n": true, "from,to\nb,a\nb,c\nd,a\n": false,
	} {
		_, err := Reader{}.Read(file(abc), file("from,to\na,b\n"), file(reports))
		if err == nil || strings.Contains(err.Error(), hint) != want {
			t.Errorf("%q: %v, want the hint %v", reports, err, want)
		}
	}
}
