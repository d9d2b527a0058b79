// Package network says who is heard by whom: graphs, social units over people, the structures of organizations, and real
// organizations read from files.
//
//	Generator --Graph--> Graph ----Circles----+
//	                                          +--> Units ---> voices:   who is heard in a unit
//	Structure --Build-------------------------+              audience: who learns from it
//	   ^                                                     seats:    the units a person learns from
//	   |
//	Roster (people, ties and chart, read from CSV)
//
// A Graph is directed, in compressed sparse rows: an edge u->v means that u listens to v. Units are social units over people
// 0..n-1. A Structure draws units; it is a value, shared by all replicates, and draws only from the Source it is given.
//
//   - graphs: NewGraph, Mutual, and the generators Complete, Line, Star, RingLattice, DirectedRing, Torus, Grid, Wheel, Tree, WattsStrogatz,
//     Gnm, Gnp, PreferentialAttachment, Caveman, ConnectedCaveman, RewiredCaveman, DoddsWattsSabel, Hubs,
//     Given;
//   - structures: Communities, Hierarchy, Isolated, Organization, Circles, Pairs, Teams, ReportsTo, Explicit, and the control
//     Randomized;
//   - measures: MeanDegree, Density, Clustering, Transitivity, PathsOf, Components, Modularity, Betweenness, EIIndex, and
//     Units.Budget, what contact an organization gives;
//   - numbers: Graph.CuthillMcKee brings those who are tied near each other, Graph.Relabel gives people other numbers;
//   - files: ReadRoster, ReadEdges, WriteEdges, WriteDOT, WriteGraphML; package data holds four real organizations;
//   - gonum: Graph.Gonum passes a graph to any algorithm of gonum.org/v1/gonum/graph.
//
// A structure of one's own is a type with a Build method; package networktest checks it.
package network
