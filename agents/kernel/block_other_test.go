//go:build !amd64 || purego

package kernel

import "testing"

func inGo(t *testing.T, test func(t *testing.T)) { test(t) }

func eachWay(do func()) { do() }
