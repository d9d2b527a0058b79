package ledger_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"orglearn/metrics"
	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
	"orglearn/sim/models"
)

// A program runs what its store does not have, and prints it as a table.
func ExampleCreate() {
	folder, _ := os.MkdirTemp("", "")
	defer os.RemoveAll(folder)
	s := models.March1991{P1: models.At(.5), P2: models.At(.5)}.Scenario()
	s.Ticks = 10
	p := study.Plan{Seed: 1991, Replicates: 2, Metrics: []metrics.Metric{metrics.Newcomers},
		Columns: []study.Column{{Metric: "newcomers", Tick: 10}},
		Cells:   []study.Cell{{Organization: "march", Scenario: s}}}

	l, err := ledger.Create(filepath.Join(folder, "study.sqlite"), p)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer l.Close()
	missing, _ := l.Missing(p.Tasks())
	if err := p.Run(context.Background(), missing, 0, l.Add); err != nil {
		fmt.Println(err)
	}
	if err := l.Flush(); err != nil {
		fmt.Println(err)
	}
	status, _ := l.Status()
	fmt.Println(status.Done, "done,", status.Left(), "left")
	l.WriteCSV(os.Stdout, false)
	// Output:
	// 2 done, 0 left
	// cell,organization,replicate,tick,status,newcomers
	// 0,march,0,10,done,0
	// 0,march,1,10,done,0
}
