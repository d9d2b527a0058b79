// Package chart draws the results of simulations as figures for papers and slides, as PNG at 200
// dots an inch or as SVG. It is a thin layer over gonum/plot's canvases and fonts, with its own
// axes. Its panels draw numbers and know nothing about simulations. A few functions make panels
// from a metrics.Table or from social units.
//
//	           Figure
//	title      +-----------------------------------+
//	panels     | a  Curves          b  Differences  |     each a Panel: anything that
//	           |                                    |     draws itself on a draw.Canvas,
//	           | c  Distributions   d  HeatMap      |     also a *plot.Plot of gonum
//	caption    +-----------------------------------+
//
// # Words
//
//	panel    one picture of a figure
//	frame    the rectangle of a panel in which the data lie; words stand around it
//	series   one line: values Y over X
//	band     the shaded area between the lower and upper ends of a line's intervals
//	strip    one low panel of Flows
//	group    values of one kind: a row of Distributions, or nodes of one colour in a Network
//	guide    a line that was not measured, such as what theory expects
//	note     a sentence that a panel adds to the caption of its figure
//	palette  the colours of Okabe and Ito, numbered from 1
//
// A panel is a struct literal. The comments of its fields say what their zero values mean. Save and
// Encode draw one panel, or several in a Figure:
//
//   - what happens over time: Curves of Series with their intervals; Flows for several quantities
//     over the same ticks
//   - how something grows: Curves over a logarithmic Axis, with a Series as a Guide
//   - how replicates spread: Distributions of Groups
//   - which organization does better, and by how much: Differences with intervals and an
//     equivalence band;
//   - what two parameters do together: HeatMap;
//   - who is connected to whom: Network, laid out by package layout, with Arrows
//     where only one of two hears the other;
//   - several of these side by side: Figure, and ShareY for facets on one scale;
//   - a drawing of one's own: PanelFunc, with Color for the palette.
//
// These functions make panels from a table of metrics: Learning (curves), Ends and Outcomes
// (distributions), Streams (flows), Compared (differences), Sweep (a heat map over two axes of a
// sim.Sweep) and Facets (curves side by side). Organization makes a network from social units.
//
// Colour-blind readers can distinguish the colours. Markers and dashes distinguish lines in grey.
// Each line has its name at its end. Each panel explains its intervals and bands in the caption.
// The same panel gives the same bytes each time. A value that is not finite is an error that names
// its series.
package chart
