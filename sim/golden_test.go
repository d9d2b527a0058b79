package sim_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"orglearn/agents"
)

var update = flag.Bool("update", false, "write the golden traces anew: the results of the "+
	"library change, so that agents.StreamVersion must")

// The same seed gives the same bits in every release and on every platform. Run this test with
// GOARCH=386 and GOAMD64=v3, too.
func TestGoldenTrace(t *testing.T) {
	var b strings.Builder
	fmt.Fprintln(&b, "stream", agents.StreamVersion)
	for tick, hash := range trace(t, built(t, everything(60), 1991, 3)) {
		fmt.Fprintf(&b, "everything %2d %016x\n", tick, hash)
	}
	for tick, hash := range trace(t, built(t, rugged(40), 1991, 3)) {
		fmt.Fprintf(&b, "rugged     %2d %016x\n", tick, hash)
	}
	const name = "testdata/trace.golden"
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, golden := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	if len(got) != len(golden) {
		t.Fatalf("%d lines, want %d", len(got), len(golden))
	}
	for i := range got {
		if got[i] != golden[i] {
			t.Fatalf("line %d is %q, want %q", i+1, got[i], golden[i])
		}
	}
}
