// Package chart draws the results of simulations as figures for papers and slides: PNG at 200 dots
// an inch, or SVG. It is a thin layer over gonum/plot's canvases and fonts, with its own axes. Its
// panels know no simulation: they draw numbers. A few functions make panels of what a simulation
// leaves, a metrics.Table and social units.
//
//	           Figure
//	title      +-----------------------------------+
//	panels     | a  Curves          b  Differences  |     each a Panel: anything that
//	           |                                    |     draws itself on a draw.Canvas,
//	           | c  Distributions   d  HeatMap      |     a gonum *plot.Plot too
//	caption    +-----------------------------------+
//
// A panel is a struct literal whose zero fields mean what their comments say. Save and Encode draw
// it, alone or with others in a Figure:
//
//   - what happens over time: Curves of Series with their intervals, Flows for several quantities
//     over the same ticks;
//   - how something grows: Curves over a logarithmic Axis, with a Series for a Guide;
//   - how replicates spread: Distributions of Groups;
//   - which organization does better, and by how much: Differences with intervals and an
//     equivalence band;
//   - what two parameters do together: HeatMap;
//   - who is connected to whom: Network, laid out by Circle, Rings, Tree or Spring;
//   - several of these side by side: Figure, and ShareY for facets on one scale;
//   - a drawing of one's own: PanelFunc, with Color for the palette.
//
// From a table of metrics come Learning (curves), Ends and Outcomes (distributions), Streams
// (flows), Compared (differences), Sweep (a heat map over two axes of a sim.Sweep) and Facets
// (curves side by side); from social units comes Organization (a network).
//
// The colours are those of Okabe and Ito, told apart by colour-blind readers; markers and dashes
// tell the same lines apart in grey. Lines are named where they end. What the intervals and bands
// mean is said in the caption by the panel itself. The same panel gives the same bytes each time. A
// value that is not finite is an error that names its series.
package chart
