package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// layer is a row of Knowledge per person or unit.
type layer = kernel.Layer[agents.Knowledge, agents.Word]

// emptied returns a layer of empty rows, in the storage of another one, or of nil.
func emptied(l *layer, rows, dimensions int) *layer {
	if l == nil {
		return newLayer(rows, dimensions)
	}
	l.Resize(rows)
	return l
}

func newLayer(rows, dimensions int) *layer {
	return kernel.NewLayer[agents.Knowledge](rows, dimensions)
}
