package kernel

import "testing"

func TestTranspose(t *testing.T) {
	draw := NewStream(1991, 0, 20)
	for range 50 {
		var words, turned [64]uint64
		for i := range words {
			words[i] = draw.Uint64()
		}
		turned = words
		Transpose(&turned)
		for i := range words {
			for j := range words {
				if words[i]>>j&1 != turned[j]>>i&1 {
					t.Fatalf("lane %d of word %d", j, i)
				}
			}
		}
		if Transpose(&turned); turned != words {
			t.Fatal("transposed twice it differs")
		}
	}
}

func BenchmarkTranspose(b *testing.B) {
	var words [64]uint64
	for b.Loop() {
		Transpose(&words)
	}
}
