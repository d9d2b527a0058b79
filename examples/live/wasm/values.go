//go:build js && wasm

package main

import "orglearn/examples/live/internal/pane"

// list returns a list for JavaScript.
func list[E any](all []E, value func(E) any) []any {
	values := make([]any, len(all))
	for i, e := range all {
		values[i] = value(e)
	}
	return values
}

func as[E any](e E) any { return e }

// present returns a number, or null for one that is missing.
func present(v float64) any {
	if v != v {
		return nil
	}
	return v
}

// picture returns a picture by the names of its fields.
func picture(p pane.Picture) map[string]any {
	return map[string]any{"Name": p.Name, "People": p.People, "X": list(p.X, as),
		"Y": list(p.Y, as), "Units": list(p.Units, unit), "Lines": list(p.Lines, line),
		"Joins": p.Joins, "Ticks": p.Ticks, "Dimensions": p.Dimensions, "Seats": p.Seats,
		"Size": p.Size, "Norms": p.Norms, "Real": p.Real}
}

func unit(u pane.Unit) any {
	return map[string]any{"ID": u.ID, "People": u.People, "Community": u.Community, "X": u.X,
		"Y": u.Y}
}

func line(l [2]int) any { return []any{l[0], l[1]} }

// held returns a detail by the names of its fields.
func held(d pane.Detail) map[string]any {
	return map[string]any{"Unit": d.Unit, "Tick": d.Tick, "People": d.People,
		"Held": list(d.Held, func(h pane.Held) any {
			return map[string]any{"Dimension": h.Dimension, "Yes": h.Yes, "Right": h.Right,
				"Since": h.Since, "Voices": list(h.Voices, as)}
		})}
}
