package pane

import (
	"encoding/binary"
	"hash/fnv"
	"io"

	"orglearn/agents"
	"orglearn/sim"
)

// Hash returns the FNV-1a hash of all beliefs and norms of a model, word by word and the low byte
// first. It is the same for the same state on every machine.
func Hash(m *sim.Model) uint64 {
	h := fnv.New64a()
	addWords(h, m.Bodies())
	for c := range m.Channels() {
		for u := range m.Norms(c) {
			addWords(h, m.Norm(c, u))
		}
	}
	return h.Sum64()
}

func addWords(h io.Writer, words []agents.Word) {
	var b [16]byte
	for _, w := range words {
		binary.LittleEndian.PutUint64(b[:8], w.Yes)
		binary.LittleEndian.PutUint64(b[8:], w.No)
		h.Write(b[:])
	}
}
