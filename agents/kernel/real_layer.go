package kernel

// RealLayer is a row of numbers per person or unit, one a topic, in one flat array. It takes 8
// bytes per row and topic.
type RealLayer struct {
	numbers []float64
	topics  int
	rows    int
}

// NewRealLayer returns a layer of zeros. It panics if a number is negative, or if there are more
// than MaxWords numbers.
func NewRealLayer(rows, topics int) *RealLayer {
	mustHold(rows, topics, topics)
	return &RealLayer{numbers: make([]float64, rows*topics), topics: topics, rows: rows}
}

// Row returns row i, not a copy.
func (l *RealLayer) Row(i int) []float64 {
	at := i * l.topics
	return l.numbers[at : at+l.topics : at+l.topics]
}

// Len returns the number of rows.
func (l *RealLayer) Len() int { return l.rows }

// Clone returns a copy with its own storage.
func (l *RealLayer) Clone() *RealLayer {
	c := *l
	c.numbers = append([]float64(nil), l.numbers...)
	return &c
}
