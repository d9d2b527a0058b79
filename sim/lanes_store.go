package sim

// store holds the layers that a worker's last lanes no longer need. The next lanes use them again,
// which saves allocation.
type store map[shape][]*layer

type shape struct{ rows, dimensions int }

// take returns a layer of empty rows.
func (s store) take(of shape) *layer {
	free := s[of]
	if len(free) == 0 {
		return newLayer(of.rows, of.dimensions)
	}
	last := len(free) - 1
	l := free[last]
	s[of] = free[:last]
	l.Clear(0, of.rows)
	return l
}

// lent is a layer from a store.
type lent struct {
	shape
	layer *layer
}

// take returns a layer of empty rows.
func (l *lanes) take(rows, dimensions int) *layer {
	of := shape{rows, dimensions}
	layer := l.store.take(of)
	l.lent = append(l.lent, lent{of, layer})
	return layer
}

// giveBack returns the layers to the store. The lanes must not be used afterwards.
func (l *lanes) giveBack() {
	clear(l.store)
	for _, x := range l.lent {
		l.store[x.shape] = append(l.store[x.shape], x.layer)
	}
	l.lent = nil
}
