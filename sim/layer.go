package sim

import (
	"orglearn/agents"
	"orglearn/agents/kernel"
)

// layer is a row of Knowledge per person or unit.
type layer = kernel.Layer[agents.Knowledge, agents.Word]

func newLayer(rows, dimensions int) *layer {
	return kernel.NewLayer[agents.Knowledge](rows, dimensions)
}
