package agentstest

import (
	"reflect"
	"testing"

	"orglearn/agents"
)

// A change of any field of a person or a unit is found, and named.
func TestEveryFieldIsCompared(t *testing.T) {
	everyField(t, agents.Person{})
	everyField(t, agents.Unit{})
}

func everyField[T agents.Person | agents.Unit](t *testing.T, was T) {
	t.Helper()
	if field := another(was, was); field != "" {
		t.Errorf("%T: %s differs from itself", was, field)
	}
	for i := range reflect.TypeOf(was).NumField() {
		now := was
		f := reflect.ValueOf(&now).Elem().Field(i)
		name := reflect.TypeOf(was).Field(i).Name
		switch f.Kind() {
		case reflect.Slice:
			f.Set(reflect.MakeSlice(f.Type(), 1, 1))
		case reflect.Pointer:
			f.Set(reflect.New(f.Type().Elem()))
		case reflect.Bool:
			f.SetBool(true)
		default:
			f.Set(reflect.ValueOf(1).Convert(f.Type()))
		}
		if field := another(now, was); field != name {
			t.Errorf("%T: %s was changed, but %q is named", was, name, field)
		}
	}
}
