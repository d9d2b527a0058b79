package chart

import (
	"slices"
	"strings"
)

// arrangement returns a figure that only arranges panels within another: one without words of its
// own. Its panels are lettered with those of the figure around it, whose caption has their notes.
func arrangement(p Panel) (Figure, bool) {
	var f Figure
	switch p := p.(type) {
	case Figure:
		f = p
	case *Figure:
		if p == nil {
			return f, false
		}
		f = *p
	default:
		return f, false
	}
	return f, f.inner || f.Title == "" && f.Caption == "" && !f.Unlettered
}

// withParts is the figure in which the figures that only arrange panels know where their letters
// begin.
func (f Figure) withParts() Figure {
	n, named := f.first, f.lettered()
	f.Rows = slices.Clone(f.Rows)
	for r, row := range f.Rows {
		f.Rows[r] = slices.Clone(row)
		for k, p := range row {
			if arranged, ok := arrangement(p); ok {
				arranged.inner, arranged.first, arranged.Unlettered = true, n, !named
				f.Rows[r][k] = arranged
			}
			n += leaves(p)
		}
	}
	return f
}

// leaves is the number of panels that have a letter each where letters are written.
func leaves(p Panel) (n int) {
	f, is := arrangement(p)
	switch {
	case p == nil:
		return 0
	case !is:
		return 1
	}
	for _, row := range f.Rows {
		for _, q := range row {
			n += leaves(q)
		}
	}
	return n
}

// lettered reports whether the panels have letters: where there is nothing to tell apart they have
// none.
func (f Figure) lettered() bool {
	n := 0
	for _, row := range f.Rows {
		for _, p := range row {
			n += leaves(p)
		}
	}
	return !f.Unlettered && (f.inner || n > 1)
}

// letters names the panels in reading order, a to z and then aa.
func (f Figure) letters() [][]string {
	n, named, all := f.first, f.lettered(), make([][]string, len(f.Rows))
	for r, row := range f.Rows {
		all[r] = make([]string, len(row))
		for k, p := range row {
			if _, arranges := arrangement(p); named && p != nil && !arranges {
				all[r][k] = letter(n)
			}
			n += leaves(p)
		}
	}
	return all
}

func letter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letter(n/26-1) + letter(n%26)
}

// saying is a panel's name, its letter or else its title, and what it says of itself.
type saying struct {
	who   string
	notes []string
}

// sayings are those of all panels, in reading order.
func (f Figure) sayings() (all []saying) {
	f = f.withParts()
	letters := f.letters()
	for r, row := range f.Rows {
		for k, p := range row {
			if arranged, ok := arrangement(p); ok {
				all = append(all, arranged.sayings()...)
			} else if p != nil {
				who := letters[r][k]
				if who == "" {
					who = titleOf(p)
				}
				all = append(all, saying{who, notesOf(p)})
			}
		}
	}
	return all
}

// caption is the user's caption followed by what the panels say of themselves. What several say is
// said once. What not all say begins with the names of those that do.
func (f Figure) caption() string {
	if f.inner {
		return ""
	}
	said, panels := []string{clean(f.Caption)}, f.sayings()
	var notes []string
	who := map[string][]string{}
	for _, p := range panels {
		for _, note := range p.notes {
			notes = appendNew(notes, note)
			who[note] = append(who[note], p.who)
		}
	}
	before := ""
	for _, note := range notes {
		by := strings.Join(slices.DeleteFunc(slices.Clone(who[note]), isEmpty), ", ")
		if len(who[note]) < len(panels) && by != before {
			said = append(said, "("+by+")")
		}
		said, before = append(said, note), by
	}
	return strings.TrimSpace(strings.Join(said, " "))
}

func isEmpty(s string) bool { return s == "" }

func notesOf(p Panel) []string {
	if t, ok := p.(titled); ok {
		_, notes := t.heading()
		return notes
	}
	return nil
}
