package roster

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"orglearn/network/internal/table"
	"orglearn/network/internal/words"
)

// Matches are the ways of Reader.Match in which an id of the ties may differ from that of the
// people.
var Matches = []string{
	"case",     // in capital letters
	"zeros",    // in zeros at the beginning of a number
	"decimals", // in .0 behind a number
	"names",    // in a name before an address, as "Ann <ann@firm.example>"
	"spaces",   // in the number of spaces between words
	"accents",  // in accents
	"order",    // in the order of a name, as "Smith, Ann" for Ann Smith
	"several",  // as one of several receivers in a cell, between ; or line breaks or | or commas
}

// matchWords say what does not count in a way.
var matchWords = map[string]string{
	"case":     "if case did not count",
	"zeros":    "if leading zeros did not count",
	"decimals": "if .0 at the end did not count",
	"names":    "by the address after the name",
	"spaces":   "if the number of spaces did not count",
	"accents":  "if accents did not count",
	"order":    "if \"Last, First\" were First Last",
	"several":  "as several receivers in one cell",
}

// Exact in Reader.Match says that ids match as they are, whatever they look like.
const Exact = "exact"

// matchWays checks the names of ways.
func matchWays(ways []string) error {
	for _, way := range ways {
		if !slices.Contains(Matches, way) && way != Exact {
			return fmt.Errorf("roster: no way %.40q to match ids, want some of %s",
				way, strings.Join(Matches, ","))
		}
	}
	return nil
}

// canonical is what ids have in common that differ only in some ways.
func canonical(id string, ways []string) string {
	has := func(way string) bool { return slices.Contains(ways, way) }
	if has("names") {
		id = address(id)
	}
	if last, first, ok := strings.Cut(id, ","); has("order") && ok && last != "" &&
		!strings.Contains(first, ",") && strings.TrimSpace(first) != "" {
		id = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	}
	if has("spaces") {
		id = strings.Join(strings.Fields(id), " ")
	}
	if has("accents") {
		id = norm.NFC.String(strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(id)))
	}
	if has("case") {
		id = strings.ToLower(id)
	}
	if has("decimals") {
		whole, zeros, ok := strings.Cut(id, ".")
		if ok && isDigits(whole) && strings.Trim(zeros, "0") == "" {
			id = whole
		}
	}
	if has("zeros") && isDigits(id) {
		id = strings.TrimLeft(id[:len(id)-1], "0") + id[len(id)-1:]
	}
	return id
}

// address is what stands between < and > of an id, or else the id.
func address(id string) string {
	_, rest, ok := strings.Cut(id, "<")
	inner, _, closed := strings.Cut(rest, ">")
	if ok && closed && strings.TrimSpace(inner) != "" {
		return strings.TrimSpace(inner)
	}
	return id
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// receivers are the ids in a cell that may hold several.
func receivers(cell string) []string {
	mark := ","
	for _, m := range []string{";", "\n", "|"} {
		if strings.Contains(cell, m) {
			mark = m
			break
		}
	}
	var ids []string
	for _, id := range strings.Split(cell, mark) {
		if id = strings.TrimSpace(id); id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return []string{""}
	}
	return ids
}

// index makes the canonical ids of the people. Two people whose ids are the same in these ways are
// an error.
func (in *reading) index() error {
	ways := in.options.Match
	if len(ways) == 0 {
		return nil
	}
	in.canonical = make(map[string]int32, len(in.persons))
	for p, id := range in.roster.ids {
		key := canonical(id, ways)
		if q, twice := in.canonical[key]; twice {
			return fmt.Errorf("%s: the ids %.40q and %.40q are the same with -match %s",
				in.roster.report.PeopleFile, in.shown(in.roster.ids[q]), in.shown(id),
				strings.Join(ways, ","))
		}
		in.canonical[key] = int32(p)
	}
	return nil
}

// lookup finds a person by his id, or by an id that differs from his in the ways of Match.
func (in *reading) lookup(id string) (person int32, known bool) {
	if p, ok := in.persons[id]; ok || in.canonical == nil {
		return p, ok
	}
	p, ok := in.canonical[canonical(id, in.options.Match)]
	return p, ok
}

// maxStrangers is the largest number of unknown ids that are looked into.
const maxStrangers = 10_000

// hint says what would make unknown ids match: a way of Match, or another column of the people. It
// is "" if nothing would.
func (in *reading) hint(strangers map[string]int) string {
	var list, flags []string
	for _, way := range Matches {
		if slices.Contains(in.options.Match, way) {
			continue
		}
		if n := in.matching(strangers, append(slices.Clone(in.options.Match), way)); n > 0 {
			list = append(list, fmt.Sprintf("%s would match %s", words.Number(n), matchWords[way]))
			flags = append(flags, way)
		}
	}
	if len(list) == 0 {
		if n := in.matching(strangers, Matches); n > 0 {
			list = append(list, words.Number(n)+" would match in several ways")
			flags = fewestWays(func(ways []string) bool {
				return in.matching(strangers, append(ways, in.options.Match...)) == n
			})
		}
	}
	if len(flags) > 0 {
		flags = append(slices.Clone(in.options.Match), flags...)
		list = append(list, "-match "+strings.Join(flags, ",")+" accepts that")
	}
	if column, n := in.otherColumn(strangers, nil); n > 0 {
		list = append(list, fmt.Sprintf("%s would match the column %.40q: -id %q",
			words.Number(n), column, column))
	} else if column, n := in.otherColumn(strangers, Matches); n > 0 && len(list) == 0 {
		ways := fewestWays(func(ways []string) bool {
			_, some := in.otherColumn(strangers, ways)
			return some == n
		})
		list = append(list, fmt.Sprintf("%s would match the column %.40q in several ways: -id %q "+
			"-match %s", words.Number(n), column, column, strings.Join(ways, ",")))
	}
	return strings.Join(list, "; ")
}

// fewestWays are ways of Match of which none can be left out.
func fewestWays(enough func(ways []string) bool) []string {
	ways := slices.Clone(Matches)
	for _, way := range Matches {
		without := slices.DeleteFunc(slices.Clone(ways), func(w string) bool { return w == way })
		if enough(without) {
			ways = without
		}
	}
	return ways
}

// matching is the number of rows with unknown ids that would match in the given ways.
func (in *reading) matching(strangers map[string]int, ways []string) int {
	keys := make(map[string]bool, len(in.persons))
	for _, id := range in.roster.ids {
		keys[canonical(id, ways)] = true
	}
	return countMatches(strangers, keys, ways)
}

// countMatches is the number of rows whose unknown ids are among the keys in the given ways.
func countMatches(strangers map[string]int, keys map[string]bool, ways []string) (n int) {
	for id, rows := range strangers {
		parts := []string{id}
		if slices.Contains(ways, "several") {
			parts = append(parts, receivers(id)...)
		}
		if slices.ContainsFunc(parts, func(p string) bool { return keys[canonical(p, ways)] }) {
			n += rows
		}
	}
	return n
}

// otherColumn is the column of the people, beside their ids, that most unknown ids are in, in the
// given ways.
func (in *reading) otherColumn(strangers map[string]int, ways []string) (column string, most int) {
	for k, name := range in.roster.columns {
		if k == in.manager || k == in.dotted {
			continue // they name others
		}
		keys := map[string]bool{}
		for _, value := range in.roster.attributes[k] {
			if !table.IsMissing(value) {
				keys[canonical(value, ways)] = true
			}
		}
		if n := countMatches(strangers, keys, ways); n > most {
			column, most = name, n
		}
	}
	return column, most
}
