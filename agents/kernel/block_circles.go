package kernel

// circles is Superior for circles whose vote becomes their norm for certain, where everybody sees
// the same standings. Per person it touches 108 bytes and takes about 130 operations for up to 8
// contacts. Per word it touches 20 bytes for the person. Each better contact adds 20 bytes and 7
// operations. To count 2, 3, 4, 5, 6 or up to 8 of them takes 4, 17, 34, 38, 48 or 75 operations.
// It keeps 68 bytes a person for the next call. The AVX-512 loops take about 90 instructions a
// person in all, for up to 8 contacts and 4 words.
func (b *Block) circles() {
	if b.superiorWide() {
		return
	}
	b.touch()
	b.compare()
	for i := range b.Norms.width {
		b.vote(i)
	}
}

// fewHeard is the number of contacts that Superior compares without a loop.
const fewHeard = 8

// ballots groups people by the number of voices that count for them, at most 8. People with the
// same number follow each other, because a processor cannot predict a number that varies.
type ballots struct {
	room   int
	people []uint32 // those with n voices begin at n*room
	ends   [fewHeard + 1]int
}

func (b *ballots) of(n int) []uint32 { return b.people[n*b.room : b.ends[n]] }

// reset makes room for a number of people, and empties all groups.
func (b *ballots) reset(people int) {
	if b.room < people {
		b.room, b.people = people, make([]uint32, len(b.ends)*people)
	}
	for n := range b.ends {
		b.ends[n] = n * b.room
	}
}

// compare fills each person's slots with the contacts who stand above him, and puts him into a
// ballot. It decides directly for people with more contacts than slots. A person with fewer is
// compared with some contacts of the next people too, and those results are not used. This saves a
// branch on the number of contacts, which a processor cannot predict.
func (b *Block) compare() {
	people := b.To - b.From
	if len(b.slots) < people {
		b.slots = make([]Slots, people)
	}
	b.ballots.reset(people)
	starts := b.Starts[b.From : b.To+1 : len(b.Starts)]
	standing, heard := b.Standing, b.Heard[:starts[people]]
	all, ballots, ends := b.slots[:people], b.ballots.people, b.ballots.ends
	var among [fewHeard + 1]uint64
	var last [fewHeard]int32
	for k, own := range standing[b.From:b.To] {
		begin, end := starts[k], starts[k+1]
		contacts := end - begin
		if contacts > fewHeard {
			b.superiorOfMany(heard[begin:end], own, b.Norms.Row(k))
			continue
		}
		h, slot := &last, &all[k]
		if int(begin)+fewHeard <= len(heard) {
			h = (*[fewHeard]int32)(heard[begin:])
		} else {
			copy(last[:], heard[begin:])
		}
		n := enter(slot, 0, h[0], own, standing)
		among[1] = n
		n = enter(slot, n, h[1], own, standing)
		among[2] = n
		n = enter(slot, n, h[2], own, standing)
		among[3] = n
		n = enter(slot, n, h[3], own, standing)
		among[4] = n
		n = enter(slot, n, h[4], own, standing)
		among[5] = n
		n = enter(slot, n, h[5], own, standing)
		among[6] = n
		n = enter(slot, n, h[6], own, standing)
		among[7] = n
		n = enter(slot, n, h[7], own, standing)
		among[8] = n
		n = among[contacts]
		ballots[ends[n]] = uint32(k)
		ends[n]++
	}
	b.ballots.ends = ends
}

// enter puts a contact in slot n. It returns n+1 if the contact stands above own, else n.
func enter(s *Slots, n uint64, contact, own int32, standing []int32) uint64 {
	q := uint32(contact)
	s[n&(fewHeard-1)] = q
	return n + less(own, standing[q])
}

func (b *Block) superiorOfMany(heard []int32, standing int32, norm []Word) {
	b.voices.Set(b.Claims, heard, nil, nil, b.Standing, false)
	g := b.voices.Above(standing, nil)
	for i := range norm {
		norm[i] = b.voices.Votes(g, i)
	}
}

// vote counts the votes in word i for everybody with a ballot.
func (b *Block) vote(i int) {
	v := voting{b.Norms.words[i:], b.Claims.words[i:], b.Norms.width, b.slots}
	for _, k := range b.ballots.of(0) {
		v.norms[int(k)*v.width] = Word{}
	}
	v.of1(b.ballots.of(1))
	v.of2(b.ballots.of(2))
	v.of3(b.ballots.of(3))
	v.of4(b.ballots.of(4))
	v.of5(b.ballots.of(5))
	v.of6(b.ballots.of(6))
	for _, k := range b.ballots.of(7) {
		b.slots[k][7] = uint32(b.Claims.rows)
	}
	v.of8(b.ballots.of(7))
	v.of8(b.ballots.of(8))
}

// voting is one word of all rows of norms and claims, width words apart, and the slots of the
// people.
type voting struct {
	norms, said []Word
	width       int
	slots       []Slots
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
		norms[int(k)*width] = votesOf3(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width])
	}
}

func (v *voting) of4(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf4(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width],
			said[int(at[3])*width])
	}
}

func (v *voting) of5(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf5(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width],
			said[int(at[3])*width],
			said[int(at[4])*width],
		)
	}
}

func (v *voting) of6(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf6(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width],
			said[int(at[3])*width],
			said[int(at[4])*width], said[int(at[5])*width],
		)
	}
}

func (v *voting) of8(people []uint32) {
	norms, said, width, slots := v.norms, v.said, v.width, v.slots
	for _, k := range people {
		at := &slots[k]
		norms[int(k)*width] = votesOf8(
			said[int(at[0])*width], said[int(at[1])*width], said[int(at[2])*width],
			said[int(at[3])*width],
			said[int(at[4])*width], said[int(at[5])*width], said[int(at[6])*width],
			said[int(at[7])*width],
		)
	}
}
