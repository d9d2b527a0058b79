package kernel

// Transpose swaps the words and lanes of 64 words: lane j of word i becomes lane i of word j. It
// reads and writes 512 bytes, and takes about 1,200 operations. (Warren 2013, Hacker's Delight,
// section 7-3.)
func Transpose(words *[64]uint64) {
	mask := ^uint64(0) >> 32
	for half := uint(32); half != 0; half, mask = half/2, mask^mask<<(half/2) {
		for i := uint(0); i < 64; i = (i + half + 1) &^ half {
			swap := (words[i]>>half ^ words[i+half]) & mask
			words[i] ^= swap << half
			words[i+half] ^= swap
		}
	}
}
