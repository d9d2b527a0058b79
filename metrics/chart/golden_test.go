package chart

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden images anew; look at them before they "+
	"are kept")

const (
	goldenDPI = 60
	// goldenError is the mean difference allowed, of 255. Processors differ in the last bit of a
	// coordinate, which changes a few shades along edges.
	goldenError = 0.25
)

func TestGoldenImages(t *testing.T) {
	all := figures()
	for _, name := range []string{"four", "flows", "wide", "rings", "tree", "arrows", "powers"} {
		path := filepath.Join("testdata", name+".png")
		got := encodePNG(figureOf(all[name]), goldenDPI)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := imageError(t, got, want); d > goldenError {
			t.Errorf("%s differs from the golden image by %.2f of 255 on average", name, d)
		}
	}
}

// imageError is the mean difference of the colour values, or 255 where the sizes differ.
func imageError(t *testing.T, a, b []byte) float64 {
	t.Helper()
	x, err := png.Decode(bytes.NewReader(a))
	y, err2 := png.Decode(bytes.NewReader(b))
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	p, q := x.(*image.RGBA), y.(*image.RGBA)
	if p.Rect != q.Rect {
		return 255
	}
	sum := 0
	for i := range p.Pix {
		d := int(p.Pix[i]) - int(q.Pix[i])
		sum += max(d, -d)
	}
	return float64(sum) / float64(len(p.Pix))
}
