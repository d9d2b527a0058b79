// Package words formats numbers and names for the sentences of reports and errors.
package words

import (
	"fmt"
	"strconv"
	"strings"
)

// Number writes an integer of at least 0 with a comma before every three digits: "5,784".
func Number(n int) string {
	text := strconv.Itoa(n)
	for k := len(text) - 3; k > 0; k -= 3 {
		text = text[:k] + "," + text[k:]
	}
	return text
}

// Choose returns one where n is 1, and several otherwise.
func Choose(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return several
}

// Count writes a number and what it counts: "1 person is" or "2 people are".
func Count(n int, one, several string) string {
	return Number(n) + " " + Choose(n, one, several)
}

// Plural writes a number of things whose plural ends in s: "1 row" or "5,784 rows". The only
// exception it knows is "person", whose plural is "people".
func Plural(n int, one string) string {
	several := one + "s"
	if one == "person" {
		several = "people"
	}
	return Count(n, one, several)
}

// maxQuoted is the largest number of names that Quote writes.
const maxQuoted = 8

// Quote lists names between double quotes, each cut after 40 characters. Of more than 8 names it
// writes the first 8 and the number of the others.
func Quote(names []string) string {
	var list []string
	for _, name := range names[:min(len(names), maxQuoted)] {
		list = append(list, fmt.Sprintf("%.40q", name))
	}
	if more := len(names) - len(list); more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(list, ", ")
}

// Fold breaks a text at spaces into lines of at most width characters; a longer word makes a longer
// line. Each line after the first begins with two spaces, and the last ends in a newline.
func Fold(text string, width int) string {
	var b strings.Builder
	at := 0 // characters of the line so far
	for _, word := range strings.Fields(text) {
		size := len([]rune(word))
		switch {
		case at == 0:
		case at+1+size > width:
			b.WriteString("\n  ")
			at = 2
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += size
	}
	b.WriteByte('\n')
	return b.String()
}
