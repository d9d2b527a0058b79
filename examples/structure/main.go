// Structure arranges people in a way of your own. Here teams form a ring, and one person of each
// team meets one person of the next.
//
//	go run ./examples/structure
package main

import (
	"context"
	"fmt"
	"os"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/chart"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/setups"
)

// Brokers is a structure of teams in a ring. Everybody has a seat in a team. The last person of
// each team and the first person of the next meet in a unit of two.
type Brokers struct {
	Team int // people in a team, at least 1; the last team also takes the people left over
}

// Build arranges n people: it implements network.Structure. It draws nothing at random. It is an
// error if Team is below 1 or above n.
func (s Brokers) Build(n int, _ network.Source) (*network.Units, error) {
	if s.Team < 1 || s.Team > n {
		return nil, fmt.Errorf("Brokers.Team is %d, want 1 to %d (the people)", s.Team, n)
	}
	teams := n / s.Team
	units := make([]network.Membership, teams)
	for p := range n {
		add(&units[min(p/s.Team, teams-1)], p)
	}
	for k := 1; k <= teams && teams > 1; k++ {
		first := k % teams * s.Team // the first person of the next team
		var meeting network.Membership
		add(&meeting, (first+n-1)%n)
		add(&meeting, first)
		units = append(units, meeting)
	}
	return network.NewUnits(n, units...)
}

// add gives a person a seat in a unit, where he is heard and learns.
func add(u *network.Membership, person int) {
	u.Voices = append(u.Voices, network.Voice{Person: int32(person), Weight: 1})
}

func main() { program.Main("structure", run) }

func run(ctx context.Context, args []string) error {
	o, err := program.Begin("structure", 100, args)
	if err != nil {
		return err
	}
	brokers := setups.Default().Scenario("brokers", Brokers{Team: 5})
	table, err := o.Measure(ctx, sim.Experiment{
		Scenarios: []sim.Scenario{brokers, setups.Randomized(brokers),
			setups.Isolated{}.Scenario()},
	}, metrics.Score)
	if err != nil {
		return err
	}
	for _, c := range table.CompareAll(table.Scenarios(), metrics.Score, brokers.Ticks, .02) {
		fmt.Println(program.Wrap(program.Sentence(c)))
	}
	units, err := brokers.Channels[0].Structure.Build(brokers.People, nil)
	if err != nil {
		return err
	}
	b := units.Budget()
	fmt.Printf("In the ring %s people have %s ties; on average %.1f steps lie between two.\n",
		chart.Thousands(b.People), chart.Thousands(int(b.Ties)), b.Path)
	figure := chart.Figure{
		Title: "Teams in a ring, joined by brokers",
		Rows: [][]chart.Panel{
			{chart.Learning(table, metrics.Score), chart.Organization("Who hears whom", units)},
		},
	}
	return o.Write(os.Stdout, table, figure)
}
