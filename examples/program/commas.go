package program

import (
	"strconv"
	"strings"

	"orglearn/metrics/chart"
)

// commas writes 10000 in a message as 10,000. It leaves what is to be typed or found as it is:
// quoted texts, paths, and what follows a flag or the word seed.
func commas(message string) string {
	words := strings.Split(message, " ")
	quoted := false
	for i, word := range words {
		bare := strings.Trim(word, "(),.;:")
		n, err := strconv.Atoi(bare)
		if err == nil && !quoted && (n >= 10_000 || n <= -10_000) && !(i > 0 && typed(words[i-1])) {
			words[i] = strings.Replace(word, bare, chart.Thousands(n), 1)
		}
		quoted = quoted != (strings.Count(word, `"`)%2 == 1)
	}
	return strings.Join(words, " ")
}

// typed reports whether a number after this word is one to be typed.
func typed(word string) bool {
	word = strings.TrimLeft(word, "(")
	return word == "seed" || strings.HasPrefix(word, "-")
}

// Count writes so many things: "1 run", "2,000 runs".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return chart.Thousands(n) + " " + many
}
