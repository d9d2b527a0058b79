package kernel

// Carry-save adders count the words that have a 1, in each lane. The results are the binary digits
// of the counts, the lowest first.

// Add3 counts three words: a full adder, 5 operations.
func Add3(a, b, c uint64) (sum, carry uint64) {
	t := a ^ b
	return t ^ c, a&b | t&c
}

// Add4 counts four words: 10 operations.
func Add4(a, b, c, d uint64) (s0, s1, s2 uint64) {
	sum, carry := Add3(a, b, c)
	return sum ^ d, carry ^ sum&d, carry & sum & d
}

// Add8 counts eight words: 26 operations.
func Add8(a, b, c, d, e, f, g, h uint64) (s0, s1, s2, s3 uint64) {
	ab, abc := Add3(a, b, c)
	de, def := Add3(d, e, f)
	ones, carry := Add3(ab, de, g^h)
	twos, four := Add3(abc, def, g&h)
	return ones, twos ^ carry, four ^ twos&carry, four & twos & carry
}

// Above returns the lanes in which the bit-sliced number a is above b. Both have the same number of
// digits. It takes 16 bytes and 7 operations a digit.
func Above(a, b []uint64) uint64 {
	var more, less uint64
	for j := len(a) - 1; j >= 0; j-- {
		differ := (a[j] ^ b[j]) &^ (more | less)
		more |= differ & a[j]
		less |= differ & b[j]
	}
	return more
}
