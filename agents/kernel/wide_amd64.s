//go:build !purego

#include "go_asm.h"
#include "textflag.h"

// These are loops for AVX-512. The comment of each names the function in Go that does the same,
// word by word. Tests compare the two.

// ASK prefetches what eight numbers in memory point to, as multiples of a number of bytes after
// base.
#define ASK(at, base, size) \
	MOVL (at), R11                \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 4(at), R11               \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 8(at), R11               \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 12(at), R11              \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 16(at), R11              \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 20(at), R11              \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 24(at), R11              \
	PREFETCHT0 (base)(R11*size)   \
	MOVL 28(at), R11              \
	PREFETCHT0 (base)(R11*size)

// func betterAsm(c *wideCircles) (most uint32)
//
// It compares up to 8 contacts of a person at once. The slots of those who stand above him hold
// scale times their number; the other slots hold c.zeros. The slots of people with more
// contacts have no meaning. most has the bits of all numbers of contacts, or-ed together. It is all
// ones if a start or a contact is out of range. If ahead is not 0, it prefetches the standings of
// contacts that far ahead in heard, and the claims of those who stand above.
TEXT ·betterAsm(SB), NOSPLIT, $0-12
	MOVQ c+0(FP), R8
	MOVQ wideCircles_slots(R8), DI
	MOVQ wideCircles_starts(R8), SI
	MOVQ wideCircles_heard(R8), BX
	MOVQ wideCircles_standing(R8), DX
	MOVQ wideCircles_own(R8), R12
	MOVQ wideCircles_people(R8), CX
	VPBROADCASTD wideCircles_lastPerson(R8), Y7
	VPBROADCASTD wideCircles_scale(R8), Y5
	VPBROADCASTD wideCircles_zeros(R8), Y6
	MOVQ wideCircles_ahead(R8), R15
	LEAQ (BX)(R15*4), R15
	XORL R13, R13
	VPXORD Y8, Y8, Y8
	MOVL (SI), R9

next:
	MOVL 4(SI), R10
	CMPL R9, R10
	JHI  nothing
	CMPL R10, wideCircles_lastStart(R8)
	JHI  nothing
	MOVL R10, R11
	SUBL R9, R11               // contacts
	ORL  R11, R13
	MOVL $-1, R14
	BZHIL R11, R14, R14
	KMOVB R14, K1
	KMOVB R14, K2
	VMOVDQU32.Z (BX)(R9*4), K1, Y0
	VPMINUD Y7, Y0, Y1         // Y7 is the last person
	VPTERNLOGD $0xF6, Y1, Y0, Y8 // Y8 | Y0 ^ Y1
	VMOVDQA32 Y1, Y0
	VPXORD Y1, Y1, Y1
	VPGATHERDD (DX)(Y0*4), K2, Y1
	VPBROADCASTD (R12), Y2
	VPCMPGTD Y2, Y1, K1, K3
	VPMULLD Y5, Y0, Y0
	VPBLENDMD Y0, Y6, K3, Y0
	VMOVDQU32 Y0, (DI)
	CMPQ R15, BX
	JEQ  near
	LEAQ (R15)(R9*4), AX
	ASK(AX, DX, 4)
	MOVQ wideCircles_said(R8), AX
	ASK(DI, AX, 8)

near:
	MOVL R10, R9
	ADDQ $32, DI
	ADDQ $4, SI
	ADDQ $4, R12
	DECQ CX
	JNZ  next
	VPTEST Y8, Y8
	JNZ  nothing
	MOVL R13, most+8(FP)
	VZEROUPPER
	RET

nothing:
	MOVL $-1, AX
	MOVL AX, most+8(FP)
	VZEROUPPER
	RET

// ADD3 is a full adder: a becomes the carry, sum the sum.
#define ADD3(a, b, c, sum) \
	VMOVDQA64 a, sum              \
	VPTERNLOGQ $0x96, c, b, sum   \
	VPTERNLOGQ $0xE8, c, b, a

// MORE adds a digit to a comparison. gt has the lanes in which the first number is more in the
// lower digits. a and o are the next higher digits of the two numbers.
#define MORE(a, o, gt) \
	VPSHUFD $0x4E, a, o           \
	VPTERNLOGQ $0xD4, o, a, gt

// EIGHTVOICES counts eight voices, whose slots are at SI, in the words at DX. The digits are in
// Z12, Z14, Z15 and Z0.
#define EIGHTVOICES \
	MOVL (SI), R8                 \
	MOVL 4(SI), R9                \
	MOVL 8(SI), R10               \
	MOVL 12(SI), R11              \
	VMOVDQU64.Z (DX)(R8*8), K1, Z0 \
	VMOVDQU64.Z (DX)(R9*8), K1, Z1 \
	VMOVDQU64.Z (DX)(R10*8), K1, Z2 \
	VMOVDQU64.Z (DX)(R11*8), K1, Z3 \
	MOVL 16(SI), R8               \
	MOVL 20(SI), R9               \
	MOVL 24(SI), R10              \
	MOVL 28(SI), R11              \
	VMOVDQU64.Z (DX)(R8*8), K1, Z4 \
	VMOVDQU64.Z (DX)(R9*8), K1, Z5 \
	VMOVDQU64.Z (DX)(R10*8), K1, Z6 \
	VMOVDQU64.Z (DX)(R11*8), K1, Z7 \
	ADD3(Z0, Z1, Z2, Z8)          \
	ADD3(Z3, Z4, Z5, Z9)          \
	VPXORQ Z6, Z7, Z10            \
	VPANDQ Z6, Z7, Z11            \
	ADD3(Z8, Z9, Z10, Z12)        \
	ADD3(Z0, Z3, Z11, Z13)        \
	VPXORQ Z13, Z8, Z14           \
	VPANDQ Z13, Z8, Z13           \
	VPXORQ Z13, Z0, Z15           \
	VPANDQ Z13, Z0, Z0

// func votesAsm(norms, said *Word, slots *Slots, people, width int)
//
// It finds the votes of 8 voices per person, as votesOf8. The slots hold where the voices' rows
// begin in said, in halves of a Word. Rows have width words.
TEXT ·votesAsm(SB), NOSPLIT, $0-40
	MOVQ norms+0(FP), DI
	MOVQ slots+16(FP), SI
	MOVQ people+24(FP), CX

person:
	MOVQ said+8(FP), DX
	MOVQ width+32(FP), R13
	ADDQ R13, R13              // left, in halves of a Word

words:
	MOVL $8, R14
	CMPQ R13, R14
	CMOVQLT R13, R14
	MOVL $-1, R8
	BZHIL R14, R8, R14
	KMOVB R14, K1
	EIGHTVOICES
	VPSHUFD $0x4E, Z12, Z1
	VPANDNQ Z12, Z1, Z2
	MORE(Z14, Z1, Z2)
	MORE(Z15, Z1, Z2)
	MORE(Z0, Z1, Z2)
	VMOVDQU64 Z2, K1, (DI)
	SUBQ $8, R13
	JLE  done
	ADDQ $64, DI
	ADDQ $64, DX
	JMP  words

done:
	LEAQ 64(DI)(R13*8), DI     // R13 is 0 or less: the last words that were not there
	ADDQ $32, SI
	DECQ CX
	JNZ  person
	VZEROUPPER
	RET

// func betterListAsm(list *uint32, heard *int32, contacts int, standing *int32, own int32, scale,
// lastPerson uint32) (n int)
//
// It lists the contacts who stand above own, as scale times their number. The list needs room for
// 16 more. It returns how many there are, or -1 if a contact is out of range.
TEXT ·betterListAsm(SB), NOSPLIT, $0-56
	MOVQ list+0(FP), DI
	MOVQ heard+8(FP), SI
	MOVQ contacts+16(FP), CX
	MOVQ standing+24(FP), DX
	MOVL own+32(FP), AX
	VPBROADCASTD AX, Z2
	MOVL scale+36(FP), AX
	VPBROADCASTD AX, Z5
	MOVL lastPerson+40(FP), AX
	VPBROADCASTD AX, Z7
	VPXORD Z8, Z8, Z8
	XORL R9, R9

sixteen:
	MOVL $16, R14
	CMPQ CX, R14
	CMOVQLT CX, R14
	MOVL $-1, R8
	BZHIL R14, R8, R14
	KMOVW R14, K1
	KMOVW R14, K2
	VMOVDQU32.Z (SI), K1, Z0
	VPMINUD Z7, Z0, Z1
	VPTERNLOGD $0xF6, Z1, Z0, Z8
	VMOVDQA32 Z1, Z0
	VPXORD Z1, Z1, Z1
	VPGATHERDD (DX)(Z0*4), K2, Z1
	VPCMPGTD Z2, Z1, K1, K3
	VPMULLD Z5, Z0, Z0
	VPCOMPRESSD Z0, K3, Z0
	VMOVDQU32 Z0, (DI)(R9*4)
	KMOVW K3, AX
	POPCNTL AX, AX
	ADDQ AX, R9
	ADDQ $64, SI
	SUBQ $16, CX
	JG   sixteen
	VPTESTMD Z8, Z8, K1
	KORTESTW K1, K1
	JZ   all
	MOVQ $-1, R9

all:
	MOVQ R9, n+48(FP)
	VZEROUPPER
	RET

// HALF adds a carry to a digit: a half adder.
#define HALF(digit, carry, t) \
	VPANDQ digit, carry, t        \
	VPXORQ digit, carry, digit    \
	VMOVDQA64 t, carry

// FULL adds a digit and a carry to a digit: a full adder.
#define FULL(digit, other, carry) \
	VMOVDQA64 digit, Z1           \
	VPTERNLOGQ $0x96, other, carry, digit \
	VPTERNLOGQ $0xE8, other, Z1, carry

// func countAsm(norm, said *Word, list *uint32, eights, width int)
//
// It finds the votes of a list of up to 4,095 voices. The list holds what slots hold in votesAsm.
TEXT ·countAsm(SB), NOSPLIT, $0-40
	MOVQ norm+0(FP), DI
	MOVQ said+8(FP), DX
	MOVQ width+32(FP), R13
	ADDQ R13, R13

column:
	MOVL $8, R14
	CMPQ R13, R14
	CMOVQLT R13, R14
	MOVL $-1, R8
	BZHIL R14, R8, R14
	KMOVB R14, K1
	MOVQ list+16(FP), SI
	MOVQ eights+24(FP), CX
	VPXORQ Z16, Z16, Z16
	VPXORQ Z17, Z17, Z17
	VPXORQ Z18, Z18, Z18
	VPXORQ Z19, Z19, Z19
	VPXORQ Z20, Z20, Z20
	VPXORQ Z21, Z21, Z21
	VPXORQ Z22, Z22, Z22
	VPXORQ Z23, Z23, Z23
	VPXORQ Z24, Z24, Z24
	VPXORQ Z25, Z25, Z25
	VPXORQ Z26, Z26, Z26
	VPXORQ Z27, Z27, Z27

voices:
	EIGHTVOICES
	VPANDQ Z16, Z12, Z2        // the carry
	VPXORQ Z16, Z12, Z16
	FULL(Z17, Z14, Z2)
	FULL(Z18, Z15, Z2)
	FULL(Z19, Z0, Z2)
	HALF(Z20, Z2, Z3)
	HALF(Z21, Z2, Z3)
	HALF(Z22, Z2, Z3)
	HALF(Z23, Z2, Z3)
	HALF(Z24, Z2, Z3)
	HALF(Z25, Z2, Z3)
	HALF(Z26, Z2, Z3)
	VPXORQ Z27, Z2, Z27
	ADDQ $32, SI
	DECQ CX
	JNZ  voices

	VPXORQ Z2, Z2, Z2
	MORE(Z16, Z1, Z2)
	MORE(Z17, Z1, Z2)
	MORE(Z18, Z1, Z2)
	MORE(Z19, Z1, Z2)
	MORE(Z20, Z1, Z2)
	MORE(Z21, Z1, Z2)
	MORE(Z22, Z1, Z2)
	MORE(Z23, Z1, Z2)
	MORE(Z24, Z1, Z2)
	MORE(Z25, Z1, Z2)
	MORE(Z26, Z1, Z2)
	MORE(Z27, Z1, Z2)
	VMOVDQU64 Z2, K1, (DI)
	ADDQ $64, DI
	ADDQ $64, DX
	SUBQ $8, R13
	JG   column
	VZEROUPPER
	RET

// ROUNDS is a round of Philox2x64 of two blocks in each of 8 lanes. One block is in Z5 and Z6, the
// other in Z7 and Z8. The key is in memory. It uses Z0 to Z4 and Z9 to Z13. Z28 to Z31 are
// constants.
#define ROUNDS(key) \
	VPSRLQ $32, Z5, Z0 \
	VPSRLQ $32, Z7, Z9 \
	VPMULUDQ Z31, Z5, Z1 \
	VPMULUDQ Z31, Z7, Z10 \
	VPMULUDQ Z30, Z5, Z2 \
	VPMULUDQ Z30, Z7, Z11 \
	VPMULUDQ Z31, Z0, Z3 \
	VPMULUDQ Z31, Z9, Z12 \
	VPMULUDQ Z30, Z0, Z0 \
	VPMULUDQ Z30, Z9, Z9 \
	VPSRLQ $32, Z1, Z4 \
	VPSRLQ $32, Z10, Z13 \
	VPADDQ Z4, Z2, Z2 \
	VPADDQ Z13, Z11, Z11 \
	VPANDQ Z28, Z2, Z4 \
	VPANDQ Z28, Z11, Z13 \
	VPADDQ Z4, Z3, Z3 \
	VPADDQ Z13, Z12, Z12 \
	VPSRLQ $32, Z2, Z2 \
	VPSRLQ $32, Z11, Z11 \
	VPADDQ Z2, Z0, Z0 \
	VPADDQ Z11, Z9, Z9 \
	VPSRLQ $32, Z3, Z3 \
	VPSRLQ $32, Z12, Z12 \
	VPADDQ Z3, Z0, Z0 \
	VPADDQ Z12, Z9, Z9 \
	VPTERNLOGQ.BCST $0x96, key, Z6, Z0 \
	VPTERNLOGQ.BCST $0x96, key, Z8, Z9 \
	VPMULLQ Z29, Z5, Z6 \
	VPMULLQ Z29, Z7, Z8 \
	VMOVDQA64 Z0, Z5 \
	VMOVDQA64 Z9, Z7

#define CONSTANTS \
	MOVQ $0xD2B74407B1CE6E93, AX  \
	VPBROADCASTQ AX, Z29          \
	VPSRLQ $32, Z29, Z30          \
	VMOVDQA64 Z29, Z31            \
	MOVQ $0xFFFFFFFF, AX          \
	VPBROADCASTQ AX, Z28

// BLOCKS makes the blocks of two places for the counters in Z27, in Z5 and Z6, and in Z7 and Z8. R8
// points to the manyCoins.
#define BLOCKS(n, m) \
	VPXORQ.BCST (manyCoins_blocks+16*n)(R8), Z27, Z5 \
	VPBROADCASTQ (manyCoins_blocks+8+16*n)(R8), Z6 \
	VPXORQ.BCST (manyCoins_blocks+16*m)(R8), Z27, Z7 \
	VPBROADCASTQ (manyCoins_blocks+8+16*m)(R8), Z8 \
	ROUNDS(manyCoins_keys(R8))    \
	ROUNDS(manyCoins_keys+8(R8))  \
	ROUNDS(manyCoins_keys+16(R8)) \
	ROUNDS(manyCoins_keys+24(R8)) \
	ROUNDS(manyCoins_keys+32(R8))

// BIT compares a digit with random words, as digit does, in the lanes of a mask. K7 has the lanes
// whose digit is 1.
#define BIT(random, lanes, open, heads) \
	VPANDNQ open, random, Z0      \
	VPANDQ random, open, lanes, open \
	KANDB lanes, K7, K6           \
	VPORQ Z0, heads, K6, heads

// NEXT sets K7 to the lanes whose next digit is 1. In the lanes of a mask it goes on to the digit
// after that.
#define NEXT(lanes) \
	VPMOVQ2M Z20, K7              \
	VPADDQ Z20, Z20, lanes, Z20

// OWN compares a digit for both words, each with its own random word, in the lanes of a mask.
#define OWN(a, b, lanes) \
	NEXT(lanes)                   \
	BIT(a, lanes, Z26, Z24)       \
	BIT(b, lanes, Z25, Z23)

// SHARED compares two digits, with the two words of a block, for lanes that are open in either
// word, in the lanes of a mask.
#define SHARED(a, b, lanes) \
	NEXT(lanes)                   \
	BIT(a, lanes, Z22, Z21)       \
	NEXT(lanes)                   \
	BIT(b, lanes, Z22, Z21)

// EITHER uses a block as OWN does where a lane is open in both words, else as SHARED does.
#define EITHER(a, b) \
	VPTESTMQ Z26, Z25, K1         \
	KNOTB K1, K2                  \
	SHARED(a, b, K2)              \
	OWN(a, b, K1)                 \
	VPORQ Z26, Z25, K1, Z22

// OPEN finds the lanes in which the beliefs of two people differ from their norms, in two words of
// each. Each result is there twice. The people are n and m bytes after belief and norm.
#define OPEN(belief, norm, n, m, open, half) \
	VMOVDQU (belief)(n*1), Y0       \
	VINSERTI64X4 $1, (belief)(m*1), Z0, Z0 \
	VMOVDQU (norm)(n*1), Y1         \
	VINSERTI64X4 $1, (norm)(m*1), Z1, Z1 \
	VPXORQ Z0, Z1, Z0             \
	VPSHUFD $0x4E, Z0, Z2         \
	VPSHUFD $0x4E, Z1, open       \
	VPORQ open, Z1, open          \
	VPTERNLOGQ $0xE0, Z2, Z0, open

// TAKE lets these two people take over the norm in the lanes of taken, whose lower half is half.
#define TAKE(belief, norm, n, m, taken, half) \
	VMOVDQU (belief)(n*1), Y0       \
	VINSERTI64X4 $1, (belief)(m*1), Z0, Z0 \
	VMOVDQU (norm)(n*1), Y1         \
	VINSERTI64X4 $1, (norm)(m*1), Z1, Z1 \
	VPTERNLOGQ $0xCA, Z0, Z1, taken \
	VMOVDQU64 half, (belief)(n*1)     \
	VEXTRACTI64X4 $1, taken, (belief)(m*1)

// EIGHT does what OPEN and TAKE do, for eight people.
#define EIGHT(do) \
	do(DI, SI, R13, R9, Z16, Y16) \
	do(DI, SI, R10, R11, Z17, Y17) \
	do(R12, R14, R13, R9, Z18, Y18) \
	do(R12, R14, R10, R11, Z19, Y19)

DATA halves<>+0(SB)/8, $0      // x of four people, then y, from two registers of OPEN
DATA halves<>+8(SB)/8, $4
DATA halves<>+16(SB)/8, $8
DATA halves<>+24(SB)/8, $12
DATA halves<>+32(SB)/8, $2
DATA halves<>+40(SB)/8, $6
DATA halves<>+48(SB)/8, $10
DATA halves<>+56(SB)/8, $14
GLOBL halves<>(SB), RODATA|NOPTR, $64

DATA spread<>+0(SB)/8, $0      // the reverse: the first two people, from x and y of eight
DATA spread<>+8(SB)/8, $0
DATA spread<>+16(SB)/8, $8
DATA spread<>+24(SB)/8, $8
DATA spread<>+32(SB)/8, $1
DATA spread<>+40(SB)/8, $1
DATA spread<>+48(SB)/8, $9
DATA spread<>+56(SB)/8, $9
GLOBL spread<>(SB), RODATA|NOPTR, $64

DATA order<>+0(SB)/8, $0
DATA order<>+8(SB)/8, $1
DATA order<>+16(SB)/8, $2
DATA order<>+24(SB)/8, $3
DATA order<>+32(SB)/8, $4
DATA order<>+40(SB)/8, $5
DATA order<>+48(SB)/8, $6
DATA order<>+56(SB)/8, $7
GLOBL order<>(SB), RODATA|NOPTR, $64

// func absorbTwoAsm(beliefs, norms *Word, changed *int32, width, eights int, coins *manyCoins, left
// *uint8)
//
// It is Learner.absorbTwo, eight people at a time: two words of rows of width words, with coins as
// in pair. Each byte of left says which of the eight need more digits than are drawn here. Nothing
// was done for those people.
TEXT ·absorbTwoAsm(SB), NOSPLIT, $0-56
	MOVQ beliefs+0(FP), DI
	MOVQ norms+8(FP), SI
	MOVQ changed+16(FP), DX
	MOVQ width+24(FP), R9
	MOVQ eights+32(FP), CX
	MOVQ coins+40(FP), R8
	MOVQ left+48(FP), BX
	SHLQ $4, R9                // bytes of a row, and of two and three
	LEAQ (R9)(R9*1), R10
	LEAQ (R9)(R10*1), R11
	XORL R13, R13
	CONSTANTS
	VPBROADCASTQ manyCoins_at(R8), Z27
	VPADDQ order<>(SB), Z27, Z27
	MOVQ $2, AX
	VPBROADCASTQ AX, Z15
	MOVQ $8, AX
	VPBROADCASTQ AX, Z14
	KXNORB K5, K5, K5

eight:
	LEAQ (DI)(R9*4), R12       // the other four
	LEAQ (SI)(R9*4), R14
	VMOVDQU64 halves<>(SB), Z26
	EIGHT(OPEN)
	VPERMT2Q Z17, Z26, Z16     // x0 to x3, y0 to y3
	VPERMT2Q Z19, Z26, Z18
	VSHUFI64X2 $0x44, Z18, Z16, Z26 // x
	VSHUFI64X2 $0xEE, Z18, Z16, Z25 // y
	VPORQ Z26, Z25, Z0
	VPTESTMQ Z0, Z0, K1
	KMOVB K1, AX
	MOVB $0, (BX)
	TESTB AX, AX
	JZ   after
	VPXORQ Z24, Z24, Z24
	VPXORQ Z23, Z23, Z23
	VPXORQ Z21, Z21, Z21

	VPBROADCASTQ manyCoins_digits(R8), Z20  // the digits that are left
	BLOCKS(0, 1)
	OWN(Z5, Z6, K5)
	OWN(Z7, Z8, K5)
	BLOCKS(2, 3)
	OWN(Z5, Z6, K5)
	VPORQ Z26, Z25, Z22
	EITHER(Z7, Z8)
	BLOCKS(4, 5)
	EITHER(Z5, Z6)
	EITHER(Z7, Z8)
	BLOCKS(6, 7)
	SHARED(Z5, Z6, K5)
	SHARED(Z7, Z8, K5)
	VPTESTMQ Z26, Z25, K1
	VPTESTMQ Z22, Z22, K2
	KORB K1, K2, K2
	KMOVB K2, AX
	MOVB AX, (BX)
	KNOTB K2, K2
	VPTERNLOGQ $0xF8, Z26, Z21, Z24 // x that are heads
	VPTERNLOGQ $0xF8, Z25, Z21, Z23
	VMOVDQA64.Z Z24, K2, Z24
	VMOVDQA64.Z Z23, K2, Z23
	VPOPCNTQ Z24, Z0
	VPOPCNTQ Z23, Z1
	VPADDQ Z0, Z1, Z0
	VPMOVQD Z0, Y0
	VPADDD (DX), Y0, Y0
	VMOVDQU Y0, (DX)

	VMOVDQU64 spread<>(SB), Z16
	VPADDQ Z15, Z16, Z17
	VPADDQ Z15, Z17, Z18
	VPADDQ Z15, Z18, Z19
	VPERMI2Q Z23, Z24, Z16
	VPERMI2Q Z23, Z24, Z17
	VPERMI2Q Z23, Z24, Z18
	VPERMI2Q Z23, Z24, Z19
	EIGHT(TAKE)

after:
	VPADDQ Z14, Z27, Z27
	LEAQ (DI)(R9*8), DI
	LEAQ (SI)(R9*8), SI
	ADDQ $32, DX
	INCQ BX
	DECQ CX
	JNZ  eight
	VZEROUPPER
	RET

// func agreementTwoAsm(rows *Word, with *[2]Word, scores *int32, eights int)
//
// It is Agreement for rows of two words, eight rows at a time.
TEXT ·agreementTwoAsm(SB), NOSPLIT, $0-32
	MOVQ rows+0(FP), SI
	MOVQ with+8(FP), DX
	MOVQ scores+16(FP), DI
	MOVQ eights+24(FP), CX
	VBROADCASTI64X4 (DX), Z10
	VPSHUFD $0x4E, Z10, Z11

#define AGREE(at, z) \
	VMOVDQU64 at(SI), Z0          \
	VPANDQ Z0, Z10, z             \
	VPANDQ Z0, Z11, Z0            \
	VPOPCNTQ z, z                 \
	VPOPCNTQ Z0, Z0               \
	VPSUBQ Z0, z, z

more:
	AGREE(0, Z1)
	AGREE(64, Z2)
	AGREE(128, Z3)
	AGREE(192, Z4)
	VPUNPCKLQDQ Z2, Z1, Z5
	VPUNPCKHQDQ Z2, Z1, Z6
	VPADDQ Z5, Z6, Z5          // of people 0 2, 0 2, 1 3, 1 3: halves
	VPUNPCKLQDQ Z4, Z3, Z7
	VPUNPCKHQDQ Z4, Z3, Z8
	VPADDQ Z7, Z8, Z7
	VSHUFI64X2 $0x88, Z7, Z5, Z6
	VSHUFI64X2 $0xDD, Z7, Z5, Z8
	VPADDQ Z6, Z8, Z6          // 0 2, 1 3, 4 6, 5 7
	VPERMQ $0xD8, Z6, Z6
	VPMOVQD Z6, Y6
	VMOVDQU Y6, (DI)
	ADDQ $256, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  more
	VZEROUPPER
	RET

// func knownAsm(words *Word, fours int) int
//
// It is Known, four words at a time.
TEXT ·knownAsm(SB), NOSPLIT, $0-24
	MOVQ words+0(FP), SI
	MOVQ fours+8(FP), CX
	VPXORQ Z1, Z1, Z1

four:
	VPSHUFD $0x4E, (SI), Z0
	VPORQ (SI), Z0, Z0         // known, twice
	VPOPCNTQ Z0, Z0
	VPADDQ Z0, Z1, Z1
	ADDQ $64, SI
	DECQ CX
	JNZ  four
	VEXTRACTI64X4 $1, Z1, Y0
	VPADDQ Y0, Y1, Y1
	VEXTRACTI128 $1, Y1, X0
	VPADDQ X0, X1, X1
	VPSRLDQ $8, X1, X0
	VPADDQ X0, X1, X1
	VMOVQ X1, AX
	SHRQ $1, AX
	MOVQ AX, ret+16(FP)
	VZEROUPPER
	RET

// TWOBLOCKS makes the blocks of 8 places in Z16, and of 8 in Z18, for the counters in Z17. They are
// in Z5 and Z6, and in Z7 and Z8. R8 points to the wideKeys.
#define TWOBLOCKS \
	VMOVDQA64 Z16, Z5             \
	VMOVDQA64 Z17, Z6             \
	VMOVDQA64 Z18, Z7             \
	VMOVDQA64 Z17, Z8             \
	ROUNDS(wideKeys_keys(R8))     \
	ROUNDS(wideKeys_keys+8(R8))   \
	ROUNDS(wideKeys_keys+16(R8))  \
	ROUNDS(wideKeys_keys+24(R8))  \
	ROUNDS(wideKeys_keys+32(R8))  \
	ROUNDS(wideKeys_keys+40(R8))

#define FOURBITS \
	TWOBLOCKS                     \
	NEXT(K5)                      \
	BIT(Z5, K5, Z26, Z24)         \
	NEXT(K5)                      \
	BIT(Z6, K5, Z26, Z24)         \
	NEXT(K5)                      \
	BIT(Z7, K5, Z26, Z24)         \
	NEXT(K5)                      \
	BIT(Z8, K5, Z26, Z24)

// func flipAsm(open, heads, places, counters *uint64, eights int, keys *wideKeys, digits uint64)
//
// It compares the first 8 digits of the coins of words, as compare does, eight words at a time. It
// returns which lanes are heads, and which are still open.
TEXT ·flipAsm(SB), NOSPLIT, $0-56
	MOVQ open+0(FP), DI
	MOVQ heads+8(FP), DX
	MOVQ places+16(FP), SI
	MOVQ counters+24(FP), BX
	MOVQ eights+32(FP), CX
	MOVQ keys+40(FP), R8
	MOVQ digits+48(FP), R9
	CONSTANTS
	MOVQ $1, AX
	VPBROADCASTQ AX, Z15
	KXNORB K5, K5, K5

again:
	VMOVDQU64 (SI), Z16
	VMOVDQU64 (BX), Z17
	VMOVDQU64 (DI), Z26
	VPXORQ Z24, Z24, Z24
	VPBROADCASTQ R9, Z20
	VPADDQ Z15, Z16, Z18
	FOURBITS
	VPADDQ Z15, Z18, Z16
	VPADDQ Z15, Z16, Z18
	FOURBITS
	VMOVDQU64 Z26, (DI)
	VMOVDQU64 Z24, (DX)
	ADDQ $64, DI
	ADDQ $64, SI
	ADDQ $64, DX
	ADDQ $64, BX
	DECQ CX
	JNZ  again
	VZEROUPPER
	RET

// UNDER is steps.under. The steps are at by, in bytes after R8. x is less, with the last step, by
// exclusive-or.
#define UNDER(by, a, b, c, d, x) \
	VPTERNLOGQ.BCST $0x6A, (by+24)(R8), d, x \
	VPTERNLOGQ.BCST $0x6A, (by+16)(R8), c, x \
	VPTERNLOGQ.BCST $0x6A, (by+8)(R8), b, x \
	VPTERNLOGQ.BCST $0x6A, (by)(R8), a, x

// func sayAsm(beliefs, claims *Word, people int, w *wideSpeech) (left int)
//
// It decides what people say by the first 8 digits of their coins, eight people at a time. Those of
// whom coins are open then are listed: their counters and, by the next 4 digits, which coins are
// heads and which are still open. It returns how many they are. There are 1 to mostSaid people.
TEXT ·sayAsm(SB), NOSPLIT, $0-40
	MOVQ beliefs+0(FP), DI
	MOVQ claims+8(FP), SI
	MOVQ people+16(FP), CX
	MOVQ w+24(FP), R8
	CONSTANTS
	VPBROADCASTQ manyCoins_at(R8), Z27
	VMOVDQU64 order<>(SB), Z0
	VPADDQ Z0, Z27, Z27
	MOVQ $1, AX
	VPBROADCASTQ AX, Z1
	VPADDQ Z0, Z0, Z22         // the place of Yes in two registers of eight people, and of No
	VPADDQ Z1, Z22, Z23
	MOVQ $4, AX
	VPBROADCASTQ AX, Z1
	VPSRLQ $1, Z0, Z14         // the reverse: the person of each half of a Word
	VPADDQ Z1, Z14, Z15
	VPADDQ Z1, Z1, Z25
	XORL R13, R13

people:
	MOVQ $8, BX
	CMPQ CX, BX
	CMOVQLT CX, BX
	ADDL BX, BX
	MOVL $-1, AX
	BZHIL BX, AX, AX
	KMOVB AX, K1
	SHRL $8, AX
	KMOVB AX, K2
	VMOVDQU64.Z (DI), K1, Z20
	VMOVDQU64.Z 64(DI), K2, Z21
	VMOVDQA64 Z22, Z26
	VMOVDQA64 Z23, Z24
	VPERMI2Q Z21, Z20, Z26
	VPERMI2Q Z21, Z20, Z24
	VPORQ Z24, Z26, Z26
	BLOCKS(0, 1)
	VMOVDQA64 Z5, Z16
	VMOVDQA64 Z6, Z17
	VMOVDQA64 Z7, Z18
	VMOVDQA64 Z8, Z19
	BLOCKS(2, 3)
	VPBROADCASTQ (wideSpeech_by+72)(R8), Z24
	UNDER(wideSpeech_by+40, Z5, Z6, Z7, Z8, Z24)
	VPXORQ.BCST (wideSpeech_by+32)(R8), Z24, Z24
	UNDER(wideSpeech_by, Z16, Z17, Z18, Z19, Z24)
	VPERMQ Z24, Z14, Z0
	VPERMQ Z24, Z15, Z1
	VPANDQ Z20, Z0, Z0
	VPANDQ Z21, Z1, Z1
	VMOVDQU64 Z0, K1, (SI)
	VMOVDQU64 Z1, K2, 64(SI)
	VPTERNLOGQ $0x80, Z16, Z17, Z26
	VPTERNLOGQ $0x80, Z18, Z19, Z26
	VPTERNLOGQ $0x80, Z5, Z6, Z26
	VPTERNLOGQ $0x80, Z7, Z8, Z26
	VPTESTMQ Z26, Z26, K3
	VPCOMPRESSQ.Z Z26, K3, Z0
	VPCOMPRESSQ.Z Z27, K3, Z1
	VMOVDQU64 Z0, wideSpeech_open(R8)(R13*8)
	VMOVDQU64 Z1, wideSpeech_counters(R8)(R13*8)
	KMOVB K3, AX
	POPCNTL AX, AX
	ADDQ AX, R13
	VPADDQ Z25, Z27, Z27
	ADDQ $128, DI
	ADDQ $128, SI
	SUBQ $8, CX
	JG   people

	MOVQ R13, left+32(FP)
	XORL BX, BX

more:
	CMPQ BX, R13
	JGE  said
	VMOVDQU64 wideSpeech_counters(R8)(BX*8), Z27
	VMOVDQU64 wideSpeech_open(R8)(BX*8), Z26
	BLOCKS(4, 5)
	VPBROADCASTQ (wideSpeech_by+112)(R8), Z24
	UNDER(wideSpeech_by+80, Z5, Z6, Z7, Z8, Z24)
	VPANDQ Z26, Z24, Z24
	VPTERNLOGQ $0x80, Z5, Z6, Z26
	VPTERNLOGQ $0x80, Z7, Z8, Z26
	VMOVDQU64 Z24, wideSpeech_heads(R8)(BX*8)
	VMOVDQU64 Z26, wideSpeech_open(R8)(BX*8)
	ADDQ $8, BX
	JMP  more

said:
	VZEROUPPER
	RET

// func fairAsm(lanes, places *uint64, thirtytwos int, keys *wideKeys)
//
// It decides the fair coins of 32 words at a time, in pairs of words, as flipFair does.
TEXT ·fairAsm(SB), NOSPLIT, $0-32
	MOVQ lanes+0(FP), DI
	MOVQ places+8(FP), SI
	MOVQ thirtytwos+16(FP), CX
	MOVQ keys+24(FP), R8
	CONSTANTS
	VPBROADCASTQ wideKeys_at(R8), Z17

thirtytwo:
	VMOVDQU64 (SI), Z16
	VMOVDQU64 64(SI), Z18
	TWOBLOCKS
	VMOVDQU64 pairs<>(SB), Z0
	VMOVDQU64 pairs<>+64(SB), Z1
	VMOVDQA64 Z0, Z2
	VMOVDQA64 Z1, Z3
	VPERMI2Q Z6, Z5, Z0
	VPERMI2Q Z6, Z5, Z1
	VPERMI2Q Z8, Z7, Z2
	VPERMI2Q Z8, Z7, Z3
	VPANDNQ (DI), Z0, Z0
	VPANDNQ 64(DI), Z1, Z1
	VPANDNQ 128(DI), Z2, Z2
	VPANDNQ 192(DI), Z3, Z3
	VMOVDQU64 Z0, (DI)
	VMOVDQU64 Z1, 64(DI)
	VMOVDQU64 Z2, 128(DI)
	VMOVDQU64 Z3, 192(DI)
	ADDQ $256, DI
	ADDQ $128, SI
	DECQ CX
	JNZ  thirtytwo
	VZEROUPPER
	RET

// func pairsAsm(words *uint64, sixteens int, keys *wideKeys)
//
// It makes the first two words of the streams of 16 ids at a time, as Key.pairs does.
TEXT ·pairsAsm(SB), NOSPLIT, $0-24
	MOVQ words+0(FP), DI
	MOVQ sixteens+8(FP), CX
	MOVQ keys+16(FP), R8
	CONSTANTS
	VPBROADCASTQ wideKeys_at(R8), Z27
	VPADDQ order<>(SB), Z27, Z27
	MOVQ $8, AX
	VPBROADCASTQ AX, Z25
	VMOVDQU64 pairs<>(SB), Z22
	VMOVDQU64 pairs<>+64(SB), Z23

sixteen:
	VPXORQ.BCST wideKeys_keys(R8), Z27, Z5 // the first round, of place 0
	VPADDQ Z25, Z27, Z27
	VPXORQ.BCST wideKeys_keys(R8), Z27, Z7
	VPADDQ Z25, Z27, Z27
	VPXORQ Z6, Z6, Z6
	VPXORQ Z8, Z8, Z8
	ROUNDS(wideKeys_keys+8(R8))
	ROUNDS(wideKeys_keys+16(R8))
	ROUNDS(wideKeys_keys+24(R8))
	ROUNDS(wideKeys_keys+32(R8))
	ROUNDS(wideKeys_keys+40(R8))
	VMOVDQA64 Z22, Z0
	VMOVDQA64 Z23, Z1
	VMOVDQA64 Z22, Z2
	VMOVDQA64 Z23, Z3
	VPERMI2Q Z6, Z5, Z0
	VPERMI2Q Z6, Z5, Z1
	VPERMI2Q Z8, Z7, Z2
	VPERMI2Q Z8, Z7, Z3
	VMOVDQU64 Z0, (DI)
	VMOVDQU64 Z1, 64(DI)
	VMOVDQU64 Z2, 128(DI)
	VMOVDQU64 Z3, 192(DI)
	ADDQ $256, DI
	DECQ CX
	JNZ  sixteen
	VZEROUPPER
	RET

DATA pairs<>+0(SB)/8, $0       // words of blocks, in turn
DATA pairs<>+8(SB)/8, $8
DATA pairs<>+16(SB)/8, $1
DATA pairs<>+24(SB)/8, $9
DATA pairs<>+32(SB)/8, $2
DATA pairs<>+40(SB)/8, $10
DATA pairs<>+48(SB)/8, $3
DATA pairs<>+56(SB)/8, $11
DATA pairs<>+64(SB)/8, $4
DATA pairs<>+72(SB)/8, $12
DATA pairs<>+80(SB)/8, $5
DATA pairs<>+88(SB)/8, $13
DATA pairs<>+96(SB)/8, $6
DATA pairs<>+104(SB)/8, $14
DATA pairs<>+112(SB)/8, $7
DATA pairs<>+120(SB)/8, $15
GLOBL pairs<>(SB), RODATA|NOPTR, $128

// func spreadAsm(sets, places *uint64, words int)
//
// It does what Spread does, with an instruction for each word.
TEXT ·spreadAsm(SB), NOSPLIT, $0-24
	MOVQ sets+0(FP), SI
	MOVQ places+8(FP), DI
	MOVQ words+16(FP), CX

word:
	MOVQ (SI), AX
	PDEPQ (DI), AX, AX
	MOVQ AX, (DI)
	ADDQ $8, SI
	ADDQ $8, DI
	DECQ CX
	JNZ  word
	RET

// func spreadOneAsm(set, places uint64) (lanes uint64)
//
// It does what spread does.
TEXT ·spreadOneAsm(SB), NOSPLIT, $0-24
	MOVQ set+0(FP), AX
	PDEPQ places+8(FP), AX, AX
	MOVQ AX, lanes+16(FP)
	RET
