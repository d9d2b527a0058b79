package table

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzText checks that of any bytes comes an error of one line, or a table of even rows.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		"id,department,manager\n1,Sales,\n2,Sales,1\n",
		"\ufeffPersonal-Nr.;Abteilung\r\n0001;\"Vertrieb; Süd\"\r\n",
		"sep=;\nvon;an;Anzahl\na;b;1.234,5\n", "\"sep=\t\"\nfrom\tto\na\tb\n",
		"Report of 2024\n\nfrom,to\na,b\nTotal,,1\n", "\"from\" \"to\"\n\"1\" \"a\" \"b\"\n",
		"\xff\xfeI\x00D\x00\n\x001\x00\n\x00", "\x00I\x00D\x00\n\x001\x00\n",
		"id\nJos\xe9\nM\xfcller\n", "id,x\n\"a\nb\",\"c\"\"d\"\n", "id\ra\rb\r",
		"Von:|An:|Cc:\n\"Ann <a@b.c>\"|d@e.f; g@h.i|\n",
	} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	f.Fuzz(func(t *testing.T, b []byte, loose bool) {
		h := Want()
		h.Loose = loose
		text, err := ReadText("x.csv", bytes.NewReader(b))
		if err == nil {
			var table *Table
			if table, err = Open(text, h); err == nil {
				err = table.Each(func() error {
					if len(table.Row) != len(table.Columns) {
						t.Fatalf("%d cells, %d columns", len(table.Row), len(table.Columns))
					}
					return nil
				})
			}
		}
		if err == nil {
			return
		}
		if m := err.Error(); len(m) > 2000 || strings.ContainsAny(m, "\r\n\x00") {
			t.Fatalf("not one short line: %q", m)
		}
	})
}
