package whatif

import (
	"errors"
	"fmt"
	"slices"

	"orglearn/network"
	"orglearn/sim"
)

// Tie lets one person listen to another, in a channel of circles. The tie has the weight 1.
type Tie struct {
	Channel  string
	From, To int // From listens to To
}

// Make implements Change. Errors are a channel whose units are not circles, a person who is not
// there, a person tied to himself, and a tie that is there already.
func (c Tie) Make(m *sim.Model) error {
	g, err := graphOf(m, c.Channel)
	if err == nil {
		err = c.add(m, g)
	}
	return naming("Tie", err)
}

func (c Tie) add(m *sim.Model, g *network.Graph) error {
	switch {
	case c.From == c.To:
		return fmt.Errorf("person %d cannot be tied to himself", c.From)
	case checkPeople(m, []int{c.From, c.To}) != nil:
		return checkPeople(m, []int{c.From, c.To})
	case g.Has(c.From, c.To):
		return fmt.Errorf("person %d listens to person %d already", c.From, c.To)
	}
	edges := append(slices.Collect(g.Edges()),
		network.Edge{From: int32(c.From), To: int32(c.To), Weight: 1})
	now, err := network.NewGraph(g.People(), edges)
	if err != nil {
		return err
	}
	return recircle(m, c.Channel, now)
}

// Ties gives a channel of circles other ties. The circle of each person keeps its norm, if it has
// one.
type Ties struct {
	Channel string
	Graph   *network.Graph // over as many people
}

// Make implements Change. Errors are a channel whose units are not circles, and a graph that is
// missing or of another number of people.
func (c Ties) Make(m *sim.Model) error {
	_, err := graphOf(m, c.Channel)
	switch {
	case err != nil:
	case c.Graph == nil:
		err = errors.New("Graph is nil")
	default:
		err = recircle(m, c.Channel, c.Graph)
	}
	return naming("Ties", err)
}

// graphOf returns the graph of a channel of circles.
func graphOf(m *sim.Model, channel string) (*network.Graph, error) {
	u, err := unitsOf(m, channel)
	if err != nil {
		return nil, err
	}
	if u.Graph() == nil {
		return nil, fmt.Errorf("channel %q: its units are no circles of a graph, so there are no "+
			"ties to change: let people join a unit instead", channel)
	}
	return u.Graph(), nil
}

// recircle gives a channel the circles of another graph, lasting if they were.
func recircle(m *sim.Model, channel string, g *network.Graph) error {
	lasting := m.Units(m.Channel(channel)).Circles() == nil
	units, err := network.Circles{Of: network.Given{Network: g}, Lasting: lasting}.Build(
		m.People(), nil)
	if err != nil {
		return err
	}
	return m.Rearrange(channel, units, nil)
}
