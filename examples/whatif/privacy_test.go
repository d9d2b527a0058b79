package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"orglearn/examples/internal/orgflags"
	"orglearn/sim"
	"orglearn/sim/whatif"
)

// checked is a program whose flags were read.
func checked(t *testing.T, args ...string) *asking {
	t.Helper()
	p := newAsking()
	if err := p.Flags.Parse(append(slices.Clone(ownFiles), args...)); err != nil {
		t.Fatal(err)
	}
	if err := p.check(); err != nil {
		t.Fatal(err)
	}
	return p
}

// othersScore is the mean score of the people who are not among some, by hand.
func othersScore(m *sim.Model, but []int) float64 {
	sum, n := 0., 0.
	for p := range m.People() {
		if !slices.Contains(but, p) {
			sum += float64(m.Landscape().Score(m.Beliefs(p)))
			n++
		}
	}
	return sum / (n * float64(m.Landscape().Max()))
}

// The difference of a change that names few people is that of all others, and so holds nothing of
// those who are named: it is what two models give, stepped by hand.
func TestDifferenceIsOfTheOthers(t *testing.T) {
	firmFiles(t)
	_, rows := asked(t, append(slices.Clone(few), "-remove", "lab00,lab03")...)
	p := checked(t, "-remove", "lab00,lab03", "-ticks", "40")
	for _, a := range p.arms {
		if len(a.omitted) != 2 {
			t.Fatalf("%s: %v are left out, want two", a.name, a.omitted)
		}
		want := 0.
		for r := range uint64(6) {
			var score [2]float64
			for i, s := range []sim.Scenario{p.firm.base, a.scenario(p.firm.base, p.at)} {
				m, err := sim.New(s, p.Seed, r)
				if err != nil {
					t.Fatal(err)
				}
				for !m.Done() {
					if err := m.Step(); err != nil {
						t.Fatal(err)
					}
				}
				score[i] = othersScore(m, a.omitted)
			}
			want += (score[1] - score[0]) / 6
		}
		i := slices.IndexFunc(rows, func(row []string) bool {
			return row[0] == a.name && row[1] == "social learning" && row[2] == "40"
		})
		got, err := strconv.ParseFloat(rows[i][4], 64)
		if err != nil || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", a.name, rows[i], want)
		}
	}
}

// People who leave are omitted, however many. Otherwise the removals of two groups that share all
// but one person would differ by that person's score, as the mean is over others.
func TestWhoLeavesIsOmitted(t *testing.T) {
	firmFiles(t)
	for _, list := range []string{"lab00", "sal00,sal01,sal02,sal03,lab00"} {
		p := checked(t, "-remove", list)
		want, err := p.firm.people(list)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range p.arms {
			if !slices.Equal(a.omitted, want) {
				t.Errorf("%s: %v are omitted, want %v", a.name, a.omitted, want)
			}
		}
	}
	everybody := strings.Join(idsOf(checked(t, "-rotate").firm.Roster)[:24], ",")
	p := newAsking()
	err := p.Flags.Parse(append(slices.Clone(ownFiles), "-remove", everybody))
	if err == nil {
		err = p.check()
	}
	if err == nil || !strings.Contains(err.Error(), "and 4 are left") {
		t.Errorf("24 of 28 leave: %v", err)
	}
}

// A file of ties that differs by few people's ties is the change that names them: it gives the rows
// of -tie. The difference of all people less that of the others would be these people's own.
func TestDatesOmitWhoseTiesChange(t *testing.T) {
	firmFiles(t)
	ties, err := os.ReadFile("ties.csv")
	if err != nil {
		t.Fatal(err)
	}
	err = os.WriteFile("one.csv", append(ties, "sal01,lab01\n"...), 0o666)
	if err != nil {
		t.Fatal(err)
	}
	_, want := asked(t, append(slices.Clone(few), "-tie", "sal01:lab01", "-at", "10")...)
	_, got := asked(t, append(slices.Clone(few), "-dates", "one.csv@10")...)
	if len(want) < 3 || len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i := range want {
		if !slices.Equal(got[i][1:], want[i][1:]) {
			t.Errorf("%v, want %v", got[i], want[i])
		}
	}
	p := checked(t, "-dates", "one.csv@10,ties2.csv@20")
	if len(p.arms[0].omitted) != 2 || !slices.Equal(p.arms[0].omitted, p.arms[1].omitted) {
		t.Errorf("omitted: %v and %v, want the same two: up to tick 20 it is the same run",
			p.arms[0].omitted, p.arms[1].omitted)
	}
	more, err := os.ReadFile("ties2.csv")
	if err == nil {
		err = os.WriteFile("more.csv", append(more, "sal01,lab01\n"...), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	p = checked(t, "-dates", "ties2.csv@10,more.csv@20", "-ticks", "40")
	if len(p.arms[0].omitted) != 2 || len(p.arms[1].omitted) != 2 {
		t.Errorf("omitted: %v and %v, want two whose ties change at 20", p.arms[0].omitted,
			p.arms[1].omitted)
	}
	c := &changed{asking: p}
	if err := c.findReach(); err != nil {
		t.Fatal(err)
	}
	if !c.shown(1, 20) || c.shown(1, 21) || !c.shown(0, 21) {
		t.Error("a tie more at tick 20 is shown before it reaches five others")
	}
	if p = checked(t, "-dates", "ties2.csv@10"); p.arms[0].omitted != nil {
		t.Errorf("omitted: %v, want nobody", p.arms[0].omitted)
	}
}

// A difference is shown from the tick on at which the change can have reached five of the others.
// Until then it would be hardly more than the result of single people.
func TestShownFromFiveOn(t *testing.T) {
	c := &changed{asking: &asking{at: 10}, reach: [][]reached{{{10, []int{0, 2, 4, 5, 9}}}}}
	for tick, want := range map[int]bool{10: false, 11: false, 13: false, 14: true, 15: true,
		40: true} {
		if got := c.shown(0, tick); got != want {
			t.Errorf("tick %d: %v, want %v", tick, got, want)
		}
	}
	c.reach[0] = []reached{{10, []int{0, 3}}}
	if c.shown(0, 40) {
		t.Error("a change that reaches three people is shown")
	}
	c.reach[0] = []reached{{10, []int{7}}, {20, []int{1, 4, 6}}}
	for tick, want := range map[int]bool{10: false, 11: true, 20: true, 21: false, 23: true} {
		if got := c.shown(0, tick); got != want {
			t.Errorf("tick %d of changes at 10 and 20: %v, want %v", tick, got, want)
		}
	}
	firmFiles(t)
	p := checked(t, "-tie", "lab01:lab05", "-ticks", "40")
	c = &changed{asking: p}
	if err := c.findReach(); err != nil {
		t.Fatal(err)
	}
	m, err := p.firm.model(p.Seed)
	if err != nil {
		t.Fatal(err)
	}
	branch, err := whatif.Branch(m, p.arms[0].changes...)
	if err != nil {
		t.Fatal(err)
	}
	want := whatif.Reach(m, branch, p.arms[0].omitted...)
	if got := c.reach[0][0].counts; !slices.Equal(got, want) || want[0] >= orgflags.Smallest {
		t.Errorf("reach %v, want %v: nobody else at first", got, want)
	}
}

// The rows of changes hold differences only: no level of some people, from which with another run
// the score of one could be worked out.
func TestRowsHoldDifferences(t *testing.T) {
	firmFiles(t)
	_, rows := asked(t, append(slices.Clone(few), "-remove", "lab03", "-tie", "sal01:lab01")...)
	if got := strings.Join(rows[0], " "); got !=
		"change outcome tick replicates difference se low high" {
		t.Errorf("the columns are %s", got)
	}
	for _, row := range rows[1:] {
		if row[2] == "10" {
			t.Errorf("the tick of the change is shown: %v", row)
		}
	}
}

// Departments of fewer than five people are named in no result.
func TestSmallDepartmentsAreNotNamed(t *testing.T) {
	for _, q := range [][]string{{"-seats", "2"}, {"-lineage", "Lab:7"}, {"-story"}} {
		firmFiles(t)
		text, rows := asked(t, append(slices.Clone(few), q...)...)
		for _, row := range rows {
			text += " " + strings.Join(row, " ")
		}
		for _, small := range []string{"Law", "Chief"} {
			if strings.Contains(text, small) {
				t.Errorf("%v names %s", q, small)
			}
		}
	}
}

// No run is asked for both rank and department, as who leads a department is one person. So a run
// more changes the rows of one kind only, and nobody can be found by the difference of two outputs.
func TestLineageTellsRankOrDepartment(t *testing.T) {
	told := func(replicates int) (rank, departments string) {
		t.Chdir(t.TempDir())
		err := runTo(context.Background(), []string{"-lineage", "branch 01:3", "-ticks", "60",
			"-replicates", strconv.Itoa(replicates), "-csv", "rows.csv"}, new(bytes.Buffer))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := os.ReadFile("rows.csv")
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range strings.Split(string(rows), "\n") {
			switch {
			case strings.HasPrefix(row, "share of them who lead"):
				rank += row
			case strings.HasPrefix(row, "said by"), strings.HasPrefix(row, "came through"):
				departments += row
			}
		}
		return rank, departments
	}
	rank, departments := told(4)
	if more, same := told(5); more != rank || same == departments {
		t.Error("the fifth run is asked for rank, want departments only")
	}
	more, same := told(6)
	if _, fifth := told(5); more == rank || same != fifth {
		t.Error("the sixth run is asked for departments, want rank only")
	}
}

// Where fewer than five people lead people, rank is not told.
func TestFewLeadersAreNotTold(t *testing.T) {
	firmFiles(t)
	p := checked(t, "-rotate")
	var b strings.Builder
	fmt.Fprintln(&b, "from,to")
	for i, id := range idsOf(p.firm.Roster) {
		if i > 0 {
			fmt.Fprintf(&b, "%s,sal%02d\n", id, min(i-1, 3))
		}
	}
	if err := os.WriteFile("reports.csv", []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	p = checked(t, "-reports", "reports.csv", "-rotate")
	if d := (&descent{asking: p}); d.ranked() || !p.firm.leads(0) || !p.firm.leads(3) {
		t.Error("four people lead people, and rank is told")
	}
}

// Seats, lineages and stories are of departments of five people or more.
func TestLargeDepartments(t *testing.T) {
	firmFiles(t)
	p := checked(t, "-rotate")
	var names []string
	for _, u := range p.large() {
		names = append(names, p.firm.called(u))
	}
	if !slices.Equal(names, []string{"Lab", "Sales", "Service, field"}) {
		t.Errorf("%q", names)
	}
	for _, g := range p.firm.groups {
		if len(g.People) < orgflags.Smallest {
			t.Errorf("a group of %d: %s", len(g.People), g.Name)
		}
	}
}

// A change that leaves fewer than five others is refused.
func TestFewOthersAreRefused(t *testing.T) {
	firmFiles(t)
	p := checked(t, "-rotate")
	tooMany := arm{name: "x", omitted: make([]int, p.firm.People()-4)}
	if err := p.try([]arm{tooMany}); err == nil ||
		!strings.Contains(err.Error(), "results are shown of 5 people or more, and 4 are left") {
		t.Error(err)
	}
}
