package kernel

import "math/bits"

// Dice draws several small numbers from each word of a stream. Each of n values has the same
// probability, within a relative error of less than 2^-31.
type Dice struct {
	*Stream        // the words after the first
	word    uint64 // what is left of it
	room    uint64 // the product of the ranges n drawn from the word so far
}

// diceRoom is the largest product of ranges n for which one word serves.
const diceRoom = 1 << 24

// Begin begins with a word that was drawn before.
func (d *Dice) Begin(word uint64) { d.word, d.room = word, 1 }

// Below returns a number from 0 to n-1. n is from 1 to 2^32.
func (d *Dice) Below(n int) int {
	if d.room *= uint64(n); d.room > diceRoom {
		d.again(n)
	}
	at, rest := bits.Mul64(d.word, uint64(n))
	d.word = rest
	return int(at)
}

// again goes on to the next word.
func (d *Dice) again(n int) { d.word, d.room = d.Uint64(), uint64(n) }
