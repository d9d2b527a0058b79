package agents_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
)

func TestConformityKeepsTheContract(t *testing.T) {
	agentstest.Suite{Scenes: 60, NoAllocs: true}.Objectifier(t, agents.Conformity{})
}

// conform makes one voice per byte of said, who claims that byte. The standing of the unit and of
// the voices that say 'z' is 0; other voices stand above. It returns the norm, ' ' if it is empty.
func conform(said string, seed uint64) byte {
	claims, standing := []agents.Knowledge(nil), []int32(nil)
	for _, letter := range []byte(said) {
		claims = append(claims, agents.Knowledge{{Yes: uint64(letter), No: 0xff &^ uint64(letter)}})
		standing = append(standing, map[bool]int32{true: 0, false: 1}[letter == 'z'])
	}
	norm := make(agents.Knowledge, 1)
	agents.Conformity{}.Objectify(&agents.Unit{Dimensions: 8, Stream: agents.NewStream(seed)},
		agents.NewVoices(claims, standing, nil), norm)
	if norm[0].Known() == 0 {
		return ' '
	}
	return byte(norm[0].Yes)
}

func TestConformity(t *testing.T) {
	for said, want := range map[string]byte{
		"": ' ', "a": ' ', "ab": ' ', "abc": ' ', "abcdefghi": ' ', // nobody says what another says
		"aa": 'a', "aba": 'a', "baa": 'a', "aaa": 'a', "abcdefgha": 'a', "aabbb": 'b',
		"aaabbbcccc": 'c',
		"zza":        ' ', "zzz": ' ', "zzaaa": 'a', "zzzaa": ' ', // what most say must be better
	} {
		for seed := range uint64(20) {
			if got := conform(said, seed); got != want {
				t.Errorf("%q: the norm is %q, want %q", said, got, want)
			}
		}
	}
}

// Bodies shared by equally many voices are drawn with equal chances. Of 3,000 draws each gets
// 1,000, with a standard error of 26. The test permits six of these.
func TestConformityDrawsTies(t *testing.T) {
	drawn := map[byte]int{}
	for seed := range uint64(3000) {
		drawn[conform("acbabcacbd", seed)]++
	}
	for _, letter := range []byte("abc") {
		if n := drawn[letter]; n < 840 || n > 1160 {
			t.Errorf("%q is drawn %d times of 3,000, want a third", letter, n)
		}
	}
	if len(drawn) != 3 {
		t.Errorf("drawn are %v, want a, b and c only", drawn)
	}
}

// BenchmarkConformity has 9 voices, of whom 3 agree, and 15 dimensions.
func BenchmarkConformity(b *testing.B) {
	for b.Loop() {
		conform("abacdefag", 1)
	}
}
