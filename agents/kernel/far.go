package kernel

// Far is whom people hear who lies far from them in memory: what a processor has to be asked for
// early, because it cannot guess it. Where it is that of the same people it changes how long
// ObjectifyBlock takes, and nothing else. The zero value knows nobody.
type Far struct {
	batch  int
	starts []uint32 // of the people of batch b, people[starts[b]:starts[b+1]]
	people []int32
}

// near is the number of people before and after some others whose rows come in with theirs.
const near = 64

// NewFar lists who is far from whom where person p hears heard[starts[p]:starts[p+1]], for a Block
// of so many people each: 4 bytes for everybody who is far away. It is nil where most are, and
// where it would not be asked for: a cache holds everybody's claims about so many dimensions, or
// loops of AVX-512 ask by themselves.
func NewFar(starts []uint32, heard []int32, dimensions, batch int) *Far {
	people := len(starts) - 1
	if Wide || batch < 1 || people*Width(dimensions) < cached {
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

// each calls found for everybody who is far from a batch that hears him, and done at the end of
// each batch.
func (f *Far) each(starts []uint32, heard []int32, found func(int32), done func()) {
	people := len(starts) - 1
	for from := 0; from < people; from += f.batch {
		to := min(from+f.batch, people)
		for _, q := range heard[starts[from]:starts[to]] {
			if int(q) < from-near || int(q) >= to+near {
				found(q)
			}
		}
		done()
	}
}

// of is whom some people hear who is far from them, or nil where that is not known.
func (f *Far) of(from, to int) []int32 {
	if f == nil || f.batch == 0 || from%f.batch != 0 || to > from+f.batch ||
		from/f.batch+1 >= len(f.starts) {
		return nil
	}
	return f.people[f.starts[from/f.batch]:f.starts[from/f.batch+1]]
}

// cached is the number of words of claims up to which a processor's own cache holds them.
const cached = 1 << 15

// touch reads what is soon needed, all of it at once: rows that lie anywhere in memory come in side
// by side, while the votes would wait for one after the other. At a million people that would be
// half of the time. Of what lies near it is enough to read along once; reading it by every contact
// would leave less room for what is waited for.
func (b *Block) touch() {
	const line = 4 // words that come in together
	words, width := b.Claims.words, b.Claims.width
	if b.Claims.rows*width < cached {
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
	for at := (b.From + near) * width; at < min((b.To+near)*width, len(words)); at += line {
		sum += words[at].Yes
	}
	b.touched = sum
}
