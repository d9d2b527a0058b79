package kernel

import "unsafe"

// Bits are 64 beliefs, one a lane, by whatever name a package has them.
type Bits interface{ ~struct{ Yes, No uint64 } }

// Layer is a row of beliefs per person or unit, in one flat array: 16 bytes per 64 dimensions and
// row. Its rows have the type K, so that rules are given the knowledge that they know.
type Layer[K ~[]W, W Bits] struct {
	words K // and, past the last row, one of zeros: see Group
	width int
	rows  int
}

// Bare is a layer as this package has it.
type Bare = Layer[[]Word, Word]

// NewLayer returns a layer of empty rows. It panics at fewer than none, and above MaxWords.
func NewLayer[K ~[]W, W Bits](rows, dimensions int) *Layer[K, W] {
	width := Width(dimensions)
	mustHold(rows, dimensions, width)
	return &Layer[K, W]{words: make(K, (rows+1)*width), width: width, rows: rows}
}

// Width is the number of words that hold so many dimensions.
func Width(dimensions int) int { return (dimensions + 63) / 64 }

// Bare is the same layer, in place, as this package has it.
func (l *Layer[K, W]) Bare() *Bare { return (*Bare)(unsafe.Pointer(l)) }

// Dress is the same layer, in place, with rows of another type.
func Dress[K ~[]W, W Bits](l *Bare) *Layer[K, W] { return (*Layer[K, W])(unsafe.Pointer(l)) }

// Strip is the same words, in place, as this package has them.
func Strip[W Bits](words []W) []Word {
	return unsafe.Slice((*Word)(unsafe.Pointer(unsafe.SliceData(words))), len(words))
}

// Row is what is held in row i, in place.
func (l *Layer[K, W]) Row(i int) K {
	at := i * l.width
	return l.words[at : at+l.width : at+l.width]
}

// Words are the words of the rows from..to-1, in place, one row after the other.
func (l *Layer[K, W]) Words(from, to int) []W {
	return l.words[from*l.width : to*l.width : to*l.width]
}

// Len is the number of rows.
func (l *Layer[K, W]) Len() int { return l.rows }

// Clear empties the rows from..to-1.
func (l *Layer[K, W]) Clear(from, to int) { clear(l.words[from*l.width : to*l.width]) }

// Known counts the beliefs in the rows from..to-1.
func (l *Layer[K, W]) Known(from, to int) int { return Known(l.Bare().Words(from, to)) }

// Agreement finds, for each of the rows from..to-1, in how many dimensions it holds what a body of
// beliefs holds, less those in which it holds the opposite: 16 bytes and 9 operations a word.
func (l *Layer[K, W]) Agreement(with K, from, to int, scores []int32) {
	if to <= from {
		return
	}
	Agreement(l.Bare().Words(from, to), Strip(with[:l.width]), scores[:to-from])
}

// Copy makes l, of the same shape, the same as from.
func (l *Layer[K, W]) Copy(from *Layer[K, W]) { copy(l.words, from.words) }

// CopyRows makes the rows from..to-1 of l, of the same width, those of o.
func (l *Layer[K, W]) CopyRows(o *Layer[K, W], from, to int) {
	copy(l.words[from*l.width:to*l.width], o.words[from*o.width:to*o.width])
}

// Clone returns a copy in storage of its own.
func (l *Layer[K, W]) Clone() *Layer[K, W] {
	c := *l
	c.words = append(K(nil), l.words...)
	return &c
}

// Differs are the lanes in which any word of l and o, of the same shape, is not the same.
func (l *Layer[K, W]) Differs(o *Layer[K, W]) uint64 {
	var lanes uint64
	with := o.Bare().words
	for i, w := range l.Bare().words {
		lanes |= (w.Yes ^ with[i].Yes) | (w.No ^ with[i].No)
	}
	return lanes
}

// Equal reports whether l and o, of the same shape, hold the same.
func (l *Layer[K, W]) Equal(o *Layer[K, W]) bool { return l.Differs(o) == 0 }
