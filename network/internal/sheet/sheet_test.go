package sheet

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"orglearn/network/internal/table"
)

// sheetFile is a spreadsheet of one sheet as Excel packs it.
func sheetFile(t *testing.T, rows string) []byte {
	t.Helper()
	const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="` + relations + `"><sheets>` +
			`<sheet name="People" sheetId="1" r:id="rId7"/><sheet name="x" r:id="rId8"/>` +
			`</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId8" Target="x.xml"/>` +
			`<Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst><si><t>id</t></si><si><r><t>depart</t></r>` +
			`<r><t>ment</t></r></si><si><t>a, "b"</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	} {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(text))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSheet: the first sheet is a table in which a row is a line.
func TestSheet(t *testing.T) {
	b := sheetFile(t, `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>`+
		`<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="inlineStr"><is><t>X</t></is></c>`+
		`</row>`+
		`<row r="5"><c r="A5"><v>7</v></c><c r="C5" t="b"><v>1</v></c></row>`)
	text, err := ReadText("people.xlsx", bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table.Open(text, table.Want("id", "department"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = rows.Each(func() error {
		got = append(got, strings.Join(rows.Row, "|"))
		return nil
	})
	if want := []string{`a, "b"||X`, "7||TRUE"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if len(text.Notes) != 1 || !strings.Contains(text.Notes[0], `the first sheet, "People"`) {
		t.Errorf("notes %q", text.Notes)
	}
}

// TestNoSheet: what is in a zip file and is no spreadsheet is refused by name.
func TestNoSheet(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.Create("content.xml")
	w.Close()
	for _, file := range [][]byte{[]byte("PK\x03\x04 and no more"), b.Bytes(),
		sheetFile(t, `<row r="9999999"></row>`), sheetFile(t, `<row><c r="ZZZZ1"/></row>`)} {
		_, err := ReadText("x", bytes.NewReader(file))
		if err == nil || !strings.Contains(err.Error(), "save its first sheet as CSV") {
			t.Errorf("%v", err)
		}
	}
}

// TestBombs: a small file that unpacks to much is refused, and does not fill the memory.
func TestBombs(t *testing.T) {
	long := strings.Repeat("x", 100_000)
	for name, rows := range map[string]string{
		"cells":   "<row>" + strings.Repeat("<c/>", 1<<20) + "</row>",
		"strings": "<row>" + strings.Repeat("<c><v>"+long+"</v></c>", 12) + "</row>",
		"rows":    strings.Repeat("<row/>", maxSheetRow+1),
	} {
		_, err := ReadText("x", bytes.NewReader(sheetFile(t, rows)))
		if err == nil || !strings.Contains(err.Error(), "cannot be read") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzSheet checks that no spreadsheet is a panic, whatever its sheet or the whole file is.
func FuzzSheet(f *testing.F) {
	f.Add([]byte(`<row r="2"><c r="A2" t="s"><v>0</v></c></row>`), false)
	f.Add([]byte(`<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><t>id</t></is></c>`+
		`<c r="B1" s="3"><f>A1</f><v>4.5E-2</v></c></row><row><c t="b"><v>1</v></c></row>`), false)
	f.Add([]byte("PK\x03\x04"), true)
	f.Fuzz(func(t *testing.T, b []byte, whole bool) {
		if !whole {
			b = sheetFile(t, string(b))
		}
		ReadText("x", bytes.NewReader(b))
	})
}
