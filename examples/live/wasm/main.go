//go:build js && wasm

// Wasm is what runs in each worker of the live page. It puts functions into the global object
// orglearn, which worker.js calls one at a time.
package main

import (
	"fmt"
	"strconv"
	"syscall/js"
	"time"

	"orglearn/examples/live/internal/pane"
)

// state is what is open.
var state struct {
	session *pane.Session
	band    *pane.Band
}

func main() {
	pane.UseOrganizations(js.Global().Get("organizations").String())
	js.Global().Set("orglearn", map[string]any{
		"open":    js.FuncOf(guarded(open)),
		"run":     js.FuncOf(guarded(run)),
		"band":    js.FuncOf(guarded(band)),
		"read":    js.FuncOf(guarded(read)),
		"offer":   js.FuncOf(guarded(offer)),
		"nearest": js.FuncOf(guarded(nearest)),
		"detail":  js.FuncOf(guarded(detail)),
		"share":   js.FuncOf(guarded(share)),
	})
	select {}
}

// guarded returns a function for JavaScript. An error, or a panic of a rule, is an object with an
// error.
func guarded(f func(args []js.Value) (any, error)) func(js.Value, []js.Value) any {
	return func(_ js.Value, args []js.Value) (result any) {
		defer func() {
			if r := recover(); r != nil {
				result = map[string]any{"error": fmt.Sprint(r)}
			}
		}()
		result, err := f(args)
		if err != nil {
			return map[string]any{"error": err.Error()}
		}
		return result
	}
}

// open(link, pane) begins a session and returns its picture.
func open(args []js.Value) (any, error) {
	s, err := pane.Parse(args[0].String())
	if err != nil {
		return nil, err
	}
	if state.session, err = pane.New(s, args[1].Int()); err != nil {
		return nil, err
	}
	state.band = state.session.Band()
	return picture(state.session.Picture()), nil
}

// run(milliseconds) returns the frames of so much time, and whether the run is over.
func run(args []js.Value) (any, error) {
	var frames []byte
	more, err := true, error(nil)
	for end := deadline(args[0]); more && err == nil && time.Now().Before(end); {
		frames, more, err = state.session.Next(frames)
	}
	array := js.Global().Get("Uint8Array").New(len(frames))
	js.CopyBytesToJS(array, frames)
	return map[string]any{"frames": array, "more": more}, err
}

// band(milliseconds) goes on with the other replicates. It returns how many are whole.
func band(args []js.Value) (any, error) {
	more, err := true, error(nil)
	for end := deadline(args[0]); more && err == nil && time.Now().Before(end); {
		more, err = state.band.Step()
	}
	return map[string]any{"done": state.band.Done(), "more": more}, err
}

// read(metric) returns the mean, the low and the high decile. A missing value is null.
func read(args []js.Value) (any, error) {
	mean, low, high := state.band.Read(args[0].Int())
	return []any{list(mean, present), list(low, present), list(high, present)}, nil
}

// offer(link, pane, key) says whether a kind can be switched over.
func offer(args []js.Value) (any, error) {
	s, err := pane.Parse(args[0].String())
	if err != nil {
		return nil, err
	}
	return s.Offers(args[1].Int(), args[2].String()), nil
}

// nearest(link, pane, key, value) returns the nearest value that can be run.
func nearest(args []js.Value) (any, error) {
	s, err := pane.Parse(args[0].String())
	if err != nil {
		return nil, err
	}
	return s.Nearest(args[1].Int(), args[2].String(), args[3].Float()), nil
}

// detail(link, pane, unit, tick) returns what a unit holds.
func detail(args []js.Value) (any, error) {
	s, err := pane.Parse(args[0].String())
	if err != nil {
		return nil, err
	}
	d, err := s.Detail(args[1].Int(), args[2].Int(), args[3].Int())
	if err != nil {
		return nil, err
	}
	return held(d), nil
}

// share(link, student) returns the text of a share.
func share(args []js.Value) (any, error) {
	student, err := strconv.Atoi(args[1].String())
	if err != nil {
		return nil, fmt.Errorf("the student's number is %q, want a whole number", args[1].String())
	}
	csv, err := pane.Share(args[0].String(), student)
	return string(csv), err
}

func deadline(milliseconds js.Value) time.Time {
	return time.Now().Add(time.Duration(milliseconds.Float() * float64(time.Millisecond)))
}
