package program

import "os"

// NewProgress shows how far a long operation has come: it prints a line every 10 seconds.
func NewProgress(what string) Progress { return lines(os.Stderr, what) }
