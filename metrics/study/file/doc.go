// Package file reads study files.
//
// A study file is YAML, without anchors, tags and other documents. It is walked strictly: an
// unknown key, a key that is there twice or a value out of its range is a Fault. All faults of a
// file are reported at once, each with its line and column.
//
//	study: Who learns faster when people leave?
//	seed: 1991
//	replicates: 50
//	roster: {people: people.csv, ties: ties.csv, weigh: true}   # of own-contacts, own-chart, ...
//	organizations: {communities: {}, hierarchy: {span: 4}, wide: {kind: hierarchy, span: 8}}
//	randomized: true                    # each beside its randomized control
//	conditions: {people: 200}           # that the organizations have in common
//	mechanisms: {apprenticeship: {wait: 10}}
//	events: [{turbulence: {rate: .01}}]
//	rules: {experience: {flip: {}}}
//	reality: {blocks: {size: 4, seen: 16}}
//	axes: {absorb: [.1, .2], turnover: [0, .01], apprenticeship.slope: [0, 1]}
//	record: {score: [50, 200], consensus: end}
//	compare: [{score: 200, between: [communities, hierarchy], margin: .02}]
//	until: {score: 200, between: [communities, hierarchy], half-width: .01, most: 2048}
//	hypotheses: {slow: {score: end, higher: wide absorb=.1, lower: wide absorb=.2, by: .05}}
//	targets: {score: {200: .75}}
//
// Names, fields and ranges are those of a table of package kinds. An axis is a field of the
// organizations, a condition, or another kind by its name, of which it is the first field, or by
// "kind.field". A run of a setup is as long as the last tick that is recorded, unless the
// conditions say. An organization can be a control of its kind, as {kind: brokered, control:
// connected}.
package file
