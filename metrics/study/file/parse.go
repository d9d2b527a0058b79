// Package file reads study files.
package file

import (
	"orglearn/metrics/study"
	"orglearn/metrics/study/kinds"
)

// Parse reads a study. If anything is wrong with it, the error is Faults and holds all.
func Parse(name string, text []byte, table kinds.Table) (study.Study, error) {
	return study.Study{}, Faults{{File: name, Line: 1, Column: 1, What: "not read yet"}}
}
