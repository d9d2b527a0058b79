package table

import "strings"

// missing are the words for a missing value that programs write, in lower case.
var missing = map[string]bool{
	"": true, "na": true, "n/a": true, "#n/a": true, "#n/v": true, "#nv": true, "n.a.": true,
	"<na>": true, "null": true, "(null)": true, "none": true, "nan": true, "nil": true,
	"-": true, "--": true, "---": true, "–": true, "—": true, ".": true, "..": true, "?": true,
	"#ref!": true, "#value!": true, "#name?": true, "#nom?": true, "#wert!": true, "#bezug!": true,
	"k.a.": true, "k. a.": true, "n.v.t.": true, "nvt": true, "(blank)": true, "(leer)": true,
	"(leeg)": true, "(vide)": true, "missing": true, "nat": true,
	"unknown": true, "unbekannt": true, "onbekend": true, "inconnu": true, "undefined": true,
	"unassigned": true, "not assigned": true, "not available": true, "not applicable": true,
	"nicht zugeordnet": true, "keine angabe": true, "keine": true, "geen": true, "aucun": true,
	"tbd": true, "tba": true, "nobody": true, "no one": true, "niemand": true,
	"#null!": true, "#num!": true, "#div/0!": true,
}

// longestMissing is the length of the longest of these words.
const longestMissing = len("nicht zugeordnet")

// IsMissing reports whether a cell says that there is no value.
func IsMissing(cell string) bool {
	return cell == "" || len(cell) <= longestMissing && missing[strings.ToLower(cell)]
}
