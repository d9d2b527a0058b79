package main

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// firm is an organization: departments of the given sizes, and a ring of ties.
func firm(sizes map[string]int) map[string]string {
	var names []string
	for name := range sizes {
		names = append(names, name)
	}
	slices.Sort(names)
	people, ties, n := "id,department\n", "from,to\n", 0
	for _, name := range names {
		for range sizes[name] {
			people += fmt.Sprintf("person%d,%s\n", n, name)
			n++
		}
	}
	for p := range n {
		for k := 1; k < 4; k++ {
			ties += fmt.Sprintf("person%d,person%d\n", p, (p+k)%n)
		}
	}
	return map[string]string{"p.csv": people, "t.csv": ties}
}

// The table of departments is by name, with intervals, and a sentence says that it is no ranking.
// No group has fewer than five people, in no file.
func TestGroupTable(t *testing.T) {
	t.Chdir(own(t, firm(map[string]int{"Zoo": 12, "Art": 6, "Mill": 9, "Lab": 2, "Gate": 1})))
	text, folder := compared(t, "-roster", "p.csv", "-ties", "t.csv", "-replicates", "4",
		"-ticks", "20")
	_, table, _ := strings.Cut(text, "\nMean score of a department's people")
	table, _, _ = strings.Cut(table, "\n\n")
	var names []string
	row := regexp.MustCompile(`^\d (.{16}) +(\d+) +(\S+ \[\S+,\S+\] *)+$`)
	for _, line := range strings.Split(table, "\n") {
		if found := row.FindStringSubmatch(line); found != nil {
			names = append(names, strings.TrimSpace(found[1])+found[2])
		}
		if len(line) > 79 {
			t.Errorf("a line of %d: %s", len(line), line)
		}
	}
	// Lab and Gate have 3 people, so that Art, the next larger, goes with them.
	if want := []string{"Mill9", "Zoo12", "small, merged9"}; !slices.Equal(names, want) {
		t.Errorf("groups %q, want %q in %s", names, want, table)
	}
	if !strings.Contains(strings.Join(strings.Fields(table), " "), "the table is no ranking") {
		t.Error("no sentence beside it")
	}
	rows, err := csv.NewReader(strings.NewReader(read(t, folder, "summary.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, r := range rows {
		if !strings.HasPrefix(r[2], "score of group") {
			continue
		}
		seen++
		if low, err := strconv.ParseFloat(r[7], 64); err != nil || low > 1 {
			t.Errorf("no interval: %q", r)
		}
	}
	if seen == 0 {
		t.Error("no groups in summary.csv")
	}
}

// No file and no table names a person, or has a row or a column for one.
func TestNoPersonAnywhere(t *testing.T) {
	files := firm(map[string]int{"Zoo": 12, "Art": 6, "Mill": 9})
	t.Chdir(own(t, files))
	text, folder := compared(t, "-roster", "p.csv", "-ties", "t.csv", "-replicates", "3",
		"-ticks", "20", "-panels", "-panel", "2")
	outputs := map[string]string{"the report": text}
	for _, name := range strings.Fields(list(t, folder)) {
		outputs[name] = read(t, folder, name)
	}
	for name, output := range outputs {
		if strings.Contains(output, "person1") {
			t.Errorf("%s names a person", name)
		}
		// A row or column for each of the 27 people would be so many of them.
		if strings.HasSuffix(name, ".csv") {
			head, _, _ := strings.Cut(output, "\n")
			if strings.Count(head, ",") > 20 || strings.Contains(head, "person") {
				t.Errorf("%s has the columns %s", name, head)
			}
		}
	}
}
