package table

import "strings"

// The decimal marks.
const (
	Point = "."
	Comma = ","
)

// Decimals is what the numbers of a column say of their decimal mark.
type Decimals struct {
	first map[string]sample // by decimal mark: the first number that shows it
	doubt map[string]sample // by the mark that it has: the first that may be read in two ways
	plain bool              // a number above 999 has no mark between its thousands
}

// sample is a number as it is written, and its line.
type sample struct {
	text string
	line int
}

// Decimals reads a column to its end for what its numbers say. A table that is read row by row has
// to be opened again afterwards, which Again does.
func (t *Table) Decimals(column int) (*Decimals, error) {
	d := &Decimals{first: map[string]sample{}, doubt: map[string]sample{}}
	return d, t.Each(func() error {
		d.see(t.Row[column], t.Line(column))
		return nil
	})
}

// see notes what a number says.
func (d *Decimals) see(text string, line int) {
	digits := ungrouped(text)
	if strings.Trim(digits, "0123456789.,") != "" {
		return
	}
	mark, doubt := markOf(digits)
	to := d.first
	switch {
	case mark == "":
		d.plain = d.plain || len(strings.TrimLeft(digits, "0")) > 3 && digits == text
		return
	case doubt:
		to = d.doubt
	}
	if _, seen := to[mark]; !seen {
		to[mark] = sample{strings.Clone(text), line}
	}
}

// markOf is the decimal mark that a number of digits and marks shows; "": it shows none. In doubt
// it is a mark that may be decimal or stand between thousands, as in 1.234.
func markOf(text string) (mark string, doubt bool) {
	points, commas := strings.Count(text, Point), strings.Count(text, Comma)
	switch {
	case points == 0 && commas == 0:
		return "", false
	case points > 0 && commas > 0:
		at := strings.LastIndexAny(text, ".,")
		return text[at : at+1], false
	case points > 1 && hasThousands(text, Point):
		return Comma, false
	case commas > 1 && hasThousands(text, Comma):
		return Point, false
	case points > 1 || commas > 1:
		return "", false // a date, or no number
	}
	at := strings.IndexAny(text, ".,")
	mark = text[at : at+1]
	return mark, hasThousands(text, mark) && text[0] != '0'
}

// hasThousands reports whether a mark stands between the thousands of a whole number.
func hasThousands(text, mark string) bool {
	groups := strings.Split(text, mark)
	if len(groups[0]) < 1 || len(groups[0]) > 3 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// Mark is the decimal mark of the column; "": its numbers may be read in two ways, or contradict
// each other, and fault says how.
func (t *Table) Mark(column int, d *Decimals) (mark string, fault error) {
	point, comma := d.first[Point], d.first[Comma]
	doubtPoint, doubtComma := d.doubt[Point], d.doubt[Comma]
	switch {
	case point.line > 0 && comma.line > 0:
		return "", t.FaultAt(comma.line, column, "%.40q has a decimal comma, but %.40q in line %d "+
			"a decimal point; write all numbers in one way", comma.text, point.text, point.line)
	case comma.line > 0:
		return Comma, nil
	case point.line > 0, doubtPoint.line == 0 && doubtComma.line == 0:
		return Point, nil
	case doubtPoint.line > 0 && doubtComma.line > 0:
		return "", t.doubtError(column, doubtPoint)
	case d.plain && doubtPoint.line > 0:
		return Point, nil
	case d.plain:
		return Comma, nil
	case doubtPoint.line > 0:
		return "", t.doubtError(column, doubtPoint)
	}
	return "", t.doubtError(column, doubtComma)
}

// doubtError is the error that a number can be read in two ways.
func (t *Table) doubtError(column int, s sample) error {
	digits := strings.NewReplacer(Point, "", Comma, "").Replace(s.text)
	return t.FaultAt(s.line, column, "%.40q may be %.40s, or %.40s with a mark between thousands; "+
		"-decimal point or -decimal comma says it, and -weight none reads no weights",
		s.text, strings.Replace(s.text, Comma, Point, 1), digits)
}

// ungrouped is a number without the spaces or apostrophes between its thousands.
func ungrouped(text string) string {
	for _, mark := range []string{" ", "'", "’"} {
		if strings.Contains(text, mark) {
			whole, rest := text, ""
			if at := strings.IndexAny(text, ".,"); at >= 0 {
				whole, rest = text[:at], text[at:]
			}
			if hasThousands(whole, mark) {
				return strings.ReplaceAll(whole, mark, "") + rest
			}
		}
	}
	return text
}

// plainNumber is a number with the given decimal mark as strconv reads it. What is no such number
// stays as it is.
func plainNumber(text, mark string) string {
	if mark == "" {
		return text
	}
	other := Comma
	if mark == Comma {
		other = Point
	}
	plain := ungrouped(text)
	whole, part, decimal := strings.Cut(plain, mark)
	if strings.Contains(whole, other) {
		if !hasThousands(strings.TrimLeft(whole, "+"), other) {
			return text
		}
		whole = strings.ReplaceAll(whole, other, "")
	}
	if !decimal {
		return whole
	}
	return whole + Point + part
}
