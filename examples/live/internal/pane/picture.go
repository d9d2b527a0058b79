package pane

import (
	"math"
	"slices"

	"orglearn/network"
	"orglearn/network/layout"
	"orglearn/sim"
)

// MaxDrawn is the largest number of people of whom each is drawn among units and ties. Of more only
// units are, and where there are no units people alone.
const MaxDrawn = 200

// Anonymous is the least number of people in a unit of a real organization that is drawn.
const Anonymous = 5

// maxLines is the largest number of lines in a picture.
const maxLines = 20_000

// Picture is what does not change from one frame to the next. Places are in the unit square.
type Picture struct {
	Name       string
	People     int       // in the organization
	X, Y       []float64 // of the people drawn: all, or nobody
	Units      []Unit
	Lines      [][2]int // seats (a unit by its place in Units, a person) or ties (two people)
	Joins      string   // what lines are: "seats" or "ties"; "units": there are none
	Ticks      int
	Dimensions int
	Seats      float64 // of a person, mean
	Size       float64 // of a unit, mean
	Norms      int
	Real       bool // a real organization, of which no person is shown
}

// Unit is a unit that is drawn.
type Unit struct {
	ID        int // in the channel
	People    int
	Community bool
	X, Y      float64
}

// draw returns the picture of the first channel of a model.
func draw(m *sim.Model, isReal bool) Picture {
	p := Picture{Name: m.Scenario().Name, People: m.People(), Ticks: m.Scenario().Ticks,
		Dimensions: m.Dimensions(), Real: isReal}
	if m.Channels() == 0 {
		p.disc()
		return p
	}
	u := m.Units(0)
	p.budget(u)
	switch {
	case u.Graph() != nil:
		p.circles(u)
	case isReal || p.People > MaxDrawn:
		p.cells(u)
	default:
		p.seats(u)
	}
	return p
}

// budget counts the contact of the units.
func (p *Picture) budget(u *network.Units) {
	seats := 0
	for _, k := range u.SeatCounts() {
		seats += k
	}
	p.Seats = float64(seats) / float64(max(1, u.People()))
	places := 0
	for k, size := range u.Sizes() {
		if size > 0 || !u.IsParent(k) {
			places += size
			p.Norms++
		}
	}
	p.Size = float64(places) / float64(max(1, p.Norms))
}

// disc places people who have no units.
func (p *Picture) disc() {
	if p.People > MaxDrawn {
		p.crowd()
		return
	}
	p.X, p.Y = layout.Rings(make([]int, p.People))
}

// crowd places people alone, in rows over the square.
func (p *Picture) crowd() {
	p.Joins = "units"
	across := int(math.Ceil(math.Sqrt(1.6 * float64(p.People))))
	rows := (p.People + across - 1) / across
	for person := range p.People {
		p.X = append(p.X, (float64(person%across)+.5)/float64(across))
		p.Y = append(p.Y, 1-(float64(person/across)+.5)/float64(rows))
	}
}

// circles places people by their ties. Real people are not drawn.
func (p *Picture) circles(u *network.Units) {
	switch {
	case p.Real:
		return
	case p.People > MaxDrawn:
		p.crowd()
		return
	}
	p.Joins = "ties"
	p.Lines = p.lines(u)
	at := layout.People(u, p.Lines)
	p.X, p.Y = at.X, at.Y
}

// seats places people, and every unit among its people. Communities and other units of people who
// stand elsewhere are on a ring of their own.
func (p *Picture) seats(u *network.Units) {
	p.Joins = "seats"
	ties, _, _ := layout.Ties(u, maxLines)
	at := layout.People(u, ties)
	p.X, p.Y = at.X, at.Y
	p.listUnits(u, 0)
	for i := range p.Units {
		p.Units[i].X, p.Units[i].Y = p.middle(u, p.Units[i].ID)
	}
	if !at.Levels && len(p.Units) > 1 {
		p.ring(u)
	}
	p.Lines = p.lines(u)
}

// listUnits lists the units of at least so many people.
func (p *Picture) listUnits(u *network.Units, least int) {
	for k, size := range u.Sizes() {
		if size >= least {
			p.Units = append(p.Units, Unit{ID: k, People: size, Community: u.IsCommunity(k)})
		}
	}
}

// lines lists who sits in which of the units drawn, or who hears whom.
func (p *Picture) lines(u *network.Units) (lines [][2]int) {
	if p.Joins == "ties" {
		lines, _, _ = layout.Ties(u, maxLines)
		return lines
	}
	for i, unit := range p.Units {
		if unit.ID >= u.Len() {
			continue
		}
		for _, person := range members(u, unit.ID) {
			if len(lines) < maxLines {
				lines = append(lines, [2]int{i, int(person)})
			}
		}
	}
	return lines
}

// members returns the people of a unit: its voices and its audience, each once.
func members(u *network.Units, unit int) []int32 {
	all := append(slices.Clone(u.Voices(unit)), u.Audience(unit)...)
	slices.Sort(all)
	return slices.Compact(all)
}

// middle returns the mean place of a unit's people.
func (p *Picture) middle(u *network.Units, unit int) (x, y float64) {
	people := members(u, unit)
	if len(people) == 0 {
		return .5, 1
	}
	for _, person := range people {
		x, y = x+p.X[person], y+p.Y[person]
	}
	return x / float64(len(people)), y / float64(len(people))
}

// ring moves units that are nobody's first to a ring around the middle, in the order of the angles
// at which their people stand.
func (p *Picture) ring(u *network.Units) {
	first := map[int]bool{}
	for person := range u.People() {
		if seats := u.Of(person); len(seats) > 0 {
			first[int(seats[0])] = true
		}
	}
	var inner []int
	for i, unit := range p.Units {
		if !first[unit.ID] {
			inner = append(inner, i)
		}
	}
	angle := func(i int) float64 { return math.Atan2(p.Units[i].X-.5, p.Units[i].Y-.5) }
	slices.SortStableFunc(inner, func(a, b int) int {
		if angle(a) < angle(b) {
			return -1
		}
		return 1
	})
	x, y := layout.Circle(len(inner))
	for k, i := range inner {
		p.Units[i].X, p.Units[i].Y = .5+.56*(x[k]-.5), .5+.56*(y[k]-.5)
	}
}

// cells places units alone, in rows over the square. Communities begin a row of their own.
func (p *Picture) cells(u *network.Units) {
	p.Joins = "units"
	least := 1
	if p.Real {
		least = Anonymous
	}
	p.listUnits(u, least)
	slices.SortStableFunc(p.Units, func(a, b Unit) int {
		return compareBool(a.Community, b.Community)
	})
	across := int(math.Ceil(math.Sqrt(1.6 * float64(len(p.Units)))))
	row, column := 0, 0
	for i := range p.Units {
		if column == across || i > 0 && p.Units[i].Community != p.Units[i-1].Community {
			row, column = row+1, 0
		}
		p.Units[i].X, p.Units[i].Y = (float64(column)+.5)/float64(across), float64(row)
		column++
	}
	for i := range p.Units {
		p.Units[i].Y = 1 - (p.Units[i].Y+.5)/float64(row+1)
	}
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
