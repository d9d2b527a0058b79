// Package sheet makes a table of the first sheet of a spreadsheet (.xlsx). It is apart from package
// table so that programs without files do not link what unpacks them.
package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"orglearn/network/internal/table"
)

// The limits of a spreadsheet.
const (
	maxPart        = 1 << 28 // bytes of the sheet, unpacked
	maxKept        = 1 << 26 // bytes of another part, unpacked: it is kept in memory
	maxSheetColumn = 1 << 14
	maxSheetRow    = 1 << 20
)

var errNoSheet = errors.New("no spreadsheet in it")

// ReadText is table.ReadText that makes CSV of the first sheet of a spreadsheet.
func ReadText(name string, r io.Reader) (*table.Text, error) {
	t, err := table.Load(name, r)
	if err != nil {
		return nil, err
	}
	if sheet, title, ok := firstSheet(t.Bytes); ok {
		t.Bytes, t.Sheet = sheet, true
		t.Note("is a spreadsheet, of which the first sheet, %.40q, is read", title)
	}
	return t, t.Clean()
}

// firstSheet is the first sheet of a file that is a spreadsheet.
func firstSheet(b []byte) (sheet []byte, title string, ok bool) {
	if !bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		return nil, "", false
	}
	sheet, title, err := readSheet(b)
	return sheet, title, err == nil
}

// readSheet makes CSV of the first sheet of a spreadsheet (.xlsx), a line for each row. The name of
// the sheet is returned beside it. A zip file that is no such spreadsheet is an error.
func readSheet(b []byte) (text []byte, name string, err error) {
	files, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, "", err
	}
	book := &workbook{files: files}
	name, target, err := book.first()
	if err != nil {
		return nil, "", err
	}
	var shared sharedStrings
	if err := book.decode("xl/sharedStrings.xml", &shared); err != nil && err != errNoSheet {
		return nil, "", err
	}
	err = book.open(target, maxPart, func(d *xml.Decoder) error {
		text, err = sheetCSV(d, shared.Items)
		return err
	})
	return text, name, err
}

// workbook is an open .xlsx file.
type workbook struct{ files *zip.Reader }

// open gives a part of the file to read. errNoSheet means that there is no such part.
func (w *workbook) open(part string, most int64, read func(*xml.Decoder) error) error {
	for _, f := range w.files.File {
		if f.Name != part {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		defer r.Close()
		limited := &io.LimitedReader{R: r, N: most}
		err = read(xml.NewDecoder(limited))
		if limited.N <= 0 {
			return fmt.Errorf("%s has more than %d bytes", part, most)
		}
		return err
	}
	return errNoSheet
}

// decode reads a part of the file that is kept in memory.
func (w *workbook) decode(part string, to any) error {
	return w.open(part, maxKept, func(d *xml.Decoder) error { return d.Decode(to) })
}

// first is the name of the first sheet, and the part that holds it.
func (w *workbook) first() (name, part string, err error) {
	var book struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			All  []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.decode("xl/workbook.xml", &book); err != nil {
		return "", "", err
	}
	if len(book.Sheets) == 0 {
		return "", "", errNoSheet
	}
	var links struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := w.decode("xl/_rels/workbook.xml.rels", &links); err != nil {
		return "", "", err
	}
	isID := func(a xml.Attr) bool { return a.Name.Local == "id" }
	at := slices.IndexFunc(book.Sheets[0].All, isID)
	if at < 0 {
		return "", "", errNoSheet
	}
	for _, l := range links.All {
		if l.ID == book.Sheets[0].All[at].Value {
			target, absolute := strings.CutPrefix(l.Target, "/")
			if !absolute {
				target = path.Join("xl", target)
			}
			return book.Sheets[0].Name, target, nil
		}
	}
	return "", "", errNoSheet
}

// richText is a text in one piece or in several with formats.
type richText struct {
	Text string   `xml:"t"`
	Runs []string `xml:"r>t"`
}

// String is the whole text.
func (t richText) String() string { return t.Text + strings.Join(t.Runs, "") }

type sharedStrings struct {
	Items []richText `xml:"si"`
}

type sheetCell struct {
	Place  string   `xml:"r,attr"`
	Type   string   `xml:"t,attr"`
	Value  string   `xml:"v"`
	Inline richText `xml:"is"`
}

// sheetWriter makes CSV of the rows of a sheet, each in the line of its number.
type sheetWriter struct {
	text   bytes.Buffer
	out    *csv.Writer
	shared []richText
	line   int // rows begun
	cells  []string
	size   int // bytes of the cells
}

// sheetCSV reads a sheet cell by cell, as all cells in memory would be many times its size.
func sheetCSV(d *xml.Decoder, shared []richText) ([]byte, error) {
	s := &sheetWriter{shared: shared}
	s.out = csv.NewWriter(&s.text)
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if e, ok := token.(xml.StartElement); ok {
			if err := s.begin(d, e); err != nil {
				return nil, err
			}
		}
	}
	s.endRow()
	s.out.Flush()
	return s.text.Bytes(), nil
}

// begin takes the beginning of a row, or a whole cell.
func (s *sheetWriter) begin(d *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		return s.beginRow(e)
	case "c":
		var c sheetCell
		if err := d.DecodeElement(&c, &e); err != nil {
			return err
		}
		return s.add(&c)
	}
	return nil
}

// beginRow ends the row before, and passes over the rows that are not there.
func (s *sheetWriter) beginRow(e xml.StartElement) error {
	s.endRow()
	number := s.line + 1
	for _, a := range e.Attr {
		if a.Name.Local == "r" {
			number, _ = strconv.Atoi(a.Value)
		}
	}
	if number > maxSheetRow || s.line >= maxSheetRow {
		return fmt.Errorf("more than %d rows", maxSheetRow)
	}
	for ; s.line+1 < number; s.line++ {
		s.out.Flush()
		s.text.WriteByte('\n')
	}
	s.line++
	return nil
}

// add adds a cell to the row.
func (s *sheetWriter) add(c *sheetCell) error {
	k, text := columnOf(c.Place, len(s.cells)), c.text(s.shared)
	s.size += len(text)
	if k >= maxSheetColumn || s.size > table.MaxLine || s.text.Len() > maxPart {
		return errors.New("too many cells")
	}
	for len(s.cells) <= k {
		s.cells = append(s.cells, "")
	}
	s.cells[k] = text
	return nil
}

// endRow writes the row, if one was begun.
func (s *sheetWriter) endRow() {
	if s.line > 0 {
		s.out.Write(s.cells)
	}
	s.cells, s.size = s.cells[:0], 0
}

// columnOf is the column, counted from 0, of a place such as BC12; next if there is none.
func columnOf(place string, next int) int {
	k := 0
	for i := range len(place) {
		if place[i] < 'A' || place[i] > 'Z' || k > maxSheetColumn {
			break
		}
		k = 26*k + int(place[i]-'A') + 1
	}
	if k == 0 {
		return next
	}
	return k - 1
}

// text is what a cell shows.
func (c *sheetCell) text(shared []richText) string {
	switch c.Type {
	case "s":
		if k, err := strconv.Atoi(c.Value); err == nil && k >= 0 && k < len(shared) {
			return shared[k].String()
		}
		return ""
	case "inlineStr":
		return c.Inline.String()
	case "b":
		return map[string]string{"0": "FALSE", "1": "TRUE"}[c.Value]
	}
	return c.Value
}
