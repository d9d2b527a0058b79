package main

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"orglearn/examples/program"
	"orglearn/metrics/stats"
)

// panelRows are the rows of panel.csv, without its header, by condition, organization and tick.
func panelRows(t *testing.T, folder string) map[[3]string][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(read(t, folder, "panel.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := "setup,condition,metric,tick,place,replicates,mean,se,low,high"
	if got := strings.Join(rows[0], ","); got != want {
		t.Errorf("columns %s, want %s", got, want)
	}
	by := map[[3]string][]string{}
	for _, row := range rows[1:] {
		by[[3]string{row[1], row[0], row[3]}] = row
	}
	if len(by) != len(rows)-1 {
		t.Errorf("%d rows, %d of them different", len(rows)-1, len(by))
	}
	return by
}

// Every organization stands in every condition, and beside them one unit. A condition that changes
// the hierarchy alone leaves the others as they are.
func TestPanel(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand ticks of everything")
	}
	text, folder := compared(t, "-panel", "4", "-replicates", "2", "-ticks", "5")
	rows := panelRows(t, folder)
	names := append(slices.Clone(known), oneUnit)
	if want := len(conditions) * len(names) * len(panelTicks); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	mean := func(condition, name string) float64 {
		v, err := strconv.ParseFloat(rows[[3]string{condition, name, "200"}][6], 64)
		if err != nil {
			t.Errorf("%s of %s: %v", condition, name, err)
		}
		return v
	}
	for _, name := range names {
		same := mean("superior decides", name) == mean("default", name)
		if same == (name == hierarchy) {
			t.Errorf("%s: a superior who decides changes it: %v", name, !same)
		}
	}
	// A hierarchy whose superiors decide learns nothing: it is below isolated units.
	if mean("superior decides", hierarchy) >= mean("superior decides", isolated) {
		t.Error("a decree leaves the hierarchy above isolated units")
	}
	for _, c := range conditions {
		first := 0
		for _, name := range names {
			if rows[[3]string{c.name, name, "200"}][4] == "1" {
				first++
			}
		}
		if first == 0 {
			t.Errorf("%s: nobody is first", c.name)
		}
		if !strings.Contains(text, "\n"+c.name+" ") {
			t.Errorf("%s is not printed", c.name)
		}
	}
}

// A condition that does not fit is left out, and named in the table's output and the manifest.
func TestPanelLeavesOut(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand ticks of everything")
	}
	text, folder := compared(t, "-panel", "2", "-replicates", "2", "-ticks", "5", "-people", "12",
		"-size", "3")
	for where, said := range map[string]string{"the report": text,
		"the manifest": read(t, folder, "manifest.json")} {
		if flat := strings.Join(strings.Fields(said), " "); !strings.Contains(flat,
			`"teams of 10"`) && !strings.Contains(flat, `\"teams of 10\"`) {
			t.Errorf("%s does not say that teams of 10 do not fit 12 people", where)
		}
	}
}

// The panel's replicates are set by a flag and nothing else.
func TestNoPanel(t *testing.T) {
	text, folder := compared(t, "-panel", "0", "-replicates", "2", "-ticks", "5")
	if strings.Contains(text, "Other conditions") {
		t.Error("a panel is printed")
	}
	if _, err := program.Hash(folder + "/panel.csv"); err == nil {
		t.Error("a panel is written")
	}
}

// TestOneRunHasNoInterval: a panel of one run shows means alone.
func TestOneRunHasNoInterval(t *testing.T) {
	for runs, want := range map[int]string{1: ".500", 2: ".500 ± .010"} {
		r := made(t, map[string][2][]float64{communities: both(constant(runs, .5)),
			hierarchy: both(constant(runs, .5))})
		p := &panel{table: r.table}
		if got := p.cellText(stats.Estimate{Mean: .5, Low: .49, High: .51}); got != want {
			t.Errorf("%d runs: %q, want %q", runs, got, want)
		}
	}
}
