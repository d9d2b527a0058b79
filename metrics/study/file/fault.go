package file

import (
	"fmt"
	"strings"
)

// Fault is one thing that is wrong with a study file.
type Fault struct {
	File         string
	Line, Column int    // from 1 on
	Excerpt      string // the line
	What         string // what is wrong, with the range, and what may be meant
}

// String returns the place, what is wrong and the excerpt, in three lines.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s\n    %s\n    %s^", f.File, f.Line, f.Column, f.What, f.Excerpt,
		strings.Repeat(" ", max(f.Column-1, 0)))
}

// Faults are all that is wrong with a study file, in the order of places.
type Faults []Fault

// Count returns their number in words.
func (f Faults) Count() string {
	if len(f) == 1 {
		return "1 fault"
	}
	return fmt.Sprintf("%d faults", len(f))
}

// Error implements error.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}
