package program

import "os"

// NewProgress shows how far a long operation has come: a plain line now and then.
func NewProgress(what string) Progress { return lines(os.Stderr, what) }
