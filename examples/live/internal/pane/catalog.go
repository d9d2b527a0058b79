package pane

import "orglearn/metrics/study/kinds"

// Catalog is what a page has to know of the library: what it can offer, and the metrics of a frame.
type Catalog struct {
	Kinds      []Entry
	Metrics    []Named
	Replicates int
	Version    string

	Organizations string // the real ones, which a page gives to its workers
}

// Named is a name with its unit.
type Named struct{ Name, Unit string }

// Entry is a kind.
type Entry struct {
	Key, Role, Name, Sentence string
	Switched                  bool // it is on or off, and not always there
	Fields                    []Slider
	Ignores                   []string // keys of conditions that change nothing in it
}

// Slider is a field. Type is "number", "whole", "switch" or "choice".
type Slider struct {
	Key, Name, Sentence, Unit, Type, Range string
	Low, High, Least, Most                 float64
	Words                                  []string `json:",omitempty"`
	Default                                any      // a number or a word
}

// List returns the catalog of the table.
func List(version string) Catalog {
	c := Catalog{Replicates: Replicates, Version: version, Organizations: bundledText}
	for _, m := range Metrics() {
		c.Metrics = append(c.Metrics, Named{m.Name, m.Unit})
	}
	all := Table()
	for _, k := range all {
		e := Entry{Key: key(k), Role: string(k.Role), Name: k.Name, Sentence: k.Sentence,
			Switched: switched(k), Fields: []Slider{}, Ignores: ignored(k, all)}
		for _, f := range k.Fields {
			e.Fields = append(e.Fields, slider(e.Key, f))
		}
		c.Kinds = append(c.Kinds, e)
	}
	return c
}

// ignored returns the keys of the conditions that an organization does not take: all of them where
// a paper states its own, and people where the people are real ones.
func ignored(k kinds.Kind, all kinds.Table) []string {
	keys := []string{}
	for _, c := range all.Of(kinds.Conditions) {
		for _, f := range c.Fields {
			if k.Role == kinds.Model || k.Name == realName && f.Name == "people" {
				keys = append(keys, key(c)+"/"+f.Name)
			}
		}
	}
	return keys
}

// types are the names of the types of fields.
var types = map[kinds.Type]string{kinds.Number: "number", kinds.Whole: "whole",
	kinds.Switch: "switch", kinds.Choice: "choice"}

func slider(of string, f kinds.Field) Slider {
	s := Slider{Key: of + "/" + f.Name, Name: f.Name, Sentence: f.Sentence, Unit: f.Unit,
		Type: types[f.Type], Range: f.Range(), Low: f.Low, High: f.High, Least: f.Least,
		Most: f.Most, Words: f.Words, Default: f.Default.Number}
	if f.Type == kinds.Choice {
		s.Default = f.Default.Word
	}
	return s
}
