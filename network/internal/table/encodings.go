//go:build !utf8only

package table

import (
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func fromUTF16(b []byte, order byteOrder) ([]byte, error) {
	endian := unicode.LittleEndian
	if order == highFirst {
		endian = unicode.BigEndian
	}
	return unicode.UTF16(endian, unicode.UseBOM).NewDecoder().Bytes(b)
}

func fromWindows1252(b []byte) ([]byte, error) {
	return charmap.Windows1252.NewDecoder().Bytes(b)
}
