package main

import (
	"fmt"
	"strings"
)

// meant asks whether a known word was meant that differs from a given one by a third of its letters
// or less; "": there is none. Nothing is meant by an empty word.
func meant(word string, known []string) string {
	best, least := "", 1+max(1, len([]rune(word))/3)
	for _, k := range known {
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	if best == "" || word == "" {
		return ""
	}
	return fmt.Sprintf(": did you mean %q?", best)
}

// distance is the least number of letters to put in, to leave out or to change that makes b of a
// (Levenshtein 1966, Soviet Physics Doklady 10:707-710). One message needs it, so no library is
// required for it.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
