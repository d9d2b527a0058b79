package roster_test

import (
	"fmt"
	"strings"

	"orglearn/network"
	"orglearn/network/roster"
)

// The example reads a firm of five people, in which each manager leads a team of the chart.
func ExampleRead() {
	people := strings.NewReader("id\nann\nbob\nkim\njoe\nlee\n")
	ties := strings.NewReader("from,to\nbob,ann\njoe,bob\nlee,joe\nkim,lee\n")
	reports := strings.NewReader("from,to\nbob,ann\nkim,ann\njoe,bob\nlee,kim\n")
	firm, err := roster.Read(people, ties, reports)
	if err != nil {
		fmt.Println(err)
		return
	}
	teams, err := network.ReportsTo{Superior: firm.Superior()}.Build(firm.People(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(teams.Len(), "teams")
	fmt.Print(firm.Import())
	// Output:
	// 3 teams
	// People: 5 people in people.csv. Everybody has a tie. 1 person listens to nobody
	//   and is listened to.
	// Ties: 4 kept of 4 rows in ties.csv. Every tie weighs 1. In a tie, `from` listens
	//   to `to`.
	// Dropped: nothing.
	// Chart: 4 reports in reports.csv; 1 chief, 2 levels below.
	// Departments: 3 from the branches of the chart, of 1 to 2 people.
}
