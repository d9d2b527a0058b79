//go:build !js

package program

import (
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/cwriter"
	"github.com/vbauerster/mpb/v8/decor"
)

// NewProgress shows how far a long operation has come. If standard error is a terminal, it shows a
// bar with the time left. Otherwise it prints a line every 10 seconds.
func NewProgress(what string) Progress {
	if !cwriter.IsTerminal(int(os.Stderr.Fd())) {
		return lines(os.Stderr, what)
	}
	shown := mpb.New(mpb.WithOutput(os.Stderr), mpb.WithWidth(40))
	bar := shown.AddBar(0,
		mpb.PrependDecorators(decor.Name(what+" ")),
		mpb.AppendDecorators(decor.NewPercentage("%d "), decor.AverageETA(decor.ET_STYLE_MMSS),
			decor.Name(" left")),
		mpb.BarRemoveOnComplete())
	return Progress{
		Report: func(done, total int) {
			bar.SetTotal(int64(total), false)
			bar.SetCurrent(int64(done))
		},
		End: func() {
			bar.Abort(true)
			shown.Wait()
		},
	}
}
