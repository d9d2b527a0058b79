package study

// Block is the largest number of replicates in a Task. So many replicates of a small organization
// run as one.
const Block = 64

// Task is a block of replicates of one cell.
type Task struct {
	Cell  int // index in Plan.Cells
	First int // the number of the first replicate: a multiple of Block
	Count int // 1 to Block
}

// Tasks returns all tasks of a plan, breadth first: block 0 of all cells, block 1 of all cells, and
// so on. So a study that is broken off has about the same number of replicates in each cell.
func (p Plan) Tasks() []Task {
	blocks := (p.Replicates + Block - 1) / Block
	all := make([]Task, 0, blocks*len(p.Cells))
	for first := 0; first < p.Replicates; first += Block {
		for cell := range p.Cells {
			all = append(all, Task{cell, first, min(Block, p.Replicates-first)})
		}
	}
	return all
}

// Result is what one run gave.
type Result struct {
	Cell      int       // index in Plan.Cells
	Replicate uint64    // number of the replicate
	Values    []float64 // one per column of the plan; NaN is missing; nil if the run failed
	Failed    string    // the error of the run; "" if it went to its end
}
