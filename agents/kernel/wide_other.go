//go:build !amd64 || purego

package kernel

// Wide says whether the AVX-512 loops are used.
const Wide = false

type wideFlips struct{}

type wideSpeech struct{}

func (s *Stream) flipWordsWide(_, _ uint64, _ []uint64) bool { return false }

func (s *Stream) flipFairWide(uint64, []uint64) bool { return false }

func (l *Learner) absorbTwoWide(int) (from int) { return 0 }

func (l *Learner) absorbOneWide(int, uint64) bool { return false }

func (k Key) pairsWide(_, _ int, _ []uint64) (done int) { return 0 }

func (c *FirstCoins) sayWide(_, _ int, _, _ []Word) (done int) { return 0 }

func spreadWide(_, _ []uint64) bool { return false }

func spreadOne(set, places uint64) uint64 { return spread(set, places) }

func knownWide([]Word) (done, n int) { return 0, 0 }

func agreementWide(_, _ []Word, _ []int32) (done int) { return 0 }

const notWide = "kernel: called although not Wide"

// Better works only on processors with AVX-512, and panics here.
func Better(*Circles) (most uint32) { panic(notWide) }

// Votes works only on processors with AVX-512, and panics here.
func Votes(_, _ []Word, _ []Slots, _ int) { panic(notWide) }

// BetterList works only on processors with AVX-512, and panics here.
func BetterList(_ []uint32, _, _ []int32, _ int32, _ int) int { panic(notWide) }

// CountList works only on processors with AVX-512, and panics here.
func CountList(_, _ []Word, _ []uint32, _ int) { panic(notWide) }
