package kernel

import "testing"

type able interface{ Able() }

type byValue struct{}

func (byValue) Able() {}

type byPointer struct{}

func (*byPointer) Able() {}

func TestOwn(t *testing.T) {
	for name, c := range map[string]struct {
		rule any
		own  bool
	}{
		"none":                        {3, false},
		"a value's":                   {byValue{}, true},
		"a pointer's":                 {&byPointer{}, true},
		"a value that lacks it":       {byPointer{}, false},
		"embedded":                    {struct{ byValue }{}, false},
		"embedded, by pointer":        {&struct{ byValue }{}, false},
		"embedded, pointer receiver":  {&struct{ byPointer }{}, false},
		"embedded, a pointer":         {struct{ *byPointer }{&byPointer{}}, false},
		"a field with a name is none": {struct{ rule byValue }{}, false},
	} {
		if got := Own[able](c.rule) != nil; got != c.own {
			t.Errorf("%s: %v, want %v", name, got, c.own)
		}
	}
}
