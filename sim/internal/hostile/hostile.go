// Package hostile tries parameters that nobody should give: not a number, infinite, negative, none,
// or so large that products of them overflow. Each must be an error at once, before memory is asked
// for, unless a test says that it is sound.
package hostile

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The most that a refusal may take.
const (
	patience = 5 * time.Second // a second, on processors that several tests share
	memory   = 100 << 20
)

// Ints and Floats are hostile numbers. In 32 bits 2^33+5 is 5, and 2^62+3 times 4 is 12.
var (
	Ints   = ints(-1, 0, math.MinInt64, math.MaxInt64, 1<<33+5, 1<<40, 1<<62+3)
	Floats = []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, -1e-300, 1.5, math.MaxFloat64}
)

// ints are those numbers that an int holds.
func ints(all ...int64) (held []int) {
	for _, n := range all {
		if int64(int(n)) == n {
			held = append(held, int(n))
		}
	}
	return held
}

// A Table collects what was tried.
type Table struct {
	t     *testing.T
	sound map[string]bool // what is no error: true once it was met
	tried int
}

// New returns a table in which what is named, as "Tree.Span=9", is no error. A name that ends in *
// stands for all that begin so, and one that begins with * for all that end so.
func New(t *testing.T, sound ...string) *Table {
	if strconv.IntSize == 32 {
		t.Skip("most hostile numbers need 64 bits")
	}
	b := &Table{t: t, sound: map[string]bool{}}
	for _, name := range sound {
		b.sound[name] = false
	}
	return b
}

// Fields tries each exported field of a struct with hostile values, one at a time: numbers as they
// are, and nil or empty for what can be that.
func (b *Table) Fields(base any, try func(spoilt any) error) {
	b.t.Helper()
	kind := reflect.TypeOf(base)
	for i := range kind.NumField() {
		field := kind.Field(i)
		if !field.IsExported() {
			continue
		}
		for _, value := range values(field.Type) {
			spoilt := reflect.New(kind).Elem()
			spoilt.Set(reflect.ValueOf(base))
			spoilt.Field(i).Set(value)
			name := fmt.Sprintf("%s.%s=%v", kind.Name(), field.Name, value)
			if value.IsZero() && value.Kind() == reflect.Slice {
				name = fmt.Sprintf("%s.%s=<nil>", kind.Name(), field.Name)
			}
			b.Try(name, func() error { return try(spoilt.Interface()) })
		}
	}
}

// values are the hostile values of a type.
func values(of reflect.Type) (all []reflect.Value) {
	switch of.Kind() {
	case reflect.Int:
		for _, n := range Ints {
			all = append(all, reflect.ValueOf(n).Convert(of))
		}
	case reflect.Uint8:
		all = append(all, reflect.ValueOf(uint8(255)).Convert(of))
	case reflect.Float64:
		for _, x := range Floats {
			all = append(all, reflect.ValueOf(x).Convert(of))
		}
	case reflect.Interface, reflect.Pointer, reflect.Func:
		all = append(all, reflect.Zero(of))
	case reflect.Slice:
		all = append(all, reflect.Zero(of), reflect.MakeSlice(of, 0, 0),
			reflect.MakeSlice(of, 3, 3))
	}
	return all
}

// Try reports what is no error, panics, or takes too long or too much.
func (b *Table) Try(name string, try func() error) {
	b.t.Helper()
	b.tried++
	took, err := b.watch(name, try)
	sound := b.isSound(name)
	var p panicked
	switch {
	case errors.As(err, &p):
		b.t.Errorf("%s panics: %v", name, p)
	case took != "":
		b.t.Errorf("%s: %s", name, took)
	case err == nil && !sound:
		b.t.Errorf("%s is no error", name)
	case err != nil && sound:
		b.t.Errorf("%s is an error: %v", name, err)
	case err != nil && !clear(err):
		b.t.Errorf("%s: the error is not clear: %v", name, err)
	}
}

// Panics is Try of what gives no error: it must panic, with a text of the library's own.
func (b *Table) Panics(name string, try func()) {
	b.t.Helper()
	b.Try(name, func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("%v", r)
			}
		}()
		try()
		return nil
	})
}

// clear reports whether an error says what is wrong, and not what broke over it.
func clear(err error) bool {
	return !strings.Contains(err.Error(), "runtime error") &&
		strings.TrimSpace(err.Error()) != "" && !strings.ContainsAny(err.Error(), "\r\n")
}

// isSound reports whether a name is among those that are no error.
func (b *Table) isSound(name string) bool {
	sound := false
	for s := range b.sound {
		begins, open := strings.CutSuffix(s, "*")
		ends, tail := strings.CutPrefix(s, "*")
		if s == name || open && strings.HasPrefix(name, begins) ||
			tail && strings.HasSuffix(name, ends) {
			b.sound[s], sound = true, true
		}
	}
	return sound
}

// panicked is what a try panics with.
type panicked string

// Error implements error.
func (p panicked) Error() string { return string(p) }

// watch runs a try, and says what it took, if that is too much.
func (b *Table) watch(name string, try func() error) (took string, err error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- panicked(fmt.Sprint(r))
			}
		}()
		done <- try()
	}()
	select {
	case err = <-done:
	case <-time.After(patience):
		b.t.Fatalf("%s takes more than %v", name, patience) // it goes on, so nothing else can
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > memory {
		took = fmt.Sprintf("takes %d MB, want at most %d", used>>20, memory>>20)
	}
	return took, err
}

// End reports names that were never met, and fewer tries than there must be.
func (b *Table) End(least int) {
	b.t.Helper()
	var idle []string
	for name, met := range b.sound {
		if !met {
			idle = append(idle, name)
		}
	}
	if slices.Sort(idle); len(idle) > 0 {
		b.t.Errorf("%q were never tried", idle)
	}
	if b.tried < least {
		b.t.Errorf("%d were tried, want at least %d", b.tried, least)
	}
	b.t.Logf("%d hostile parameters", b.tried)
}
