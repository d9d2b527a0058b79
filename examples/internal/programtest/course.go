package programtest

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// figure matches a number with a decimal point.
var figure = regexp.MustCompile(`\d*\.\d+`)

// AsToldInCourse runs a program of the course, a numbered section of examples/README.md, with its
// default flags. It checks that the program prints what the section says came out: every number
// with a decimal point, whatever its sign, and every estimate with its interval. The section may
// turn an estimate around, because it says less where the program prints a negative number. Short
// tests skip it.
func AsToldInCourse(t *testing.T, number int, name string, run Run) {
	t.Helper()
	section := sectionOf(t, fmt.Sprintf("### %d. %s:", number, name))
	text, err := printed(t, run, []string{"-out", filepath.Join(t.TempDir(), "out")})
	if err != nil {
		t.Fatal(err)
	}
	_, out, found := strings.Cut(section, "*What came out.*")
	out, _, ended := strings.Cut(out, "*Change first:*")
	if !found || !ended {
		t.Fatalf("section %d does not say what came out, and what to change first", number)
	}
	for _, e := range untold(out, text) {
		t.Errorf("the README states %s, which the program does not print:\n%s", e, text)
	}
	if len(figures(out)) == 0 {
		t.Error("the README states no number")
	}
}

// untold lists the numbers and estimates that one text states and another does not.
func untold(states, text string) (missing []string) {
	has := figures(text)
	for f := range figures(states) {
		if !has[f] {
			missing = append(missing, f)
		}
	}
	text = inOneLine(text)
	for _, e := range told.FindAllString(inOneLine(states), -1) {
		if !stands(text, e) && !stands(text, turned(e)) {
			missing = append(missing, e)
		}
	}
	return missing
}

// figures is the set of numbers in a text, without sign and leading zeros.
func figures(text string) map[string]bool {
	all := map[string]bool{}
	for _, f := range figure.FindAllString(text, -1) {
		all[strings.TrimLeft(f, "0")] = true
	}
	return all
}

// inOneLine joins the lines of a text, and leaves no space after a comma.
func inOneLine(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), ", ", ",")
}

// stands reports whether an estimate stands in a text, and not as the end of a longer number.
func stands(text, estimate string) bool {
	for _, before := range []string{" ", "(", ","} {
		if strings.Contains(" "+text, before+estimate) {
			return true
		}
	}
	return false
}

// turned is an estimate with the opposite sign: -.2 [-.3,-.1] of .2 [.1,.3].
func turned(estimate string) string {
	mean, interval, _ := strings.Cut(strings.TrimSuffix(estimate, "]"), " [")
	low, high, _ := strings.Cut(interval, ",")
	return opposite(mean) + " [" + opposite(high) + "," + opposite(low) + "]"
}

func opposite(number string) string {
	switch {
	case number == "0":
		return number
	case strings.HasPrefix(number, "-"):
		return number[1:]
	}
	return "-" + number
}
