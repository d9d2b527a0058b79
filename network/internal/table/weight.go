package table

import (
	"fmt"
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
	cell := in.Row[in.reader.Weight]
	text := cell
	if in.reader.Lenient {
		if IsMissing(text) {
			return 0, false, nil
		}
		text = plainNumber(YesOrNo(text), in.reader.Decimal)
	}
	value, err := strconv.ParseFloat(text, 32)
	if err != nil || !(value >= 0) || math.IsInf(value, 0) ||
		strings.Trim(text, "0123456789.eE+-") != "" {
		return 0, false, in.Fault(in.reader.Weight,
			"the weight is %.40q, want a number of at least 0, as 2 or 2.5", cell)
	}
	if in.Rewritten == "" && text != cell && strings.ContainsAny(cell, "0123456789") {
		in.Rewritten = fmt.Sprintf("%.40q is read as %.40s", cell, text)
	}
	return float32(value) + 0, true, nil // not -0
}

// YesOrNo is 1 or 0 for a word for yes or no, and the cell itself for another.
func YesOrNo(text string) string {
	switch strings.ToLower(text) {
	case "true", "yes", "ja", "oui", "x", "y", "wahr", "vrai", "waar":
		return "1"
	case "false", "no", "n", "nein", "nee", "non", "falsch", "faux", "onwaar":
		return "0"
	}
	return text
}
