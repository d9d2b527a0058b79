package agents

// ObjectifyMany is Objectify of the circles of many people for a Rate of 1: per person 108 bytes and some 130 operations for up to 8 contacts;
// per word 20 bytes for him, 20 and 7 operations for each better contact, and 4, 17, 34, 38, 48 or 75 operations to count 2, 3, 4, 5, 6 or
// up to 8 of them. It keeps 68 bytes a person for the next call. Loops of AVX-512, where there are such, take some 90 instructions a person
// in all for up to 8 contacts and 4 words. It panics if what Many has does not fit together.
func (r Superior) ObjectifyMany(m *Many) bool {
	if r.Rate != 1 {
		return false
	}
	people := m.To - m.From
	if m.Norms.width != m.Claims.width || m.Norms.rows < people || len(m.Standing) != m.Claims.rows || int64(m.Starts[m.To]) > int64(len(m.Heard)) {
		panic("agents: ObjectifyMany of people, claims and norms that do not fit together")
	}
	if m.superiorWide() {
		return true
	}
	m.touch()
	m.compare()
	for i := range m.Norms.width {
		m.vote(i)
	}
	return true
}

// fewHeard is the number of contacts that ObjectifyMany compares without a loop.
const fewHeard = 8

// ballots are people by how many voices count for them, at most 8. Those with the same number come one after the other, because that
// number is what a processor cannot guess.
type ballots struct {
	room   int
	people []uint32 // those with n voices begin at n*room
	ends   [fewHeard + 1]int
}

func (b *ballots) of(n int) []uint32 { return b.people[n*b.room : b.ends[n]] }

// reset makes room for so many people.
func (b *ballots) reset(people int) {
	if b.room < people {
		b.room, b.people = people, make([]uint32, len(b.ends)*people)
	}
	for n := range b.ends {
		b.ends[n] = n * b.room
	}
}

// compare fills everybody's slots with those contacts who stand above him, and finds his ballot. It decides by itself for people with more
// contacts than slots. Who has fewer is compared with the next person's contacts too, and what that finds is left out: how many contacts
// he has is not to be guessed either.
func (m *Many) compare() {
	people := m.To - m.From
	if len(m.slots) < people {
		m.slots = make([]slots, people)
	}
	m.ballots.reset(people)
	starts := m.Starts[m.From : m.To+1 : len(m.Starts)]
	standing, heard := m.Standing, m.Heard[:starts[people]]
	all, ballots, ends := m.slots[:people], m.ballots.people, m.ballots.ends
	var among [fewHeard + 1]uint64
	var last [fewHeard]int32
	for k, own := range standing[m.From:m.To] {
		begin, end := starts[k], starts[k+1]
		contacts := end - begin
		if contacts > fewHeard {
			m.superiorOfMany(heard[begin:end], own, m.Norms.Row(k))
			continue
		}
		h, slot := &last, &all[k]
		if int(begin)+fewHeard <= len(heard) {
			h = (*[fewHeard]int32)(heard[begin:])
		} else {
			copy(last[:], heard[begin:])
		}
		n := slot.enter(0, h[0], own, standing)
		among[1] = n
		n = slot.enter(n, h[1], own, standing)
		among[2] = n
		n = slot.enter(n, h[2], own, standing)
		among[3] = n
		n = slot.enter(n, h[3], own, standing)
		among[4] = n
		n = slot.enter(n, h[4], own, standing)
		among[5] = n
		n = slot.enter(n, h[5], own, standing)
		among[6] = n
		n = slot.enter(n, h[6], own, standing)
		among[7] = n
		n = slot.enter(n, h[7], own, standing)
		among[8] = n
		n = among[contacts]
		ballots[ends[n]] = uint32(k)
		ends[n]++
	}
	m.ballots.ends = ends
}

// slots are contacts who stand above somebody.
type slots [fewHeard]uint32

// enter puts a contact in slot n, and counts it if he stands above.
func (s *slots) enter(n uint64, contact, own int32, standing []int32) uint64 {
	q := uint32(contact)
	s[n&(fewHeard-1)] = q
	return n + less(own, standing[q])
}

func (m *Many) superiorOfMany(heard []int32, standing int32, norm Knowledge) {
	m.voices.Set(m.Claims, heard, nil, nil, m.Standing, false)
	m.unit.Standing = standing
	g := m.voices.Above(&m.unit)
	for i := range norm {
		norm[i] = m.voices.Votes(g, i)
	}
}

// vote counts the votes in word i for everybody with a ballot.
func (m *Many) vote(i int) {
	v := voting{m.Norms.words[i:], m.Claims.words[i:], m.Norms.width, m.slots}
	for _, k := range m.ballots.of(0) {
		v.norms[int(k)*v.width] = Word{}
	}
	v.of1(m.ballots.of(1))
	v.of2(m.ballots.of(2))
	v.of3(m.ballots.of(3))
	v.of4(m.ballots.of(4))
	v.of5(m.ballots.of(5))
	v.of6(m.ballots.of(6))
	for _, k := range m.ballots.of(7) {
		m.slots[k][7] = uint32(m.Claims.rows)
	}
	v.of8(m.ballots.of(7))
	v.of8(m.ballots.of(8))
}

// voting is one word of norms and claims, the first of every so many, and who is heard.
type voting struct {
	norms, said []Word
	width       int
	slots       []slots
}

func (v *voting) of1(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = said[int(at[0])*width]
	}
}

func (v *voting) of2(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf2(said[int(at[0])*width], said[int(at[1])*width])
	}
}

func (v *voting) of3(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf3(said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width])
	}
}

func (v *voting) of4(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf4(said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width], said[int(at[3])*width])
	}
}

func (v *voting) of5(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf5(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width], said[int(at[3])*width],
			said[int(at[4])*width],
		)
	}
}

func (v *voting) of6(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf6(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width], said[int(at[3])*width],
			said[int(at[4])*width], said[int(at[5])*width],
		)
	}
}

func (v *voting) of8(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf8(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width], said[int(at[3])*width],
			said[int(at[4])*width], said[int(at[5])*width], said[int(at[6])*width], said[int(at[7])*width],
		)
	}
}
