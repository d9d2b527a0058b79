package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// keyRows breaks the key into rows of groups, by number.
func (p Network) keyRows(width vg.Length) (rows [][]int) {
	x := width
	for g, name := range p.Groups {
		w := keyRoom(textPen.fit(name, width-keyMark))
		if x+w > width {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], g)
		x += w
	}
	return rows
}

const keyMark = vg.Length(9) // room for the mark before a name

func keyRoom(name string) vg.Length { return keyMark + textPen.width(name) + 12 }

// drawKey writes the names of the groups at the bottom.
func (p Network) drawKey(c draw.Canvas, rows [][]int) {
	y := c.Min.Y + textPen.height(len(rows))
	for _, row := range rows {
		y -= textPen.skip()
		x := c.Min.X
		for _, g := range row {
			k := g + 1
			if len(p.Groups) > len(markers) {
				k = 1
			}
			mark(c, k, vg.Point{X: x + 3, Y: y + 2 + textPen.middle()}, dotRadius, Color(g+1),
				false)
			name := textPen.fit(p.Groups[g], c.Size().X-keyMark)
			textPen.write(c, vg.Point{X: x + keyMark, Y: y + 2}, 0, name)
			x += keyRoom(name)
		}
	}
}
