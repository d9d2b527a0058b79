//go:build !js

package pane

import _ "embed" // for bundled.txt

// bundledText holds who sits with whom in the real organizations of network/data, by numbers and
// without names. TestBundledIsTheData makes it. So the page needs no reader of rosters.
//
// A line "# set arrangement people" begins an arrangement. Of units, each line after it has the
// place of the unit's leader, or -1 if it has none, and the unit's voices. Of contacts, each line
// has those whom a person hears, as PERSON or, where the weight is not 1, as PERSON*WEIGHT.
//
//go:embed bundled.txt
var bundledText string
