package file

import "fmt"

// meant returns a hint for a name that is not there: the nearest of the names that are, if one is
// near.
func meant(name string, names []string) string {
	best, at := 1+len(name)/3, -1
	for i, n := range names {
		if d := distance(name, n); d <= best && (at < 0 || d < best) {
			best, at = d, i
		}
	}
	if at < 0 {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", names[at])
}

// distance is the least number of letters to insert, delete, replace or swap with the next, between
// two words (Damerau 1964, of neighbours once).
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return len(a) + len(b)
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
