package kernel

// Far lists the people who are heard by others far away in memory. A processor cannot predict that
// it will read them, so it must be asked early. If Far belongs to the same people as the Block, it
// changes only the time that ObjectifyBlock takes. The zero value lists nobody.
type Far struct {
	batch  int
	starts []uint32 // of the people of batch b, people[starts[b]:starts[b+1]]
	people []int32
}

// nearPeople is the number of people before and after a batch whose rows are read with it anyway.
const nearPeople = 64

// NewFar lists who is far away, for Blocks of batch people each. Person p hears
// heard[starts[p]:starts[p+1]]. It takes 4 bytes for each person who is far away. It returns nil if
// that is most people. It also returns nil if the list is of no use: a cache holds all claims about
// that many dimensions, or the AVX-512 loops read early by themselves.
func NewFar(starts []uint32, heard []int32, dimensions, batch int) *Far {
	people := len(starts) - 1
	if Wide || batch < 1 || people*Width(dimensions) < cachedWords {
		return nil
	}
	f := &Far{batch: batch, starts: make([]uint32, 1, people/batch+2)}
	count := 0
	f.each(starts, heard, func(int32) { count++ }, func() {})
	if 2*count > len(heard) {
		return nil
	}
	f.people = make([]int32, 0, count)
	add := func(q int32) { f.people = append(f.people, q) }
	end := func() { f.starts = append(f.starts, uint32(len(f.people))) }
	f.each(starts, heard, add, end)
	return f
}

// each calls found for each person far from a batch that hears him, and done at the end of each
// batch.
func (f *Far) each(starts []uint32, heard []int32, found func(int32), done func()) {
	people := len(starts) - 1
	for from := 0; from < people; from += f.batch {
		to := min(from+f.batch, people)
		for _, q := range heard[starts[from]:starts[to]] {
			if int(q) < from-nearPeople || int(q) >= to+nearPeople {
				found(q)
			}
		}
		done()
	}
}

// of returns those whom the people from..to-1 hear and who are far from them, nil if that is not
// known.
func (f *Far) of(from, to int) []int32 {
	if f == nil || f.batch == 0 || from%f.batch != 0 || to > from+f.batch ||
		from/f.batch+1 >= len(f.starts) {
		return nil
	}
	return f.people[f.starts[from/f.batch]:f.starts[from/f.batch+1]]
}

// cachedWords is the number of words of claims that a processor's own cache holds.
const cachedWords = 1 << 15

// touch reads early what the votes will need. Rows that lie anywhere in memory then arrive at the
// same time. Without this the votes would wait for one row after the other, which at a million
// people takes half of the time. Rows nearby are read once, in order. Reading those by every
// contact would leave less room for the others.
func (b *Block) touch() {
	const line = 4 // words in a cache line
	words, width := b.Claims.words, b.Claims.width
	if b.Claims.rows*width < cachedWords {
		return
	}
	far := b.Far.of(b.From, b.To)
	if far == nil {
		far = b.Heard[b.Starts[b.From]:b.Starts[b.To]]
	}
	sum := uint64(0)
	for _, q := range far {
		sum += words[int(q)*width].Yes + uint64(b.Standing[q])
	}
	end := min((b.To+nearPeople)*width, len(words))
	for at := (b.From + nearPeople) * width; at < end; at += line {
		sum += words[at].Yes
	}
	b.touched = sum
}
