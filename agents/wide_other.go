//go:build !amd64 || purego

package agents

// wide says that there are loops of AVX-512.
const wide = false

type wideFlips struct{}

func (m *Many) superiorWide() bool { return false }

func (m *Many) absorbTwoWide(int) (from int) { return m.From }

func (m *Many) absorbOneWide(int, uint64) bool { return false }

func (l *Layer) agreementWide(_ Knowledge, from, _ int, _ []int32) int { return from }

func knownOf(words []Word) int { return Knowledge(words).Known() }

func (s *Stream) flipWordsWide(_, _ uint64, _ []uint64) bool { return false }

func (s *Stream) flipFairWide(uint64, []uint64) bool { return false }
