package stats

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGoldenBits pins the last bit of every result. It must be the same on every processor, with
// and without fused multiply-add. Run it under GOARCH=386, GOAMD64=v3 and wasm as well. The file
// can also be read: name, bits, value.
func TestGoldenBits(t *testing.T) {
	var got strings.Builder
	put := func(name string, numbers ...float64) {
		for i, x := range numbers {
			fmt.Fprintf(&got, "%s %d %016x %v\n", name, i, math.Float64bits(x), x)
		}
	}
	put("everything-x-y", everything(x, y)...)
	put("everything-before-after", everything(before, after)...)
	for n := 2; n <= 10; n++ {
		e := TInterval(x[:n], 0.99)
		put(fmt.Sprintf("TInterval-%d", n), e.SE, e.Low, e.High)
	}
	for _, df := range []float64{1, 3, 9, 29, 99, 199, 999, 1999, 9999} {
		put(fmt.Sprintf("t-%v", df), studentUpper(0.05, df), studentUpper(0.025, df),
			studentUpper(0.005, df), studentTail(1.7, df))
		lower, upper := noncentral(2.1, df, 1.3)
		put(fmt.Sprintf("noncentral-%v", df), lower, upper)
	}
	for _, n := range []int{100, 300, 3000} { // squares, modulo a prime
		a, b := make([]float64, n), make([]float64, n)
		for i := range a {
			a[i], b[i] = float64(i*i%997)/997, float64(i*i*7%1009)/1010
		}
		put(fmt.Sprintf("everything-%d", n), everything(a, b)...)
	}
	pairs, err := PairsNeeded(0.02, 0.05, 0.01, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	put("PairsNeeded", pairs)
	compareGolden(t, filepath.Join("testdata", "bits.txt"), got.String())
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wants, gots := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	if len(wants) != len(gots) {
		t.Fatalf("%d lines, want %d", len(gots), len(wants))
	}
	for i := range wants {
		if gots[i] != wants[i] {
			t.Errorf("%s, want %s", gots[i], wants[i])
		}
	}
}
