//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

// Wide says whether the AVX-512 loops are used. At first it says whether the processor has the
// instructions that wide_amd64.s needs. The loops give the same bits as those in Go. A test may set
// it to false.
var Wide = cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ &&
	cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VPOPCNTDQ && cpu.X86.HasBMI2

//go:noescape
func betterAsm(c *wideCircles) (most uint32)

//go:noescape
func votesAsm(norms, said *Word, slots *Slots, people, width int)

//go:noescape
func betterListAsm(
	list *uint32, heard *int32, contacts int, standing *int32, own int32, scale, lastPerson uint32,
) (n int)

//go:noescape
func countAsm(norm, said *Word, list *uint32, eights, width int)

//go:noescape
func absorbTwoAsm(
	beliefs, norms *Word, changed *int32, width, eights int, coins *manyCoins, left *uint8,
)

//go:noescape
func agreementTwoAsm(rows *Word, with *[2]Word, scores *int32, eights int)

//go:noescape
func knownAsm(words *Word, fours int) int

//go:noescape
func flipAsm(open, heads, places, counters *uint64, eights int, keys *wideKeys, digits uint64)

//go:noescape
func sayAsm(beliefs, claims *Word, people int, w *wideSpeech) (left int)

//go:noescape
func pairsAsm(words *uint64, sixteens int, keys *wideKeys)

//go:noescape
func fairAsm(lanes, places *uint64, thirtytwos int, keys *wideKeys)

//go:noescape
func spreadAsm(sets, places *uint64, words int)

//go:noescape
func spreadOneAsm(set, places uint64) (lanes uint64)
