package chart

import (
	"image/color"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// fonts is a cache of this package. A program that changes gonum's own cache does not change
// figures.
var fonts = sync.OnceValue(func() *font.Cache { return font.NewCache(liberation.Collection()) })

// pen writes words in one size, weight and colour.
type pen struct {
	size  vg.Length
	bold  bool
	color color.Color
}

var (
	titlePen = pen{10.5, true, inkColor}
	headPen  = pen{8.5, true, inkColor}
	textPen  = pen{8, false, inkColor}
	softPen  = pen{8, false, softColor}
	tinyPen  = pen{7, false, softColor}
)

func (p pen) in(c color.Color) pen { p.color = c; return p }

// skip returns the distance from one line of words to the next.
func (p pen) skip() vg.Length { return 1.22 * p.size }

// middle returns half the height of a digit: the distance from the base line to the middle of the
// words.
func (p pen) middle() vg.Length { return 0.35 * p.size }

func (p pen) face() font.Face {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: p.size}
	if p.bold {
		f.Weight = xfont.WeightBold
	}
	return fonts().Lookup(f, p.size)
}

// width returns the width of the words.
func (p pen) width(s string) vg.Length {
	f := p.face()
	return f.Width(s)
}

// widest returns the width of the widest line.
func (p pen) widest(lines []string) (w vg.Length) {
	for _, s := range lines {
		w = max(w, p.width(s))
	}
	return w
}

// height returns the height of the given number of lines.
func (p pen) height(lines int) vg.Length { return vg.Length(lines) * p.skip() }

// write puts one line of words on the base line. The words begin at the point (align 0), are
// centred on it (1/2) or end there (1).
func (p pen) write(c draw.Canvas, at vg.Point, align float64, s string) {
	if s = clean(s); s == "" {
		return
	}
	face := p.face()
	at.X -= vg.Length(align) * face.Width(s)
	c.SetColor(p.color)
	c.FillString(face, at, s)
}

// block writes lines downwards from a top edge.
func (p pen) block(c draw.Canvas, top vg.Point, align float64, lines []string) {
	for i, s := range lines {
		p.write(c, vg.Point{X: top.X, Y: top.Y - vg.Length(i)*p.skip() - 0.93*p.size}, align, s)
	}
}

// fit shortens words to the width and marks the cut with an ellipsis.
func (p pen) fit(s string, w vg.Length) string {
	if s = clean(s); p.width(s) <= w {
		return s
	}
	runes := []rune(s)
	cut := func(n int) string { return strings.TrimRight(string(runes[:n]), " ") + "…" }
	return cut(sort.Search(len(runes)-1, func(n int) bool { return p.width(cut(n+1)) > w }))
}

// wrap breaks words into lines of at most the width. A word that is too long for a line is
// shortened.
func (p pen) wrap(s string, w vg.Length) (lines []string) {
	line := ""
	for _, word := range strings.Fields(clean(s)) {
		longer := strings.TrimLeft(line+" "+word, " ")
		if line != "" && p.width(longer) > w {
			lines, longer = append(lines, line), word
		}
		line = p.fit(longer, w)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// clean makes words safe for both formats. Control characters, which XML cannot hold, become
// spaces. Bytes that are not UTF-8 become question marks.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError:
			return '?'
		case unicode.IsControl(r), r == '\uFFFE', r == '\uFFFF', r == '\u2028', r == '\u2029':
			return ' '
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// apologize writes in the middle of a rectangle why nothing is drawn there.
func apologize(c draw.Canvas, r vg.Rectangle, why string) {
	lines := softPen.wrap(why, 0.9*r.Size().X)
	top := vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y+r.Max.Y)/2 +
		softPen.height(len(lines))/2}
	softPen.block(c, top, 0.5, lines)
}
