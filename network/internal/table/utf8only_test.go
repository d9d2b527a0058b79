//go:build utf8only

package table

import (
	"errors"
	"strings"
	"testing"
)

func TestOnlyUTF8(t *testing.T) {
	_, err := ReadText("a.csv", strings.NewReader("\xff\xfea\x00"))
	if !errors.Is(err, errEncoding) {
		t.Errorf("UTF-16: %v", err)
	}
	if _, err := ReadText("a.csv", strings.NewReader("caf\xe9\n")); err == nil {
		t.Error("Windows-1252 is no error")
	}
	if text, err := ReadText("a.csv", strings.NewReader("café\n")); err != nil {
		t.Errorf("UTF-8: %v, %v", text, err)
	}
}
