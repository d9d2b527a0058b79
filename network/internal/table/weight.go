package table

import (
	"math"
	"strconv"
	"strings"
)

// rowWeight returns the weight of the row just read, or 1 if there is no column of weights. weighs
// is false where it is missing, which only a lenient reader allows.
func (in *tieReading) rowWeight() (weight float32, weighs bool, err error) {
	if in.reader.Weight < 0 {
		return 1, true, nil
	}
	text := in.Row[in.reader.Weight]
	if in.reader.Lenient {
		if IsMissing(text) {
			return 0, false, nil
		}
		text = in.number(text)
	}
	value, err := strconv.ParseFloat(text, 32)
	if err != nil || !(value >= 0) || math.IsInf(value, 0) {
		return 0, false, in.Fault(in.reader.Weight,
			"the weight is %.40q, want a number of at least 0, as 2 or 2.5", text)
	}
	return float32(value) + 0, true, nil // not -0
}

// number is a cell as strconv reads it: words for yes and no are 1 and 0, and in a file whose
// fields no comma separates the decimal mark may be one.
func (in *tieReading) number(text string) string {
	switch strings.ToLower(text) {
	case "true", "yes", "ja", "oui", "x", "wahr", "vrai", "waar":
		return "1"
	case "false", "no", "nein", "nee", "non", "falsch", "faux", "onwaar":
		return "0"
	}
	if in.comma != ',' && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		return strings.Replace(text, ",", ".", 1)
	}
	return text
}
