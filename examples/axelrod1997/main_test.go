package main

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/program"
)

func TestRows(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "rows.csv")
	args := []string{"-features", "5,3", "-traits", "5,2", "-side", "4,5", "-replicates", "4", "-out", folder, "-csv", path}
	if err := run(context.Background(), args); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(all[0], ","), "features,traits,side,replicates,regions_mean,regions_se,regions_median"; got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	for i, want := range []string{"5,5,4", "5,5,5", "5,2,4", "5,2,5", "3,5,4", "3,5,5", "3,2,4", "3,2,5"} {
		if got := strings.Join(all[i+1], ","); !strings.HasPrefix(got, want+",4,") {
			t.Errorf("row %d is %s, want %s first", i+1, got, want)
		}
	}
	for _, name := range []string{"axelrod1997.png", "axelrod1997.svg", "targets.csv", "manifest.json"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{{[]float64{3}, 3}, {[]float64{4, 1}, 2.5}, {[]float64{9, 1, 2}, 2}, {[]float64{4, 1, 3, 2}, 2.5}} {
		if got := median(c.values); got != c.want {
			t.Errorf("the median of %v is %v, want %v", c.values, got, c.want)
		}
	}
}

func TestMisuse(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-features 0", `invalid value "0" for flag -features: entry 1: 0 is not 1 to 1000 (-help lists the flags)`},
		{"-traits 5,x", `entry 2: "x" is no whole number`},
		{"-side 5,5", "entry 2: 5 is there twice"},
	} {
		err := run(context.Background(), append([]string{"-out", t.TempDir()}, strings.Fields(c.args)...))
		if err == nil || !strings.Contains(program.Line(err), c.want) || program.Status(err, false) != program.Misused {
			t.Errorf("%s: the error is\n%v, want in it\n%s", c.args, err, c.want)
		}
	}
}
