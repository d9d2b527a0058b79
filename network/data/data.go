// Package data holds four published data sets of real organizations. A program that imports this
// package embeds them, 270 kB. No other package of the library imports it.
//
//	firm, err := data.Open("manufacturer")
//	...
//	active, err := firm.Active() // the people who are in the chart and have ties
//
// Names lists the sets, and Describe says what a set holds and how to cite it. Open opens a set
// with its first relation, that is kind of ties, and OpenRelation opens another. README.md
// describes the files and their sources. Cite the source of the data that you use.
package data

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"orglearn/network/roster"
)

//go:embed hightech/*.csv lawfirm/*.csv manufacturer/*.csv research-institute/*.csv
var files embed.FS

// Set describes a data set.
type Set struct {
	Name      string
	About     string     // who the people are
	Citation  string     // the publication to cite
	Relations []Relation // those that OpenRelation opens; Open opens the first
	// Department is the column of people.csv that names the department. If the file has none, it is
	// "", and the departments are the branches of the chart, if there is one.
	Department string
	Chart      bool // whether the data say who reports to whom
}

// Relation describes one kind of ties in a data set.
type Relation struct {
	Name string
	// Means says what a row of the file means, which ties `from` to `to`.
	Means string
	// Sent says that `to` listens to `from`. If false, `from` listens to `to`.
	Sent bool
}

// sets are in the order of Names.
//
// Open opens the first relation of a set. It is the one that shows most plainly who learns from
// whom. For two firms, people were asked to whom they go for advice, so it is advice. In lawfirm,
// cowork has more ties, but it only says who worked on the same case. Advice also makes the two
// firms comparable. For the two organizations whose mail was logged it is e-mail.
var sets = []Set{
	{
		Name: "manufacturer",
		About: "167 e-mail accounts of a manufacturing company, " +
			"154 of them in its organization chart",
		Citation: "M. Nurek, R. Michalski, Combining machine learning and social network " +
			"analysis to reveal the organizational structures, " +
			"Applied Sciences 10(5):1699 (2020)",
		Relations: []Relation{{
			"email", "`from` sent `to` this number of messages in January to September 2010", true,
		}},
		Chart: true,
	},
	{
		Name:     "hightech",
		About:    "21 managers of a high-tech company",
		Citation: "D. Krackhardt, Cognitive social structures, Social Networks 9 (1987) 109-134",
		Relations: []Relation{
			{"advice", "`from` goes to `to` for advice", false},
			{"friendship", "`from` calls `to` a friend", false},
		},
		Department: "department",
		Chart:      true,
	},
	{
		Name: "lawfirm",
		About: "71 attorneys of a law firm; " +
			"the department is the practice (1 litigation, 2 corporate)",
		Citation: "E. Lazega, The Collegial Phenomenon, Oxford University Press, 2001",
		Relations: []Relation{
			{"advice", "`from` goes to `to` for professional advice", false},
			{"cowork", "`from` says that he worked with `to`", false},
			{"friendship", "`from` calls `to` a friend", false},
		},
		Department: "practice",
	},
	{
		Name:  "research-institute",
		About: "1,005 members of a European research institution in 42 departments",
		Citation: "H. Yin, A. R. Benson, J. Leskovec, D. F. Gleich, Local higher-order graph " +
			"clustering, KDD 2017 (the data set email-Eu-core)",
		Relations:  []Relation{{"email", "`from` sent `to` at least one message", true}},
		Department: "department",
	},
}

// Names lists the names of the data sets.
func Names() []string {
	names := make([]string, len(sets))
	for i, set := range sets {
		names[i] = set.Name
	}
	return names
}

// Describe says what a data set holds. An unknown name is an error that lists the names.
func Describe(name string) (Set, error) {
	for _, set := range sets {
		if set.Name == name {
			set.Relations = slices.Clone(set.Relations)
			return set, nil
		}
	}
	return Set{}, fmt.Errorf("data: no data set %.40q, want one of %s",
		name, strings.Join(Names(), ", "))
}

// Open reads a data set with its first kind of ties: e-mail in manufacturer and research-institute,
// advice in hightech and lawfirm. It includes all people; Roster.Active returns a roster without
// those who lack a place in some structure. An unknown name is an error that lists the names.
func Open(name string) (*roster.Roster, error) {
	set, err := Describe(name)
	if err != nil {
		return nil, err
	}
	return set.open(set.Relations[0])
}

// OpenRelation reads a data set with one kind of ties, named as in Set.Relations. An unknown name
// of a set or of ties is an error that lists the names.
func OpenRelation(name, tie string) (*roster.Roster, error) {
	set, err := Describe(name)
	if err != nil {
		return nil, err
	}
	var known []string
	for _, t := range set.Relations {
		if t.Name == tie {
			return set.open(t)
		}
		known = append(known, t.Name)
	}
	return nil, fmt.Errorf("data: no ties %.40q in %s, want one of %s",
		tie, name, strings.Join(known, ", "))
}

// open reads the files of a data set, with one kind of its ties.
func (s Set) open(tie Relation) (*roster.Roster, error) {
	paths := roster.Files{People: s.Name + "/people.csv", Ties: s.Name + "/" + tie.Name + ".csv"}
	if s.Chart {
		paths.Reports = s.Name + "/reports_to.csv"
	}
	reader := roster.Reader{Direction: roster.FromListens}
	if tie.Sent {
		reader.Direction = roster.ToListens
	}
	reader.Columns.Department = s.Department
	return reader.OpenFS(files, paths)
}
