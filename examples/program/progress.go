package program

import (
	"fmt"
	"io"
	"time"
)

// Progress shows how far an operation has come. Report is the callback of an experiment; End
// removes the display.
type Progress struct {
	Report func(done, total int)
	End    func()
}

// lines shows progress without a terminal: one line every 10 seconds.
func lines(w io.Writer, what string) Progress {
	begun := time.Now()
	last := begun
	return Progress{
		Report: func(done, total int) {
			now := time.Now()
			if now.Sub(last) < 10*time.Second || done >= total {
				return
			}
			last = now
			fmt.Fprintf(w, "%s: %d %%, about %s left\n", what, percent(done, total),
				timeLeft(now.Sub(begun), done, total))
		},
		End: func() {},
	}
}

func percent(done, total int) int { return int(100 * int64(done) / int64(max(total, 1))) }

func timeLeft(spent time.Duration, done, total int) time.Duration {
	return time.Duration(float64(spent) / float64(max(done, 1)) *
		float64(total-done)).Round(time.Second)
}
