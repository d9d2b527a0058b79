package pane

import (
	"encoding/binary"
	"math"
	"math/bits"

	"orglearn/agents"
	"orglearn/sim"
)

// A frame is, in this order and with the low byte first:
//
//	uint32     bytes of the frame, these 4 included
//	uint32     tick
//	uint64     Hash of the model
//	float64    each of Metrics; NaN: missing
//	uint32     said, objectified, taken over: dimensions in the cycle just ended (sim.Flow)
//	byte       of each person drawn: share of dimensions with a right belief; 255: vacant
//	byte       of each person drawn: share of the norm of his first unit that he shares, 0 to 254
//	byte       of each person drawn: dimensions that he changed, at most 255
//	byte       of each unit drawn: score of its norm, 0 to 254; 255: it keeps none
//	byte       of each unit drawn: dimensions of its norm that changed, at most 255
//	byte       1 if lines follow, in place of those of the picture
//	uint32     number of lines
//	2 x uint32 each of them
func (p *Session) frame(b []byte) []byte {
	m, start := p.model, len(b)
	b = le.AppendUint32(b, 0)
	b = le.AppendUint32(b, uint32(m.Tick()))
	b = le.AppendUint64(b, Hash(m))
	for _, metric := range p.ms {
		b = le.AppendUint64(b, math.Float64bits(metric.Of(m)))
	}
	b = p.appendFlow(b)
	b = p.appendPeople(b)
	b = p.appendUnits(b)
	b = p.appendLines(b)
	p.keep()
	le.PutUint32(b[start:], uint32(len(b)-start))
	return b
}

var le = binary.LittleEndian

func (p *Session) appendFlow(b []byte) []byte {
	var sum sim.Flow
	for c := range p.model.Channels() {
		f := p.model.Flow(c)
		sum.Said, sum.Objectified = sum.Said+f.Said, sum.Objectified+f.Objectified
		sum.Taken += f.Taken + f.Reused
	}
	for _, n := range []int64{sum.Said, sum.Objectified, sum.Taken} {
		b = le.AppendUint32(b, uint32(min(n, math.MaxUint32)))
	}
	return b
}

func (p *Session) appendPeople(b []byte) []byte {
	if len(p.picture.X) == 0 {
		return b
	}
	m, width := p.model, agents.Width(p.model.Dimensions())
	truth := m.Landscape().Truth()
	for person := range m.People() {
		right := byte(255)
		if !m.Vacant(person) {
			right = shade(alike(m.Beliefs(person), truth), m.Dimensions())
		}
		b = append(b, right)
	}
	for person := range m.People() {
		b = append(b, p.agreement(person))
	}
	for person := range m.People() {
		was := p.before.bodies[person*width : (person+1)*width]
		b = append(b, byte(min(m.Beliefs(person).Distance(was), 255)))
	}
	return b
}

// agreement returns how much of the norm of his first unit a person shares.
func (p *Session) agreement(person int) byte {
	m := p.model
	if m.Channels() == 0 || m.Norms(0) == 0 {
		return 0
	}
	seats := m.Units(0).Of(person)
	if len(seats) == 0 || int(seats[0]) >= m.Norms(0) {
		return 0
	}
	norm := m.Norm(0, int(seats[0]))
	return shade(alike(m.Beliefs(person), norm), norm.Known())
}

func (p *Session) appendUnits(b []byte) []byte {
	m, width := p.model, agents.Width(p.model.Dimensions())
	most := m.Landscape().Max()
	for _, u := range p.picture.Units {
		score := byte(255)
		if p.hasNorm(u) {
			score = shade(int(max(m.Landscape().Score(m.Norm(0, u.ID)), 0)), int(max(most, 1)))
		}
		b = append(b, score)
	}
	at := 0
	for _, u := range p.picture.Units {
		n := 0
		if p.hasNorm(u) && at+width <= len(p.before.norms) {
			n = m.Norm(0, u.ID).Distance(p.before.norms[at : at+width])
			at += width
		}
		b = append(b, byte(min(n, 255)))
	}
	return b
}

// appendLines adds the lines of people who moved.
func (p *Session) appendLines(b []byte) []byte {
	if !p.moved() {
		return append(b, 0)
	}
	lines := p.picture.lines(p.model.Units(0))
	b = le.AppendUint32(append(b, 1), uint32(len(lines)))
	for _, line := range lines {
		b = le.AppendUint32(le.AppendUint32(b, uint32(line[0])), uint32(line[1]))
	}
	return b
}

// shade returns a share as 0 to 254.
func shade(part, whole int) byte { return byte(254 * min(part, whole) / max(whole, 1)) }

// alike counts the dimensions in which two bodies hold the same belief.
func alike(a, b agents.Knowledge) (n int) {
	for i := range a {
		n += bits.OnesCount64(a[i].Yes&b[i].Yes | a[i].No&b[i].No)
	}
	return n
}
