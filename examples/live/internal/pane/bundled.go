package pane

import (
	_ "embed" // for bundled.json
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"orglearn/metrics/study/kinds"
	"orglearn/network"
)

// bundledText holds who sits with whom in the real organizations of network/data, by numbers and
// without names. TestBundledIsTheData makes it. So the page needs no reader of rosters.
//
//go:embed bundled.json
var bundledText []byte

// firm is a real organization in one of its arrangements: units, or the circles of people.
type firm struct {
	Set, Arranged string
	People        int
	Units         [][]int32   `json:",omitempty"` // voices of each unit
	Leaders       []int       `json:",omitempty"` // the place of each unit's leader, -1: none
	Heard         [][]int32   `json:",omitempty"` // whom each person hears
	Weights       [][]float32 `json:",omitempty"` // of these
}

// firms reads what is embedded, once.
var firms = sync.OnceValue(func() (all []firm) {
	if err := json.Unmarshal(bundledText, &all); err != nil {
		panic(err) // TestBundledIsTheData reads the same text
	}
	return all
})

// structure returns the arrangement.
func (f firm) structure() (network.Structure, error) {
	if f.Heard == nil {
		units := make([]network.Membership, len(f.Units))
		for k, voices := range f.Units {
			for i, p := range voices {
				v := network.Voice{Person: p, Weight: 1}
				if i == f.Leaders[k] {
					v.Rank = network.Leader
				}
				units[k].Voices = append(units[k].Voices, v)
			}
		}
		return network.Explicit{Units: units}, nil
	}
	var edges []network.Edge
	for p, heard := range f.Heard {
		for i, q := range heard {
			edges = append(edges, network.Edge{From: int32(p), To: q, Weight: f.Weights[p][i]})
		}
	}
	g, err := network.NewGraph(f.People, edges)
	return network.Circles{Of: network.Given{Network: g}, Lasting: true}, err
}

// real names a real organization and one of its arrangements.
type real struct{ Set, By int }

// arrangements are the words of real.By.
var arrangements = []string{"chart", "departments", "contacts"}

// sets are the words of real.Set.
func sets() (names []string) {
	for _, f := range firms() {
		if !slices.Contains(names, f.Set) {
			names = append(names, f.Set)
		}
	}
	return names
}

// bundled is the kind of real organizations. The number of people is theirs.
func bundled() kinds.Kind {
	return kinds.New(kinds.Organization, "bundled",
		"A real organization. Only units of five people or more are drawn, and no person.",
		func() (kinds.Put, kinds.Fields) {
			var r real
			return r.put, kinds.Fields{
				kinds.ChoiceOf("data", "which organization", &r.Set, sets()...),
				kinds.ChoiceOf("arranged", "by what people are arranged", &r.By, arrangements...),
			}
		})
}

func (r *real) put(d *kinds.Draft) error {
	set, by := sets()[r.Set], arrangements[r.By]
	at := slices.IndexFunc(firms(), func(f firm) bool { return f.Set == set && f.Arranged == by })
	if at < 0 {
		return fmt.Errorf("the data of %s hold no %s", set, by)
	}
	f := firms()[at]
	structure, err := f.structure()
	d.On.People = f.People
	d.Scenario = d.On.Scenario(by, structure)
	return err
}
