package study

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orglearn/metrics/chart"
)

// List is a flag with a comma-separated list. No entry may be repeated. Value is the entry of the
// current combination.
type List[T comparable] struct {
	name     string
	all      []T
	defaults []T
	at       int
	read     func(entry string) (T, error)
}

// Rates adds a flag with a list of numbers from 0 to 1.
func (s *Study) Rates(name, usage string, defaults ...float64) *List[float64] {
	return s.Numbers(name, usage+", each 0 to 1", 0, 1, defaults...)
}

// Numbers adds a flag with a list of numbers from least to most.
func (s *Study) Numbers(
	name, usage string, least, most float64, defaults ...float64,
) *List[float64] {
	return add(s, name, usage, defaults, func(entry string) (float64, error) {
		v, err := strconv.ParseFloat(entry, 64)
		if err != nil {
			return 0, fmt.Errorf("%q is no number", entry)
		}
		if !(v >= least && v <= most) {
			return 0, fmt.Errorf("%s is not %v to %v", entry, least, most)
		}
		return v, nil
	})
}

// Ints adds a flag with a list of whole numbers from least to most.
func (s *Study) Ints(name, usage string, least, most int, defaults ...int) *List[int] {
	return add(s, name, usage, defaults, whole(least, most))
}

// Readings adds a flag with a list of whole numbers from least to most that changes what is said of
// the runs, and no run. It is no parameter, and empty unless it is given.
func (s *Study) Readings(name, usage string, least, most int) *List[int] {
	l := &List[int]{name: name, read: whole(least, most)}
	s.Flags.Var(l, name, usage+" (a comma-separated `list`)")
	return l
}

// whole reads whole numbers from least to most.
func whole(least, most int) func(entry string) (int, error) {
	return func(entry string) (int, error) {
		v, err := strconv.Atoi(entry)
		if err != nil {
			return 0, fmt.Errorf("%q is no whole number", entry)
		}
		if v < least || v > most {
			return 0, fmt.Errorf("%d is not %d to %d", v, least, most)
		}
		return v, nil
	}
}

// Words adds a flag with a list of words, each of which must be known.
func (s *Study) Words(name, usage string, known []string, defaults ...string) *List[string] {
	return s.Texts(name, usage+": "+strings.Join(known, ", "), func(entry string) error {
		if !slices.Contains(known, entry) {
			return fmt.Errorf("%q is unknown, want %s", entry, strings.Join(known, ", "))
		}
		return nil
	}, defaults...)
}

// Texts adds a flag with a list of texts, each of which is checked.
func (s *Study) Texts(
	name, usage string, check func(entry string) error, defaults ...string,
) *List[string] {
	return add(s, name, usage, defaults, func(entry string) (string, error) {
		return entry, check(entry)
	})
}

func add[T comparable](s *Study, name, usage string, defaults []T,
	read func(string) (T, error)) *List[T] {
	l := &List[T]{name: name, all: defaults, defaults: defaults, read: read}
	s.parameters = append(s.parameters, l)
	s.Flags.Var(l, name, usage+" (a comma-separated `list`)")
	return l
}

// Set parses the list: it implements flag.Value. An empty, unknown or repeated entry is an error.
func (l *List[T]) Set(list string) error {
	var all []T
	for i, entry := range strings.Split(list, ",") {
		entry = strings.TrimSpace(entry)
		if entry == "" {
			return fmt.Errorf("entry %d is empty", i+1)
		}
		v, err := l.read(entry)
		if err != nil {
			return fmt.Errorf("entry %d: %w", i+1, err)
		}
		if slices.Contains(all, v) {
			return fmt.Errorf("entry %d: %v is there twice", i+1, v)
		}
		all = append(all, v)
	}
	l.all = all
	return nil
}

// String formats the list as on the command line: it implements flag.Value.
func (l *List[T]) String() string {
	texts := make([]string, len(l.all))
	for i, v := range l.all {
		texts[i] = fmt.Sprint(v)
	}
	return strings.Join(texts, ",")
}

// Value returns the entry of the current combination; outside a loop over combinations, the first.
func (l *List[T]) Value() T { return l.all[l.at] }

// All returns the entries.
func (l *List[T]) All() []T { return slices.Clone(l.all) }

// Changed reports whether the list differs from the default.
func (l *List[T]) Changed() bool { return !slices.Equal(l.all, l.defaults) }

func (l *List[T]) flagName() string { return l.name }
func (l *List[T]) text() string     { return l.String() }
func (l *List[T]) len() int         { return len(l.all) }
func (l *List[T]) choose(i int)     { l.at = i }
func (l *List[T]) chosen() string   { return fmt.Sprint(l.all[l.at]) }

// phrase is the chosen entry as a reader would say it: a word speaks for itself, a number is one of
// something.
func (l *List[T]) phrase() string {
	switch v := any(l.all[l.at]).(type) {
	case string:
		return v
	case int:
		return l.name + " = " + chart.Thousands(v)
	}
	return l.name + " = " + l.chosen()
}
