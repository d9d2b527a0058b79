package kernel

// RealLayer is a row of numbers per person or unit, one a topic, in one flat array: 8 bytes per
// topic and row.
type RealLayer struct {
	numbers []float64
	topics  int
	rows    int
}

// NewRealLayer returns a layer of zeros. It panics at fewer than none, and above MaxWords.
func NewRealLayer(rows, topics int) *RealLayer {
	mustHold(rows, topics, topics)
	return &RealLayer{numbers: make([]float64, rows*topics), topics: topics, rows: rows}
}

// Row is what is held in row i, in place.
func (l *RealLayer) Row(i int) []float64 {
	at := i * l.topics
	return l.numbers[at : at+l.topics : at+l.topics]
}

// Len is the number of rows.
func (l *RealLayer) Len() int { return l.rows }

// Clone returns a copy in storage of its own.
func (l *RealLayer) Clone() *RealLayer {
	c := *l
	c.numbers = append([]float64(nil), l.numbers...)
	return &c
}
