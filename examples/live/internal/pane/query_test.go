package pane

import (
	"net/url"
	"testing"
)

// FuzzQuery holds parseQuery and text to net/url.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{"", "a=b&c=d", "a=organization%2Fcommunities&seed=1", "a=1&a=2",
		"a+b=%2B%zz", "x=%4", "a;b=1", "&&=", "%41=%c3%a9~-_.*", "a==b", "%+1=1", "%-1=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := parseQuery(text)
		want, wantErr := url.ParseQuery(text)
		if (err != nil) != (wantErr != nil) {
			t.Fatalf("%q: %v, and %v in net/url", text, err, wantErr)
		}
		if err != nil {
			return
		}
		if len(got) != len(want) {
			t.Fatalf("%q has %d keys, want %d", text, len(got), len(want))
		}
		again := url.Values{}
		for key, values := range want {
			if last := values[len(values)-1]; got[key] != last {
				t.Errorf("%q: %q is %q, want %q", text, key, got[key], last)
			}
			again.Set(key, got[key])
		}
		if got.text() != again.Encode() {
			t.Errorf("%q is %q, want %q", text, got.text(), again.Encode())
		}
	})
}
