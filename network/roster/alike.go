package roster

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/network/internal/words"
)

// checkAlike says which of the ids of a file of ties alone are hardly people of their own: they
// differ only in ways of Match, or name several. More than a fifth of them are an error, as then
// the people are not those who are meant.
func (in *reading) checkAlike(file string) error {
	if in.closed || slices.Contains(in.options.Match, Exact) {
		return nil
	}
	var list, flags []string
	worst := 0
	for _, way := range Matches {
		if slices.Contains(in.options.Match, way) {
			continue
		}
		if n := in.alike(way); n > 0 {
			list = append(list, fmt.Sprintf("%s %s", words.Number(n), alikeWords[way]))
			flags = append(flags, way)
			worst = max(worst, n)
		}
	}
	if len(flags) == 0 {
		return nil
	}
	flags = append(slices.Clone(in.options.Match), flags...)
	text := fmt.Sprintf("of %s in %s %s; -match %s evens that out", words.Plural(
		in.roster.People(), "id"), file, strings.Join(list, ", "), strings.Join(flags, ","))
	if 5*worst > in.roster.People() {
		return fmt.Errorf("%s: %s, and -match exact takes the ids as they are", file, text)
	}
	in.note("%s.", strings.ToUpper(text[:1])+text[1:])
	return nil
}

// alikeWords say what ids are that are alike in a way.
var alikeWords = map[string]string{
	"case":     "differ from another only in case",
	"zeros":    "differ from another only in leading zeros",
	"decimals": "differ from another only in .0 at the end",
	"names":    "have a name before their address",
	"spaces":   "differ from another only in the number of spaces",
	"accents":  "differ from another only in accents",
	"order":    "are another with the last name first",
	"several":  "hold several people",
}

// alike counts the ids that are no people of their own in a way: those that have another's id then,
// and for several receivers those of which two parts or more are people or addresses.
func (in *reading) alike(way string) (n int) {
	ways := append(slices.Clone(in.options.Match), way)
	keys := map[string]bool{}
	for _, id := range in.roster.ids {
		keys[canonical(id, ways)] = true
	}
	if way != "several" {
		n = len(in.roster.ids) - len(keys)
		if way == "names" && n == 0 {
			return 0
		}
		return n
	}
	for _, id := range in.roster.ids {
		parts := receivers(id)
		known := 0
		for _, p := range parts {
			if keys[canonical(p, ways)] || strings.Contains(p, "@") {
				known++
			}
		}
		if len(parts) > 1 && known > 1 {
			n++
		}
	}
	return n
}
