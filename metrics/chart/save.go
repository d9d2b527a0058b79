package chart

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// dpi is the resolution of a PNG: 200 dots an inch.
const dpi = 200

// Save draws a panel, or a Figure of several, into a file: .png at 200 dots an inch, or .svg. The
// folder must exist. It writes a temporary file and renames it, so a failure leaves no half-written
// file and does not change an existing one.
func Save(path string, p Panel) error {
	var b bytes.Buffer
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if err := Encode(&b, format, p); err != nil {
		return fmt.Errorf("%w (saving %s)", err, path)
	}
	return replace(path, b.Bytes())
}

// Encode draws a panel and writes it in a format, "png" or "svg". It returns an error where the
// format is unknown, the data cannot be drawn, or a panel panics.
func Encode(w io.Writer, format string, p Panel) error {
	if p == nil || w == nil {
		return errors.New("chart: no panel to draw, or nothing to write to")
	}
	out, err := encoded(format, p)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

func encoded(format string, p Panel) (out []byte, err error) {
	defer func() {
		if what := recover(); what != nil {
			err = fmt.Errorf("chart: a panel panicked (%T): %v", p, what)
		}
	}()
	f := figureOf(p)
	if err := f.Validate(); err != nil {
		return nil, err
	}
	switch format {
	case "png":
		return encodePNG(f, dpi), nil
	case "svg":
		return encodeSVG(f), nil
	}
	return nil, fmt.Errorf("chart: format %q, want png or svg", format)
}

// encodePNG draws at a resolution and states it in the file, so that a text processor shows the
// figure in its true size.
func encodePNG(f Figure, dpi int) []byte {
	size := f.size()
	canvas := vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(size.X, size.Y), vgimg.UseDPI(dpi))}
	f.Draw(draw.New(canvas))
	var b bytes.Buffer
	canvas.WriteTo(&b) // a bytes.Buffer returns no error
	return withResolution(b.Bytes(), dpi)
}

// withResolution inserts the chunk pHYs (PNG specification, section 11.3.4.3) after the header,
// which is always 33 bytes.
func withResolution(file []byte, dpi int) []byte {
	const header = 33
	perMetre := uint32(float64(dpi)/0.0254 + 0.5)
	chunk := append([]byte{0, 0, 0, 9}, "pHYs"...)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return bytes.Join([][]byte{file[:header], chunk, file[header:]}, nil)
}

// likeLiberation names fonts with the widths of Liberation Sans, with which the figure was
// measured, for readers who do not have it.
const likeLiberation = "font-family:Liberation Sans,Arimo,Arial,Helvetica,sans-serif;"

func encodeSVG(f Figure) []byte {
	size := f.size()
	canvas := vgsvg.New(size.X, size.Y)
	f.Draw(draw.NewCanvas(canvas, size.X, size.Y))
	var b bytes.Buffer
	canvas.WriteTo(&b)
	return bytes.ReplaceAll(holdWidths(b.Bytes()), []byte("font-family:Liberation Sans;"),
		[]byte(likeLiberation))
}

// svgText matches a text of an SVG as vgsvg writes it: the weight, the size and the words.
var svgText = regexp.MustCompile(`<text ` +
	`([^>]*font-weight:(normal|bold)[^>]*font-size:([0-9.]+)px[^>]*)>([^<]*)</text>`)

// holdWidths states the width of every text, so that a viewer with another font squeezes the text
// and does not cut it off.
func holdWidths(svg []byte) []byte {
	return svgText.ReplaceAllFunc(svg, func(found []byte) []byte {
		m := svgText.FindSubmatch(found)
		size, err := strconv.ParseFloat(string(m[3]), 64)
		if err != nil {
			return found
		}
		p := pen{size: vg.Length(size), bold: string(m[2]) == "bold"}
		width := p.width(html.UnescapeString(string(m[4])))
		return fmt.Appendf(nil,
			`<text textLength="%.4g" lengthAdjust="spacingAndGlyphs" %s>%s</text>`, width,
			m[1], m[4])
	})
}

// replace writes a temporary file in the same folder and renames it.
func replace(path string, data []byte) (err error) {
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("chart: saving %s: there is no folder %s", path, folder)
	}
	tmp, err := os.CreateTemp(folder, ".chart-*")
	if err != nil {
		return fmt.Errorf("chart: saving %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
			err = fmt.Errorf("chart: saving %s: %w", path, err)
		}
	}()
	_, werr := tmp.Write(data)
	if err := errors.Join(werr, tmp.Chmod(0o644), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
