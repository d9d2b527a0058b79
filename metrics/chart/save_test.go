package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
)

var _ Panel = (*plot.Plot)(nil)

func encode(t testing.TB, format string, p Panel) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, format, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytesEachTime(t *testing.T) {
	again := figures()
	for name, p := range figures() {
		if !bytes.Equal(encode(t, "svg", p), encode(t, "svg", again[name])) {
			t.Errorf("%s.svg differs from one time to the next", name)
		}
		if !bytes.Equal(encodePNG(figureOf(p), 72), encodePNG(figureOf(again[name]), 72)) {
			t.Errorf("%s.png differs from one time to the next", name)
		}
	}
}

func TestSavesWhatEncodes(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.png", "b.svg", "c.SVG"} {
		path := filepath.Join(folder, name)
		if err := Save(path, learningPanel()); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		want := encode(t, strings.ToLower(name[2:]), learningPanel())
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s holds %d bytes, want %d (%v)", name, len(got), len(want), err)
		}
	}
	if files, _ := os.ReadDir(folder); len(files) != 3 {
		t.Errorf("%d files, want 3 and nothing aside", len(files))
	}
}

func TestFailedSaveLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	old := filepath.Join(folder, "old.png")
	if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	bad := Curves{Title: "bad", Series: []Series{{Name: "teams", X: []float64{1},
		Y: []float64{math.NaN()}}}}
	for _, c := range []struct {
		path string
		p    Panel
		says string
	}{
		{"old.png", bad, `series "teams": Y[0] is NaN`},
		{"old.png", nil, "no panel"},
		{"new.gif", learningPanel(), `format "gif", want png or svg`},
		{"new", learningPanel(), `format ""`},
		{filepath.Join("missing", "new.png"), learningPanel(), "there is no folder"},
		{filepath.Join("old.png", "new.png"), learningPanel(), "there is no folder"},
	} {
		err := Save(filepath.Join(folder, c.path), c.p)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("saving %s: %v, want an error with %q", c.path, err, c.says)
		}
	}
	files, _ := os.ReadDir(folder)
	if content, err := os.ReadFile(old); len(files) != 1 || string(content) != "old" {
		t.Errorf("the folder holds %v, the old file %q (%v)", files, content, err)
	}
}

func TestFolderInTheWayIsAnError(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "taken.svg"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Save(filepath.Join(folder, "taken.svg"), learningPanel()); err == nil {
		t.Error("a folder was replaced by a figure")
	}
	if files, _ := os.ReadDir(folder); len(files) != 1 {
		t.Errorf("%d files, want the folder only", len(files))
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestEncodeReportsFailedWrites(t *testing.T) {
	if err := Encode(brokenPipe{}, "svg", learningPanel()); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v, want %v", err, io.ErrClosedPipe)
	}
}

func TestPNGStatesItsResolution(t *testing.T) {
	file := encode(t, "png", learningPanel())
	if _, err := png.Decode(bytes.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(file, []byte("pHYs"))
	if want := []byte{0, 0, 0x1E, 0xC2, 0, 0, 0x1E, 0xC2, 1}; at < 0 ||
		!bytes.Equal(file[at+4:at+13], want) {
		t.Errorf("no chunk with 7874 dots a metre, which are %d an inch", dpi)
	}
}

func TestStrangeWordsMakeGoodXML(t *testing.T) {
	s := curve("a<b & \x00\x1b\"c\" \xff 知識\u2028", 5, 0.7, 2)
	p := Curves{Title: "</svg><script>", X: Axis{Label: "tick\n(unit)"}, Series: []Series{s},
		Note: "x\ty"}
	encode(t, "png", p)
	texts := svgTexts(t, encode(t, "svg", p))
	for _, want := range []string{"</svg><script>", `a<b & "c" ? 知識`, "tick (unit)"} {
		if !strings.Contains(strings.Join(texts, "\n"), want) {
			t.Errorf("no %q in %q", want, texts)
		}
	}
}

// svgTexts returns the words of a drawing, which must be valid XML.
func svgTexts(t testing.TB, svg []byte) (texts []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	inside := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local == "text"
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if inside {
				texts = append(texts, string(token))
			}
		}
	}
}

func TestPanelsOfOthers(t *testing.T) {
	drawn := false
	f := Figure{Rows: [][]Panel{{PanelFunc(func(c draw.Canvas) { drawn = c.Size().X > 0 }),
		plot.New(), nil}}}
	encode(t, "svg", f)
	if !drawn {
		t.Error("a PanelFunc was not drawn")
	}
}
