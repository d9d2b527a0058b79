package main

import (
	"fmt"
	"slices"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics"
	"orglearn/metrics/stats"
)

// verdict says what was found, whatever that is.
func (r *repositories) verdict() (notes []string) {
	if r.compares() {
		notes = append(notes, r.kinds())
	}
	if r.hasCalendar() && r.compares() {
		notes = append(notes, r.cancelled()...)
	}
	if len(r.shelves()) > 0 {
		if text := r.experienced(); text != "" {
			notes = append(notes, text)
		}
	}
	return notes
}

// kinds counts in how many conditions each kind raises and lowers what people know.
func (r *repositories) kinds() string {
	var parts []string
	for _, kind := range r.shelves() {
		var counts []string
		for _, o := range outcomes {
			if o.name == "best" {
				continue
			}
			raises, lowers, n := 0, 0, 0
			for range r.Combinations(r.conditions()...) {
				if r.wanted() {
					n++
					up, down := signs(r.more(kind, o.metric))
					raises, lowers = raises+up, lowers+down
				}
			}
			counts = append(counts, fmt.Sprintf("%s raised in %d, lowered in %d of %d",
				map[string]string{"social": "what people know",
					"newcomers": "what newcomers are taught"}[o.name], raises, lowers, n))
		}
		parts = append(parts, kind+": "+strings.Join(counts, "; "))
	}
	return "Verdict. Conditions in which a repository is shown to change the scores. " +
		strings.Join(parts, ". ") + "."
}

// signs reports whether a difference is shown to be above 0, and whether below.
func signs(e stats.Estimate) (above, below int) {
	switch {
	case !e.HasInterval():
	case e.Low > 0:
		return 1, 0
	case e.High < 0:
		return 0, 1
	}
	return 0, 0
}

// cancelled says, for each setting, what the calendar gains, and what is left of it beside a
// repository.
func (r *repositories) cancelled() (notes []string) {
	r.plainly(func() {
		for _, o := range outcomes[:2] {
			notes = append(notes, r.cancels(map[string]string{"social": "what people know",
				"best": "the best of each unit"}[o.name], o.metric))
		}
	})
	return notes
}

// cancels says it for one outcome. A repository cancels a gain where the difference to the gain
// without a repository is shown, and no gain is left that is.
func (r *repositories) cancels(what string, m metrics.Metric) string {
	gain := r.byCalendar(none, m)
	up, down := signs(gain)
	text := fmt.Sprintf("Calendar, %s, %s: meeting every %d ticks changes it by %s without a "+
		"repository", r.setting.Value(), what, r.rarely(), program.Interval(gain))
	switch {
	case up > 0:
		return text + ". " + r.left(m)
	case down > 0:
		text += ": no gain to cancel, but a loss"
	default:
		text += ": no gain is shown that could be cancelled"
	}
	var smaller []string
	for _, kind := range r.shelves() {
		if above, _ := signs(r.leftOver(kind, m)); above > 0 {
			smaller = append(smaller, kind)
		}
	}
	return text + fmt.Sprintf(". It is shown to do more good, or less harm, beside %s.",
		list(smaller))
}

// left says what is left of a gain.
func (r *repositories) left(m metrics.Metric) string {
	var kept, gone, cancelled, changes []string
	for _, kind := range r.shelves() {
		change := r.leftOver(kind, m)
		changes = append(changes, fmt.Sprintf("%s with %s", program.Interval(change), kind))
		above, _ := signs(r.byCalendar(kind, m))
		switch _, less := signs(change); {
		case above > 0:
			kept = append(kept, kind)
		case less > 0:
			cancelled = append(cancelled, kind)
		default:
			gone = append(gone, kind)
		}
	}
	return fmt.Sprintf("That gain is cancelled by %s; shown neither to stay nor to go with %s; "+
		"and still there with %s. Beside a repository it differs by %s.", list(cancelled),
		list(gone),
		list(kept), strings.Join(changes, ", "))
}

// experienced says whether those of more experience gain less by reading than others.
func (r *repositories) experienced() string {
	text := "Haas and Hansen (2005) find that experienced teams lose by using documents."
	for i, by := range sides {
		var fewer, more, lose []string
		conditions := 0
		r.reading(func() {
			conditions++
			for _, kind := range r.shelves() {
				less, much := r.worth(kind, groups[2*i]), r.worth(kind, groups[2*i+1])
				up, down := signs(r.less(much, less))
				_, below := signs(r.less(much, nil))
				more = append(more, slices.Repeat([]string{kind}, up)...)
				fewer = append(fewer, slices.Repeat([]string{kind}, down)...)
				lose = append(lose, slices.Repeat([]string{kind}, below)...)
			}
		})
		if conditions == 0 {
			return ""
		}
		text += fmt.Sprintf(" Here reading is worth less to people of %s than to others with %s, "+
			"and more with %s (conditions, of %d). They would have done better to meet with %s.",
			by.name, counted(fewer), counted(more), conditions, counted(lose))
	}
	return text
}

// counted lists names, each with how often it is there.
func counted(names []string) string {
	var all []string
	for _, kind := range kinds {
		n := 0
		for _, name := range names {
			if name == kind {
				n++
			}
		}
		if n > 0 {
			all = append(all, fmt.Sprintf("%s (%d)", kind, n))
		}
	}
	return list(all)
}

func list(names []string) string {
	if len(names) == 0 {
		return "no kind"
	}
	return strings.Join(names, ", ")
}

// match says what the arms share, with numbers of the first condition.
func (r *repositories) match() string {
	text := "Match: in every arm a person heeds at most one seat a tick, says once what he " +
		"believes, and tries one change alone. Who writes says nothing more than in his unit. "
	r.plainly(func() {
		o := r.organization(r.kind.All()[0])
		contacts, others := r.contacts(o)
		var words []string
		for _, kind := range r.kind.All() {
			o := r.organization(kind)
			o.every = r.every.All()[0]
			e := r.estimate(o, said, o.ticks)
			words = append(words, fmt.Sprintf("%.1f (%s)", e.Mean, kind))
		}
		text += fmt.Sprintf("In %s words said a person and tick are %s: who knows more says more. "+
			"One can hear %.1f people there, and all %d through a repository in which all write. ",
			r.setting.Value(), strings.Join(words, ", "), contacts, others)
	})
	text += "That reach, and what nobody says any more, is the information that a repository " +
		"adds: it is not matched. A forum has the reach without the memory, though fewer entries."
	if r.hasCalendar() {
		text += fmt.Sprintf(" Under a calendar attention is not matched either: without a "+
			"repository it is used in one tick of %d, with one in all.", r.rarely())
	}
	return text
}

// contacts is how many people one hears in his units, and how many others there are.
func (r *repositories) contacts(o organization) (mean float64, others int) {
	m := built(o)
	return metrics.Contacts(meeting).Of(m), m.People() - 1
}
