package table

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
)

// The limits of a spreadsheet.
const (
	maxPart        = 1 << 28 // bytes of one part, unpacked
	maxSheetColumn = 1 << 14
	maxSheetRow    = 1 << 20
)

var errNoSheet = errors.New("no spreadsheet in it")

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
	var sheet worksheet
	if err := book.decode(target, &sheet); err != nil {
		return nil, "", err
	}
	text, err = sheet.csv(shared.Items)
	return text, name, err
}

// workbook is an open .xlsx file.
type workbook struct{ files *zip.Reader }

// decode reads a part of the file. errNoSheet means that there is no such part.
func (w *workbook) decode(part string, to any) error {
	for _, f := range w.files.File {
		if f.Name != part {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		defer r.Close()
		limited := &io.LimitedReader{R: r, N: maxPart}
		err = xml.NewDecoder(limited).Decode(to)
		if limited.N <= 0 {
			return fmt.Errorf("%s has more than %d bytes", part, maxPart)
		}
		return err
	}
	return errNoSheet
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

func (t richText) String() string { return t.Text + strings.Join(t.Runs, "") }

type sharedStrings struct {
	Items []richText `xml:"si"`
}

type worksheet struct {
	Rows []struct {
		Number int         `xml:"r,attr"`
		Cells  []sheetCell `xml:"c"`
	} `xml:"sheetData>row"`
}

type sheetCell struct {
	Place  string   `xml:"r,attr"`
	Type   string   `xml:"t,attr"`
	Value  string   `xml:"v"`
	Inline richText `xml:"is"`
}

// csv writes the rows, each in the line of its number.
func (s *worksheet) csv(shared []richText) ([]byte, error) {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	line := 0
	for _, row := range s.Rows {
		if row.Number > maxSheetRow {
			return nil, fmt.Errorf("more than %d rows", maxSheetRow)
		}
		for ; line+1 < row.Number; line++ {
			out.Flush()
			b.WriteByte('\n')
		}
		line++
		var cells []string
		for _, c := range row.Cells {
			k := columnOf(c.Place, len(cells))
			if k >= maxSheetColumn || b.Len() > maxPart {
				return nil, errors.New("too many cells")
			}
			for len(cells) <= k {
				cells = append(cells, "")
			}
			cells[k] = c.text(shared)
		}
		out.Write(cells)
	}
	out.Flush()
	return b.Bytes(), nil
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
