//go:build !amd64 || purego

package kernel

// Wide says whether loops of AVX-512 are used.
const Wide = false

type wideFlips struct{}

func (s *Stream) flipWordsWide(_, _ uint64, _ []uint64) bool { return false }

func (s *Stream) flipFairWide(uint64, []uint64) bool { return false }

func (l *Learner) absorbTwoWide(int) (from int) { return 0 }

func (l *Learner) absorbOneWide(int, uint64) bool { return false }

func knownWide([]Word) (done, n int) { return 0, 0 }

func agreementWide(_, _ []Word, _ []int32) (done int) { return 0 }

const notWide = "kernel: called although not Wide"

// Better is for processors with AVX-512.
func Better(*Circles) (most uint32) { panic(notWide) }

// Votes is for processors with AVX-512.
func Votes(_, _ []Word, _ []Slots, _ int) { panic(notWide) }

// BetterList is for processors with AVX-512.
func BetterList(_ []uint32, _, _ []int32, _ int32, _ int) int { panic(notWide) }

// CountList is for processors with AVX-512.
func CountList(_, _ []Word, _ []uint32, _ int) { panic(notWide) }
