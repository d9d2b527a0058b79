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
// A Graph is directed, in compressed sparse rows: an edge u->v means that u listens to v. Units are
// social units over people 0..n-1. A Structure draws units. It is a value that all replicates
// share, and it draws only from the Source that it is given.
//
//   - graphs: NewGraph, Mutual, and the generators Complete, Line, Star, RingLattice, DirectedRing,
//     Torus, Grid, Wheel, Tree, WattsStrogatz, Gnm, Gnp, PreferentialAttachment, Caveman,
//     ConnectedCaveman, RewiredCaveman, DoddsWattsSabel, Hubs, Given;
//   - structures: Communities, Hierarchy, Isolated, Organization, Circles, Pairs, Teams, ReportsTo,
//     Explicit, Matrix, Brokered, Dealt, and the control Randomized;
//   - measures: MeanDegree, Density, Clustering, Transitivity, PathsOf, Components, Modularity,
//     Betweenness, EIIndex, and Units.Budget, the contact that an organization gives;
//   - numbers: Graph.CuthillMcKee orders people so that those tied are near each other, and
//     Graph.Relabel gives people other numbers;
//   - files: ReadEdges, WriteEdges, WriteDOT, WriteGraphML;
//   - gonum: Graph.Gonum passes a graph to any algorithm of gonum.org/v1/gonum/graph.
//
// Package roster reads real organizations from files, and package data holds four of them. A
// structure of one's own is a type with a Build method; package networktest checks it.
//
// # Words
//
//	unit        where knowledge becomes objective. Units are all of an organization; the
//	            Membership of one says who is heard in it and who learns from it
//	voice       a person who is heard in a unit, with his rank and the weight of his tie
//	audience    the people who learn from a unit
//	seat        a person's place in the audience of a unit
//	rank        what a person is among the voices of a unit: Member, Leader and so on. Rules of
//	            package agents read it as a number
//	tie         who hears whom. Ties, in Hubs and Budget, is how many; the Weight of a tie is how
//	            much it counts, 1 where nobody says more
//	edge        a tie in one direction, as a Graph stores it
//	relation    a kind of ties, such as advice or e-mail, of which a data set may hold several
package network
