package kernel

import "unsafe"

// Bits is any type of 64 beliefs, one a lane. Packages have their own names for it.
type Bits interface{ ~struct{ Yes, No uint64 } }

// Layer is a row of beliefs per person or unit, in one flat array. It takes 16 bytes per row and 64
// dimensions. Rows have the type K, so that rules are given the type that they know.
type Layer[K ~[]W, W Bits] struct {
	words K // after the last row there is one row of zeros: see Group
	width int
	rows  int
}

// Bare is a layer with the types of this package.
type Bare = Layer[[]Word, Word]

// NewLayer returns a layer of empty rows. It panics if a number is negative, or if there are more
// than MaxWords words.
func NewLayer[K ~[]W, W Bits](rows, dimensions int) *Layer[K, W] {
	width := Width(dimensions)
	mustHold(rows, dimensions, width)
	return &Layer[K, W]{words: make(K, (rows+1)*width), width: width, rows: rows}
}

// Resize makes l a layer of a number of empty rows, in its storage if that is large enough. It
// panics as NewLayer does.
func (l *Layer[K, W]) Resize(rows int) {
	mustHold(rows, 64*l.width, l.width)
	n := (rows + 1) * l.width
	if cap(l.words) < n {
		l.words = make(K, n, n+n/8)
	}
	l.words, l.rows = l.words[:n], rows
	clear(l.words)
}

// Width returns the number of words that hold a number of dimensions.
func Width(dimensions int) int { return (dimensions + 63) / 64 }

// Bare returns the same layer, not a copy, with the types of this package.
func (l *Layer[K, W]) Bare() *Bare { return (*Bare)(unsafe.Pointer(l)) }

// Dress returns the same layer, not a copy, with rows of another type.
func Dress[K ~[]W, W Bits](l *Bare) *Layer[K, W] { return (*Layer[K, W])(unsafe.Pointer(l)) }

// Strip returns the same words, not a copy, with the type of this package.
func Strip[W Bits](words []W) []Word {
	return unsafe.Slice((*Word)(unsafe.Pointer(unsafe.SliceData(words))), len(words))
}

// Row returns row i, not a copy.
func (l *Layer[K, W]) Row(i int) K {
	at := i * l.width
	return l.words[at : at+l.width : at+l.width]
}

// Words returns the words of the rows from..to-1, one row after the other, not a copy.
func (l *Layer[K, W]) Words(from, to int) []W {
	return l.words[from*l.width : to*l.width : to*l.width]
}

// Width is the number of words of a row.
func (l *Layer[K, W]) Width() int { return l.width }

// Len returns the number of rows.
func (l *Layer[K, W]) Len() int { return l.rows }

// Clear empties the rows from..to-1.
func (l *Layer[K, W]) Clear(from, to int) { clear(l.words[from*l.width : to*l.width]) }

// Known counts the beliefs in the rows from..to-1.
func (l *Layer[K, W]) Known(from, to int) int { return Known(l.Bare().Words(from, to)) }

// Agreement computes the score of each of the rows from..to-1 against the body with. The score is
// the number of dimensions in which both hold the same, less those in which they hold the opposite.
// It takes 16 bytes and 9 operations a word.
func (l *Layer[K, W]) Agreement(with K, from, to int, scores []int32) {
	if to <= from {
		return
	}
	Agreement(l.Bare().Words(from, to), Strip(with[:l.width]), scores[:to-from])
}

// Copy copies all rows of from to l, which has the same shape.
func (l *Layer[K, W]) Copy(from *Layer[K, W]) { copy(l.words, from.words) }

// CopyRows copies the rows from..to-1 of o to l, which has the same width.
func (l *Layer[K, W]) CopyRows(o *Layer[K, W], from, to int) {
	copy(l.words[from*l.width:to*l.width], o.words[from*o.width:to*o.width])
}

// Clone returns a copy with its own storage.
func (l *Layer[K, W]) Clone() *Layer[K, W] {
	c := *l
	c.words = append(K(nil), l.words...)
	return &c
}

// Differs returns the lanes in which any word of l differs from that of o. Both have the same
// shape.
func (l *Layer[K, W]) Differs(o *Layer[K, W]) uint64 {
	var lanes uint64
	with := o.Bare().words
	for i, w := range l.Bare().words {
		lanes |= (w.Yes ^ with[i].Yes) | (w.No ^ with[i].No)
	}
	return lanes
}

// Equal reports whether l and o hold the same. Both have the same shape.
func (l *Layer[K, W]) Equal(o *Layer[K, W]) bool { return l.Differs(o) == 0 }
