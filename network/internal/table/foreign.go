package table

import (
	"bytes"
	"fmt"
	"strings"
)

// foreign are the formats that are refused, by what their files begin with, in lower case.
var foreign = []struct{ begins, is, instead string }{
	{"pk\x03\x04", "a spreadsheet that cannot be read, or a zip file", saveCSV},
	{"\xd0\xcf\x11\xe0", "a spreadsheet of an old kind (.xls)", saveCSV},
	{"%pdf", "a PDF", "export the table itself as CSV in UTF-8"},
	{"$fl", "an SPSS file", "in SPSS: Save as, Comma delimited; in R: write.csv"},
	{"<stata_dta>", "a Stata file", "in Stata: export delimited; in R: write.csv"},
	{"par1", "a Parquet file", "in Python: DataFrame.to_csv(..., index=False)"},
	{"arrow1", "an Arrow file", "in Python: DataFrame.to_csv(..., index=False)"},
	{"fea1", "a Feather file", "in Python: DataFrame.to_csv(..., index=False)"},
	{"sqlite format 3", "an SQLite database", "export the table as CSV in UTF-8"},
	{"\x1f\x8b", "a compressed file (.gz, .rds, .RData)", "unpack it, or in R: write.csv"},
	{"rdx", "an R file", "in R: write.csv(..., row.names = FALSE)"},
	{"rda3", "an R file", "in R: write.csv(..., row.names = FALSE)"},
	{"\x80\x04", "a Python pickle", "in Python: DataFrame.to_csv(..., index=False)"},
	{"{\\rtf", "a text with formats (.rtf)", "save it as plain text in UTF-8"},
	{"{", "JSON", "in Python: pandas.DataFrame(...).to_csv(..., index=False)"},
	{"[", "JSON", "in Python: pandas.DataFrame(...).to_csv(..., index=False)"},
	{"<html", "a web page, not a table", saveCSV},
	{"<!doctype html", "a web page, not a table", saveCSV},
	{"<table", "a web page, not a table", saveCSV},
	{"graph [", "GML", "in Gephi or igraph: export it as GraphML"},
	{"graph\n[", "GML", "in Gephi or igraph: export it as GraphML"},
	{"creator \"", "GML", "in Gephi or igraph: export it as GraphML"},
	{"digraph", "a drawing for Graphviz (DOT)", "export it as GraphML, or as CSV in UTF-8"},
	{"strict graph", "a drawing for Graphviz (DOT)", "export it as GraphML, or as CSV in UTF-8"},
	{"begin:vcard", "cards of addresses (.vcf)", "export the contacts as CSV in UTF-8"},
	{"begin:vcalendar", "a calendar (.ics)", "export who meets whom as CSV in UTF-8"},
	{"version https://git-lfs", "a pointer of Git LFS", "fetch the file itself: git lfs pull"},
	{"graph {", "a drawing for Graphviz (DOT)", "export it as GraphML, or as CSV in UTF-8"},
}

const saveCSV = "open it and save its first sheet as CSV in UTF-8 " +
	"(Excel: Save as, CSV UTF-8; LibreOffice: Save as, Text CSV)"

// refuseForeign returns an error if a file has a format that is not read. It names the format, and
// says how to save the file instead.
func (t *Text) refuseForeign() error {
	head := lower(bytes.TrimLeft(t.Bytes[:min(len(t.Bytes), 200)], " \t\r\n"))
	for _, f := range foreign {
		if strings.HasPrefix(head, f.begins) {
			return fmt.Errorf("%s: line 1: this is %s; %s", t.Name, f.is, f.instead)
		}
	}
	if isMail(head) {
		return fmt.Errorf("%s: line 1: this is a file of mails; make a table of it with a row "+
			"for each sender and receiver, for example with Python's mailbox", t.Name)
	}
	if bytes.IndexByte(t.Bytes, 0) >= 0 {
		return fmt.Errorf("%s: line 1: this is not text but a file of some program; "+
			"save it as CSV in UTF-8", t.Name)
	}
	return nil
}

// isMail reports whether a text in lower case begins as a mail, or a file of mails, does.
func isMail(head string) bool {
	for _, first := range []string{"from ", "from:", "return-path:", "received:", "delivered-to:"} {
		if strings.HasPrefix(head, first) {
			return strings.Contains(head, "\nsubject: ") || strings.Contains(head, "\nto: ") ||
				strings.Contains(head, "\nmessage-id: ")
		}
	}
	return false
}

// lower is a text whose capital letters in ASCII are small ones; other bytes stay.
func lower(text []byte) string {
	small := bytes.Clone(text)
	for i, c := range small {
		if 'A' <= c && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return string(small)
}
