// Package network says who is heard by whom. It holds graphs, social units over people, and the
// structures of organizations.
//
//	Generator --Graph--> Graph ----Circles----+
//	                                          +--> Units --> voices:   who is heard in a unit
//	Structure --Build-------------------------+              audience: who learns from it
//	   ^                                                     seats:    the units of a person
//	   |
//	roster.Roster (people, ties and chart of a real organization)
//
// A Graph is directed: an edge u->v means that person u listens to person v. Units are social units
// over people 0..n-1. A Structure builds Units. A Structure is a value that all replicates (runs of
// one scenario) share. It takes all its random numbers from the Source that it is given.
//
//   - graphs: NewGraph, Mutual, and the generators Complete, Line, Star, RingLattice, DirectedRing,
//     Torus, Grid, Wheel, Tree, WattsStrogatz, Gnm, Gnp, PreferentialAttachment, Caveman,
//     ConnectedCaveman, RewiredCaveman, Outsiders, DoddsWattsSabel, Hubs, MasonWatts, Given;
//   - structures: Communities, Hierarchy, Isolated, Organization, Circles, Pairs, Teams, ReportsTo,
//     Explicit, Matrix, Brokered, Dealt, the control Randomized, and the wrappers Nested, which
//     puts units into units, Headed, which puts a head over all of them, Led, which gives every
//     unit a leader, and Assigned, which lets the firm fill seats in communities;
//   - measures: MeanDegree, Density, Clustering, Transitivity, PathsOf, Components, Modularity,
//     Betweenness, EIIndex, and Units.Budget, which measures the contact that an organization
//     gives;
//   - numbering: Graph.CuthillMcKee finds an order in which tied people are near each other, and
//     Graph.Relabel renumbers people in a given order;
//   - files: ReadEdges, WriteEdges, WriteDOT, WriteGraphML;
//   - gonum: Graph.Gonum passes a graph to any algorithm of gonum.org/v1/gonum/graph.
//
// Package roster reads real organizations from files. Package data holds four published ones. Your
// own structure is a type with a Build method, and package networktest checks it.
//
// # Words
//
//	unit         a social unit, such as a team, in which knowledge becomes objective: its norm.
//	             The type Units holds all units of an organization; a Membership describes one
//	norm         what counts as knowledge in a unit
//	voice        a person who is heard in a unit, with his rank and the weight of his tie
//	audience     the people who learn from a unit
//	seat         a person's membership in the audience of a unit
//	place        a person's position in one unit: as a voice, in the audience, or both
//	rank         the part that a person plays among the voices of a unit: Member, Leader and so
//	             on. Rules of package agents read it as a number
//	parent       a unit that hears units and no people; those are its children, and are one level
//	             below it. The top unit is above all others
//	circle       the unit of one person: his contacts are its voices, he is its only audience
//	tie          the fact that one person hears another, or a voice in a unit. The fields named
//	             Ties count ties
//	weight       how much a tie counts: a finite number of at least 0, usually 1
//	edge         a tie in one direction, as a Graph stores it. A tie that holds both ways is two
//	             edges
//	contact      a person to whom one is tied
//	degree       a person's number of contacts
//	chance       the random numbers that a run draws; the same chance is the same Source state
//	arrangement  who is placed in which unit
//	connected    all people and units form one component: ties or places join any two of them.
//	             Errors say that they hang together
//	relation     one kind of ties, such as advice or e-mail. A data set may hold several
package network
