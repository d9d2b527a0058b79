package words_test

import (
	"fmt"
	"strings"
	"testing"

	"orglearn/network/internal/words"
)

func TestCounts(t *testing.T) {
	for got, want := range map[string]string{
		words.Number(999):             "999",
		words.Number(1234567):         "1,234,567",
		words.Plural(1, "row"):        "1 row",
		words.Plural(5784, "row"):     "5,784 rows",
		words.Plural(0, "person"):     "0 people",
		words.Count(1, "is", "are"):   "1 is",
		words.Choose(2, "is", "are"):  "are",
		words.Quote([]string{"a"}):    `"a"`,
		words.Quote(nil):              "",
		words.Fold("a b", 80):         "a b\n",
		words.Fold("one two four", 7): "one two\n  four\n",
		words.Fold("é é é", 5):        "é é é\n",
		words.Fold("longer than", 3):  "longer\n  than\n",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestQuoteMany: of many names it writes the first eight, and it cuts a long name.
func TestQuoteMany(t *testing.T) {
	names := []string{strings.Repeat("x", 50)}
	for k := range 10 {
		names = append(names, fmt.Sprint(k))
	}
	want := `"` + strings.Repeat("x", 40) + `", "0", "1", "2", "3", "4", "5", "6", and 3 more`
	if got := words.Quote(names); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
