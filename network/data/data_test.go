package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orglearn/network"
	"orglearn/network/data"
	"orglearn/network/roster"
)

func open(t *testing.T, name, tie string) *roster.Roster {
	t.Helper()
	r, err := data.OpenRelation(name, tie)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The numbers are those of the publications; README.md has them too.
func TestPublishedCounts(t *testing.T) {
	for _, want := range []struct {
		set, tie                              string
		people, rows, loops, reports, outside int
		departments, smallest, largest        int
	}{
		{"hightech", "advice", 21, 190, 0, 20, 0, 5, 1, 8},
		{"hightech", "friendship", 21, 102, 0, 20, 0, 5, 1, 8},
		{"lawfirm", "advice", 71, 892, 0, 0, 0, 2, 30, 41},
		{"lawfirm", "cowork", 71, 1104, 0, 0, 0, 2, 30, 41},
		{"lawfirm", "friendship", 71, 575, 0, 0, 0, 2, 30, 41},
		{"manufacturer", "email", 167, 5784, 1, 153, 13, 11, 2, 83},
		{"research-institute", "email", 1005, 25571, 642, 0, 0, 42, 1, 109},
	} {
		t.Run(want.set+"/"+want.tie, func(t *testing.T) {
			r := open(t, want.set, want.tie)
			got := r.Import()
			for _, c := range []struct {
				name      string
				got, want int
			}{
				{"people", r.People(), want.people},
				{"rows", got.Rows, want.rows},
				{"loops", got.Loops, want.loops},
				{"duplicates", got.Duplicates, 0},
				{"unknown", got.Unknown, 0},
				{"ties", r.Graph().EdgeCount(), want.rows - want.loops},
				{"reports", got.Reports, want.reports},
				{"outside", got.Outside, want.outside},
				{"departments", len(r.Departments()), want.departments},
				{"smallest", got.Smallest, want.smallest},
				{"largest", got.Largest, want.largest},
			} {
				if c.got != c.want {
					t.Errorf("%s: %d, want %d", c.name, c.got, c.want)
				}
			}
			if r.HasChart() != (want.reports > 0) {
				t.Errorf("HasChart is %v", r.HasChart())
			}
		})
	}
}

func TestChiefs(t *testing.T) {
	for _, want := range []struct {
		set, chief    string
		levels, staff int
	}{{"hightech", "7", 2, 1}, {"manufacturer", "86", 5, 2}} {
		r, err := data.Open(want.set)
		if err != nil {
			t.Fatal(err)
		}
		chief, ok := r.Person(want.chief)
		if !ok || r.Superior()[chief] != -1 || !r.InChart(chief) {
			t.Errorf("%s: %s is not the chief", want.set, want.chief)
		}
		if got := r.Import(); got.Chiefs != 1 || got.Levels != want.levels {
			t.Errorf("%s: %d chiefs, %d levels, want 1 and %d",
				want.set, got.Chiefs, got.Levels, want.levels)
		}
		department := r.Department()
		office := 0
		for _, k := range department {
			if k == department[chief] {
				office++
			}
		}
		if office != want.staff {
			t.Errorf("%s: %d people in the chief's department, want %d",
				want.set, office, want.staff)
		}
	}
}

// TestDirection checks rows of the files. Person 1 of hightech goes to 2 for advice. Account 1 of
// manufacturer sent account 3 a message.
func TestDirection(t *testing.T) {
	advice, email := open(t, "hightech", "advice"), open(t, "manufacturer", "email")
	one, _ := advice.Person("1")
	two, _ := advice.Person("2")
	if !advice.Graph().Has(one, two) {
		t.Error("hightech: 1 does not listen to 2")
	}
	sender, _ := email.Person("1")
	receiver, _ := email.Person("3")
	if !email.Graph().Has(receiver, sender) {
		t.Error("manufacturer: 3 does not listen to 1")
	}
}

// TestActive builds every structure over the people of each Active roster.
func TestActive(t *testing.T) {
	people := map[string]int{
		"hightech": 21, "lawfirm": 71, "manufacturer": 153, "research-institute": 986,
	}
	for _, name := range data.Names() {
		r, err := data.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		active, err := r.Active()
		if err != nil {
			t.Fatal(err)
		}
		n := active.People()
		if n != people[name] {
			t.Errorf("%s: %d people, want %d", name, n, people[name])
		}
		if _, err := (network.Teams{Of: active.Department()}).Build(n, nil); err != nil {
			t.Error(err)
		}
		if active.HasChart() {
			chart := network.ReportsTo{Superior: active.Superior()}
			if _, err := chart.Build(n, nil); err != nil {
				t.Error(err)
			}
		}
		d := active.Import().Reduction
		if d.People+d.Outside+d.Alone+d.WithoutDepartment != r.People() {
			t.Errorf("%s: the people kept and left out do not add up: %+v", name, *d)
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, name := range data.Names() {
		set, err := data.Describe(name)
		if err != nil || set.Citation == "" || set.About == "" || len(set.Relations) == 0 {
			t.Errorf("%s: %+v, %v", name, set, err)
		}
		for _, tie := range set.Relations {
			r := open(t, name, tie.Name)
			if set.Department != "" && !slices.Contains(r.Columns(), set.Department) {
				t.Errorf("%s: no column %s", name, set.Department)
			}
		}
		set.Relations[0].Name = "changed"
		if _, err := data.Open(name); err != nil {
			t.Error(err)
		}
	}
}

func TestUnknownNames(t *testing.T) {
	_, noSet := data.Open("x")
	_, noTie := data.OpenRelation("lawfirm", "x")
	const names = "manufacturer, hightech, lawfirm, research-institute"
	if noSet == nil || !strings.Contains(noSet.Error(), names) {
		t.Error(noSet)
	}
	if noTie == nil || !strings.Contains(noTie.Error(), "advice, cowork, friendship") {
		t.Error(noTie)
	}
}

// The report says what was read and what was dropped.
func ExampleOpen() {
	firm, err := data.Open("manufacturer")
	if err != nil {
		fmt.Println(err)
		return
	}
	active, err := firm.Active()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(active.Import())
	// Output:
	// People: 167 people in manufacturer/people.csv. Everybody has a tie. 27 people
	//   listen to nobody and are listened to.
	// Ties: 5,783 kept of 5,784 rows in manufacturer/email.csv. Weights are the column
	//   messages. A tie was sent: `to` listens to `from`.
	// Dropped: 1 loop (a tie to oneself).
	// Chart: 153 reports in manufacturer/reports_to.csv; 1 chief, 5 levels below. 13
	//   people are outside the chart.
	// Departments: 11 from the branches of the chart, of 2 to 83 people. 13 people are
	//   in no department.
	// Kept for all arrangements: 153 of 167 people; left out: 13 outside the chart, 1
	//   without a tie to anyone kept. Between them are 5,715 ties; 68 ties went with
	//   the people left out. Departments: 11, of 2 to 83 people. 18 people listen to
	//   nobody and are listened to.
}
