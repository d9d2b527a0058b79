// Trace asks Go for functions by their program counters: by a panic, and by name.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func main() {
	defer func() {
		fmt.Println(recover())
		var counters [16]uintptr
		frames := runtime.CallersFrames(counters[:runtime.Callers(0, counters[:])])
		for more := true; more; {
			var f runtime.Frame
			f, more = frames.Next()
			fmt.Println(f.Function, f.Line)
		}
	}()
	runtime.GC()
	fmt.Println(strings.Map(func(r rune) rune { return deep(r, 5) }, "a"))
}

func deep(r rune, n int) rune {
	if n == 0 {
		panic("deep")
	}
	return deep(r, n-1)
}
