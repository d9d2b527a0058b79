package main

import (
	"strings"
	"testing"

	"orglearn/examples/internal/programtest"
)

func TestRows(t *testing.T) {
	folder := t.TempDir()
	args := []string{"-features", "5,3", "-traits", "5,2", "-side", "4,5", "-replicates", "4"}
	all := programtest.Rows(t, run, folder, args...)
	want := "features,traits,side,replicates,regions_mean,regions_se,regions_median"
	if got := strings.Join(all[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{
		"5,5,4", "5,5,5", "5,2,4", "5,2,5", "3,5,4", "3,5,5", "3,2,4", "3,2,5",
	} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want+",4,") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	programtest.Published(t, "axelrod1997", folder)
	programtest.Writes(t, "axelrod1997", folder, "2", "5", "features = 3, side = 4")
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{3}, 3}, {[]float64{4, 1}, 2.5}, {[]float64{9, 1, 2}, 2},
		{[]float64{4, 1, 3, 2}, 2.5},
	} {
		if got := median(c.values); got != c.want {
			t.Errorf("the median of %v is %v, want %v", c.values, got, c.want)
		}
	}
}

func TestMisuse(t *testing.T) {
	programtest.Refuses(t, run,
		programtest.Refusal{
			Args: "-features 0",
			Want: `invalid value "0" for flag -features: entry 1: 0 is not 1 to 1000 (-help ` +
				`lists the flags)`,
		},
		programtest.Refusal{Args: "-traits 5,x", Want: `entry 2: "x" is no whole number`},
		programtest.Refusal{Args: "-side 5,5", Want: "entry 2: 5 is there twice"},
	)
}

func TestExplain(t *testing.T) {
	programtest.Explains(t, run, []string{
		"axelrod1997 features=15 traits=15 side=10",
	})
}
