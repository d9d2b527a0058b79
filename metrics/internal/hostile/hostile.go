// Package hostile tests that parameters which nobody should give are handled well: as an error,
// without a panic, and in little time and memory.
package hostile

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// Case is a call with a hostile parameter.
type Case struct {
	Name string
	Want string // part of the error; "": there is none, and the result is as documented
	Call func() error
}

// mostTime and mostBytes limit the time and the memory of a call.
const (
	mostTime  = time.Second
	mostBytes = 100 << 20
)

// Run makes each call. It fails unless the call has the wanted error, does not panic, and takes
// little time and memory. A call that takes too long is tried again, because the machine may have
// been busy.
func Run(t *testing.T, cases []Case) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			took, bytes, err := call(c)
			if took > mostTime {
				took, _, _ = call(c)
			}
			if (err == nil) != (c.Want == "") ||
				err != nil && !strings.Contains(err.Error(), c.Want) {
				t.Errorf("the error is %v, want one that says %q", err, c.Want)
			}
			if took > mostTime || bytes > mostBytes {
				t.Errorf("it took %v and %d bytes, want at most %v and %d", took, bytes, mostTime,
					mostBytes)
			}
		})
	}
}

func call(c Case) (took time.Duration, bytes uint64, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := time.Now()
	defer func() {
		if what := recover(); what != nil {
			err = fmt.Errorf("it panicked: %v", what)
		}
		took = time.Since(begin)
		runtime.ReadMemStats(&after)
		bytes = after.TotalAlloc - before.TotalAlloc
	}()
	return 0, 0, c.Call()
}
