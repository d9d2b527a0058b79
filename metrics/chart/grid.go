package chart

import (
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// grid is a figure laid out at a width: all words broken into lines, all columns and rows measured.
type grid struct {
	fig            Figure
	title, caption []string
	heads          [][][]string // by row and column: the lines of the panel's title
	letters        [][]string
	letterRoom     vg.Length
	widths         []vg.Length // by column
	headHeights    []vg.Length // by row: letter and title
	bodyHeights    []vg.Length // by row: the panels without their heads
}

// grid lays the figure out at a width.
func (f Figure) grid(width vg.Length) grid {
	f = f.withParts()
	g := grid{fig: f, letters: f.letters()}
	inner := max(width-2*g.border(), 1)
	g.title = titlePen.wrap(f.Title, inner)
	g.caption = softPen.wrap(f.caption(), inner)
	g.widths = portions(f.Widths, f.columns(), inner-columnGap*vg.Length(f.columns()-1))
	for _, row := range g.letters {
		g.letterRoom = max(g.letterRoom, headPen.widest(row))
	}
	if g.letterRoom > 0 {
		g.letterRoom += 5
	}
	for r, row := range f.Rows {
		lines, heads := 0, make([][]string, len(row))
		for k, p := range row {
			heads[k] = headPen.wrap(titleOf(p), g.widths[k]-g.letterRoom)
			lines = max(lines, len(heads[k]))
			if g.letters[r][k] != "" {
				lines = max(lines, 1)
			}
		}
		g.heads = append(g.heads, heads)
		g.headHeights = append(g.headHeights, headPen.height(lines)+vg.Length(min(lines, 1))*3)
	}
	g.bodyHeights = f.bodyHeights(g.widths)
	return g
}

// border is the white around everything, of the outermost figure only.
func (g grid) border() vg.Length {
	if g.fig.inner {
		return 0
	}
	return border
}

// bodyHeights are the heights that the rows ask for, or shares of them where the user gave shares.
func (f Figure) bodyHeights(widths []vg.Length) []vg.Length {
	hs, sum := make([]vg.Length, len(f.Rows)), vg.Length(0)
	for r, row := range f.Rows {
		for k, p := range row {
			hs[r] = max(hs[r], heightOf(p, widths[k]))
		}
		sum += hs[r]
	}
	if f.Heights != nil {
		return portions(f.Heights, len(hs), sum)
	}
	return hs
}

func heightOf(p Panel, width vg.Length) vg.Length {
	switch p := p.(type) {
	case nil:
		return 0
	case Figure:
		return p.height(width)
	case *Figure:
		return p.height(width)
	case sized:
		return p.height(width)
	}
	return panelHeight
}

func titleOf(p Panel) string {
	if t, ok := p.(titled); ok {
		title, _ := t.heading()
		return title
	}
	return ""
}

// portions divides a length by relative shares.
func portions(shares []float64, n int, whole vg.Length) []vg.Length {
	parts, sum := make([]vg.Length, n), 0.0
	for i := range parts {
		parts[i] = 1
		if i < len(shares) {
			parts[i] = vg.Length(shares[i])
		}
		sum += float64(parts[i])
	}
	for i := range parts {
		parts[i] *= max(whole, 1) / vg.Length(sum)
	}
	return parts
}

// fixed returns the height of everything except the bodies of the panels.
func (g grid) fixed() vg.Length {
	h := 2*g.border() + titlePen.height(len(g.title)) + softPen.height(len(g.caption))
	if len(g.title) > 0 {
		h += 5
	}
	if len(g.caption) > 0 {
		h += 8
	}
	for _, head := range g.headHeights {
		h += head
	}
	return h + rowGap*vg.Length(len(g.headHeights)-1)
}

func (g grid) height() vg.Length {
	h := g.fixed()
	for _, body := range g.bodyHeights {
		h += body
	}
	return h
}

// draw draws the figure. It stretches or squeezes the bodies to fit the canvas.
func (g grid) draw(c draw.Canvas) {
	stretch := max(c.Size().Y-g.fixed(), 1) / max(g.height()-g.fixed(), 1)
	left, top := c.Min.X+g.border(), c.Max.Y-g.border()
	titlePen.block(c, vg.Point{X: left, Y: top}, 0, g.title)
	if len(g.title) > 0 {
		top -= titlePen.height(len(g.title)) + 5
	}
	under := c.Min.Y + g.border() + softPen.height(len(g.caption))
	softPen.block(c, vg.Point{X: left, Y: under}, 0, g.caption)
	cells := g.cells(left, top, stretch)
	frames := g.frames(cells)
	for r, row := range g.fig.Rows {
		for k, p := range row {
			g.drawHead(c, r, k, vg.Point{X: cells[r][k].Min.X, Y: cells[r][k].Max.Y +
				g.headHeights[r]})
			drawPanel(p, within(c, cells[r][k]), frames[r][k])
		}
	}
}

// cells returns the rectangles of the panels' bodies.
func (g grid) cells(left, top, stretch vg.Length) [][]vg.Rectangle {
	cells := make([][]vg.Rectangle, len(g.heads))
	for r := range g.heads {
		top -= g.headHeights[r]
		bottom, x := top-stretch*g.bodyHeights[r], left
		for k := range g.heads[r] {
			cells[r] = append(cells[r], vg.Rectangle{
				Min: vg.Point{X: x, Y: bottom}, Max: vg.Point{X: x + g.widths[k], Y: top},
			})
			x += g.widths[k] + columnGap
		}
		top = bottom - rowGap
	}
	return cells
}

// frames aligns the frames: the left and right edges within each column, and the top and bottom
// edges within each row.
func (g grid) frames(cells [][]vg.Rectangle) [][]vg.Rectangle {
	rows, cols, own := make([]margins, len(cells)), make([]margins, len(g.widths)),
		make([][]margins, len(cells))
	for r, row := range g.fig.Rows {
		own[r] = make([]margins, len(row))
		for k, p := range row {
			if f, ok := p.(framed); ok {
				own[r][k] = f.margins(cells[r][k].Size())
				rows[r], cols[k] = rows[r].max(own[r][k]), cols[k].max(own[r][k])
			}
		}
	}
	frames := make([][]vg.Rectangle, len(cells))
	for r := range cells {
		for k, cell := range cells[r] {
			m := sides(cols[k], own[r][k], cell.Size().X)
			m.Bottom, m.Top = rows[r].Bottom, rows[r].Top
			frames[r] = append(frames[r], m.inside(cell))
		}
	}
	return frames
}

// sides returns the left and right margins of a panel. These are the margins of its column if they
// take at most half of the panel. Otherwise they are the left one of the column and the panel's own
// right one, or else both of the panel's own.
func sides(column, own margins, width vg.Length) margins {
	for _, right := range []vg.Length{column.Right, own.Right} {
		if column.Left+right <= width/2 {
			return margins{Left: column.Left, Right: right}
		}
	}
	return own
}

// drawHead writes the letter and the title over a panel.
func (g grid) drawHead(c draw.Canvas, r, k int, top vg.Point) {
	room := vg.Length(0)
	if s := g.letters[r][k]; s != "" {
		headPen.block(c, top, 0, []string{s})
		room = g.letterRoom
	}
	headPen.block(c, vg.Point{X: top.X + room, Y: top.Y}, 0, g.heads[r][k])
}

// drawPanel draws one panel, or says what is wrong with its data, because a caller may draw without
// calling Validate.
func drawPanel(p Panel, c draw.Canvas, frame vg.Rectangle) {
	if p == nil {
		return
	}
	if v, ok := p.(checked); ok {
		if err := v.Validate(); err != nil {
			apologize(c, c.Rectangle, strings.TrimPrefix(err.Error(), "chart: ")+".")
			return
		}
	}
	if f, ok := p.(framed); ok {
		f.drawFrame(c, frame)
		return
	}
	p.Draw(c)
}
