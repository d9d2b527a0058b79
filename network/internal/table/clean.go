package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Even evens out a cell: characters that cannot be seen go, every kind of space is a plain one, the
// spaces around it go, and letters with accents have one form (NFC).
func Even(cell string) string {
	if isPlain(cell) {
		return strings.TrimSpace(cell)
	}
	return strings.TrimSpace(norm.NFC.String(strings.Map(plain, cell)))
}

// isPlain reports whether a cell has only characters of ASCII, and no carriage return.
func isPlain(cell string) bool {
	for i := range len(cell) {
		if cell[i] >= 0x80 || cell[i] == '\r' {
			return false
		}
	}
	return true
}

// plain is a rune as a cell has it, or -1.
func plain(r rune) rune {
	switch {
	case r == '\r', unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
		return -1
	case unicode.Is(unicode.Zs, r), r == '\u2028', r == '\u2029', r == '\u0085':
		return ' '
	}
	return r
}
