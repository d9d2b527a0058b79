package formation

import "testing"

// A study of many replicates keeps few histories, and what is asked for again is found again.
func TestHistoriesAreFew(t *testing.T) {
	x := &histories{runs: map[run]func() history{}}
	for i := range 3 * mostHistories {
		x.keep(run{1, uint64(i)}, func() history { return nil })
	}
	if len(x.runs) != mostHistories || len(x.order) != mostHistories {
		t.Errorf("%d histories, %d in order, want %d", len(x.runs), len(x.order), mostHistories)
	}
	if x.runs[run{1, 0}] != nil || x.runs[run{1, 3*mostHistories - 1}] == nil {
		t.Error("the first is kept, or the last is not")
	}
}
