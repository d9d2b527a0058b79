package pane

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"orglearn/metrics/study/kinds"
	"orglearn/network"
)

// firm is a real organization in one of its arrangements: units, or the circles of people.
type firm struct {
	Set, Arranged string
	People        int
	Units         [][]int32   // voices of each unit
	Leaders       []int       // the place of each unit's leader, -1: none
	Heard         [][]int32   // whom each person hears
	Weights       [][]float32 // of these
}

// firms reads bundledText, once. TestBundledIsTheData reads the same text.
var firms = sync.OnceValue(func() (all []firm) {
	for line := range strings.Lines(bundledText) {
		words := strings.Fields(line)
		if len(words) > 0 && words[0] == "#" {
			all = append(all, firm{Set: words[1], Arranged: words[2], People: whole(words[3])})
			continue
		}
		f := &all[len(all)-1]
		if f.Arranged == arrangements[byContacts] {
			f.addPerson(words)
		} else {
			f.addUnit(words)
		}
	}
	return all
})

func (f *firm) addUnit(words []string) {
	var voices []int32
	for _, w := range words[1:] {
		voices = append(voices, int32(whole(w)))
	}
	f.Units, f.Leaders = append(f.Units, voices), append(f.Leaders, whole(words[0]))
}

func (f *firm) addPerson(words []string) {
	heard, weights := make([]int32, len(words)), make([]float32, len(words))
	for i, w := range words {
		person, weight, weighs := strings.Cut(w, "*")
		heard[i], weights[i] = int32(whole(person)), 1
		if weighs {
			v, err := strconv.ParseFloat(weight, 32)
			if err != nil {
				panic(err)
			}
			weights[i] = float32(v)
		}
	}
	f.Heard, f.Weights = append(f.Heard, heard), append(f.Weights, weights)
}

func whole(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		panic(err)
	}
	return n
}

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

const byContacts = 2

// sets are the words of real.Set.
func sets() (names []string) {
	for _, f := range firms() {
		if !slices.Contains(names, f.Set) {
			names = append(names, f.Set)
		}
	}
	return names
}

const realName = "bundled"

// bundled is the kind of real organizations. The number of people is theirs.
func bundled() kinds.Kind {
	return kinds.New(kinds.Organization, realName,
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
