// Package pane runs one organization for a page on which several stand side by side. It imports
// nothing that draws or serves, so it compiles to WebAssembly, and its tests run without a browser.
//
//	link --Parse--> Setting --Scenario--> sim.Scenario
//	                   |
//	                   +--New--> Session --Run--> frames, one per tick
//	                                    --Band--> means and deciles of other replicates
//
// A link is a query string that holds all of a page: the seed, the panes and their values. Table
// lists what a link can name. A frame is what a page draws of one tick.
package pane
