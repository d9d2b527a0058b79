package orgflags

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"orglearn/network/roster"
)

// Group is a department of a real organization, or several small ones.
type Group struct {
	Number int // in the order shown
	Name   string
	People []int
}

// Groups are the departments of an active roster, by name and not by size or score: the table
// is no ranking. Those of fewer than Smallest people are merged into one group, the last, with the
// next larger if they are still too few. A single group is no comparison, and none is returned.
func Groups(active *roster.Roster) []Group {
	of, titles := active.Department(), active.Departments()
	all := make([]Group, len(titles))
	for i, name := range titles {
		all[i] = Group{Number: i, Name: Printable(name)}
	}
	for p, d := range of {
		all[d].People = append(all[d].People, p)
	}
	slices.SortStableFunc(all, func(a, b Group) int {
		return cmp.Compare(len(b.People), len(a.People))
	})
	all = mergeSmall(all)
	if len(all) < 2 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b Group) int { return cmp.Compare(a.Number, b.Number) })
	for i := range all {
		all[i].Number = i + 1
	}
	return all
}

// mergeSmall merges the last groups into one, so that each has at least Smallest people.
func mergeSmall(all []Group) []Group {
	var rest []int
	for len(all) > 0 {
		last := all[len(all)-1]
		if len(last.People) >= Smallest && (len(rest) == 0 || len(rest) >= Smallest) {
			break
		}
		rest = append(rest, last.People...)
		all = all[:len(all)-1]
	}
	if len(rest) > 0 {
		all = append(all, Group{Number: math.MaxInt, Name: "small, merged",
			People: rest})
	}
	return all
}

// Printable is a name without what would steer a terminal or a spreadsheet.
func Printable(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return '?'
	}, name)
	return strings.TrimLeft(name, "=+-@")
}
